"""What is in a data file? How much of each kind, and a fingerprint of all of it."""

from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import blake2b, sha256
from types import MappingProxyType

import sqlcipher3.dbapi2 as driver

from klasgenoot.domain.backups import Amount, Amounts, Kind
from klasgenoot.store.breathing import Breathe, hold_breath
from klasgenoot.store.schema import JOURNALLED, LEFT_OUT

FOLLOWS = frozenset({"words", "generation"})
"""Tables that say nothing of their own: the index, and the counter that each backup moves on."""
AT_ONCE = 500
"""Rows that are read together."""

_AMOUNTS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.CLASSES: "SELECT count(*), NULL FROM school_classes",
        Kind.STUDENTS: "SELECT count(*), (SELECT max(joined_on) FROM enrolments) FROM students",
        Kind.PHOTOS: "SELECT count(*), NULL FROM photos",
        Kind.CONTACTS: "SELECT count(*), max(happened_on) FROM contacts",
        Kind.NOTES: "SELECT count(*), max(noted_on) FROM group_notes",
    }
)


def amounts(connection: driver.Connection) -> Amounts:
    """How many there are of each kind, and the last day they are about."""
    rows = {kind: connection.execute(sql).fetchone() for kind, sql in _AMOUNTS.items()}
    return {
        kind: Amount(count, date.fromisoformat(latest) if latest else None)
        for kind, (count, latest) in rows.items()
    }


def fingerprint(
    connection: driver.Connection, *, breathe: Breathe = hold_breath, without: str = ""
) -> str:
    """Stands for every row of every table: equal fingerprints, equal content.

    Of a photo its name is taken, which stands for its bytes (`photos_are_sound` checks that). What
    is changed while `breathe` runs may be taken in or not. Columns called `without` are left out:
    what is drawn by chance is another each time the same is done.
    """
    held = blake2b(digest_size=32)
    for table in sorted({*JOURNALLED, *LEFT_OUT} - FOLLOWS):
        columns = _columns(connection, table, without=without)
        if columns:  # else an older file does not have it yet
            held.update(f"{table} {columns}".encode())
            for rows in _rows(connection, table, columns):
                held.update(repr(rows).encode())
                breathe(0, 0)
    return held.hexdigest()


def _rows(
    connection: driver.Connection, table: str, columns: str
) -> Iterator[list[tuple[object, ...]]]:
    """All rows of a table, some at a time; no statement is left open in between."""
    some = f"SELECT rowid, {columns} FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT {AT_ONCE}"
    last = -(2**63)
    while rows := connection.execute(some, (last,)).fetchall():
        yield rows
        last = rows[-1][0]


def photos_are_sound(connection: driver.Connection) -> bool:
    """Whether each photo is the one that its name stands for."""
    rows = connection.execute("SELECT id, large FROM photos")
    return all(sha256(large).hexdigest() == name for name, large in rows)


def _columns(connection: driver.Connection, table: str, *, without: str = "") -> str:
    """The columns of a table; none if it is not there.

    Of pictures only how long they are, and nothing that stands behind them: to get there, SQLite
    would have to read past all of their bytes.
    """
    rows = connection.execute(f"PRAGMA table_info({table})")
    found = [(row[1], row[2]) for row in rows if row[1] != without]
    pictures = [place for place, (_, kind) in enumerate(found) if kind == "BLOB"]
    seen = found[: pictures[-1] + 1] if pictures else found
    return ", ".join(f"length({name})" if kind == "BLOB" else name for name, kind in seen)
