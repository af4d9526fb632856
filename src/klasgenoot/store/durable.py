"""How does a file come to stay? Written through to the disk, and named only once it is whole."""

import os
from contextlib import suppress
from pathlib import Path

from klasgenoot.domain.errors import DiskFull, FileHeld, ReadOnlyPlace

TRIES = 6
"""A virus scanner may hold a new file for a moment; so often a name is tried again."""
TAILS = ("", "-wal", "-shm", "-journal")
"""A database file, and what SQLite may leave beside it."""
_UNFINISHED = ".new"


# ---- small files, with the trouble a person can mend ----


def write_durably(path: Path, text: str) -> None:
    """Puts a file in its place, over an older one: after a crash it is the old or the new.

    Raises:
        ReadOnlyPlace, DiskFull: the folder cannot be written; the older file stays.
    """
    try:
        _write(path, text.encode())
        sync_folder(path.parent)
    except OSError as error:
        raise place_trouble(error, path) from error


def create_durably(path: Path, text: str) -> bool:
    """Puts a file where none is; False if one is there. Of two at one moment the first wins.

    Raises:
        ReadOnlyPlace, DiskFull: the folder cannot be written.
    """
    try:
        new = _write_beside(path, text.encode())
        try:
            os.link(new, path)  # whole at once, and never in another one's place
            sync_folder(path.parent)
        except FileExistsError:
            return False
        finally:
            new.unlink(missing_ok=True)
    except OSError as error:
        raise place_trouble(error, path) from error
    return True


def remove_durably(path: Path) -> None:
    """Takes a file away; after a crash it does not come back.

    Raises:
        ReadOnlyPlace: the folder cannot be written.
    """
    try:
        path.unlink(missing_ok=True)
        sync_folder(path.parent)
    except OSError as error:
        raise place_trouble(error, path) from error


def remove_unfinished(path: Path) -> None:
    """Takes away what a write of `path` left behind when it was cut off."""
    for left in path.parent.glob(f"{path.name}.*{_UNFINISHED}"):
        left.unlink(missing_ok=True)


def place_trouble(error: OSError, path: Path) -> DiskFull | ReadOnlyPlace:
    """The trouble behind a failed write: a full disk, else a place that cannot be written.

    Windows lets nobody write a file that another program has open.
    """
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(path)
    if isinstance(error, PermissionError) and path.is_file():
        return FileHeld(path)
    return ReadOnlyPlace(path)


# ---- the steps, for files of any size ----


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file that is there whole or not at all, for its owner only."""
    _write(path, data)
    settle_folder(path.parent)


def write_through(path: Path) -> None:
    """Waits until what a file holds is on the disk itself."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def put_in_place(new: Path, path: Path) -> None:
    """Gives a finished file its name, durably."""
    _name(new, path)
    settle_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Makes names in a folder durable; Windows does so by itself and opens no folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def settle_folder(folder: Path) -> None:
    """The same where it may fail: not each disk that is plugged in can do it."""
    with suppress(OSError):
        sync_folder(folder)


def remove_database(path: Path) -> None:
    """Removes a database that was never finished, with all that lies beside it."""
    for tail in TAILS:
        with suppress(OSError):
            path.with_name(f"{path.name}{tail}").unlink()


def _write(path: Path, data: bytes) -> None:
    new = _write_beside(path, data)
    try:
        _name(new, path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def _write_beside(path: Path, data: bytes) -> Path:
    """Writes a file under a name of its own beside `path`, on the disk before this returns."""
    new = path.with_name(f"{path.name}.{os.urandom(4).hex()}{_UNFINISHED}")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        new.unlink(missing_ok=True)
        raise
    return new


def _name(new: Path, path: Path) -> None:
    from time import sleep

    for pause in range(TRIES):
        try:
            new.replace(path)
        except PermissionError:
            if pause == TRIES - 1:
                raise
            sleep(0.05 * 2**pause)  # the scanner lets go by itself, and tells nobody
        else:
            return
