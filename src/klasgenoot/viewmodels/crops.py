"""All photos of a class one after the other: which part of each is the portrait?"""

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.people import Crop, Student, StudentId
from klasgenoot.operations.students import crop_photo
from klasgenoot.store import students
from klasgenoot.store.photos import photo_bytes
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words

translate = QCoreApplication.translate

_SEEN = 0.002
"""Parts of a photo that can be seen."""
WATCHED = frozenset({"students", "enrolments", "school_classes"})


class CropsViewModel(QObject):
    """The students of the class who have a photo, by family name.

    Attributes:
        trouble: why the last portrait could not be kept, in words.

    Signals:
        changed: another student, or other photos.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._at = StudentId(0)
        self._students: tuple[Student, ...] | None = None
        self.trouble = ""
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self.begin)

    @Slot()
    def begin(self) -> None:
        """Begins at the first."""
        self._at, self.trouble = StudentId(0), ""
        self._students = None
        self.changed.emit()

    @property
    def students(self) -> tuple[Student, ...]:
        """Who has a photo."""
        if self._students is None:
            known = self._session.current_class
            vault = self._session.vault
            found = students.all_students(vault, class_id=known.id) if known else ()
            self._students = tuple(each for each in found if each.photo)
        return self._students

    @property
    def place(self) -> int:
        """Which of them is shown; 0 is the first."""
        ids = [each.id for each in self.students]
        return ids.index(self._at) if self._at in ids else 0

    @property
    def student(self) -> Student | None:
        """Who is shown."""
        found = self.students
        return found[self.place] if found else None

    @property
    def is_last(self) -> bool:
        """Whether nobody comes after."""
        return self.place + 1 >= len(self.students)

    @property
    def photo(self) -> bytes:
        """The whole photo of who is shown."""
        shown = self.student
        if shown is None or shown.photo is None:
            return b""
        return photo_bytes(self._session.vault, shown.photo, large=True) or b""

    def go(self, step: int) -> None:
        """Goes to the next (1) or previous (-1) student."""
        found = self.students
        place = self.place + step
        if 0 <= place < len(found):
            self._at = found[place].id
            self.trouble = ""
            self.changed.emit()

    def show(self, student_id: StudentId) -> None:
        """Goes to one of them."""
        self._at = student_id
        self.changed.emit()

    def keep(self, crop: Crop) -> bool:
        """Keeps a portrait, if it is another than before, and goes on; False after the last."""
        shown = self.student
        if shown is None:
            return False
        try:
            if not _is_same(crop, shown.crop):
                self._session.do(crop_photo, student_id=shown.id, crop=crop)
        except Trouble as trouble:
            self.trouble = trouble_words(trouble)
            self.changed.emit()
            return True
        if self.is_last:
            return False
        self.go(1)
        return True

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & WATCHED:
            self._students = None
            self.changed.emit()


def _is_same(one: Crop, other: Crop | None) -> bool:
    """Whether two portraits differ by less than anybody sees."""
    if other is None:
        return False
    sides = ("left", "top", "width", "height")
    return all(abs(getattr(one, side) - getattr(other, side)) < _SEEN for side in sides)
