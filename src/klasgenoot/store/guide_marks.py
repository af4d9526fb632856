"""What the teacher said of each recommendation, in the data file."""

from datetime import date

from klasgenoot.domain.guide import Mark, Marked
from klasgenoot.domain.people import ClassId
from klasgenoot.store.database import Vault


def marks_of(vault: Vault, class_id: ClassId) -> dict[int, Marked]:
    """The mark on each recommendation for a class, by its number; unmarked ones are left out."""
    found = vault.rows(
        "SELECT recommendation, mark, marked_on FROM guide_marks WHERE class_id = ?", (class_id,)
    )
    return {
        number: Marked(mark=Mark(mark), on=date.fromisoformat(day)) for number, mark, day in found
    }


def save_mark(
    vault: Vault, *, class_id: ClassId, recommendation: int, mark: Mark, on: date
) -> None:
    """Stores the mark on a recommendation for a class."""
    vault.table("guide_marks").upsert(
        {
            "class_id": class_id,
            "recommendation": recommendation,
            "mark": mark.value,
            "marked_on": on.isoformat(),
        },
        pk=("class_id", "recommendation"),
    )


def remove_mark(vault: Vault, *, class_id: ClassId, recommendation: int) -> None:
    """Takes the mark off a recommendation."""
    vault.table("guide_marks").delete_where(
        "class_id = ? AND recommendation = ?", [class_id, recommendation]
    )
