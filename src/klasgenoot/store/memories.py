"""The answers given while practising, and what they left in memory, in the data file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NewType

from klasgenoot.domain.answering import WAYS, Mode, Outcome
from klasgenoot.domain.learned import Rated
from klasgenoot.domain.memory import Direction, Memory, Rating, day_of
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.verdict import Verdict
from klasgenoot.store.database import Row, Vault
from klasgenoot.store.restrictions import shown

AnswerId = NewType("AnswerId", int)

_MEMORIES = (
    "SELECT m.student_id, m.direction, m.stability, m.difficulty, m.last_review, m.due,"
    " m.reviews, m.lapses FROM memories m"
)

MIXES_UP_FACES = "mode NOT IN ({})".format(
    ", ".join(f"'{mode.value}'" for mode in (Mode.LOOK_ALIKES, Mode.NAME_SEAT, Mode.FIND_SEAT))
)
"""The SQL condition on an answer that who was given instead was taken for who was asked."""

_IS_PRACTICE = "mode IN ({})".format(", ".join(f"'{mode.value}'" for mode in WAYS))
_MOST_IN_A_DAY = 2000
"""More answers than anybody gives in one day: so few are looked through, however many there are."""

_COLUMNS = ("stability", "difficulty", "last_review", "due", "reviews", "lapses")
_SAVE_MEMORY = (
    f"INSERT INTO memories ({', '.join(_COLUMNS)}, student_id, direction)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (student_id, direction) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS)
)
"""In SQL of its own, as `Vault.add`: it comes with every answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAnswer:
    """One answer as it was kept. What was typed is not kept, only what it came to."""

    student_id: StudentId
    direction: Direction
    mode: Mode
    answered_at: datetime
    verdict: Verdict
    said: StudentId | None
    rating: Rating | None


def memories(
    vault: Vault, *, direction: Direction, class_id: ClassId | None = None
) -> dict[StudentId, Memory]:
    """What is known of each student of a class (or of everybody), in one direction."""
    found = vault.rows(
        f"{_MEMORIES} WHERE m.direction = ? AND (? IS NULL OR m.student_id IN"
        " (SELECT student_id FROM enrolments WHERE class_id = ?))"
        f" AND {shown('m.student_id')}",
        (direction.value, class_id, class_id),
    )
    return {memory.student_id: memory for memory in map(_memory, found)}


def memory(vault: Vault, student_id: StudentId, *, direction: Direction) -> Memory | None:
    """What is known of one student in one direction, None before the first rated answer."""
    row = vault.row(
        f"{_MEMORIES} WHERE m.student_id = ? AND m.direction = ?", (student_id, direction.value)
    )
    return _memory(row) if row else None


def save_memory(vault: Vault, known: Memory) -> None:
    """Stores what is known of one student in one direction."""
    vault.connection.execute(
        _SAVE_MEMORY,
        (
            known.stability,
            known.difficulty,
            known.last_review.isoformat(),
            known.due.isoformat(),
            known.reviews,
            known.lapses,
            known.student_id,
            known.direction.value,
        ),
    )


def remove_memory(vault: Vault, student_id: StudentId, *, direction: Direction) -> None:
    """Forgets one student in one direction; nothing happens where nothing was known."""
    vault.table("memories").delete_where(
        "student_id = ? AND direction = ?", [student_id, direction.value]
    )


def add_answer(
    vault: Vault,
    *,
    student_id: StudentId,
    direction: Direction,
    outcome: Outcome,
    rating: Rating | None,
    at: datetime,
) -> AnswerId:
    """Keeps one answer and returns its id."""
    row = {
        "student_id": student_id,
        "direction": direction.value,
        "answered_at": at.isoformat(),
        **_outcome_row(outcome, rating),
    }
    return AnswerId(vault.add("answers", row))


def regrade_answer(
    vault: Vault, answer_id: AnswerId, *, outcome: Outcome, rating: Rating | None
) -> None:
    """Stores what an answer came to after a second look."""
    vault.table("answers").update(answer_id, _outcome_row(outcome, rating))


def answer_of(vault: Vault, answer_id: AnswerId) -> StoredAnswer | None:
    """One answer, or None if it is not there."""
    found = _answers(vault, "id = ?", (answer_id,))
    return found[0] if found else None


def answers_of(
    vault: Vault, student_id: StudentId, *, direction: Direction
) -> tuple[StoredAnswer, ...]:
    """All answers about one student in one direction, oldest first."""
    return _answers(vault, "student_id = ? AND direction = ?", (student_id, direction.value))


def practised_at(vault: Vault, student_id: StudentId) -> tuple[datetime, ...]:
    """When a student was asked in practice, in any direction, oldest first; no sweeps."""
    found = vault.rows(
        "SELECT answered_at FROM answers WHERE student_id = ? AND mode <> ? ORDER BY id",
        (student_id, Mode.SWEEP.value),
    )
    return tuple(datetime.fromisoformat(at) for (at,) in found)


def rated_answers(
    vault: Vault, *, direction: Direction, class_ids: Sequence[ClassId]
) -> tuple[Rated, ...]:
    """The rated answers about the students of classes in one direction, oldest first."""
    marks = ", ".join("?" * len(class_ids))
    found = vault.rows(
        "SELECT student_id, rating, answered_at, seconds FROM answers"
        " WHERE direction = ? AND rating IS NOT NULL AND student_id IN"
        f" (SELECT student_id FROM enrolments WHERE class_id IN ({marks})) ORDER BY id",
        (direction.value, *class_ids),
    )
    return tuple(
        Rated(
            StudentId(who), Rating(rating), day_of(datetime.fromisoformat(at)).toordinal(), seconds
        )
        for who, rating, at, seconds in found
    )


def missed_on(vault: Vault, day: date, *, direction: Direction) -> tuple[StudentId, ...]:
    """Who was missed on a practice day and not recalled since, who was missed first in front.

    Not what was missed in a drill, which asks on until it is right, nor in a sweep.
    """
    found = vault.rows(
        "SELECT student_id, verdict, answered_at FROM answers"
        " WHERE id > (SELECT max(id) FROM answers) - ? AND answered_at >= ? AND direction = ?"
        f" AND {_IS_PRACTICE} ORDER BY id",
        (_MOST_IN_A_DAY, (day - timedelta(days=1)).isoformat(), direction.value),
    )
    missed: dict[StudentId, None] = {}
    for who, verdict, at in found:
        if Outcome(verdict=Verdict(verdict)).recalled:
            missed.pop(StudentId(who), None)
        elif day_of(datetime.fromisoformat(at)) == day:
            missed.setdefault(StudentId(who))
    return tuple(missed)


def mixed_up_with(vault: Vault, student_id: StudentId) -> tuple[StudentId, ...]:
    """Who was taken for this student, or this student for whom; most often first.

    Not what was missed in a drill: there the other name is half of what can be said. Nor whose
    seat was taken for whose: that is no likeness.
    """
    # one half for each side, so that each has its index
    found = vault.rows(
        "SELECT other FROM ("
        "SELECT id, said_student_id AS other FROM answers"
        f" WHERE student_id = ?1 AND said_student_id IS NOT NULL AND {MIXES_UP_FACES}"
        " UNION ALL SELECT id, student_id FROM answers"
        f" WHERE said_student_id = ?1 AND {MIXES_UP_FACES}"
        ") GROUP BY other ORDER BY count(*) DESC, max(id) DESC",
        (student_id,),
    )
    return tuple(StudentId(who) for (who,) in found)


def _answers(vault: Vault, where: str, values: tuple[object, ...]) -> tuple[StoredAnswer, ...]:
    found = vault.rows(
        "SELECT student_id, direction, mode, answered_at, verdict, said_student_id, rating"
        f" FROM answers WHERE {where} ORDER BY id",
        values,
    )
    return tuple(
        StoredAnswer(
            student_id=StudentId(who),
            direction=Direction(direction),
            mode=Mode(mode),
            answered_at=datetime.fromisoformat(at),
            verdict=Verdict(verdict),
            said=StudentId(said) if said is not None else None,
            rating=Rating(rating) if rating is not None else None,
        )
        for who, direction, mode, at, verdict, said, rating in found
    )


def _outcome_row(outcome: Outcome, rating: Rating | None) -> dict[str, object]:
    return {
        "mode": outcome.mode.value,
        "verdict": outcome.verdict.value,
        "said_student_id": outcome.said,
        "hinted": int(outcome.hinted),
        "guessed": int(outcome.guessed),
        "seconds": outcome.seconds,
        "rating": int(rating) if rating is not None else None,
        "photo_id": outcome.photo,
    }


def _memory(row: Row) -> Memory:
    student_id, direction, stability, difficulty, last_review, due, reviews, lapses = row
    return Memory(
        student_id=StudentId(student_id),
        direction=Direction(direction),
        stability=stability,
        difficulty=difficulty,
        last_review=datetime.fromisoformat(last_review),
        due=datetime.fromisoformat(due),
        reviews=reviews,
        lapses=lapses,
    )
