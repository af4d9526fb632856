"""A talk comes after a lesson with the class, and never on top of another."""

from datetime import date, time, timedelta

from klasgenoot.domain.calendar import Lesson
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.talk_round import PlannedWeek
from klasgenoot.domain.talk_times import talk_times
from klasgenoot.domain.weeks import week_of

MONDAY = date(2026, 10, 26)
THREE = tuple(StudentId(number) for number in (1, 2, 3))
WEEK = PlannedWeek(week=week_of(MONDAY), ahead=THREE)


def lessons(day: date) -> list[Lesson]:
    """On Tuesday and Thursday, twice on Thursday."""
    ends = {1: [time(12, 0)], 3: [time(10, 30), time(15, 15)]}.get(day.weekday(), [])
    return [Lesson(class_id=ClassId(1), on=day, starts=time(9), ends=end) for end in ends]


def test_talks_come_after_the_last_lesson_of_a_day_one_behind_the_other():
    times = talk_times(WEEK, minutes=5, since=MONDAY, is_free=lambda _: False, lessons_on=lessons)

    assert [(each.student_id, str(each.starts)) for each in times] == [
        (1, "2026-10-27 12:00:00"),
        (2, "2026-10-29 15:15:00"),
        (3, "2026-10-27 12:05:00"),
    ]
    assert str(times[0].ends) == "2026-10-27 12:05:00"


def test_without_lessons_they_are_spread_over_the_days_that_are_left():
    friday = MONDAY + timedelta(days=4)
    times = talk_times(
        WEEK,
        minutes=5,
        since=MONDAY + timedelta(days=2),
        is_free=lambda day: day == friday,
        lessons_on=lambda _: [],
    )

    assert [each.on.day for each in times] == [28, 29, 28]
    assert all(each.starts is None for each in times)
    none = talk_times(WEEK, minutes=5, since=MONDAY, is_free=lambda _: True, lessons_on=lessons)
    assert none == ()
