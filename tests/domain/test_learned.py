"""What answers say: how this teacher remembers, how quick they are, what they knew when."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.foresight import first_trace, recall, trace_after
from klasgenoot.domain.learned import Rated, known_by_day, own_pace, trials_of
from klasgenoot.domain.memory import Rating
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.plan import AVERAGE

MONDAY = 740_000
NOOR, SEM = StudentId(1), StudentId(2)

histories = st.lists(
    st.builds(
        Rated,
        st.integers(1, 6).map(StudentId),
        st.sampled_from(Rating),
        st.integers(MONDAY, MONDAY + 9),
        st.floats(0, 60),
    ),
    max_size=30,
).map(lambda answers: sorted(answers, key=lambda answer: answer.day))


def test_the_first_answer_about_a_name_is_no_test_of_memory() -> None:
    answers = [Rated(NOOR, Rating.HARD, MONDAY), Rated(NOOR, Rating.GOOD, MONDAY + 2)]
    (only,) = trials_of(answers)
    assert only == (first_trace(day=MONDAY).stability, 2, True)


@given(histories)
def test_there_is_a_test_for_each_answer_after_the_first(answers: list[Rated]) -> None:
    names = {answer.student_id for answer in answers}
    assert len(trials_of(answers)) == len(answers) - len(names)


@given(histories)
def test_never_more_names_are_known_than_were_asked(answers: list[Rated]) -> None:
    by_day = known_by_day(answers, first=MONDAY, last=MONDAY + 12)
    assert len(by_day) == 13
    for place, known in enumerate(by_day):
        asked = {answer.student_id for answer in answers if answer.day <= MONDAY + place}
        assert 0 <= known <= len(asked)


def test_what_was_practised_today_counts_today_and_before_that_from_the_next_day_on() -> None:
    answers = [Rated(NOOR, Rating.HARD, MONDAY), Rated(SEM, Rating.HARD, MONDAY + 1)]
    monday = first_trace(day=MONDAY)
    by_day = known_by_day(answers, first=MONDAY, last=MONDAY + 1)
    assert by_day == pytest.approx((0.0, recall(monday, day=MONDAY + 1) + 1.0))


def test_what_was_forgotten_is_known_less() -> None:
    answers = [Rated(NOOR, Rating.HARD, MONDAY), Rated(NOOR, Rating.AGAIN, MONDAY + 1)]
    missed = trace_after(first_trace(day=MONDAY), hit=False, day=MONDAY + 1)
    *_, last = known_by_day(answers, first=MONDAY, last=MONDAY + 5)
    assert last == pytest.approx(recall(missed, day=MONDAY + 5))


def test_until_thirty_answers_a_teacher_is_as_quick_as_the_average() -> None:
    assert own_pace([Rated(NOOR, Rating.GOOD, MONDAY, 2.0)] * 29) == AVERAGE
    assert own_pace([Rated(NOOR, Rating.GOOD, MONDAY, 2.0)] * 30).hit == 2.0


def test_a_telephone_call_in_the_middle_makes_nobody_slow() -> None:
    answers = [Rated(NOOR, Rating.GOOD, MONDAY, 4.0)] * 40 + [
        Rated(NOOR, Rating.GOOD, MONDAY, 60.0)
    ]
    assert own_pace(answers).hit == 4.0


def test_a_miss_takes_the_time_of_being_shown_again_as_well() -> None:
    answers = [Rated(NOOR, Rating.GOOD, MONDAY, 4.0), Rated(SEM, Rating.AGAIN, MONDAY, 6.0)] * 15
    pace = own_pace(answers)
    assert (pace.hit, pace.miss) == (4.0, 14.0)
