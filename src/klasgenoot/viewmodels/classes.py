"""The class switcher: which classes there are, with a few faces each, and which one is shown."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.people import ClassId, SchoolClass, Student
from klasgenoot.operations.classes import add_class
from klasgenoot.store import students
from klasgenoot.viewmodels.session import Session

translate = QCoreApplication.translate

MOSAIC = 4
"""How many faces stand for a class."""


@dataclass(frozen=True, slots=True)
class ClassRow:
    """One class in the switcher."""

    id: ClassId
    name: str
    size: int
    first_lesson: date | None
    faces: tuple[Student, ...]

    @property
    def line(self) -> str:
        """What stands under the name: the number of students."""
        return translate("Classes", "%n student(s)", None, self.size)


class ClassesViewModel(QObject):
    """The classes, the current one first to hand.

    Signals:
        changed: a class, its students or the choice changed.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known: dict[SchoolClass, ClassRow] = {}
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self.changed)

    @property
    def rows(self) -> tuple[ClassRow, ...]:
        """Every class, by name."""
        return tuple(self._row(school_class) for school_class in self._session.classes)

    @property
    def current(self) -> ClassRow | None:
        """The class that the pages show."""
        school_class = self._session.current_class
        return self._row(school_class) if school_class else None

    def choose(self, class_id: ClassId) -> None:
        """Shows another class."""
        self._session.choose_class(class_id)

    def choose_nth(self, place: int) -> None:
        """Shows the class at a place in the list, from 0; nothing happens past its end."""
        rows = self._session.classes
        if place < len(rows):
            self._session.choose_class(rows[place].id)

    def add(self, name: str) -> ClassId:
        """Starts an empty class and shows it."""
        return start_class(self._session, name)

    def _row(self, school_class: SchoolClass) -> ClassRow:
        """A class with its faces, read once until something of it changes."""
        if school_class not in self._known:
            self._known[school_class] = self._read(school_class)
        return self._known[school_class]

    def _read(self, school_class: SchoolClass) -> ClassRow:
        those = students.all_students(self._session.vault, class_id=school_class.id)
        with_photo = [student for student in those if student.photo]
        return ClassRow(
            school_class.id,
            school_class.name,
            len(those),
            school_class.first_lesson,
            tuple(with_photo[:MOSAIC]),
        )

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & {"school_classes", "students", "enrolments"}:
            self._known = {}
            self.changed.emit()


def start_class(session: Session, name: str) -> ClassId:
    """Starts an empty class and shows it.

    Raises:
        Missing: the name is empty.
    """
    class_id = session.do(add_class, name=name)
    session.choose_class(class_id)
    return class_id
