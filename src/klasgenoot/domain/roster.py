"""Who stands in a class list, and what does it change about the students already known?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from klasgenoot.domain.columns import NAME_FIELDS, Field, Table
from klasgenoot.domain.errors import DoubleNumber, EmptyList, NoNameColumn
from klasgenoot.domain.names import (
    fold,
    fold_words,
    full_name,
    split_family,
    split_whole_name,
    tidy,
)
from klasgenoot.domain.people import Student
from klasgenoot.domain.student_numbers import number_key

_NO_STUDENTS = frozenset({"pointspossible", "manualposting", "teststudent", "studenttest"})
"""Rows that learning platforms write between the students, with the name folded."""
LINE_END = " \u23ce "
"""Stands for the end of a line in a note, which is one line in a list."""
_STUDENT_ROLES = ("student", "leerling", "deelnemer", "cursist", "learner", "pupil")


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterRow:
    """One student as a list has them. `line` is the row in the file, 1 being the first."""

    given_name: str
    infix: str = ""
    family_name: str = ""
    call_name: str = ""
    student_number: str = ""
    email: str = ""
    login: str = ""
    class_name: str = ""
    note: str = ""
    line: int = 0

    @property
    def full_name(self) -> str:
        """Call name (else given name), infix and family name in reading order."""
        name = self.call_name or self.given_name
        return full_name(given=name, infix=self.infix, family=self.family_name)


@dataclass(frozen=True, slots=True)
class Match:
    """A row and the student it is about. `fields` are those of the student that the row changes."""

    student: Student
    row: RosterRow
    fields: tuple[str, ...]

    @property
    def changed_student(self) -> Student:
        """The student as the row has them; what the row leaves open stays."""
        return replace(self.student, **{name: getattr(self.row, name) for name in self.fields})


@dataclass(frozen=True, slots=True)
class Difference:
    """What a list would do to a class. Every row and every student stands in it once."""

    added: tuple[RosterRow, ...]
    changed: tuple[Match, ...]
    same: tuple[Match, ...]
    missing: tuple[Student, ...]


def rows_from(table: Table, *, fields: Sequence[Field]) -> tuple[RosterRow, ...]:
    """The students in a list, with what each column holds; teachers and test students are left out.

    A student who stands in it several times (in several groups) is taken once.

    Raises:
        NoNameColumn: none of the columns holds names.
        EmptyList: no student stands in it.
        DoubleNumber: two students carry one number.
    """
    if not NAME_FIELDS.intersection(fields):
        raise NoNameColumn(table.source)
    place = {field: index for index, field in reversed(list(enumerate(fields)))}
    found: list[RosterRow] = []
    for cells, line in zip(table.rows, table.lines, strict=True):
        texts = {field: tidy(cells[index]) for field, index in place.items()}
        row = _row(texts, line=line)
        if row.full_name and _is_student(row, role=texts.get(Field.ROLE, "")):
            found.append(row)
    if not found:
        raise EmptyList(table.source)
    return _each_once(found, source=table.source)


def difference(existing: Sequence[Student], incoming: Sequence[RosterRow]) -> Difference:
    """Pairs rows with students on number, then e-mail, then name, and says what changes.

    A strong sign goes before a weak one over the whole list, and nobody is paired twice. If the
    list numbers students as we do, namesakes with different numbers stay two people.
    """
    pairs: dict[int, Student] = {}
    _pair(existing, incoming, pairs, keys_of=_number_keys)
    numbered_alike = bool(pairs)
    _pair(existing, incoming, pairs, keys_of=_email_keys)
    _pair(existing, incoming, pairs, keys_of=_name_keys, numbers_decide=numbered_alike)
    matches = [_match(pairs[place], row) for place, row in enumerate(incoming) if place in pairs]
    paired = {student.id for student in pairs.values()}
    return Difference(
        added=tuple(row for place, row in enumerate(incoming) if place not in pairs),
        changed=tuple(match for match in matches if match.fields),
        same=tuple(match for match in matches if not match.fields),
        missing=tuple(student for student in existing if student.id not in paired),
    )


def _pair(
    existing: Sequence[Student],
    incoming: Sequence[RosterRow],
    pairs: dict[int, Student],
    *,
    keys_of: Callable[[RosterRow | Student], tuple[str, ...]],
    numbers_decide: bool = False,
) -> None:
    """Adds to `pairs` (the student for the row at a place) who share a key and are both free."""
    taken = {student.id for student in pairs.values()}
    by_key: dict[str, list[Student]] = {}
    for student in existing:
        for key in keys_of(student):
            by_key.setdefault(key, []).append(student)
    for place, row in enumerate(incoming):
        candidates = (student for key in keys_of(row) for student in by_key.get(key, ()))
        for student in candidates if place not in pairs else ():
            someone_else = numbers_decide and row.student_number and student.student_number
            if student.id not in taken and not someone_else:
                pairs[place] = student
                taken.add(student.id)
                break


def _row(texts: dict[Field, str], *, line: int) -> RosterRow:
    given, infix, family = _name(texts)
    login, email = texts.get(Field.LOGIN, ""), texts.get(Field.EMAIL, "")
    number = texts.get(Field.STUDENT_NUMBER, "")
    return RosterRow(
        given_name=given,
        infix=infix,
        family_name=family,
        call_name=texts.get(Field.CALL_NAME, ""),
        student_number=number if any(c.isdigit() for c in number) else "",
        email=email or (login if "@" in login else ""),
        login=login,
        class_name=texts.get(Field.CLASS, ""),
        note=texts.get(Field.NOTE, "").replace(LINE_END, "\n"),
        line=line,
    )


def _name(texts: dict[Field, str]) -> tuple[str, str, str]:
    given, infix = texts.get(Field.GIVEN_NAME, ""), texts.get(Field.INFIX, "")
    family, whole = texts.get(Field.FAMILY_NAME, ""), texts.get(Field.WHOLE_NAME, "")
    if given and not family and f" {fold_words(given)} " not in f" {fold_words(whole)} ":
        family = whole  # "Voornaam, Naam", as lists from Flanders have it
    if whole and not (given and family):
        return split_whole_name(whole)
    found, rest = split_family(family)
    return (given, found, rest) if fold(infix) in {"", fold(found)} else (given, infix, family)


def _is_student(row: RosterRow, *, role: str) -> bool:
    if fold(f"{row.given_name} {row.family_name}") in _NO_STUDENTS:
        return False
    return not role or fold(role).startswith(_STUDENT_ROLES)


def _each_once(rows: Sequence[RosterRow], *, source: str) -> tuple[RosterRow, ...]:
    by_number: dict[str, RosterRow] = {}
    once: dict[tuple[str, ...], RosterRow] = {}
    for row in rows:
        for number in _number_keys(row):
            first = by_number.setdefault(number, row)
            if fold(first.full_name) != fold(row.full_name):
                raise DoubleNumber(source, row.student_number, (first.line, row.line))
        # Without number and e-mail, two rows with one name may well be two people: both stay.
        sign = _number_keys(row) or _email_keys(row) or (str(row.line),)
        once.setdefault((fold(row.full_name), *sign), row)
    return tuple(once.values())


def _match(student: Student, row: RosterRow) -> Match:
    fields = [name for name in ("student_number", "email") if getattr(row, name)]
    if row.given_name:
        fields.append("given_name")
    if row.family_name:
        fields += ["infix", "family_name"]
    if row.call_name and not student.call_name:
        fields.append("call_name")  # what the teacher calls someone outranks the list
    if row.note and not student.note:
        fields.append("note")
    changed = (name for name in fields if getattr(row, name) != getattr(student, name))
    return Match(student, row, tuple(changed))


def _number_keys(person: RosterRow | Student) -> tuple[str, ...]:
    number = number_key(person.student_number)
    return (number,) if number else ()


def _email_keys(person: RosterRow | Student) -> tuple[str, ...]:
    return (person.email.casefold(),) if person.email else ()


def _name_keys(person: RosterRow | Student) -> tuple[str, ...]:
    rest = (person.infix, person.family_name)
    names = tuple(name for name in (person.given_name, person.call_name) if name)
    # who has one name only is known by that
    return tuple(fold(" ".join((name, *rest))) for name in names or ("",))
