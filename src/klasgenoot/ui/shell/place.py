"""Where was the window? Its size and place, kept from one time to the next; no names in it."""

from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

USUAL = (1440, 900)


class WindowPlace:
    """The size and place of one window.

    Args:
        window: which window.
        file: where they are kept.
    """

    def __init__(self, window: QWidget, file: Path) -> None:
        self._window = window
        self._kept = QSettings(str(file), QSettings.Format.IniFormat)

    def keep(self) -> None:
        """Keeps where the window is now."""
        self._kept.setValue("geometry", self._window.saveGeometry())
        self._kept.sync()

    def restore(self) -> None:
        """Puts the window where it was; the first time it has its usual size."""
        geometry = self._kept.value("geometry")
        if geometry is None or not self._window.restoreGeometry(geometry):
            screen = QGuiApplication.primaryScreen().availableSize()
            self._window.resize(min(USUAL[0], screen.width()), min(USUAL[1], screen.height()))


def come_forward(window: QWidget) -> None:
    """Puts a window in front of the others."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
