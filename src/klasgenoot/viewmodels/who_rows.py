"""Whom to speak with first? Each with the reason, what was said last, and a question to begin."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.attention import Reason, Unseen
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.operations.overview import Attention
from klasgenoot.viewmodels.opening_questions import questions_for
from klasgenoot.viewmodels.turn_words import last_line, reason_words, there_words
from klasgenoot.viewmodels.words import capital

translate = QCoreApplication.translate

AT_ONCE = 3
"""So many are proposed for today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoRow:
    """One student to speak with: why, what was said last, and a way to begin.

    Attributes:
        name: what the student is called, so that no two in the class are called the same.
        note: a kind word about what contact was about lately; mostly empty.
    """

    student: Student
    name: str
    reason: str
    kind: Reason
    line: str
    question: str
    note: str = ""


def who_rows(
    turns: Sequence[Unseen],
    found: Attention,
    *,
    called: Mapping[StudentId, str],
    known: Collection[StudentId],
    today: date,
) -> tuple[WhoRow, ...]:
    """These students, no two beside each other with the same question.

    Args:
        turns: whose turn it is and why.
        found: the class they are in.
        called: what each of the class is called.
        known: whose name the teacher knows.
        today: the day it is.
    """
    questions = questions_for([turn.student_id for turn in turns], today=today)
    return tuple(
        WhoRow(
            student=found.students[turn.student_id],
            name=called[turn.student_id],
            reason=capital(reason_words(turn, today=today, is_known=turn.student_id in known)),
            kind=turn.reason,
            line=capital(_line(turn, found)),
            question=questions[turn.student_id],
            note=_care_words() if turn.student_id in found.only_care else "",
        )
        for turn in turns
    )


def _line(turn: Unseen, found: Attention) -> str:
    """What was there last, or how long somebody has been in the class without anything."""
    last = found.last.get(turn.student_id)
    return last_line(last) if last else there_words(turn)


def _care_words() -> str:
    return translate("WhoNow", "The last three times were about care.")
