"""What stands on the page Today? Faces, whose turn it is, promises and names, as plain values."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.contact import Promise, PromiseId
from klasgenoot.domain.memory import Level, is_due
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.operations.overview import Attention
from klasgenoot.viewmodels.learning import Learning
from klasgenoot.viewmodels.turn_words import due_words, promised_words
from klasgenoot.viewmodels.who_rows import AT_ONCE, WhoRow, who_rows

translate = QCoreApplication.translate

MOST_PROMISES = 3
NAMED = 5
"""So many names a sentence about the class says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceShown:
    """One small face of a class.

    Attributes:
        level: how well the name is known.
        slips: whether the name was learned and slips away.
    """

    student: Student
    level: Level
    slips: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseShown:
    """A promise to somebody, and by when."""

    id: PromiseId
    student: Student
    text: str
    due: str
    is_passed: bool
    is_today: bool


def faces_shown(known: Learning) -> tuple[FaceShown, ...]:
    """The class by family name, with the names that slip."""
    memories = known.memories
    return tuple(
        FaceShown(
            student=student,
            level=known.level(who),
            slips=who in memories and is_due(memories[who], at=known.at),
        )
        for who, student in known.students.items()
    )


def turns_shown(
    found: Attention,
    known: Learning,
    *,
    passed_over: Collection[StudentId],
    today: date,
) -> tuple[tuple[WhoRow, ...], int]:
    """The first few whose turn it is, and how many there are in all.

    Args:
        found: the class in order of whose turn it is.
        known: how well their names are known.
        passed_over: who is passed over for today.
        today: the day it is.
    """
    waiting = [turn for turn in found.turns if turn.is_turn]
    first = [turn for turn in waiting if turn.student_id not in passed_over][:AT_ONCE]
    names = {who for who in found.students if known.level(who) is Level.KNOWN}
    return who_rows(first, found, called=known.called, known=names, today=today), len(waiting)


def promises_shown(
    promises: Sequence[Promise], students: Mapping[StudentId, Student], *, today: date
) -> tuple[PromiseShown, ...]:
    """Promises in words, for those students that are there."""
    return tuple(
        PromiseShown(
            id=promise.id,
            student=students[promise.student_id],
            text=promised_words(promise),
            due=due_words(promise.due_on, today=today),
            is_passed=promise.due_on < today,
            is_today=promise.due_on == today,
        )
        for promise in promises
        if promise.student_id in students
    )


def class_words(faces: Sequence[FaceShown], *, called: Mapping[StudentId, str]) -> str:
    """A row of faces in words, for who cannot see it."""
    words = translate("Today", "%n student(s)", None, len(faces))
    slipping = [called[face.student.id] for face in faces if face.slips]
    if not slipping:
        return words
    names = ", ".join(slipping[:NAMED])
    return f"{words}. {translate('Today', 'Names that slip: {names}').format(names=names)}"
