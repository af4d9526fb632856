"""Who was not there, in the data file: so that "everybody" is everybody who was."""

from collections.abc import Iterable
from datetime import date

from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.store.database import Vault


def absent_in(vault: Vault, class_id: ClassId) -> dict[date, frozenset[StudentId]]:
    """Who of a class was not there, by day."""
    found: dict[date, set[StudentId]] = {}
    for day, student_id in vault.rows(
        "SELECT missed_on, student_id FROM absences WHERE class_id = ? ORDER BY missed_on",
        (class_id,),
    ):
        found.setdefault(date.fromisoformat(day), set()).add(StudentId(student_id))
    return {day: frozenset(those) for day, those in found.items()}


def days_missed(vault: Vault, class_id: ClassId, student_id: StudentId) -> tuple[date, ...]:
    """On which days a student was missed in a class, the first one first."""
    found = vault.rows(
        "SELECT missed_on FROM absences WHERE class_id = ? AND student_id = ? ORDER BY missed_on",
        (class_id, student_id),
    )
    return tuple(date.fromisoformat(day) for (day,) in found)


def add_absences(
    vault: Vault, *, class_id: ClassId, student_ids: Iterable[StudentId], on: date
) -> None:
    """Keeps that students were not there; who is down already stays so."""
    known = absent_in(vault, class_id).get(on, frozenset())
    for student_id in dict.fromkeys(student_ids):
        if student_id not in known:
            row = {"student_id": student_id, "class_id": class_id, "missed_on": on.isoformat()}
            vault.add("absences", row)


def remove_absence(vault: Vault, *, class_id: ClassId, student_id: StudentId, on: date) -> None:
    """Forgets that a student was not there."""
    vault.table("absences").delete_where(
        "class_id = ? AND student_id = ? AND missed_on = ?",
        [class_id, student_id, on.isoformat()],
    )
