"""Answering: what each answer tells the memory, and what is no answer yet."""

import pytest

from klasgenoot.domain.answering import Mode, Outcome, rating_for, self_graded
from klasgenoot.domain.memory import Rating
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.verdict import Verdict


@pytest.mark.parametrize(
    ("outcome", "known_face", "new_face"),
    [
        (Outcome(verdict=Verdict.RIGHT), Rating.GOOD, Rating.HARD),
        (Outcome(verdict=Verdict.SPELLING), Rating.HARD, Rating.HARD),
        (Outcome(verdict=Verdict.RIGHT, hinted=True), Rating.HARD, Rating.HARD),
        (Outcome(verdict=Verdict.RIGHT, guessed=True), Rating.HARD, Rating.HARD),
        (Outcome(verdict=Verdict.SPELLING, guessed=True), Rating.HARD, Rating.HARD),
        (Outcome(verdict=Verdict.WRONG), Rating.AGAIN, None),
        (Outcome(verdict=Verdict.WRONG, hinted=True), Rating.AGAIN, None),
        (Outcome(verdict=Verdict.EMPTY), Rating.AGAIN, None),
        (Outcome(verdict=Verdict.MIXED_UP, said=StudentId(2)), Rating.AGAIN, None),
        (self_graded(Rating.AGAIN), Rating.AGAIN, None),
        (self_graded(Rating.HARD), Rating.HARD, Rating.HARD),
        (self_graded(Rating.GOOD), Rating.GOOD, Rating.HARD),
        (self_graded(Rating.EASY), Rating.EASY, Rating.HARD),
        (self_graded(Rating.EASY, hinted=True), Rating.HARD, Rating.HARD),
    ],
)
def test_an_answer_earns_its_rating(outcome, known_face, new_face):
    assert rating_for(outcome, is_new=False, is_repeat=False) is known_face
    assert rating_for(outcome, is_new=False, is_repeat=True) is None
    assert rating_for(outcome, is_new=True, is_repeat=False) is new_face
    assert rating_for(outcome, is_new=True, is_repeat=True) is new_face


@pytest.mark.parametrize("verdict", [Verdict.DOUBT, Verdict.WHICH])
def test_a_question_back_to_the_teacher_is_no_outcome(verdict):
    with pytest.raises(ValueError, match="settled"):
        Outcome(verdict=verdict)


def test_a_grade_goes_with_grading_oneself_and_with_its_verdict():
    with pytest.raises(ValueError, match="grade"):
        Outcome(verdict=Verdict.RIGHT, grade=Rating.GOOD)
    with pytest.raises(ValueError, match="grade"):
        Outcome(verdict=Verdict.RIGHT, mode=Mode.SELF_GRADED)
    with pytest.raises(ValueError, match="grade"):
        Outcome(verdict=Verdict.RIGHT, mode=Mode.SELF_GRADED, grade=Rating.AGAIN)
