"""Days without lessons, weeks of a block, and what is meant by "toetsweek" and "blok 3"."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.periods import (
    LESSON_FREE,
    LessonFree,
    LessonWeek,
    Period,
    PeriodId,
    PeriodKind,
    block_on,
    day_words,
    first_day_of,
    free_on,
    lesson_week,
)

TODAY = date(2026, 10, 29)


def period(kind: PeriodKind, name: str, first: str, last: str, number: int = 1) -> Period:
    return Period(
        id=PeriodId(number),
        kind=kind,
        name=name,
        first_on=date.fromisoformat(first),
        last_on=date.fromisoformat(last),
    )


YEAR = (
    period(PeriodKind.BLOCK, "Blok 1", "2026-09-01", "2026-11-13"),
    period(PeriodKind.HOLIDAY, "Herfstvakantie", "2026-10-19", "2026-10-25", 2),
    period(PeriodKind.EXAMS, "Toetsweek 1", "2026-11-09", "2026-11-13", 3),
    period(PeriodKind.BLOCK, "Periode 2", "2026-11-16", "2027-01-29", 4),
    period(PeriodKind.HOLIDAY, "Kerstvakantie", "2026-12-21", "2027-01-03", 5),
    period(PeriodKind.EXAMS, "Tentamens", "2027-01-25", "2027-01-29", 6),
    period(PeriodKind.BLOCK, "Blok 3", "2027-02-01", "2027-04-16", 7),
)

days = st.integers(-50, 50).map(lambda n: TODAY + timedelta(days=n))
periods = st.lists(
    st.builds(
        lambda kind, first, length, number: Period(
            id=PeriodId(number),
            kind=kind,
            name="x",
            first_on=first,
            last_on=first + timedelta(days=length),
        ),
        st.sampled_from(PeriodKind),
        days,
        st.integers(0, 40),
        st.integers(1, 99),
    ),
    max_size=6,
)


@given(periods, days, st.integers(0, 90))
def test_days_without_lessons_are_those_that_lie_in_a_holiday_or_exam_weeks(
    those: list[Period], after: date, length: int
):
    free, until = LessonFree(those), after + timedelta(days=length)
    counted = [
        day
        for day in (after + timedelta(days=n) for n in range(1, length + 1))
        if any(each.kind in LESSON_FREE and each.has(day) for each in those)
    ]
    assert free.days(after=after, until=until) == len(counted)
    assert all(free.has(day) for day in counted)
    assert free.has(after) == (free_on(those, after) is not None)
    assert bool(free) == any(each.kind in LESSON_FREE for each in those)


@given(periods, days, st.integers(0, 30), st.integers(0, 30))
def test_days_without_lessons_add_up(those: list[Period], start: date, one: int, other: int):
    free = LessonFree(those)
    middle = start + timedelta(days=one)
    end = middle + timedelta(days=other)
    parts = free.days(after=start, until=middle) + free.days(after=middle, until=end)
    assert parts == free.days(after=start, until=end)
    assert free.days(after=end, until=start) == 0


def test_weeks_of_a_block_pass_over_weeks_without_lessons():
    assert lesson_week(YEAR, date(2026, 9, 1)) == LessonWeek("Blok 1", 1)
    assert lesson_week(YEAR, date(2026, 10, 18)) == LessonWeek("Blok 1", 7)
    assert lesson_week(YEAR, date(2026, 10, 22)) is None
    assert lesson_week(YEAR, TODAY) == LessonWeek("Blok 1", 8)
    assert lesson_week(YEAR, date(2026, 11, 9)) is None
    assert lesson_week(YEAR, date(2027, 1, 5)) == LessonWeek("Periode 2", 6)
    assert lesson_week(YEAR, date(2026, 8, 31)) is None


@given(periods, days)
def test_the_next_week_of_a_block_is_one_further_or_none(those: list[Period], day: date):
    this, next_week = lesson_week(those, day), lesson_week(those, day + timedelta(weeks=1))
    same = block_on(those, day) == block_on(those, day + timedelta(weeks=1))
    if same and this and next_week:
        assert next_week.number == this.number + 1
    if this:
        assert this.number >= 1


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("toetsweek", "2026-11-09"),
        ("Toetsweek 1", "2026-11-09"),
        ("tentamens", "2026-11-09"),
        ("exam week", "2026-11-09"),
        ("blok 2", "2026-11-16"),
        ("periode 2", "2026-11-16"),
        ("Blok 3", "2027-02-01"),
        ("block 3", "2027-02-01"),
        ("kerstvakantie", "2026-12-21"),
        ("vakantie", "2026-12-21"),
        ("blok 1", "2026-09-01"),
        ("herfstvakantie", "2026-10-19"),
    ],
)
def test_a_period_is_found_by_its_name_or_by_what_it_is(words: str, day: str):
    assert first_day_of(words, YEAR, today=TODAY) == date.fromisoformat(day)


def test_what_the_calendar_does_not_know_is_no_day():
    for words in ("blok 4", "blok", "week", "", "toets"):
        assert first_day_of(words, YEAR, today=TODAY) is None
    assert first_day_of("toetsweek", (), today=TODAY) is None
    assert {"block 3", "toetsweek", "kerstvakantie"} <= day_words(YEAR)


def test_of_several_years_the_nearest_ahead_is_meant():
    again = period(PeriodKind.BLOCK, "Blok 3", "2028-02-07", "2028-04-14", 9)
    earlier = period(PeriodKind.BLOCK, "Blok 3", "2026-02-02", "2026-04-17", 10)
    assert first_day_of("blok 3", (again, *YEAR, earlier), today=TODAY) == date(2027, 2, 1)
