"""How much waits on each page? The quiet figures in the sidebar."""

from PySide6.QtCore import QObject, Signal, Slot

from klasgenoot.domain.attention import Reason
from klasgenoot.domain.memory import Direction, is_due
from klasgenoot.operations.overview import attention
from klasgenoot.store import memories, students
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId

WATCHED = frozenset(
    {"students", "enrolments", "contacts", "contact_students", "promises", "memories"}
)


class Counts(QObject):
    """Names to practise and students whose turn it is, in the current class.

    Signals:
        changed: a figure may be another one.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self.changed)
        session.overdue_changed.connect(self.changed)

    def waiting(self) -> dict[PageId, int]:
        """The figure of each page that has one; 0 is shown as nothing."""
        overdue = self._session.overdue
        settings = {PageId.SETTINGS: overdue} if overdue else {}
        school_class = self._session.current_class
        if school_class is None:
            return settings
        vault, now = self._session.vault, self._session.now()
        those = students.all_students(vault, class_id=school_class.id)
        known = memories.memories(vault, direction=Direction.FACE_TO_NAME, class_id=school_class.id)
        faces = [s.id for s in those if s.photo]
        to_practise = [who for who in faces if who not in known or is_due(known[who], at=now)]
        seen = attention(
            vault, school_class, today=now.date(), target_days=self._session.settings.target_days
        )
        turns = [turn for turn in seen.turns if turn.reason is not Reason.ON_SCHEDULE]
        waiting = {PageId.NAMES: len(to_practise), PageId.CHECK_INS: len(turns)}
        return waiting | settings

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & WATCHED:
            self.changed.emit()
