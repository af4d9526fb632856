"""The other photos of a student: which there are, and what can be done with each."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal

from klasgenoot.domain.people import Crop, MorePhoto, MorePhotoId, StudentId
from klasgenoot.operations.more_photos import (
    choose_main_photo,
    crop_more_photo,
    remove_main_photo,
    remove_photo,
)
from klasgenoot.store import more_photos, photos, students
from klasgenoot.viewmodels.doing import Doing
from klasgenoot.viewmodels.photo_change import PhotoChange, Source
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.words import month_day

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class OtherPhoto:
    """One of the other photos, and what a screen reader calls it."""

    photo: MorePhoto
    words: str


class StudentPhotos(QObject):
    """The other photos of the student on screen.

    Args:
        session: where they are.
        change: how photos come in.
        parent: whose page it is.

    Signals:
        failed: a sentence on what could not be done.
    """

    failed = Signal(str)

    def __init__(self, session: Session, change: PhotoChange, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._do = Doing(session, say=self.failed.emit)
        self._change = change
        self._student_id = StudentId(0)

    def open(self, student_id: StudentId) -> None:
        """Shows those of another student."""
        self._student_id = student_id

    @property
    def others(self) -> tuple[OtherPhoto, ...]:
        """All but the main one, oldest first."""
        vault = self._session.vault
        student = students.student(vault, self._student_id)
        shape = translate("Student", "Photo added on {day}")
        return tuple(
            OtherPhoto(each, shape.format(day=month_day(each.added_on)))
            for each in more_photos.more_photos_of(vault, self._student_id)
            if student is not None and each.photo != student.photo
        )

    @property
    def is_adding(self) -> bool:
        """Whether one more photo is on its way."""
        return self._student_id in self._change.adding

    @property
    def hint(self) -> str:
        """What helps with a single photo, or what becomes of several; empty without any."""
        student = students.student(self._session.vault, self._student_id)
        if student is None or student.photo is None:
            return ""
        if self.others:
            return translate(
                "Student", "The one you find hardest is kept for the sweep; you practise the rest."
            )
        return translate(
            "Student", "A second photo, of another day, helps you know the face and not the photo."
        )

    def add(self, source: Source) -> None:
        """Adds a photo, as soon as it is read; the first there is becomes the main one."""
        self._change.add(self._student_id, source)

    def remove(self, more_photo_id: MorePhotoId) -> None:
        """Takes one away; undo brings it back."""
        self._do(remove_photo, more_photo_id=more_photo_id)

    def remove_main(self) -> None:
        """Takes the main one away; the oldest of the others comes in its place."""
        self._do(remove_main_photo, student_id=self._student_id)

    def make_main(self, more_photo_id: MorePhotoId) -> None:
        """Makes one of them the main one; that one becomes one of the others."""
        self._do(choose_main_photo, more_photo_id=more_photo_id)

    def crop(self, more_photo_id: MorePhotoId, crop: Crop) -> None:
        """Chooses which part of one of them is the portrait."""
        self._do(crop_more_photo, more_photo_id=more_photo_id, crop=crop)

    def one(self, more_photo_id: MorePhotoId) -> tuple[bytes, Crop | None]:
        """The whole of one of them, and its portrait; empty bytes when it is not there."""
        vault = self._session.vault
        known = more_photos.more_photo(vault, more_photo_id)
        if known is None:
            return b"", None
        return photos.photo_bytes(vault, known.photo, large=True) or b"", known.crop
