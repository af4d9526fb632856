"""The page Students: everybody in the class, found by name, filtered and sorted."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.settings import StudentsView
from klasgenoot.domain.weeks import Week
from klasgenoot.operations.overview import DECIDE_TURNS
from klasgenoot.operations.students import add_student, remove_students
from klasgenoot.viewmodels.photo_change import PhotoChange
from klasgenoot.viewmodels.rows import Rows
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.student_filter import (
    Filter,
    Sort,
    filter_words,
    found,
    in_order,
    lets_through,
    nobody_words,
)
from klasgenoot.viewmodels.student_order import student_order
from klasgenoot.viewmodels.student_rows import ClassRows, StudentRow, class_rows
from klasgenoot.viewmodels.troubles import trouble_words

translate = QCoreApplication.translate

WATCHED = DECIDE_TURNS | {"memories", "photo_permissions"}
QUOTED = "\N{LEFT SINGLE QUOTATION MARK}{}\N{RIGHT SINGLE QUOTATION MARK}"


class StudentsViewModel(QObject):
    """The students of the current class.

    Attributes:
        filter: which students are shown.
        sort: in which order.
        query: what was typed to find somebody.

    Signals:
        changed: the class, its students, or what is shown of them changed.
        failed: a sentence on what could not be done.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: Rows[StudentRow] = Rows(self)
        self._known: ClassRows | None = None
        self._is_stale = True
        self.filter = Filter.ALL
        self.sort = Sort.LAST_SEEN
        self.query = ""
        self._photos = PhotoChange(session, self)
        self._photos.changed.connect(self._on_photos_changed)
        self._photos.failed.connect(self.failed)
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self._on_class_changed)
        session.setting_changed.connect(self._on_session_setting_changed)

    @property
    def rows(self) -> Rows[StudentRow]:
        """Who is shown, in order."""
        self._freshen()
        return self._rows

    @property
    def class_name(self) -> str:
        """The class that is shown; empty when there is none."""
        known = self._freshen()
        return known.school_class.name if known else ""

    @property
    def total(self) -> int:
        """How many students the class has."""
        known = self._freshen()
        return len(known.rows) if known else 0

    @property
    def weeks(self) -> tuple[Week, ...]:
        """The weeks of the strip, oldest first; the last one is now."""
        known = self._freshen()
        return known.weeks if known else ()

    @property
    def filters(self) -> dict[Filter, str]:
        """The filters that let anybody through, and the one that is on, in words with how many."""
        known = self._freshen()
        rows = known.rows if known else ()
        counts = {each: sum(lets_through(each, row) for row in rows) for each in Filter}
        return {
            each: filter_words(each, count=count)
            for each, count in counts.items()
            if count or each in {Filter.ALL, self.filter}
        }

    @property
    def nobody(self) -> str:
        """Why nobody is shown although the class has students; empty when somebody is."""
        self._freshen()
        if self._rows.rowCount() or not self.total:
            return ""
        if self.query.strip():
            return translate("Students", "Nobody here is called {name}.").format(
                name=QUOTED.format(self.query.strip())
            )
        return nobody_words(self.filter)

    @property
    def view(self) -> StudentsView:
        """As a list, or as photos."""
        return self._session.settings.students_view

    def search(self, text: str) -> None:
        """Shows who has this in their name; accents, capitals and infixes do not count."""
        self.query = text
        self._show()

    def choose_filter(self, chosen: Filter) -> None:
        """Shows other students."""
        self.filter = chosen
        self._show()

    def choose_sort(self, chosen: Sort) -> None:
        """Shows them in another order."""
        self.sort = chosen
        self._show()

    def choose_view(self, chosen: StudentsView) -> None:
        """Shows them as a list or as photos, also the next time."""
        self._session.set(students_view=chosen)

    def remember_order(self) -> None:
        """Keeps the order that is shown, to go through the students one by one."""
        student_order(self._session).ids = tuple(row.student.id for row in self._rows.rows())

    def add(self, draft: Student) -> StudentId | None:
        """Adds a student to the class; tells in `failed` why it could not.

        Args:
            draft: the names and the rest; its id is not used.
        """
        known = self._freshen()
        if known is None:
            return None
        try:
            return self._session.do(
                add_student,
                class_id=known.school_class.id,
                draft=draft,
                joined=self._session.today(),
            )
        except Trouble as trouble:
            self.failed.emit(trouble_words(trouble))
            return None

    def remove(self, student_ids: Sequence[StudentId]) -> None:
        """Takes students out of the class; undo brings them back with all that was kept."""
        known = self._freshen()
        if known is None or not student_ids:
            return
        try:
            self._session.do(
                remove_students, class_id=known.school_class.id, student_ids=student_ids
            )
        except Trouble as trouble:
            self.failed.emit(trouble_words(trouble))

    def set_photo(self, student_id: StudentId, *paths: Path) -> None:
        """Makes the photo in a file the student's photo; those in others come beside it."""
        self._photos.take_all(student_id, paths)

    def close(self) -> None:
        """Stops what runs beside the window."""
        self._photos.close()

    def _freshen(self) -> ClassRows | None:
        """Reads everything anew if anything changed since."""
        if self._is_stale:
            self._is_stale = False
            self._known = class_rows(self._session)
            self._fill()
        return self._known

    def _fill(self) -> None:
        """Puts who is to be shown in the rows."""
        rows = self._known.rows if self._known else ()
        shown = found([row for row in rows if lets_through(self.filter, row)], self.query)
        busy = self._photos.busy
        self._rows.set_rows(
            [
                replace(row, is_busy=True) if row.student.id in busy else row
                for row in in_order(shown, self.sort)
            ]
        )

    def _show(self) -> None:
        self._freshen()
        self._fill()
        self.changed.emit()

    def _change(self) -> None:
        self._is_stale = True
        self.changed.emit()

    @Slot()
    def _on_photos_changed(self) -> None:
        self._show()

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & WATCHED:
            self._change()

    @Slot()
    def _on_class_changed(self) -> None:
        self.filter = Filter.ALL
        self.query = ""
        self._change()

    @Slot(str)
    def _on_session_setting_changed(self, name: str) -> None:
        if name == "students_view":
            self.changed.emit()
