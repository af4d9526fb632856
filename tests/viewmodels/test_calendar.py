"""The page with lessons and holidays: rows in words, and what is typed."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from builders import school_class
from klasgenoot.domain.calendar import Lesson
from klasgenoot.domain.errors import Backwards, Missing, Unknown
from klasgenoot.domain.people import ClassId
from klasgenoot.domain.periods import PeriodKind
from klasgenoot.operations.calendar import calendar, import_calendar
from klasgenoot.operations.classes import add_class
from klasgenoot.viewmodels.calendar import CalendarViewModel, LessonTyped, PeriodTyped
from klasgenoot.viewmodels.session import Session

pytestmark = pytest.mark.usefixtures("qapp")
DASH = "\N{EN DASH}"


@pytest.fixture
def class_id(session: Session) -> ClassId:
    return school_class(session.desk)[0]


@pytest.fixture
def shown(session: Session, class_id: ClassId) -> CalendarViewModel:
    return CalendarViewModel(session)


def typed(class_id: ClassId, **changes: str) -> LessonTyped:
    values = {
        "starts": "10.15",
        "ends": "12",
        "first": "1-9",
        "last": "29 januari 2027",
        "room": "3.14",
    }
    return LessonTyped(class_id=class_id, weekday=3, **(values | changes))


def test_a_lesson_is_planned_as_it_is_typed_and_stands_in_its_week(
    shown: CalendarViewModel, class_id: ClassId
) -> None:
    shown.save_lesson(typed(class_id))
    (row,) = shown.lessons
    assert row.title == f"CMV-1B · Thursday 10:15{DASH}12:00"
    assert row.line == "3.14 · 1 Sep 2026 to 29 Jan 2027"
    thursday = shown.week.days[3]
    assert thursday.is_today
    assert [(each.clock, each.line) for each in thursday.lessons] == [
        (f"10:15{DASH}12:00", "CMV-1B · 3.14")
    ]
    assert thursday.sentence == f"Thu 29 Oct, 10:15{DASH}12:00 CMV-1B · 3.14"
    assert shown.week.days[0].sentence == "Mon 26 Oct, no lessons"


def test_a_lesson_comes_back_in_its_fields_and_is_changed(
    shown: CalendarViewModel, class_id: ClassId
) -> None:
    shown.save_lesson(typed(class_id))
    (row,) = shown.lessons
    assert row.slot is not None
    again = shown.lesson(row.slot)
    assert again is not None
    shown.save_lesson(again, row.slot)
    assert shown.lessons == (row,)
    shown.save_lesson(typed(class_id, starts="9", ends="9:50"), row.slot)
    assert shown.lessons[0].title == f"CMV-1B · Thursday 09:00{DASH}09:50"
    shown.remove(shown.lessons[0])
    assert shown.lessons == ()


@pytest.mark.parametrize(
    ("changes", "trouble"),
    [
        ({"starts": "laat"}, Unknown),
        ({"first": "ooit"}, Unknown),
        ({"ends": "10:15"}, Backwards),
        ({"last": "1 augustus 2026"}, Backwards),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(
    shown: CalendarViewModel, class_id: ClassId, changes: dict[str, str], trouble: type[Exception]
) -> None:
    with pytest.raises(trouble):
        shown.save_lesson(typed(class_id, **changes))
    assert shown.lessons == ()


def test_a_period_of_one_day_needs_no_last_day(shown: CalendarViewModel) -> None:
    shown.save_period(
        PeriodTyped(kind=PeriodKind.HOLIDAY, name="Bevrijdingsdag", first="5 mei 2027", last="")
    )
    (row,) = shown.periods
    assert (row.title, row.line) == ("Bevrijdingsdag", "holiday · Wed 5 May 2027")
    assert row.period is not None
    again = shown.period(row.period)
    assert again is not None
    shown.save_period(again, row.period)
    assert shown.periods == (row,)
    with pytest.raises(Missing):
        shown.save_period(PeriodTyped(kind=PeriodKind.BLOCK, name=" ", first="1-9", last=""))


def test_a_usual_year_is_filled_in_once_and_taken_back_in_one_go(
    shown: CalendarViewModel, session: Session
) -> None:
    assert shown.offered_year == "2026-2027"
    shown.fill_in_year()
    assert len(shown.periods) == 13
    assert shown.offered_year == ""
    assert shown.week.line == "teaching week 8 of block 1"
    session.undo()
    assert shown.periods == ()


def test_weeks_turn_and_come_back_and_a_weekend_with_lessons_is_shown(
    shown: CalendarViewModel, session: Session, class_id: ClassId
) -> None:
    assert (shown.week.title, len(shown.week.days)) == ("Week 44", 5)
    shown.turn_week(1)
    assert (shown.week.title, shown.is_this_week) == ("Week 45", False)
    shown.turn_week(0)
    assert shown.is_this_week
    saturday = session.today().replace(day=31)
    lesson = Lesson(class_id=class_id, on=saturday, starts=time(9), ends=time(10), uid="one")
    session.do(import_calendar, lessons=[lesson])
    assert len(shown.week.days) == 7
    (row,) = shown.lessons
    assert (row.title, row.can_be_changed) == ("CMV-1B · 1 lesson(s) from a timetable", False)
    shown.remove(row)
    assert calendar(session.vault).lessons == ()


def test_in_a_weekend_without_lessons_the_coming_week_is_shown(
    session: Session, class_id: ClassId
) -> None:
    saturday = session.now() + timedelta(days=2)
    session = Session(session.desk, clock=lambda: saturday)
    shown = CalendarViewModel(session)
    assert (shown.week.title, shown.is_this_week) == ("Week 45", True)
    shown.turn_week(-1)
    assert (shown.week.title, shown.is_this_week) == ("Week 44", False)
    shown.turn_week(0)
    sunday = session.today() + timedelta(days=1)
    lesson = Lesson(class_id=class_id, on=sunday, starts=time(9), ends=time(10), uid="one")
    session.do(import_calendar, lessons=[lesson])
    assert (shown.week.title, len(shown.week.days)) == ("Week 44", 7)


def test_a_new_lesson_begins_with_the_class_that_is_open(
    shown: CalendarViewModel, class_id: ClassId
) -> None:
    first = shown.new_lesson()
    assert first is not None
    assert (first.class_id, first.weekday) == (class_id, 1)
    assert first.first == "1 September 2026", "a Tuesday, as the day says too"
    shown.save_lesson(replace(first, starts="9", ends="10"))
    other_day = shown.new_lesson()
    assert other_day is not None
    assert other_day.weekday == 3, "the day of the first lesson has its lessons: then today"
    shown.fill_in_year()
    second = shown.new_lesson()
    assert second is not None
    assert second.last == "8 November 2026"


def test_a_new_lesson_of_another_class_begins_when_that_class_does(
    shown: CalendarViewModel, session: Session
) -> None:
    wednesday = date(2026, 11, 11)
    other = session.do(add_class, name="CMV-1C", first_lesson=wednesday)
    proposed = shown.new_lesson(other)
    assert proposed is not None
    assert (proposed.class_id, proposed.weekday) == (other, wednesday.weekday())
    assert proposed.first == "11 November 2026"
