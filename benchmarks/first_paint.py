"""When is a window there? Waits for the first picture of a widget and says so."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """Calls once when a widget has been painted and the picture is on its way to the screen.

    Args:
        widget: what is looked at.
        then: what is called.
    """

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__()
        self._widget = widget
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Sees every event of the widget."""
        if event.type() is QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            # a window paints all of its widgets in one go and then shows them: that is now done
            QTimer.singleShot(0, self._then)
        return False


def say(word: str) -> None:
    """Tells who measures that something is there now."""
    print(word, flush=True)


def end() -> None:
    """Tells how much memory the process had at most, in MB, and ends the app."""
    say(str(_most_memory()))
    QApplication.exit(0)


def _most_memory() -> float:
    """The most memory this process ever had, in MB; 0 where the system does not tell."""
    try:
        status = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0.0
    return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
