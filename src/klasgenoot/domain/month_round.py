"""Would this student come to me with something personal? Asked of oneself once a month."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from klasgenoot.domain.people import StudentId


class WouldCome(StrEnum):
    """What the teacher thinks; a guess about the bond, and never a figure on the student."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


class Footing(StrEnum):
    """What the bond asks of the teacher now (Establish, Maintain, Restore; Cook et al. 2018)."""

    BUILDING = "building"
    KEEPING = "keeping"
    MENDING = "mending"


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthAnswer:
    """One answer of a monthly round.

    Attributes:
        month: its first day.
        answered_on: the day it was given.
        footing: what the bond asks for, if that was said.
    """

    student_id: StudentId
    month: date
    answered_on: date
    would_come: WouldCome
    footing: Footing | None = None


def month_of(day: date) -> date:
    """The month a day belongs to, as its first day."""
    return day.replace(day=1)


def newest_by_student(answers: Iterable[MonthAnswer]) -> dict[StudentId, MonthAnswer]:
    """The answer of the last month for each student; who was never asked about is left out."""
    newest: dict[StudentId, MonthAnswer] = {}
    for answer in answers:
        known = newest.get(answer.student_id)
        if known is None or answer.month > known.month:
            newest[answer.student_id] = answer
    return newest


def those_who(
    ids: Sequence[StudentId],
    answers: Mapping[StudentId, MonthAnswer],
    *,
    would_come: WouldCome,
) -> tuple[StudentId, ...]:
    """Those of a class of whom the teacher thinks so, in the order of the class."""
    return tuple(who for who in ids if who in answers and answers[who].would_come is would_come)


def still_to_ask(
    ids: Sequence[StudentId], answers: Mapping[StudentId, MonthAnswer], *, month: date
) -> tuple[StudentId, ...]:
    """Those of a class of whom nothing was said this month, in the order of the class."""
    return tuple(who for who in ids if who not in answers or answers[who].month != month)
