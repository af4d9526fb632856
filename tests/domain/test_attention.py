"""Attention: whose turn it is, why, and that the alphabet has no say."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.attention import Fairness, Reason, Unseen, fairness, unseen
from klasgenoot.domain.contact import Promise, PromiseId
from klasgenoot.domain.people import StudentId

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
) -> tuple[Unseen, ...]:
    return unseen(
        [StudentId(n) for n in range(1, size + 1)],
        last_seen={StudentId(n): day for n, day in last_seen.items()},
        promises=promises,
        today=today,
        target_days=21,
        since=since,
    )


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
    one = unseen(
        [StudentId(n) for n in mixed],
        last_seen=last_seen,
        promises=(),
        today=TODAY,
        target_days=21,
        since=None,
    )
    assert order(one) == order(turns(19, last_seen, since=None))


def test_fairness_counts_who_was_seen_in_four_weeks_and_names_the_rest():
    students = [StudentId(n) for n in (1, 2, 3, 4)]
    last_seen = {StudentId(1): TODAY, StudentId(2): ago(27), StudentId(3): ago(28)}
    assert fairness(students, last_seen=last_seen, today=TODAY) == Fairness(
        seen=2, total=4, weeks=4, unseen=(StudentId(3), StudentId(4))
    )


@given(days_ago, st.integers(0, 30), st.integers(1, 10))
def test_fairness_adds_up(last_seen, size, weeks):
    students = [StudentId(n) for n in range(1, size + 1)]
    found = fairness(students, last_seen=last_seen, today=TODAY, weeks=weeks)
    assert found.seen + len(found.unseen) == found.total == size
