"""Who can be named in the quick log? Faces to press, names to take, and who is mentioned."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.people import Student
from klasgenoot.viewmodels.one_student import OneStudent

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class FaceRow(OneStudent):
    """A face that names a student in the line when it is pressed."""

    student: Student
    selected: bool
    called: str = ""
    """What they are called in this class; the call name when nothing is said."""
    number: int = 0
    """The number to type for them; 0 when no numbers are shown."""
    is_absent: bool = False

    @property
    def name(self) -> str:
        """What stands below the face."""
        return self.called or self.student.name

    @property
    def sentence(self) -> str:
        """The face in words."""
        name = self.student.full_name
        if self.number:
            name = f"{self.number}, {name}"
        if self.selected:
            return translate("QuickLog", "{name}, chosen").format(name=name)
        if self.is_absent:
            return translate("QuickLog", "{name}, not there").format(name=name)
        return name


@dataclass(frozen=True, slots=True, kw_only=True)
class NameCandidate:
    """A student that what is being typed may become.

    Attributes:
        start, end: what is replaced.
        text: by what.
        elsewhere: the class they are in, when that is another than the one at hand.
    """

    student: Student
    start: int
    end: int
    text: str
    elsewhere: str = ""

    @property
    def title(self) -> str:
        """What stands in front, in bold."""
        return self.student.name

    @property
    def rest(self) -> str:
        """What stands behind it."""
        where = f" \u00b7 {self.elsewhere}" if self.elsewhere else ""
        return f"{self.student.rest_of_name}{where}"

    @property
    def sentence(self) -> str:
        """The row in words."""
        return self.student.full_name + (f", {self.elsewhere}" if self.elsewhere else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignCandidate:
    """A tag or a class that what is being typed may become.

    Attributes:
        start, end: what is replaced.
        text: by what.
        rest: what else is said of it.
        is_new: whether taking it makes it a tag.
    """

    start: int
    end: int
    text: str
    rest: str = ""
    is_new: bool = False

    @property
    def title(self) -> str:
        """What stands in front, in bold."""
        return self.text

    @property
    def sentence(self) -> str:
        """The row in words."""
        return f"{self.text} {self.rest}".strip()


Candidate = NameCandidate | SignCandidate


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


@dataclass(frozen=True, slots=True)
class NewTag:
    """A word behind "#" that is no tag yet, and becomes one when the teacher says so."""

    text: str

    @property
    def words(self) -> str:
        """The question on the button."""
        return translate("QuickLog", "Make {tag} a tag?").format(tag=self.text)
