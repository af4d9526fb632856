"""What a teacher does when a year ends: let the classes go, with their key and their backups.

Whatever moment the power goes: what was erased is erased, and a note in the data says which backups
are still to be dropped. The next start goes on there.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime

from klasgenoot.domain.backups import Why
from klasgenoot.domain.erasing import What
from klasgenoot.domain.errors import DamagedFile
from klasgenoot.domain.people import ClassId
from klasgenoot.operations.backing_up import BackupRound, back_up
from klasgenoot.operations.erasing import Request, request_for, stone_for
from klasgenoot.store import group_notes, last_seen, students
from klasgenoot.store.database import Vault
from klasgenoot.store.earlier_keys import forget_earlier_keys
from klasgenoot.store.generation import marks
from klasgenoot.store.keys import has_passphrase
from klasgenoot.store.mentions import mentions_of
from klasgenoot.store.rekey import new_data_key
from klasgenoot.store.settings import backups_to_drop, set_backups_to_drop


def request_to_close(
    vault: Vault, class_ids: Sequence[ClassId], *, on: date, keep_notes: bool = False
) -> Request:
    """What it takes to erase classes, and the students who are in no other.

    Args:
        vault: the data.
        class_ids: which classes.
        on: the day.
        keep_notes: leave the classes themselves, with the teacher's own notes on them; a note that
            names a student of the class goes all the same.
    """
    request = request_for(vault, students.only_in(vault, class_ids), on=on)
    if not keep_notes:
        stones = [stone_for(vault, What.CLASS, each, on=on) for each in class_ids]
        return replace(request, stones=(*request.stones, *stones))
    return replace(request, emptied=tuple(class_ids))


def without_telling_notes(vault: Vault, request: Request) -> Request:
    """The same, and the notes go that still name who goes and were given no other words."""
    own = {note.id for each in request.emptied for note in group_notes.notes_on(vault, each)}
    ids = students.by_tokens(vault, [stone.token for stone in request.stones])
    telling = [
        mention.spot
        for mention in mentions_of(vault, request.words, without_students=ids)
        if mention.spot.table == "group_notes" and mention.spot.row in own
    ]
    stones = [
        stone_for(vault, What.GROUP_NOTE, spot.row, on=request.on)
        for spot in telling
        if spot not in (request.texts or {})
    ]
    return replace(request, stones=(*request.stones, *stones))


def begin_anew(vault: Vault) -> int:
    """Notes that the backups there are now are to be dropped. Returns the number of the last."""
    last = marks(vault).backups
    set_backups_to_drop(vault, last)
    return last


def take_new_key(vault: Vault, *, passphrase: str) -> None:
    """Gives the data a new key under the same passphrase; the recovery sheet stops working.

    Raises:
        Missing: the passphrase is empty.
        ReadOnlyPlace, DiskFull, TooLittleMemory: the key is what it was.
    """
    new_data_key(vault, key=vault.key, passphrase=passphrase)
    last_seen.write_down(vault)  # it was signed with the old key


def fresh_backup(vault: Vault, backups: BackupRound, *, now: datetime) -> None:
    """Makes the one backup that stays, and reads it back.

    Raises:
        Trouble: see `store.backups.make_backup`.
    """
    if backups.last is None or backups.last.number <= backups_to_drop(vault):
        back_up(vault, backups, now=now, why=Why.REMOVAL)


def backups_before(vault: Vault) -> int:
    """Up to which number the backups are to be dropped; 0 when there are none to drop."""
    return backups_to_drop(vault)


def end_anew(vault: Vault) -> None:
    """The old backups are gone; now what opened them goes, wherever a copy may still be.

    Raises:
        ReadOnlyPlace, DiskFull: that is still known; the next start goes on here.
    """
    folder = vault.path.parent if vault.path else None
    with suppress(DamagedFile):  # without a key file there is nothing to forget
        if folder is not None and has_passphrase(folder):
            forget_earlier_keys(folder, key=vault.key)
    set_backups_to_drop(vault, 0)
