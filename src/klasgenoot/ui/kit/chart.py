"""What the large charts of a page have alike: their size, and the letters of their axes."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look

HEIGHT, WIDTH = 172, 260


class Chart(QWidget):
    """As wide as its card. Its accessible name says it in words."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, self._look.fonts.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _font(self) -> QFont:
        return self._look.fonts.font(Text.CAPTION)
