"""What a teacher says to a recommendation: done, later, not for me, or nothing after all."""

from datetime import date

from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.guide import Mark
from klasgenoot.domain.people import ClassId
from klasgenoot.operations.desk import deed
from klasgenoot.store import guide_marks
from klasgenoot.store.database import Vault


@deed(Deed.MARK_RECOMMENDATION)
def mark_recommendation(
    vault: Vault, *, class_id: ClassId, recommendation: int, mark: Mark | None, on: date
) -> None:
    """Marks a recommendation for a class; None takes the mark off."""
    if mark is None:
        guide_marks.remove_mark(vault, class_id=class_id, recommendation=recommendation)
    else:
        guide_marks.save_mark(
            vault, class_id=class_id, recommendation=recommendation, mark=mark, on=on
        )
