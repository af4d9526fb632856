"""How is the data file opened, read and written? The encrypted SQLite file as one object.

Reading is plain SQL on the connection; writing goes through sqlite-utils, which is imported at the
first write so that the window is there sooner (decision 0006).
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
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
from klasgenoot.store.connecting import STATEMENTS, connected_anew, prepare, unlock
from klasgenoot.store.door import through_door
from klasgenoot.store.driver_troubles import trouble_of
from klasgenoot.store.durable import place_trouble
from klasgenoot.store.journal import Journal
from klasgenoot.store.places import assert_safe_for_data
from klasgenoot.store.reserve import free_reserve
from klasgenoot.store.schema import FILE, LATEST
from klasgenoot.store.swapping import clear_leftovers, finish_swap
from klasgenoot.store.upgrading import as_sqlite_utils, bring_up_to_date

if TYPE_CHECKING:
    import sqlite_utils
    from sqlite_utils.db import Table

OLDEST_SQLITE = (3, 51, 3)  # older ones can corrupt a WAL file (docs/decisions/0003)

IN_MEMORY = "00" * 32
"""The key of a vault in memory, where there is nobody to keep anything from."""

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


class OldVault(Vault):
    """The data file as an older Klasgenoot left it: to be backed up, and nothing else.

    It has no journal, since its tables may be others.
    """

    records = False


def open_vault(
    folder: Path, *, key: str, before_change: Callable[[OldVault], None] | None = None
) -> Vault:
    """Opens the data file in `folder`, making or migrating it where needed.

    Args:
        folder: the data folder; made, for its owner only, if it is not there.
        key: 64 hex digits, see `store.keys`.
        before_change: called with a file of an older version before its tables change: time for
            a backup.

    Raises:
        AlreadyOpen: another Klasgenoot holds the file.
        DamagedFile: the file or its key cannot be read.
        NewerFile: a newer Klasgenoot wrote the file.
        ReadOnlyPlace, DiskFull: the folder cannot be written.
        UnsafePlace: there is no data yet, and a service would copy it while it is open.
    """
    path = folder / FILE
    _assert_driver()
    make_folder(folder)
    if not path.exists():
        assert_safe_for_data(folder)
    try:
        with through_door(folder):
            finish_swap(folder)
            vault = _opened(path, key=key, before_change=before_change)
            clear_leftovers(folder)
            vault.move_on()
    except driver.Error as error:
        raise trouble_of(error, path) from error
    return vault


def _opened(path: Path, *, key: str, before_change: Callable[[OldVault], None] | None) -> Vault:
    connection = driver.connect(str(path), timeout=0.2, cached_statements=STATEMENTS)
    try:
        prepare(connection, key=key)
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        if before_change is not None and 0 < version < LATEST:
            before_change(OldVault(connection, path, key))
        bring_up_to_date(connection, path=path)
        vault = Vault(connection, path, key)
        if vault.row("SELECT 1 FROM erasures LIMIT 1"):  # else nobody can lie there again
            from klasgenoot.store.erasures import lay_stray_to_rest

            lay_stray_to_rest(vault)
    except BaseException:
        connection.close()
        raise
    return vault


def opens(folder: Path, *, key: str) -> bool:
    """Is this the key of the data file in `folder`? Nothing is changed.

    Raises:
        AlreadyOpen, ReadOnlyPlace, DiskFull: there is no telling.
    """
    path = folder / FILE
    connection = driver.connect(str(path), timeout=0.2)
    try:
        unlock(connection, key=key)
    except driver.Error as error:
        trouble = trouble_of(error, path)
        if isinstance(trouble, DamagedFile):
            return False
        raise trouble from error
    finally:
        connection.close()
    return True


def vault_in_memory() -> Vault:
    """A vault that leaves nothing behind: what tests stand on."""
    connection = driver.connect(":memory:")
    prepare(connection, key=IN_MEMORY)
    bring_up_to_date(connection, path=None)
    return Vault(connection, None, IN_MEMORY)


def make_folder(folder: Path) -> None:
    """Makes the data folder, for its owner's eyes only."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise place_trouble(error, folder) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise ReadOnlyPlace(folder)


def _assert_driver() -> None:
    if driver.sqlite_version_info < OLDEST_SQLITE:
        message = f"SQLite {driver.sqlite_version} is too old to be safe"
        raise RuntimeError(message)
