"""What a teacher does once a month: ask of each student whether they would come to them."""

from datetime import date

from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.month_round import Footing, MonthAnswer, WouldCome, month_of
from klasgenoot.domain.people import StudentId
from klasgenoot.operations.desk import deed
from klasgenoot.operations.students import known_student
from klasgenoot.store import month_answers
from klasgenoot.store.database import Vault


@deed(Deed.ANSWER_MONTH)
def answer_month(
    vault: Vault,
    *,
    student_id: StudentId,
    would_come: WouldCome,
    on: date,
    footing: Footing | None = None,
) -> None:
    """Keeps the answer on one student; there is one for each month.

    Raises:
        Unknown: the student is not there.
    """
    known_student(vault, student_id)
    answer = MonthAnswer(
        student_id=student_id,
        month=month_of(on),
        answered_on=on,
        would_come=would_come,
        footing=footing,
    )
    month_answers.set_month_answer(vault, answer)
