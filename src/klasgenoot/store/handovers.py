"""When was a student given what is kept, and what was held back? The record in the data file."""

from klasgenoot.domain.rights import Handover, HandoverId
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
