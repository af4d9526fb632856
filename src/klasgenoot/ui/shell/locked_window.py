"""The window while the data is locked: as large as the other, with nothing of the class in it."""

from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QApplication, QMainWindow

from klasgenoot.domain.settings import Theme
from klasgenoot.ui.kit.focus import FocusFollower
from klasgenoot.ui.kit.look import dress, make_look
from klasgenoot.ui.kit.mark import window_icon
from klasgenoot.ui.kit.theme import ThemeName, system_theme
from klasgenoot.ui.pages.locked.page import LockedPage
from klasgenoot.ui.shell.place import WindowPlace, come_forward
from klasgenoot.viewmodels.locked import LockedViewModel, Way

SMALLEST = (640, 480)


class LockedWindow(QMainWindow):
    """Asks for the passphrase.

    Args:
        view_model: what tries it.
        resources: the folder of what ships beside the code.
        state_file: where the window's place and looks are kept; no names stand in it.
        theme: the looks the teacher chose.
        text_percent: the text size the teacher chose.
        minutes: after how many minutes the app locks itself.
    """

    def __init__(
        self,
        view_model: LockedViewModel,
        *,
        resources: Path,
        state_file: Path,
        theme: Theme,
        text_percent: int,
        minutes: int,
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
        self.page = LockedPage(look, view_model, minutes=minutes)
        self.setCentralWidget(self.page)
        WindowPlace(self, state_file).restore()
        self.page.begin()

    @property
    def is_typed(self) -> bool:
        """Whether somebody typed the passphrase: the only way that proves who is there."""
        return self._view_model.way is Way.PASSPHRASE

    def come_forward(self) -> None:
        """Puts the window in front of the others, ready to type in."""
        come_forward(self)
        self.page.begin()

    def let_go(self) -> None:
        """Makes room for the window with the data."""
        self._ring.stop()
        self._view_model.close()
        self.close()
        self.deleteLater()
