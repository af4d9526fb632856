"""Answers are kept at once, and one that is judged again is learned from anew."""

from datetime import datetime, timedelta

import pytest

from builders import school_class
from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.errors import Unknown
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.practice import answer_card, regrade_answer
from klasgenoot.store import memories
from klasgenoot.store.memories import AnswerId

FACE = Direction.FACE_TO_NAME
RIGHT = Outcome(verdict=Verdict.RIGHT)


def answer(desk: Desk, who: StudentId, *, rating: Rating | None, at: datetime) -> AnswerId:
    done = desk.do(answer_card, student_id=who, direction=FACE, outcome=RIGHT, rating=rating, at=at)
    return done.result


def test_an_answer_while_a_face_is_learned_teaches_nothing_yet(desk: Desk, now: datetime) -> None:
    _, ids = school_class(desk, size=1)
    answer(desk, ids[0], rating=None, at=now)
    assert memories.memory(desk.vault, ids[0], direction=FACE) is None
    assert len(memories.answers_of(desk.vault, ids[0], direction=FACE)) == 1


def test_a_later_answer_builds_on_the_one_before(desk: Desk, now: datetime) -> None:
    _, ids = school_class(desk, size=1)
    answer(desk, ids[0], rating=Rating.GOOD, at=now)
    first = memories.memory(desk.vault, ids[0], direction=FACE)
    answer(desk, ids[0], rating=Rating.GOOD, at=now + timedelta(days=4))
    second = memories.memory(desk.vault, ids[0], direction=FACE)
    assert first
    assert second
    assert (first.reviews, second.reviews) == (1, 2)
    assert second.stability > first.stability


def test_an_answer_judged_again_leaves_what_the_others_taught(desk: Desk, now: datetime) -> None:
    _, ids = school_class(desk, size=1)
    answer(desk, ids[0], rating=Rating.GOOD, at=now)
    only_first = memories.memory(desk.vault, ids[0], direction=FACE)
    second = answer(desk, ids[0], rating=Rating.GOOD, at=now + timedelta(days=4))
    desk.do(regrade_answer, answer_id=second, outcome=RIGHT, rating=None)
    assert memories.memory(desk.vault, ids[0], direction=FACE) == only_first


def test_the_only_answer_judged_as_none_leaves_no_memory(desk: Desk, now: datetime) -> None:
    _, ids = school_class(desk, size=1)
    only = answer(desk, ids[0], rating=Rating.GOOD, at=now)
    desk.do(regrade_answer, answer_id=only, outcome=RIGHT, rating=None)
    assert memories.memory(desk.vault, ids[0], direction=FACE) is None


def test_an_answer_about_nobody_is_not_kept(desk: Desk, now: datetime) -> None:
    with pytest.raises(Unknown):
        answer(desk, StudentId(9), rating=Rating.GOOD, at=now)
    with pytest.raises(Unknown):
        desk.do(regrade_answer, answer_id=AnswerId(9), outcome=RIGHT, rating=None)
