"""The window while the data is locked: as large as the other, with nothing of the class in it."""

from klasgenoot.ui.pages.locked.page import LockedPage
from klasgenoot.ui.shell.bare_window import BareLooks, BareWindow
from klasgenoot.ui.shell.place import come_forward
from klasgenoot.viewmodels.locked import LockedViewModel, Way


class LockedWindow(BareWindow):
    """Asks for the passphrase.

    Args:
        view_model: what tries it.
        looks: how the window looks, and where it was.
        minutes: after how many minutes the app locks itself.
    """

    def __init__(self, view_model: LockedViewModel, looks: BareLooks, *, minutes: int) -> None:
        super().__init__(looks)
        self._view_model = view_model
        self.page = LockedPage(self.look, view_model, minutes=minutes)
        self.hold(self.page)
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
        self._view_model.close()
        super().let_go()
