"""How long ago is a day, when only days with lessons count?

Who is away in a holiday week cannot be met: such days make nobody wait. Lesson-free days come in as
dates in order, from wherever the calendar is kept.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta


def days_since(start: date, today: date, *, free: Sequence[date] = ()) -> int:
    """The days from `start` to `today` without the lesson-free ones after it; never below 0.

    Args:
        start: the day to count from, which does not count itself.
        today: the day it is, which does.
        free: lesson-free days in order, each of them once.
    """
    away = bisect_right(free, today) - bisect_right(free, start)
    return max(0, (today - start).days - away)


def days_back(today: date, count: int, *, free: Sequence[date] = ()) -> date:
    """The latest day that lies `count` days with lessons back: the other way round."""
    day = today - timedelta(days=count)
    while (missing := count - days_since(day, today, free=free)) > 0:
        day -= timedelta(days=missing)
    return day
