"""Is a window on this folder already? A lock for as long as it is there, open or locked.

A locked window holds no data file, so that cannot tell. As at the door (`store/door.py`) only the
lock counts and never the file, and the system takes it off when its holder ends in whatever way.
"""

from pathlib import Path

import sqlcipher3.dbapi2 as driver

MARK = "klasgenoot.open"


class Presence:
    """This process has a window on a folder; see `be_present`."""

    def __init__(self, lock: driver.Connection | None) -> None:
        self._lock = lock

    def let_go(self) -> None:
        """The window is gone."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None


def be_present(folder: Path) -> Presence | None:
    """Says that a window is on this folder; None if there is one already.

    Where no lock can be had, on a full disk for one, nobody is kept out: what may be opened is
    decided by the data file itself.
    """
    lock = None
    try:
        lock = driver.connect(str(folder / MARK), timeout=0)
        lock.execute("BEGIN EXCLUSIVE")
    except driver.Error as error:
        if lock is not None:
            lock.close()
        is_taken = getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY")
        return None if is_taken else Presence(None)
    return Presence(lock)
