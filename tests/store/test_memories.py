"""Answers and what they left in memory, in the data file."""

from datetime import datetime, timedelta

from builders import school_class
from klasgenoot.domain.answering import Mode, Outcome
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.memory import Direction, Memory, Rating
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
