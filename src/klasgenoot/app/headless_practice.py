"""Practising names without a window: one JSON line per card, answers from a stream of lines."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.lineup import plan_practice
from klasgenoot.domain.memory import Direction
from klasgenoot.domain.people import SchoolClass
from klasgenoot.domain.practice import CardKind
from klasgenoot.domain.summary import Result, summary_of
from klasgenoot.domain.verdict import Verdict, judge
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.practice import answer_card
from klasgenoot.store import memories, students

DIRECTION = Direction.FACE_TO_NAME


def practise(
    desk: Desk,
    school_class: SchoolClass,
    *,
    limit: int,
    answers: Iterable[str],
    clock: Callable[[], datetime],
) -> Iterator[dict[str, Any]]:
    """Asks for names until the session or the answers end; an empty line means: I do not know.

    A face without a doubt-free verdict (DOUBT, WHICH) counts as not known: there is nobody to ask.
    """
    those = {s.id: s for s in students.all_students(desk.vault, class_id=school_class.id)}
    known = memories.memories(desk.vault, direction=DIRECTION, class_id=school_class.id)
    practice = plan_practice(
        [who for who, student in those.items() if student.photo],
        memories=known,
        at=clock(),
        limit=limit,
    )
    lines = iter(answers)
    while (card := practice.current) is not None:
        student = those[card.student_id]
        if card.kind is CardKind.STUDY:
            yield {"card": "study", "student": student.id, "name": student.full_name}
            practice = practice.studied()
            continue
        yield {"card": "recall", "student": student.id}
        typed = next(lines, None)
        if typed is None:
            break
        judged = judge(typed, target=student, classmates=list(those.values()))
        unsettled = judged.verdict in {Verdict.DOUBT, Verdict.WHICH}
        outcome = Outcome(
            verdict=Verdict.WRONG if unsettled else judged.verdict,
            said=judged.said if judged.verdict is Verdict.MIXED_UP else None,
        )
        practice = practice.answered(outcome)
        desk.do(
            answer_card,
            student_id=student.id,
            direction=DIRECTION,
            outcome=outcome,
            rating=practice.answers[-1].rating,
            at=clock(),
        )
        yield {"verdict": judged.verdict, "name": student.full_name}
    known = memories.memories(desk.vault, direction=DIRECTION, class_id=school_class.id)
    summary = summary_of(practice, memories=known, at=clock())
    yield {
        "answered": len(practice.answers),
        "knew": summary.count(Result.KNEW),
        "again": summary.count(Result.AGAIN),
        "tomorrow": len(summary.tomorrow),
    }
