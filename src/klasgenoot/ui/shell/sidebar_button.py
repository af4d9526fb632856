"""What the buttons of the sidebar have alike: how wide they are, and how they take the focus."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.ui.kit.enter import EnterButton
from klasgenoot.ui.kit.look import Look

WIDTH, NARROWEST = 184, 120


class SidebarButton(EnterButton):
    """As wide as the sidebar, and of a height of its own.

    Args:
        look: how everything looks.
        height: at text scale 1.
        radius: how round the ring of the focus is.
        parent: whose it is.
    """

    def __init__(
        self, look: Look, *, height: int, radius: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._least_height = height
        self.setProperty("ring", radius)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(self._look.fonts.px(WIDTH), self._look.fonts.px(self._least_height))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.fonts.px(NARROWEST), self._look.fonts.px(self._least_height))
