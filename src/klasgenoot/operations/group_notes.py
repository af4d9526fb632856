"""What a teacher does for a group: note how it is doing, mend a note, remove it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Missing, Unknown
from klasgenoot.domain.groups import GroupNote, NoteId, Phase, Signal
from klasgenoot.domain.people import ClassId
from klasgenoot.domain.texts import written
from klasgenoot.operations.desk import deed
from klasgenoot.store import group_notes
from klasgenoot.store.database import Vault


@deed(Deed.NOTE_GROUP)
def note_group(
    vault: Vault,
    *,
    class_id: ClassId,
    on: date,
    text: str = "",
    phase: Phase | None = None,
    signals: Sequence[Signal] = (),
) -> NoteId:
    """Keeps a dated note on a class.

    Raises:
        Missing: neither words, nor a phase, nor a signal was given.
    """
    draft = GroupNote(
        id=NoteId(0),
        class_id=class_id,
        noted_on=on,
        text=written(text),
        phase=phase,
        signals=tuple(signals),
    )
    return group_notes.add_note(vault, _filled(draft))


@deed(Deed.EDIT_GROUP_NOTE)
def edit_group_note(
    vault: Vault,
    *,
    note_id: NoteId,
    on: date,
    text: str,
    phase: Phase | None,
    signals: Sequence[Signal],
) -> None:
    """Mends a note."""
    known = group_notes.group_note(vault, note_id)
    if known is None:
        raise Unknown("note", str(note_id))
    changed = replace(known, noted_on=on, text=written(text), phase=phase, signals=tuple(signals))
    group_notes.save_note(vault, _filled(changed))


@deed(Deed.REMOVE_GROUP_NOTE)
def remove_group_note(vault: Vault, *, note_id: NoteId) -> None:
    """Removes a note."""
    if group_notes.group_note(vault, note_id) is None:
        raise Unknown("note", str(note_id))
    group_notes.remove_note(vault, note_id)


def _filled(note: GroupNote) -> GroupNote:
    if not (note.text or note.phase or note.signals):
        raise Missing("text")
    return note
