"""Who may open the data file now? One start at a time, however many begin at once.

Two that open the file itself at one instant each hold a shared lock and wait for the other's to
go: both would be told that another has it. So each first goes through a door, an empty file beside
it. Only the lock on that file counts, never that the file is there, and the system takes the lock
off when its holder ends in whatever way: nothing is left in the way after a crash.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver

DOOR = "klasgenoot.door"
WAIT = 10.0
"""So many seconds one start waits for another to have opened the file, or to have failed to."""


@contextmanager
def through_door(folder: Path) -> Iterator[None]:
    """Waits until no other start is opening the data file in `folder`, and keeps others waiting.

    Raises:
        sqlcipher3.dbapi2.OperationalError: the folder cannot be written, or the wait was too long.
    """
    # a lock of SQLite's own, as on the data file: the same on Linux, macOS and Windows
    lock = driver.connect(str(folder / DOOR), timeout=WAIT)
    try:
        _take(lock)
        yield
    finally:
        lock.close()


def _take(lock: driver.Connection) -> None:
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except driver.OperationalError as error:
        # two starts at one instant are the lesser trouble on a disk without room
        if not getattr(error, "sqlite_errorname", "").startswith("SQLITE_FULL"):
            raise
