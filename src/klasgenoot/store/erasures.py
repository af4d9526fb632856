"""What was erased for good? Tombstones, and what makes room for them: rows that go for ever.

Three things together leave no trace (docs/privacy-erasing.md): the full-text index and the
database overwrite what goes, and the log beside the file is emptied into it. The caller has the
journal open and forgets it.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

import sqlcipher3.dbapi2 as driver

from klasgenoot.domain.erasing import BY_TOKEN, Counts, Part, Tombstone, What, gone
from klasgenoot.domain.names import fold_words
from klasgenoot.store.faceless import drop_unused, forget_photos
from klasgenoot.store.journal import Journal
from klasgenoot.store.schema import DRAFT, PASSED_OVER

_TOLD_ON = {
    "own_words": "told_on",
    "common_ground": "''",
    "study_coaches": "''",
    "consents": "said_on",
    "month_answers": "answered_on",
}
"""What a student told, who coaches them, and how the teacher thought of the bond; since when."""
_PLANNED_ON = {
    "snoozes": "since",
    "absences": "missed_on",
    "round_talks": "coalesce(held_on, '')",
    "talk_rounds": "begun_on",
}
"""When somebody was put off or not there, and their talks in a round; since when."""
_ON: dict[What, dict[str, str]] = {What.TOLD: _TOLD_ON, What.PLANNED: _PLANNED_ON}
_IS_DRAFT = f"name LIKE '{DRAFT}%'"
_COUNTED: dict[Part, str] = {
    Part.CLASSES: "SELECT count(*) FROM school_classes",
    Part.STUDENTS: "SELECT count(*) FROM students",
    Part.CONTACTS: "SELECT count(*) FROM contacts",
    Part.PRIVATE_LINES: "SELECT count(*) FROM contact_students WHERE private_text <> ''",
    Part.PROMISES: "SELECT count(*) FROM promises",
    Part.GROUP_NOTES: "SELECT count(*) FROM group_notes",
    Part.PHOTOS: "SELECT count(*) FROM photos",
    Part.SOUNDS: "SELECT count(*) FROM sounds",
    Part.ANSWERS: "SELECT count(*) FROM answers",
    Part.TRANSFERS: "SELECT count(*) FROM transfers",
    Part.TOLD: f"SELECT {' + '.join(f'(SELECT count(*) FROM {table})' for table in _TOLD_ON)}",
    Part.PLANNED: "SELECT (SELECT count(*) FROM snoozes) + (SELECT count(*) FROM absences)"
    " + (SELECT count(*) FROM round_talks)",
    Part.DRAFTS: f"SELECT count(*) FROM settings WHERE {_IS_DRAFT}",
}
_TABLES = {
    What.CONTACT: "contacts",
    What.PROMISE: "promises",
    What.GROUP_NOTE: "group_notes",
    What.TRANSFER: "transfers",
}
THOSE = "(SELECT value FROM json_each(?))"
"""A list of numbers as one value: there may be more of them than SQLite takes one by one."""


def tombstones(connection: driver.Connection, *, after: int = 0) -> tuple[Tombstone, ...]:
    """The tombstones with a higher number than `after`, in order; none in a file without them."""
    if not connection.execute("PRAGMA table_info(erasures)").fetchall():
        return ()
    found = connection.execute(
        "SELECT what, token, erased_on, id FROM erasures WHERE id > ? ORDER BY id", (after,)
    )
    return tuple(
        Tombstone(What(what), token, date.fromisoformat(day), number)
        for what, token, day, number in found
    )


def last_number(connection: driver.Connection) -> int:
    """The number of the newest tombstone, or 0."""
    return max((stone.number for stone in tombstones(connection)), default=0)


def set_up(connection: driver.Connection, stones: Iterable[Tombstone]) -> None:
    """Adds tombstones; one that has a number already keeps it, and is there once."""
    connection.executemany(
        "INSERT OR IGNORE INTO erasures (id, what, token, erased_on) VALUES (?, ?, ?, ?)",
        [
            (stone.number or None, stone.what.value, stone.token, stone.erased_on.isoformat())
            for stone in stones
        ],
    )


def token_of(connection: driver.Connection, what: What, number: int) -> str:
    """What a tombstone for this row will know it by; empty if it is not there."""
    if what in _TABLES:
        return str(number)
    table = "school_classes" if what is What.CLASS else "students"
    row = connection.execute(f"SELECT token FROM {table} WHERE id = ?", (number,)).fetchone()
    return str(row[0]) if row else ""


def counted(connection: driver.Connection) -> Counts:
    """How many there are of each part."""
    return {part: connection.execute(sql).fetchone()[0] for part, sql in _COUNTED.items()}


def bury(connection: driver.Connection, stones: Sequence[Tombstone]) -> Counts:
    """Lets go of all that these tombstones stand for. Returns how much of what that was.

    A contact with somebody else in it stays with them; who is in no class any more goes too.
    """
    before = counted(connection)
    tokens = {what: [stone.token for stone in stones if stone.what is what] for what in What}
    _bury_classes(connection, tokens[What.CLASS])
    _bury_students(connection, _ids(connection, "students", tokens[What.STUDENT]))
    for what, table in _TABLES.items():
        numbers = [int(token) for token in tokens[what]]
        connection.execute(f"DELETE FROM {table} WHERE id IN {THOSE}", (json.dumps(numbers),))
    forget_photos(connection, _ids(connection, "students", tokens[What.PHOTO]))
    for stone in (stone for stone in stones if stone.what is What.ANSWERS):
        _bury_answers(connection, stone)
    for stone in (stone for stone in stones if stone.what in _ON):
        _bury_beside(connection, stone)
    drop_unused(connection)
    return gone(before, counted(connection))


def would_go(connection: driver.Connection, stones: Sequence[Tombstone]) -> Counts:
    """What `bury` would let go of; only for a transaction that is taken back.

    The full-text index is left out of it: taking thousands of texts out safely takes seconds, and
    it is put back with the rest.
    """
    found = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'words_of_%'"
    )
    for (name,) in found.fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    return bury(connection, stones)


def stray(connection: driver.Connection) -> tuple[Tombstone, ...]:
    """Tombstones of those who are there all the same: an older copy was put in this place."""
    known = {stone.token: stone for stone in tombstones(connection) if stone.what in BY_TOKEN}
    if not known:
        return ()
    there = connection.execute(
        "SELECT token FROM students UNION ALL SELECT token FROM school_classes"
    )
    return tuple(known[token] for (token,) in there.fetchall() if token in known)


class Ground(Protocol):
    """Where somebody may lie who was erased: the vault."""

    journal: Journal

    @property
    def connection(self) -> driver.Connection:
        """The open file."""

    def empty_log(self) -> bool:
        """Leaves nothing old in the log beside the file."""


def lay_stray_to_rest(vault: Ground) -> None:
    """Who was erased is there again when an older copy was put in this place: not for long."""
    stones = stray(vault.connection)
    if stones:
        with vault.journal.for_good():
            bury(vault.connection, stones)
        vault.empty_log()


def drop_drafts(connection: driver.Connection, *, names: Iterable[str] | None = None) -> None:
    """Drops what was being written: all of it, or the drafts with these names."""
    if names is None:
        connection.execute(f"DELETE FROM settings WHERE {_IS_DRAFT}")
        return
    connection.executemany("DELETE FROM settings WHERE name = ?", [(name,) for name in names])


def drafts(connection: driver.Connection) -> dict[str, str]:
    """Everything that is being written, by the name of its setting."""
    found = connection.execute(f"SELECT name, value FROM settings WHERE {_IS_DRAFT}")
    return dict(found.fetchall())


def _ids(connection: driver.Connection, table: str, tokens: Sequence[str]) -> list[int]:
    found = connection.execute(
        f"SELECT id FROM {table} WHERE token IN {THOSE}", (json.dumps(tokens),)
    )
    return [row[0] for row in found.fetchall()]


def _bury_classes(connection: driver.Connection, tokens: Sequence[str]) -> None:
    ids = json.dumps(_ids(connection, "school_classes", tokens))
    alone = connection.execute(
        f"SELECT DISTINCT student_id FROM enrolments WHERE class_id IN {THOSE} AND student_id"
        f" NOT IN (SELECT student_id FROM enrolments WHERE class_id NOT IN {THOSE})",
        (ids, ids),
    )
    _bury_students(connection, [row[0] for row in alone.fetchall()])
    connection.execute(f"DELETE FROM school_classes WHERE id IN {THOSE}", (ids,))


def _bury_students(connection: driver.Connection, ids: Sequence[int]) -> None:
    """Takes students out, and out of the contacts that others have a part in."""
    if not ids:
        return
    those = json.dumps(ids)
    touched = connection.execute(
        f"SELECT DISTINCT contact_id FROM contact_students WHERE student_id IN {THOSE}", (those,)
    )
    contact_ids = json.dumps([row[0] for row in touched.fetchall()])
    connection.execute(f"DELETE FROM contact_students WHERE student_id IN {THOSE}", (those,))
    connection.execute(
        f"DELETE FROM contacts WHERE id IN {THOSE}"
        " AND id NOT IN (SELECT contact_id FROM contact_students)",
        (contact_ids,),
    )
    _fold_anew(connection, contact_ids)
    # who is passed over today stands there by number, and numbers are given out again
    connection.execute("DELETE FROM settings WHERE name = ?", (PASSED_OVER,))
    # what was promised to them goes with them, and what they were taken for is nobody
    connection.execute(f"DELETE FROM students WHERE id IN {THOSE}", (those,))


def _fold_anew(connection: driver.Connection, contact_ids: str) -> None:
    """What can be found of contacts, without the lines of who went."""
    found = connection.execute(
        "SELECT c.id, c.text, (SELECT group_concat(private_text, ' ') FROM contact_students"
        f" WHERE contact_id = c.id), c.tags FROM contacts c WHERE c.id IN {THOSE}",
        (contact_ids,),
    )
    connection.executemany(
        "UPDATE contacts SET folded = ? WHERE id = ?",
        [
            (fold_words(" ".join((text, private or "", tags))), number)
            for number, text, private, tags in found.fetchall()
        ],
    )


def _bury_answers(connection: driver.Connection, stone: Tombstone) -> None:
    """What was known of a name until the day of the tombstone; what was learned later stays."""
    for student_id in _ids(connection, "students", [stone.token]):
        connection.execute(
            "DELETE FROM answers WHERE student_id = ? AND date(answered_at) <= ?",
            (student_id, stone.erased_on.isoformat()),
        )
        connection.execute(
            "DELETE FROM memories WHERE student_id = ? AND date(last_review) <= ?",
            (student_id, stone.erased_on.isoformat()),
        )
        connection.execute(
            "DELETE FROM drills WHERE ? IN (one_id, other_id) AND date(finished_at) <= ?",
            (student_id, stone.erased_on.isoformat()),
        )


def _bury_beside(connection: driver.Connection, stone: Tombstone) -> None:
    """What stood beside somebody until the day of the tombstone; what has no day goes whole."""
    day = stone.erased_on.isoformat()
    for student_id in _ids(connection, "students", [stone.token]):
        for table, column in _ON[stone.what].items():
            connection.execute(
                f"DELETE FROM {table} WHERE student_id = ? AND {column} <= ?", (student_id, day)
            )
