"""Which key opens a backup, and which key files does the data folder have once it is back?

A backup carries the key files that were on the data when it was made. Whoever handed it over may
have changed them, so they are read as a stranger's: only what could be ours is worked out, and a
key counts only if the manifest was signed with it.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from klasgenoot.domain.backups import Backup
from klasgenoot.domain.errors import (
    DamagedBackup,
    NewerFile,
    TamperedKeys,
    Trouble,
    WrongCode,
    WrongPassphrase,
)
from klasgenoot.domain.recovery_code import decode
from klasgenoot.store.backup_file import read_manifest
from klasgenoot.store.computer_key import computer_key
from klasgenoot.store.key_file import KeyFile, key_file_in, read_key_file
from klasgenoot.store.key_names import KEY_FILE
from klasgenoot.store.key_slots import Slot, open_by_passphrase, open_by_secret
from klasgenoot.store.restoring import key_files_of


def fits(backup: Backup, key: str) -> bool:
    """Whether a data key is that of a backup."""
    manifest = read_manifest(backup.path)
    return manifest is not None and manifest.is_signed_with(key)


def key_without_words(backup: Backup, *, folders: Iterable[Path]) -> str | None:
    """The key of a backup, where a key without a passphrase lies in one of these folders.

    Args:
        backup: what is to be opened.
        folders: the data folder, and those where the backup lies: somebody may have copied the
            whole data folder.
    """
    for folder in folders:
        with suppress(Trouble):
            key = computer_key(folder)
            if key is not None and fits(backup, key):
                return key
    return None


def unlock_backup(backup: Backup, *, folder: Path, passphrase: str) -> str:
    """The key of a backup, with the passphrase of then or that of the data folder now.

    Takes about a second for each of the two: not for the window's thread.

    Raises:
        WrongPassphrase: it is another one.
        Missing, TooLittleMemory: see `store.keys.unlock`.
        DamagedBackup, NewerFile, TamperedKeys: the backup or its keys cannot be read.
    """
    tried = set()
    for file in _key_files(backup, folder):
        slot = file.slots.get(Slot.PASSPHRASE)
        if slot is None or slot in tried:
            continue
        tried.add(slot)
        if not slot.is_sane:
            raise TamperedKeys(backup.path)
        key = open_by_passphrase(slot, passphrase)
        if key is not None and fits(backup, key.hex()):
            return key.hex()
    raise WrongPassphrase


def unlock_backup_with_code(backup: Backup, *, folder: Path, code: str) -> str:
    """The key of a backup, with the recovery code of then or that of the data folder now.

    Raises:
        WrongCode: it is no code, or another one.
        DamagedBackup, NewerFile: the backup or its keys cannot be read.
    """
    secret = decode(code)
    if secret is None:
        raise WrongCode("mistyped")
    for file in _key_files(backup, folder):
        slot = file.slots.get(Slot.RECOVERY)
        key = open_by_secret(Slot.RECOVERY, slot, secret) if slot else None
        if key is not None and fits(backup, key.hex()):
            return key.hex()
    raise WrongCode("other")


def keys_after(backup: Backup, folder: Path, *, key: str) -> Mapping[str, bytes] | None:
    """The key files that belong to a restored file; None: those of the folder fit already.

    Args:
        backup: what comes back.
        folder: the data folder.
        key: what opens the backup.
    """
    if _is_key_of(folder, key):
        return None
    return key_files_of(backup) or {KEY_FILE: f"{key}\n".encode()}


def _is_key_of(folder: Path, key: str) -> bool:
    with suppress(Trouble):
        file = read_key_file(folder)
        if file is not None and file.slots:
            return file.is_sealed_by(bytes.fromhex(key))
        return computer_key(folder) == key
    return False


def _key_files(backup: Backup, folder: Path) -> Iterator[KeyFile]:
    """The key files in the backup and that of the folder, and what they held before a change."""
    if read_manifest(backup.path) is None:
        raise DamagedBackup(backup.path, "damaged")
    try:
        inside = key_file_in(key_files_of(backup).values())
    except NewerFile as trouble:
        raise NewerFile(backup.path, trouble.file_version, trouble.known_version) from trouble
    here = None
    with suppress(Trouble):  # a damaged one in the folder is no reason not to try the others
        here = read_key_file(folder)
    for file in (inside, here):
        if file is not None:
            yield file
            if file.before is not None:
                yield file.before
