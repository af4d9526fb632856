"""A start of the app as it is: until its window is painted, and until the faces of the class are."""

import sys
from collections.abc import Callable
from typing import ClassVar

from first_paint import FirstPaint, end, say
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from klasgenoot.app.command_line import main

PATIENCE_MS = 30_000
"""After so long without faces there is something to mend, and nothing to wait for."""


class WatchedApplication(QApplication):
    """Looks at the window when it is made and not painted yet, and runs until faces are painted."""

    watchers: ClassVar[list[FirstPaint]] = []

    @staticmethod
    def exec() -> int:
        """Runs until the faces are painted."""
        windows = (top for top in QApplication.topLevelWidgets() if isinstance(top, QMainWindow))
        _watch(next(windows), lambda _: True, _on_window_painted)
        return QApplication.exec()


def _watch(
    seen_from: QWidget | QApplication, is_it: Callable[[QObject], bool], then: Callable[[], None]
) -> None:
    WatchedApplication.watchers.append(FirstPaint(seen_from, is_it, then))


def _on_window_painted() -> None:
    say("painted")
    QTimer.singleShot(PATIENCE_MS, lambda: sys.exit("no faces came"))
    _watch(app, _shows_faces, _on_faces_painted)


def _on_faces_painted() -> None:
    say("filled")
    end()


def _shows_faces(widget: QObject) -> bool:
    from klasgenoot.ui.pages.today.face_strip import FaceStrip

    return isinstance(widget, FaceStrip)


if __name__ == "__main__":
    from klasgenoot.app.application import make_application

    app = make_application(WatchedApplication)
    sys.exit(main(sys.argv[1:]))
