"""The window that puts a backup back: no data is open while it is there."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from klasgenoot.domain.settings import Theme
from klasgenoot.ui.kit.focus import FocusFollower
from klasgenoot.ui.kit.look import dress, make_look
from klasgenoot.ui.kit.mark import window_icon
from klasgenoot.ui.kit.theme import ThemeName, system_theme
from klasgenoot.ui.pages.backups.restore_page import RestorePage
from klasgenoot.ui.shell.place import WindowPlace
from klasgenoot.viewmodels.restoring import RestoreViewModel

SMALLEST = (640, 480)


class RestoreWindow(QMainWindow):
    """As large as the other windows, and where they were.

    Args:
        view_model: what does it.
        resources: the folder of what ships beside the code.
        state_file: where the window's place and looks are kept; no names stand in it.
        theme: the looks the teacher chose.
        text_percent: the text size the teacher chose.
        reason: what is wrong with the data that is there; empty if nothing is.

    Signals:
        left: the teacher wants to go on without.
    """

    left = Signal()

    def __init__(
        self,
        view_model: RestoreViewModel,
        *,
        resources: Path,
        state_file: Path,
        theme: Theme,
        text_percent: int,
        reason: str = "",
    ) -> None:
        super().__init__()
        self._view_model = view_model
        self.setWindowTitle("Klasgenoot")
        self.setMinimumSize(*SMALLEST)
        name = system_theme() if theme is Theme.SYSTEM else cast("ThemeName", theme.value)
        look = make_look(
            resources, theme=name, load_photo=lambda *_: b"", text_scale=text_percent / 100
        )
        app = cast("QApplication", QApplication.instance())
        dress(app, look, resources=resources)
        self.setWindowIcon(window_icon(look.tokens))
        self._ring = FocusFollower(look, app)
        self.page = RestorePage(look, view_model, reason=reason)
        self.page.left.connect(self.left)
        self.setCentralWidget(self.page)
        WindowPlace(self, state_file).restore()
        self.page.begin()

    def let_go(self) -> None:
        """Makes room for the window with the data."""
        self._ring.stop()
        self.close()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whatever is on its way is stopped, and leaves nothing."""
        self._view_model.close()
        super().closeEvent(event)
