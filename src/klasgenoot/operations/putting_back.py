"""How does a teacher get data back? Finds backups and their keys, and puts one of them back.

No vault is open while this happens; nothing here needs one.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from klasgenoot.domain.backups import Amounts, Backup
from klasgenoot.domain.errors import Cancelled, DamagedBackup, NoGoodBackup, Trouble
from klasgenoot.store import keys
from klasgenoot.store.backup_file import ENDING, read_backup, read_manifest
from klasgenoot.store.backup_keys import fits, key_without_words, keys_after
from klasgenoot.store.backups import backups_in
from klasgenoot.store.breathing import Breathe, hold_breath
from klasgenoot.store.computer_key import computer_key
from klasgenoot.store.kept_aside import remove_kept
from klasgenoot.store.old_copies import key_of_backup
from klasgenoot.store.opening import open_vault
from klasgenoot.store.restoring import amounts_now, restore, verify
from klasgenoot.store.schema import BACKUPS, FILE
from klasgenoot.store.second_place import second_place


@dataclass(frozen=True, slots=True)
class NextGood:
    """What can be put back.

    Attributes:
        backup: it was looked through and is good.
        past: how many newer ones are damaged.
    """

    backup: Backup
    past: int


@dataclass(frozen=True, slots=True)
class PutBack:
    """What putting back did.

    Attributes:
        aside: where the data of until now is kept; None if there was none, or it was empty.
        key: what opens the data now.
    """

    aside: Path | None
    key: str = field(repr=False)


def places_of(data: Path) -> tuple[Path, ...]:
    """Where backups of this data lie: beside it, and in the second place if that is there."""
    place = second_place(data)
    second = place.copies if place else None
    return (data / BACKUPS, second) if second and second.is_dir() else (data / BACKUPS,)


def backups_of(data: Path) -> tuple[Backup, ...]:
    """All backups that can be found, newest first; one that lies in two places comes once."""
    found: dict[str, Backup] = {}
    for place in places_of(data):
        with suppress(Trouble):
            for each in backups_in(place):
                known = found.get(each.path.name)
                if known is None or (each.is_whole and not known.is_whole):
                    found[each.path.name] = each
    return tuple(sorted(found.values(), key=lambda each: (each.number, each.made_at), reverse=True))


def backup_at(path: Path) -> Backup:
    """The backup that a file is.

    Raises:
        DamagedBackup: it is none, or it was cut short.
    """
    if read_manifest(path) is None:
        why = "damaged" if path.name.endswith(ENDING) else "no_backup"
        raise DamagedBackup(path, why)
    return read_backup(path)


def known_key(backup: Backup, data: Path, *, key: str | None = None) -> str | None:
    """The key of a backup as far as it can be had without asking anybody."""
    if key is not None:
        if fits(backup, key):
            return key
        with suppress(Trouble):  # the key file may be what is wrong
            earlier = key_of_backup(backup, data, key=key)
            if earlier is not None:
                return earlier
    above = backup.path.parent
    return key_without_words(backup, folders=(data, above, above.parent))


def key_of_computer(data: Path) -> str | None:
    """The key that lies beside the data, where there is no passphrase."""
    with suppress(Trouble):
        return computer_key(data)
    return None


def amounts_in(data: Path, *, key: str) -> Amounts | None:
    """How much is in data that nobody has open; None where this key does not open it."""
    if not (data / FILE).exists():
        return None
    with suppress(Trouble):
        vault = open_vault(data, key=key)
        try:
            return amounts_now(vault)
        finally:
            vault.close()
    return None


def next_good(backups: tuple[Backup, ...], *, key: str, breathe: Breathe = hold_breath) -> NextGood:
    """The first of these that can be put back, past damaged ones.

    It touches no vault, so it may run on any thread. Those of other data do not count as damaged.

    Raises:
        NoGoodBackup: there is none; where there was but one, what is wrong with that.
    """
    past = 0
    trouble: Trouble | None = None
    for backup in backups:
        trouble = verify(backup, key=key, breathe=breathe)
        if isinstance(trouble, Cancelled):
            raise trouble
        if trouble is None:
            return NextGood(backup, past)
        past += not (isinstance(trouble, DamagedBackup) and trouble.why == "other_key")
    if trouble is not None and len(backups) == 1:
        raise trouble
    raise NoGoodBackup(backups[0].path.parent if backups else Path())


def put_back(
    backup: Backup,
    data: Path,
    *,
    key: str,
    at: datetime,
    own_key: str | None = None,
    keeps_old: bool = True,
    breathe: Breathe = hold_breath,
) -> PutBack:
    """Puts a backup in the place of the data, with the keys that belong to it.

    Args:
        backup: what comes back.
        data: the data folder; nobody has it open.
        key: what opens the backup.
        at: what the clock says.
        own_key: what opened the data until now, if anybody knows it.
        keeps_old: whether the data of until now is worth keeping: there was a class in it.
        breathe: called between steps; it may raise `Cancelled`.

    Raises:
        Trouble: see `store.restoring.restore`; all is as it was.
    """
    # whoever has a passphrase on the data keeps that one, also with a backup of before it
    stays = own_key if own_key and own_key != key and _has_passphrase(data) else None
    new_keys = None if stays else keys_after(backup, data, key=key)
    done = restore(backup, data, key=key, at=at, own_key=stays, keys=new_keys, breathe=breathe)
    aside = done.aside
    if aside is not None and not keeps_old:
        with suppress(Trouble):  # an empty one that stays does no harm
            remove_kept(aside)
            aside = None
    return PutBack(aside, stays or key)


def _has_passphrase(data: Path) -> bool:
    with suppress(Trouble):
        return keys.has_passphrase(data)
    return False
