"""Which backups stay: all of two days, then fewer and fewer, and no clock drops one by itself."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import accumulate
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.keeping import (
    DAYS,
    FEWEST,
    MONTHS,
    MOST_RECENT,
    RECENT,
    TORN,
    WEEKS,
    Kept,
    may_go,
)

NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
HALF_HOUR = timedelta(minutes=30)
JUMPS = {
    "400 days back": lambda at: at - timedelta(days=400),
    "400 days ahead": lambda at: at + timedelta(days=400),
    "1970": lambda at: datetime(1970, 1, 1, tzinfo=UTC) + (at - NOW) % timedelta(days=3),
    "2038": lambda at: datetime(2038, 1, 19, tzinfo=UTC) + (at - NOW) % timedelta(days=3),
}
"""What a wrong clock makes of a time."""

gaps = st.lists(
    st.one_of(
        st.integers(30, 90),  # a day of work
        st.integers(600, 1_500),  # a night
        st.integers(3_000, 60_000),  # a weekend, a holiday
    ).map(lambda minutes: timedelta(minutes=minutes)),
    min_size=1,
    max_size=120,
)


def history(steps: list[timedelta], *, until: datetime = NOW) -> list[Kept[int]]:
    """Backups with these times between them, the last one at `until`; the id is the number."""
    times = list(accumulate(steps, initial=until - sum(steps, timedelta())))
    return [Kept(id=nth, made_at=at, number=nth) for nth, at in enumerate(times)]


def left(backups: list[Kept[int]], *, now: datetime = NOW) -> list[Kept[int]]:
    gone = may_go(backups, now=now)
    return [each for each in backups if each.id not in gone]


def lived_through(times: list[datetime], shown: list[datetime]) -> list[Kept[int]]:
    """What is left when a backup was made at each time and old ones were dropped each time.

    The clock showed something else than the time now and then.
    """
    there: list[Kept[int]] = []
    for nth, (_, clock) in enumerate(zip(times, shown, strict=True)):
        there = left([*there, Kept(id=nth, made_at=clock, number=nth)], now=clock)
    return there


@given(gaps)
def test_all_of_the_last_two_days_stay_and_the_last_three_ever(steps: list[timedelta]) -> None:
    backups = history(steps)
    stay = {each.id for each in left(backups)}
    newest = sorted(backups, key=lambda each: each.number)[-FEWEST:]
    of_two_days = [each for each in backups if NOW - each.made_at <= RECENT]
    assert {each.id for each in newest + of_two_days} <= stay


@given(gaps)
def test_thinning_twice_is_thinning_once(steps: list[timedelta]) -> None:
    once = left(history(steps))
    assert left(once) == once


def test_a_year_of_work_leaves_days_weeks_and_months() -> None:
    times = [
        NOW - timedelta(days=day, hours=hour) for day in range(400, -1, -1) for hour in (5, 3, 1)
    ]
    stay = [each.made_at for each in lived_through(times, times)]
    older = [at for at in stay if times[-1] - at > RECENT]
    assert DAYS + WEEKS + MONTHS - 2 <= len(older) <= DAYS + WEEKS + MONTHS + 2
    assert NOW - min(older) > timedelta(days=300)
    assert len({at.date() for at in older}) == len(older)


def test_a_teacher_who_comes_once_a_week_does_not_fill_the_disk() -> None:
    times = [
        NOW - timedelta(weeks=week) + nth * HALF_HOUR
        for week in range(150, 0, -1)
        for nth in range(4)
    ]
    stay = lived_through(times, times)
    assert len(stay) <= MOST_RECENT + DAYS + WEEKS + MONTHS + 3 * TORN


@pytest.mark.parametrize("jump", JUMPS.values(), ids=JUMPS)
def test_a_clock_that_jumps_drops_nothing_at_all(jump) -> None:
    steady = left(history([HALF_HOUR] * 20 + [timedelta(hours=14)] + [HALF_HOUR] * 20))
    then = jump(NOW)
    assert may_go(steady, now=then) == frozenset()
    new = [Kept(id=99, made_at=then, number=99)]
    assert may_go(steady + new, now=then) == frozenset()
    back = [*new, Kept(id=100, made_at=NOW + HALF_HOUR, number=100)]
    assert may_go(steady + back, now=NOW + HALF_HOUR) == frozenset()


@given(
    steps=gaps,
    begins=st.integers(0, 120),
    lasts=st.integers(1, 60),
    jump=st.sampled_from(sorted(JUMPS)),
)
def test_while_a_clock_is_wrong_all_that_was_really_made_lately_stays(
    steps: list[timedelta], begins: int, lasts: int, jump: str
) -> None:
    """Whatever the clock showed for a while, at each moment the real last two days are there."""
    times = [each.made_at for each in history(steps)]
    shown = [
        JUMPS[jump](at) if begins <= nth < begins + lasts else at for nth, at in enumerate(times)
    ]
    there: list[Kept[int]] = []
    for nth, clock in enumerate(shown):
        there = left([*there, Kept(id=nth, made_at=clock, number=nth)], now=clock)
        real = {each for each in range(nth + 1) if times[nth] - times[each] <= RECENT}
        assert set(sorted(real)[-MOST_RECENT:]) <= {each.id for each in there}


@given(
    days=st.integers(20, 60),
    begins=st.integers(0, 60),
    lasts=st.integers(1, 30),
    jump=st.sampled_from(["400 days back", "400 days ahead"]),
)
def test_a_clock_that_was_wrong_for_some_days_costs_no_day(
    days: int, begins: int, lasts: int, jump: str
) -> None:
    """Beside the last two days, each of the twelve days before keeps a backup, wrong or not."""
    times = [
        NOW - timedelta(days=day) + nth * HALF_HOUR
        for day in range(days, -1, -1)
        for nth in range(3)
    ]
    wrong = range(begins * 3 + 1, (begins + lasts) * 3 + 1)
    shown = [JUMPS[jump](at) if nth in wrong else at for nth, at in enumerate(times)]
    stay = {times[each.id].date() for each in lived_through(times, shown)}
    wanted = {(NOW - timedelta(days=day)).date() for day in range(DAYS + 2)}
    assert wanted & {at.date() for at in times} <= stay


@given(st.lists(st.integers(0, 2**31 + 10**7), min_size=1, max_size=90))
def test_no_clock_however_mad_costs_the_newest(clocks: list[int]) -> None:
    shown = [datetime.fromtimestamp(each, UTC) for each in clocks]
    stay = {each.id for each in lived_through(shown, shown)}
    assert set(range(len(shown))[-FEWEST:]) <= stay
    assert len(stay) >= min(len(shown), FEWEST)


@pytest.mark.parametrize("month_and_day", [(3, 29), (10, 25)])
def test_summer_time_drops_nothing(month_and_day: tuple[int, int]) -> None:
    here = ZoneInfo("Europe/Amsterdam")
    start = datetime(2026, *month_and_day, tzinfo=UTC) - timedelta(hours=12)
    times = [(start + nth * HALF_HOUR).astimezone(here) for nth in range(48)]
    assert [each.made_at for each in lived_through(times, times)] == times


def test_a_journey_to_another_time_zone_drops_nothing() -> None:
    zones = [timezone(timedelta(hours=hours)) for hours in (1, -8, 12, 1)]
    times = [(NOW + nth * HALF_HOUR).astimezone(zones[nth % 4]) for nth in range(40)]
    assert len(lived_through(times, times)) == 40


def test_damaged_ones_take_no_place_of_good_ones() -> None:
    good = history([timedelta(days=1)] * 5, until=NOW - timedelta(days=30))
    bad = [
        Kept(id=100 + nth, made_at=NOW - timedelta(days=9 - nth), number=100 + nth, is_valid=False)
        for nth in range(7)
    ]
    stay = {each.id for each in left(good + bad)}
    assert {each.id for each in good[-FEWEST:]} <= stay


@given(st.lists(st.booleans(), max_size=40))
def test_three_good_ones_always_stay_where_there_are_three(are_valid: list[bool]) -> None:
    backups = [
        Kept(
            id=nth, made_at=NOW - timedelta(days=900) + nth * HALF_HOUR, number=nth, is_valid=valid
        )
        for nth, valid in enumerate(are_valid)
    ]
    stay = left(backups)
    assert sum(each.is_valid for each in stay) >= min(FEWEST, sum(are_valid))
    if sum(are_valid) <= FEWEST:
        assert stay == backups
