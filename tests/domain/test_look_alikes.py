"""Look-alikes: who they are, and a drill that ends when both are known and not before."""

from datetime import UTC, datetime, timedelta
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.look_alikes import (
    IN_A_ROW,
    MOST_RUNNING,
    WITHIN,
    Drill,
    MixedUpPair,
    Taken,
    ToldApart,
    drill_of,
    mixed_up_pairs,
)
from klasgenoot.domain.people import StudentId

NOW = datetime(2026, 10, 29, 10, tzinfo=UTC)
SANNE, HANNE, LISA = StudentId(3), StudentId(8), StudentId(5)

seeds = st.integers(0, 2**32)
answers = st.lists(st.booleans(), max_size=60)
ids = st.integers(1, 6).map(StudentId)
days = st.integers(0, 60).map(lambda ago: NOW - timedelta(days=ago))
mix_ups = st.lists(st.builds(Taken, ids, ids, days), max_size=30)
drilled = st.builds(ToldApart, ids, ids, days).filter(lambda drill: drill.one != drill.other)
finished = st.lists(drilled, max_size=8)


def said(drill: Drill, *, right: bool) -> StudentId:
    """The name to choose, or the other one."""
    assert drill.current is not None
    return drill.current if right else ({drill.one, drill.other} - {drill.current}).pop()


def played(seed: int, rights: list[bool]) -> Drill:
    """A drill as far as these answers go, or until it is done."""
    drill = drill_of(SANNE, HANNE, seed=seed)
    for right in rights:
        if drill.is_done:
            break
        drill = drill.answered(said(drill, right=right))
    return drill


@given(seeds, answers)
def test_a_drill_is_done_after_six_right_in_a_row_and_never_before(
    seed: int, rights: list[bool]
) -> None:
    drill = played(seed, rights)
    streak = 0
    for count, answer in enumerate(drill.answers, start=1):
        streak = streak + 1 if answer.right else 0
        assert (streak == IN_A_ROW) == (drill.is_done and count == len(drill.answers))
    assert drill.in_a_row == streak
    finished_ = drill
    for _ in range(IN_A_ROW - drill.in_a_row):
        finished_ = finished_.answered(said(finished_, right=True))
    assert finished_.is_done
    assert finished_.current is None


@given(seeds, answers)
def test_a_miss_starts_the_six_again(seed: int, rights: list[bool]) -> None:
    drill = played(seed, rights)
    if not drill.is_done:
        assert drill.answered(said(drill, right=False)).in_a_row == 0


@given(seeds, answers)
def test_nobody_comes_more_than_twice_running_and_nobody_else_comes(
    seed: int, rights: list[bool]
) -> None:
    shown = [answer.student_id for answer in played(seed, rights).answers]
    assert set(shown) <= {SANNE, HANNE}
    assert all(len(list(run)) <= MOST_RUNNING for _, run in groupby(shown))


@given(seeds, answers)
def test_whoever_finishes_named_both_at_least_twice_in_the_last_six(
    seed: int, rights: list[bool]
) -> None:
    drill = played(seed, [*rights, *[True] * IN_A_ROW])
    last = [answer.student_id for answer in drill.answers[-IN_A_ROW:]]
    assert min(last.count(SANNE), last.count(HANNE)) >= 2


@given(seeds)
def test_both_names_stand_there_and_the_same_drill_asks_the_same(seed: int) -> None:
    one, other = drill_of(SANNE, HANNE, seed=seed), drill_of(HANNE, SANNE, seed=seed)
    assert (one.current, one.names) == (other.current, other.names)
    assert set(one.names) == {SANNE, HANNE}


def test_neither_the_order_of_faces_nor_the_side_of_a_name_can_be_learned() -> None:
    drills = [played(seed, [True] * IN_A_ROW) for seed in range(40)]
    orders = {tuple(answer.student_id for answer in drill.answers) for drill in drills}
    assert len(orders) > 5
    first = [drill_of(SANNE, HANNE, seed=seed) for seed in range(40)]
    on_the_left = sum(drill.names[0] == drill.current for drill in first)
    assert 10 < on_the_left < 30


def test_a_drill_takes_two_and_only_their_names() -> None:
    with pytest.raises(ValueError, match="themselves"):
        drill_of(SANNE, SANNE, seed=1)
    with pytest.raises(ValueError, match="not to be answered"):
        drill_of(SANNE, HANNE, seed=1).answered(LISA)
    with pytest.raises(ValueError, match="not to be answered"):
        played(1, [True] * IN_A_ROW).answered(SANNE)


def ago(days_: int) -> datetime:
    return NOW - timedelta(days=days_)


def test_two_mix_ups_either_way_round_make_look_alikes() -> None:
    once = Taken(SANNE, HANNE, ago(9))
    (pair,) = mixed_up_pairs([once], [], at=NOW)
    assert not pair.are_look_alikes
    (pair,) = mixed_up_pairs([once, Taken(HANNE, SANNE, ago(2))], [], at=NOW)
    assert pair == MixedUpPair(one=SANNE, other=HANNE, times=2, last=ago(2))
    assert pair.are_look_alikes


def test_what_was_longer_than_a_month_ago_does_not_count() -> None:
    old = Taken(SANNE, HANNE, NOW - WITHIN - timedelta(seconds=1))
    assert mixed_up_pairs([old], [], at=NOW) == ()
    (pair,) = mixed_up_pairs([old, Taken(SANNE, HANNE, NOW - WITHIN)], [], at=NOW)
    assert pair.times == 1


def test_a_finished_drill_settles_what_was_before_it_and_nothing_after() -> None:
    before = [Taken(SANNE, HANNE, ago(9)), Taken(HANNE, SANNE, ago(8))]
    drill = ToldApart(HANNE, SANNE, ago(7))
    (pair,) = mixed_up_pairs(before, [drill], at=NOW)
    assert (pair.times, pair.last, pair.told_apart) == (0, None, ago(7))
    (pair,) = mixed_up_pairs([*before, Taken(SANNE, HANNE, ago(1))], [drill], at=NOW)
    assert (pair.times, pair.last, pair.told_apart) == (1, ago(1), ago(7))


def test_a_drill_that_was_finished_while_the_clock_was_ahead_settles_nothing() -> None:
    taken = [Taken(SANNE, HANNE, ago(2)), Taken(HANNE, SANNE, ago(1))]
    (pair,) = mixed_up_pairs(taken, [ToldApart(SANNE, HANNE, ago(-300))], at=NOW)
    assert (pair.times, pair.told_apart) == (2, None)
    drills = [ToldApart(SANNE, HANNE, ago(-300)), ToldApart(SANNE, HANNE, NOW)]
    (pair,) = mixed_up_pairs(taken, drills, at=NOW)
    assert (pair.times, pair.told_apart) == (0, NOW)


def test_a_drill_of_long_ago_is_not_spoken_of() -> None:
    assert mixed_up_pairs([], [ToldApart(SANNE, HANNE, ago(31))], at=NOW) == ()


@given(mix_ups, finished)
def test_each_pair_stands_there_once_those_mixed_up_most_first(
    taken: list[Taken], drills: list[ToldApart]
) -> None:
    found = mixed_up_pairs(taken, drills, at=NOW)
    assert len({pair.both for pair in found}) == len(found)
    assert [pair.times for pair in found] == sorted((p.times for p in found), reverse=True)
    assert mixed_up_pairs(taken[::-1], drills[::-1], at=NOW) == found
    for pair in found:
        assert pair.one < pair.other
        assert pair.times or pair.told_apart
