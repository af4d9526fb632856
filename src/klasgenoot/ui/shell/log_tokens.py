"""How is a recognised piece shown? A ground behind its letters, in the colour of its kind."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.theme import Colour

RADIUS = 5
TOKEN_ROOM = 3
"""The ground reaches this far beyond the letters, left and right."""


def paint_token(
    painter: QPainter, box: QRectF, *, look: Look, ground: Colour, line: Colour
) -> None:
    """Draw the ground of a piece whose letters fill `box`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.tokens[line], 1) if look.tokens.is_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(look.tokens[ground])
    painter.drawRoundedRect(box.adjusted(-TOKEN_ROOM, 0, TOKEN_ROOM, 0), RADIUS, RADIUS)


def paint_dashes(painter: QPainter, box: QRectF, *, look: Look, ink: Colour) -> None:
    """Draw a dashed line under a piece whose letters fill `box`."""
    pen = QPen(look.tokens[ink], 2)
    pen.setDashPattern([2, 1.5])
    painter.setPen(pen)
    bottom = round(box.bottom()) - 1
    painter.drawLine(round(box.left()), bottom, round(box.right()), bottom)
