"""How long ago is a day, when only days with lessons count?

Who is away in a holiday week cannot be met: such days make nobody wait.
"""

from datetime import date, timedelta

from klasgenoot.domain.periods import LessonFree
from klasgenoot.domain.weeks import monday_of

NEVER_FREE = LessonFree(())
"""Lessons all year round: where nothing is known of a calendar."""


def days_since(start: date, today: date, *, free: LessonFree = NEVER_FREE) -> int:
    """The days from `start` to `today` without the lesson-free ones after it; never below 0.

    Args:
        start: the day to count from, which does not count itself.
        today: the day it is, which does.
        free: the days without lessons.
    """
    if start >= today:
        return 0
    return (today - start).days - free.days(after=start, until=today)


def weeks_since(start: date, today: date, *, free: LessonFree = NEVER_FREE) -> int:
    """The weeks with lessons from that of `start` up to that of `today`, both counted; at least 1.

    They are weeks of the calendar, as a strip of weeks shows them: from a Saturday to the Monday
    after it is two.
    """
    first, last = monday_of(start), monday_of(today)
    mondays = (first + timedelta(days=days) for days in range(0, (last - first).days + 1, 7))
    return max(1, sum(not free.has_week(monday) for monday in mondays))


def days_back(today: date, count: int, *, free: LessonFree = NEVER_FREE) -> date:
    """The latest day that lies `count` days with lessons back: the other way round."""
    day = today - timedelta(days=count)
    while (missing := count - days_since(day, today, free=free)) > 0:
        day -= timedelta(days=missing)
    return day
