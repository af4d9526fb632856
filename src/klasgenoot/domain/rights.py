"""What may a student ask? No photo, no use, a correction, a say of their own, and all that is kept.

These are the rights of the Dutch privacy law (AVG, articles 15, 16, 18 and 21) as far as a teacher
meets them. What they are called on screen, the view-models know.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from klasgenoot.domain.contact import ContactId, ContactKind
from klasgenoot.domain.people import StudentId

ViewId = NewType("ViewId", int)
HandoverId = NewType("HandoverId", int)


class PhotoAnswer(StrEnum):
    """What a student said of their photo here."""

    UNKNOWN = "unknown"
    """Nobody asked, or an answer was taken back."""
    YES = "yes"
    NO = "no"
    """Rather no photo: then none is kept, and none is taken in."""


class FileKind(StrEnum):
    """What a student can be given: something to read, and something a program can read."""

    PDF = "pdf"
    JSON = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoPermission:
    """What a student said of their photo, when, and who told it."""

    student_id: StudentId
    answer: PhotoAnswer
    told_on: date
    told_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restriction:
    """From when, why, and until when the data of a student is kept and not used."""

    student_id: StudentId
    since: date
    reason: str = ""
    lifted_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a contact said before it was changed on a later day."""

    contact_id: ContactId
    corrected_on: date
    happened_on: date
    kind: ContactKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnView:
    """What a student has to say themselves, about one contact or about all of it."""

    id: ViewId
    student_id: StudentId
    contact_id: ContactId | None
    said_on: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """How much was covered in one place, and why. Never what stood there."""

    place: str
    words: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """One time that a student was given what is kept."""

    student_id: StudentId
    made_on: date
    file_kind: FileKind
    held_back: tuple[HeldBack, ...] = ()
