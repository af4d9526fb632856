"""What is aimed for: the names of one or more classes by their first lesson, in so many minutes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from klasgenoot.domain.foresight import Trace, own_factor, trace_of
from klasgenoot.domain.learned import Rated, own_pace, trials_of
from klasgenoot.domain.memory import Direction, Memory
from klasgenoot.domain.people import SchoolClass, StudentId
from klasgenoot.domain.plan import DayPlan, Goal, Pace, plan_day
from klasgenoot.domain.practice import SECONDS, CardKind
from klasgenoot.store.memories import rated_answers
from klasgenoot.store.students import joined_on
from klasgenoot.viewmodels.session import Session

PLANNED_BY = frozenset({"practice_minutes", "practice_worked_out", "practise_together"})
"""Settings with which the plan is another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """Classes to be known by a day, and all a plan for them needs.

    Attributes:
        goals: whose names, by when; the current class first.
        traces: what is left of each name with a memory.
        answers: all rated answers about these classes, oldest first.
        today: the practice day.
        minutes: how many minutes a day the teacher wants to practise.
        used: seconds practised today.
        pace: what a card takes this teacher.
        factor: how much longer this teacher remembers than expected.
    """

    goals: tuple[Goal, ...]
    traces: Mapping[StudentId, Trace]
    answers: tuple[Rated, ...]
    today: date
    minutes: int
    used: float
    pace: Pace
    factor: float

    @property
    def on(self) -> date:
        """When all of it is to be known."""
        return max(goal.on for goal in self.goals)

    @property
    def since(self) -> date:
        """When learning the first of them began."""
        return min(goal.since for goal in self.goals)

    @property
    def total(self) -> int:
        """How many names; who is in two classes counts once."""
        return len({who for goal in self.goals for who in goal.students})

    def plan(self, *, beyond: bool = False) -> DayPlan:
        """Who is practised now: within what is left of today's minutes, or beyond them."""
        seconds = self.minutes * 60.0
        return plan_day(
            self.goals,
            traces=self.traces,
            today=self.today,
            seconds=seconds if beyond else seconds - self.used,
            pace=self.pace,
            factor=self.factor,
        )


def is_ahead(school_class: SchoolClass, *, today: date) -> bool:
    """Whether the first lesson of a class is still to come."""
    return school_class.first_lesson is not None and school_class.first_lesson > today


def aim_of(
    session: Session,
    faces: Mapping[SchoolClass, tuple[StudentId, ...]],
    *,
    known: Mapping[StudentId, Memory],
    today: date,
    direction: Direction,
) -> Aim | None:
    """What is aimed for with classes; None when no first lesson of theirs is still to come.

    Args:
        session: what is kept, and the minutes a day.
        faces: who is to be known of each class; the current class first.
        known: what is known of them already.
        today: the practice day.
        direction: what is learned.
    """
    ahead = {each: mine for each, mine in faces.items() if is_ahead(each, today=today)}
    if not ahead:
        return None
    answers = rated_answers(
        session.vault, direction=direction, class_ids=[each.id for each in ahead]
    )
    return Aim(
        goals=tuple(
            _goal(session, each, mine, answers, today=today) for each, mine in ahead.items()
        ),
        traces={who: trace_of(memory) for who, memory in known.items()},
        answers=answers,
        today=today,
        minutes=session.settings.practice_minutes,
        used=_used(answers, day=today.toordinal()),
        pace=own_pace(answers),
        factor=own_factor(trials_of(answers)),
    )


def _goal(
    session: Session,
    school_class: SchoolClass,
    faces: tuple[StudentId, ...],
    answers: Iterable[Rated],
    *,
    today: date,
) -> Goal:
    """The names of a class by its first lesson, learned since it was there.

    What was answered before about who was in another class then is not how this one began.
    """
    mine = frozenset(faces)
    joined = joined_on(session.vault, class_id=school_class.id).values()
    there = min(joined, default=today).toordinal()
    days = (each.day for each in answers if each.student_id in mine and each.day >= there)
    since = min(days, default=today.toordinal())
    return Goal(
        students=faces,
        on=school_class.first_lesson or today,
        since=date.fromordinal(min(since, today.toordinal())),
    )


def _used(answers: tuple[Rated, ...], *, day: int) -> float:
    """About how many seconds were practised on a day: the answers, and new faces being shown."""
    seen: set[StudentId] = set()
    used = 0.0
    for answer in answers:
        if answer.day == day:
            used += answer.seconds + SECONDS[CardKind.STUDY] * (answer.student_id not in seen)
        seen.add(answer.student_id)
    return used
