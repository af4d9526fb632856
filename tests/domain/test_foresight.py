"""Looking ahead: as py-fsrs has it, careful far away, and learned from the teacher's answers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.foresight import (
    FACTORS,
    LEAST,
    Trace,
    Trial,
    first_trace,
    own_factor,
    recall,
    trace_after,
    trace_of,
)
from klasgenoot.domain.memory import Direction, Rating, review, start_of
from klasgenoot.domain.people import StudentId

NOOR = StudentId(7)
DAY = 740_000

traces = st.builds(Trace, st.floats(0.5, 200), st.floats(1, 10), st.just(DAY))
answered = st.builds(Trial, st.floats(0.5, 50), st.integers(1, 30), st.booleans())


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 20)), max_size=8))
def test_looking_ahead_gives_what_the_memory_will_be(answers: list[tuple[bool, int]]) -> None:
    day = DAY
    at = start_of(date.fromordinal(day)) + timedelta(hours=9)
    memory = review(
        None, student_id=NOOR, direction=Direction.FACE_TO_NAME, rating=Rating.HARD, at=at
    )
    trace = first_trace(day=day)
    for hit, days in answers:
        day, at = day + days, at + timedelta(days=days)
        rating = Rating.GOOD if hit else Rating.AGAIN
        memory = review(memory, student_id=NOOR, direction=memory.direction, rating=rating, at=at)
        trace = trace_after(trace, hit=hit, day=day)
        if memory.stability < LEAST:
            return  # from here on the plan counts on the name having been shown again
        assert trace_of(memory) == pytest.approx(trace)


@given(traces, st.integers(0, 400), st.integers(0, 400), st.sampled_from(FACTORS))
def test_recall_only_falls_and_falls_slower_for_who_remembers_longer(
    trace: Trace, days: int, more: int, factor: float
) -> None:
    now = recall(trace, day=DAY + days, factor=factor)
    assert 0 < now <= 1
    assert recall(trace, day=DAY + days + more, factor=factor) <= now
    assert recall(trace, day=DAY + days, factor=factor * 2) >= now


@given(traces)
def test_nine_in_ten_are_recalled_after_as_many_days_as_the_stability(trace: Trace) -> None:
    stability = round(trace.stability) or 1
    assert recall(trace._replace(stability=stability), day=DAY + stability) == pytest.approx(0.9)


@given(traces)
def test_on_the_day_itself_and_before_it_a_name_is_recalled(trace: Trace) -> None:
    assert recall(trace, day=DAY) == 1
    assert recall(trace, day=DAY - 3) == 1


@given(traces, st.integers(1, 60))
def test_a_miss_never_leaves_less_than_being_shown_again(trace: Trace, days: int) -> None:
    missed = trace_after(trace, hit=False, day=DAY + days)
    recalled = trace_after(trace, hit=True, day=DAY + days)
    assert LEAST <= missed.stability <= recalled.stability


def test_without_answers_a_teacher_is_like_everybody() -> None:
    assert own_factor([]) == pytest.approx(1.0)


@given(st.lists(answered, max_size=40), answered)
def test_one_more_hit_never_makes_a_teacher_seem_to_remember_shorter(
    trials: list[Trial], last: Trial
) -> None:
    hit, miss = last._replace(hit=True), last._replace(hit=False)
    assert own_factor([*trials, hit]) >= own_factor([*trials, miss]) - 1e-9


def test_a_teacher_who_forgets_sooner_is_found_out_in_thirty_answers() -> None:
    expected_nine_in_ten = [Trial(2.0, 2, hit=number % 5 < 3) for number in range(30)]
    assert own_factor(expected_nine_in_ten) < 0.5


def test_a_single_slip_moves_little() -> None:
    before = own_factor([Trial(2.0, 2, hit=True)] * 20)
    after = own_factor([*[Trial(2.0, 2, hit=True)] * 20, Trial(2.0, 0, hit=False)])
    assert after > before * 0.9
