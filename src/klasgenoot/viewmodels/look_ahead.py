"""Where does it lead? The line to the first lesson, for the end of a session."""

from PySide6.QtCore import QObject, Signal

from klasgenoot.viewmodels.deadline import DeadlineViewModel
from klasgenoot.viewmodels.learning import Learning, learning
from klasgenoot.viewmodels.road import Road, road_ahead, road_title
from klasgenoot.viewmodels.session import Session


class LookAhead(QObject):
    """The forecast for the first lesson, worked out once a session is over.

    Signals:
        changed: it is there.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known: Learning | None = None
        self._deadline = DeadlineViewModel(session, self)
        self._deadline.changed.connect(self.changed)

    def look(self) -> None:
        """Works it out for the classes as they are known now."""
        self._known = known = learning(self._session)
        self._deadline.show(known.aim if known else None)

    @property
    def title(self) -> str:
        """Where the line leads; empty where no first lesson is ahead."""
        known = self._known
        return road_title(known) if known is not None and known.aim is not None else ""

    @property
    def road(self) -> Road | None:
        """The line; None while it is worked out."""
        return road_ahead(self._deadline, self._known) if self._known is not None else None

    def close_work(self) -> None:
        """Stops and waits; for when the window closes."""
        self._deadline.close_work()
