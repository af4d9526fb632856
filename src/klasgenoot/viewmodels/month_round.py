"""The monthly round: three minutes, one face after the other, and one answer in words on each."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.calling import told_apart
from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.month_round import (
    Footing,
    MonthAnswer,
    WouldCome,
    month_of,
    newest_by_student,
    still_to_ask,
    those_who,
)
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.settings import Role
from klasgenoot.operations.month_round import answer_month
from klasgenoot.store import month_answers, students
from klasgenoot.viewmodels.bond_words import footing_words, month_words, would_come_words
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.words import listed

translate = QCoreApplication.translate

WATCHED = frozenset({"students", "enrolments", "month_answers", "restrictions"})


class MonthRoundViewModel(QObject):
    """The class, one student at a time.

    Signals:
        changed: another student, another answer, or the end.
        failed: a sentence on what could not be kept.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._place = 0
        self._footing: Footing | None = None
        self._everyone: tuple[Student, ...] = ()
        self._called: dict[StudentId, str] = {}
        self._newest: dict[StudentId, MonthAnswer] = {}
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self.open)

    @Slot()
    def open(self) -> None:
        """Begins with the first of whom nothing was said this month; after all of them, the end."""
        self._read()
        left = still_to_ask(self._ids, self._newest, month=self._month)
        self._go_to(self._ids.index(left[0]) if left else len(self._everyone))

    @property
    def has_students(self) -> bool:
        """Whether there is anybody to think of."""
        return bool(self._everyone)

    @property
    def student(self) -> Student | None:
        """Whom it is about now; None at the end."""
        return self._everyone[self._place] if self._place < len(self._everyone) else None

    @property
    def question(self) -> str:
        """What is asked."""
        student = self.student
        shape = translate("MonthRound", "Would {name} come to you with something personal?")
        return shape.format(name=self.called(student)) if student else ""

    @property
    def place(self) -> str:
        """Where one is: "7 of 28"."""
        shape = translate("MonthRound", "{place} of {count}")
        place = min(self._place + 1, len(self._everyone))
        return shape.format(place=place, count=len(self._everyone))

    @property
    def done_part(self) -> tuple[int, int]:
        """How many were thought of this month, and how many there are."""
        left = still_to_ask(self._ids, self._newest, month=self._month)
        return len(self._everyone) - len(left), len(self._everyone)

    @property
    def said(self) -> WouldCome | None:
        """What was said of this student this month."""
        answer = self._answer
        return answer.would_come if answer and answer.month == self._month else None

    @property
    def footing(self) -> Footing | None:
        """What the bond asks for, as it is chosen now."""
        return self._footing

    @property
    def asks_footing(self) -> bool:
        """Whether that is asked too: a subject teacher has fewer fields."""
        return self._session.settings.role is Role.STUDY_COACH

    @property
    def before(self) -> str:
        """What was said the last time, and in which month; empty when nothing was."""
        answer = self._answer
        if answer is None:
            return ""
        said = would_come_words(answer.would_come)
        if answer.footing:
            said = f"{said}, {footing_words(answer.footing)}"
        return f"{month_words(answer.month)}: {said}"

    @property
    def month(self) -> str:
        """The month of this round."""
        return month_words(self._month)

    @property
    def not_coming(self) -> tuple[Student, ...]:
        """Those of whom the teacher thinks that they would not come yet."""
        return self._those(WouldCome.NO)

    def called(self, student: Student) -> str:
        """What to call a student of this class, so that two of one name are told apart."""
        return self._called.get(student.id, student.name)

    @property
    def summary(self) -> str:
        """How it ended, in words: who would not come yet, and what is one step."""
        nobody = self.not_coming
        if not nobody:
            return translate("MonthRound", "There is nobody of whom you think they would not come.")
        names = listed([self.called(student) for student in nobody])
        shape = translate(
            "MonthRound",
            "Would not come to you yet: {names}. Choose one for this week; two minutes is enough.",
        )
        return shape.format(names=names)

    def choose_footing(self, footing: Footing | None) -> None:
        """Says what the bond asks for; chosen again it is not said any more."""
        self._footing = None if footing is self._footing else footing
        if self.said is not None:
            self._keep(self.said)
        self.changed.emit()

    def answer(self, would_come: WouldCome) -> None:
        """Keeps the answer on this student, and goes on to the next."""
        if self.student is not None and self._keep(would_come):
            self._go_to(self._place + 1)

    def go(self, step: int) -> None:
        """Goes to the next (1) or the previous (-1) student without an answer."""
        self._go_to(max(0, min(len(self._everyone), self._place + step)))

    def look_again(self) -> None:
        """Goes through the class once more from the first."""
        self._go_to(0)

    @property
    def _month(self) -> date:
        return month_of(self._session.today())

    @property
    def _ids(self) -> tuple[StudentId, ...]:
        return tuple(student.id for student in self._everyone)

    @property
    def _answer(self) -> MonthAnswer | None:
        student = self.student
        return self._newest.get(student.id) if student else None

    def _those(self, would_come: WouldCome) -> tuple[Student, ...]:
        ids = frozenset(those_who(self._ids, self._newest, would_come=would_come))
        return tuple(student for student in self._everyone if student.id in ids)

    def _keep(self, would_come: WouldCome) -> bool:
        student = self.student
        if student is None:
            return False
        try:
            self._session.do(
                answer_month,
                student_id=student.id,
                would_come=would_come,
                footing=self._footing if self.asks_footing else None,
                on=self._session.today(),
            )
        except Trouble as trouble:
            self.failed.emit(trouble_words(trouble))
            return False
        return True

    def _go_to(self, place: int) -> None:
        self._place = place
        answer = self._answer
        self._footing = answer.footing if answer else None
        self.changed.emit()

    def _read(self) -> None:
        known, vault = self._session.current_class, self._session.vault
        self._everyone = students.all_students(vault, class_id=known.id) if known else ()
        answers = month_answers.month_answers_in(vault, known.id) if known else ()
        self._newest = newest_by_student(answers)
        self._called = told_apart(self._everyone)

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if not tables & WATCHED:
            return
        who, before = self.student, self._newest
        self._read()
        ids, left = self._ids, still_to_ask(self._ids, self._newest, month=self._month)
        taken_back = [each for each in left if each in before and before[each].month == self._month]
        if taken_back:  # by undo: that one is asked about once more
            self._go_to(ids.index(taken_back[0]))
            return
        if who is not None and who.id in ids:
            self._place = ids.index(who.id)
        self._place = min(self._place, len(ids))
        self.changed.emit()
