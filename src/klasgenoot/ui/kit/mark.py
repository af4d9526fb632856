"""What is our mark? Two photo tiles that overlap: classmates."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.theme import Tokens

VIEW = 24
LEFT_TILE, RIGHT_TILE = QRectF(1, 4, 14, 16), QRectF(9, 4, 14, 16)
RADIUS = 4.5
OVERLAP = 0.38
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)


def paint_mark(painter: QPainter, box: QRectF, *, tokens: Tokens) -> None:
    """Draw the mark in a square box."""
    left, right = QPainterPath(), QPainterPath()
    left.addRoundedRect(LEFT_TILE, RADIUS, RADIUS)
    right.addRoundedRect(RIGHT_TILE, RADIUS, RADIUS)
    shade = QColor(tokens["text"])
    shade.setAlphaF(OVERLAP)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / VIEW, box.height() / VIEW)
    painter.fillPath(left, tokens["honey"])
    painter.fillPath(right, tokens["accent"])
    painter.fillPath(left.intersected(right), shade)
    painter.restore()


def window_icon(tokens: Tokens) -> QIcon:
    """The icon of the app's windows, in all sizes that desktops ask for."""
    icon = QIcon()
    for edge in ICON_SIZES:
        picture = QPixmap(edge, edge)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_mark(painter, QRectF(0, 0, edge, edge), tokens=tokens)
        painter.end()
        icon.addPixmap(picture)
    return icon


class Mark(QWidget):
    """The mark on a page."""

    def __init__(self, look: Look, *, size: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedSize(QSize(size, size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_mark(painter, QRectF(self.rect()), tokens=self._look.tokens)
        painter.end()
