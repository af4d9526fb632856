"""What was changed afterwards, and what students say themselves, in the data file."""

from collections import defaultdict
from datetime import date

from klasgenoot.domain.contact import Contact, ContactId, ContactKind
from klasgenoot.domain.names import fold_words
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.rights import Correction, OwnView, ViewId
from klasgenoot.store.database import Row, Vault

_VIEWS = "SELECT id, student_id, contact_id, said_on, text FROM own_views"


def keep_correction(vault: Vault, before: Contact, *, on: date) -> None:
    """Keeps a contact as it was, before it is changed."""
    vault.add(
        "corrections",
        {
            "contact_id": before.id,
            "corrected_on": on.isoformat(),
            "happened_on": before.happened_on.isoformat(),
            "kind": before.kind.value,
            "text": before.text,
        },
    )


def corrections_of(vault: Vault, student_id: StudentId) -> dict[ContactId, tuple[Correction, ...]]:
    """What the contacts with a student said before, the oldest first."""
    found = vault.rows(
        "SELECT k.contact_id, k.corrected_on, k.happened_on, k.kind, k.text FROM corrections k"
        " JOIN contact_students cs ON cs.contact_id = k.contact_id WHERE cs.student_id = ?"
        " ORDER BY k.id",
        (student_id,),
    )
    those: dict[ContactId, list[Correction]] = defaultdict(list)
    for row in found:
        correction = _correction(row)
        those[correction.contact_id].append(correction)
    return {contact_id: tuple(each) for contact_id, each in those.items()}


def views_of(vault: Vault, student_id: StudentId) -> tuple[OwnView, ...]:
    """What a student said themselves, the oldest first."""
    found = vault.rows(f"{_VIEWS} WHERE student_id = ? ORDER BY said_on, id", (student_id,))
    return tuple(_view(row) for row in found)


def view(vault: Vault, view_id: ViewId) -> OwnView | None:
    """One view, or None if it is not there."""
    row = vault.row(f"{_VIEWS} WHERE id = ?", (view_id,))
    return _view(row) if row else None


def add_view(
    vault: Vault, *, student_id: StudentId, contact_id: ContactId | None, said_on: date, text: str
) -> ViewId:
    """Keeps what a student says and returns its id."""
    row = {
        "student_id": student_id,
        "contact_id": contact_id,
        "said_on": said_on.isoformat(),
        "text": text,
        "folded": fold_words(text),
    }
    return ViewId(vault.add("own_views", row))


def remove_view(vault: Vault, view_id: ViewId) -> None:
    """Removes a view."""
    vault.table("own_views").delete(view_id)


def _correction(row: Row) -> Correction:
    contact_id, corrected, happened, kind, text = row
    return Correction(
        contact_id=ContactId(contact_id),
        corrected_on=date.fromisoformat(corrected),
        happened_on=date.fromisoformat(happened),
        kind=ContactKind(kind),
        text=text,
    )


def _view(row: Row) -> OwnView:
    view_id, student_id, contact_id, said, text = row
    return OwnView(
        id=ViewId(view_id),
        student_id=StudentId(student_id),
        contact_id=ContactId(contact_id) if contact_id is not None else None,
        said_on=date.fromisoformat(said),
        text=text,
    )
