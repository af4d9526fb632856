"""Finding words in everything that was written, the newest first."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from klasgenoot.domain.contact import ContactId, ContactKind
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.searching import Phrase, Sought
from klasgenoot.store.database import Vault
from klasgenoot.store.erasures import THOSE
from klasgenoot.store.restrictions import shown
from klasgenoot.store.search_small import texts_of
from klasgenoot.store.searched import (
    BY_TABLE,
    ITSELF,
    LOOKED_THROUGH,
    SEARCHED_TABLES,
    Place,
    Searched,
    newest_first,
    numbers,
    place_of,
)
from klasgenoot.store.written import Written

LOOK_THROUGH = 2000
"""So many texts with the words in them are looked through for whose they are, in each table: more
would be felt while typing. Who narrows a search down that far finds the oldest a step later."""
_THOSE = "(SELECT value FROM json_each(:those))"
_ID = "(found.number & 4294967295)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is looked through.

    Attributes:
        tables: which of the searched tables; all when there are none.
        class_id: only what is about a class or its students.
        students: only what is about one of these.
        since: only what is from this day or later; leaves out what has no day.
        reach: how far it is looked back, as a multiple of `LOOK_THROUGH`.
    """

    tables: Collection[str] = ()
    class_id: ClassId | None = None
    students: Collection[StudentId] | None = None
    since: date | None = None
    reach: int = 1


@dataclass(frozen=True, slots=True)
class Found:
    """Row numbers in the index, the newest of each table first, and whether that is all."""

    numbers: tuple[int, ...] = ()
    is_all: bool = True

    @property
    def places(self) -> tuple[Place, ...]:
        """Where they stand."""
        return tuple(place_of(number) for number in self.numbers)


def find(vault: Vault, sought: Sought, *, scope: Scope = Scope(), at_most: int = 50) -> Found:
    """Finds the texts in the index in which each phrase stands. Case and accents do not count.

    Whose data is only kept is not found, nor a contact that was with nobody else.

    Args:
        vault: where to look.
        sought: what; nothing is found without any.
        scope: where in it.
        at_most: so many of each table.
    """
    if not sought:
        return Found()
    wanted = [each for each in SEARCHED_TABLES if _may_have(each, scope)]
    runs = [[each] for each in wanted if each.is_long]
    runs.append([each for each in wanted if not each.is_long])
    found = [_in_tables(vault, run, sought, scope, at_most) for run in runs if run]
    return Found(
        tuple(number for each in found for number in each.numbers),
        all(each.is_all for each in found),
    )


def _may_have(each: Searched, scope: Scope) -> bool:
    """Whether a table can have what is looked for at all."""
    if scope.tables and each.table not in scope.tables:
        return False
    if scope.since and not each.day:
        return False
    return scope.students is None or each.about != "class_id"


def _in_tables(
    vault: Vault, run: Sequence[Searched], sought: Sought, scope: Scope, at_most: int
) -> Found:
    """The newest in one table, or in several short ones whose numbers follow on each other."""
    spans = [numbers(each.table, since=scope.since) for each in run]
    reach = LOOK_THROUGH * scope.reach
    values = {
        "query": " ".join(map(_quoted, sought.phrases)),
        "least": min(spans)[0],
        "greatest": max(spans)[1],
        "reach": reach,
        "class": scope.class_id,
        "those": json.dumps(list(scope.students or ())),
    }
    rows = (
        "SELECT rowid AS number FROM words WHERE words MATCH :query"
        " AND rowid BETWEEN :least AND :greatest ORDER BY rowid DESC LIMIT :reach + 1"
    )
    cases = " ".join(
        f"WHEN number BETWEEN {least} AND {greatest} THEN {_condition(each, scope)}"
        for each, (least, greatest) in zip(run, spans, strict=True)
    )
    found: list[int] = []
    enough = at_most if len(run) == 1 else reach  # of several, the newest are not in one row
    with vault.sound():
        looked = vault.connection.execute(
            f"SELECT number, CASE {cases} END FROM ({rows}) found", values
        )
        for at, (number, is_meant) in enumerate(looked):  # no more is read than is wanted
            if at == reach or (is_meant and len(found) == enough):
                return Found(tuple(newest_first(found)[:at_most]), is_all=False)
            if is_meant:
                found.append(number)
    return Found(tuple(newest_first(found)[:at_most]), is_all=len(found) <= at_most)


def _condition(each: Searched, scope: Scope) -> str:
    """When a text is among what is looked for: whose it is, and that it may be seen."""
    if each.about == "class_id":
        of_class = f"{_ID} IN (SELECT rowid FROM {each.table} WHERE class_id = :class)"
        return of_class if scope.class_id else "1"
    column = each.about or "student_id"
    table, key = (each.table, "rowid") if each.about else ("contact_students", "contact_id")
    people = [shown(column)]
    if scope.students is not None:
        people.append(f"{column} IN {_THOSE}")
    if scope.class_id:
        people.append(f"{column} IN (SELECT student_id FROM enrolments WHERE class_id = :class)")
    if each.about == ITSELF:  # a name alone is no text
        people.append(f"{each.text} <> ''")
    theirs = f"FROM {table} WHERE {' AND '.join(people)}"
    if len(people) > 1:  # few: found once, and held beside each row
        return f"{_ID} IN (SELECT {key} {theirs})"
    return f"EXISTS (SELECT 1 {theirs} AND {key} = {_ID})"  # nearly all


def _quoted(phrase: Phrase) -> str:
    """A phrase as the index reads it: quoted, so that nothing a teacher types is an operator."""
    return f'"{" ".join(phrase.words)}"' + ("*" if phrase.goes_on else "")


def written(vault: Vault, places: Iterable[Place]) -> dict[Place, Written]:
    """The texts in these places; what went meanwhile is left out."""
    rows: dict[str, list[int]] = {}
    for place in places:
        rows.setdefault(place.table, []).append(place.row)
    found: dict[Place, Written] = {}
    for table, ids in rows.items():
        if table in LOOKED_THROUGH:
            found.update((each.place, each) for each in texts_of(vault, table, ids))
            continue
        read = _contacts if table == "contacts" else _others
        found.update((each.place, each) for each in read(vault, BY_TABLE[table], ids))
    return found


def _contacts(vault: Vault, each: Searched, ids: Sequence[int]) -> Iterator[Written]:
    those = json.dumps(ids)
    people: dict[int, dict[StudentId, str]] = {}
    for contact_id, who, private in vault.rows(
        "SELECT contact_id, student_id, private_text FROM contact_students"
        f" WHERE contact_id IN {THOSE} AND {shown('student_id')} ORDER BY contact_id, student_id",
        (those,),
    ):
        people.setdefault(contact_id, {})[StudentId(who)] = private
    for contact_id, day, kind, text, tags in vault.rows(
        f"SELECT id, happened_on, kind, text, tags FROM contacts WHERE id IN {THOSE}", (those,)
    ):
        lines = people.get(contact_id, {})
        yield Written(
            place=Place(each.table, contact_id),
            day=date.fromisoformat(day),
            text=text,
            student_ids=tuple(lines),
            private={who: line for who, line in lines.items() if line},
            contact_id=ContactId(contact_id),
            kind=ContactKind(kind),
            tags=tuple(tags.split()),
        )


def _others(vault: Vault, each: Searched, ids: Sequence[int]) -> Iterator[Written]:
    columns = f"rowid, {each.about}, {each.day or 'NULL'}, {each.text}, {each.contact or 'NULL'}"
    for row, about, day, text, contact_id in vault.rows(
        f"SELECT {columns} FROM {each.table} WHERE rowid IN {THOSE}", (json.dumps(ids),)
    ):
        is_class = each.about == "class_id"
        yield Written(
            place=Place(each.table, row),
            day=date.fromisoformat(day) if day else None,
            text=text,
            student_ids=() if is_class else (StudentId(about),),
            class_id=ClassId(about) if is_class else None,
            contact_id=ContactId(contact_id) if contact_id is not None else None,
        )
