"""Who is in which class, where one file has the people, one the classes and one who is in which?

OneRoster 1.1 and 1.2 and School Data Sync v1, v2 and v2.1 come like that. Tables are told by the
names of their columns, as the names of the files differ and so does the order in them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from klasgenoot.domain.columns import Table, normal
from klasgenoot.domain.names import fold
from klasgenoot.domain.remarks import Remark, RemarkKind

HEADER = ("identifier", "givenName", "familyName", "email", "username", "class", "role")

_OWN_ID = ("sourcedid", "sisid")
_GIVEN = ("preferredgivenname", "prefferedgivenname", "givenname", "firstname")
_FAMILY = ("preferredfamilyname", "prefferedfamilyname", "familyname", "lastname")
_NUMBER = ("studentnumber", "identifier")
_LIKE_A_NUMBER = re.compile(r"[A-Za-z]{0,2}[0-9]{3,12}")
"""Keys that may well be the student number; others are of use to computers alone."""
_EMAIL = ("email", "secondaryemail")
_LOGIN = ("username",)
_PRONOUNS = "pronouns"
_CLASS_ID = ("classsourcedid", "sectionsisid", "classid", "sectionid")
_USER_ID = ("usersourcedid", "sisid", "studentsisid", "userid")
_CLASS_NAME = ("title", "sectionname", "classname")
_OF_STAFF = frozenset({"teachernumber", "qualification"})
"""Columns that only the teachers of School Data Sync v1 have; but they may be left away."""
_GONE = frozenset({"tobedeleted", "deleted", "inactive", "archived"})
_STUDENT, _STAFF = "student", "teacher"


@dataclass(frozen=True)
class _Sheet:
    """A table in which columns are asked for by name."""

    table: Table

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each column is; the first of two with one name."""
        named = enumerate(map(normal, self.table.header))
        return {name: place for place, name in reversed(list(named)) if name}

    def has(self, *names: str) -> bool:
        """Whether one of these columns is there."""
        return any(name in self.places for name in names)

    def cell(self, row: Sequence[str], *names: str) -> str:
        """The first of these cells that has anything in it."""
        cells = (row[self.places[name]] for name in names if name in self.places)
        return next(filter(None, cells), "")

    @cached_property
    def usual_role(self) -> str:
        """Who is in it where it does not say: in v1, Teacher.csv and TeacherRoster.csv do."""
        file = self.table.source.casefold().rpartition("/")[2]
        return _STAFF if self.has(*_OF_STAFF) or _STAFF in file else _STUDENT

    @property
    def rows(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """The rows that count, each with its place in the file."""
        for line, row in zip(self.table.lines, self.table.rows, strict=True):
            if fold(self.cell(row, "status")) not in _GONE:
                yield line, row


@dataclass(frozen=True, slots=True)
class _Person:
    line: int
    cells: tuple[str, ...]
    role: str
    pronouns: str = ""


def joined(tables: Sequence[Table]) -> Table | None:
    """One list of all these: a row for each student in each class, teachers at the end.

    The role somebody has in a class outranks the one they have at school. None where there is no
    table that says who is in which class.
    """
    sheets = [_Sheet(table) for table in tables if table.header]
    people_sheets = [each for each in sheets if _is_of_people(each)]
    links = [each for each in sheets if _is_of_links(each)]
    if not people_sheets or not links:
        return None
    people = _people(people_sheets, roles=_roles(sheets))
    classes = _classes(sheets, links=links)
    has_pronouns = any(each.has(_PRONOUNS) for each in people_sheets)
    rows: list[tuple[bool, int, tuple[str, ...]]] = []
    placed: set[str] = set()
    broken = 0
    for link in links:
        for _, row in link.rows:
            user = link.cell(row, *_USER_ID)
            class_id = link.cell(row, *_CLASS_ID)
            person = people.get(user)
            if person is None or class_id not in classes:
                broken += 1
            if person is None:
                continue
            placed.add(user)
            role = link.cell(row, "role") or person.role or link.usual_role
            cells = (*person.cells, classes.get(class_id, ""), role)
            cells += (person.pronouns,) if has_pronouns else ()
            rows.append((not _is_student(role), person.line, cells))
    left = sum(key not in placed and _is_student(who.role) for key, who in people.items())
    said = ((RemarkKind.BROKEN_LINKS, broken), (RemarkKind.WITHOUT_CLASS, left))
    rows.sort(key=lambda each: each[0])
    return Table(
        header=(*HEADER, _PRONOUNS) if has_pronouns else HEADER,
        rows=tuple(cells for *_, cells in rows),
        lines=tuple(line for _, line, _ in rows),
        source=people_sheets[0].table.source,
        remarks=tuple(Remark(kind, count) for kind, count in said if count),
    )


def _is_of_people(sheet: _Sheet) -> bool:
    return sheet.has(*_OWN_ID) and sheet.has(*_GIVEN) and sheet.has(*_FAMILY)


def _is_of_links(sheet: _Sheet) -> bool:
    return sheet.has(*_CLASS_ID) and sheet.has(*_USER_ID) and not _is_of_people(sheet)


def _is_student(role: str) -> bool:
    return fold(role).startswith(_STUDENT)


def _roles(sheets: Sequence[_Sheet]) -> dict[str, str]:
    """The role of each user at school, where a file of its own says so; of two, student."""
    roles: dict[str, str] = {}
    for sheet in sheets:
        if sheet.has(*_CLASS_ID) or not (sheet.has("usersourcedid") and sheet.has("role")):
            continue
        for _, row in sheet.rows:
            role = sheet.cell(row, "role")
            if _is_student(role):
                roles[sheet.cell(row, "usersourcedid")] = role
            else:
                roles.setdefault(sheet.cell(row, "usersourcedid"), role)
    return roles


def _people(sheets: Sequence[_Sheet], *, roles: dict[str, str]) -> dict[str, _Person]:
    people: dict[str, _Person] = {}
    for sheet in sheets:
        usual = "" if sheet.has("role") or roles else sheet.usual_role
        for line, row in sheet.rows:
            key = sheet.cell(row, *_OWN_ID)
            number = sheet.cell(row, *_NUMBER) or (key if _LIKE_A_NUMBER.fullmatch(key) else "")
            names = (sheet.cell(row, *kind) for kind in (_GIVEN, _FAMILY, _EMAIL, _LOGIN))
            role = sheet.cell(row, "role") or roles.get(key, usual)
            cells = (number, *names)
            people.setdefault(key, _Person(line, cells, role, sheet.cell(row, _PRONOUNS)))
    return people


def _classes(sheets: Sequence[_Sheet], *, links: Sequence[_Sheet]) -> dict[str, str]:
    """The name of each class. Terms and courses have names too; most links lead to the classes."""
    wanted = {link.cell(row, *_CLASS_ID) for link in links for _, row in link.rows}
    best: dict[str, str] = {}
    for sheet in sheets:
        if not (sheet.has(*_OWN_ID) and sheet.has(*_CLASS_NAME)) or _is_of_people(sheet):
            continue
        names = {sheet.cell(row, *_OWN_ID): sheet.cell(row, *_CLASS_NAME) for _, row in sheet.rows}
        if len(wanted & names.keys()) > len(wanted & best.keys()):
            best = names
    return best
