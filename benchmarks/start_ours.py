"""A start of the app as it is: until its window is painted, and until the faces of the class are."""

import sys

from first_paint import FirstPaint, end, say
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from klasgenoot.app.command_line import main

PATIENCE_MS = 30_000
"""After so long without faces there is something to mend, and nothing to wait for."""


class WatchedApplication(QApplication):
    """Looks at the window when it is made and not painted yet, and runs until faces are painted."""

    @staticmethod
    def exec() -> int:
        """Runs until the faces are painted."""
        windows = (top for top in QApplication.topLevelWidgets() if isinstance(top, QMainWindow))
        watch = FirstPaint(next(windows), _on_window_painted)
        code = QApplication.exec()
        del watch
        return code


def _on_window_painted() -> None:
    say("painted")
    QTimer.singleShot(PATIENCE_MS, lambda: sys.exit("no faces came"))
    _listen_to_faces()


def _listen_to_faces() -> None:
    """Has the faces themselves tell that they are painted.

    A filter on the whole app would hear it too, but PySide learns every class of Qt there is for
    one: 4 MB and some tens of milliseconds that no teacher has.
    """
    from klasgenoot.ui.pages.today.face_strip import FaceStrip

    paint = FaceStrip.paintEvent

    def painted(strip: FaceStrip, event: QPaintEvent) -> None:
        paint(strip, event)
        FaceStrip.paintEvent = paint  # type: ignore[method-assign]  # as it was
        QTimer.singleShot(0, _on_faces_painted)  # once the window has shown it

    FaceStrip.paintEvent = painted  # type: ignore[method-assign]  # a benchmark listens in


def _on_faces_painted() -> None:
    say("filled")
    end()


if __name__ == "__main__":
    from klasgenoot.app.application import make_application

    app = make_application(WatchedApplication)
    sys.exit(main(sys.argv[1:]))
