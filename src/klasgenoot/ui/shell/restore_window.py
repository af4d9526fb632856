"""The window that puts a backup back: no data is open while it is there."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent

from klasgenoot.ui.pages.backups.restore_page import RestorePage
from klasgenoot.ui.shell.bare_window import BareLooks, BareWindow
from klasgenoot.viewmodels.restoring import RestoreViewModel


class RestoreWindow(BareWindow):
    """As large as the other windows, and where they were.

    Args:
        view_model: what does it.
        looks: how the window looks, and where it was.
        reason: what is wrong with the data that is there; empty if nothing is.

    Signals:
        left: the teacher wants to go on without.
    """

    left = Signal()

    def __init__(self, view_model: RestoreViewModel, looks: BareLooks, *, reason: str = "") -> None:
        super().__init__(looks)
        self._view_model = view_model
        self.page = RestorePage(self.look, view_model, reason=reason)
        self.page.left.connect(self.left)
        self.hold(self.page)
        self.page.begin()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whatever is on its way is stopped, and leaves nothing."""
        self._view_model.close()
        super().closeEvent(event)
