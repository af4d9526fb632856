"""Which panel is open over the page? One at a time."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from klasgenoot.ui.kit.asking_panel import AskingPanel
from klasgenoot.ui.kit.panel import Panel, ground_of


class OnePanel(QObject):
    """Holds the panel that is open.

    Args:
        page: whose window it covers.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._panel: Panel | None = None

    @property
    def ground(self) -> QWidget:
        """What a panel covers."""
        return ground_of(self._page)

    @property
    def is_free(self) -> bool:
        """Whether none is open."""
        return self._panel is None

    def open(self, panel: Panel, first: QWidget) -> None:
        """Opens a panel with the keyboard on `first`."""
        panel.closed.connect(self._on_closed)
        self._panel = panel
        panel.open_panel(first)

    def close(self) -> None:
        """Closes what is open."""
        if self._panel is not None:
            self._panel.close_panel()

    def done(self, is_done: bool) -> None:  # noqa: FBT001 - what a deed answers
        """Closes what is open if the deed was done; else it stays, with the reason in it."""
        if is_done:
            self.close()

    def set_trouble(self, sentence: str) -> bool:
        """Says in the panel why it was not done; False when none asks."""
        if not isinstance(self._panel, AskingPanel):
            return False
        self._panel.set_trouble(sentence)
        return True

    @Slot()
    def _on_closed(self) -> None:
        if self._panel is not None:
            self._panel.deleteLater()
            self._panel = None
