"""Gives a student another photo: the file is read and decoded beside the window, then kept."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, Signal, Slot

from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.portrait import default_crop
from klasgenoot.exchange.photos import Picture
from klasgenoot.operations.more_photos import add_photo
from klasgenoot.operations.students import assert_photo_wanted, set_photo
from klasgenoot.store.photos import keep_photo
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.work import Progress, Work

translate = QCoreApplication.translate

Source = Path | bytes
"""A file, or a picture as the clipboard has it."""
PHOTO_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif"})
"""How the names of photos end."""
Wish = tuple[StudentId, int]
"""Whose photo is on its way: 0 is the main one, another number one more beside it."""


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
        self._waiting: dict[Wish, Source] = {}
        self._added = 0
        self._work = Work(self)
        self._work.finished.connect(self._on_work_finished)
        self._work.failed.connect(self._on_work_failed)

    @property
    def busy(self) -> frozenset[StudentId]:
        """Who is waiting for a main photo."""
        return frozenset(who for who, number in self._waiting if not number)

    @property
    def adding(self) -> frozenset[StudentId]:
        """Who is waiting for one more photo."""
        return frozenset(who for who, number in self._waiting if number)

    def take(self, student_id: StudentId, source: Source) -> None:
        """Makes a photo the student's photo, as soon as it is read."""
        self._wait_for((student_id, 0), source)

    def add(self, student_id: StudentId, source: Source) -> None:
        """Adds a photo to those of the student, as soon as it is read."""
        self._added += 1
        self._wait_for((student_id, self._added), source)

    def take_all(self, student_id: StudentId, sources: Sequence[Source]) -> None:
        """Makes the first the student's photo, and adds the others to theirs."""
        for place, source in enumerate(sources):
            (self.add if place else self.take)(student_id, source)

    def close(self) -> None:
        """Stops at once; what was not kept yet is left."""
        self._waiting.clear()
        self._work.wait()

    def _wait_for(self, wish: Wish, source: Source) -> None:
        is_first = next(iter(self._waiting), wish) == wish
        self._waiting[wish] = source
        self.changed.emit()
        if is_first:
            self._begin()

    def _begin(self) -> None:
        source = next(iter(self._waiting.values()), None)
        if source is not None:
            self._work.start(_reader(source))

    def _go_on(self) -> Wish:
        """Takes the first out of the row and begins with the next."""
        wish = next(iter(self._waiting))
        del self._waiting[wish]
        self._begin()
        self.changed.emit()
        return wish

    @Slot(object)
    def _on_work_finished(self, picture: Picture) -> None:
        student_id, number = self._go_on()
        session = self._session
        try:
            assert_photo_wanted(session.vault, student_id)
            with session.vault.sound():
                photo = keep_photo(session.vault, picture)
            crop = default_crop(picture.width, picture.height)
            if number:
                today = session.today()
                session.do(add_photo, student_id=student_id, photo=photo, crop=crop, on=today)
            else:
                session.do(set_photo, student_id=student_id, photo=photo, crop=crop)
        except Trouble as trouble:
            self.failed.emit(trouble_words(trouble))

    @Slot(object)
    def _on_work_failed(self, trouble: Trouble) -> None:
        self._go_on()
        self.failed.emit(trouble_words(trouble))


def dropped_file(mime: QMimeData) -> Path | None:
    """The first file of this computer in what is being dragged; None when there is none."""
    return next(iter(dropped_files(mime)), None)


def dropped_files(mime: QMimeData) -> tuple[Path, ...]:
    """The files of this computer in what is being dragged."""
    files = (url.toLocalFile() for url in mime.urls() if url.isLocalFile())
    return tuple(Path(file) for file in files if file)


def dropped_photos(mime: QMimeData) -> tuple[Path, ...]:
    """The files that are being dragged, if all are called as photos are.

    What they are is seen once they are read.
    """
    files = dropped_files(mime)
    return files if all(file.suffix.casefold() in PHOTO_ENDINGS for file in files) else ()


def _reader(source: Source) -> Callable[[Progress[Picture]], Picture]:
    """A job that reads the one photo in a file, or what was pasted.

    The job raises UnreadablePhoto or another Trouble when there is no such photo.
    """
    pasted = translate("Student", "What was pasted")

    def read(progress: Progress[Picture]) -> Picture:
        from klasgenoot.operations.reading import read_pasted, read_portrait

        if isinstance(source, bytes):
            return read_pasted(source, name=pasted, is_cancelled=progress.is_cancelled)
        return read_portrait(source, is_cancelled=progress.is_cancelled)

    return read
