"""Backups by themselves: every half hour if something changed, and before large deeds.

They lie in a folder beside the data, each one encrypted file. One that cannot be made never stands
in the way; Settings says so.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from klasgenoot.domain.errors import Trouble
from klasgenoot.operations.backing_up import back_up, before_large_deeds, begin_round, is_due
from klasgenoot.viewmodels.session import Session

FOLDER = "backups"
LOOK_MS = 60_000


class BackupKeeper(QObject):
    """Looks once a minute whether a backup is due.

    Args:
        session: whose data.
        data: its folder.
        parent: as in Qt.
    """

    def __init__(self, session: Session, data: Path, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.round = session.backups = begin_round(session.vault, data / FOLDER)
        session.desk.before = before_large_deeds(session.vault, self.round, clock=session.now)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Makes a backup if one is due; the round keeps why it could not be made."""
        session = self._session
        if session.vault.is_closed:  # the window may outlive it for a while
            self._timer.stop()
        elif is_due(session.vault, self.round, now=session.now()):
            try:
                back_up(session.vault, self.round, now=session.now())
            except Trouble:  # kept in the round, and shown in Settings
                return
