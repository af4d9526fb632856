"""A window without data: as large as the one with it, where that was, and in the same looks."""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from klasgenoot.domain.settings import Theme
from klasgenoot.ui.kit.focus import FocusFollower
from klasgenoot.ui.kit.look import dress, make_look
from klasgenoot.ui.kit.mark import window_icon
from klasgenoot.ui.kit.theme import ThemeName, system_theme
from klasgenoot.ui.shell.place import WindowPlace

SMALLEST = (640, 480)


@dataclass(frozen=True, slots=True, kw_only=True)
class BareLooks:
    """What is known of a window's looks while no data is open.

    Attributes:
        resources: the folder of what ships beside the code.
        state_file: where the window's place and looks are kept; no names stand in it.
        theme: the looks the teacher chose.
        text_percent: the text size the teacher chose.
    """

    resources: Path
    state_file: Path
    theme: Theme
    text_percent: int


class BareWindow(QMainWindow):
    """Holds one page that needs no data.

    Attributes:
        look: what the page is drawn with.
    """

    def __init__(self, looks: BareLooks) -> None:
        super().__init__()
        self.setWindowTitle("Klasgenoot")
        self.setMinimumSize(*SMALLEST)
        theme = looks.theme
        self.look = make_look(
            looks.resources,
            theme=system_theme() if theme is Theme.SYSTEM else cast("ThemeName", theme.value),
            load_photo=lambda *_: b"",
            text_scale=looks.text_percent / 100,
        )
        app = cast("QApplication", QApplication.instance())
        dress(app, self.look, resources=looks.resources)
        self.setWindowIcon(window_icon(self.look.tokens))
        self._ring = FocusFollower(self.look, app)
        self._place = WindowPlace(self, looks.state_file)

    def hold(self, page: QWidget) -> None:
        """Takes the page in, and the place that the window had."""
        self.setCentralWidget(page)
        self._place.restore()

    def let_go(self) -> None:
        """Makes room for another window."""
        self._ring.stop()
        self.close()
        self.deleteLater()
