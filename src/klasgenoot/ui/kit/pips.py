"""How well, how often? Three pips for a name, up to four dots for contacts."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.ui.kit.look import Look

PIP, PIP_GAP, PIPS = 7, 2, 3
MOST_DOTS = 4
PIPS_WIDTH = PIPS * PIP + (PIPS - 1) * PIP_GAP
DASHES = [1.6, 1.6]
"""Dash and gap of the ring that means "none", in units of its line width."""


def paint_pips(painter: QPainter, left: float, middle: float, *, look: Look, level: int) -> None:
    """Draw three pips of which `level` (0 to 3) are full, centred on the line `middle`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number in range(PIPS):
        full = number < level
        colour = look.tokens["accent" if full else "line_strong"]
        painter.setPen(QPen(colour, 1.25))
        painter.setBrush(colour if full else Qt.BrushStyle.NoBrush)
        x = left + number * (PIP + PIP_GAP)
        painter.drawEllipse(
            QRectF(x, middle - PIP / 2, PIP, PIP).adjusted(0.75, 0.75, -0.75, -0.75)
        )
    painter.restore()


def paint_dots(painter: QPainter, right: float, middle: float, *, look: Look, count: int) -> None:
    """Draw contacts as dots that end at `right`; at most four, a dashed ring for none."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if count == 0:
        pen = QPen(look.tokens["text_3"], 1.25)
        pen.setDashPattern(DASHES)
        painter.setPen(pen)
        painter.drawEllipse(QPointF(right - 4, middle), 3.5, 3.5)
    painter.setBrush(look.tokens["accent"])
    for number in range(min(count, MOST_DOTS)):
        painter.setPen(Qt.PenStyle.NoPen)
        x = right - PIP - number * (PIP + PIP_GAP)
        painter.drawEllipse(QRectF(x, middle - PIP / 2, PIP, PIP))
    painter.restore()


class Pips(QWidget):
    """How well a name is known, 0 to 3. `name` says it in words for a screen reader."""

    def __init__(
        self, look: Look, level: int, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._level = level
        self.setFixedSize(PIPS_WIDTH, 16)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_pips(painter, 0, self.height() / 2, look=self._look, level=self._level)
        painter.end()
