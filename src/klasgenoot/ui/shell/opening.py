"""What stands there for the blink of an eye before the first page: flat tiles, on their way."""

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from klasgenoot.ui.kit.look import Look

TILE, GAP, RADIUS = (104, 154), 12, 14
MARGIN, TOP = 40, 148


class Opening(QWidget):
    """Paints flat tiles and asks for the page as soon as they are on screen.

    Signals:
        painted: it is on screen; what takes longer can begin.
    """

    painted = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._is_told = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        fonts = self._look.fonts
        width, height = fonts.px(TILE[0]), fonts.px(TILE[1])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.tokens["sunken"])
        for top in range(TOP, self.height() - height, height + GAP):
            for left in range(MARGIN, self.width() - width - MARGIN, width + GAP):
                painter.drawRoundedRect(QRectF(left, top, width, height), RADIUS, RADIUS)
        painter.end()
        if not self._is_told:
            self._is_told = True
            QTimer.singleShot(0, self, self.painted.emit)
