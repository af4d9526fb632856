"""What is there to know about a student? The lines under the photo."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.memory import KNOWN_FROM, Direction, Level, Memory, day_of, review
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.store import memories
from klasgenoot.store.database import Vault
from klasgenoot.viewmodels.offer import level_words
from klasgenoot.viewmodels.words import month_day

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Detail:
    """One line: what it is, and what it says."""

    label: str
    value: str


def details(student: Student) -> tuple[Detail, ...]:
    """What there is to know about a student; what is not known has no line."""
    said = student.pronunciation or translate("Student", "as it is written")
    lines = (
        Detail(translate("Student", "Call name"), student.name),
        Detail(translate("Student", "Say"), said),
        Detail(translate("Student", "Student number"), student.student_number),
        Detail(translate("Student", "E-mail"), student.email),
    )
    return tuple(line for line in lines if line.value)


def known_words(vault: Vault, student_id: StudentId, *, level: Level) -> str:
    """How well a name is known; once it is, since when."""
    if level is Level.KNOWN:
        since = _known_since(vault, student_id)
        if since:
            return translate("Student", "known since {day}").format(day=since)
    return level_words(level)


def _known_since(vault: Vault, student_id: StudentId) -> str:
    """The day of the answer that made the name known for good; empty when that is not on record."""
    direction = Direction.FACE_TO_NAME
    memory: Memory | None = None
    since = ""
    for answer in memories.answers_of(vault, student_id, direction=direction):
        if answer.rating is None:
            continue
        memory = review(
            memory,
            student_id=student_id,
            direction=direction,
            rating=answer.rating,
            at=answer.answered_at,
        )
        if memory.stability < KNOWN_FROM:
            since = ""
        elif not since:
            since = month_day(day_of(answer.answered_at))
    return since
