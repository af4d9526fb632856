"""Gives a student another photo: the file is read and decoded beside the window, then kept."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal, Slot

from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.portrait import default_crop
from klasgenoot.exchange.photos import Picture
from klasgenoot.operations.students import assert_photo_wanted, set_photo
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.work import Progress, Work


class PhotoChange(QObject):
    """Photos on their way to their students, one after the other.

    Signals:
        changed: other students are waiting for a photo.
        failed: a sentence on why a file did not become a photo.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: dict[StudentId, Path] = {}
        self._work = Work(self)
        self._work.finished.connect(self._on_work_finished)
        self._work.failed.connect(self._on_work_failed)

    @property
    def busy(self) -> frozenset[StudentId]:
        """Who is waiting for a photo."""
        return frozenset(self._waiting)

    def take(self, student_id: StudentId, path: Path) -> None:
        """Makes the photo in a file the student's photo, as soon as it is read."""
        is_first = next(iter(self._waiting), student_id) == student_id
        self._waiting[student_id] = path
        self.changed.emit()
        if is_first:
            self._begin()

    def close(self) -> None:
        """Stops at once; what was not kept yet is left."""
        self._waiting.clear()
        self._work.wait()

    def _begin(self) -> None:
        path = next(iter(self._waiting.values()), None)
        if path is not None:
            self._work.start(_reader(path))

    def _go_on(self) -> StudentId:
        """Takes the first out of the row and begins with the next."""
        student_id = next(iter(self._waiting))
        del self._waiting[student_id]
        self._begin()
        self.changed.emit()
        return student_id

    @Slot(object)
    def _on_work_finished(self, picture: Picture) -> None:
        student_id = self._go_on()
        session = self._session
        try:
            assert_photo_wanted(session.vault, student_id)
            with session.vault.sound():
                stored = StoredPhoto(picture.large, picture.small, picture.width, picture.height)
                photo = keep_photo(session.vault, stored)
            crop = default_crop(picture.width, picture.height)
            session.do(set_photo, student_id=student_id, photo=photo, crop=crop)
        except Trouble as trouble:
            self.failed.emit(trouble_words(trouble))

    @Slot(object)
    def _on_work_failed(self, trouble: Trouble) -> None:
        self._go_on()
        self.failed.emit(trouble_words(trouble))


def dropped_file(mime: QMimeData) -> Path | None:
    """The first file of this computer in what is being dragged; None when there is none."""
    files = (url.toLocalFile() for url in mime.urls() if url.isLocalFile())
    first = next(files, "")
    return Path(first) if first else None


def _reader(path: Path) -> Callable[[Progress[Picture]], Picture]:
    """A job that reads the one photo in a file.

    The job raises UnreadablePhoto or another Trouble when there is no such photo.
    """

    def read(progress: Progress[Picture]) -> Picture:
        from klasgenoot.operations.reading import read_portrait

        return read_portrait(path, is_cancelled=progress.is_cancelled)

    return read
