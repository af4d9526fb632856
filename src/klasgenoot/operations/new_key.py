"""A new data key for the open data, with all that has to follow from it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from klasgenoot.domain.backups import Why
from klasgenoot.domain.errors import Trouble
from klasgenoot.operations.backing_up import BackupRound, back_up
from klasgenoot.store import last_seen, old_copies, rekey
from klasgenoot.store.database import Vault
from klasgenoot.store.rekey import NewKey

__all__ = ["NewKey", "back_up_anew", "count_old_copies", "drop_old_copies", "preparation", "put_on"]


def preparation(folder: Path, *, key: str, passphrase: str) -> Callable[[], NewKey]:
    """What makes a new data key, in about a second and on any thread. See `store.rekey.prepare`."""
    return lambda: rekey.prepare(folder, key=key, passphrase=passphrase)


def put_on(vault: Vault, new: NewKey) -> None:
    """Gives the open data its new key.

    Raises:
        ReadOnlyPlace, DiskFull: all is as it was.
    """
    rekey.put_on(vault, new)
    last_seen.write_down(vault)  # it was signed with the old key


def back_up_anew(vault: Vault, backups: BackupRound, *, now: datetime) -> bool:
    """Makes a backup that has the new key; False if that could not be done: the round knows why."""
    try:
        back_up(vault, backups, now=now, why=Why.ASKED)
    except Trouble:
        return False
    return True


def count_old_copies(vault: Vault, backups: BackupRound) -> int:
    """How many backups and files kept aside the present key does not open; 0 if nobody can say."""
    try:
        return len(old_copies.old_copies(vault, backups.places))
    except Trouble:
        return 0


def drop_old_copies(vault: Vault, backups: BackupRound) -> int:
    """Drops those, for good, and forgets what opened them. How many went.

    Raises:
        UnreadablePlace: the folder with backups may not be read.
        ReadOnlyPlace, DiskFull: what opened them is not forgotten yet.
    """
    return old_copies.drop_old_copies(vault, backups.places)
