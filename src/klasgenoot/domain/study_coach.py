"""Who coaches a student, what may they be told, and what were they told?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NewType

from klasgenoot.domain.people import StudentId

ConsentId = NewType("ConsentId", int)
TransferId = NewType("TransferId", int)

LONGEST_TRANSFER = 2000
"""The most characters of a transfer: half a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyCoach:
    """The study-career coach of a student: the teacher, or somebody with a name."""

    student_id: StudentId
    name: str = ""
    is_teacher: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """Whether the coach may be told, as the student said on a day. The last answer counts."""

    id: ConsentId
    student_id: StudentId
    said_on: date
    is_yes: bool
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """What the coach of a student was told.

    Attributes:
        coach: who was told, as they were called on that day.
        text: the words, as the teacher left them.
        return_on: when the teacher asks what came of it, or nothing.
        done_on: when they did, or nothing.
    """

    id: TransferId
    student_id: StudentId
    made_on: date
    coach: str
    text: str
    return_on: date | None = None
    done_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether the teacher still wants to ask what came of it."""
        return self.return_on is not None and self.done_on is None


def latest(consents: Iterable[Consent]) -> Consent | None:
    """The answer that counts: that of the last day, and on one day the one noted last."""
    return max(consents, key=lambda each: (each.said_on, each.id), default=None)


def is_allowed(consents: Iterable[Consent]) -> bool:
    """Whether the coach may be told now."""
    counts = latest(consents)
    return counts is not None and counts.is_yes
