"""The names of the current class as far as they are learned, read anew when they are asked for."""

from PySide6.QtCore import QObject, Signal, Slot

from klasgenoot.viewmodels.deadline import DeadlineViewModel
from klasgenoot.viewmodels.learning import Learning, learning
from klasgenoot.viewmodels.session import Session


class LearnedClass(QObject):
    """What a page on the names of a class knows; what the page makes of it is its own `_read`.

    Attributes:
        deadline: the forecast for the first lesson.

    Args:
        session: the run.
        watched: the tables of which a change makes that all is read anew.
        parent: whose it is.

    Signals:
        changed: the class, its names, what is known of them or what is shown changed.
    """

    changed = Signal()

    def __init__(
        self, session: Session, *, watched: frozenset[str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._watched = watched
        self._known: Learning | None = None
        self._is_stale = True
        self.deadline = DeadlineViewModel(session, self)
        self.deadline.changed.connect(self.changed)
        session.changed.connect(self._on_session_changed)

    def _freshen(self) -> Learning | None:
        """Reads everything anew if anything changed since."""
        if self._is_stale:
            self._is_stale = False
            self._known = learning(self._session)
            self.deadline.show(self._known.aim if self._known else None)
            self._read()
        return self._known

    def _read(self) -> None:
        """Makes of what is known what the page shows."""
        raise NotImplementedError  # each page makes its own of it

    @Slot()
    def _change(self) -> None:
        self._is_stale = True
        self.changed.emit()

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & self._watched:
            self._change()
