"""On which day of its week is a talk, and from when? After the lessons of the class, in turn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from klasgenoot.domain.calendar import Lesson
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.periods import SCHOOL_DAYS
from klasgenoot.domain.talk_round import IsFree, PlannedWeek, is_school_day

LessonsOn = Callable[[date], Sequence[Lesson]]
"""The lessons of the class on a day, as they come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkTime:
    """When a talk is: after a lesson (`starts`), or somewhere on a day without one."""

    student_id: StudentId
    on: date
    starts: datetime | None = None
    ends: datetime | None = None


def talk_times(
    week: PlannedWeek, *, minutes: int, since: date, is_free: IsFree, lessons_on: LessonsOn
) -> tuple[TalkTime, ...]:
    """The talks to come of one week, spread over its days.

    They come after the last lesson with the class on a day, one behind the other; in a week without
    such lessons they are spread over the school days, and the hour is left open.

    Args:
        week: who is to come in it.
        minutes: how long each talk is.
        since: no talk is put before this day.
        is_free: whether a day has no lessons.
        lessons_on: when the class has lessons.
    """
    days = [
        day
        for day in (week.week.monday + timedelta(days=number) for number in range(SCHOOL_DAYS))
        if day >= since and is_school_day(day, is_free=is_free)
    ]
    with_lessons = [day for day in days if lessons_on(day)]
    those = with_lessons or days
    found = []
    for number, who in enumerate(week.ahead if those else ()):
        day, turn = those[number % len(those)], number // len(those)
        lessons = lessons_on(day)
        if not lessons:
            found.append(TalkTime(student_id=who, on=day))
            continue
        last = max(lesson.ends for lesson in lessons)
        starts = datetime.combine(day, last) + timedelta(minutes=turn * minutes)
        ends = starts + timedelta(minutes=minutes)
        found.append(TalkTime(student_id=who, on=day, starts=starts, ends=ends))
    return tuple(found)
