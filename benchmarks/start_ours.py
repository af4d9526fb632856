"""A start of the app as it is: until its window is painted, and until the faces of the class are."""

import sys

from first_paint import FirstPaint, end, say
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMainWindow

from klasgenoot.app.command_line import main


class WatchedApplication(QApplication):
    """Looks at the window when it is made and not painted yet."""

    def exec(self) -> int:
        """Runs until the faces are painted."""
        window = next(each for each in self.topLevelWidgets() if isinstance(each, QMainWindow))
        self._first = FirstPaint(window, lambda _: True, self._on_window_painted)
        return super().exec()

    def _on_window_painted(self) -> None:
        say("painted")
        self._second = FirstPaint(self, _shows_faces, self._on_faces_painted)

    def _on_faces_painted(self) -> None:
        say("filled")
        end()


def _shows_faces(widget: QObject) -> bool:
    from klasgenoot.ui.kit.tile_grid import TileGrid

    return isinstance(widget.parent(), TileGrid)


if __name__ == "__main__":
    app = WatchedApplication(sys.argv[:1])
    sys.exit(main(sys.argv[1:]))
