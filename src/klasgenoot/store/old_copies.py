"""Which copies does an earlier key still open? Backups, and files that were kept aside.

After a new data key these are what a thief with the old passphrase could still read, and what the
teacher can still put back. Dropping them is for the teacher to decide, and cannot be undone.
"""

from collections.abc import Iterable
from contextlib import suppress
from itertools import chain
from pathlib import Path

from klasgenoot.domain.backups import Backup
from klasgenoot.domain.errors import DamagedBackup
from klasgenoot.store.backup_file import read_manifest
from klasgenoot.store.backup_keys import fits
from klasgenoot.store.backups import backups_in
from klasgenoot.store.database import Vault
from klasgenoot.store.durable import TAILS, settle_folder
from klasgenoot.store.earlier_keys import earlier_keys, forget_earlier_keys
from klasgenoot.store.generation import marks
from klasgenoot.store.schema import FILE
from klasgenoot.store.strangers import opened_to_look

_KEPT_ASIDE = ("aside", "before")
"""What a restore and a migration leave beside the data."""


def key_of_backup(backup: Backup, folder: Path, *, key: str) -> str | None:
    """The key that a backup was signed with: the present one or an earlier one; None for another.

    Args:
        backup: one of this data, or of somebody else's.
        folder: of the data.
        key: the present data key.

    Raises:
        DamagedFile, NewerFile, ReadOnlyPlace: the key file cannot be read.
    """
    manifest = read_manifest(backup.path)
    known = (key, *earlier_keys(folder, key=key))
    return next((each for each in known if manifest and manifest.is_signed_with(each)), None)


def old_copies(vault: Vault, places: Iterable[Path]) -> tuple[Path, ...]:
    """The backups of this data, and the files kept aside, that its present key does not open.

    A damaged one counts too: nobody can tell which key it has.

    Args:
        vault: the open data.
        places: the folders where it has been backed up.

    Raises:
        UnreadablePlace: a folder may not be read.
    """
    own = marks(vault).vault_id
    found = [
        backup.path
        for place in places
        for backup in backups_in(place)
        if backup.is_of(own) and not fits(backup, vault.key)
    ]
    if vault.path:
        stem = Path(FILE).stem
        names = (vault.path.parent.glob(f"{stem}-{word}-*.db") for word in _KEPT_ASIDE)
        found += [path for path in sorted(chain(*names)) if not _is_opened(path, vault.key)]
    return tuple(found)


def drop_old_copies(vault: Vault, places: Iterable[Path]) -> int:
    """Drops them, and forgets the earlier keys: what is still elsewhere stays shut from here.

    Returns:
        How many went; one that cannot be dropped stays, and is counted no more.

    Raises:
        UnreadablePlace: a folder may not be read.
        ReadOnlyPlace, DiskFull: the earlier keys are still known.
    """
    gone = 0
    for path in old_copies(vault, places):
        with suppress(OSError):
            for tail in TAILS[1:]:
                path.with_name(f"{path.name}{tail}").unlink(missing_ok=True)
            path.unlink()
            gone += 1
        settle_folder(path.parent)
    if vault.path:
        forget_earlier_keys(vault.path.parent, key=vault.key)
    return gone


def _is_opened(path: Path, key: str) -> bool:
    try:
        with opened_to_look(path, key=key) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except (DamagedBackup, OSError):
        return False
    return True
