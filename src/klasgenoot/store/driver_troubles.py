"""What does an error of the driver mean to a person? Its trouble, or a mistake of ours."""

from collections.abc import Callable
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from klasgenoot.domain.errors import (
    AlreadyOpen,
    DamagedFile,
    DiskFailed,
    DiskFull,
    ReadOnlyPlace,
    Trouble,
    Unknown,
)

# What the driver calls its errors; longer names, such as SQLITE_IOERR_WRITE, begin alike.
_TROUBLES: tuple[tuple[str, Callable[[Path], Trouble]], ...] = (
    ("SQLITE_BUSY", AlreadyOpen),
    ("SQLITE_LOCKED", AlreadyOpen),
    ("SQLITE_FULL", DiskFull),
    ("SQLITE_READONLY", ReadOnlyPlace),
    ("SQLITE_CANTOPEN", ReadOnlyPlace),
    ("SQLITE_IOERR", DiskFailed),
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
