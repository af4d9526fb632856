"""When is a backup made, and where? Every half hour if something changed, and before large deeds.

A backup that cannot be made never stands in the way of work: the trouble is kept, to be shown.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from klasgenoot.domain.backups import Backup, Why
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Trouble
from klasgenoot.store.backups import backups_in, clear_parts, drop_old, make_backup
from klasgenoot.store.breathing import Breathe, hold_breath
from klasgenoot.store.content import fingerprint
from klasgenoot.store.database import Vault
from klasgenoot.store.generation import is_older_copy, marks

EVERY = timedelta(minutes=30)
MANY = 5
"""Removing so many students at once is a large deed."""


@dataclass
class BackupRound:
    """The backups of one vault in one place, for as long as the app runs.

    Attributes:
        place: the folder where they go.
        last: the newest one of this vault there.
        trouble: why the last try came to nothing; None when it went well.
        is_busy: one is being made; it is then no time to begin another or to close the vault.
        changes: how many rows had changed, by SQLite's own count, when it was last looked at.
        is_older_copy: the vault is behind its own backups: somebody put an older file back.
    """

    place: Path
    last: Backup | None = None
    trouble: Trouble | None = None
    is_busy: bool = False
    is_older_copy: bool = False
    changes: int = -1


def begin_round(vault: Vault, place: Path) -> BackupRound:
    """Looks at what is there already, and clears what a power cut left."""
    own = marks(vault).vault_id
    clear_parts(place, own)
    try:
        known = [each for each in backups_in(place) if each.is_of(own)]
    except Trouble as trouble:
        return BackupRound(place, trouble=trouble)
    last = next((each for each in known if each.is_whole), None)
    return BackupRound(place, last, is_older_copy=is_older_copy(vault, known))


def is_due(vault: Vault, backups: BackupRound, *, now: datetime) -> bool:
    """Whether half an hour went by and something is different from the last backup."""
    if backups.is_busy or vault.connection.in_transaction:
        return False
    last = backups.last
    # a clock that was set back is no reason to wait for it
    waits = last is not None and timedelta(0) <= now - last.made_at < EVERY
    return not waits and _has_changed(vault, backups)


def back_up(
    vault: Vault,
    backups: BackupRound,
    *,
    now: datetime,
    why: Why = Why.ROUTINE,
    breathe: Breathe = hold_breath,
) -> Backup:
    """Makes a backup and drops those that are no longer needed.

    Raises:
        Trouble: see `store.backups.make_backup`; it is also kept in the round.
    """
    backups.is_busy = True
    try:
        backups.last = make_backup(vault, backups.place, made_at=now, why=why, breathe=breathe)
        backups.trouble = None
        drop_old(backups.place, now)
    except Trouble as trouble:
        backups.trouble = trouble
        raise
    finally:
        backups.is_busy = False
        backups.changes = vault.connection.total_changes
    return backups.last


def look_again(vault: Vault, backups: BackupRound) -> None:
    """Others changed what lies in the folder: which is the newest one now?"""
    own = marks(vault).vault_id
    try:
        known = [each for each in backups_in(backups.place) if each.is_of(own)]
    except Trouble as trouble:
        backups.trouble = trouble
        return
    backups.last = next((each for each in known if each.is_whole), None)


def back_up_before(vault: Vault, backups: BackupRound, *, now: datetime, why: Why) -> Backup | None:
    """Makes a backup before an import, a migration or a removal of many; None if none was needed.

    If it cannot be made, work goes on; the round knows why.
    """
    if backups.is_busy or not _has_changed(vault, backups):
        return None
    try:
        return back_up(vault, backups, now=now, why=why)
    except Trouble:
        return None


def before_large_deeds(
    vault: Vault, backups: BackupRound, *, clock: Callable[[], datetime]
) -> Callable[[Deed, Mapping[str, object]], None]:
    """What a desk asks before each deed (`Desk.before`): the large ones get a backup first."""

    def before(deed: Deed, values: Mapping[str, object]) -> None:
        why = _why(deed, values)
        if why is not None:
            back_up_before(vault, backups, now=clock(), why=why)

    return before


def _why(deed: Deed, values: Mapping[str, object]) -> Why | None:
    if deed is Deed.IMPORT_CLASS:
        return Why.IMPORT
    students = values.get("student_ids", ())
    is_many = isinstance(students, list | tuple) and len(students) >= MANY
    if deed is Deed.REMOVE_CLASS or (deed is Deed.REMOVE_STUDENTS and is_many):
        return Why.REMOVAL
    return None


def _has_changed(vault: Vault, backups: BackupRound) -> bool:
    """Whether the vault holds anything else than its last backup; cheap while nothing is done."""
    if vault.connection.total_changes == backups.changes:
        return False
    if backups.last is None or backups.last.content != fingerprint(vault.connection):
        return True
    backups.changes = vault.connection.total_changes
    return False
