"""How does a file of an older Klasgenoot get the tables of today? It is copied first."""

from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver

from klasgenoot.domain.errors import NewerFile
from klasgenoot.store.schema import LATEST

if TYPE_CHECKING:
    import sqlite_utils

APPLICATION_ID = 0x4B6C6173  # "Klas": the file says whose it is


def bring_up_to_date(connection: driver.Connection, *, path: Path | None) -> None:
    """Gives the file the tables of today; one with a path is copied first if it has others.

    Raises:
        NewerFile: a newer Klasgenoot wrote it.
    """
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version == LATEST:
        return
    if version > LATEST:
        raise NewerFile(path or Path(), file_version=version, known_version=LATEST)
    if path is not None and version:
        _copy_aside(connection, path=path, version=version)
    from klasgenoot.store.migrations import migrate

    migrate(as_sqlite_utils(connection))
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


def as_sqlite_utils(connection: driver.Connection) -> "sqlite_utils.Database":
    """A connection as sqlite-utils sees it."""
    import sqlite_utils

    # no plugin of whatever else is installed gets at the open data
    return sqlite_utils.Database(connection, execute_plugins=False)
