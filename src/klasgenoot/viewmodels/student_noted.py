"""What stands beside a student: their own words, what you share, the coach, what you promised."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QObject, Signal

from klasgenoot.domain.contact import SOON, PromiseId
from klasgenoot.domain.own_words import OwnWords
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.settings import Role
from klasgenoot.domain.study_coach import StudyCoach, latest
from klasgenoot.operations.contacts import keep_promise
from klasgenoot.operations.own_words import keep_own_words, note_in_common
from klasgenoot.operations.promises import (
    edit_promise,
    make_promise,
    remove_promise,
    reopen_promise,
)
from klasgenoot.operations.study_coach import name_coach, settle_transfer
from klasgenoot.store import contacts, month_answers, own_words, students, study_coaches, transfers
from klasgenoot.viewmodels.bond_words import footing_words, month_words, would_come_words
from klasgenoot.viewmodels.doing import Doing
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.student_details import Detail
from klasgenoot.viewmodels.student_facts import PromiseRow, return_rows
from klasgenoot.viewmodels.words import axis_day

translate = QCoreApplication.translate


_HER, _HIS = "zij", "hij"


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpsPart:
    """What helps, as it stands on the page.

    Attributes:
        whose: "in her words", beside the heading.
        text: what they say; empty when they were not asked.
        line: when they said it, and who may know; or what to do while there is nothing.
    """

    whose: str
    text: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachPart:
    """The study coach, as far as something can be passed on.

    Attributes:
        name: who it is.
        line: whether they may be told, and since when.
        is_allowed: whether they may.
    """

    name: str
    line: str
    is_allowed: bool


class StudentNoted(QObject):
    """What stands beside the student on screen, and what can be done with it.

    Signals:
        failed: a sentence on what could not be done.
    """

    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._do = Doing(session, say=self.failed.emit)
        self._student_id = StudentId(0)

    def open(self, student_id: StudentId) -> None:
        """Shows what stands beside another student."""
        self._student_id = student_id

    @property
    def today(self) -> date:
        """The day it is."""
        return self._session.today()

    @property
    def own_words(self) -> OwnWords | None:
        """What the student says helps them."""
        return own_words.own_words_of(self._session.vault, self._student_id)

    @property
    def helps(self) -> HelpsPart | None:
        """The same in words; None when there is no student."""
        student, said = self._student, self.own_words
        if student is None:
            return None
        if said is None:
            line = translate(
                "Student",
                "Not asked yet. Only fill it in if {name} wants that, in their own words.",
            )
            return HelpsPart(whose="", text="", line=line.format(name=student.name))
        shared = (
            translate("Student", "may be shared with teachers")
            if said.may_share
            else translate("Student", "for you only")
        )
        line = f"{axis_day(said.told_on)}, {shared}"
        return HelpsPart(whose=_whose(student), text=said.text, line=line)

    @property
    def in_common(self) -> str:
        """What teacher and student have in common; empty when nothing was noted."""
        return own_words.common_ground_with(self._session.vault, self._student_id)

    @property
    def asks_in_common(self) -> bool:
        """Whether the page offers to note it: a subject teacher has fewer fields."""
        return self._session.settings.role is Role.STUDY_COACH

    @property
    def coach(self) -> StudyCoach | None:
        """Who coaches the student, if that was noted."""
        return study_coaches.coach_of(self._session.vault, self._student_id)

    @property
    def coach_part(self) -> CoachPart | None:
        """What can be passed on to the coach; None when nobody is known, or it is the teacher."""
        coach = self.coach
        if coach is None or coach.is_teacher:
            return None
        said = latest(study_coaches.consents_of(self._session.vault, self._student_id))
        if said is None:
            line = translate("Student", "Not asked yet whether they may know something.")
        else:
            shape = (
                translate("Student", "May know something, said {day}.")
                if said.is_yes
                else translate("Student", "Rather not, said {day}.")
            )
            line = shape.format(day=axis_day(said.said_on))
        return CoachPart(name=coach.name, line=line, is_allowed=bool(said and said.is_yes))

    @property
    def coach_names(self) -> tuple[str, ...]:
        """The coaches of others in the class: it is often one of them."""
        known = self._session.current_class
        return study_coaches.coach_names(self._session.vault, known.id) if known else ()

    @property
    def details(self) -> tuple[Detail, ...]:
        """The lines for under the photo: the coach, and what the monthly round said last."""
        coach = self.coach
        lines = []
        if coach is not None:
            who = translate("Student", "you") if coach.is_teacher else coach.name
            lines.append(Detail(translate("Student", "Study coach"), who))
        answers = month_answers.month_answers_on(self._session.vault, self._student_id)
        if answers:
            last = answers[-1]
            said = would_come_words(last.would_come)
            footing = f"{footing_words(last.footing)}, " if last.footing else ""
            remark = f"{footing}{month_words(last.month)}"
            lines.append(Detail(translate("Student", "Bond"), said, remark))
        return tuple(lines)

    @property
    def returns(self) -> tuple[PromiseRow, ...]:
        """What is still to be asked of the study coach."""
        those = transfers.transfers_of(self._session.vault, self._student_id)
        return return_rows(those, today=self.today)

    @property
    def suggested_due(self) -> date:
        """For when a new promise is, until another day is chosen."""
        return self.today + SOON

    def promise(self, promise_id: PromiseId) -> tuple[str, date] | None:
        """What was promised and for when; None when it is not there."""
        known = contacts.promise(self._session.vault, promise_id)
        return (known.text, known.due_on) if known else None

    def make_promise(self, text: str, due_on: date) -> bool:
        """Notes a promise to the student."""
        return self._do(make_promise, student_id=self._student_id, text=text, due_on=due_on)

    def edit_promise(self, promise_id: PromiseId, text: str, due_on: date) -> bool:
        """Mends a promise."""
        return self._do(edit_promise, promise_id=promise_id, text=text, due_on=due_on)

    def keep_promise(self, promise_id: PromiseId) -> None:
        """Says that a promise was kept today."""
        self._do(keep_promise, promise_id=promise_id, on=self.today)

    def keep(self, row: PromiseRow) -> None:
        """Says that a promise was kept today, or that the study coach was asked."""
        if row.id is not None:
            self.keep_promise(row.id)
        elif row.transfer is not None:
            self._do(settle_transfer, transfer_id=row.transfer, on=self.today)

    def reopen_promise(self, promise_id: PromiseId) -> None:
        """Says that a promise was not kept yet after all."""
        self._do(reopen_promise, promise_id=promise_id)

    def remove_promise(self, promise_id: PromiseId) -> None:
        """Removes a promise; undo brings it back."""
        self._do(remove_promise, promise_id=promise_id)

    def keep_own_words(self, text: str, *, told_on: date, may_share: bool) -> bool:
        """Keeps what the student said; an empty text lets go of it."""
        return self._do(
            keep_own_words,
            student_id=self._student_id,
            text=text,
            told_on=told_on,
            may_share=may_share,
        )

    def note_in_common(self, text: str) -> bool:
        """Notes what they have in common; an empty text lets go of it."""
        return self._do(note_in_common, student_id=self._student_id, text=text)

    def name_coach(self, name: str, *, is_teacher: bool, for_class: bool = False) -> bool:
        """Says who coaches the student, or everybody in the class."""
        known, vault = self._session.current_class, self._session.vault
        ids = [self._student_id]
        if for_class and known is not None:
            ids = [each.id for each in students.all_students(vault, class_id=known.id)]
        return self._do(name_coach, student_ids=ids, name=name, is_teacher=is_teacher)

    @property
    def _student(self) -> Student | None:
        return students.student(self._session.vault, self._student_id)


def _whose(student: Student) -> str:
    """In whose words it is, by the pronouns that the student asked for."""
    first = student.pronouns.casefold().partition("/")[0].strip()
    if first in {_HER, "she"}:
        return translate("Student", "in her words")
    if first in {_HIS, "he"}:
        return translate("Student", "in his words")
    return translate("Student", "in their own words")
