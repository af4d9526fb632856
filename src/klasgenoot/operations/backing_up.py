"""When is a backup made, and where? Every half hour if something changed, and before large deeds.

A backup that cannot be made never stands in the way of work: the trouble is kept, to be shown.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from klasgenoot.domain.backups import Backup, Why
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Cancelled, Trouble
from klasgenoot.store.backups import (
    Unread,
    backups_in,
    clear_parts,
    copy_out,
    drop_old,
    has_other_keys,
    make_backup,
    read_back,
)
from klasgenoot.store.breathing import Breathe, hold_breath
from klasgenoot.store.content import fingerprint
from klasgenoot.store.database import Vault
from klasgenoot.store.generation import is_older_copy, marks
from klasgenoot.store.last_seen import look_and_write_down
from klasgenoot.store.opening import OldVault
from klasgenoot.store.second_place import second_place

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
        furthest: the backup that is further than the vault itself; None if none is. Somebody put
            an older file back, or went on with the data on another computer.
        was_further: the vault is behind what was seen of it at the last opening.
    """

    place: Path
    last: Backup | None = None
    trouble: Trouble | None = None
    is_busy: bool = False
    furthest: Backup | None = None
    was_further: bool = False
    changes: int = -1

    @property
    def places(self) -> tuple[Path, ...]:
        """Every folder where backups of this vault go; the second place may be away now."""
        second = second_place(self.place.parent)
        return (self.place, second.copies) if second and second.copies else (self.place,)

    @property
    def is_older_copy(self) -> bool:
        """Whether the vault is behind its own backups, or behind itself."""
        return self.furthest is not None or self.was_further


def begin_round(vault: Vault, place: Path, *, data: Path | None = None) -> BackupRound:
    """Looks at what is there already, and clears what a power cut left.

    Args:
        vault: the open data.
        place: where its backups go.
        data: its folder: a second place that is known there can tell of a later backup too.
    """
    own = marks(vault).vault_id
    seen = look_and_write_down(vault)
    clear_parts(place, own)
    try:
        known = [each for each in backups_in(place) if each.is_of(own)]
    except Trouble as trouble:
        was_further = is_older_copy(vault, (), last_seen=seen)
        return BackupRound(place, trouble=trouble, was_further=was_further)
    last = next((each for each in known if each.is_whole), None)
    if data is not None:
        known += _copies(data, own)
    furthest = max(known, key=lambda each: each.generation, default=None)
    return BackupRound(
        place,
        last,
        furthest=furthest if is_older_copy(vault, known) else None,
        was_further=is_older_copy(vault, (), last_seen=seen),
    )


def can_begin(vault: Vault, backups: BackupRound) -> bool:
    """Whether this is a moment for a backup: none is being made, and no deed is half done."""
    return not (backups.is_busy or vault.connection.in_transaction)


def is_due(vault: Vault, backups: BackupRound, *, now: datetime) -> bool:
    """Whether half an hour went by and something is different from the last backup."""
    if not can_begin(vault, backups):
        return False
    last = backups.last
    # a clock that was set back is no reason to wait for it
    waits = last is not None and timedelta(0) <= now - last.made_at < EVERY
    return not waits and has_changed(vault, backups)


def back_up(
    vault: Vault,
    backups: BackupRound,
    *,
    now: datetime,
    why: Why = Why.ROUTINE,
) -> Backup:
    """Makes a backup in one go and drops those that are no longer needed.

    Raises:
        Trouble: see `store.backups.make_backup`; it is also kept in the round.
    """
    unread = begin_backup(vault, backups, now=now, why=why)
    try:
        made = finish_backup(unread, now=now)
    except Trouble as trouble:
        end_backup(backups, trouble)
        raise
    end_backup(backups, made)
    return made


def begin_backup(
    vault: Vault,
    backups: BackupRound,
    *,
    now: datetime,
    why: Why = Why.ROUTINE,
    breathe: Breathe = hold_breath,
) -> Unread:
    """The first of three beats, on the vault's own thread: copies all there is.

    From here on the round is busy, until `end_backup` is told how it went.

    Raises:
        Trouble: it is also kept in the round, which is then no longer busy.
    """
    backups.is_busy = True
    try:
        unread = copy_out(vault, backups.place, made_at=now, why=why, breathe=breathe)
    except Trouble as trouble:
        end_backup(backups, trouble)
        raise
    except BaseException:
        backups.is_busy = False
        raise
    backups.changes = vault.connection.total_changes
    return unread


def finish_backup(unread: Unread, *, now: datetime) -> Backup:
    """The second beat, on any thread: reads the copy back, and drops what is too old.

    Raises:
        Trouble: see `store.backups.read_back`.
    """
    made = read_back(unread)
    drop_old(made.path.parent, now)
    return made


def end_backup(backups: BackupRound, outcome: Backup | Trouble) -> None:
    """The third beat, on the vault's own thread: remembers how it went."""
    backups.is_busy = False
    if isinstance(outcome, Backup):
        backups.last, backups.trouble = outcome, None
        return
    backups.changes = -1  # what was copied is no backup
    if not isinstance(outcome, Cancelled):
        backups.trouble = outcome


def back_up_as_it_was(vault: OldVault, place: Path, *, now: datetime) -> Backup | None:
    """Makes a backup before the tables change; None if none can be made.

    The file is also copied as it was (`store.database`), so this never stands in the way. The very
    first version could not be backed up: it did not know which vault it is.
    """
    if not vault.rows("PRAGMA table_info(generation)"):
        return None
    with suppress(Trouble):
        return make_backup(vault, place, made_at=now, why=Why.MIGRATION)
    return None


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
    if backups.is_busy or not has_changed(vault, backups):
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
    if deed in {Deed.IMPORT_CLASS, Deed.IMPORT_CLASSES}:
        return Why.IMPORT
    students = values.get("student_ids", ())
    is_many = isinstance(students, list | tuple) and len(students) >= MANY
    if deed is Deed.REMOVE_CLASS or (deed is Deed.REMOVE_STUDENTS and is_many):
        return Why.REMOVAL
    return None


def has_changed(vault: Vault, backups: BackupRound) -> bool:
    """Whether the vault holds anything else than its last backup, or opens with something else.

    Cheap while nothing is done.
    """
    last = backups.last
    if last is not None and vault.path and has_other_keys(last, vault.path.parent):
        return True
    if vault.connection.total_changes == backups.changes:
        return False
    with vault.sound():
        if backups.last is None or backups.last.content != fingerprint(vault.connection):
            return True
    backups.changes = vault.connection.total_changes
    return False


def _copies(data: Path, vault_id: str) -> list[Backup]:
    """The backups of a vault in the second place, if that is there."""
    place = second_place(data)
    if place is None or place.copies is None:
        return []
    with suppress(Trouble):
        return [each for each in backups_in(place.copies) if each.is_of(vault_id)]
    return []
