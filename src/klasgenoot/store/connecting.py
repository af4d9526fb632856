"""How is a connection set up, before anything is read or written through it?"""

from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from klasgenoot.domain.errors import DamagedFile
from klasgenoot.store.driver_troubles import trouble_of

LOG_PAGES = 100
"""How many pages the log holds before it is written into the file and begun anew. Each change is
flushed to the disk, and that takes half a millisecond less where the log need not grow for it: with
the 1000 of SQLite it grows through a whole session of practice, with these through 33 answers."""

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
    f"wal_autocheckpoint={LOG_PAGES}",
    "temp_store=MEMORY",
)

STATEMENTS = 1000
"""How many statements a connection keeps ready. It never lets go of those it had first: once they
are as many as these, every other one is read anew each time, which doubles what an answer costs."""


def prepare(connection: driver.Connection, *, key: str) -> None:
    """Unlocks a new connection and sets it up for work."""
    unlock(connection, key=key)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def unlock(connection: driver.Connection, *, key: str) -> None:
    """Unlocks a new connection and nothing more; a wrong key shows here."""
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    connection.execute("PRAGMA cipher_log_level = NONE")
    # before the first read: else a file that is in WAL mode already is shared with a second copy
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    # a wrong key, and another copy that has the file, show here and not at the pragmas above
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def connected_anew(path: Path, *, key: str) -> tuple[driver.Connection, bool]:
    """A connection to a file that was open before, and whether all its pages are sound."""
    with closing(_connected(path, key=key)) as looking:
        is_sound = _is_sound(looking, path)
    # a connection that met a damaged page reads nothing more, not even what is whole
    return _connected(path, key=key), is_sound


def _connected(path: Path, *, key: str) -> driver.Connection:
    connection = driver.connect(str(path), timeout=0.2, cached_statements=STATEMENTS)
    try:
        prepare(connection, key=key)
    except BaseException:
        connection.close()
        raise
    return connection


def _is_sound(connection: driver.Connection, path: Path) -> bool:
    try:
        return bool(connection.execute("PRAGMA quick_check").fetchone() == ("ok",))
    except driver.DatabaseError as error:
        if isinstance(trouble_of(error, path), DamagedFile):
            return False
        raise
