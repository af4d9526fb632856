"""How does a backup come back? Looked through first, copied into a new file, the old kept aside.

A backup can be wrong in many ways: damaged, of somebody else, made to do harm, or newer than this
Klasgenoot. Nothing of the live data is touched before the copy is whole and has been read back.
"""

import os
import shutil
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from klasgenoot.domain.backups import Amounts, Backup, Difference, differences_between
from klasgenoot.domain.erasing import Tombstone
from klasgenoot.domain.errors import (
    AlreadyOpen,
    DamagedBackup,
    DiskFull,
    Trouble,
    UnreadablePlace,
)
from klasgenoot.store import last_seen
from klasgenoot.store.backup_file import (
    Manifest,
    digest_of,
    erased_up_to,
    read_manifest,
)
from klasgenoot.store.backups import COPYING, KEY_FILES, LARGEST_KEY_FILE, PAGES, backups_in
from klasgenoot.store.breathing import Breathe, hold_breath
from klasgenoot.store.content import amounts, fingerprint
from klasgenoot.store.database import Vault
from klasgenoot.store.door import through_door
from klasgenoot.store.driver_troubles import trouble_of
from klasgenoot.store.durable import place_trouble, write_through, write_whole
from klasgenoot.store.erasures import tombstones
from klasgenoot.store.generation import newest_generation
from klasgenoot.store.keys import KEY_FILE
from klasgenoot.store.opening import make_folder
from klasgenoot.store.schema import BACKUPS, FILE
from klasgenoot.store.scrubbing import lay_to_rest
from klasgenoot.store.strangers import assert_ours, is_sound, opened_to_look
from klasgenoot.store.swapping import NEW, aside_name, clear_leftovers, finish_swap, swap_in


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did.

    Attributes:
        path: the data file, as it was in the backup.
        aside: the data file as it was before, or None if there was none.
    """

    path: Path
    aside: Path | None


def verify(backup: Backup, *, key: str, breathe: Breathe = hold_breath) -> Trouble | None:
    """What is wrong with a backup, or None if it can be restored.

    It touches no vault, so it may run on any thread.
    """
    try:
        _assert_good(backup, key=key, breathe=breathe)
    except Trouble as trouble:
        return trouble
    return None


def differences(backup: Backup, vault: Vault) -> tuple[Difference, ...]:
    """What would look different after a restore: counts and last days, and no names."""
    with vault.sound():
        return differences_between(backup.amounts, amounts(vault.connection))


def amounts_now(vault: Vault) -> Amounts:
    """How much of each kind is in the data now."""
    with vault.sound():
        return amounts(vault.connection)


def key_files_of(backup: Backup) -> Mapping[str, bytes]:
    """The key files that went along, by name: with a passphrase they yield the backup's key.

    They are read before anything can be checked: whoever unlocks them treats them as a stranger's.
    """
    manifest = read_manifest(backup.path)
    held = manifest.values.get("keys") if manifest else None
    found: dict[str, bytes] = {}
    for name, text in held.items() if isinstance(held, dict) else ():
        with suppress(TypeError, ValueError):
            data = b64decode(text, validate=True)
            if Path(name).match(KEY_FILES) and Path(name).name == name:
                found[name] = data[:LARGEST_KEY_FILE]
    return found


def restore(
    backup: Backup,
    folder: Path,
    *,
    key: str,
    at: datetime,
    own_key: str | None = None,
    keys: Mapping[str, bytes] | None = None,
    breathe: Breathe = hold_breath,
) -> Restored:
    """Puts a backup in the place of the data in `folder`, which no vault may have open.

    An older version is brought up to date at the next opening, as always.

    Args:
        backup: what comes back.
        folder: the data folder.
        key: what opens the backup.
        at: what the clock says; the file kept aside is named after it.
        own_key: the key of the data folder, if it is another one: the restored file then has
            that key. Without it, key files from the backup come along to a folder that has none.
        keys: the key files that the folder has from then on, whatever it had; those it had are
            put aside with its data.
        breathe: called between steps; it may raise `Cancelled` as long as nothing was changed.

    Raises:
        DamagedBackup, NewerFile: the backup cannot be used.
        AlreadyOpen: the data in the folder is open.
        DiskFull, ReadOnlyPlace: the folder cannot be written.
    """
    make_folder(folder)
    finish_swap(folder)
    with _closed_to_others(folder, key=own_key or key) as live:
        _assert_good(backup, key=key, breathe=breathe)
        if shutil.disk_usage(folder).free < backup.size + 1_000_000:
            raise DiskFull(folder)
        stones = _erased_since(backup, live, key=key)
        _make_ready(backup, folder, key=key, own_key=own_key, stones=stones, breathe=breathe)
        if own_key is None and keys is None:
            with _place_sound(folder):
                _bring_keys(backup, folder)
    had_one = (folder / FILE).exists()
    aside = aside_name(folder, at)
    last_seen.forget(folder)  # an older file comes back on purpose
    try:
        with through_door(folder):
            swap_in(folder, aside=aside, keys=keys)
    except driver.Error as error:
        raise trouble_of(error, folder) from error
    return Restored(folder / FILE, folder / aside if had_one else None)


def _assert_good(backup: Backup, *, key: str, breathe: Breathe) -> None:
    manifest = _whole_manifest(backup, breathe)
    if not manifest.is_signed_with(key):
        raise DamagedBackup(backup.path, "other_key")
    with opened_to_look(backup.path, key=key) as connection:
        assert_ours(connection, backup.path)


def _whole_manifest(backup: Backup, breathe: Breathe) -> Manifest:
    manifest = read_manifest(backup.path)
    if manifest is None and not backup.path.exists():
        raise UnreadablePlace(backup.path)
    if manifest is None:
        raise DamagedBackup(backup.path, "damaged")
    try:
        digest = digest_of(backup.path, size=manifest.size, breathe=breathe)
    except OSError as error:
        raise UnreadablePlace(backup.path) from error
    if digest != manifest.values.get("digest"):
        raise DamagedBackup(backup.path, "damaged")
    return manifest


@contextmanager
def _closed_to_others(folder: Path, *, key: str) -> Iterator[driver.Connection | None]:
    """Makes sure that nobody has the data open, or opens it; it may be damaged, or not there.

    Gives the data as it is now, if that can be read.
    """
    if not (folder / FILE).exists():
        yield None
        return
    connection = driver.connect(str(folder / FILE), timeout=0.2)
    try:
        try:
            connection.execute(f"PRAGMA key = \"x'{key}'\"")
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except driver.Error as error:
            if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                raise AlreadyOpen(folder / FILE) from error
            yield None
        else:
            yield connection
    finally:
        connection.close()


def _erased_since(
    backup: Backup, live: driver.Connection | None, *, key: str
) -> tuple[Tombstone, ...]:
    """What was erased for good after a backup was made: it must not come back with it.

    The data as it is now knows, and so do later backups of it, for when it is damaged or lost.
    """
    found: dict[int, Tombstone] = {}
    if live is not None:
        with suppress(driver.Error):  # a damaged one; what it could still tell is in the backups
            (vault_id,) = live.execute("SELECT vault_id FROM generation").fetchone()
            if backup.is_of(vault_id):
                found = {stone.number: stone for stone in tombstones(live)}
    for other in backups_in(backup.path.parent):
        if other.is_of(backup.vault_id) and erased_up_to(other.path) > max(found, default=0):
            with suppress(DamagedBackup), opened_to_look(other.path, key=key) as copy:
                found |= {stone.number: stone for stone in tombstones(copy)}
    return tuple(found[number] for number in sorted(found))


def _make_ready(
    backup: Backup,
    folder: Path,
    *,
    key: str,
    own_key: str | None,
    stones: tuple[Tombstone, ...],
    breathe: Breathe,
) -> None:
    """Puts the restored file beside the live one, whole; nothing is left of it if that fails."""
    new = folder / NEW
    with _place_sound(folder):
        clear_leftovers(folder)
        _copy_out(backup, new, key=key, own_key=own_key or key, breathe=breathe)
        if stones:
            lay_to_rest(new, key=own_key or key, stones=stones)
        write_through(new)


@contextmanager
def _place_sound(folder: Path) -> Iterator[None]:
    """Whatever goes wrong, nothing of a restore is left lying."""
    try:
        yield
    except OSError as error:
        clear_leftovers(folder)
        raise place_trouble(error, folder) from error
    except BaseException:
        clear_leftovers(folder)
        raise


def _copy_out(backup: Backup, new: Path, *, key: str, own_key: str, breathe: Breathe) -> None:
    """Copies the database into a file of its own and reads it back."""
    furthest = newest_generation(_known(backup, new.parent), vault_id=backup.vault_id)
    os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with opened_to_look(backup.path, key=key) as source:
        target = driver.connect(str(new))
        try:
            target.execute(f"PRAGMA key = \"x'{own_key}'\"")
            for pragma in COPYING:
                target.execute(f"PRAGMA {pragma}")
            source.backup(
                target,
                pages=PAGES,
                progress=lambda _status, left, total: breathe(total - left, total),
            )
            _move_past(target, furthest)
            target.execute("PRAGMA journal_mode=DELETE")
        except driver.Error as error:
            raise trouble_of(error, new) from error
        finally:
            target.close()
        content = fingerprint(source)
    _assert_equal(new, key=own_key, content=content)


def _known(backup: Backup, folder: Path) -> list[Backup]:
    """The backups beside this one, and those beside the data: all that may know a later one."""
    found: list[Backup] = []
    for place in {backup.path.parent, folder / BACKUPS}:
        with suppress(UnreadablePlace):
            found += backups_in(place)
    return found


def _move_past(target: driver.Connection, furthest: int) -> None:
    """The teacher wanted this older one: it is now the furthest of all (version 1 cannot count)."""
    if target.execute("PRAGMA table_info(generation)").fetchall():
        target.execute("UPDATE generation SET number = max(number, ?) + 1", (furthest,))
        target.commit()


def _assert_equal(new: Path, *, key: str, content: str) -> None:
    with opened_to_look(new, key=key) as copy:
        broken = copy.execute("PRAGMA cipher_integrity_check").fetchall()
        if broken or not is_sound(copy) or fingerprint(copy) != content:
            raise DamagedBackup(new, "damaged")


def _bring_keys(backup: Backup, folder: Path) -> None:
    if (folder / KEY_FILE).exists() or any(folder.glob(KEY_FILES)):
        return
    for name, data in key_files_of(backup).items():
        write_whole(folder / name, data)
