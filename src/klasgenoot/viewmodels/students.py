"""The page Students: everybody in the class, found by name, filtered and sorted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.attention import Reason, unseen
from klasgenoot.domain.contact import Contact
from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.memory import Direction, Level, level
from klasgenoot.domain.names import fold, fold_words
from klasgenoot.domain.people import SchoolClass, Student, StudentId
from klasgenoot.domain.settings import StudentsView
from klasgenoot.domain.weeks import Week, weeks_until
from klasgenoot.operations.students import add_student, remove_students
from klasgenoot.store import contacts, memories, students
from klasgenoot.viewmodels.photo_change import PhotoChange
from klasgenoot.viewmodels.rows import Rows
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.student_order import student_order
from klasgenoot.viewmodels.student_rows import StudentRow
from klasgenoot.viewmodels.troubles import trouble_words

translate = QCoreApplication.translate

WATCHED = frozenset(
    {
        "students",
        "enrolments",
        "school_classes",
        "contacts",
        "contact_students",
        "promises",
        "memories",
    }
)
QUOTED = "\N{LEFT SINGLE QUOTATION MARK}{}\N{RIGHT SINGLE QUOTATION MARK}"
WEEKS_SHOWN = 9
"""The most weeks in the strip: a block of a term."""


class Filter(StrEnum):
    """Which students are shown."""

    ALL = "all"
    TURN = "turn"
    UNSPOKEN = "unspoken"
    """Whose name is known and who was never spoken with."""
    PROMISE = "promise"


class Sort(StrEnum):
    """In which order: whose turn it is, or by a name; the family name without its infix."""

    LAST_SEEN = "last_seen"
    FAMILY_NAME = "family_name"
    CALL_NAME = "call_name"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What was read from the vault: a class, its weeks, and everybody, whose turn it is first."""

    school_class: SchoolClass
    weeks: tuple[Week, ...]
    rows: tuple[StudentRow, ...]


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
        self._known: _Known | None = None
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
        counts = {each: sum(_lets_through(each, row) for row in rows) for each in Filter}
        return {
            each: _filter_words(each).format(count=count)
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
        return {
            Filter.ALL: "",
            Filter.TURN: translate("Students", "It is nobody's turn. Good."),
            Filter.UNSPOKEN: translate("Students", "Nobody without contact. Good."),
            Filter.PROMISE: translate("Students", "No open promises."),
        }[self.filter]

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

    def set_photo(self, student_id: StudentId, path: Path) -> None:
        """Makes the photo in a file the student's photo."""
        self._photos.take(student_id, path)

    def close(self) -> None:
        """Stops what runs beside the window."""
        self._photos.close()

    def _freshen(self) -> _Known | None:
        """Reads everything anew if anything changed since."""
        if self._is_stale:
            self._is_stale = False
            self._known = self._read()
            self._fill()
        return self._known

    def _read(self) -> _Known | None:
        session = self._session
        school_class, vault = session.current_class, session.vault
        if school_class is None:
            return None
        now, today, target = session.now(), session.today(), session.settings.target_days
        everyone = {s.id: s for s in students.all_students(vault, class_id=school_class.id)}
        all_contacts = contacts.contacts_in_class(vault, school_class.id)
        with_each = _with_each(everyone, all_contacts)
        known = memories.memories(vault, direction=Direction.FACE_TO_NAME, class_id=school_class.id)
        weeks = weeks_until(today, count=WEEKS_SHOWN, since=school_class.first_lesson)
        turns = unseen(
            everyone,
            last_seen={who: those[0].happened_on for who, those in with_each.items() if those},
            promises=contacts.open_promises(vault, class_id=school_class.id),
            today=today,
            target_days=target,
            since=school_class.first_lesson,
        )
        rows = tuple(
            StudentRow(
                student=everyone[turn.student_id],
                turn=turn,
                level=level(known.get(turn.student_id), at=now),
                contacts=tuple(with_each[turn.student_id]),
                weeks=weeks,
                today=today,
                target_days=target,
            )
            for turn in turns
        )
        return _Known(school_class=school_class, weeks=weeks, rows=rows)

    def _fill(self) -> None:
        """Puts who is to be shown in the rows."""
        rows = self._known.rows if self._known else ()
        words = fold_words(self.query).split()
        shown = [
            row
            for row in rows
            if _lets_through(self.filter, row) and _is_called(row.student, words)
        ]
        if self.sort is Sort.FAMILY_NAME:
            shown.sort(key=lambda row: (row.student.sort_key, row.key))
        elif self.sort is Sort.CALL_NAME:
            shown.sort(key=lambda row: (fold(row.name), row.student.sort_key, row.key))
        busy = self._photos.busy
        self._rows.set_rows(
            [replace(row, is_busy=True) if row.student.id in busy else row for row in shown]
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
        if name == "target_days":
            self._change()
        elif name == "students_view":
            self.changed.emit()


def _with_each(
    everyone: Iterable[StudentId], those: Iterable[Contact]
) -> dict[StudentId, list[Contact]]:
    """The contacts with each student, newest first."""
    found: dict[StudentId, list[Contact]] = {who: [] for who in everyone}
    for contact in those:
        for who in contact.student_ids:
            if who in found:
                found[who].append(contact)
    return found


def _lets_through(chosen: Filter, row: StudentRow) -> bool:
    if chosen is Filter.TURN:
        return row.turn.reason is not Reason.ON_SCHEDULE
    if chosen is Filter.UNSPOKEN:
        return row.level is Level.KNOWN and row.turn.last_contact is None
    return chosen is Filter.ALL or row.turn.promise is not None


def _is_called(student: Student, words: Sequence[str]) -> bool:
    """Whether every word typed begins a part of the name; blanks in the name do not count."""
    parts = (student.call_name, student.given_name, student.infix, student.family_name)
    name = fold_words(" ".join(parts)).split()
    if all(any(part.startswith(word) for part in name) for word in words):
        return True
    typed = "".join(words)
    run_on = (fold(student.name + student.family_name), fold(student.full_name))
    return any(each.startswith(typed) for each in (*run_on, fold(student.infix + parts[-1])))


def _filter_words(chosen: Filter) -> str:
    return {
        Filter.ALL: translate("Students", "All {count}"),
        Filter.TURN: translate("Students", "Their turn {count}"),
        Filter.UNSPOKEN: translate("Students", "Known, never spoken with {count}"),
        Filter.PROMISE: translate("Students", "With a promise {count}"),
    }[chosen]
