"""The forecast: what the simulation found, never certain, the same each time."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klasgenoot.domain.forecast import Forecast, enough, forecast, forecasts
from klasgenoot.domain.foresight import Trace
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.plan import Goal

BEGIN = date(2026, 8, 17)


def goal(count: int, *, days: int) -> Goal:
    students = tuple(map(StudentId, range(count)))
    return Goal(students=students, on=BEGIN + timedelta(days=days), since=BEGIN)


@pytest.mark.parametrize(
    ("names", "days", "minutes", "expected"),
    [
        (84, 14, 3, 80.3),
        (84, 14, 4, 82.1),
        (84, 14, 5, 82.6),
        (84, 14, 6, 82.9),
        (84, 7, 6, 81.4),
        (84, 7, 8, 82.2),
        (84, 7, 10, 82.5),
        (28, 5, 2, 26.1),
        (28, 5, 3, 27.2),
        (28, 7, 3, 27.5),
    ],
)
def test_the_forecast_is_within_a_name_of_the_published_curve(
    names: int, days: int, minutes: float, expected: float
) -> None:
    found = forecast([goal(names, days=days)], traces={}, today=BEGIN, minutes=minutes)
    assert found.known == pytest.approx(expected, abs=1)
    assert found.total == names


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 30), st.integers(1, 10), st.floats(0, 10), st.floats(0.2, 4))
def test_nobody_is_expected_to_know_more_names_than_there_are(
    names: int, days: int, minutes: float, factor: float
) -> None:
    found = forecast(
        [goal(names, days=days)], traces={}, today=BEGIN, minutes=minutes, factor=factor
    )
    assert 0 <= found.known <= names


def test_the_same_plan_gives_the_same_forecast() -> None:
    one, other = (forecast([goal(28, days=7)], traces={}, today=BEGIN, minutes=3) for _ in range(2))
    assert one == other


def test_without_time_nothing_is_learned() -> None:
    assert forecast([goal(28, days=7)], traces={}, today=BEGIN, minutes=0).known == 0


def test_without_anybody_there_is_nothing_to_expect() -> None:
    nothing = Forecast(minutes=5, known=0, total=0, by_day=(0,))
    assert forecast([], traces={}, today=BEGIN, minutes=5) == nothing


def test_what_is_known_already_counts() -> None:
    traces = {StudentId(who): Trace(60.0, 5.0, BEGIN.toordinal()) for who in range(28)}
    found = forecast([goal(28, days=7)], traces=traces, today=BEGIN, minutes=0)
    assert found.known > 26


def test_time_used_today_is_not_there_twice() -> None:
    goals = [goal(84, days=7)]
    fresh = forecast(goals, traces={}, today=BEGIN, minutes=5)
    used = forecast(goals, traces={}, today=BEGIN, minutes=5, used=5)
    assert used.known < fresh.known


def test_two_classes_count_each_student_once() -> None:
    found = forecast([goal(20, days=7), goal(28, days=9)], traces={}, today=BEGIN, minutes=10)
    assert found.total == 28
    assert found.known > 25


def test_after_the_deadline_the_forecast_is_what_is_known_now() -> None:
    traces = {StudentId(0): Trace(10.0, 5.0, BEGIN.toordinal() - 3)}
    past = Goal(students=(StudentId(0),), on=BEGIN - timedelta(days=1), since=BEGIN)
    assert 0.9 < forecast([past], traces=traces, today=BEGIN, minutes=5).known <= 1


def test_minutes_are_proposed_at_the_knee() -> None:
    found = forecasts([goal(84, days=14)], traces={}, today=BEGIN)
    chosen = enough(found)
    assert chosen.minutes in {4, 5}
    assert found[-1].known - chosen.known < 1.5
    assert [each.minutes for each in found] == sorted(each.minutes for each in found)


def test_a_class_that_needs_hardly_any_time_is_offered_the_least() -> None:
    assert enough(forecasts([goal(8, days=14)], traces={}, today=BEGIN)).minutes == 2


def test_without_a_forecast_there_is_nothing_to_propose() -> None:
    with pytest.raises(ValueError, match="no forecast"):
        enough([])
