"""What is aimed for: the names of a class by its first lesson, in so many minutes a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from klasgenoot.domain.foresight import Trace, own_factor, trace_of
from klasgenoot.domain.learned import Rated, own_pace, trials_of
from klasgenoot.domain.memory import Direction, Memory
from klasgenoot.domain.people import SchoolClass, StudentId
from klasgenoot.domain.plan import DayPlan, Goal, Pace, plan_day
from klasgenoot.domain.practice import SECONDS, CardKind
from klasgenoot.store.memories import rated_answers
from klasgenoot.viewmodels.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A class to be known by a day, and all a plan for it needs.

    Attributes:
        goal: whose names, by when.
        traces: what is left of each name with a memory.
        answers: all rated answers about the class, oldest first.
        today: the practice day.
        minutes: how many minutes a day the teacher wants to practise.
        used: seconds practised today.
        pace: what a card takes this teacher.
        factor: how much longer this teacher remembers than expected.
    """

    goal: Goal
    traces: Mapping[StudentId, Trace]
    answers: tuple[Rated, ...]
    today: date
    minutes: int
    used: float
    pace: Pace
    factor: float

    def plan(self, *, beyond: bool = False) -> DayPlan:
        """Who is practised now: within what is left of today's minutes, or beyond them."""
        seconds = self.minutes * 60.0
        return plan_day(
            [self.goal],
            traces=self.traces,
            today=self.today,
            seconds=seconds if beyond else seconds - self.used,
            pace=self.pace,
            factor=self.factor,
        )


def aim_of(
    session: Session,
    school_class: SchoolClass,
    *,
    faces: tuple[StudentId, ...],
    known: Mapping[StudentId, Memory],
    today: date,
    direction: Direction,
) -> Aim | None:
    """What is aimed for with a class; None when its first lesson is not planned or has been."""
    if school_class.first_lesson is None or school_class.first_lesson <= today:
        return None
    answers = rated_answers(session.vault, direction=direction, class_id=school_class.id)
    since = min((answer.day for answer in answers), default=today.toordinal())
    return Aim(
        goal=Goal(
            students=faces,
            on=school_class.first_lesson,
            since=date.fromordinal(min(since, today.toordinal())),
        ),
        traces={who: trace_of(memory) for who, memory in known.items()},
        answers=answers,
        today=today,
        minutes=session.settings.practice_minutes,
        used=_used(answers, day=today.toordinal()),
        pace=own_pace(answers),
        factor=own_factor(trials_of(answers)),
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
