"""Answers and what they left in memory, in the data file."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from builders import school_class
from klasgenoot.domain.answering import Mode, Outcome
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.memory import Direction, Memory, Rating
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.desk import Desk
from klasgenoot.store import memories
from klasgenoot.store.memories import AnswerId, StoredAnswer

FACE = Direction.FACE_TO_NAME


def test_an_answer_comes_out_as_it_went_in_without_what_was_typed(
    desk: Desk, now: datetime
) -> None:
    _, ids = school_class(desk)
    outcome = Outcome(mode=Mode.TYPED, verdict=Verdict.MIXED_UP, said=ids[1], seconds=2.5)
    with desk.vault.journal.step(Deed.ANSWER_CARD):
        answer_id = memories.add_answer(
            desk.vault, student_id=ids[0], direction=FACE, outcome=outcome, rating=None, at=now
        )
    kept = memories.answer_of(desk.vault, answer_id)
    assert kept == StoredAnswer(
        student_id=ids[0],
        direction=FACE,
        mode=Mode.TYPED,
        answered_at=now,
        verdict=Verdict.MIXED_UP,
        said=ids[1],
        rating=None,
    )
    assert memories.answers_of(desk.vault, ids[0], direction=FACE) == (kept,)
    assert memories.answers_of(desk.vault, ids[0], direction=Direction.NAME_TO_FACE) == ()
    assert memories.answer_of(desk.vault, AnswerId(99)) is None
    with desk.vault.journal.step(Deed.REGRADE_ANSWER):
        memories.regrade_answer(
            desk.vault, answer_id, outcome=Outcome(verdict=Verdict.RIGHT), rating=Rating.GOOD
        )
    again = memories.answer_of(desk.vault, answer_id)
    assert again
    assert (again.verdict, again.said, again.rating) == (Verdict.RIGHT, None, Rating.GOOD)


def test_a_memory_is_kept_per_student_and_direction(desk: Desk, now: datetime) -> None:
    class_id, ids = school_class(desk)
    known = Memory(
        student_id=ids[0],
        direction=FACE,
        stability=2.5,
        difficulty=5.0,
        last_review=now,
        due=now + timedelta(days=3),
        reviews=2,
        lapses=1,
    )
    with desk.vault.journal.step(Deed.ANSWER_CARD):
        memories.save_memory(desk.vault, known)
        memories.save_memory(desk.vault, known)
    assert memories.memory(desk.vault, ids[0], direction=FACE) == known
    assert memories.memory(desk.vault, ids[1], direction=FACE) is None
    other, _ = school_class(desk, name="CMV-1A", size=1)
    assert memories.memories(desk.vault, direction=FACE) == {ids[0]: known}
    assert memories.memories(desk.vault, direction=FACE, class_id=class_id) == {ids[0]: known}
    assert memories.memories(desk.vault, direction=FACE, class_id=other) == {}
    with desk.vault.journal.step(Deed.REGRADE_ANSWER):
        memories.remove_memory(desk.vault, ids[0], direction=FACE)
    assert memories.memories(desk.vault, direction=FACE) == {}


def mixed_up(desk: Desk, who: StudentId, said: StudentId, *, mode: Mode, at: datetime) -> None:
    outcome = Outcome(mode=mode, verdict=Verdict.MIXED_UP, said=said)
    with desk.vault.journal.step(Deed.ANSWER_CARD):
        memories.add_answer(
            desk.vault, student_id=who, direction=FACE, outcome=outcome, rating=None, at=at
        )


def test_who_was_taken_for_whom_stands_both_ways_round_and_not_from_a_drill(
    desk: Desk, now: datetime
) -> None:
    _, (one, other, third, fourth, *_) = school_class(desk)
    for who, said, mode in (
        (one, other, Mode.TYPED),
        (other, one, Mode.SWEEP),
        (third, one, Mode.TYPED),
        (third, other, Mode.TYPED),
        (one, fourth, Mode.LOOK_ALIKES),
        (one, third, Mode.LOOK_ALIKES),
        (third, one, Mode.LOOK_ALIKES),
    ):
        mixed_up(desk, who, said, mode=mode, at=now)
    assert memories.mixed_up_with(desk.vault, one) == (other, third)
    assert memories.mixed_up_with(desk.vault, other) == (one, third)
    assert memories.mixed_up_with(desk.vault, fourth) == ()


def test_who_was_taken_for_whom_is_found_by_the_indexes(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, ids = school_class(desk)
    plans = []
    rows = desk.vault.rows

    def explained(sql: str, values: Sequence[object] = ()) -> object:
        plans.extend(step[3] for step in rows(f"EXPLAIN QUERY PLAN {sql}", values))
        return rows(sql, values)

    monkeypatch.setattr(desk.vault, "rows", explained)
    memories.mixed_up_with(desk.vault, ids[0])
    assert any("answers_by_student" in step for step in plans)
    assert any("answers_by_said" in step for step in plans)
    assert not any(step.startswith("SCAN answers") for step in plans)
