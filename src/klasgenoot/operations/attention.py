"""What a teacher says of somebody's turn: a target of their own, or in peace for a while."""

from datetime import date

from klasgenoot.domain.contact import LONGEST_TEXT
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Missing, Unknown
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.snoozing import Snooze, SnoozeReason, latest_end
from klasgenoot.domain.texts import fitting
from klasgenoot.operations.desk import deed
from klasgenoot.operations.students import known_student
from klasgenoot.store import attention
from klasgenoot.store.database import Vault

LONGEST_TARGET = 366
"""In days: whoever is seen less often than once a year is nobody's turn."""


@deed(Deed.SET_TARGET)
def set_target(vault: Vault, *, student_id: StudentId, days: int | None) -> None:
    """Gives a student a target of their own, in days; with None that of the class again.

    Raises:
        Unknown: the student is not there, or that is no number of days between contacts.
    """
    known_student(vault, student_id)
    if days is not None and not 1 <= days <= LONGEST_TARGET:
        raise Unknown("target", str(days))
    attention.set_own_target(vault, student_id, days)


@deed(Deed.SNOOZE)
def snooze(
    vault: Vault,
    *,
    student_id: StudentId,
    on: date,
    until: date,
    reason: SnoozeReason,
    text: str = "",
) -> None:
    """Leaves a student in peace for a while: they are not on the list until the day after `until`.

    What was over before is let go of at the same time.

    Raises:
        Missing: it is for another reason, and that is not said.
        TooLarge: the text is longer than a line.
        Unknown: the student is not there, or the end lies in the past or further than half a year.
    """
    known_student(vault, student_id)
    text = fitting(text, most=LONGEST_TEXT)
    if reason is SnoozeReason.OTHER and not text:
        raise Missing("reason")
    if not on <= until <= latest_end(on):
        raise Unknown("day", until.isoformat())
    attention.remove_ended(vault, on=on)
    attention.keep_snooze(
        vault, Snooze(student_id=student_id, since=on, until=until, reason=reason, text=text)
    )


@deed(Deed.END_SNOOZE)
def end_snooze(vault: Vault, *, student_id: StudentId) -> None:
    """Puts a student back on the list before the time.

    Raises:
        Unknown: they were not left in peace.
    """
    if attention.snooze_of(vault, student_id) is None:
        raise Unknown("snooze", str(student_id))
    attention.remove_snooze(vault, student_id)
