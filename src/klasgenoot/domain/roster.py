"""Who stands in a class list, and what does it change about the students already known?"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from klasgenoot.domain.columns import NAME_FIELDS, Field, Table
from klasgenoot.domain.errors import DoubleNumber, EmptyList, NoNameColumn
from klasgenoot.domain.name_parting import Told, part_name, parted_beside, told_by_rows
from klasgenoot.domain.names import (
    fold,
    fold_words,
    full_name,
    split_family,
    surname,
    tidy,
)
from klasgenoot.domain.people import Student
from klasgenoot.domain.student_numbers import number_key

_NO_STUDENTS = frozenset(
    {"pointspossible", "manualposting", "points", "date", "outof", "classaverage"}
    | {"punten", "datum", "klassengemiddelde", "maximumpunten"}
)
"""Rows that learning platforms write between the students, with the name folded."""
_TEST_STUDENTS = frozenset({"teststudent", "studenttest", "previewuser", "studentpreview"})
"""Whom learning platforms make to try things with."""
_BETWEEN_CLASSES = re.compile(r"\s*[,;|]\s*|\s+(?:and|en)\s+")
_MOST_CLASSES = 200
"""More are no classes to choose from."""
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
    pronouns: str = ""
    class_name: str = ""
    note: str = ""
    coach: str = ""
    line: int = 0

    @property
    def full_name(self) -> str:
        """Call name (else given name), infix and family name in reading order."""
        name = self.call_name or self.given_name
        return full_name(given=name, infix=self.infix, family=self.family_name)


Sign = Callable[[RosterRow], tuple[str, ...]]
"""What is the same for rows about one person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterRows:
    """What a list comes to.

    Attributes:
        rows: the students, each once.
        classes: the classes it names, with the number of students in each.
        members: for each of the classes that are taken, the places of its students in `rows`.
        left_out: how many people were left out: staff, and who was made to try things with.
        without_class: how many students it names no class for.
    """

    rows: tuple[RosterRow, ...]
    classes: tuple[tuple[str, int], ...] = ()
    members: tuple[tuple[str, tuple[int, ...]], ...] = ()
    left_out: int = 0
    without_class: int = 0


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
    """The students in a list, as `read_roster_rows` finds them."""
    return read_roster_rows(table, fields=fields).rows


def read_roster_rows(
    table: Table, *, fields: Sequence[Field], only: Collection[str] = frozenset()
) -> RosterRows:
    """The students in a list, with what each column holds; staff and test students are left out.

    A student who stands in it several times (in several groups) is taken once.

    Args:
        table: the list.
        fields: what each of its columns holds.
        only: take these classes and no other; none, or none that is there, for everybody.

    Raises:
        NoNameColumn: none of the columns holds names.
        EmptyList: no student stands in it.
        DoubleNumber: two students carry one number.
    """
    if not NAME_FIELDS.intersection(fields):
        raise NoNameColumn(table.source)
    place = {field: index for index, field in reversed(list(enumerate(fields)))}
    notes = [index for index, field in enumerate(fields) if field is Field.NOTE]
    is_ours = table.is_everything
    told = told_by_rows(table.rows, name=place.get(Field.WHOLE_NAME), email=place.get(Field.EMAIL))
    found: list[RosterRow] = []
    left_out: set[str] = set()
    for cells, line in zip(table.rows, table.lines, strict=True):
        texts = {field: tidy(cells[index]) for field, index in place.items()}
        texts[Field.NOTE] = "".join(tidy(cells[index]) for index in notes)
        row = _row_as_told(texts, line=line) if is_ours else _row(texts, line=line, told=told)
        if not row.full_name or (not is_ours and fold(row.full_name) in _NO_STUDENTS):
            continue
        if is_ours or _is_student(row, role=texts.get(Field.ROLE, "")):
            found.append(row)
        else:
            left_out.add(fold(row.full_name))
    if not found:
        raise EmptyList(table.source)
    sign = _line_sign if is_ours else _sign
    if not is_ours:
        found = _in_each_class(found)
        _check_numbers(found, source=table.source)
    everybody = _each_once(found, sign=sign)
    inside = [row for row in found if row.class_name in only] if only else []
    taken = inside or found
    rows = _each_once(inside, sign=sign) if inside else everybody
    return RosterRows(
        rows=rows,
        classes=_classes(found, sign=sign),
        members=_members(taken, rows, sign=sign),
        left_out=len(left_out),
        without_class=len(everybody) - len({sign(row) for row in found if row.class_name}),
    )


def _in_each_class(rows: Sequence[RosterRow]) -> list[RosterRow]:
    """A row for each class where a cell names several: "1A and 1B", if one of them stands alone."""
    alone = {row.class_name for row in rows}
    found: list[RosterRow] = []
    for row in rows:
        parts = [part.strip() for part in _BETWEEN_CLASSES.split(row.class_name)]
        if len(parts) > 1 and alone.intersection(parts):
            found += [replace(row, class_name=part) for part in parts if part]
        else:
            found.append(row)
    return found


def _classes(rows: Sequence[RosterRow], *, sign: Sign) -> tuple[tuple[str, int], ...]:
    """The classes in a list, in their order, with the number of students in each."""
    inside: dict[str, list[RosterRow]] = {}
    for row in rows:
        if row.class_name:
            inside.setdefault(row.class_name, []).append(row)
    return tuple(
        (name, len(_each_once(those, sign=sign)))
        for name, those in list(inside.items())[:_MOST_CLASSES]
    )


def _members(
    rows: Sequence[RosterRow], once: Sequence[RosterRow], *, sign: Sign
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Who is in each class: for somebody in several, the place in each is the same."""
    place = {sign(row): at for at, row in enumerate(once)}
    inside: dict[str, dict[int, None]] = {}
    for row in rows:
        if row.class_name:
            inside.setdefault(row.class_name, {})[place[sign(row)]] = None
    return tuple((name, tuple(places)) for name, places in inside.items())


def difference(
    existing: Sequence[Student],
    incoming: Sequence[RosterRow],
    *,
    classes: Sequence[tuple[Sequence[Student], Collection[int]]] | None = None,
) -> Difference:
    """Pairs rows with students on number, then e-mail, then name, and says what changes.

    A strong sign goes before a weak one over the whole list, and nobody is paired twice. If the
    list numbers students as we do, namesakes with different numbers stay two people.

    Args:
        existing: who is known.
        incoming: the rows.
        classes: where there are several, who is in each and the places of its rows: a name alone
            says who somebody is within one class only.
    """
    pairs: dict[int, Student] = {}
    _pair(existing, incoming, pairs, keys_of=_number_keys)
    numbered_alike = bool(pairs)
    _pair(existing, incoming, pairs, keys_of=_email_keys)
    everywhere = range(len(incoming))
    for inside, places in classes if classes is not None else [(existing, everywhere)]:
        _pair(
            inside,
            incoming,
            pairs,
            keys_of=_name_keys,
            numbers_decide=numbered_alike,
            among=places,
        )
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
    among: Collection[int] | None = None,
) -> None:
    """Adds to `pairs` (the student for the row at a place) who share a key and are both free."""
    taken = {student.id for student in pairs.values()}
    by_key: dict[str, list[Student]] = {}
    for student in existing:
        for key in keys_of(student):
            by_key.setdefault(key, []).append(student)
    for place in range(len(incoming)) if among is None else among:
        row = incoming[place]
        candidates = (student for key in keys_of(row) for student in by_key.get(key, ()))
        for student in candidates if place not in pairs else ():
            someone_else = numbers_decide and row.student_number and student.student_number
            if student.id not in taken and not someone_else:
                pairs[place] = student
                taken.add(student.id)
                break


def _row(texts: dict[Field, str], *, line: int, told: Told) -> RosterRow:
    if Field.CALL_NAME in texts and not {Field.GIVEN_NAME, Field.WHOLE_NAME} & texts.keys():
        # what a list calls roepnaam is the only given name it has
        texts = texts | {Field.GIVEN_NAME: texts[Field.CALL_NAME], Field.CALL_NAME: ""}
    given, infix, family = _name(texts, told=told)
    login, email = texts.get(Field.LOGIN, ""), texts.get(Field.EMAIL, "")
    number = texts.get(Field.STUDENT_NUMBER, "")
    return RosterRow(
        given_name=given,
        infix=infix,
        family_name=family,
        call_name=_call_name(texts.get(Field.CALL_NAME, ""), given, infix=infix, family=family),
        student_number=number if any(c.isdigit() for c in number) else "",
        email=email or (login if "@" in login else ""),
        login=login,
        pronouns=texts.get(Field.PRONOUNS, ""),
        class_name=texts.get(Field.CLASS, ""),
        note=texts.get(Field.NOTE, "").replace(LINE_END, "\n"),
        coach=texts.get(Field.COACH, ""),
        line=line,
    )


def _row_as_told(texts: dict[Field, str], *, line: int) -> RosterRow:
    """A student as a Klasgenoot had them: nothing of it is a guess, so nothing is read into it."""
    return RosterRow(
        given_name=texts.get(Field.GIVEN_NAME, ""),
        infix=texts.get(Field.INFIX, ""),
        family_name=texts.get(Field.FAMILY_NAME, ""),
        call_name=texts.get(Field.CALL_NAME, ""),
        student_number=texts.get(Field.STUDENT_NUMBER, ""),
        email=texts.get(Field.EMAIL, ""),
        pronouns=texts.get(Field.PRONOUNS, ""),
        class_name=texts.get(Field.CLASS, ""),
        line=line,
    )


def _call_name(said: str, given: str, *, infix: str, family: str) -> str:
    """The call name, without the family name some lists put behind it; empty if it says no more."""
    after = fold_words(f"{infix} {family}").split()
    words = said.split()
    whole = fold_words(said).split()
    if after and len(words) == len(whole) > len(after) and whole[-len(after) :] == after:
        said = " ".join(words[: -len(after)])
    return "" if said == given else said


def _name(texts: dict[Field, str], *, told: Told) -> tuple[str, str, str]:
    given, infix = texts.get(Field.GIVEN_NAME, ""), texts.get(Field.INFIX, "")
    family, whole = texts.get(Field.FAMILY_NAME, ""), texts.get(Field.WHOLE_NAME, "")
    if given and not family and f" {fold_words(given)} " not in f" {fold_words(whole)} ":
        family = whole  # "Voornaam, Naam", as lists from Flanders have it
    if whole and not (given and family):
        beside = parted_beside(whole, given=given, family=surname(infix=infix, family=family))
        return beside or part_name(whole, email=texts.get(Field.EMAIL, ""), told=told)
    found, rest = split_family(family)
    return (given, found, rest) if fold(infix) in {"", fold(found)} else (given, infix, family)


def _is_student(row: RosterRow, *, role: str) -> bool:
    if fold(f"{row.given_name} {row.family_name}") in _TEST_STUDENTS:
        return False
    return not role or fold(role).startswith(_STUDENT_ROLES)


def _check_numbers(rows: Sequence[RosterRow], *, source: str) -> None:
    """Refuses a list in which two students carry one number: one of them would be lost."""
    by_number: dict[str, RosterRow] = {}
    for row in rows:
        for number in _number_keys(row):
            first = by_number.setdefault(number, row)
            if fold(first.full_name) != fold(row.full_name):
                raise DoubleNumber(source, row.student_number, (first.line, row.line))


def _each_once(rows: Sequence[RosterRow], *, sign: Sign) -> tuple[RosterRow, ...]:
    once: dict[tuple[str, ...], RosterRow] = {}
    for row in rows:
        once.setdefault(sign(row), row)
    return tuple(once.values())


def _sign(row: RosterRow) -> tuple[str, ...]:
    """The same for rows about one person.

    Without number and e-mail, two rows with one name may well be two people: both stay.
    """
    sign = _number_keys(row) or _email_keys(row) or (str(row.line),)
    return (fold(row.full_name), *sign)


def _line_sign(row: RosterRow) -> tuple[str, ...]:
    """The same where each student has a line of their own, in whatever class they stand."""
    return (str(row.line),)


def _match(student: Student, row: RosterRow) -> Match:
    fields = [name for name in ("student_number", "email") if getattr(row, name)]
    if row.given_name:
        fields.append("given_name")
    if row.family_name:
        fields += ["infix", "family_name"]
    if row.call_name and not student.call_name:
        fields.append("call_name")  # what the teacher calls someone outranks the list
    if row.pronouns and not student.pronouns:
        fields.append("pronouns")  # and so does what was said to the teacher
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
