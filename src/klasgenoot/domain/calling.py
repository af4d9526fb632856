"""What is each student called in a sentence, so that two with one first name are told apart?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from klasgenoot.domain.names import fold, fold_words, split_family, surname, tidy
from klasgenoot.domain.people import Student, StudentId

MOST_LETTERS = 3
"""Where so many letters of the family name do not tell two apart, the full name does."""
_LONGEST = 4 * MOST_LETTERS
"""So many signs the letters of a family name become at most when they are folded."""

_Starts = Mapping[tuple[str, str], set[str]]
"""Whose surnames begin so, by folded infix and beginning: their full names, folded."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A student with the parts of the name that are compared, folded once."""

    student: Student
    full: str
    infix: str
    family: str


def told_apart(students: Iterable[Student]) -> dict[StudentId, str]:
    """What to call each of these students: the name, with as little behind it as tells them apart.

    "Milan", but "Sanne H." and "Sanne de W."; "Emma Ja." and "Emma Jo."; and with a Sanne Hoekstra
    in class "Sanne Hoek" in full. No name tells those apart who share it all.

    Args:
        students: all who could be meant, so the whole class and not only those in the sentence.
    """
    everyone = tuple({student.id: student for student in students}.values())
    namesakes: defaultdict[str, list[_Named]] = defaultdict(list)
    for student in everyone:
        namesakes[fold(student.name)].append(_named(student))
    short: dict[StudentId, str] = {}
    for those in namesakes.values():
        starts = _starts(those) if len(those) > 1 else {}
        are_told = len({named.full for named in those}) > 1
        for named in those:
            who = named.student
            short[who.id] = _called(named, starts) if are_told else who.name
    # a call name may look like another's shortened name, or like another's full one
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for one in everyone:
        full = fold_words(one.full_name)
        meant[fold_words(short[one.id])].add(full)
        meant[full].add(full)
    return {
        one.id: short[one.id] if len(meant[fold_words(short[one.id])]) == 1 else one.full_name
        for one in everyone
    }


def _named(student: Student) -> _Named:
    infix, family = _surname(student)
    return _Named(student, fold(student.full_name), infix, family)


def _starts(those: Iterable[_Named]) -> _Starts:
    """Every beginning of every surname, so that nobody is compared with everybody."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for one in those:
        infix, family = fold(one.infix), fold(one.family)
        for count in range(min(_LONGEST, len(family)) + 1):
            found[infix, family[:count]].add(one.full)
    return found


def _called(one: _Named, starts: _Starts) -> str:
    """The name of one student among others who bear it."""
    infix, family = one.infix, one.family
    fewest = 2 if family.startswith("IJ") else 1  # one letter in Dutch
    for count in range(fewest, min(MOST_LETTERS + 1, len(family))):
        start = family[:count]
        if start.isalpha() and starts.get((fold(infix), fold(start)), set()) <= {one.full}:
            return f"{one.student.name} {surname(infix=infix, family=f'{start}.')}"
    return one.student.full_name


def _surname(student: Student) -> tuple[str, str]:
    """Infix and family name; nothing of a student who is called by it."""
    if not student.rest_of_name:
        return "", ""
    if student.infix:
        return student.infix, tidy(student.family_name)
    return split_family(student.family_name)
