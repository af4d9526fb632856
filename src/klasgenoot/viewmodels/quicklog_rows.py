"""Who can be named in the quick log? Faces to press, names to take, and who is mentioned."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.names import initials
from klasgenoot.domain.people import Crop, PhotoId, Student

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class FaceRow:
    """A face that names a student in the line when it is pressed."""

    student: Student
    selected: bool

    @property
    def key(self) -> int:
        """The student's id."""
        return self.student.id

    @property
    def name(self) -> str:
        """The call name."""
        return self.student.name

    @property
    def photo(self) -> PhotoId | None:
        """The stored picture."""
        return self.student.photo

    @property
    def crop(self) -> Crop | None:
        """The part of it to show."""
        return self.student.crop

    @property
    def initials(self) -> str:
        """For when there is no photo."""
        return initials(given=self.student.name, family=self.student.family_name)

    @property
    def sentence(self) -> str:
        """The face in words."""
        if not self.selected:
            return self.student.full_name
        return translate("QuickLog", "{name}, chosen").format(name=self.student.full_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameCandidate:
    """A student that what is being typed may become.

    Attributes:
        start, end: what is replaced.
        text: by what.
    """

    student: Student
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A student mentioned in a sentence, who could be named in its line too.

    Attributes:
        called: what they are called in this class.
    """

    student: Student
    line: int
    called: str

    @property
    def words(self) -> str:
        """The question on the button."""
        return translate("QuickLog", "Log {name} too?").format(name=self.called)
