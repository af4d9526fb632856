"""How does an answer come into the vault, and is there a session to go on with?"""

from dataclasses import replace
from datetime import datetime

from klasgenoot.domain.answering import Mode, Outcome
from klasgenoot.domain.memory import Direction, Rating, day_of, review
from klasgenoot.domain.people import StudentId
from klasgenoot.operations.practice import answer_card, regrade_answer
from klasgenoot.operations.students import edit_student
from klasgenoot.store import students
from klasgenoot.viewmodels.learning import Learning
from klasgenoot.viewmodels.practice_moment import UNDERWAY, Moment, Stage
from klasgenoot.viewmodels.session import Session

LONGEST = 60.0
"""A card counts for at most so many seconds: who walks away is not practising."""


def asked(moment: Moment) -> Moment:
    """The moment as the question stood, before anything was typed."""
    return replace(moment, stage=Stage.ASK, judgement=None, typed="")


def keep_answer(
    session: Session, moment: Moment, *, outcome: Outcome, direction: Direction
) -> Moment:
    """Keeps an answer to the question on screen.

    Returns:
        The moment after it.

    Raises:
        Trouble: it could not be kept.
    """
    question = asked(moment)
    practice = question.practice.answered(outcome)
    answer = practice.answers[-1]
    answer_id = session.do(
        answer_card,
        student_id=answer.card.student_id,
        direction=direction,
        outcome=outcome,
        rating=answer.rating,
        at=session.now(),
    )
    return replace(
        question,
        practice=practice,
        stage=Stage.ANSWERED,
        before=question.practice,
        answer_id=answer_id,
    )


def keep_regrade(session: Session, answered: Moment, *, outcome: Outcome) -> Moment | None:
    """Judges the answer on screen anew, from the session as it was before it.

    Returns:
        The moment after it; None where there is no answer on screen.

    Raises:
        Trouble: it could not be kept.
    """
    if answered.before is None or answered.answer_id is None:
        return None
    practice = answered.before.answered(outcome)
    session.do(
        regrade_answer,
        answer_id=answered.answer_id,
        outcome=outcome,
        rating=practice.answers[-1].rating,
    )
    return replace(answered, practice=practice)


def keep_mnemonic(session: Session, student_id: StudentId, *, mnemonic: str) -> None:
    """Keeps what a name is remembered by.

    Raises:
        Trouble: it could not be kept.
    """
    known = students.student(session.vault, student_id)  # practice may show another photo
    if known is not None:
        session.do(edit_student, changed=replace(known, mnemonic=mnemonic))


def on_screen(session: Session, since: datetime) -> float:
    """How many seconds a card counts for, from a moment to now."""
    return min(LONGEST, max(0.0, (session.now() - since).total_seconds()))


def can_go_on(session: Session, moment: Moment, *, known: Learning | None, way: Mode) -> bool:
    """Whether there is a session to go on with: of this class, begun today and not done."""
    current = session.current_class
    is_stopped = moment.stage is Stage.DONE and moment.practice.current is not None
    if known is None or current is None or not (is_stopped or moment.stage in UNDERWAY):
        return False
    is_same = current.id == known.school_class.id and learns_alike(known, way)
    return is_same and day_of(session.now()) == known.practice_day


def learns_alike(known: Learning, way: Mode) -> bool:
    """Whether a way to answer learns what is being learned, so that the session can go on."""
    return known.direction is way.direction and known.heard is (way is Mode.LISTEN)


def warm_up(session: Session, known: Learning | None, *, direction: Direction) -> None:
    """Loads what the first answer needs, while the teacher looks at the first face."""
    if session.vault.is_closed:  # the window closed before it came to this
        return
    review(None, student_id=StudentId(0), direction=direction, rating=Rating.GOOD, at=session.now())
    _ = session.vault.tables
    for group in known.groups if known else ():
        _ = group.names
