"""Days without lessons: they make nobody wait, and counting back is counting forth."""

from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.free_days import days_back, days_since, weeks_since
from klasgenoot.domain.periods import LessonFree, Period, PeriodId, PeriodKind
from klasgenoot.domain.weeks import weeks_until

TODAY = date(2026, 10, 29)


def free_on(days: Iterable[date]) -> LessonFree:
    """A calendar in which these days have no lessons."""
    return LessonFree(
        Period(id=PeriodId(0), kind=PeriodKind.HOLIDAY, name="", first_on=day, last_on=day)
        for day in days
    )


near = st.integers(-60, 120).map(lambda days: TODAY - timedelta(days=days))
holidays = st.sets(near).map(sorted)


def test_a_holiday_week_is_left_out():
    week = [date(2026, 10, 12) + timedelta(days=day) for day in range(7)]
    assert days_since(date(2026, 9, 21), TODAY, free=free_on(week)) == 31
    assert free_on(week[:5]).has_week(week[0])
    assert not free_on(week[1:]).has_week(week[0])
    assert days_since(date(2026, 9, 21), TODAY) == 38


@given(near, holidays)
def test_there_are_never_more_days_than_there_were_nor_fewer_than_none(day, free):
    assert 0 <= days_since(day, TODAY, free=free_on(free)) <= max(0, (TODAY - day).days)


@given(near, holidays)
def test_it_is_the_days_one_by_one(day, free):
    days = range(1, (TODAY - day).days + 1)
    counted = sum(day + timedelta(days=step) not in free for step in days)
    assert days_since(day, TODAY, free=free_on(free)) == counted


@given(st.integers(0, 60), holidays)
def test_counting_back_finds_the_latest_day_so_far_away(count, free):
    known = free_on(free)
    day = days_back(TODAY, count, free=known)
    assert days_since(day, TODAY, free=known) == count
    after = day + timedelta(days=1)
    assert day == TODAY or days_since(after, TODAY, free=known) < count or after in free


@given(near, holidays)
def test_weeks_are_those_of_the_calendar_that_have_lessons(day, free):
    known = free_on(free)
    weeks = weeks_until(TODAY, count=99, since=day)
    there = [week for week in weeks if not known.has_week(week.monday)]
    assert weeks_since(min(day, TODAY), TODAY, free=known) == max(1, len(there))
