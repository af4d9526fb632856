"""The calendar: what is refused, importing again, and the class a log line is about."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from builders import TODAY, content, school_class
from klasgenoot.domain.calendar import Lesson, SlotId
from klasgenoot.domain.errors import Backwards, Missing, Unknown
from klasgenoot.domain.people import ClassId
from klasgenoot.domain.periods import Period, PeriodId, PeriodKind
from klasgenoot.operations.calendar import (
    add_periods,
    calendar,
    change_lessons,
    change_period,
    import_calendar,
    lesson_at_hand,
    plan_lessons,
    remove_lessons,
    remove_period,
)
from klasgenoot.operations.classes import plan_first_lesson
from klasgenoot.operations.desk import Desk
from klasgenoot.store import calendar as stored
from klasgenoot.store.calendar import lesson_names
from klasgenoot.store.school_classes import school_class as stored_class

AUTUMN = Period(
    id=PeriodId(0),
    kind=PeriodKind.HOLIDAY,
    name="  Herfst  vakantie ",
    first_on=date(2026, 10, 17),
    last_on=date(2026, 10, 25),
)


def plan(desk: Desk, class_id: ClassId, *, starts: str = "10:15", ends: str = "12:00") -> SlotId:
    return desk.do(
        plan_lessons,
        class_id=class_id,
        weekday=3,
        starts=time.fromisoformat(starts),
        ends=time.fromisoformat(ends),
        first_on=date(2026, 9, 1),
        last_on=date(2027, 1, 29),
        room="  3.14 ",
    ).result


def at(clock: str, day: date = TODAY) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock)).astimezone()


def test_a_slot_is_kept_and_read_back_as_it_was_planned(desk: Desk) -> None:
    class_id, _ = school_class(desk)
    slot_id = plan(desk, class_id)
    (slot,) = calendar(desk.vault).slots
    assert (slot.id, slot.class_id, slot.weekday) == (slot_id, class_id, 3)
    assert (slot.starts, slot.ends, slot.room) == (time(10, 15), time(12), "3.14")
    changed = replace(slot, weekday=0)
    desk.do(change_lessons, changed=changed)
    assert calendar(desk.vault).slots == (changed,)


def test_a_class_begins_no_later_than_its_first_lesson_and_undo_takes_both_back(desk: Desk) -> None:
    class_id, _ = school_class(desk)
    desk.do(plan_first_lesson, class_id=class_id, on=date(2026, 9, 14))
    before = content(desk.vault)
    plan(desk, class_id)  # Thursdays from 1 September on
    assert first_lesson(desk, class_id) == date(2026, 9, 3)
    desk.undo()
    assert content(desk.vault) == before
    dated = Lesson(class_id=class_id, on=date(2026, 9, 7), starts=time(9), ends=time(10), uid="a")
    desk.do(import_calendar, lessons=[dated])
    assert first_lesson(desk, class_id) == date(2026, 9, 7)


def test_lessons_that_begin_later_leave_the_first_lesson_as_it_was_said(desk: Desk) -> None:
    class_id, _ = school_class(desk)
    plan(desk, class_id)  # the class begins on 1 September, its first Thursday is the 3rd
    assert first_lesson(desk, class_id) == date(2026, 9, 1)
    desk.do(plan_first_lesson, class_id=class_id, on=None)
    (slot,) = calendar(desk.vault).slots
    desk.do(change_lessons, changed=replace(slot, weekday=0))
    assert first_lesson(desk, class_id) is None


def first_lesson(desk: Desk, class_id: ClassId) -> date | None:
    known = stored_class(desk.vault, class_id)
    assert known is not None
    return known.first_lesson


def test_what_ends_before_it_begins_is_refused_and_changes_nothing(desk: Desk) -> None:
    class_id, _ = school_class(desk)
    plan(desk, class_id)
    (slot,) = calendar(desk.vault).slots
    (period_id,) = desk.do(add_periods, drafts=[AUTUMN]).result
    before = content(desk.vault)
    with pytest.raises(Backwards):
        plan(desk, class_id, starts="12:00", ends="12:00")
    with pytest.raises(Backwards):
        desk.do(change_lessons, changed=replace(slot, last_on=date(2026, 8, 31)))
    with pytest.raises(Backwards):
        desk.do(add_periods, drafts=[AUTUMN, replace(AUTUMN, last_on=date(2026, 10, 16))])
    with pytest.raises(Missing):
        desk.do(change_period, changed=replace(AUTUMN, id=period_id, name=" "))
    assert content(desk.vault) == before


def test_what_is_not_there_cannot_be_changed(desk: Desk) -> None:
    class_id, _ = school_class(desk)
    plan(desk, class_id)
    (slot,) = calendar(desk.vault).slots
    with pytest.raises(Unknown):
        plan(desk, ClassId(99))
    with pytest.raises(Unknown):
        desk.do(change_lessons, changed=replace(slot, id=SlotId(99)))
    with pytest.raises(Unknown):
        desk.do(remove_lessons, slot_id=SlotId(99))
    with pytest.raises(Unknown):
        desk.do(change_period, changed=AUTUMN)
    with pytest.raises(Unknown):
        desk.do(remove_period, period_id=PeriodId(99))


def test_importing_again_changes_what_is_there_and_doubles_nothing(desk: Desk) -> None:
    class_id, _ = school_class(desk)
    one = Lesson(class_id=class_id, on=TODAY, starts=time(9), ends=time(10), uid="one")
    two = replace(one, uid="two", starts=time(11), ends=time(12))
    first = desk.do(
        import_calendar, lessons=[one, two], periods=[AUTUMN], names={"cmv": class_id}
    ).result
    assert first == 2
    moved = replace(one, room="2.01")
    longer = replace(AUTUMN, last_on=date(2026, 10, 26))
    again = desk.do(
        import_calendar,
        lessons=[moved],
        periods=[longer],
        names={"cmv": class_id},
        dropped={class_id: frozenset({"two"})},
    ).result
    assert again == 0
    found = calendar(desk.vault)
    assert found.lessons == (moved,)
    assert [(each.name, each.last_on) for each in found.periods] == [
        ("Herfst vakantie", date(2026, 10, 26))
    ]
    assert lesson_names(desk.vault) == {"cmv": class_id}


def test_a_log_line_is_about_the_lesson_going_on_or_just_given_else_about_the_open_class(
    desk: Desk,
) -> None:
    one, _ = school_class(desk)
    other, _ = school_class(desk, name="COM-1C")
    assert lesson_at_hand(desk.vault, moment=at("11:00"), open_class=one) == (one, None)
    assert lesson_at_hand(desk.vault, moment=at("11:00"), open_class=None) == (None, None)
    plan(desk, other)
    for clock, day in (("10:15", TODAY), ("17:00", TODAY), ("08:00", date(2026, 11, 2))):
        class_id, lesson = lesson_at_hand(desk.vault, moment=at(clock, day), open_class=one)
        assert class_id == other
        assert lesson is not None
        assert lesson.on == TODAY
    before = at("08:00", date(2026, 9, 2))
    assert lesson_at_hand(desk.vault, moment=before, open_class=one) == (one, None)


def test_who_asks_about_now_reads_the_lessons_of_a_few_days(desk: Desk) -> None:
    class_id, _ = school_class(desk)
    days = [TODAY + timedelta(days=away) for away in (-400, -1, 0, 1)]
    hours = {"starts": time(9), "ends": time(10)}
    lessons = [Lesson(class_id=class_id, on=day, uid=f"{day}", **hours) for day in days]
    desk.do(import_calendar, lessons=lessons)
    some = stored.calendar(desk.vault, since=days[1], until=days[2])
    assert [lesson.on for lesson in some.lessons] == days[1:3]
    assert [lesson.on for lesson in calendar(desk.vault).lessons] == days
