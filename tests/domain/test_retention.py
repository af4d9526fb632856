"""Terms are counted in days of the data; a clock that leapt offers nothing."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.clock_doubt import LEAP, Sighting, is_believed, looked
from klasgenoot.domain.people import ClassId
from klasgenoot.domain.retention import (
    Held,
    Keeping,
    class_end,
    due_on,
    end_of_school_year,
    months_after,
    overdue,
)

DAYS = st.dates(min_value=date(1971, 1, 1), max_value=date(2090, 1, 1))
MONTHS = st.integers(0, 60)
TERMS = dict.fromkeys(Keeping, 6)
NOW = datetime(2027, 3, 10, 9, 0, tzinfo=UTC)
HOME = ZoneInfo("Europe/Amsterdam")


def held(**values: object) -> Held:
    usual: dict[str, object] = {
        "keeping": Keeping.CONTACTS,
        "number": 1,
        "made_on": date(2026, 10, 1),
        "ends_on": date(2027, 8, 31),
        "class_id": ClassId(1),
    }
    return Held(**(usual | values))


@given(DAYS)
def test_a_school_year_ends_on_the_last_of_august_and_within_thirteen_months(day: date) -> None:
    end = end_of_school_year(day)
    assert (end.month, end.day) == (8, 31)
    assert timedelta(days=30) <= end - day <= timedelta(days=396)


@given(DAYS, st.integers(0, 400))
def test_a_later_day_never_has_an_earlier_end(day: date, later: int) -> None:
    assert end_of_school_year(day) <= end_of_school_year(day + timedelta(days=later))


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2026, 9, 1), date(2027, 8, 31)),
        (date(2026, 8, 31), date(2027, 8, 31)),
        (date(2026, 8, 20), date(2027, 8, 31)),
        (date(2027, 2, 1), date(2027, 8, 31)),
        (date(2027, 7, 31), date(2027, 8, 31)),
    ],
)
def test_what_begins_in_august_belongs_to_the_year_to_come(day: date, end: date) -> None:
    assert end_of_school_year(day) == end


@given(st.none() | DAYS, st.none() | DAYS, st.none() | DAYS)
def test_the_end_that_the_teacher_set_outranks_all(
    ends: date | None, first: date | None, earliest: date | None
) -> None:
    end = class_end(ends_on=ends, first_lesson=first, earliest=earliest)
    if ends is not None:
        assert end == ends
    elif first or earliest:
        assert end == end_of_school_year(first or earliest)
    else:
        assert end is None


@given(DAYS, MONTHS)
def test_months_keep_the_day_or_take_the_last_of_the_month(day: date, months: int) -> None:
    after = months_after(day, months)
    assert (after.year * 12 + after.month) - (day.year * 12 + day.month) == months
    assert after.day == day.day or (after + timedelta(days=1)).day == 1


@given(DAYS, DAYS, st.none() | DAYS, MONTHS, DAYS)
def test_nothing_is_overdue_before_its_class_ended_or_before_it_was_kept_until(
    made: date, ends: date, until: date | None, months: int, today: date
) -> None:
    thing = held(made_on=made, ends_on=ends, keep_until=until)
    terms = dict.fromkeys(Keeping, months)
    if overdue([thing], terms=terms, today=today):
        assert today > ends
        assert today > made
        assert until is None or today > until
        assert today > months_after(max(made, ends), months)


@given(st.lists(st.tuples(st.sampled_from(Keeping), DAYS), max_size=12))
def test_the_list_goes_by_kind_and_then_the_oldest_first(
    things: list[tuple[Keeping, date]],
) -> None:
    found = overdue(
        [held(keeping=keeping, made_on=day, ends_on=day) for keeping, day in things],
        terms=TERMS,
        today=date(2200, 1, 1),
    )
    order = [(list(Keeping).index(each.keeping), each.made_on) for each in found]
    assert order == sorted(order)
    assert len(found) == len(things)


def test_what_was_written_after_the_end_has_its_whole_term() -> None:
    late = held(made_on=date(2027, 12, 1))
    assert due_on(late, terms=TERMS) == date(2028, 6, 1)


# ---- the clock ----

STEADY = Sighting(NOW)
LEAPS = {
    "400 days ahead": NOW + timedelta(days=400),
    "400 days back": NOW - timedelta(days=400),
    "1970": datetime(1970, 1, 1, 0, 5, tzinfo=UTC),
    "2038": datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC),
    "49 hours ahead": NOW + timedelta(hours=49),
    "3 hours back": NOW - timedelta(hours=3),
}


@pytest.mark.parametrize("now", LEAPS.values(), ids=LEAPS)
def test_after_a_leap_of_the_clock_the_day_is_not_believed(now: datetime) -> None:
    after = looked(STEADY, now)
    assert not is_believed(after, now, newest=None)
    soon = now + timedelta(hours=47)
    assert not is_believed(looked(after, soon), soon, newest=None)


@pytest.mark.parametrize("now", LEAPS.values(), ids=LEAPS)
def test_nobody_is_locked_out_two_days_later_the_day_is_believed(now: datetime) -> None:
    sighting = looked(STEADY, now)
    for hours in range(12, 61, 12):
        sighting = looked(sighting, now + timedelta(hours=hours))
    assert is_believed(sighting, now + timedelta(hours=60), newest=None)


def test_summer_time_is_no_leap_in_either_direction() -> None:
    for day in (date(2027, 3, 27), date(2027, 10, 30)):
        before = datetime(day.year, day.month, day.day, 20, 0, tzinfo=HOME)
        sighting = Sighting(before)
        for hours in range(1, 30):
            now = (before.astimezone(UTC) + timedelta(hours=hours)).astimezone(HOME)
            sighting = looked(sighting, now)
            assert is_believed(sighting, now, newest=None)


def test_who_opens_it_once_a_week_is_offered_something_every_other_week() -> None:
    sighting, believed = Sighting(NOW), []
    for week in range(1, 7):
        now = NOW + timedelta(weeks=week)
        sighting = looked(sighting, now)
        believed.append(is_believed(sighting, now, newest=None))
    assert believed == [False, True, False, True, False, True]


def test_a_second_leap_while_in_doubt_begins_anew() -> None:
    once = looked(STEADY, NOW + timedelta(days=400))
    for step in (timedelta(days=400), timedelta(days=-400), timedelta(days=71)):
        now = once.seen_at + step
        assert looked(once, now) == Sighting(now, now)


def test_the_first_look_of_all_is_in_doubt() -> None:
    assert looked(None, NOW) == Sighting(NOW, NOW)
    assert not is_believed(None, NOW, newest=None)


def test_data_from_tomorrow_and_later_says_that_the_clock_is_behind() -> None:
    assert is_believed(STEADY, NOW, newest=NOW.date() + timedelta(days=1))
    assert not is_believed(STEADY, NOW, newest=NOW.date() + timedelta(days=2))


@given(st.lists(st.timedeltas(timedelta(days=-500), timedelta(days=500)), max_size=20))
def test_right_after_a_step_of_more_than_two_days_the_day_is_believed_only_from_doubt(
    steps: list[timedelta],
) -> None:
    sighting, now = Sighting(NOW), NOW
    for step in steps:
        before, now = sighting, now + step
        sighting = looked(before, now)
        if is_believed(sighting, now, newest=None) and step > LEAP:
            assert before.doubt_since is not None
            assert now - before.doubt_since >= LEAP
        if step < -timedelta(hours=2):
            assert sighting.doubt_since == now
