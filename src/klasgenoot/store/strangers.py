"""Is this file really ours? Looks into a database without letting it do anything.

A file that comes from elsewhere may hold triggers, views that never end, or pages made to trip
SQLite up. It is opened to be read only, trusts nothing in itself, has a budget, and must have
exactly the tables, indexes and triggers that its version has with us.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from time import monotonic

import sqlcipher3.dbapi2 as driver

from klasgenoot.domain.errors import DamagedBackup, NewerFile
from klasgenoot.store.schema import LATEST
from klasgenoot.store.upgrading import APPLICATION_ID

PATIENCE = 5.0
"""Seconds that looking into a file of 10 MB may take; larger ones get more."""
_LOOK_EVERY = 2_000  # steps of SQLite's machine, or pages, between two looks at the clock
_PRAGMAS = (
    "cipher_log_level=NONE",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "temp_store=MEMORY",
    "query_only=ON",
)

Schema = frozenset[tuple[str, str, str, str | None]]


@contextmanager
def opened_to_look(path: Path, *, key: str) -> Iterator[driver.Connection]:
    """A database that is only read: nothing is written beside it, not even on a stick.

    Raises:
        DamagedBackup: it cannot be read, or reading it takes far too long.
    """
    connection = driver.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    until = monotonic() + PATIENCE * max(1.0, path.stat().st_size / 10_000_000)
    connection.set_progress_handler(lambda: monotonic() > until, _LOOK_EVERY)
    try:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        yield connection
    except driver.Error as error:
        raise DamagedBackup(path, "damaged") from error
    finally:
        connection.close()


def assert_ours(connection: driver.Connection, path: Path) -> None:
    """Checks that a file holds what a data file of its version holds, and nothing else.

    Raises:
        DamagedBackup: it does not, or its pages are not sound.
        NewerFile: a newer Klasgenoot made it.
    """
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > LATEST:
        raise NewerFile(path, file_version=version, known_version=LATEST)
    own: int = connection.execute("PRAGMA application_id").fetchone()[0]
    if version < 1 or own != APPLICATION_ID or _schema(connection) != expected_schema(version):
        raise DamagedBackup(path, "foreign")
    if not is_sound(connection):
        raise DamagedBackup(path, "damaged")


def is_sound(connection: driver.Connection) -> bool:
    """Whether SQLite finds every page, row and index in order."""
    return bool(connection.execute("PRAGMA quick_check").fetchall() == [("ok",)])


@lru_cache
def expected_schema(version: int) -> Schema:
    """What stands in a data file of a version: made anew, in memory."""
    from sqlite_utils import Database

    from klasgenoot.store.migrations import migrate

    connection = driver.connect(":memory:")
    migrate(Database(connection), version=version)
    found = _schema(connection)
    connection.close()
    return found


def _schema(connection: driver.Connection) -> Schema:
    return frozenset(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master"))
