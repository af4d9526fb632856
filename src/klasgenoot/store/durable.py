"""How does a file come to stay? Written through to the disk, and named only once it is whole."""

import os
from contextlib import suppress
from pathlib import Path
from time import sleep

TRIES = 6
"""A virus scanner may hold a new file for a moment; so often a name is tried again."""


TAILS = ("", "-wal", "-shm", "-journal")
"""A database file, and what SQLite may leave beside it."""


def write_through(path: Path) -> None:
    """Waits until what a file holds is on the disk itself."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def write_whole(path: Path, data: bytes) -> None:
    """Writes a small file that is there whole or not at all, for its owner only."""
    new = path.with_name(f"{path.name}.new")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    put_in_place(new, path)


def put_in_place(new: Path, path: Path) -> None:
    """Gives a finished file its name, durably."""
    for pause in range(TRIES):
        try:
            new.replace(path)
            break
        except PermissionError:
            if pause == TRIES - 1:
                raise
            sleep(0.05 * 2**pause)
    settle_folder(path.parent)


def settle_folder(folder: Path) -> None:
    """Waits until the names in a folder are on the disk, where the system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def remove_database(path: Path) -> None:
    """Removes a database that was never finished, with all that lies beside it."""
    for tail in TAILS:
        with suppress(OSError):
            path.with_name(f"{path.name}{tail}").unlink()
