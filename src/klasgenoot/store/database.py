"""How is the data file read and written? The encrypted SQLite file as one object.

`opening.py` opens it.

Reading is plain SQL on the connection; writing goes through sqlite-utils, which is imported at the
first write so that the window is there sooner (decision 0006).
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as driver

from klasgenoot.domain.errors import (
    OUT_OF_REACH,
    RESERVE_FREED,
    UNSURE,
    DamagedFile,
    DiskFailed,
    DiskFull,
    ReadOnlyPlace,
    Trouble,
)
from klasgenoot.store.connecting import connected_anew
from klasgenoot.store.door import through_door
from klasgenoot.store.driver_troubles import trouble_of
from klasgenoot.store.journal import Journal
from klasgenoot.store.reserve import free_reserve
from klasgenoot.store.upgrading import as_sqlite_utils

if TYPE_CHECKING:
    import sqlite_utils
    from sqlite_utils.db import Table

Row = tuple[Any, ...]
Values = Sequence[Any] | Mapping[str, Any]


class Vault:
    """The open data file.

    An error of the disk spoils the connection it came through: nobody knows what the disk has of
    it. Then nothing goes on with that connection. A new one is opened, all pages are looked
    through, the log is written into the main file, and only then is anything written again.

    Attributes:
        path: the file, or None for a vault in memory.
        key: the data key it was opened with, 64 hex digits; who wraps it anew needs it, and its
            backups have the same.
        journal: what was done and can be undone.
        seen: how far it was at the opening before this one, once somebody looked
            (`store/last_seen.py`).
        is_closed: whether it was let go of; whoever looks now and then stops looking.
    """

    records = True
    """Whether what is done can be undone."""

    def __init__(self, connection: driver.Connection, path: Path | None, key: str) -> None:
        self.path = path
        self.key = key
        self.seen: int | None = None
        self.is_closed = False
        self._connection: driver.Connection | None = connection
        self._is_doubtful = self._is_damaged = False
        self._tables: sqlite_utils.Database | None = None
        self.journal = Journal(self, records=self.records)

    @property
    def connection(self) -> driver.Connection:
        """The keyed connection; all of the app's SQL runs on its one thread.

        Raises:
            DiskFailed: the disk failed, and the file is still out of reach.
        """
        if self._connection is None:
            self._open_anew()
        assert self._connection  # noqa: S101 - opened just now
        return self._connection

    @property
    def is_certain(self) -> bool:
        """Whether it is open, and all that is seen of it is on the disk."""
        return self._connection is not None and not self._is_doubtful

    def table(self, name: str) -> "Table":
        """One table as sqlite-utils sees it, for writing."""
        return self.tables.table(name)

    def add(self, table: str, row: Mapping[str, object]) -> int:
        """Adds a row to a table with an integer key and returns its id.

        In SQL of its own: a teacher waits for it, and sqlite-utils asks for the tables each time.
        """
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"
        return int(self.connection.execute(sql, tuple(row.values())).lastrowid or 0)

    @property
    def tables(self) -> "sqlite_utils.Database":
        """The same connection as sqlite-utils sees it, for writing."""
        if self._tables is None:
            self._tables = as_sqlite_utils(self.connection)
        return self._tables

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """All rows that a query answers with."""
        with self.sound():
            return self.connection.execute(sql, values).fetchall()  # type: ignore[no-any-return]

    def row(self, sql: str, values: Values = ()) -> Row | None:
        """The first row that a query answers with, or None."""
        with self.sound():
            return self.connection.execute(sql, values).fetchone()  # type: ignore[no-any-return]

    @contextmanager
    def outside_journal(self) -> Iterator[None]:
        """A transaction for what is not undoable: settings, pictures, remembered mappings."""
        if self.connection.in_transaction:
            yield
            return
        with self.sound(), self.transaction():
            yield

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing; on the disk itself once this is over."""
        if self._is_doubtful:
            self._write_log_down()
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._roll_back()
            raise
        try:
            self.connection.commit()
        except driver.DatabaseError as error:
            self._assert_there(error)

    @contextmanager
    def sound(self) -> Iterator[None]:
        """Turns what the disk does to reading and writing into trouble that a person can mend."""
        try:
            yield
        except driver.DatabaseError as error:
            self._roll_back()
            trouble = trouble_of(error, self.path or Path())
            if isinstance(trouble, DiskFailed | DamagedFile):
                trouble = self._begin_anew(trouble)
            elif isinstance(trouble, ReadOnlyPlace):  # a copy that met a damaged page says that too
                anew = self._begin_anew(trouble)
                trouble = anew if isinstance(anew, DamagedFile) else trouble
            raise self._with_room_made(trouble) from error

    def _with_room_made(self, trouble: Trouble) -> Trouble:
        """On a full disk the reserve is given up, so that trying again works."""
        if isinstance(trouble, DiskFull) and self.path and free_reserve(self.path.parent):
            return DiskFull(trouble.path, RESERVE_FREED)
        return trouble

    def empty_log(self) -> bool:
        """Writes the log beside the file into it, and empties it: nothing old is left in there."""
        with self.sound():
            busy, *_ = self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    # ---- when the disk failed ----

    def _roll_back(self) -> None:
        if self._connection is not None:
            with suppress(driver.Error):  # it rolls back by closing, too
                self._connection.rollback()

    def _assert_there(self, error: driver.DatabaseError) -> None:
        """Looks whether what could not be committed is there: the disk may fail after it wrote.

        Raises:
            DiskFailed: it is not there, or not for certain.
        """
        trouble = trouble_of(error, self.path or Path())
        if not isinstance(trouble, DiskFailed | DamagedFile):
            raise error
        before = self._content()
        trouble = self._begin_anew(trouble)
        after = self._content() if self._connection else ""
        if after and after == before:
            raise trouble from error
        if self._is_doubtful or not (before and after):
            self.journal.forget()  # it knows nothing of what may have been done
            why = UNSURE if self._connection else OUT_OF_REACH
            raise DiskFailed(self.path or Path(), why) from error

    def _content(self) -> str:
        """What stands for all there is; empty when it cannot be read."""
        from klasgenoot.store.content import fingerprint

        self._roll_back()
        try:
            return fingerprint(self.connection)
        except (driver.Error, DiskFailed):
            return ""

    def _begin_anew(self, trouble: Trouble) -> Trouble:
        """Lets go of a spoilt connection and opens a new one; returns what the trouble really is.

        A page that cannot be read looks damaged to the connection that met it. What is damaged in
        truth stays open, to be read as far as it goes.
        """
        if self.path is None or self._connection is None or self._is_damaged:
            return trouble
        with suppress(driver.Error):
            self._connection.close()
        self._connection = self._tables = None
        try:
            self._open_anew()
        except DiskFailed as failed:  # whoever wants something of it next tries again
            return failed
        return DamagedFile(self.path) if self._is_damaged else DiskFailed(self.path)

    def go_on_with_key(self, key: str) -> None:
        """Opens it anew with the key that it was just given, to see whether it has it.

        Raises:
            DiskFailed: it still has the old one, and is open with that; or nothing is certain.
        """
        before = self.key
        with suppress(driver.Error):
            self.connection.close()
        self._connection = self._tables = None
        for self.key in (key, before):
            with suppress(DiskFailed):
                self._open_anew()
                break
        if self.key != key or not self.is_certain:
            raise DiskFailed(self.path or Path(), "" if self.is_certain else UNSURE)

    def _open_anew(self) -> None:
        path = self.path
        try:
            if path is None or not path.exists():  # opening it would make an empty one
                raise DiskFailed(path or Path(), OUT_OF_REACH)
            with through_door(path.parent):
                connection, is_sound = connected_anew(path, key=self.key)
        except (driver.Error, OSError) as error:
            raise DiskFailed(self.path or Path(), OUT_OF_REACH) from error
        self._connection, self._is_doubtful, self._is_damaged = connection, True, not is_sound
        self.journal.prepare()
        with suppress(DiskFailed):  # it can be read; nothing is written until it can
            self._write_log_down()

    def _write_log_down(self) -> None:
        """Sees to it that all there is stands in the main file, on the disk itself."""
        try:
            is_busy, _, _ = self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except driver.Error as error:
            raise DiskFailed(self.path or Path()) from error
        if is_busy:
            raise DiskFailed(self.path or Path())
        self._is_doubtful = False

    # ---- letting go ----

    def move_on(self) -> None:
        """One generation further, so that older copies are told apart; a full disk may skip it."""
        with suppress(DiskFull, DiskFailed), self.outside_journal():
            self.connection.execute("UPDATE generation SET number = number + 1")

    def close(self) -> None:
        """Writes everything into the main file and lets go of it; twice is once."""
        if self.is_closed:
            return
        self.is_closed = True
        if self._connection is None:
            return
        # on a full disk all is safe beside the main file; the next opening goes on from there
        with suppress(driver.Error):
            if self.path is not None:
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with suppress(driver.Error):
            self._connection.close()
