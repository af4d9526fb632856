"""Days and times as they are typed in a field."""

from datetime import date, time

import pytest

from klasgenoot.domain.errors import Unknown
from klasgenoot.viewmodels.typed import clock_in, day_in

TODAY = date(2026, 10, 29)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("10:15", time(10, 15)),
        ("10.15", time(10, 15)),
        ("1015", time(10, 15)),
        ("9u30", time(9, 30)),
        ("9h05", time(9, 5)),
        ("930", time(9, 30)),
        ("9", time(9)),
        (" 9u ", time(9)),
        ("0:00", time(0)),
        ("23:59", time(23, 59)),
    ],
)
def test_a_time_is_read_as_one_writes_it(text: str, clock: time):
    assert clock_in(text) == clock


@pytest.mark.parametrize("text", ["", "24:00", "10:60", "tien", "10:1", "10:155", "-9", "9 uur 5"])
def test_what_is_no_time_is_said_to_be_none(text: str):
    with pytest.raises(Unknown):
        clock_in(text)


def test_a_day_is_the_nearest_one_and_with_its_year_that_one():
    assert day_in("1 september", today=TODAY) == date(2026, 9, 1)
    assert day_in("1 september 2027", today=TODAY) == date(2027, 9, 1)
    with pytest.raises(Unknown):
        day_in("ooit", today=TODAY)
