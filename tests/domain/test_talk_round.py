"""Is a round of talks fair, does it fit the weeks, and does nobody drop out of it unasked?"""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.people import StudentId
from klasgenoot.domain.talk_round import (
    TEN_DAYS,
    RoundTalk,
    TalkState,
    fair_order,
    in_order,
    moved_on,
    per_week,
    plan_of,
    ten_days,
)

MONDAY = date(2026, 10, 26)
"""Of week 44; week 43 is the autumn holiday."""
ANNA, BO, CAS, DIA, EVA = (StudentId(number) for number in range(1, 6))
CLASS = (ANNA, BO, CAS, DIA, EVA)

days = st.dates(date(2026, 8, 1), date(2027, 6, 30))
ids = st.lists(st.integers(1, 40).map(StudentId), unique=True, max_size=40)


def talk(who: StudentId, place: int, **changes: object) -> RoundTalk:
    return RoundTalk(student_id=who, place=place, **changes)  # type: ignore[arg-type] # fields of it


def held(who: StudentId, place: int, on: date) -> RoundTalk:
    return talk(who, place, state=TalkState.HELD, held_on=on)


def plan(talks: list[RoundTalk], **changes: object):
    return plan_of(
        talks,
        **({"members": CLASS, "a_week": 2, "begun_on": MONDAY, "today": MONDAY} | changes),
    )


def test_who_was_never_seen_comes_first_then_the_longest_ago():
    seen = {ANNA: date(2026, 10, 1), BO: date(2026, 9, 1), DIA: date(2026, 10, 20)}

    order = fair_order(CLASS, last_seen=seen, draw=1)

    assert set(order[:2]) == {CAS, EVA}
    assert order[2:] == (BO, ANNA, DIA)


def test_another_draw_is_another_lot_and_the_alphabet_never_decides():
    firsts = {fair_order(CLASS, last_seen={}, draw=number)[0] for number in range(60)}

    assert firsts == set(CLASS)


def test_a_round_that_begins_on_the_last_day_of_a_week_begins_with_the_next():
    talks = [talk(who, place) for place, who in enumerate(CLASS)]
    thursday, friday = MONDAY + timedelta(days=3), MONDAY + timedelta(days=4)

    assert plan(talks, begun_on=thursday, today=thursday).weeks[0].week.monday == MONDAY
    begun = plan(talks, begun_on=friday, today=friday)
    assert begun.weeks[0].week.monday == MONDAY + timedelta(weeks=1)
    assert begun.now == ()
    later = plan(talks, begun_on=MONDAY, today=friday)
    assert later.now == (ANNA, BO), "what is left of a week that is over for the most part stays"


def test_so_many_a_week_until_all_had_a_talk():
    shown = plan([talk(who, place) for place, who in enumerate(CLASS)])

    assert [week.ahead for week in shown.weeks] == [(ANNA, BO), (CAS, DIA), (EVA,)]
    assert shown.now == (ANNA, BO)
    assert shown.last is not None
    assert shown.last.number == 46
    assert (shown.held, shown.total) == (0, 5)


def test_what_was_not_done_moves_along_and_nothing_is_behind():
    shown = plan([talk(who, place) for place, who in enumerate(CLASS)], today=date(2026, 11, 11))

    assert shown.weeks[0].week.number == 46
    assert shown.now == (ANNA, BO)


def test_a_talk_that_was_held_stays_in_its_week_and_makes_room_for_nobody():
    talks = [held(ANNA, 0, MONDAY), *(talk(who, place) for place, who in enumerate(CLASS[1:], 1))]
    shown = plan(talks, today=date(2026, 10, 28))

    assert [(week.held, week.ahead) for week in shown.weeks] == [
        ((ANNA,), (BO,)),
        ((), (CAS, DIA)),
        ((), (EVA,)),
    ]


def test_a_lesson_free_week_gets_no_talks_and_is_shown():
    free = {MONDAY + timedelta(days=number) for number in range(7, 12)}
    shown = plan(
        [talk(who, place) for place, who in enumerate(CLASS)], is_free=lambda day: day in free
    )

    assert [(week.week.number, week.is_free, len(week.ahead)) for week in shown.weeks] == [
        (44, False, 2),
        (45, True, 0),
        (46, False, 2),
        (47, False, 1),
    ]


def test_on_a_saturday_the_week_is_over():
    shown = plan([talk(ANNA, 0)], members=(ANNA,), today=date(2026, 10, 31))

    assert shown.now == ()
    assert shown.weeks[0].week.number == 45


def test_who_is_left_in_peace_waits_and_the_others_do_not():
    shown = plan(
        [talk(who, place) for place, who in enumerate(CLASS)],
        in_peace={ANNA: date(2026, 11, 4), BO: date(2026, 10, 29)},
    )

    assert [week.ahead for week in shown.weeks] == [(BO, CAS), (ANNA, DIA), (EVA,)]
    alone = plan([talk(ANNA, 0)], members=(ANNA,), in_peace={ANNA: date(2026, 11, 20)})
    assert [week.week.number for week in alone.weeks] == [48]
    assert not alone.is_done


def test_a_calendar_without_lessons_ends_all_the_same():
    shown = plan([talk(ANNA, 0)], is_free=lambda _: True)

    assert shown.now == ()
    assert shown.weeks == ()
    assert shown.later[0] == ANNA
    assert not shown.is_done


def test_who_would_rather_not_is_left_out_and_who_joins_later_comes_last():
    talks = [talk(ANNA, 0), talk(BO, 1, state=TalkState.LEFT_OUT), talk(CAS, 2)]

    assert in_order(talks, members=CLASS) == (ANNA, CAS, DIA, EVA)
    assert plan(talks).left_out == (BO,)
    assert plan(talks).total == 4


def test_who_left_the_class_is_passed_over_but_a_talk_that_was_held_still_counts():
    talks = [held(ANNA, 0, MONDAY), talk(BO, 1)]
    shown = plan(talks, members=(CAS,))

    assert shown.total == 2
    assert in_order(talks, members=(CAS,)) == (CAS,)


def test_later_is_the_week_after_behind_the_others_of_its_week():
    assert moved_on(CLASS, CAS, up_to=CLASS[:4]) == (ANNA, BO, DIA, EVA, CAS)
    assert moved_on(CLASS, ANNA, up_to=(ANNA, BO)) == (BO, CAS, ANNA, DIA, EVA)
    assert moved_on(CLASS, EVA, up_to=(ANNA, BO)) == (ANNA, BO, CAS, DIA, EVA)
    assert moved_on(CLASS, CAS, up_to=(ANNA, BO)) == (ANNA, BO, DIA, CAS, EVA)


def test_ten_days_are_school_days_and_one_talk_a_day():
    friday = date(2026, 10, 30)
    shown = ten_days([MONDAY, friday], begun_on=MONDAY, today=friday)

    assert shown[:3] == (MONDAY, friday, date(2026, 11, 2))
    assert len(shown) == TEN_DAYS
    free = ten_days([], begun_on=MONDAY, today=MONDAY, is_free=lambda day: day == MONDAY)
    assert free[0] == date(2026, 10, 27)


@given(ids, st.integers(1, 12), days, days, st.sets(st.integers(0, 300), max_size=60))
def test_everybody_has_one_talk_in_a_week_with_lessons(
    students: list[StudentId], a_week: int, begun_on: date, today: date, free: set[int]
):
    def is_free(day: date) -> bool:
        return (day - date(2026, 8, 1)).days in free

    talks = [talk(who, place) for place, who in enumerate(students)]
    shown = plan_of(
        talks, members=students, a_week=a_week, begun_on=begun_on, today=today, is_free=is_free
    )

    planned = [who for week in shown.weeks for who in week.ahead]
    assert planned == students
    assert all(len(week.ahead) <= a_week for week in shown.weeks)
    assert not any(week.is_free and week.ahead for week in shown.weeks)
    assert shown.is_done is not bool(students)
    assert list(shown.weeks) == sorted(shown.weeks, key=lambda week: week.week.monday)


@given(ids.filter(bool), st.integers(1, 30))
def test_so_many_a_week_is_enough_and_not_more_than_it_takes(students: list[StudentId], weeks: int):
    count = per_week(len(students), weeks=weeks)

    assert count * weeks >= len(students)
    assert count == 1 or (count - 1) * weeks < len(students)


@given(ids.filter(bool), st.data())
def test_moving_on_loses_nobody_and_never_moves_anybody_else_back(
    students: list[StudentId], data: st.DataObject
):
    who = data.draw(st.sampled_from(students))
    now = students[: data.draw(st.integers(0, len(students)))]
    after = moved_on(students, who, up_to=now)

    assert sorted(after) == sorted(students)
    assert after.index(who) >= students.index(who)
    others = [each for each in students if each != who]
    assert [each for each in after if each != who] == others


@given(st.sets(days, max_size=10), days, days)
def test_ten_days_hold_every_talk_and_ten_in_all(done: set[date], begun_on: date, today: date):
    shown = ten_days(done, begun_on=begun_on, today=today)

    assert set(done) <= set(shown)
    assert len(shown) == max(TEN_DAYS, len(done))
    assert len(set(shown)) == len(shown)
