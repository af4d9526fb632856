"""What does one student's row say? Faces, dots, weeks, the reason in words and the last line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt

from klasgenoot.domain.attention import Reason, Unseen
from klasgenoot.domain.contact import Contact
from klasgenoot.domain.people import Student
from klasgenoot.domain.targets import TargetFrom
from klasgenoot.domain.weeks import CellKind, Week, cells
from klasgenoot.viewmodels.one_student import OneStudent
from klasgenoot.viewmodels.rows import AnyIndex, Rows
from klasgenoot.viewmodels.snooze_words import until_words
from klasgenoot.viewmodels.turn_words import (
    days_words,
    left_out,
    reason_words,
    short_aim,
    whole_reason,
)
from klasgenoot.viewmodels.words import days_ago, kind_words, short_date

translate = QCoreApplication.translate

NOBODY = 0
"""The key of no student."""
HEADING = -1
"""The key of a heading."""


class Section(StrEnum):
    """The parts of the list, from above."""

    TURN = "turn"
    ON_SCHEDULE = "on_schedule"
    SNOOZED = "snoozed"


class Tone(StrEnum):
    """How loud a reason is said: a promise gone by, somebody's turn, or nothing to do."""

    PASSED = "passed"
    TURN = "turn"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInRow(OneStudent):
    """One student: whose turn, why, and what was there lately.

    Attributes:
        name: what the student is called, so that no two in the class are called the same.
        dots: contacts in the last weeks, as many as the sentence about the class counts.
        contacts: those in the weeks shown.
        weeks: the weeks shown, oldest first.
        last: the newest contact, None when there is none.
        said: what was written of it: to all it was with, else to this student alone.
        is_known: whether the teacher knows the name.
        only_care: whether the newest contacts all have a care tag.
        free_weeks: which of the weeks shown have no lessons.
        today: the day it is.
        called: the call name, with what tells them from a namesake in the class.
    """

    student: Student
    name: str
    turn: Unseen
    dots: int
    contacts: tuple[Contact, ...]
    weeks: tuple[Week, ...]
    last: Contact | None
    said: str
    today: date
    is_known: bool = False
    only_care: bool = False
    free_weeks: tuple[bool, ...] = ()

    @property
    def cells(self) -> tuple[CellKind, ...]:
        """The strongest kind of contact in each week."""
        return cells(self.contacts, weeks=self.weeks)

    @property
    def section(self) -> Section:
        """Which part of the list they stand in."""
        if self.turn.reason is Reason.SNOOZED:
            return Section.SNOOZED
        return Section.TURN if self.turn.is_turn else Section.ON_SCHEDULE

    @property
    def tone(self) -> Tone:
        """How loud the reason is said."""
        if self.turn.reason is Reason.PROMISE_PASSED:
            return Tone.PASSED
        return Tone.TURN if self.section is Section.TURN else Tone.QUIET

    @property
    def reason(self) -> str:
        """Why they stand where they stand, as short as it can be said."""
        turn = self.turn
        if turn.reason is Reason.SNOOZED and turn.snooze:
            return until_words(turn.snooze.until)
        if turn.reason is Reason.PROMISE_PASSED and turn.promise:
            day = short_date(turn.promise.due_on)
            return translate("CheckIns", "promise {day}").format(day=day)
        if turn.reason is Reason.ON_SCHEDULE and turn.last_contact is not None:
            if turn.target.source is not TargetFrom.CLASS:
                return f"{days_words(turn)} · {short_aim(turn.target)}"
            if not left_out(turn, today=self.today):
                return days_ago(turn.last_contact, today=self.today)
        # whether they are known would make the list wider
        return reason_words(turn, today=self.today, is_known=False)

    @property
    def whole_reason(self) -> str:
        """The same with all that it is made of."""
        return whole_reason(self.turn, today=self.today, is_known=self.is_known)

    @property
    def last_line(self) -> str:
        """The day and the words of the last contact; its kind when there are no words."""
        if self.last is None:
            return ""
        said = self.said or kind_words(self.last.kind)
        return f"{short_date(self.last.happened_on)} · {said}"

    @property
    def sentence(self) -> str:
        """The whole row in words, for who cannot see it."""
        dots = translate("CheckIns", "%n contact(s) in 4 teaching weeks", None, self.dots)
        parts = (self.student.full_name, self.whole_reason, dots, self.last_line)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Heading:
    """A line in the list that says which part comes below it."""

    section: Section
    count: int

    @property
    def key(self) -> int:
        """No student's id."""
        return HEADING

    @property
    def name(self) -> str:
        """Nothing: nobody looks for a heading by typing."""
        return ""

    @property
    def words(self) -> str:
        """What the part is called."""
        return {
            Section.TURN: translate("CheckIns", "Their turn"),
            Section.ON_SCHEDULE: translate("CheckIns", "On schedule"),
            Section.SNOOZED: translate("CheckIns", "Put off"),
        }[self.section]

    @property
    def sentence(self) -> str:
        """The heading in words."""
        return f"{self.words} {self.count}"


def next_in_place(key: int, *, before: Sequence[int], rows: Sequence[CheckInRow]) -> int:
    """Whom a list stays on: the same student, unless that one was just put off.

    Then it is who came next, or at the end who came before, so that the list stays where it was.

    Args:
        key: whom it was on.
        before: who was not put off then, in order.
        rows: everybody shown now.
    """
    waiting = {row.key for row in rows if row.section is not Section.SNOOZED}
    if key in waiting or key not in before or key not in {row.key for row in rows}:
        return key
    at = before.index(key)
    return next((each for each in (*before[at:], *before[at::-1]) if each in waiting), key)


class TurnRows(Rows[CheckInRow | Heading]):
    """The list: whose turn it is, then who is on schedule, then who is put off.

    The first part's heading stands above the list, so that it stays in sight; the others have
    theirs between them. A heading cannot be chosen.

    Attributes:
        headings: the parts that have anybody in them, with how many.
    """

    headings: tuple[Heading, ...] = ()

    def show_turns(self, rows: Sequence[CheckInRow]) -> None:
        """Shows these students, who stand in the order of the list."""
        parts: dict[Section, list[CheckInRow]] = {section: [] for section in Section}
        for row in rows:
            parts[row.section].append(row)
        self.headings = tuple(
            Heading(section, len(those)) for section, those in parts.items() if those
        )
        shown: list[CheckInRow | Heading] = []
        for heading in self.headings:
            shown += [heading] if shown else []
            shown += parts[heading.section]
        self.set_rows(shown)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Students can be chosen, headings cannot."""
        if index.isValid() and isinstance(self.row_at(index), Heading):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)
