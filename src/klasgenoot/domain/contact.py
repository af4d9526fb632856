"""What passed between teacher and student? Contacts, and what was promised in them."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NewType

from klasgenoot.domain.people import StudentId

ContactId = NewType("ContactId", int)
PromiseId = NewType("PromiseId", int)

LONGEST_TEXT = 280
"""The most characters a contact's text may have: a line, not a file."""
SOON = timedelta(days=7)
"""A promise is for a week from now unless another day is chosen; nearer than that is soon."""


class ContactKind(StrEnum):
    """What kind of contact it was. All of these are personal, so each restarts the clock."""

    TALK = "talk"
    BRIEF = "brief"
    MAIL = "mail"
    PHONE = "phone"
    NOTICED = "noticed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One moment of contact with one student or with several at once.

    Attributes:
        own_reminder: written to remember something by, not to be shared. A student who asks gets
            to see it all the same.
    """

    id: ContactId
    happened_on: date
    kind: ContactKind
    text: str
    student_ids: tuple[StudentId, ...]
    tags: tuple[str, ...] = ()
    own_reminder: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Something the teacher said they would come back to, and when."""

    id: PromiseId
    student_id: StudentId
    text: str
    due_on: date
    done_on: date | None = None
