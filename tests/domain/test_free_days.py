"""Days without lessons: they make nobody wait, and counting back is counting forth."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.free_days import days_back, days_since

TODAY = date(2026, 10, 29)
near = st.integers(-60, 120).map(lambda days: TODAY - timedelta(days=days))
holidays = st.sets(near).map(sorted)


def test_a_holiday_week_is_left_out():
    week = [date(2026, 10, 12) + timedelta(days=day) for day in range(7)]
    assert days_since(date(2026, 9, 21), TODAY, free=week) == 31
    assert days_since(date(2026, 9, 21), TODAY) == 38


@given(near, holidays)
def test_there_are_never_more_days_than_there_were_nor_fewer_than_none(day, free):
    assert 0 <= days_since(day, TODAY, free=free) <= max(0, (TODAY - day).days)


@given(near, holidays)
def test_it_is_the_days_one_by_one(day, free):
    days = range(1, (TODAY - day).days + 1)
    counted = sum(day + timedelta(days=step) not in free for step in days)
    assert days_since(day, TODAY, free=free) == counted


@given(st.integers(0, 60), holidays)
def test_counting_back_finds_the_latest_day_so_far_away(count, free):
    day = days_back(TODAY, count, free=free)
    assert days_since(day, TODAY, free=free) == count
    assert (
        day == TODAY
        or days_since(day + timedelta(days=1), TODAY, free=free) < count
        or (day + timedelta(days=1) in free)
    )
