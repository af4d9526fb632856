"""How long ago is a day, when only days with lessons count?

Who is away in a holiday week cannot be met: such days make nobody wait.
"""

from datetime import date, timedelta

from klasgenoot.domain.periods import LessonFree

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


def days_back(today: date, count: int, *, free: LessonFree = NEVER_FREE) -> date:
    """The latest day that lies `count` days with lessons back: the other way round."""
    day = today - timedelta(days=count)
    while (missing := count - days_since(day, today, free=free)) > 0:
        day -= timedelta(days=missing)
    return day
