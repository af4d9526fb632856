"""One window per data folder: a second start brings the first window to the front.

The data file itself decides who is first (it is opened exclusively, one start at a time, and a
crash leaves no lock; see `store.door`). The second start only leaves a note beside it; no socket,
no network module.
"""

import time
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal, Slot

NOTE = "raise-window"


WAIT, LOOK_UP = 5.0, 0.05
"""So many seconds the first window has to answer, and between two looks whether it did. It may have
begun at the same instant and not be on screen yet: it answers as soon as it is."""


def ask_first_window(folder: Path) -> bool:
    """Asks the window that has this folder open to come to the front; False if none answers."""
    note = folder / NOTE
    try:
        note.touch()
        for _ in range(round(WAIT / LOOK_UP)):
            if not note.exists():
                return True
            time.sleep(LOOK_UP)  # no event loop yet, and nothing else to do
        note.unlink(missing_ok=True)
    except OSError:
        return False
    return False


class Doorbell(QObject):
    """Hears when a second start asks for this window.

    Signals:
        rung: somebody started the app again on this folder.
    """

    rung = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._note = folder / NOTE
        self._watcher = QFileSystemWatcher([str(folder)], self)
        self._watcher.directoryChanged.connect(self._on_folder_changed)
        # after the watching began, so that no ring falls in between; this window is coming anyway
        self._note.unlink(missing_ok=True)

    @Slot()
    def _on_folder_changed(self) -> None:
        if self._note.exists():
            self._note.unlink(missing_ok=True)
            self.rung.emit()
