"""Who are they? Students, school classes and the picture of a face."""

from dataclasses import dataclass
from datetime import date
from typing import NewType

from klasgenoot.domain.names import full_name, initials, sort_key, surname

StudentId = NewType("StudentId", int)
ClassId = NewType("ClassId", int)
PhotoId = NewType("PhotoId", str)
"""The SHA-256 of the stored picture, in hex."""
MorePhotoId = NewType("MorePhotoId", int)
SoundId = NewType("SoundId", str)
"""The SHA-256 of the stored recording, in hex."""


@dataclass(frozen=True, slots=True)
class Crop:
    """Which part of a picture is the portrait, as fractions (0 to 1) of its width and height."""

    left: float
    top: float
    width: float
    height: float


class Named:
    """What a name is put together from, and how it reads."""

    __slots__ = ()
    given_name: str
    infix: str
    family_name: str
    call_name: str

    @property
    def name(self) -> str:
        """What you say aloud: the call name, else the given name."""
        return self.call_name or self.given_name or self.family_name

    @property
    def rest_of_name(self) -> str:
        """What stands after it: infix and family name."""
        if not (self.call_name or self.given_name):
            return ""
        return surname(infix=self.infix, family=self.family_name)

    @property
    def full_name(self) -> str:
        """Call name, infix and family name in reading order."""
        given = self.call_name or self.given_name
        return full_name(given=given, infix=self.infix, family=self.family_name)

    @property
    def initials(self) -> str:
        """What stands where a photo is missing."""
        return initials(given=self.name, family=self.family_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Student(Named):
    """One student, as the teacher knows them.

    `given_name`, `infix` and `family_name` come from the list; `call_name` is the teacher's own and
    outranks it, so that a later import never overwrites what the teacher typed.

    Attributes:
        pronunciation: how to say the name, in letters.
        pronouns: as the student asked: "zij/haar".
        aliases: what else is right when the name is typed: nicknames, other spellings.
        mnemonic: what the teacher remembers the name by.
        note: what the teacher wants to know of them.
        sound: the name as it was recorded.
    """

    id: StudentId
    given_name: str
    infix: str = ""
    family_name: str = ""
    call_name: str = ""
    student_number: str = ""
    email: str = ""
    pronunciation: str = ""
    note: str = ""
    pronouns: str = ""
    aliases: tuple[str, ...] = ()
    mnemonic: str = ""
    sound: SoundId | None = None
    photo: PhotoId | None = None
    crop: Crop | None = None

    @property
    def can_be_heard(self) -> bool:
        """Whether it is known how the name sounds: recorded, or in letters."""
        return bool(self.sound or self.pronunciation)

    @property
    def sort_key(self) -> tuple[str, str]:
        """Sorts on family name without infix, then on call name."""
        return sort_key(given=self.name, family=self.family_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class MorePhoto:
    """Another photo of a student, best from another day: one photo is not yet a face."""

    id: MorePhotoId
    student_id: StudentId
    photo: PhotoId
    added_on: date
    crop: Crop | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolClass:
    """A school class: a group of students the teacher meets together.

    `ends_on` is what the teacher said; without it the end of its school year counts.
    """

    id: ClassId
    name: str
    first_lesson: date | None = None
    ends_on: date | None = None
