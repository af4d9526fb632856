"""How is a backup made, found and dropped? One encrypted file each, read back before it counts.

The copy is made on the app's own connection: the live file is locked against any other, and
copying it raw while it is in use gives rubbish. It goes page by page, so that the app stays alive,
into a part file in the same folder that only gets its name when it was found to be equal.

What the key has to do with it: a passphrase's key file (`klasgenoot.keys`) goes inside, so that
the backup and the passphrase or recovery code are enough on any computer. The plain
`klasgenoot.key` never goes along: whoever found a stick with both on it could read everything. So
while there is no passphrase, a backup helps against mistakes and damage on this computer, and
against its loss only if that key file was kept somewhere as well (`Backup.opens_elsewhere`).
"""

import os
import shutil
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from pathlib import Path

import sqlcipher3.dbapi2 as driver

import klasgenoot
from klasgenoot.domain.backups import Amounts, Backup, Why
from klasgenoot.domain.errors import DamagedBackup, DamagedFile, DiskFull, UnreadablePlace
from klasgenoot.domain.keeping import FEWEST, Kept, may_go
from klasgenoot.store.backup_file import (
    ENDING,
    append_manifest,
    digest_of,
    name_for,
    read_backup,
    read_manifest,
    values_of,
)
from klasgenoot.store.breathing import Breathe, hold_breath
from klasgenoot.store.content import amounts, fingerprint, photos_are_sound
from klasgenoot.store.database import Vault
from klasgenoot.store.driver_troubles import trouble_of
from klasgenoot.store.durable import (
    place_trouble,
    put_in_place,
    remove_database,
    settle_folder,
    write_through,
)
from klasgenoot.store.erasures import last_number
from klasgenoot.store.generation import Marks, mark_backup
from klasgenoot.store.opening import make_folder
from klasgenoot.store.strangers import is_sound, opened_to_look

PAGES = 64
"""So many pages of 4 kB are copied between two breaths: a few milliseconds."""
COPYING = (
    "cipher_log_level=NONE",
    "locking_mode=EXCLUSIVE",  # else shared memory would lie beside it for a moment
    "journal_mode=OFF",
    "synchronous=OFF",
    f"cache_size={PAGES}",
)
"""A copy needs no way back, and keeps no heap of pages to write at the end."""
BREATH = 0.01
"""Seconds between two breaths while a copy is read back elsewhere."""
KEY_FILES = "klasgenoot.keys*"
"""Key files that say nothing without a passphrase or recovery code."""
LARGEST_KEY_FILE = 20_000
"""Bytes; a larger file by that name is something else."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A copy of a vault that still has to be read back; until then it is no backup.

    Attributes:
        part: where it lies now.
        path: what it will be called.
        key: what opens it.
        values: what its manifest will say, but for the digest.
    """

    part: Path
    path: Path
    key: str = field(repr=False)
    values: Mapping[str, object]


def make_backup(
    vault: Vault, place: Path, *, made_at: datetime, why: Why, breathe: Breathe = hold_breath
) -> Backup:
    """Makes a backup of all there is, photos included, and reads it back.

    Args:
        vault: what to back up; no deed may be half done. It may be changed while `breathe` runs,
            and the backup then holds that change too; closing it has to wait.
        place: the folder for backups; made if it is not there.
        made_at: what the clock says, with its time zone.
        why: what it is made for.
        breathe: called every few milliseconds.

    Raises:
        DiskFull, ReadOnlyPlace: the folder cannot be written.
        DamagedFile: the vault itself cannot be read.
        DamagedBackup: what was written does not read back the same: a disk that fails.
        Cancelled: `breathe` said so.
    """
    unread = copy_out(vault, place, made_at=made_at, why=why, breathe=breathe)
    with _gone_unless_kept(unread.part):
        digest = _meanwhile(lambda: _digest_read_back(unread), breathe)
        return _named(unread, digest)


def copy_out(
    vault: Vault, place: Path, *, made_at: datetime, why: Why, breathe: Breathe = hold_breath
) -> Unread:
    """The first half of `make_backup`, the one that needs the vault: copies all pages."""
    make_folder(place)
    there = backups_in(place)
    _assert_room(vault, place)
    own = mark_backup(vault, after=there)
    path = place / name_for(made_at, own.backups, own.vault_id)
    part = place / _part_name(own.vault_id)
    try:
        with _gone_unless_kept(part):
            _begin(part)
            print_, found, erased = _copy(vault, part, breathe=breathe)
            vault.move_on()  # from here on the vault is further than its backup
            values = {
                "format": 1,
                "made_at": made_at.isoformat(),
                "why": why.value,
                **_own_values(vault, own, found),
                "erased": erased,
                "content": print_,
            }
    except OSError as error:
        raise place_trouble(error, place) from error
    return Unread(part, path, vault.key, values)


def read_back(unread: Unread) -> Backup:
    """The second half: reads the copy, and only then gives it its name.

    It knows nothing of the vault, so it may run on any thread.

    Raises:
        DiskFull, ReadOnlyPlace, DamagedBackup: nothing of it is left.
    """
    with _gone_unless_kept(unread.part):
        return _named(unread, _digest_read_back(unread))


def backups_in(place: Path) -> tuple[Backup, ...]:
    """All backups in a folder, newest first, by their manifests; none if there is no folder.

    Raises:
        UnreadablePlace: the folder may not be read.
    """
    try:
        paths = [path for path in place.iterdir() if path.name.endswith(ENDING)]
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise UnreadablePlace(place) from error
    found = (read_backup(path) for path in paths if path.is_file())
    return tuple(sorted(found, key=lambda each: (each.number, each.made_at), reverse=True))


def drop_old(place: Path, now: datetime) -> tuple[Path, ...]:
    """Drops the backups that `domain.keeping` can do without, each vault's apart.

    It touches no vault, so it may run on any thread. What cannot be dropped stays.
    """
    gone: list[Path] = []
    for group in _by_vault(backups_in(place)):
        if may_go(_kept(group), now=now):
            for path in may_go(_kept(group, sound=_sound_ones(group)), now=now):
                with suppress(OSError):
                    path.unlink()
                    gone.append(path)
    if gone:
        settle_folder(place)
    return tuple(gone)


def is_undamaged(backup: Backup) -> bool:
    """Whether every byte is as it was written; needs no key."""
    manifest = read_manifest(backup.path)
    if manifest is None:
        return False
    try:
        return digest_of(backup.path, size=manifest.size) == manifest.values.get("digest")
    except OSError:
        return False


def has_other_keys(backup: Backup, folder: Path) -> bool:
    """Whether the key files of a data folder are others than those in a backup of it.

    Another passphrase or recovery sheet changes nothing in the data, and yet the newest backup
    has to open with it.
    """
    manifest = read_manifest(backup.path)
    try:
        return manifest is not None and manifest.values.get("keys") != _key_files(folder)
    except OSError:
        return False


def clear_parts(place: Path, vault_id: str) -> None:
    """Removes what a backup of this vault left when it was broken off by a power cut."""
    remove_database(place / _part_name(vault_id))


def _part_name(vault_id: str) -> str:
    return f"klasgenoot-{vault_id[:8]}.part"


def _assert_room(vault: Vault, place: Path) -> None:
    size = vault.path.stat().st_size if vault.path else 0
    if shutil.disk_usage(place).free < size + size // 8 + 1_000_000:
        raise DiskFull(place)


def _begin(part: Path) -> None:
    """Makes an empty part file, for its owner only."""
    remove_database(part)
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


@contextmanager
def _gone_unless_kept(part: Path) -> Iterator[None]:
    """A part file goes if anything goes wrong."""
    try:
        yield
    except BaseException:
        remove_database(part)
        raise


def _copy(vault: Vault, part: Path, *, breathe: Breathe) -> tuple[str, Amounts, int]:
    """Copies the pages. Returns what is then in the vault: nothing can come in between.

    That is a fingerprint of it, how much there is, and up to which tombstone it was cleared.
    """

    def step(_status: int, left: int, total: int) -> None:
        if left:  # after the last page a change would no longer come along
            breathe(total - left, total)

    live, target = vault.connection, driver.connect(str(part))
    try:
        target.execute(f"PRAGMA key = \"x'{vault.key}'\"")
        for pragma in COPYING:
            target.execute(f"PRAGMA {pragma}")
        changes = live.total_changes
        content = fingerprint(live, breathe=breathe)
        live.backup(target, pages=PAGES, progress=step)
        if live.total_changes != changes:  # somebody went on working, and that came along
            content = fingerprint(live)
        found = content, amounts(live), last_number(live)
        target.execute("PRAGMA journal_mode=DELETE")  # one file, with no log beside it
    except driver.Error as error:
        trouble = trouble_of(error, part)
        if isinstance(trouble, DamagedFile):  # the copy is empty as yet: it is the vault that is
            trouble = DamagedFile(vault.path or part)
        raise trouble from error
    finally:
        target.close()
    return found


def _read_back(part: Path, key: str, content: str) -> str:
    """Opens the copy anew and compares; returns its digest. Knows nothing of the vault."""
    with opened_to_look(part, key=key) as copy:
        is_equal = (
            copy.execute("PRAGMA cipher_integrity_check").fetchall() == []
            and is_sound(copy)
            and fingerprint(copy) == content
            and photos_are_sound(copy)
        )
    if not is_equal:
        raise DamagedBackup(part, "damaged")
    write_through(part)  # here rather than on the window's thread: it is what takes longest
    return digest_of(part, size=part.stat().st_size)


def _digest_read_back(unread: Unread) -> str:
    try:
        return _read_back(unread.part, unread.key, str(unread.values["content"]))
    except OSError as error:
        raise place_trouble(error, unread.part.parent) from error


def _named(unread: Unread, digest: str) -> Backup:
    try:
        append_manifest(unread.part, {**unread.values, "digest": digest}, key=unread.key)
        put_in_place(unread.part, unread.path)
    except OSError as error:
        raise place_trouble(error, unread.path.parent) from error
    return read_backup(unread.path)


def _meanwhile(work: Callable[[], str], breathe: Breathe) -> str:
    """Does work on a thread of its own and breathes until it is done."""
    if breathe is hold_breath:
        return work()
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(work)
        breathe(0, 0)
        while wait([future], timeout=BREATH).not_done:
            breathe(0, 0)
    return future.result()


def _own_values(vault: Vault, own: Marks, found: Amounts) -> dict[str, object]:
    return {
        "vault_id": own.vault_id,
        "generation": own.number,
        "number": own.backups,
        "amounts": values_of(found),
        "app_version": klasgenoot.__version__,
        "file_version": vault.connection.execute("PRAGMA user_version").fetchone()[0],
        "keys": _key_files(vault.path.parent) if vault.path else {},
    }


def _key_files(folder: Path) -> dict[str, str]:
    return {
        path.name: b64encode(path.read_bytes()).decode()
        for path in sorted(folder.glob(KEY_FILES))
        if path.is_file() and path.stat().st_size <= LARGEST_KEY_FILE
    }


def _by_vault(backups: Iterable[Backup]) -> list[list[Backup]]:
    def vault(backup: Backup) -> str:
        return backup.vault_id[:8]

    return [list(group) for _, group in groupby(sorted(backups, key=vault), key=vault)]


def _kept(backups: Iterable[Backup], *, sound: frozenset[Path] | None = None) -> list[Kept[Path]]:
    """Backups as `domain.keeping` sees them; those that were looked through count if sound."""
    return [
        Kept(
            id=each.path,
            made_at=each.made_at,
            number=each.number,
            is_valid=each.is_whole and (sound is None or each.path in sound),
        )
        for each in backups
    ]


def _sound_ones(group: list[Backup]) -> frozenset[Path]:
    """The backups without those that were damaged since, as far as three sound ones go back."""
    sound: list[Path] = []
    newest = sorted(group, key=lambda each: each.number, reverse=True)
    for each in newest:
        if len(sound) >= FEWEST or is_undamaged(each):
            sound.append(each.path)
    return frozenset(sound)
