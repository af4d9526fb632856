"""Is the exam week found in the teacher's own calendar?"""

from datetime import date

import pytest

from klasgenoot.domain.date_periods import Period
from klasgenoot.domain.dates import BadDate, read_follow_up

TODAY = date(2025, 11, 19)
YEAR = (
    Period(name="Toetsweek blok 2", first=date(2026, 1, 26), last=date(2026, 1, 30)),
    Period(name="Toetsweek blok 3", first=date(2026, 4, 13), last=date(2026, 4, 17)),
    Period(name="Blok 3", first=date(2026, 2, 2), last=date(2026, 4, 17)),
    Period(name="Blok 30", first=date(2025, 12, 1), last=date(2025, 12, 5)),
    Period(name="Kerstvakantie", first=date(2025, 12, 20), last=date(2026, 1, 4)),
    Period(name="Herfstvakantie", first=date(2025, 10, 18), last=date(2025, 10, 26)),
)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("toetsweek", "2026-01-26"),
        ("de tentamenweek", "2026-01-26"),
        ("exam week", "2026-01-26"),
        ("toetsweek blok 3", "2026-04-13"),
        ("blok 3", "2026-02-02"),
        ("block3", "2026-02-02"),
        ("in blok 3", "2026-02-02"),
        ("kerstvakantie", "2025-12-20"),
        ("na de kerstvakantie", "2026-01-05"),
        ("voor de kerstvakantie", "2025-12-19"),
        ("after the Christmas holiday", "2026-01-05"),
        ("na de vakantie", "2026-01-05"),
    ],
)
def test_a_stretch_is_found_by_its_name(words, day):
    assert read_follow_up(words, today=TODAY, periods=YEAR) == date.fromisoformat(day)


def test_a_stretch_that_is_over_is_not_ahead():
    assert read_follow_up("herfstvakantie", today=TODAY, periods=YEAR) is BadDate.WRONG_WAY


@pytest.mark.parametrize("words", ["toetsweek", "blok 3", "vakantie"])
def test_without_a_calendar_these_are_only_words(words):
    assert read_follow_up(words, today=TODAY) is None


@pytest.mark.parametrize("words", ["blok 4", "na", "voor de", "week", "kerst"])
def test_what_is_in_no_calendar_is_no_date(words):
    assert read_follow_up(words, today=TODAY, periods=YEAR) is None
