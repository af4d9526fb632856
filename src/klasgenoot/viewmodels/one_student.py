"""Whom is a row about? What every row of a student has: a key, a photo, and initials."""

from klasgenoot.domain.people import Crop, PhotoId, Student


class OneStudent:
    """A row that is about one student."""

    __slots__ = ()
    student: Student

    @property
    def key(self) -> int:
        """The student's id."""
        return self.student.id

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
        return self.student.initials
