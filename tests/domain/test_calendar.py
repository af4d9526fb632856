"""When the lessons are: slots, timetables, and the lesson just given, going on and next."""

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.calendar import (
    JUST_GIVEN_DAYS,
    LOOK_AHEAD_DAYS,
    Calendar,
    Lesson,
    LessonSlot,
    SlotId,
)
from klasgenoot.domain.people import ClassId
from klasgenoot.domain.periods import Period, PeriodId, PeriodKind

THURSDAY = date(2026, 10, 29)
CMV, COM = ClassId(1), ClassId(2)


def slot(
    weekday: int, starts: str, ends: str, *, of: ClassId = CMV, room: str = "", number: int = 1
) -> LessonSlot:
    return LessonSlot(
        id=SlotId(number),
        class_id=of,
        weekday=weekday,
        starts=time.fromisoformat(starts),
        ends=time.fromisoformat(ends),
        first_on=date(2026, 9, 1),
        last_on=date(2026, 11, 30),
        room=room,
    )


def dated(on: date, starts: str, ends: str, *, of: ClassId = CMV, uid: str = "x") -> Lesson:
    return Lesson(
        class_id=of,
        on=on,
        starts=time.fromisoformat(starts),
        ends=time.fromisoformat(ends),
        uid=uid,
    )


def free(first: date, last: date, kind: PeriodKind = PeriodKind.HOLIDAY) -> Period:
    return Period(id=PeriodId(1), kind=kind, name="Herfstvakantie", first_on=first, last_on=last)


def at(clock: str, day: date = THURSDAY) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock)).astimezone()


THURSDAYS = Calendar(slots=(slot(3, "10:15", "12:00"), slot(3, "13:30", "15:00", of=COM, number=2)))


def test_a_slot_comes_back_each_week_from_its_first_to_its_last_day():
    days = [date(2026, 8, 20) + timedelta(days=n) for n in range(120)]
    found = [day for day in days if THURSDAYS.lessons_on(day)]
    assert found == [date(2026, 9, 3) + timedelta(weeks=n) for n in range(13)]


def test_lessons_of_a_day_come_in_their_order_whatever_the_class():
    first, second = THURSDAYS.lessons_on(THURSDAY)
    assert (first.class_id, second.class_id) == (CMV, COM)
    assert first.starts < second.starts


def test_slots_rest_in_holidays_and_exam_weeks_and_what_a_timetable_says_stays():
    for kind in (PeriodKind.HOLIDAY, PeriodKind.EXAMS):
        resting = Calendar(
            slots=THURSDAYS.slots,
            lessons=(dated(THURSDAY, "09:00", "10:00"),),
            periods=(free(THURSDAY, THURSDAY, kind),),
        )
        assert resting.lessons_on(THURSDAY) == resting.lessons
        assert len(resting.lessons_on(THURSDAY + timedelta(weeks=1))) == 2
    block = Calendar(slots=THURSDAYS.slots, periods=(free(THURSDAY, THURSDAY, PeriodKind.BLOCK),))
    assert len(block.lessons_on(THURSDAY)) == 2


def test_a_slot_gives_way_to_a_dated_lesson_of_that_class_at_that_time():
    moved = dated(THURSDAY, "11:00", "12:30")
    both = Calendar(slots=THURSDAYS.slots, lessons=(moved,))
    assert [(each.class_id, each.starts) for each in both.lessons_on(THURSDAY)] == [
        (CMV, time(11)),
        (COM, time(13, 30)),
    ]
    elsewhen = Calendar(slots=THURSDAYS.slots, lessons=(dated(THURSDAY, "12:00", "13:00"),))
    assert len(elsewhen.lessons_on(THURSDAY)) == 3


def test_before_during_between_and_after_the_lessons_of_a_day():
    before = THURSDAYS.around(at("09:50"))
    assert (before.given, before.going_on) == (None, None)
    assert before.next is not None
    assert before.next.class_id == CMV
    during = THURSDAYS.around(at("10:15"))
    assert during.going_on == before.next
    assert during.at_hand == before.next
    assert during.next is not None
    assert during.next.class_id == COM
    between = THURSDAYS.around(at("12:00"))
    assert (between.given, between.going_on) == (before.next, None)
    after = THURSDAYS.around(at("17:00"))
    assert after.given == during.next
    assert after.next is not None
    assert after.next.on == THURSDAY + timedelta(weeks=1)


def test_the_lesson_just_given_is_that_of_the_last_lesson_day_within_a_few_days():
    for back in range(1, 8):
        given = THURSDAYS.around(at("08:00", THURSDAY + timedelta(days=back))).given
        if back <= JUST_GIVEN_DAYS:
            assert given is not None
            assert (given.class_id, given.on) == (COM, THURSDAY)
        else:
            assert given is None


def test_one_class_alone_has_its_own_lessons_around():
    around = THURSDAYS.around(at("16:00"), class_id=CMV)
    assert around.given is not None
    assert around.given.class_id == CMV
    assert around.next is not None
    assert around.next.class_id == CMV


def test_a_class_begins_with_its_first_lesson_that_is_not_in_a_holiday():
    known = Calendar(
        slots=(slot(1, "09:00", "10:00"), slot(3, "09:00", "10:00", of=COM)),
        lessons=(dated(date(2026, 9, 11), "13:00", "14:00"),),
        periods=(free(date(2026, 8, 31), date(2026, 9, 6)),),
    )
    assert known.first_of(CMV) == date(2026, 9, 8)
    assert known.first_of(COM) == date(2026, 9, 10)
    assert known.first_of(ClassId(9)) is None
    all_free = free(date(2026, 8, 1), date(2026, 12, 1))
    assert Calendar(slots=known.slots, periods=(all_free,)).first_of(CMV) is None


def test_without_a_calendar_there_is_no_lesson():
    around = Calendar().around(at("10:15"))
    assert (around.given, around.going_on, around.next, around.at_hand) == (None,) * 4
    assert not Calendar().has_lessons


clocks = st.integers(8 * 60, 20 * 60).map(lambda minute: time(minute // 60, minute % 60))
spans = st.tuples(clocks, clocks).filter(lambda pair: pair[0] < pair[1])
some_slots = st.lists(
    st.builds(
        lambda of, weekday, span, first, length: LessonSlot(
            id=SlotId(1),
            class_id=ClassId(of),
            weekday=weekday,
            starts=span[0],
            ends=span[1],
            first_on=THURSDAY + timedelta(days=first),
            last_on=THURSDAY + timedelta(days=first + length),
        ),
        st.integers(1, 3),
        st.integers(0, 6),
        spans,
        st.integers(-60, 60),
        st.integers(0, 60),
    ),
    max_size=6,
)
some_lessons = st.lists(
    st.builds(
        lambda of, day, span, uid: Lesson(
            class_id=ClassId(of),
            on=THURSDAY + timedelta(days=day),
            starts=span[0],
            ends=span[1],
            uid=str(uid),
        ),
        st.integers(1, 3),
        st.integers(-8, 8),
        spans,
        st.integers(),
    ),
    max_size=6,
)
some_free = st.lists(
    st.tuples(st.integers(-40, 40), st.integers(0, 14)).map(
        lambda pair: free(THURSDAY + timedelta(days=pair[0]), THURSDAY + timedelta(days=sum(pair)))
    ),
    max_size=3,
)


@given(some_slots, some_lessons, some_free, st.integers(-3, 3), clocks)
def test_what_is_given_goes_on_and_comes_next_is_what_all_days_say(
    slots: list[LessonSlot], lessons: list[Lesson], holidays: list[Period], days: int, clock: time
):
    calendar = Calendar(slots=tuple(slots), lessons=tuple(lessons), periods=tuple(holidays))
    today = THURSDAY + timedelta(days=days)
    now = datetime.combine(today, clock)
    around = calendar.around(now)
    near = [
        lesson
        for n in range(-JUST_GIVEN_DAYS, LOOK_AHEAD_DAYS + 1)
        for lesson in calendar.lessons_on(today + timedelta(days=n))
    ]
    ended = [each for each in near if datetime.combine(each.on, each.ends) <= now]
    to_come = [each for each in near if datetime.combine(each.on, each.starts) > now]
    going = [each for each in near if each not in ended and each not in to_come]
    assert (around.given is None) == (not ended)
    if around.given:
        latest = max((each.on, each.ends) for each in ended)
        assert (around.given.on, around.given.ends) == latest
    assert around.next == min(to_come, key=lambda each: each.order, default=None)
    assert (around.going_on in going) if going else around.going_on is None


@given(some_slots, some_lessons, some_free, st.integers(-70, 130))
def test_no_class_is_in_a_slot_and_in_a_dated_lesson_at_once(
    slots: list[LessonSlot], lessons: list[Lesson], holidays: list[Period], days: int
):
    calendar = Calendar(slots=tuple(slots), lessons=tuple(lessons), periods=tuple(holidays))
    day = THURSDAY + timedelta(days=days)
    there = calendar.lessons_on(day)
    assert set(there) >= {each for each in lessons if each.on == day}
    for one in (each for each in there if not each.uid):
        assert not calendar.lesson_free.has(day)
        for other in (each for each in there if each.uid and each.class_id == one.class_id):
            assert one.ends <= other.starts or other.ends <= one.starts
