"""What did a student say of themselves, and what do teacher and student have in common?"""

from dataclasses import dataclass
from datetime import date

from klasgenoot.domain.people import StudentId

LONGEST_WORDS = 500
"""The most characters of what somebody says: a few sentences, as they said them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """What helps a student, in their own words.

    Attributes:
        told_on: when they said it.
        may_share: whether other teachers may know.
    """

    student_id: StudentId
    text: str
    told_on: date
    may_share: bool = False
