"""The group notes in the data file."""

from datetime import date

from klasgenoot.domain.groups import GroupNote, NoteId, Phase, Signal
from klasgenoot.domain.names import fold_words
from klasgenoot.domain.people import ClassId
from klasgenoot.store.database import Row, Vault

_COLUMNS = "id, class_id, noted_on, phase, signals, text"


def notes_on(vault: Vault, class_id: ClassId) -> tuple[GroupNote, ...]:
    """The notes on a class, newest first."""
    found = vault.rows(
        f"SELECT {_COLUMNS} FROM group_notes WHERE class_id = ? ORDER BY noted_on DESC, id DESC",
        (class_id,),
    )
    return tuple(_note(row) for row in found)


def group_note(vault: Vault, note_id: NoteId) -> GroupNote | None:
    """One note, or None if it is not there."""
    row = vault.row(f"SELECT {_COLUMNS} FROM group_notes WHERE id = ?", (note_id,))
    return _note(row) if row else None


def add_note(vault: Vault, draft: GroupNote) -> NoteId:
    """Adds a note; the id of the draft is not used. Returns the new id."""
    return NoteId(vault.add("group_notes", _row(draft)))


def save_note(vault: Vault, changed: GroupNote) -> None:
    """Stores a note as it now is."""
    vault.table("group_notes").update(changed.id, _row(changed))


def remove_note(vault: Vault, note_id: NoteId) -> None:
    """Removes a note."""
    vault.table("group_notes").delete(note_id)


def _row(note: GroupNote) -> dict[str, object]:
    return {
        "class_id": note.class_id,
        "noted_on": note.noted_on.isoformat(),
        "phase": note.phase.value if note.phase else None,
        "signals": " ".join(note.signals),
        "text": note.text,
        "folded": fold_words(note.text),
    }


def _note(row: Row) -> GroupNote:
    note_id, class_id, day, phase, signals, text = row
    return GroupNote(
        id=NoteId(note_id),
        class_id=ClassId(class_id),
        noted_on=date.fromisoformat(day),
        phase=Phase(phase) if phase else None,
        signals=tuple(Signal(word) for word in signals.split()),
        text=text,
    )
