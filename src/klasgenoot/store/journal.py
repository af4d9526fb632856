"""What was done, and how is it taken back? Undo kept by the database itself.

TEMP triggers on each journalled table write the inverse of every change as SQL. One deed is one
transaction and one step: at its end the inverses, newest first, are the way back. Playing them in
a step of its own yields the way forward again. So no deed carries undo code.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import sqlcipher3.dbapi2 as driver

from klasgenoot.domain.deeds import Deed
from klasgenoot.store.schema import JOURNALLED

DEPTH = 50
"""How many deeds can be undone."""


@dataclass(frozen=True, slots=True)
class Step:
    """One deed in the journal.

    Attributes:
        deed: what the undo bar calls it.
        tables: the tables it touched; this is the change news.
        inverses: SQL that takes it back, in the order in which to run it.
    """

    deed: Deed
    tables: frozenset[str]
    inverses: tuple[str, ...]


class Ground(Protocol):
    """What a journal stands on: the vault."""

    @property
    def connection(self) -> driver.Connection:
        """Where the changes are made; another one after the disk failed."""

    def transaction(self) -> AbstractContextManager[None]:
        """All of it or nothing."""


class Journal:
    """The deeds of this session that can be undone or done again.

    Attributes:
        done: deeds to undo, oldest first.
        undone: deeds to do again, the last undone last.
    """

    def __init__(self, ground: Ground, *, records: bool = True) -> None:
        self._ground = ground
        self._records = records
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self.prepare()

    def prepare(self) -> None:
        """From here on each change on the connection is recorded; what was done stays known."""
        if self._records:
            connection = self._ground.connection
            connection.executescript(_triggers(connection))

    @contextmanager
    def step(self, deed: Deed) -> Iterator[None]:
        """Runs one deed as one transaction; if it fails, nothing of it is left."""
        with self._transaction() as touched:
            yield
        if touched:
            self.done.append(self._step(deed, touched))
            self.undone.clear()
            del self.done[:-DEPTH]

    @contextmanager
    def for_good(self) -> Iterator[set[str]]:
        """One transaction that nothing takes back: with it goes all that could be undone before.

        Once it is done, the set holds the tables it touched.
        """
        tables: set[str] = set()
        with self._transaction() as touched:
            yield tables
        tables |= {table for table, _ in touched}
        touched.clear()
        self.forget()

    @contextmanager
    def on_record(self) -> Iterator[None]:
        """One transaction that is no deed: undo passes it by, and leaves it there."""
        with self._transaction():
            yield

    @contextmanager
    def on_trial(self) -> Iterator[None]:
        """One transaction that is taken back at its end: to see what something would do."""
        connection = self._ground.connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.execute("UPDATE journal_gate SET is_open = 1")
            yield
        finally:
            connection.rollback()

    def last_tables(self) -> frozenset[str]:
        """The tables that the last deed touched."""
        return self.done[-1].tables if self.done else frozenset()

    def undo(self) -> Step | None:
        """Takes the last deed back. Returns its step, or None if there is nothing to undo."""
        return self._play(self.done, self.undone)

    def redo(self) -> Step | None:
        """Does the last undone deed again. Returns its step, or None if there is nothing."""
        return self._play(self.undone, self.done)

    def forget(self) -> None:
        """Empties the journal: what was erased for good must not live on in it."""
        self.done.clear()
        self.undone.clear()

    def _play(self, here: list[Step], there: list[Step]) -> Step | None:
        if not here:
            return None
        step = here[-1]
        with self._transaction() as touched:
            connection = self._ground.connection
            connection.execute("PRAGMA defer_foreign_keys = ON")
            for statement in step.inverses:
                connection.execute(statement)
        here.pop()
        there.append(self._step(step.deed, touched))
        return step

    @contextmanager
    def _transaction(self) -> Iterator[list[tuple[str, str]]]:
        """Opens the journal for one transaction; at its end the list holds (table, inverse)."""
        touched: list[tuple[str, str]] = []
        with self._ground.transaction():
            connection = self._ground.connection
            connection.execute("UPDATE journal_gate SET is_open = 1")
            yield touched
            touched += connection.execute(
                "SELECT tbl, inverse FROM journal_log ORDER BY id DESC"
            ).fetchall()
            connection.execute("DELETE FROM journal_log")
            connection.execute("UPDATE journal_gate SET is_open = 0")

    @staticmethod
    def _step(deed: Deed, touched: list[tuple[str, str]]) -> Step:
        return Step(deed, frozenset(t for t, _ in touched), tuple(sql for _, sql in touched))


def _triggers(connection: driver.Connection) -> str:
    columns = {
        table: tuple(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))
        for table in JOURNALLED
    }
    return _script(tuple(columns.items()))


@lru_cache(maxsize=2)
def _script(tables: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    """The log, its gate (a change outside a step is an error) and three triggers per table."""
    parts = [
        "CREATE TEMP TABLE journal_log (id INTEGER PRIMARY KEY, tbl TEXT, inverse TEXT);",
        "CREATE TEMP TABLE journal_gate (is_open INTEGER);",
        "INSERT INTO journal_gate VALUES (0);",
    ]
    for table, columns in tables:
        gate = (
            f"SELECT RAISE(ABORT, 'a change of {table} outside a step')"
            " WHERE (SELECT is_open FROM journal_gate) = 0;"
        )
        names = ", ".join(columns)
        old = "||', '||".join(f"quote(OLD.{name})" for name in columns)
        back = "||', '||".join(f"'{name} = '||quote(OLD.{name})" for name in columns)
        inverses = {
            "INSERT": f"'DELETE FROM {table} WHERE rowid = '||NEW.rowid",
            "UPDATE": f"'UPDATE {table} SET rowid = '||OLD.rowid||', '||{back}"
            "||' WHERE rowid = '||NEW.rowid",
            "DELETE": f"'INSERT INTO {table} (rowid, {names}) VALUES ('||OLD.rowid||', '"
            f"||{old}||')'",
        }
        # writing what is there already is no change: there would be nothing to take back
        other = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in ("rowid", *columns))
        only = {"UPDATE": f"WHEN {other} "}
        parts += [
            f"CREATE TEMP TRIGGER journal_{table}_{event} AFTER {event} ON main.{table}"
            f" {only.get(event, '')}BEGIN {gate}"
            f" INSERT INTO journal_log (tbl, inverse) VALUES ('{table}', {inverse}); END;"
            for event, inverse in inverses.items()
        ]
    return "\n".join(parts)
