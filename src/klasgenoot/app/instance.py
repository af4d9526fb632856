"""One window per data folder: a second start brings the first window to the front.

A lock says whether a window is there, open or locked (`store.presence`); the data file itself
decides who may open it (`store.door`). A crash leaves neither. The second start only leaves a note
beside the data; no socket, no network module.
"""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal, Slot

from klasgenoot.store.presence import Presence, be_present

NOTE = "raise-window"


WAIT, LOOK_UP = 5.0, 0.05
"""So many seconds the first window has to answer, and between two looks whether it did. It may have
begun at the same instant and not be on screen yet: it answers as soon as it is."""


def ask_first_window(folder: Path, *, is_gone: Callable[[], bool] = lambda: False) -> bool:
    """Asks the window that has this folder open to come to the front; False if none answers.

    Args:
        folder: the data folder.
        is_gone: whether that window has ended meanwhile; there is then nobody to wait for.
    """
    note = folder / NOTE
    try:
        note.touch()
        for _ in range(round(WAIT / LOOK_UP)):
            if not note.exists():
                return True
            if is_gone():
                break
            time.sleep(LOOK_UP)  # no event loop yet, and nothing else to do
        note.unlink(missing_ok=True)
    except OSError:
        return False
    return False


class WindowsHere:
    """The folders that this process has a window on."""

    def __init__(self) -> None:
        self._presences: dict[Path, Presence] = {}

    def is_first(self, folder: Path) -> bool:
        """Whether no other window is on this folder; else that one came to the front.

        One that is there and does not answer is left to the data file: that says who may open it.
        """
        if folder in self._presences:
            return True
        here = be_present(folder)

        def is_gone() -> bool:
            nonlocal here
            here = be_present(folder)
            return here is not None

        if here is None and ask_first_window(folder, is_gone=is_gone):
            return False
        if here is not None:
            self._presences[folder] = here
        return True

    def let_go_but(self, folder: Path | None) -> None:
        """Other starts may have all folders but this one."""
        for other in [other for other in self._presences if other != folder]:
            self._presences.pop(other).let_go()


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
