"""How is the data file opened, read and written? The encrypted SQLite file as one object.

Reading is plain SQL on the connection; writing goes through sqlite-utils, which is imported at the
first write so that the window is there sooner (decision 0006).
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as driver

from klasgenoot.domain.errors import (
    RESERVE_FREED,
    AlreadyOpen,
    DamagedFile,
    DiskFull,
    NewerFile,
    ReadOnlyPlace,
    Trouble,
    Unknown,
)
from klasgenoot.store.door import through_door
from klasgenoot.store.durable import place_trouble
from klasgenoot.store.erasures import bury, stray
from klasgenoot.store.journal import Journal
from klasgenoot.store.places import assert_safe_for_data
from klasgenoot.store.reserve import free_reserve
from klasgenoot.store.schema import FILE, LATEST
from klasgenoot.store.swapping import clear_leftovers, finish_swap

if TYPE_CHECKING:
    import sqlite_utils
    from sqlite_utils.db import Table

APPLICATION_ID = 0x4B6C6173  # "Klas": the file says whose it is
OLDEST_SQLITE = (3, 51, 3)  # older ones can corrupt a WAL file (docs/decisions/0003)

IN_MEMORY = "00" * 32
"""The key of a vault in memory, where there is nobody to keep anything from."""

Row = tuple[Any, ...]

_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "fullfsync=1",
    "checkpoint_fullfsync=1",
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "cache_size=-65536",
    "mmap_size=0",
    "temp_store=MEMORY",
)


@dataclass
class Vault:
    """The open data file.

    Attributes:
        connection: the keyed connection; all of the app's SQL runs on its one thread.
        path: the file, or None for a vault in memory.
        key: the data key it was opened with, 64 hex digits; who wraps it anew needs it, and its
            backups have the same.
        journal: what was done and can be undone.
        is_closed: whether it was let go of; whoever looks now and then stops looking.
    """

    connection: driver.Connection
    path: Path | None
    key: str = field(repr=False)
    journal: Journal = field(init=False)
    is_closed: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        """Starts the journal: from here on each change is recorded."""
        self.journal = Journal(self.connection)

    def table(self, name: str) -> "Table":
        """One table as sqlite-utils sees it, for writing."""
        return self.tables.table(name)

    def add(self, table: str, row: Mapping[str, object]) -> int:
        """Adds a row to a table with an integer key and returns its id."""
        return int(self.table(table).insert(dict(row)).last_rowid or 0)

    @cached_property
    def tables(self) -> "sqlite_utils.Database":
        """The same connection as sqlite-utils sees it, for writing."""
        return _sqlite_utils(self.connection)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows that a query answers with."""
        with self.sound():
            return self.connection.execute(sql, values).fetchall()  # type: ignore[no-any-return]

    def row(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row that a query answers with, or None."""
        with self.sound():
            return self.connection.execute(sql, values).fetchone()  # type: ignore[no-any-return]

    @contextmanager
    def outside_journal(self) -> Iterator[None]:
        """A transaction for what is not undoable: settings, pictures, remembered mappings."""
        if self.connection.in_transaction:
            yield
            return
        with self.sound():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self.connection.rollback()
                raise
            self.connection.commit()

    @contextmanager
    def sound(self) -> Iterator[None]:
        """Turns what the disk does to reading and writing into trouble that a person can mend."""
        try:
            yield
        except driver.DatabaseError as error:
            if self.connection.in_transaction:
                self.connection.rollback()
            raise self._with_room_made(trouble_of(error, self.path or Path())) from error

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

    def move_on(self) -> None:
        """One generation further, so that older copies are told apart; a full disk may skip it."""
        with suppress(DiskFull), self.outside_journal():
            self.connection.execute("UPDATE generation SET number = number + 1")

    def close(self) -> None:
        """Writes everything into the main file and lets go of it; twice is once."""
        if self.is_closed:
            return
        if self.path is not None:
            # on a full disk all is safe beside the main file; the next opening goes on from there
            with suppress(driver.OperationalError):
                self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.connection.close()
        self.is_closed = True


def open_vault(folder: Path, *, key: str) -> Vault:
    """Opens the data file in `folder`, making or migrating it where needed.

    Args:
        folder: the data folder; made, for its owner only, if it is not there.
        key: 64 hex digits, see `store.keys`.

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
            vault = _opened(path, key=key)
            clear_leftovers(folder)
            vault.move_on()
    except driver.Error as error:
        raise trouble_of(error, path) from error
    return vault


def _opened(path: Path, *, key: str) -> Vault:
    connection = driver.connect(str(path), timeout=0.2)
    try:
        _prepare(connection, key=key)
        _bring_up_to_date(connection, path=path)
        vault = Vault(connection, path, key)
        _lay_to_rest(vault)
    except BaseException:
        connection.close()
        raise
    return vault


def open_copy(path: Path, *, key: str) -> Vault:
    """Opens a file of ours that is nobody's live data, to take something out of it.

    A backup's part or a file kept aside: brought up to date, and written straight into. Until it is
    finished it has no name that counts, so it needs no log of its own.

    Raises:
        sqlcipher3.dbapi2.Error: it cannot be read with this key, or not written.
    """
    connection = driver.connect(str(path), timeout=0.2)
    try:
        _prepare(connection, key=key)
        connection.execute("PRAGMA journal_mode=MEMORY")
        connection.execute("PRAGMA synchronous=OFF")
        _bring_up_to_date(connection, path=None)
        vault = Vault(connection, None, key)
        _lay_to_rest(vault)
    except BaseException:
        connection.close()
        raise
    return vault


def _lay_to_rest(vault: Vault) -> None:
    """Who was erased is there again when an older copy was put in this place: not for long."""
    stones = stray(vault.connection)
    if stones:
        with vault.journal.for_good():
            bury(vault.connection, stones)
        vault.empty_log()


def opens(folder: Path, *, key: str) -> bool:
    """Is this the key of the data file in `folder`? Nothing is changed.

    Raises:
        AlreadyOpen, ReadOnlyPlace, DiskFull: there is no telling.
    """
    path = folder / FILE
    connection = driver.connect(str(path), timeout=0.2)
    try:
        _unlock(connection, key=key)
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
    _prepare(connection, key=IN_MEMORY)
    _bring_up_to_date(connection, path=None)
    return Vault(connection, None, IN_MEMORY)


def make_folder(folder: Path) -> None:
    """Makes the data folder, for its owner's eyes only."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise place_trouble(error, folder) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise ReadOnlyPlace(folder)


def _prepare(connection: driver.Connection, *, key: str) -> None:
    _unlock(connection, key=key)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _unlock(connection: driver.Connection, *, key: str) -> None:
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    connection.execute("PRAGMA cipher_log_level = NONE")
    # before the first read: else a file that is in WAL mode already is shared with a second copy
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    # a wrong key, and another copy that has the file, show here and not at the pragmas above
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _bring_up_to_date(connection: driver.Connection, *, path: Path | None) -> None:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version == LATEST:
        return
    if version > LATEST:
        raise NewerFile(path or Path(), file_version=version, known_version=LATEST)
    if path is not None and version:
        _copy_aside(connection, path=path, version=version)
    from klasgenoot.store.migrations import migrate

    migrate(_sqlite_utils(connection))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {LATEST}")


def _copy_aside(connection: driver.Connection, *, path: Path, version: int) -> None:
    """Keeps the file as it was before a migration: same key, and never a raw file copy."""
    encrypted = connection.execute("PRAGMA cipher_version").fetchone()
    assert encrypted, "the vault is encrypted"  # noqa: S101 - a plain file here would be our bug
    copy = path.with_name(f"{path.stem}-before-{version + 1}.db")
    copy.unlink(missing_ok=True)
    connection.execute("VACUUM INTO ?", (str(copy),))
    copy.chmod(0o600)


def _sqlite_utils(connection: driver.Connection) -> "sqlite_utils.Database":
    import sqlite_utils

    return sqlite_utils.Database(connection)


def _assert_driver() -> None:
    if driver.sqlite_version_info < OLDEST_SQLITE:
        message = f"SQLite {driver.sqlite_version} is too old to be safe"
        raise RuntimeError(message)


# What the driver calls its errors; longer names, such as SQLITE_IOERR_WRITE, begin alike.
_TROUBLES: tuple[tuple[str, Callable[[Path], Trouble]], ...] = (
    ("SQLITE_BUSY", AlreadyOpen),
    ("SQLITE_LOCKED", AlreadyOpen),
    ("SQLITE_FULL", DiskFull),
    ("SQLITE_READONLY", ReadOnlyPlace),
    ("SQLITE_CANTOPEN", ReadOnlyPlace),
    ("SQLITE_IOERR", ReadOnlyPlace),
    ("SQLITE_PERM", ReadOnlyPlace),
    ("SQLITE_CORRUPT", DamagedFile),
    ("SQLITE_NOTADB", DamagedFile),
)


def trouble_of(error: driver.Error, path: Path) -> Trouble:
    """The trouble behind an error of the driver; an error of ours is raised again."""
    name = getattr(error, "sqlite_errorname", "")
    for begins, trouble in _TROUBLES:
        if name.startswith(begins):
            return trouble(path)
    if "FOREIGN KEY" in str(error):  # what it was about went in the meantime, by undo for one
        return Unknown("row", "")
    if type(error) is driver.DatabaseError:  # a damaged page in the full-text index, for one
        return DamagedFile(path)
    raise error
