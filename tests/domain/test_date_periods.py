"""Is the exam week found in the teacher's own calendar?"""

from datetime import date

import pytest

from klasgenoot.domain.dates import BadDate, read_follow_up
from klasgenoot.domain.periods import Period, PeriodId, PeriodKind


def period(name: str, kind: PeriodKind, first: date, last: date) -> Period:
    return Period(id=PeriodId(1), kind=kind, name=name, first_on=first, last_on=last)


TODAY = date(2025, 11, 19)
YEAR = (
    period("Toetsweek blok 2", PeriodKind.EXAMS, date(2026, 1, 26), date(2026, 1, 30)),
    period("Toetsweek blok 3", PeriodKind.EXAMS, date(2026, 4, 13), date(2026, 4, 17)),
    period("Blok 3", PeriodKind.BLOCK, date(2026, 2, 2), date(2026, 4, 17)),
    period("Blok 30", PeriodKind.BLOCK, date(2025, 12, 1), date(2025, 12, 5)),
    period("Kerstvakantie", PeriodKind.HOLIDAY, date(2025, 12, 20), date(2026, 1, 4)),
    period("Herfstvakantie", PeriodKind.HOLIDAY, date(2025, 10, 18), date(2025, 10, 26)),
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
