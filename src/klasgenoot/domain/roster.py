"""Who stands in a class list? Each student once, with what the columns hold."""

import re
from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass, field, replace

from klasgenoot.domain.columns import NAME_FIELDS, Field, Table
from klasgenoot.domain.errors import DoubleNumber, EmptyList, NoNameColumn
from klasgenoot.domain.name_cells import all_freed
from klasgenoot.domain.name_parting import Told, part_name, parted_beside, told_by_names
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
_PREVIEW = "_previewuser"
"""How the login ends with which a teacher sees a course of Blackboard as a student."""
_COUNTED = re.compile(
    r"(?:totaal|total|aantal|gemiddelde?|average|pagina|page|blad|count)\b[^\d]{0,20}\d",
    re.IGNORECASE,
)
"""What is written below a list, with a number: nobody's name."""
_BETWEEN_CLASSES = re.compile(r"\s*[,;|]\s*|\s+(?:and|en)\s+")
_MOST_CLASSES = 200
"""More are no classes to choose from."""
LINE_END = " \u23ce "
"""Stands for the end of a line in a note, which is one line in a list."""
_STUDENT_ROLES = (
    *("student", "leerling", "deelnemer", "cursist", "learner", "pupil"),
    *("attendee", "presenter", "presentator", "member", "lid"),
)
"""How the role of a student begins; in Teams all who are in a meeting are attendees, or present."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterRow:
    """One student as a list has them.

    Attributes:
        line: the row in the file, 1 being the first.
        place: the first row of the list that is about them, 1 being the first; 0 for who stands in
            none. Unlike `line` no other student has it, wherever the list was put together from.
        as_listed: what stood there, where the teacher mended the name; else None.
    """

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
    place: int = field(default=0, compare=False)
    as_listed: "RosterRow | None" = None

    @property
    def full_name(self) -> str:
        """Call name (else given name), infix and family name in reading order."""
        name = self.call_name or self.given_name
        return full_name(given=name, infix=self.infix, family=self.family_name)

    @property
    def listed(self) -> "RosterRow":
        """The student as the list has them, whatever was mended."""
        return self.as_listed or self

    @property
    def mark(self) -> Hashable:
        """The same as long as what was read is looked over, however its columns are read."""
        return self.place or self.listed


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
    at = {known: index for index, known in reversed(list(enumerate(fields)))}
    notes = [index for index, known in enumerate(fields) if known is Field.NOTE]
    is_ours = table.is_everything
    everything = [
        {known: tidy(cells[index]) for known, index in at.items()} for cells in table.rows
    ]
    if not is_ours:
        everything = all_freed(everything)
    told = Told()
    if Field.WHOLE_NAME in at:
        told = told_by_names(
            (texts[Field.WHOLE_NAME], texts.get(Field.EMAIL, "")) for texts in everything
        )
    found: list[RosterRow] = []
    left_out: set[str] = set()
    said = zip(everything, table.rows, table.lines, strict=True)
    for place, (texts, cells, line) in enumerate(said, 1):
        texts[Field.NOTE] = "".join(tidy(cells[index]) for index in notes)
        row = _row_as_told(texts, line=line) if is_ours else _row(texts, line=line, told=told)
        if not row.full_name or (not is_ours and _is_nobody(row)):
            continue
        if is_ours or _is_student(row, role=texts.get(Field.ROLE, "")):
            found.append(replace(row, place=place))
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
    rows = _in_their_places(inside, everybody, sign=sign) if inside else everybody
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
    elif family and not given and _shares_nothing(whole, family):
        given = whole  # "Name, Surname"
    if whole and not (given and family):
        beside = parted_beside(whole, given=given, family=surname(infix=infix, family=family))
        return beside or part_name(whole, email=texts.get(Field.EMAIL, ""), told=told)
    found, rest = split_family(family)
    return (given, found, rest) if fold(infix) in {"", fold(found)} else (given, infix, family)


def _shares_nothing(whole: str, family: str) -> bool:
    """Whether a name has no word of a family name, and so is the rest of it."""
    return not set(fold_words(family).split()) & set(fold_words(whole).split())


def _is_nobody(row: RosterRow) -> bool:
    """Whether a system or a printer wrote this between the students: "Punten", "Pagina 1 van 2"."""
    name = row.full_name
    return fold(name) in _NO_STUDENTS or _COUNTED.match(name) is not None


def _is_student(row: RosterRow, *, role: str) -> bool:
    name = fold(f"{row.given_name} {row.family_name}")
    if name in _TEST_STUDENTS or row.login.casefold().endswith(_PREVIEW):
        return False
    return not role or fold(role).startswith(_STUDENT_ROLES)


def _check_numbers(rows: Sequence[RosterRow], *, source: str) -> None:
    """Refuses a list in which two students carry one number: one of them would be lost."""
    by_number: dict[str, RosterRow] = {}
    for row in rows:
        for number in number_keys(row):
            first = by_number.setdefault(number, row)
            if fold(first.full_name) != fold(row.full_name):
                raise DoubleNumber(source, row.student_number, (first.line, row.line))


def _each_once(rows: Sequence[RosterRow], *, sign: Sign) -> tuple[RosterRow, ...]:
    once: dict[tuple[str, ...], RosterRow] = {}
    for row in rows:
        once.setdefault(sign(row), row)
    return tuple(once.values())


def _in_their_places(
    inside: Sequence[RosterRow], everybody: Sequence[RosterRow], *, sign: Sign
) -> tuple[RosterRow, ...]:
    """Those of some classes, each once, with the place they have in all of the list."""
    first = {sign(row): row.place for row in everybody}
    return tuple(replace(row, place=first[sign(row)]) for row in _each_once(inside, sign=sign))


def _sign(row: RosterRow) -> tuple[str, ...]:
    """The same for rows about one person.

    Without number and e-mail, two rows with one name may well be two people: both stay.
    """
    sign = number_keys(row) or email_keys(row) or (str(row.place),)
    return (fold(row.full_name), *sign)


def _line_sign(row: RosterRow) -> tuple[str, ...]:
    """The same where each student has a line of their own, in whatever class they stand."""
    return (str(row.line),)


def number_keys(person: RosterRow | Student) -> tuple[str, ...]:
    """The student number that says who somebody is; nothing without one."""
    number = number_key(person.student_number)
    return (number,) if number else ()


def email_keys(person: RosterRow | Student) -> tuple[str, ...]:
    """The e-mail address that says who somebody is; nothing without one."""
    return (person.email.casefold(),) if person.email else ()
