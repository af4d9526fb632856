"""When is a window there? Waits for the first picture of a widget, says so, and ends the app."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """Writes a line when the widget has been painted and the picture is on its way to the screen.

    A second line then says how much memory the process had at most, in MB.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees every event of the widget."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # the window paints all of its widgets in one go and then shows them: that is now done
            QTimer.singleShot(0, self._say_and_end)
        return False

    @staticmethod
    def _say_and_end() -> None:
        print("painted", flush=True)
        print(_most_memory(), flush=True)
        QApplication.exit(0)


def _most_memory() -> float:
    """The most memory this process ever had, in MB; 0 where the system does not tell."""
    try:
        status = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0.0
    return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
