"""How does a small file reach the disk for good? Whole or not at all, for its owner's eyes only."""

import os
from pathlib import Path

from klasgenoot.domain.errors import DiskFull, ReadOnlyPlace

_UNFINISHED = ".new"


def write_durably(path: Path, text: str) -> None:
    """Puts a file in its place, over an older one: after a crash it is the old or the new.

    Raises:
        ReadOnlyPlace, DiskFull: the folder cannot be written; the older file stays.
    """
    try:
        new = _write_beside(path, text)
    except OSError as error:
        raise place_trouble(error, path) from error
    try:
        new.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise place_trouble(error, path) from error


def create_durably(path: Path, text: str) -> bool:
    """Puts a file where none is; False if one is there. Of two at one moment the first wins.

    Raises:
        ReadOnlyPlace, DiskFull: the folder cannot be written.
    """
    try:
        new = _write_beside(path, text)
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


def sync_folder(folder: Path) -> None:
    """Makes names in a folder durable; Windows does so by itself and opens no folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write_beside(path: Path, text: str) -> Path:
    """Writes a file under a name of its own beside `path`, on the disk before this returns."""
    new = path.with_name(f"{path.name}.{os.urandom(4).hex()}{_UNFINISHED}")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        new.unlink(missing_ok=True)
        raise
    return new


def place_trouble(error: OSError, path: Path) -> DiskFull | ReadOnlyPlace:
    """The trouble behind a failed write: a full disk, else a place that cannot be written."""
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(path)
    return ReadOnlyPlace(path)
