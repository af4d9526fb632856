"""A sweep: everybody once, in an order of its own, counted as it is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.people import PhotoId, StudentId
from klasgenoot.domain.sweep import Sweep, SweepResult, sweep_of
from klasgenoot.domain.verdict import Verdict

classes = st.lists(st.integers(1, 90).map(StudentId), max_size=60)


@given(classes, st.integers(0, 99))
def test_everybody_comes_once(students: list[StudentId], seed: int) -> None:
    sweep = sweep_of(students, seed=seed)
    assert sorted(sweep.queue) == sorted(set(students))


@given(classes, st.integers(0, 99), st.lists(st.booleans(), min_size=60, max_size=60))
def test_what_was_known_is_counted_to_the_end(
    students: list[StudentId], seed: int, answers: list[bool]
) -> None:
    sweep = sweep_of(students, seed=seed)
    total = sweep.total
    for known in answers[:total]:
        sweep = sweep.answered(Verdict.RIGHT if known else Verdict.WRONG)
        assert sweep.total == total
    assert sweep.current is None
    assert sweep.known == sum(answers[:total])


def test_another_day_has_another_order() -> None:
    students = [StudentId(number) for number in range(28)]
    assert sweep_of(students, seed=1).queue != sweep_of(students, seed=2).queue


def test_who_cannot_be_shown_does_not_count() -> None:
    one, other = StudentId(1), StudentId(2)
    sweep = Sweep(queue=(one, other)).answered(Verdict.WRONG)
    assert sweep.without(one).total == 1
    assert sweep.without(one).answers == ()


def test_after_the_last_face_there_is_nothing_to_answer() -> None:
    with pytest.raises(ValueError, match="over"):
        Sweep(queue=()).answered(Verdict.RIGHT)


def test_percents_are_rounded_down() -> None:
    day = date(2026, 9, 1)
    assert SweepResult(taken_on=day, known=2, asked=3, seconds=9).percent == 66
    assert SweepResult(taken_on=day, known=0, asked=0, seconds=0).percent == 0


@pytest.mark.parametrize("verdict", Verdict)
def test_only_a_right_name_is_a_name_known(verdict: Verdict) -> None:
    sweep = Sweep(queue=(StudentId(1),)).answered(verdict)
    assert sweep.known == int(verdict in {Verdict.RIGHT, Verdict.SPELLING})


def test_who_and_what_went_meanwhile_is_left_out() -> None:
    one, other, third, last = (StudentId(number) for number in range(1, 5))
    sweep = Sweep(queue=(one, other, third, last))
    sweep = sweep.answered(Verdict.MIXED_UP, said=other, photo=PhotoId("a"))
    sweep = sweep.answered(Verdict.RIGHT, photo=PhotoId("b"))
    left = sweep.with_those_left({one: [PhotoId("c")], third: [], last: [PhotoId("d")]})
    assert left.queue == (last,)
    (only,) = left.answers
    assert (only.student_id, only.said, only.photo) == (one, None, None)
    photos = {one: [PhotoId("a")], other: [PhotoId("b")], third: [PhotoId("e")]}
    assert sweep.with_those_left(photos | {last: [PhotoId("d")]}) == sweep
