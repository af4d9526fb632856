"""What does one student's row in the list say? Name, last seen, weeks and promise, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.attention import Reason, Unseen
from klasgenoot.domain.contact import Contact
from klasgenoot.domain.memory import Direction, Level, level
from klasgenoot.domain.people import SchoolClass, Student, StudentId
from klasgenoot.domain.rights import PhotoAnswer
from klasgenoot.domain.weeks import CellKind, Week, cells, weeks_until
from klasgenoot.operations.overview import attention
from klasgenoot.store import contacts, memories, photo_permissions
from klasgenoot.viewmodels.one_student import OneStudent
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.turn_words import last_line, promise_words, reason_words

translate = QCoreApplication.translate

WEEKS_SHOWN = 9
"""The most weeks in the strip: a block of a term."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentRow(OneStudent):
    """One student. The words are found when they are asked for: only rows in sight are.

    Attributes:
        turn: whose turn it is and why.
        level: how well the name is known.
        newest: the last contact with this student, None when there is none.
        contacts: those in the weeks of the strip, newest first.
        weeks: the weeks of the strip.
        is_busy: a photo is on its way.
        photo_answer: what the student said of their photo.
        class_was_asked: whether anybody in the class said anything of it.
    """

    student: Student
    turn: Unseen
    level: Level
    newest: Contact | None
    contacts: tuple[Contact, ...]
    weeks: tuple[Week, ...]
    today: date
    is_busy: bool = False
    photo_answer: PhotoAnswer = PhotoAnswer.UNKNOWN
    class_was_asked: bool = False

    @property
    def name(self) -> str:
        """The call name."""
        return self.student.name

    @property
    def say(self) -> str:
        """How the name is said, if that was noted."""
        spoken = self.student.pronunciation
        return translate("Students", "say: {name}").format(name=spoken) if spoken else ""

    @property
    def reason(self) -> str:
        """When they were last seen, and whether it is their turn."""
        return reason_words(self.turn, today=self.today, is_known=self.level is Level.KNOWN)

    @property
    def last(self) -> str:
        """The day and the words of the last contact."""
        return last_line(self.newest)

    @property
    def cells(self) -> tuple[CellKind, ...]:
        """The strongest kind of contact in each week."""
        return cells(self.contacts, weeks=self.weeks)

    @property
    def promise(self) -> str:
        """The first open promise; empty when there is none."""
        return promise_words(self.turn.promise, today=self.today) if self.turn.promise else ""

    @property
    def is_promise_passed(self) -> bool:
        """Whether the date of the promise has gone by."""
        return self.turn.reason is Reason.PROMISE_PASSED

    @property
    def is_promise_today(self) -> bool:
        """Whether the promise is for today."""
        return self.turn.promise is not None and self.turn.promise.due_on == self.today

    @property
    def sentence(self) -> str:
        """The whole row in words, for who cannot see it."""
        parts = [self.student.full_name, self.reason, self.last]
        if self.promise:
            parts.append(translate("Students", "promised: {what}").format(what=self.promise))
        return ", ".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassRows:
    """Everybody in a class, whose turn it is first, and the weeks of the strip, oldest first."""

    school_class: SchoolClass
    weeks: tuple[Week, ...]
    rows: tuple[StudentRow, ...]


def class_rows(session: Session) -> ClassRows | None:
    """The current class as it is now; None when there is none."""
    school_class, vault = session.current_class, session.vault
    if school_class is None:
        return None
    now, today = session.now(), session.today()
    seen = attention(vault, school_class, today=today, target_days=session.settings.target_days)
    everyone = seen.students
    weeks = weeks_until(today, count=WEEKS_SHOWN, since=school_class.first_lesson)
    recent = contacts.contacts_in_class(vault, school_class.id, since=weeks[0].monday)
    those = _with_each(everyone, recent)
    known = memories.memories(vault, direction=Direction.FACE_TO_NAME, class_id=school_class.id)
    said = dict.fromkeys(everyone, PhotoAnswer.UNKNOWN) | photo_permissions.answers(vault)
    was_asked = any(said[who] is not PhotoAnswer.UNKNOWN for who in everyone)
    rows = tuple(
        StudentRow(
            student=everyone[turn.student_id],
            turn=turn,
            level=level(known.get(turn.student_id), at=now),
            newest=seen.last.get(turn.student_id),
            contacts=tuple(those[turn.student_id]),
            weeks=weeks,
            today=today,
            photo_answer=said[turn.student_id],
            class_was_asked=was_asked,
        )
        for turn in seen.turns
    )
    return ClassRows(school_class=school_class, weeks=weeks, rows=rows)


def _with_each(
    everyone: Iterable[StudentId], those: Iterable[Contact]
) -> dict[StudentId, list[Contact]]:
    """The contacts with each student, newest first."""
    found: dict[StudentId, list[Contact]] = {who: [] for who in everyone}
    for contact in those:
        for who in contact.student_ids:
            if who in found:
                found[who].append(contact)
    return found
