"""What stands on the page Today? Faces, whose turn it is, promises and names, as plain values."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.contact import Promise, PromiseId
from klasgenoot.domain.memory import Level, is_due
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.study_coach import Transfer, TransferId
from klasgenoot.operations.overview import Attention
from klasgenoot.viewmodels.learning import Learning
from klasgenoot.viewmodels.turn_words import due_words, promised_words, return_words
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
    """A promise to somebody, and by when; or that one asks the study coach what came of it.

    Attributes:
        id: of the promise.
        transfer: or of what the study coach was told.
    """

    id: PromiseId | None = None
    transfer: TransferId | None = None
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
    promises: Sequence[Promise],
    transfers: Sequence[Transfer],
    students: Mapping[StudentId, Student],
    *,
    today: date,
) -> tuple[PromiseShown, ...]:
    """What is to be done, in words and the oldest first, for those students that are there.

    Args:
        promises: the open promises.
        transfers: what a study coach was told, as far as one still asks what came of it.
        students: the students that are there.
        today: the day it is.
    """
    dated: list[tuple[date, Promise | Transfer]] = [(each.due_on, each) for each in promises]
    dated += [(each.return_on or today, each) for each in transfers]
    return tuple(
        PromiseShown(
            id=each.id if isinstance(each, Promise) else None,
            transfer=None if isinstance(each, Promise) else each.id,
            student=students[each.student_id],
            text=promised_words(each) if isinstance(each, Promise) else return_words(each),
            due=due_words(due_on, today=today),
            is_passed=due_on < today,
            is_today=due_on == today,
        )
        for due_on, each in sorted(dated, key=lambda pair: pair[0])
        if each.student_id in students
    )


def class_words(faces: Sequence[FaceShown], *, called: Mapping[StudentId, str]) -> str:
    """A row of faces in words, for who cannot see it."""
    words = translate("Today", "%n student(s)", None, len(faces))
    slipping = [called[face.student.id] for face in faces if face.slips]
    if not slipping:
        return words
    names = ", ".join(slipping[:NAMED])
    return f"{words}. {translate('Today', 'Names that slip: {names}').format(names=names)}"
