"""Whom can the log line name? The class, with who was not seen for the longest time in front."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal, Slot

from klasgenoot.domain.calling import told_apart
from klasgenoot.domain.names import fold
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.who import NameBook
from klasgenoot.operations.overview import attention
from klasgenoot.store.students import student
from klasgenoot.viewmodels.quicklog_rows import FaceRow
from klasgenoot.viewmodels.rows import Rows
from klasgenoot.viewmodels.session import Session

WATCHED = frozenset(
    {
        "students",
        "enrolments",
        "school_classes",
        "contacts",
        "contact_students",
        "promises",
        "own_targets",
        "snoozes",
        "periods",
    }
)
LONGEST_AGO = 3
"""So many faces stand in front."""


class LogStudents(QObject):
    """The students of the current class, as the quick log shows and names them.

    Signals:
        changed: other people, or in another order.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._guest: StudentId | None = None
        self._by_id: dict[StudentId, Student] = {}
        self._called: dict[StudentId, str] = {}
        self._names = NameBook(())
        self._longest_ago: Rows[FaceRow] = Rows(self)
        self._others: Rows[FaceRow] = Rows(self)
        self._order: tuple[list[StudentId], list[StudentId]] = ([], [])
        self._is_stale = True
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self._on_class_changed)

    @property
    def by_id(self) -> dict[StudentId, Student]:
        """Everybody who can be named."""
        self._freshen()
        return self._by_id

    @property
    def everyone(self) -> tuple[Student, ...]:
        """The same people, by family name."""
        return tuple(self.by_id.values())

    @property
    def called(self) -> dict[StudentId, str]:
        """What each of them is called in a sentence."""
        self._freshen()
        return self._called

    @property
    def names(self) -> NameBook:
        """Their names, to look up whom a text means."""
        self._freshen()
        return self._names

    @property
    def longest_ago(self) -> Rows[FaceRow]:
        """The few who were not seen for the longest time."""
        return self._longest_ago

    @property
    def others(self) -> Rows[FaceRow]:
        """Everybody else, by call name."""
        return self._others

    def welcome(self, guest: StudentId | None) -> None:
        """Reads the class anew, with a student from elsewhere who is to be named too."""
        self._guest = guest
        self._is_stale = True

    def choose(self, chosen: Collection[StudentId]) -> None:
        """Shows these faces as chosen."""
        by_id = self.by_id
        for rows, order in zip((self._longest_ago, self._others), self._order, strict=True):
            rows.set_rows([FaceRow(by_id[who], who in chosen) for who in order])

    def _freshen(self) -> None:
        if not self._is_stale:
            return
        self._is_stale = False
        session, school_class = self._session, self._session.current_class
        self._by_id, turns = {}, []
        if school_class is not None:
            seen = attention(
                session.vault,
                school_class,
                today=session.today(),
                target_days=session.settings.target_days,
            )
            self._by_id = dict(seen.students)
            turns = [turn.student_id for turn in seen.turns]
        guest = student(session.vault, self._guest) if self._guest else None
        if guest is not None:
            self._by_id.setdefault(guest.id, guest)
        self._called = told_apart(self._by_id.values())
        self._names = NameBook(self._by_id.values())
        front = turns[:LONGEST_AGO]
        others = [who for who in self._by_id if who not in front]
        others.sort(key=lambda who: (fold(self._by_id[who].name), who))
        self._order = (front, others)

    def _change(self) -> None:
        self._is_stale = True
        self.changed.emit()

    @Slot()
    def _on_class_changed(self) -> None:
        self._change()

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & WATCHED:
            self._change()
