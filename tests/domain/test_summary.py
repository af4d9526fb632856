"""Summary: what a session came to, face by face and pair by pair."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.memory import Direction, Memory, day_of, start_of
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.practice import Card, CardKind, Practice
from klasgenoot.domain.summary import MixUp, Result, summary_of
from klasgenoot.domain.verdict import Verdict

NOW = datetime(2026, 8, 19, 10, 0, tzinfo=UTC)
RIGHT = Outcome(verdict=Verdict.RIGHT, seconds=4.0)


def known(number: int, *, due_in: int) -> Memory:
    return Memory(
        student_id=StudentId(number),
        direction=Direction.FACE_TO_NAME,
        stability=3.0,
        difficulty=5.0,
        last_review=NOW - timedelta(days=3),
        due=start_of(day_of(NOW) + timedelta(days=due_in)),
        reviews=2,
        lapses=0,
    )


def session(size: int) -> Practice:
    """A session that asks so many known faces, counted from 1."""
    faces = tuple(StudentId(n) for n in range(1, size + 1))
    return Practice(
        faces=faces, queue=tuple(Card(student_id=face, kind=CardKind.RECALL) for face in faces)
    )


def test_the_summary_says_what_became_of_each_face():
    practice = session(4)
    first, second, third, fourth = practice.faces
    practice = practice.answered(Outcome(verdict=Verdict.MIXED_UP, said=second)).studied()
    practice = practice.answered(replace(RIGHT, guessed=True))
    practice = practice.answered(RIGHT).answered(replace(RIGHT, hinted=True))
    practice = practice.answered(Outcome(verdict=Verdict.RIGHT, seconds=2.0))
    summary = summary_of(practice, memories={}, at=NOW)
    assert list(summary.results.items()) == [
        (third, Result.KNEW),
        (second, Result.GUESSED),
        (fourth, Result.GUESSED),
        (first, Result.AGAIN),
    ]
    assert [summary.count(result) for result in Result] == [1, 2, 1]
    assert summary.seconds == 4.0 + 4.0 + 4.0 + 2.0
    assert summary.mix_ups == (MixUp(student_id=first, said_id=second, times=1),)


def test_a_pair_mixed_up_both_ways_is_one_pair():
    practice = session(3)
    one, two, three = practice.faces
    practice = practice.answered(Outcome(verdict=Verdict.MIXED_UP, said=three)).studied()
    practice = practice.answered(Outcome(verdict=Verdict.MIXED_UP, said=StudentId(99))).studied()
    practice = practice.answered(Outcome(verdict=Verdict.MIXED_UP, said=one)).studied()
    assert summary_of(practice, memories={}, at=NOW).mix_ups == (
        MixUp(student_id=one, said_id=three, times=2),
        MixUp(student_id=two, said_id=StudentId(99), times=1),
    )


def test_the_summary_says_who_comes_back_tomorrow():
    memories = {StudentId(n): known(n, due_in=n) for n in range(3)}
    assert summary_of(session(0), memories=memories, at=NOW).tomorrow == (0, 1)


def test_a_session_stopped_while_studying_has_only_its_time():
    face = StudentId(1)
    shown = Card(student_id=face, kind=CardKind.STUDY, block=1)
    practice = Practice(faces=(face,), queue=(shown, replace(shown, kind=CardKind.RECALL)))
    summary = summary_of(practice.studied(seconds=8.0), memories={}, at=NOW)
    assert dict(summary.results) == {}
    assert summary.seconds == 8.0
