"""What a teacher does while practising names: answer a card, look at an answer again."""

from datetime import datetime

from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Unknown
from klasgenoot.domain.memory import Direction, Rating, replay, review
from klasgenoot.domain.people import StudentId
from klasgenoot.operations.desk import deed
from klasgenoot.store import memories
from klasgenoot.store.database import Vault
from klasgenoot.store.memories import AnswerId


@deed(Deed.ANSWER_CARD)
def answer_card(
    vault: Vault,
    *,
    student_id: StudentId,
    direction: Direction,
    outcome: Outcome,
    rating: Rating | None,
    at: datetime,
) -> AnswerId:
    """Keeps one answer, and what it taught if it was rated.

    Args:
        rating: what the practice session made of the answer; None while a face is being learned.
        at: when it was given; aware.
    """
    answer_id = memories.add_answer(
        vault,
        student_id=student_id,
        direction=direction,
        outcome=outcome,
        rating=rating,
        at=at,
    )
    if rating is not None:
        known = memories.memory(vault, student_id, direction=direction)
        memories.save_memory(
            vault,
            review(known, student_id=student_id, direction=direction, rating=rating, at=at),
        )
    return answer_id


@deed(Deed.REGRADE_ANSWER)
def regrade_answer(
    vault: Vault, *, answer_id: AnswerId, outcome: Outcome, rating: Rating | None
) -> None:
    """Changes what an answer came to; the memory is worked out anew from all answers.

    Raises:
        Unknown: the answer is not there.
    """
    known = memories.answer_of(vault, answer_id)
    if known is None:
        raise Unknown("answer", str(answer_id))
    memories.regrade_answer(vault, answer_id, outcome=outcome, rating=rating)
    student_id, direction = known.student_id, known.direction
    rated = [
        (answer.rating, answer.answered_at)
        for answer in memories.answers_of(vault, student_id, direction=direction)
        if answer.rating is not None
    ]
    memory = replay(rated, student_id=student_id, direction=direction)
    if memory is None:
        memories.remove_memory(vault, student_id, direction=direction)
    else:
        memories.save_memory(vault, memory)
