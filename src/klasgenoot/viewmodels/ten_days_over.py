"""Ten days with somebody are complete: that they are, and what one can do next."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.talk_round import SAID_FOR
from klasgenoot.store import students, talk_rounds
from klasgenoot.viewmodels.one_student import OneStudent
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PROMISE, PageId, Target

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class TenDaysOver(OneStudent):
    """Ten days that are complete.

    Attributes:
        heading: that they are.
        line: what was done, and what keeps it going.
        act: what the button for that says.
    """

    student: Student
    heading: str
    line: str
    act: str

    @property
    def target(self) -> Target:
        """Where a day is agreed on."""
        return Target(PageId.STUDENT, student=self.student.id, act=PROMISE)


def ten_days_over(session: Session, *, only: StudentId | None = None) -> tuple[TenDaysOver, ...]:
    """With whom ten days were complete a short while ago, and nothing came after them.

    Args:
        session: the run of the app.
        only: leave out all others.
    """
    vault, since = session.vault, session.today() - SAID_FOR
    found = talk_rounds.ten_days_over(vault, since=since)
    with_whom = (each.with_student for each in found)
    people = (students.student(vault, who) for who in with_whom if who and only in {None, who})
    return tuple(_over(student) for student in people if student is not None)


def _over(student: Student) -> TenDaysOver:
    heading = translate("TenDaysOver", "Ten days with {name} are complete.")
    line = translate(
        "TenDaysOver",
        "Ten times you took two minutes. Keep it going: agree on a day to ask again how it is.",
    )
    return TenDaysOver(
        student=student,
        heading=heading.format(name=student.name),
        line=line,
        act=translate("TenDaysOver", "Agree on a day…"),
    )
