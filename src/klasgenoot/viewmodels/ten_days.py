"""Two minutes on ten school days, with two students at most: how far, and when is the next?"""

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.calling import told_apart
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.periods import LessonFree
from klasgenoot.domain.talk_round import (
    MOST_AT_ONCE,
    TEN_DAYS,
    IsFree,
    RoundId,
    TalkRound,
    ten_days,
)
from klasgenoot.operations.talk_rounds import end_talk_round, hold_talk, start_ten_days
from klasgenoot.store import students, talk_rounds
from klasgenoot.store.calendar import periods
from klasgenoot.viewmodels.doing import Doing
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.talks_rows import TenDaysRow
from klasgenoot.viewmodels.ten_days_over import TenDaysOver, ten_days_over
from klasgenoot.viewmodels.words import short_date

translate = QCoreApplication.translate

WATCHED = frozenset(
    {
        "students",
        "enrolments",
        "talk_rounds",
        "round_talks",
        "restrictions",
        "periods",
        "promises",
        "contact_students",
    }
)


class TenDaysViewModel(QObject):
    """With whom ten days go on, in every class; to begin, somebody of the current class.

    Signals:
        changed: there are others, or a day was done.
        failed: a sentence on what could not be done.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._do = Doing(session, say=self.failed.emit)
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self.changed)

    @property
    def rows(self) -> tuple[TenDaysRow, ...]:
        """With whom it goes on, the first begun first."""
        vault = self._session.vault
        is_free = LessonFree(periods(vault)).has
        made = (self._row(each, is_free=is_free) for each in talk_rounds.ten_days_going_on(vault))
        return tuple(row for row in made if row is not None)

    @property
    def over(self) -> tuple[TenDaysOver, ...]:
        """With whom it is complete, and nothing came after."""
        return ten_days_over(self._session)

    @property
    def can_begin(self) -> bool:
        """Whether there is room for one more."""
        return len(talk_rounds.ten_days_going_on(self._session.vault)) < MOST_AT_ONCE

    @property
    def candidates(self) -> tuple[tuple[StudentId, str], ...]:
        """With whom of the class it could begin."""
        taken = {each.with_student for each in talk_rounds.ten_days_going_on(self._session.vault)}
        everyone = self._session.classmates
        names = told_apart(everyone)
        return tuple((each.id, names[each.id]) for each in everyone if each.id not in taken)

    def begin(self, student_id: StudentId) -> None:
        """Begins ten days with somebody of the class."""
        known = self._session.current_class
        if known is not None:
            self._do(
                start_ten_days,
                class_id=known.id,
                student_id=student_id,
                on=self._session.today(),
            )

    def hold(self, row: TenDaysRow) -> None:
        """Keeps that today had its two minutes."""
        today = self._session.today()
        self._do(hold_talk, round_id=row.round_id, student_id=row.student.id, on=today)

    def end(self, round_id: RoundId) -> None:
        """Ends ten days before they are over."""
        self._do(end_talk_round, round_id=round_id, on=self._session.today())

    def _row(self, each: TalkRound, *, is_free: IsFree) -> TenDaysRow | None:
        vault, today = self._session.vault, self._session.today()
        who = each.with_student
        student = students.student(vault, who) if who is not None else None
        if student is None:
            return None
        held = [talk.held_on for talk in talk_rounds.talks_of(vault, each.id) if talk.held_on]
        days = ten_days(held, begun_on=each.begun_on, today=today, is_free=is_free)
        coming = [day for day in days if day not in held]
        is_today = bool(coming) and coming[0] == today
        if is_today:
            line = translate("Talks", "day {day} of {days}").format(
                day=len(held) + 1, days=TEN_DAYS
            )
        elif coming:
            line = translate("Talks", "day {day} of {days}, {when}").format(
                day=len(held) + 1, days=TEN_DAYS, when=short_date(coming[0])
            )
        else:
            line = translate("Talks", "done")
        return TenDaysRow(
            round_id=each.id,
            student=student,
            name=self._called(student),
            held=len(held),
            line=line,
            is_today=is_today,
        )

    def _called(self, student: Student) -> str:
        return told_apart(self._session.classmates).get(student.id, student.name)

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & WATCHED:
            self.changed.emit()
