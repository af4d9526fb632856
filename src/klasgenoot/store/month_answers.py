"""The answers of the monthly rounds, in the data file."""

from datetime import date

from klasgenoot.domain.month_round import Footing, MonthAnswer, WouldCome
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.store.database import Row, Vault
from klasgenoot.store.restrictions import shown

_ANSWERS = (
    "SELECT m.student_id, m.month, m.answered_on, m.would_come, m.footing FROM month_answers m"
)


def month_answers_in(vault: Vault, class_id: ClassId) -> tuple[MonthAnswer, ...]:
    """All answers on the students of a class, the oldest month first."""
    found = vault.rows(
        f"{_ANSWERS} JOIN enrolments e ON e.student_id = m.student_id"
        f" WHERE e.class_id = ? AND {shown('m.student_id')} ORDER BY m.month, m.id",
        (class_id,),
    )
    return tuple(_answer(row) for row in found)


def month_answers_on(vault: Vault, student_id: StudentId) -> tuple[MonthAnswer, ...]:
    """All answers on one student, the oldest month first."""
    found = vault.rows(f"{_ANSWERS} WHERE m.student_id = ? ORDER BY m.month", (student_id,))
    return tuple(_answer(row) for row in found)


def set_month_answer(vault: Vault, answer: MonthAnswer) -> None:
    """Keeps an answer, in the place of an earlier one of the same month."""
    row = {
        "answered_on": answer.answered_on.isoformat(),
        "would_come": answer.would_come.value,
        "footing": answer.footing.value if answer.footing else None,
    }
    month = answer.month.isoformat()
    known = vault.row(
        "SELECT id FROM month_answers WHERE student_id = ? AND month = ?",
        (answer.student_id, month),
    )
    if known:
        vault.table("month_answers").update(known[0], row)
    else:
        vault.add("month_answers", {"student_id": answer.student_id, "month": month, **row})


def _answer(row: Row) -> MonthAnswer:
    student_id, month, answered_on, would_come, footing = row
    return MonthAnswer(
        student_id=StudentId(student_id),
        month=date.fromisoformat(month),
        answered_on=date.fromisoformat(answered_on),
        would_come=WouldCome(would_come),
        footing=Footing(footing) if footing else None,
    )
