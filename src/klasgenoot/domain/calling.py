"""What is each student called in a sentence, so that two with one first name are told apart?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
    """A student with the parts of the name that are compared, folded once.

    Attributes:
        student: who it is.
        full: the full name, folded.
        infix: the infix as it is written.
        leading: the same, folded.
        family: the family name as it is written.
    """

    student: Student
    full: str
    infix: str
    leading: str
    family: str


def told_apart(students: Iterable[Student]) -> dict[StudentId, str]:
    """What to call each of these students: the name, with as little behind it as tells them apart.

    "Milan", but "Sanne H." and "Sanne de W."; "Emma Ja." and "Emma Jo."; and with a Sanne Hoekstra
    in class "Sanne Hoek" in full. No name tells those apart who share it all.

    Args:
        students: all who could be meant, so the whole class and not only those in the sentence.
    """
    everyone = tuple({student.id: student for student in students}.values())
    namesakes: defaultdict[str, list[Student]] = defaultdict(list)
    for student in everyone:
        namesakes[fold(student.name)].append(student)
    full = {student.id: fold_words(student.full_name) for student in everyone}
    short = {student.id: student.name for student in everyone}
    for those in namesakes.values():
        if len(those) > 1:
            short |= _shortest([_named(student, full=full[student.id]) for student in those])
    # a call name may look like another's shortened name, or like another's full one
    written = {who: fold_words(name) for who, name in short.items()}
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for one in everyone:
        meant[written[one.id]].add(full[one.id])
        meant[full[one.id]].add(full[one.id])
    return {
        one.id: short[one.id] if len(meant[written[one.id]]) == 1 else one.full_name
        for one in everyone
    }


def _shortest(those: Sequence[_Named]) -> dict[StudentId, str]:
    """What to call each of those who bear one name; nothing of those who share all of it."""
    if len({named.full for named in those}) == 1:
        return {}
    starts = _starts(those)
    return {named.student.id: _called(named, starts) for named in those}


def _named(student: Student, *, full: str) -> _Named:
    infix, family = _surname(student)
    return _Named(student, full.replace(" ", ""), infix, fold(infix), family)


def _starts(those: Iterable[_Named]) -> _Starts:
    """Every beginning of every surname, so that nobody is compared with everybody."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for one in those:
        family = fold(one.family)
        for count in range(min(_LONGEST, len(family)) + 1):
            found[one.leading, family[:count]].add(one.full)
    return found


def _called(one: _Named, starts: _Starts) -> str:
    """The name of one student among others who bear it."""
    infix, family = one.infix, one.family
    fewest = 2 if family.startswith("IJ") else 1  # one letter in Dutch
    for count in range(fewest, min(MOST_LETTERS + 1, len(family))):
        start = family[:count]
        if start.isalpha() and starts.get((one.leading, fold(start)), set()) <= {one.full}:
            return f"{one.student.name} {surname(infix=infix, family=f'{start}.')}"
    return one.student.full_name


def _surname(student: Student) -> tuple[str, str]:
    """Infix and family name; nothing of a student who is called by it."""
    if not student.rest_of_name:
        return "", ""
    if student.infix:
        return student.infix, tidy(student.family_name)
    return split_family(student.family_name)
