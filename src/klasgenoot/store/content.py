"""What is in a data file? How much of each kind, and a fingerprint of all of it."""

from collections.abc import Mapping
from datetime import date
from hashlib import blake2b, sha256
from types import MappingProxyType

import sqlcipher3.dbapi2 as driver

from klasgenoot.domain.backups import Amount, Amounts, Kind
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


def fingerprint(connection: driver.Connection) -> str:
    """Stands for every row of every table: equal fingerprints, equal content.

    Of a photo its name is taken, which stands for its bytes (`photos_are_sound` checks that).
    """
    held = blake2b(digest_size=32)
    for table in sorted({*JOURNALLED, *LEFT_OUT} - FOLLOWS):
        columns = _columns(connection, table)
        if not columns:  # an older file does not have it yet
            continue
        held.update(f"{table} {columns}".encode())
        rows = connection.execute(f"SELECT rowid, {columns} FROM {table} ORDER BY rowid")
        while some := rows.fetchmany(AT_ONCE):
            held.update(repr(some).encode())
    return held.hexdigest()


def photos_are_sound(connection: driver.Connection) -> bool:
    """Whether each photo is the one that its name stands for."""
    rows = connection.execute("SELECT id, large FROM photos")
    return all(sha256(large).hexdigest() == name for name, large in rows)


def _columns(connection: driver.Connection, table: str) -> str:
    """The columns of a table, of pictures only how long they are; none if it is not there."""
    found = connection.execute(f"PRAGMA table_info({table})").fetchall()
    return ", ".join(f"length({name})" if kind == "BLOB" else name for _, name, kind, *_ in found)
