"""Who is left in peace for a while, why, and until when? Never for good."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from klasgenoot.domain.people import StudentId

LONGEST_SNOOZE = 26 * 7
"""In days: half a year. What lasts longer is looked at again in between."""


class SnoozeReason(StrEnum):
    """Why somebody is not on the list for a while."""

    INTERNSHIP = "internship"
    ILL = "ill"
    RATHER_NOT = "rather_not"
    OTHER = "other"
    """The teacher says it in words of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snooze:
    """One student who is not on the list for a while.

    Attributes:
        student_id: who.
        since: from which day.
        until: the last day of it.
        reason: why.
        text: the same in the teacher's own words; may be empty.
    """

    student_id: StudentId
    since: date
    until: date
    reason: SnoozeReason
    text: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether they are left in peace on a day."""
        return self.since <= day <= self.until


def latest_end(since: date) -> date:
    """The last day that a snooze which begins on `since` may have."""
    return since + timedelta(days=LONGEST_SNOOZE)
