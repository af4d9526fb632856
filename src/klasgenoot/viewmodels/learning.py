"""Whose names are learned, and how well they are known."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property, partial

from klasgenoot.domain.answering import WAYS, Mode
from klasgenoot.domain.class_names import ClassNames
from klasgenoot.domain.memory import Direction, Level, Memory, day_of, level
from klasgenoot.domain.people import SchoolClass, Student, StudentId
from klasgenoot.domain.seating import ENOUGH_SEATED, Seating
from klasgenoot.domain.verdict import names_of
from klasgenoot.store import memories, students
from klasgenoot.store.seating import seating_of
from klasgenoot.viewmodels.aim import Aim, aim_of, is_ahead
from klasgenoot.viewmodels.classmates import Classmates
from klasgenoot.viewmodels.session import Session

DIRECTION = Direction.FACE_TO_NAME
"""What is learned first, and what counts as knowing a name: the face is there, the name wanted."""


@dataclass(frozen=True, kw_only=True)
class Group(Classmates):
    """A class and everybody in it, by id, and who sits where if it has a seating plan."""

    school_class: SchoolClass
    seating: Seating | None = None

    @property
    def to_learn(self) -> tuple[StudentId, ...]:
        """Everybody, with initials in place of a missing photo; nobody while there are none."""
        has_photos = any(student.photo for student in self.students.values())
        return tuple(self.students) if has_photos else ()

    @property
    def seated(self) -> tuple[StudentId, ...]:
        """Who has a seat, the first row first."""
        return self.seating.seated if self.seating else ()

    @cached_property
    def names(self) -> ClassNames:
        """Every way to write each name; worked out once, before the first answer is judged."""
        return names_of(self.students.values())


@dataclass(frozen=True, kw_only=True)
class Learning:
    """A class, those planned together with it, and what the teacher knows of their names.

    Attributes:
        groups: the current class, then the others.
        memories: what is known of everybody in them; who has no rated answer is left out.
        at: the moment it was looked up.
        direction: what is learned.
        heard: whether only names are learned of which it is known how they sound.
        met: who is known the other way round already: the name with the face when it is the face
            that is learned, with the seat when it is the seat.
        aims: works out what is aimed for; it looks at all answers, and not everybody asks for it.
        misses: looks up who was missed today and not recalled since.
    """

    groups: tuple[Group, ...]
    memories: Mapping[StudentId, Memory]
    at: datetime
    direction: Direction = DIRECTION
    heard: bool = False
    met: frozenset[StudentId] = field(default_factory=frozenset)
    aims: Callable[[], Aim | None] = lambda: None
    misses: Callable[[], Sequence[StudentId]] = tuple

    @cached_property
    def aim(self) -> Aim | None:
        """What is aimed for until the first lesson; None without one ahead, and for faces."""
        return self.aims()

    @cached_property
    def missed(self) -> tuple[StudentId, ...]:
        """Who was missed today and not recalled since, as far as they can be practised."""
        together = self.direction is DIRECTION
        asked = {who for group in self.groups for who in group.to_learn}
        can_be = asked if together else frozenset(self.to_learn)
        return tuple(who for who in self.misses() if who in can_be)

    @property
    def school_class(self) -> SchoolClass:
        """The current class."""
        return self.groups[0].school_class

    @property
    def students(self) -> Mapping[StudentId, Student]:
        """Everybody in the current class, by id."""
        return self.groups[0].students

    @property
    def called(self) -> Mapping[StudentId, str]:
        """What everybody in the class is called."""
        return self.groups[0].called

    @property
    def names(self) -> ClassNames:
        """Every way to write each name of the class."""
        return self.groups[0].names

    @cached_property
    def everyone(self) -> Mapping[StudentId, Student]:
        """Everybody in all of the classes, by id."""
        return {who: one for group in self.groups[::-1] for who, one in group.students.items()}

    def group_of(self, student_id: StudentId) -> Group:
        """The class a student is met in; of two the current one."""
        return next(
            (group for group in self.groups if student_id in group.students), self.groups[0]
        )

    def class_name(self, student_id: StudentId) -> str:
        """Which class a student is met in; empty where there is but one."""
        is_one = len(self.groups) == 1
        return "" if is_one else self.group_of(student_id).school_class.name

    @property
    def faces(self) -> tuple[StudentId, ...]:
        """Everybody in the class with a photo."""
        return tuple(who for who, student in self.students.items() if student.photo)

    @property
    def unheard(self) -> int:
        """How many faces of the class go with a name of which it is not known how it sounds."""
        return sum(not self.students[who].can_be_heard for who in self.faces)

    @property
    def to_learn(self) -> tuple[StudentId, ...]:
        """Who of the class can be practised; a face is found among those with a photo."""
        if self.direction is DIRECTION:
            return self.groups[0].to_learn
        if self.direction.is_about_seats:
            return self.groups[0].seated
        people = self.students
        return tuple(who for who in self.faces if people[who].can_be_heard or not self.heard)

    @property
    def askable(self) -> Collection[StudentId]:
        """Who can be asked; a session goes on without the others."""
        return self.groups[0].seated if self.direction.is_about_seats else self.everyone

    @property
    def practice_day(self) -> date:
        """The practice day, which turns at night."""
        return day_of(self.at)

    def level(self, student_id: StudentId) -> Level:
        """How well a name is known."""
        return level(self.memories.get(student_id), at=self.at)


def ways_for(known: Learning) -> tuple[Mode, ...]:
    """The ways there are to practise a class.

    To choose, there must be two with a photo; to listen, somebody must be heard besides; for seats,
    a handful must have one.
    """
    people = known.students.values()
    can_listen = any(student.photo and student.can_be_heard for student in people)
    can_choose = len(known.faces) > 1
    are_seated = len(known.groups[0].seated) >= ENOUGH_SEATED
    return tuple(
        way
        for way in WAYS
        if (not way.has_few or can_choose)
        and (way is not Mode.LISTEN or can_listen)
        and (not way.direction.is_about_seats or are_seated)
    )


def learning(
    session: Session, *, direction: Direction = DIRECTION, heard: bool = False
) -> Learning | None:
    """The current class and what is known of its names, as they are now; None without a class."""
    school_class = session.current_class
    if school_class is None:
        return None
    now = session.now()
    is_first = direction is DIRECTION
    groups = tuple(
        Group(
            school_class=each,
            students={
                student.id: student
                for student in students.all_students(session.vault, class_id=each.id)
            },
            seating=seating_of(session.vault, each.id),
        )
        for each in (school_class, *(together_with(session, school_class) if is_first else ()))
    )
    known = {
        who: memory
        for group in groups
        for who, memory in memories.memories(
            session.vault, direction=direction, class_id=group.school_class.id
        ).items()
    }
    other_way = direction.comes_after
    met = (
        memories.memories(session.vault, direction=other_way, class_id=school_class.id)
        if other_way
        else {}
    )
    aims = partial(_aim, session, groups, known=known, today=day_of(now))
    return Learning(
        groups=groups,
        memories=known,
        at=now,
        direction=direction,
        heard=heard,
        met=frozenset(met),
        aims=aims if is_first else lambda: None,
        misses=partial(memories.missed_on, session.vault, day_of(now), direction=direction),
    )


def together_with(session: Session, school_class: SchoolClass) -> tuple[SchoolClass, ...]:
    """The classes whose first lesson is ahead too, where they are planned together."""
    today = day_of(session.now())
    if not (session.settings.practise_together and is_ahead(school_class, today=today)):
        return ()
    return tuple(
        each
        for each in session.classes
        if each.id != school_class.id and is_ahead(each, today=today)
    )


def _aim(
    session: Session,
    groups: tuple[Group, ...],
    *,
    known: Mapping[StudentId, Memory],
    today: date,
) -> Aim | None:
    return aim_of(
        session,
        {group.school_class: group.to_learn for group in groups},
        known=known,
        today=today,
        direction=DIRECTION,
    )
