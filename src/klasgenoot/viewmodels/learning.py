"""Whose names are learned, how well they are known, and who is in a session now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from klasgenoot.domain.class_names import ClassNames
from klasgenoot.domain.lineup import BLOCK, plan_practice, practise_anyway, practise_plan
from klasgenoot.domain.memory import Direction, Level, Memory, day_of, level
from klasgenoot.domain.people import SchoolClass, Student, StudentId
from klasgenoot.domain.practice import Practice
from klasgenoot.domain.verdict import names_of
from klasgenoot.store import memories, students
from klasgenoot.viewmodels.aim import Aim, aim_of
from klasgenoot.viewmodels.session import Session

DIRECTION = Direction.FACE_TO_NAME
"""What is learned first, and what counts as knowing a name: the face is there, the name wanted."""

SESSION = 30
"""The most faces in one session: about five minutes."""


@dataclass(frozen=True, kw_only=True)
class Learning:
    """A class and what the teacher knows of its names.

    Attributes:
        school_class: whose names.
        students: everybody in the class, by id.
        memories: what is known of them; who has no rated answer is left out.
        at: the moment it was looked up.
        direction: what is learned.
        met: whose name is known with the face already, when it is the face that is learned.
        aim: what is aimed for until the first lesson; None without one ahead, and for faces.
    """

    school_class: SchoolClass
    students: Mapping[StudentId, Student]
    memories: Mapping[StudentId, Memory]
    at: datetime
    direction: Direction = DIRECTION
    met: frozenset[StudentId] = frozenset()
    aim: Aim | None = None

    @cached_property
    def names(self) -> ClassNames:
        """Every way to write each name; worked out once, before the first answer is judged."""
        return names_of(self.students.values())

    @property
    def faces(self) -> tuple[StudentId, ...]:
        """Who can be practised: everybody with a photo."""
        return tuple(who for who, student in self.students.items() if student.photo)

    @property
    def practice_day(self) -> date:
        """The practice day, which turns at night."""
        return day_of(self.at)

    def level(self, student_id: StudentId) -> Level:
        """How well a name is known."""
        return level(self.memories.get(student_id), at=self.at)

    def session(self, *, most: int | None = None, beyond: bool = False) -> Practice:
        """Who to practise now: by the plan for the first lesson, or who is due and new faces.

        Args:
            most: how many faces at most; None for all of the plan, or else `SESSION`.
            beyond: go on although the minutes of today are used up.
        """
        seed = self.practice_day.toordinal()
        if self.aim is not None:
            plan = self.aim.plan(beyond=beyond)
            limit = len(self.students) if most is None else most
            return practise_plan(plan, memories=self.memories, limit=limit, seed=seed)
        limit = SESSION if most is None else most
        return plan_practice(
            self.faces,
            memories=self.memories,
            at=self.at,
            limit=limit,
            new_at_most=min(limit, BLOCK),
            met=self.met,
            seed=seed,
        )

    def anyway(self) -> Practice:
        """Who to practise although nobody is due, or today's minutes are used up."""
        further = self.session(beyond=True) if self.aim else None
        if further is not None and further.queue:
            return further
        return practise_anyway(
            self.faces,
            memories=self.memories,
            at=self.at,
            limit=SESSION,
            seed=self.practice_day.toordinal(),
        )


def learning(session: Session, *, direction: Direction = DIRECTION) -> Learning | None:
    """The current class and what is known of its names, as they are now; None without a class."""
    school_class = session.current_class
    if school_class is None:
        return None
    everyone = {
        student.id: student
        for student in students.all_students(session.vault, class_id=school_class.id)
    }
    known = memories.memories(session.vault, direction=direction, class_id=school_class.id)
    now = session.now()
    is_first = direction is DIRECTION
    met = (
        {}
        if is_first
        else memories.memories(session.vault, direction=DIRECTION, class_id=school_class.id)
    )
    return Learning(
        school_class=school_class,
        students=everyone,
        memories=known,
        at=now,
        direction=direction,
        met=frozenset(met),
        aim=_aim(session, school_class, everyone, known=known, at=now) if is_first else None,
    )


def _aim(
    session: Session,
    school_class: SchoolClass,
    everyone: Mapping[StudentId, Student],
    *,
    known: Mapping[StudentId, Memory],
    at: datetime,
) -> Aim | None:
    faces = tuple(who for who, student in everyone.items() if student.photo)
    return aim_of(
        session, school_class, faces=faces, known=known, today=day_of(at), direction=DIRECTION
    )
