"""When was a student given what is kept, and what was held back? The record in the data file."""

from datetime import date

from klasgenoot.domain.people import StudentId
from klasgenoot.domain.rights import FileKind, Handover, HandoverId, HeldBack
from klasgenoot.store.database import Vault


def add_handover(vault: Vault, made: Handover) -> HandoverId:
    """Keeps that a student was given what is kept, and how much of it was covered."""
    row = {
        "student_id": made.student_id,
        "made_on": made.made_on.isoformat(),
        "file_kind": made.file_kind.value,
    }
    handover_id = HandoverId(vault.add("handovers", row))
    for held in made.held_back:
        vault.add(
            "held_back",
            {
                "handover_id": handover_id,
                "place": held.place,
                "words": held.words,
                "reason": held.reason,
            },
        )
    return handover_id


def handovers_of(vault: Vault, student_id: StudentId) -> tuple[Handover, ...]:
    """All of one student, the oldest first."""
    found = vault.rows(
        "SELECT id, made_on, file_kind FROM handovers WHERE student_id = ? ORDER BY id",
        (student_id,),
    )
    return tuple(
        Handover(
            student_id=student_id,
            made_on=date.fromisoformat(made_on),
            file_kind=FileKind(kind),
            held_back=_held_back(vault, handover_id),
        )
        for handover_id, made_on, kind in found
    )


def _held_back(vault: Vault, handover_id: int) -> tuple[HeldBack, ...]:
    found = vault.rows(
        "SELECT place, words, reason FROM held_back WHERE handover_id = ? ORDER BY id",
        (handover_id,),
    )
    return tuple(
        HeldBack(place=place, words=words, reason=reason) for place, words, reason in found
    )
