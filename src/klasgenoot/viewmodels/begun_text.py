"""What is being written and not saved yet: kept soon, and tried again where the disk refuses."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from klasgenoot.domain.errors import Trouble
from klasgenoot.viewmodels.session import Session

PAUSE_MS = 500
"""So long after a change it is kept in the vault: well within the two seconds promised."""
AGAIN_MS = 5_000
"""So long after a disk that refused it is tried again."""


class BegunText(QObject):
    """Belongs to the session, so that it is still there when the window is made anew.

    Signals:
        refused: the trouble for which it cannot be kept; told once until it can.
    """

    refused = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._is_told = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._on_pause_over)

    def keep(self) -> Trouble | None:
        """Keeps it in the vault now; what the disk refuses stays here and is tried again.

        Returns:
            Why it could not be kept; None when it was.
        """
        self._pause.stop()
        try:
            self._store()
        except Trouble as trouble:
            self._pause.start(AGAIN_MS)
            return trouble
        self._is_told = False
        return None

    def _keep_after_pause(self) -> None:
        self._pause.start(PAUSE_MS)

    def _store(self) -> None:
        """Puts into the vault what is not there yet.

        Raises:
            Trouble: the disk refuses it.
        """
        raise NotImplementedError  # each kind of text has its own row

    @Slot()
    def _on_pause_over(self) -> None:
        trouble = self.keep()
        if trouble is not None and not self._is_told:  # once is enough while somebody types
            self._is_told = True
            self.refused.emit(trouble)
