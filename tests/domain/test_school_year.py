"""A usual school year: nothing overlaps that should not, in any year."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.periods import LESSON_FREE, LessonFree, PeriodKind, lesson_week
from klasgenoot.domain.school_year import school_year_at, usual_year

NAMES = {
    "block": "Blok {number}",
    "exams": "Toetsweek {number}",
    "autumn": "Herfstvakantie",
    "christmas": "Kerstvakantie",
    "spring": "Voorjaarsvakantie",
    "may": "Meivakantie",
    "summer": "Zomervakantie",
}


@given(st.integers(2020, 2100))
def test_four_blocks_follow_each_other_and_end_with_exams(year: int):
    periods = usual_year(year, names=NAMES)
    blocks = [each for each in periods if each.kind is PeriodKind.BLOCK]
    exams = [each for each in periods if each.kind is PeriodKind.EXAMS]
    assert [each.name for each in blocks] == [f"Blok {number}" for number in range(1, 5)]
    for one, other in pairwise(blocks):
        assert other.first_on == one.last_on + timedelta(days=1)
    for block, week in zip(blocks, exams, strict=True):
        assert block.has(week.first_on)
        assert block.last_on - week.last_on == timedelta(days=2)
        assert 8 <= (block.last_on - block.first_on).days // 7 <= 13


@given(st.integers(2020, 2100))
def test_holidays_overlap_no_exams_and_hold_christmas_and_the_first_of_may_week(year: int):
    periods = usual_year(year, names=NAMES)
    free = [each for each in periods if each.kind in LESSON_FREE]
    for number, one in enumerate(free):
        for other in free[number + 1 :]:
            assert one.last_on < other.first_on
    days = LessonFree(periods)
    assert days.has(date(year, 12, 25))
    assert days.has(date(year + 1, 1, 1))
    assert days.has(date(year + 1, 4, 27))
    assert all(each.first_on <= each.last_on for each in periods)
    assert periods == tuple(sorted(periods, key=lambda each: (each.first_on, each.last_on)))


@given(st.integers(2020, 2100))
def test_each_block_has_about_eight_weeks_of_lessons(year: int):
    periods = usual_year(year, names=NAMES)
    for block in periods:
        if block.kind is PeriodKind.BLOCK:
            days = (block.last_on - block.first_on).days + 1
            weeks = [
                week
                for n in range(0, days, 7)
                if (week := lesson_week(periods, block.first_on + timedelta(days=n)))
            ]
            assert [week.number for week in weeks] == list(range(1, len(weeks) + 1))
            assert 7 <= len(weeks) <= 10


def test_from_july_on_it_is_the_coming_school_year():
    assert school_year_at(date(2026, 6, 30)) == 2025
    assert school_year_at(date(2026, 7, 1)) == 2026
    assert school_year_at(date(2027, 1, 1)) == 2026
