"""What is each student called in a sentence, so that two with one first name are told apart?"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from klasgenoot.domain.names import fold, fold_words, split_family, surname, tidy
from klasgenoot.domain.people import Student, StudentId

MOST_LETTERS = 3
"""Where so many letters of the family name do not tell two apart, the full name does."""


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
    short = {one.id: _called(one, among=namesakes[fold(one.name)]) for one in everyone}
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


def _called(student: Student, *, among: Sequence[Student]) -> str:
    """The name of one student among all who bear it."""
    infix, family = _surname(student)
    full = fold(student.full_name)
    others = [_surname(other) for other in among if fold(other.full_name) != full]
    if not others:
        return student.name
    fewest = 2 if family.startswith("IJ") else 1  # one letter in Dutch
    for count in range(fewest, min(MOST_LETTERS + 1, len(family))):
        start = family[:count]
        if start.isalpha() and not any(_begins(other, infix, start) for other in others):
            return f"{student.name} {surname(infix=infix, family=f'{start}.')}"
    return student.full_name


def _surname(student: Student) -> tuple[str, str]:
    """Infix and family name; nothing of a student who is called by it."""
    if not student.rest_of_name:
        return "", ""
    if student.infix:
        return student.infix, tidy(student.family_name)
    return split_family(student.family_name)


def _begins(other: tuple[str, str], infix: str, start: str) -> bool:
    return fold(other[0]) == fold(infix) and fold(other[1]).startswith(fold(start))
