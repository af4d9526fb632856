"""Attention: whose turn it is, why, and that the alphabet has no say."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.attention import (
    Fairness,
    Reason,
    Records,
    Status,
    Unseen,
    fairness,
    status,
    unseen,
)
from klasgenoot.domain.contact import Promise, PromiseId
from klasgenoot.domain.free_days import NEVER_FREE
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.periods import LessonFree, Period, PeriodId, PeriodKind
from klasgenoot.domain.snoozing import Snooze, SnoozeReason
from klasgenoot.domain.targets import Target, TargetFrom

TODAY = date(2026, 10, 29)
START = date(2026, 9, 1)

days_ago = st.dictionaries(
    st.integers(1, 30).map(StudentId),
    st.integers(-3, 90).map(lambda days: TODAY - timedelta(days=days)),
)


def promise(who: int, *, due: date, done: date | None = None, number: int = 1) -> Promise:
    return Promise(
        id=PromiseId(number), student_id=StudentId(who), text="stage", due_on=due, done_on=done
    )


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def turns(
    size: int,
    last_seen: dict[int, date],
    promises: tuple[Promise, ...] = (),
    *,
    today: date = TODAY,
    since: date | None = START,
    free: LessonFree = NEVER_FREE,
    **known: Any,
) -> tuple[Unseen, ...]:
    records = Records(
        last_seen={StudentId(n): day for n, day in last_seen.items()},
        promises=promises,
        since=since,
        **known,
    )
    everyone = [StudentId(n) for n in range(1, size + 1)]
    return unseen(everyone, records, today=today, target_days=21, free=free)


def away(first: date, last: date) -> LessonFree:
    holiday = Period(
        id=PeriodId(1), kind=PeriodKind.HOLIDAY, name="herfst", first_on=first, last_on=last
    )
    return LessonFree([holiday])


def order(found: tuple[Unseen, ...]) -> list[int]:
    return [turn.student_id for turn in found]


def test_a_passed_promise_comes_before_never_seen_before_long_ago():
    found = turns(4, {1: ago(7), 2: ago(31), 3: ago(2)}, (promise(3, due=date(2026, 10, 23)),))
    assert [(turn.student_id, turn.reason, turn.days) for turn in found] == [
        (3, Reason.PROMISE_PASSED, 2),
        (4, Reason.NEVER, 58),
        (2, Reason.LONG_AGO, 31),
        (1, Reason.ON_SCHEDULE, 7),
    ]


def test_the_oldest_passed_promise_comes_first():
    passed = (promise(1, due=ago(2)), promise(2, due=ago(5)), promise(3, due=ago(1)))
    assert order(turns(3, {1: TODAY, 2: TODAY, 3: TODAY}, passed)) == [2, 1, 3]


def test_a_promise_for_today_or_later_or_kept_does_not_push_in():
    promises = (
        promise(1, due=TODAY),
        promise(2, due=ago(-3)),
        promise(3, due=ago(9), done=ago(8)),
    )
    found = turns(3, {1: ago(1), 2: ago(2), 3: ago(3)}, promises)
    assert order(found) == [3, 2, 1]
    assert {turn.reason for turn in found} == {Reason.ON_SCHEDULE}
    assert [turn.promise and turn.promise.due_on for turn in found] == [None, ago(-3), TODAY]


def test_of_several_promises_the_first_open_one_counts():
    promises = (
        promise(1, due=ago(3), number=1),
        promise(1, due=ago(6), number=2),
        promise(1, due=ago(9), done=ago(9), number=3),
    )
    (turn,) = turns(1, {}, promises)
    assert turn.promise.id == 2


def test_it_is_someones_turn_from_the_target_day_on():
    reasons = {turn.student_id: turn.reason for turn in turns(2, {1: ago(21), 2: ago(20)})}
    assert reasons == {1: Reason.LONG_AGO, 2: Reason.ON_SCHEDULE}


def test_days_without_contact_count_from_the_first_lesson_if_that_is_known():
    assert turns(1, {})[0].days == 58
    assert turns(1, {}, since=None)[0].days is None
    assert turns(1, {}, since=ago(-5))[0].days == 0


def test_a_contact_dated_ahead_counts_as_seen_today():
    (turn,) = turns(1, {1: ago(-2)})
    assert (turn.days, turn.reason) == (0, Reason.ON_SCHEDULE)


def test_ties_fall_by_a_lot_that_holds_for_the_week_and_changes_with_it():
    monday = date(2026, 10, 26)
    this_week = {tuple(order(turns(12, {}, today=monday + timedelta(days=n)))) for n in range(7)}
    next_week = tuple(order(turns(12, {}, today=monday + timedelta(days=7))))
    assert len(this_week) == 1
    assert next_week not in this_week
    assert this_week != {tuple(range(1, 13))}


def test_everyone_gets_to_the_front_of_a_tie_in_some_week():
    firsts = {order(turns(4, {}, today=TODAY + timedelta(weeks=n)))[0] for n in range(60)}
    assert firsts == {1, 2, 3, 4}


@given(days_ago, st.integers(0, 30))
def test_nobody_is_left_out_and_the_longest_unseen_come_first(last_seen, size):
    found = turns(size, last_seen)
    assert sorted(order(found)) == list(range(1, size + 1))
    never = [turn.last_contact is None for turn in found]
    assert never == sorted(never, reverse=True)
    days = [turn.days for turn in found if turn.last_contact is not None]
    assert days == sorted(days, reverse=True)


@given(days_ago, st.permutations(range(1, 20)))
def test_the_order_of_the_class_list_does_not_matter(last_seen, mixed):
    records = Records(last_seen=last_seen)
    one = unseen([StudentId(n) for n in mixed], records, today=TODAY, target_days=21)
    assert order(one) == order(turns(19, last_seen, since=None))


def test_fairness_counts_who_was_seen_in_four_weeks_and_names_the_rest():
    students = [StudentId(n) for n in (1, 2, 3, 4)]
    last_seen = {StudentId(1): TODAY, StudentId(2): ago(27), StudentId(3): ago(28)}
    assert fairness(students, last_seen=last_seen, today=TODAY) == Fairness(
        seen=2, total=4, weeks=4, unseen=(StudentId(3), StudentId(4))
    )


@pytest.mark.parametrize(("weeks_ago", "weeks"), [(0, 1), (1, 2), (2, 3), (3, 4), (40, 4)])
@pytest.mark.parametrize("weekday", [0, 4])
def test_fairness_speaks_of_no_more_weeks_than_there_were(weeks_ago: int, weekday: int, weeks: int):
    monday = TODAY - timedelta(days=TODAY.weekday())
    first = monday + timedelta(days=min(weekday, TODAY.weekday())) - timedelta(weeks=weeks_ago)
    found = fairness([StudentId(1)], last_seen={}, today=TODAY, first_lesson=first)
    assert found.weeks == weeks


@given(days_ago, st.integers(0, 30), st.integers(1, 10))
def test_fairness_adds_up(last_seen, size, weeks):
    students = [StudentId(n) for n in range(1, size + 1)]
    found = fairness(students, last_seen=last_seen, today=TODAY, weeks=weeks)
    assert found.seen + len(found.unseen) == found.total == size


OWN = TargetFrom.OWN
snoozed = st.builds(
    Snooze,
    student_id=st.integers(1, 12).map(StudentId),
    since=st.integers(-10, 20).map(lambda days: TODAY - timedelta(days=days)),
    until=st.integers(-10, 20).map(lambda days: TODAY - timedelta(days=days)),
    reason=st.just(SnoozeReason.INTERNSHIP),
)
promised = st.builds(
    lambda who, due, kept: promise(who, due=ago(due), done=TODAY if kept else None),
    st.integers(1, 12),
    st.integers(-10, 10),
    st.booleans(),
)
own_targets = st.dictionaries(
    st.integers(1, 12).map(StudentId), st.integers(1, 99).map(lambda days: Target(days, OWN))
)


def snooze(who: int, *, since: int, until: int) -> Snooze:
    return Snooze(
        student_id=StudentId(who), since=ago(since), until=ago(until), reason=SnoozeReason.ILL
    )


def test_who_is_to_be_seen_more_often_comes_before_who_was_never_seen():
    short = {StudentId(2): Target(7, OWN), StudentId(4): Target(14, OWN)}
    found = turns(5, {1: ago(20), 2: ago(8), 4: ago(13), 5: ago(30)}, targets=short)
    assert [(turn.student_id, turn.reason) for turn in found] == [
        (2, Reason.LONG_AGO),
        (3, Reason.NEVER),
        (5, Reason.LONG_AGO),
        (1, Reason.ON_SCHEDULE),
        (4, Reason.ON_SCHEDULE),
    ]


def test_in_the_first_week_those_without_any_contact_come_before_those_with_a_flag_who_had_one():
    flags = {StudentId(n): Target(15, TargetFrom.CARE) for n in (1, 2)}
    since = TODAY - timedelta(days=4)
    found = turns(4, {1: ago(3), 4: ago(1)}, since=since, targets=flags)
    assert {turn.reason for turn in found} == {Reason.ON_SCHEDULE}
    assert {turn.student_id for turn in found[:2]} == {2, 3}
    assert [turn.student_id for turn in found[2:]] == [1, 4]


def test_the_part_of_their_own_target_that_has_passed_decides_among_the_others():
    own = {StudentId(1): Target(60, OWN), StudentId(3): Target(60, OWN)}
    assert order(turns(3, {1: ago(40), 2: ago(20), 3: ago(19)}, targets=own)) == [2, 1, 3]


def test_at_twice_the_target_of_the_class_a_longer_target_counts_no_more():
    own = {StudentId(1): Target(90, OWN)}
    found = turns(2, {1: ago(42), 2: ago(41)}, targets=own)
    assert order(found) == [1, 2]
    assert {turn.reason for turn in found} == {Reason.LONG_AGO}
    assert turns(1, {1: ago(41)}, targets=own)[0].reason is Reason.ON_SCHEDULE


def test_who_had_the_fewest_contacts_this_term_comes_first_where_the_days_are_equal():
    counts = {StudentId(1): 2, StudentId(2): 5, StudentId(3): 1}
    assert order(turns(3, dict.fromkeys((1, 2, 3), ago(30)), counts=counts)) == [3, 1, 2]


def test_who_is_new_is_not_yet_somebody_who_was_never_seen():
    there = {StudentId(1): ago(6), StudentId(2): ago(7)}
    found = turns(2, {}, there_since=there)
    assert [(turn.student_id, turn.reason, turn.days) for turn in found] == [
        (2, Reason.NEVER, 7),
        (1, Reason.ON_SCHEDULE, 6),
    ]


def test_a_status_has_two_thresholds():
    told = [status(days, target_days=21) for days in (None, 20, 21, 31, 32)]
    assert told == [
        Status.ON_SCHEDULE,
        Status.ON_SCHEDULE,
        Status.DUE,
        Status.DUE,
        Status.TOO_LONG,
    ]


def test_a_snooze_holds_until_its_last_day_and_no_longer():
    kept = [snooze(1, since=3, until=0), snooze(2, since=9, until=1), snooze(3, since=-1, until=-5)]
    found = turns(3, dict.fromkeys((1, 2, 3), ago(30)), snoozes=kept)
    assert {turn.student_id: turn.reason for turn in found} == {
        1: Reason.SNOOZED,
        2: Reason.LONG_AGO,
        3: Reason.LONG_AGO,
    }
    assert order(found)[-1] == 1


def test_a_promise_that_passes_meanwhile_ends_the_peace_and_an_older_one_waits():
    kept = [snooze(1, since=5, until=-5), snooze(2, since=5, until=-5)]
    passed = (promise(1, due=ago(2)), promise(2, due=ago(6)))
    found = turns(2, {1: TODAY, 2: TODAY}, passed, snoozes=kept)
    assert {turn.student_id: turn.reason for turn in found} == {
        1: Reason.PROMISE_PASSED,
        2: Reason.SNOOZED,
    }


def test_the_days_of_a_holiday_make_nobody_wait():
    free = away(ago(11), ago(3))
    found = turns(2, {1: ago(28), 2: ago(30)}, free=free)
    assert {turn.student_id: turn.days for turn in found} == {1: 19, 2: 21}
    assert {turn.student_id: turn.reason for turn in found} == {
        1: Reason.ON_SCHEDULE,
        2: Reason.LONG_AGO,
    }


@given(days_ago, st.integers(1, 12), st.integers(0, 8), st.integers(1, 3))
def test_nobody_becomes_due_in_a_holiday(last_seen, size, start, weeks):
    first = TODAY + timedelta(days=start)
    days = [first + timedelta(days=day) for day in range(7 * weeks)]
    free = away(days[0], days[-1])
    before = {turn.student_id: turn for turn in turns(size, last_seen, today=first, free=free)}
    for day in days:
        for turn in turns(size, last_seen, today=day, free=free):
            was = before[turn.student_id]
            if was.last_contact is None or was.last_contact <= first:
                assert (turn.days, turn.status, turn.reason) == (was.days, was.status, was.reason)


@given(
    days_ago,
    st.lists(promised, max_size=6),
    st.lists(snoozed, max_size=6),
    own_targets,
    st.integers(0, 6),
)
def test_the_order_is_total_and_holds_for_the_week(last_seen, promises, snoozes, targets, day):
    """Whoever comes first on a day does so however the class is listed, and again within the week.

    Within a week only what happens changes it: here nobody's reason does.
    """

    def found(today: date) -> list[Unseen]:
        return list(
            turns(12, last_seen, tuple(promises), today=today, snoozes=snoozes, targets=targets)
        )

    one = found(TODAY)
    assert sorted(order(tuple(one))) == list(range(1, 13))
    assert one == found(TODAY)
    kinds = [turn.reason for turn in one]
    at = [kinds.index(each) for each in (Reason.PROMISE_PASSED, Reason.NEVER) if each in kinds]
    assert at == sorted(at)
    assert kinds == sorted(kinds, key=lambda each: each is Reason.SNOOZED)
    assert kinds == sorted(kinds, key=lambda each: each is not Reason.PROMISE_PASSED)
    monday = TODAY - timedelta(days=TODAY.weekday())
    never = [order(found_at) for found_at in (_never(12, monday), _never(12, monday, day))]
    assert never[0] == never[1]


def _never(size: int, monday: date, day: int = 0) -> tuple[Unseen, ...]:
    return turns(size, {}, today=monday + timedelta(days=day))


@given(st.integers(0, 60), st.integers(1, 40))
def test_a_snooze_always_ends(start, length):
    """Whatever it is, the day after its last day they stand where they would stand without it."""
    kept = Snooze(
        student_id=StudentId(1),
        since=TODAY - timedelta(days=start),
        until=TODAY - timedelta(days=start) + timedelta(days=length),
        reason=SnoozeReason.RATHER_NOT,
    )
    after = kept.until + timedelta(days=1)
    last_seen = {1: ago(70), 2: ago(3)}
    assert turns(2, last_seen, today=after, snoozes=[kept]) == turns(2, last_seen, today=after)
    last_day = {
        turn.student_id: turn for turn in turns(2, last_seen, today=kept.until, snoozes=[kept])
    }
    assert last_day[1].reason is Reason.SNOOZED


def test_fairness_counts_weeks_with_lessons():
    free = away(ago(11), ago(5))
    last_seen = {StudentId(1): ago(34), StudentId(2): ago(35)}
    found = fairness([StudentId(1), StudentId(2)], last_seen=last_seen, today=TODAY, free=free)
    assert found.unseen == (StudentId(2),)
