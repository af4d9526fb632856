"""How is the data file opened? Made or brought up to date where needed, by one at a time."""

import os
from collections.abc import Callable
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from klasgenoot.domain.errors import DamagedFile, ReadOnlyPlace
from klasgenoot.store.connecting import STATEMENTS, prepare, unlock
from klasgenoot.store.database import Vault
from klasgenoot.store.door import through_door
from klasgenoot.store.driver_troubles import trouble_of
from klasgenoot.store.durable import place_trouble
from klasgenoot.store.places import assert_safe_for_data
from klasgenoot.store.schema import FILE, LATEST
from klasgenoot.store.swapping import clear_leftovers, finish_swap
from klasgenoot.store.upgrading import bring_up_to_date

OLDEST_SQLITE = (3, 51, 3)  # older ones can corrupt a WAL file (docs/decisions/0003)

IN_MEMORY = "00" * 32
"""The key of a vault in memory, where there is nobody to keep anything from."""


class OldVault(Vault):
    """The data file as an older Klasgenoot left it: to be backed up, and nothing else.

    It has no journal, since its tables may be others.
    """

    records = False


def open_vault(
    folder: Path, *, key: str, before_change: Callable[[OldVault], None] | None = None
) -> Vault:
    """Opens the data file in `folder`, making or migrating it where needed.

    Args:
        folder: the data folder; made, for its owner only, if it is not there.
        key: 64 hex digits, see `store.keys`.
        before_change: called with a file of an older version before its tables change: time for
            a backup.

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
            vault = _opened(path, key=key, before_change=before_change)
            clear_leftovers(folder)
            vault.move_on()
    except driver.Error as error:
        raise trouble_of(error, path) from error
    return vault


def _opened(path: Path, *, key: str, before_change: Callable[[OldVault], None] | None) -> Vault:
    connection = driver.connect(str(path), timeout=0.2, cached_statements=STATEMENTS)
    try:
        prepare(connection, key=key)
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        if before_change is not None and 0 < version < LATEST:
            before_change(OldVault(connection, path, key))
        bring_up_to_date(connection, path=path)
        vault = Vault(connection, path, key)
        if vault.row("SELECT 1 FROM erasures LIMIT 1"):  # else nobody can lie there again
            from klasgenoot.store.erasures import lay_stray_to_rest

            lay_stray_to_rest(vault)
    except BaseException:
        connection.close()
        raise
    return vault


def opens(folder: Path, *, key: str) -> bool:
    """Is this the key of the data file in `folder`? Nothing is changed.

    Raises:
        AlreadyOpen, ReadOnlyPlace, DiskFull: there is no telling.
    """
    path = folder / FILE
    connection = driver.connect(str(path), timeout=0.2)
    try:
        unlock(connection, key=key)
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
    prepare(connection, key=IN_MEMORY)
    bring_up_to_date(connection, path=None)
    return Vault(connection, None, IN_MEMORY)


def make_folder(folder: Path) -> None:
    """Makes the data folder, for its owner's eyes only."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise place_trouble(error, folder) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise ReadOnlyPlace(folder)


def _assert_driver() -> None:
    if driver.sqlite_version_info < OLDEST_SQLITE:
        message = f"SQLite {driver.sqlite_version} is too old to be safe"
        raise RuntimeError(message)
