"""Which texts can be searched? One list, from which the full-text index and its triggers are made.

A table is searched once it stands in `SEARCHED_TABLES`: it needs a column `folded` with all that
can be found of a row (see `domain.names.fold_words`), and a line of its own here.

The row number in the index says where a text stands and when it was: table, then day, then id. So
the newest of a table come first by reading its rows backwards, and nothing has to be sorted: what
a search costs does not grow with the years.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

_CODE, _DAY = 1 << 52, 1 << 32
_EPOCH = date(1970, 1, 1)
ITSELF = "rowid"
"""Of students: the row says itself whose it is."""
_LAST_DAY = (1 << 16) - 1
"""The last day that has a number of its own: in the year 2149."""
PREFIXES = "1 2 3"
"""Beginnings of words of so many letters have a list of their own: the first keys of a word would
otherwise look through most of the index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """One table that is searched.

    Attributes:
        table: its name.
        code: its place in the row number; never given to another table.
        day: the column with the day it is about; empty when it has none.
        about: the column with whose it is: a student, or a class. Empty for contacts, whose
            students stand in `contact_students`.
        text: what is shown: a column, or SQL that makes one line of several.
        contact: the column with the contact it belongs to, if it may.
        is_long: whether it grows with the years, and is looked through by itself. The others are
            looked through together; their codes are greater than those of the long ones.
    """

    table: str
    code: int
    day: str = ""
    about: str = "student_id"
    text: str = "text"
    contact: str = ""
    is_long: bool = False


SEARCHED_TABLES = (
    Searched(table="contacts", code=1, day="happened_on", about="", is_long=True),
    Searched(table="group_notes", code=2, day="noted_on", about="class_id", is_long=True),
    Searched(table="promises", code=3, day="due_on", contact="contact_id", is_long=True),
    Searched(table="own_views", code=4, day="said_on", contact="contact_id"),
    Searched(table="own_words", code=5, day="told_on"),
    Searched(table="common_ground", code=6),
    Searched(table="consents", code=7, day="said_on", text="about"),
    Searched(table="transfers", code=8, day="made_on", text="coach || ': ' || text"),
    Searched(table="snoozes", code=9, day="since"),
    Searched(table="students", code=10, about=ITSELF, text="note"),
)
"""All that is searched. A new table gets a line here and a word in `viewmodels/search_words.py`."""

BY_TABLE = {each.table: each for each in SEARCHED_TABLES}
LOOKED_THROUGH = {"mnemonics": 11, "corrections": 12, "needs_asked": 13}
"""What is looked through without the index, and its code: see `store/search_small.py`."""
_CODES = {each.table: each.code for each in SEARCHED_TABLES} | LOOKED_THROUGH
_BY_CODE = {code: table for table, code in _CODES.items()}


class Place(NamedTuple):
    """Where a text stands."""

    table: str
    row: int

    @property
    def key(self) -> int:
        """A number that no other place has."""
        return _CODES[self.table] * _DAY + self.row


def place_of(number: int) -> Place:
    """What a row number in the index stands for."""
    return Place(_BY_CODE[number // _CODE], number % _DAY)


def row_number(place: Place, *, day: date | None) -> int:
    """The row number of a text, as the index would have it."""
    days = max(0, min(_LAST_DAY, (day - _EPOCH).days)) if day else 0
    return _CODES[place.table] * _CODE + days * _DAY + place.row


def day_of(number: int) -> date | None:
    """The day in a row number; None for what has none."""
    days = number % _CODE // _DAY
    return date.fromordinal(_EPOCH.toordinal() + days) if days else None


def newest_first(found: Iterable[int]) -> list[int]:
    """Row numbers of several tables in one order; what has no day stands before all that has."""
    return sorted(found, key=lambda number: (number % _CODE >= _DAY, -(number % _CODE)))


def numbers(table: str, *, since: date | None = None) -> tuple[int, int]:
    """The least and the greatest row number that a text of a table can have."""
    start = _CODES[table] * _CODE
    days = max(0, (since - _EPOCH).days) if since else 0
    return start + days * _DAY, start + _CODE - 1


def index_statements() -> Iterator[str]:
    """Makes the index, fills it, and lets it follow its tables from then on."""
    yield (
        "CREATE VIRTUAL TABLE words USING fts5("
        f"folded, tokenize='unicode61', prefix='{PREFIXES}', columnsize=0)"
    )
    # what is taken out is written over: docs/privacy-erasing.md
    yield "INSERT INTO words(words, rank) VALUES('secure-delete', 1)"
    for each in SEARCHED_TABLES:
        yield f"INSERT INTO words(rowid, folded) SELECT {_number(each)}, folded FROM {each.table}"
        yield from _triggers(each)


def _triggers(each: Searched) -> Iterator[str]:
    table = each.table
    come = f"INSERT INTO words(rowid, folded) VALUES ({_number(each, 'NEW.')}, NEW.folded);"
    go = f"DELETE FROM words WHERE rowid = {_number(each, 'OLD.')};"
    watched = ", ".join(column for column in ("folded", each.day) if column)
    yield f"CREATE TRIGGER words_of_{table}_in AFTER INSERT ON {table} BEGIN {come} END"
    yield f"CREATE TRIGGER words_of_{table}_out AFTER DELETE ON {table} BEGIN {go} END"
    yield (
        f"CREATE TRIGGER words_of_{table}_change AFTER UPDATE OF {watched} ON {table}"
        f" BEGIN {go} {come} END"
    )


def _number(each: Searched, row: str = "") -> str:
    """The row number of a text, as SQL."""
    parts = [str(each.code * _CODE), f"{row}rowid"]
    if each.day:
        days = f"CAST(julianday({row}{each.day}) - 2440587.5 AS INTEGER)"
        parts.append(f"max(0, min({_LAST_DAY}, coalesce({days}, 0))) * {_DAY}")
    return " + ".join(parts)
