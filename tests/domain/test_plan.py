"""The plan of a day: worth most per second first, everybody in time, the same each time."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.foresight import Trace, first_trace, recall, trace_after
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.plan import ALL_SHOWN_BY, AVERAGE, DayPlan, Goal, Pace, plan_day

BEGIN = date(2026, 8, 17)

days_ahead = st.integers(1, 60)


def goal(count: int, *, days: int, first: int = 0) -> Goal:
    return Goal(
        students=tuple(StudentId(first + number) for number in range(count)),
        on=BEGIN + timedelta(days=days),
        since=BEGIN,
    )


def trace(stability: float, *, days_ago: int, difficulty: float = 5.0) -> Trace:
    return Trace(stability, difficulty, BEGIN.toordinal() - days_ago)


known = st.dictionaries(
    st.integers(0, 29).map(StudentId),
    st.builds(trace, st.floats(0.5, 60), days_ago=st.integers(0, 40), difficulty=st.floats(1, 10)),
)


@given(known, days_ahead, st.integers(0, 1200))
def test_a_plan_fits_into_the_time_and_names_nobody_twice(
    traces: dict[StudentId, Trace], days: int, seconds: int
) -> None:
    plan = plan_day([goal(30, days=days)], traces=traces, today=BEGIN, seconds=seconds)
    assert plan.seconds <= seconds
    both = (*plan.repeat, *plan.new)
    assert len(both) == len(set(both))
    assert set(plan.repeat) <= set(traces)
    assert not set(plan.new) & set(traces)


@given(known, days_ahead)
def test_who_was_asked_today_is_not_asked_again_today(
    traces: dict[StudentId, Trace], days: int
) -> None:
    plan = plan_day([goal(30, days=days)], traces=traces, today=BEGIN, seconds=3600)
    assert all(traces[who].day < BEGIN.toordinal() for who in plan.repeat)


@given(known, days_ahead, st.integers(0, 600))
def test_the_same_class_gives_the_same_plan(
    traces: dict[StudentId, Trace], days: int, seconds: int
) -> None:
    plans = [
        plan_day([goal(30, days=days)], traces=dict(order), today=BEGIN, seconds=seconds)
        for order in (traces.items(), reversed(list(traces.items())))
    ]
    assert plans[0] == plans[1]


@given(known, days_ahead, st.integers(0, 600), st.integers(0, 600))
def test_more_time_never_teaches_fewer_faces_to_be_expected(
    traces: dict[StudentId, Trace], days: int, seconds: int, more: int
) -> None:
    goals = [goal(30, days=days)]
    less = plan_day(goals, traces=traces, today=BEGIN, seconds=seconds)
    longer = plan_day(goals, traces=traces, today=BEGIN, seconds=seconds + more)
    assert longer.seconds >= less.seconds - AVERAGE.miss


def test_nothing_to_do_is_an_empty_plan() -> None:
    assert plan_day([], traces={}, today=BEGIN, seconds=600) == DayPlan()
    assert plan_day([goal(0, days=5)], traces={}, today=BEGIN, seconds=600) == DayPlan()
    assert plan_day([goal(9, days=5)], traces={}, today=BEGIN, seconds=0) == DayPlan()


def test_who_gains_most_by_the_deadline_comes_first() -> None:
    fading, sure = trace(2.0, days_ago=4), trace(60.0, days_ago=4)
    plan = plan_day(
        [goal(2, days=7)],
        traces={StudentId(0): sure, StudentId(1): fading},
        today=BEGIN,
        seconds=3600,
    )
    assert plan.repeat[0] == StudentId(1)


@pytest.mark.parametrize(("days", "class_size"), [(14, 84), (7, 84), (5, 28), (10, 150), (2, 12)])
def test_every_face_has_been_shown_by_sixty_percent_of_the_way(days: int, class_size: int) -> None:
    traces: dict[StudentId, Trace] = {}
    for ahead in range(days):
        day = BEGIN + timedelta(days=ahead)
        plan = plan_day([goal(class_size, days=days)], traces=traces, today=day, seconds=3600)
        traces |= {who: first_trace(day=day.toordinal()) for who in plan.new}
        if ahead + 1 >= ALL_SHOWN_BY * days:
            assert len(traces) == class_size


def test_skipped_days_are_made_up_for() -> None:
    today = BEGIN + timedelta(days=6)
    on_time = plan_day([goal(84, days=14)], traces={}, today=BEGIN, seconds=3600)
    late = plan_day([goal(84, days=14)], traces={}, today=today, seconds=3600)
    assert len(on_time.new) == 10
    assert len(late.new) == 28


def test_who_starts_too_late_sees_as_many_faces_as_fit() -> None:
    plan = plan_day([goal(84, days=14)], traces={}, today=BEGIN + timedelta(days=13), seconds=360)
    assert len(plan.new) == 360 // AVERAGE.new


def test_a_student_who_joins_later_is_shown_while_there_is_time() -> None:
    today = BEGIN + timedelta(days=12)
    traces = {StudentId(who): first_trace(day=BEGIN.toordinal()) for who in range(28)}
    plan = plan_day([goal(29, days=14)], traces=traces, today=today, seconds=120)
    assert plan.new == (StudentId(28),)


def test_the_class_that_starts_first_goes_first() -> None:
    soon, later = goal(5, days=2), goal(5, days=30, first=100)
    plan = plan_day([later, soon], traces={}, today=BEGIN, seconds=3 * AVERAGE.new)
    assert set(plan.new) <= {*soon.students, *later.students}
    assert plan.new[0] in soon.students


def test_who_is_in_two_classes_is_learned_for_the_first_lesson_and_once() -> None:
    soon, later = goal(1, days=2), goal(1, days=30)
    plan = plan_day([later, soon], traces={}, today=BEGIN, seconds=3600)
    assert plan.new == (StudentId(0),)


def test_five_minutes_before_the_lesson_the_least_sure_are_asked() -> None:
    lesson = Goal(students=tuple(map(StudentId, range(30))), on=BEGIN, since=BEGIN)
    traces = {StudentId(who): trace(1.0 + who, days_ago=3) for who in range(30)}
    plan = plan_day([lesson], traces=traces, today=BEGIN, seconds=60)
    assert plan.repeat == tuple(map(StudentId, range(len(plan.repeat))))
    assert plan.repeat


def test_a_slower_teacher_is_asked_fewer_names() -> None:
    traces = {StudentId(who): trace(2.0, days_ago=2) for who in range(30)}
    quick = plan_day([goal(30, days=7)], traces=traces, today=BEGIN, seconds=120)
    slow = plan_day(
        [goal(30, days=7)],
        traces=traces,
        today=BEGIN,
        seconds=120,
        pace=Pace(new=30, hit=12, miss=28),
    )
    assert len(slow.repeat) < len(quick.repeat)


def test_worth_is_what_is_gained_on_the_day_itself() -> None:
    """The first of two by the formula, worked out here by hand."""
    one, other = trace(3.0, days_ago=3), trace(8.0, days_ago=20)
    day, deadline = BEGIN.toordinal(), BEGIN.toordinal() + 7

    def per_second(each: Trace) -> float:
        hit = recall(each, day=day)
        then = hit * recall(trace_after(each, hit=True, day=day), day=deadline)
        then += (1 - hit) * recall(trace_after(each, hit=False, day=day), day=deadline)
        gain = then - recall(each, day=deadline)
        return gain / (hit * AVERAGE.hit + (1 - hit) * AVERAGE.miss)

    first = 0 if per_second(one) > per_second(other) else 1
    plan = plan_day(
        [goal(2, days=7)],
        traces={StudentId(0): one, StudentId(1): other},
        today=BEGIN,
        seconds=3600,
    )
    assert plan.repeat[0] == StudentId(first)
