"""A start of the app as it is, until the faces of the class are painted."""

import sys

from first_paint import FirstPaint
from PySide6.QtWidgets import QApplication, QMainWindow

from klasgenoot.app.command_line import main
from klasgenoot.ui.kit.tile_grid import TileGrid


class WatchedApplication(QApplication):
    """Looks at the window when all is made and nothing is painted yet."""

    def exec(self) -> int:
        """Runs until the window closes."""
        windows = (widget for widget in self.topLevelWidgets() if isinstance(widget, QMainWindow))
        faces = next(windows).findChild(TileGrid)
        self._first_paint = FirstPaint(faces.viewport())
        return super().exec()


if __name__ == "__main__":
    app = WatchedApplication(sys.argv[:1])
    sys.exit(main(sys.argv[1:]))
