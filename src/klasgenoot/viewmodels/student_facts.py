"""What is on record about one student? Read from the vault in one go, and put in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.attention import Reason, Unseen
from klasgenoot.domain.contact import Contact, Promise, PromiseId
from klasgenoot.domain.memory import Direction, Level, level
from klasgenoot.domain.people import SchoolClass, Student, StudentId
from klasgenoot.domain.periods import LessonFree
from klasgenoot.domain.study_coach import Transfer, TransferId
from klasgenoot.operations.overview import DECIDE_TURNS, attention
from klasgenoot.store import calendar, contacts, memories
from klasgenoot.viewmodels.opening_questions import opening_question
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.snooze_words import until_words
from klasgenoot.viewmodels.turn_words import due_words, promised_words, return_words

translate = QCoreApplication.translate

WATCHED = DECIDE_TURNS | {
    "memories",
    "answers",
    "drills",
    "more_photos",
    "photo_permissions",
    "corrections",
    "own_views",
    "own_words",
    "common_ground",
    "study_coaches",
    "consents",
    "transfers",
    "month_answers",
    "group_notes",
    "talk_rounds",
    "round_talks",
}
"""The tables that the page of a student is read from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A student of the current class.

    Attributes:
        everyone: all of the class, by family name.
        turn: whose turn it is and why.
        level: how well the name is known.
        contacts: all contacts with the student, newest first.
        promises: what is still to be kept, oldest date first.
        lesson_free: the days without lessons.
    """

    school_class: SchoolClass
    student: Student
    everyone: tuple[Student, ...]
    turn: Unseen
    level: Level
    contacts: tuple[Contact, ...]
    promises: tuple[Promise, ...]
    lesson_free: LessonFree


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRow:
    """Something promised to the student, and by when, in words.

    Attributes:
        id: of the promise; None where it is to ask what came of a transfer.
        transfer: the transfer to ask after.
    """

    id: PromiseId | None
    text: str
    due: str
    is_passed: bool
    transfer: TransferId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What stands in place of a timeline as long as there is none."""

    heading: str
    advice: str
    question: str


def facts_of(session: Session, who: StudentId) -> Facts | None:
    """What is on record now; None when the student is not in the current class."""
    school_class, vault = session.current_class, session.vault
    if school_class is None:
        return None
    seen = attention(
        vault,
        school_class,
        today=session.today(),
        target_days=session.settings.target_days,
    )
    if who not in seen.students:
        return None
    memory = memories.memory(vault, who, direction=Direction.FACE_TO_NAME)
    return Facts(
        school_class=school_class,
        student=seen.students[who],
        everyone=tuple(seen.students.values()),
        turn=next(turn for turn in seen.turns if turn.student_id == who),
        level=level(memory, at=session.now()),
        contacts=contacts.contacts_of(vault, who),
        promises=contacts.open_promises(vault, student_id=who),
        lesson_free=LessonFree(calendar.periods(vault)),
    )


def promise_rows(promises: Sequence[Promise], *, today: date) -> tuple[PromiseRow, ...]:
    """Promises in words."""
    return tuple(
        PromiseRow(
            id=promise.id,
            text=promised_words(promise),
            due=due_words(promise.due_on, today=today),
            is_passed=promise.due_on < today,
        )
        for promise in promises
    )


def return_rows(transfers: Iterable[Transfer], *, today: date) -> tuple[PromiseRow, ...]:
    """What the teacher still wants to ask the study coach, in words."""
    return tuple(
        PromiseRow(
            id=None,
            text=return_words(each),
            due=due_words(each.return_on, today=today),
            is_passed=each.return_on < today,
            transfer=each.id,
        )
        for each in transfers
        if each.return_on is not None and each.is_open
    )


def opening(facts: Facts, *, question: int, today: date) -> Opening:
    """How to begin with a student with whom there was no contact.

    Args:
        facts: who it is.
        question: which of the questions to begin with.
        today: the day it is.
    """
    first = facts.school_class.first_lesson
    if first is None or first > today:
        heading = translate("Student", "No contact yet")
    else:
        weeks = facts.turn.weeks
        heading = translate("Student", "No contact yet in %n teaching week(s)", None, weeks)
    advice = translate(
        "Student", "Drop by today. Two minutes is enough, and it need not be about school."
    )
    if facts.turn.reason is Reason.SNOOZED and facts.turn.snooze is not None:
        until = until_words(facts.turn.snooze.until)
        advice = translate("Student", "This can wait {until}.").format(until=until)
    elif facts.level is Level.KNOWN:
        recognised = translate("Student", "You know {name} by face and name.")
        advice = f"{recognised.format(name=facts.student.name)} {advice}"
    return Opening(heading=heading, advice=advice, question=opening_question(question))
