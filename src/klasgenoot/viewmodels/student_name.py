"""How well is this student's name known, when does it come back, and who are they taken for?"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.memory import Direction, Level, Memory, day_of, level
from klasgenoot.domain.people import SchoolClass, Student, StudentId
from klasgenoot.store import memories
from klasgenoot.viewmodels.mixed_up import PairView, pair_views
from klasgenoot.viewmodels.occasions import REFRESHED_AFTER
from klasgenoot.viewmodels.session import Session

translate = QCoreApplication.translate

MOST_PAIRS = 3
"""So many others stand on the page of a student; the page Progress has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFacts:
    """What there is to say about one name.

    Attributes:
        level: how well it is known.
        sentence: the same in words, and when it is asked again.
        pairs: who the student was taken for lately, or who for them; the student first.
    """

    level: Level
    sentence: str
    pairs: tuple[PairView, ...]


def name_facts(
    session: Session, student_id: StudentId, *, people: Mapping[StudentId, Student]
) -> NameFacts | None:
    """What there is to say now; None when the student is not in the current class.

    Args:
        session: the run of the app.
        student_id: the student.
        people: everybody in the current class, by id.
    """
    school_class, vault, at = session.current_class, session.vault, session.now()
    if school_class is None or student_id not in people:
        return None
    known = memories.memories(vault, direction=Direction.FACE_TO_NAME, class_id=school_class.id)
    pairs = pair_views(vault, school_class.id, people=people, known=known, at=at)
    memory = known.get(student_id)
    reached = level(memory, at=at)
    parts = (
        _known(reached),
        _comes_back(memory, school_class, session=session),
    )
    return NameFacts(
        level=reached,
        sentence=" ".join(part for part in parts if part),
        pairs=tuple(
            pair.seen_from(student_id)
            for pair in pairs
            if student_id in (pair.one.id, pair.other.id)
        )[:MOST_PAIRS],
    )


def _known(reached: Level) -> str:
    return {
        Level.NEW: translate("Student", "You have not practised the name yet."),
        Level.LEARNING: translate("Student", "You are learning the name."),
        Level.ALMOST: translate("Student", "You almost know the name."),
        Level.KNOWN: translate("Student", "You know the name."),
    }[reached]


def _comes_back(memory: Memory | None, school_class: SchoolClass, *, session: Session) -> str:
    """When the name is asked again; nothing while a plan for the first lesson decides that."""
    today = day_of(session.now())
    first = school_class.first_lesson
    if memory is None or (first is not None and first > today):
        return ""
    comes = day_of(memory.due)
    refresher = first + REFRESHED_AFTER if first is not None else None
    if refresher is not None and day_of(memory.last_review) < refresher:
        comes = min(comes, refresher)
    days = (comes - today).days
    if days <= 0:
        return translate("Student", "It comes back when you practise.")
    if days == 1:
        return translate("Student", "It comes back tomorrow.")
    return translate("Student", "It comes back in %n day(s).", None, days)
