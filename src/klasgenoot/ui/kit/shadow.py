"""What floats? Panels with the one soft shadow, painted once and stretched as nine pieces."""

from math import ceil, exp

from PySide6.QtCore import QMargins, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap, QRegion
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.ui.kit.look import Look

BLUR, DROP = 32, 10
"""How far the shadow spreads and how far it falls, in pixels."""
SOFTNESS = BLUR / 3.6
"""How slowly the shadow fades, in pixels."""
RADIUS = 14
ROOM = QMargins(BLUR, BLUR - DROP, BLUR, BLUR + DROP)
"""Room a floating panel keeps around itself for its shadow."""
CORNER = BLUR + RADIUS + 8
"""Size of the corner pieces of the painted shadow."""


def shadow_patch(colour: QColor, *, radius: float = RADIUS) -> QPixmap:
    """A square picture of the shadow of a rounded box, to be stretched by its middle."""
    edge = 2 * CORNER + 2
    image = QImage(edge, edge, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    # rings from outside in, each as dark as a blurred edge is at that distance
    for step in range(2 * BLUR):
        away = BLUR - step
        part = 1 / (1 + exp(away / SOFTNESS))
        tint = QColor(colour)
        tint.setAlphaF(colour.alphaF() * part)
        painter.setBrush(tint)
        inset = step
        box = QRectF(inset, inset, edge - 2 * inset, edge - 2 * inset)
        if box.width() <= 0:
            break
        corner = max(2.0, radius + BLUR - step)
        painter.drawRoundedRect(box, corner, corner)
    painter.end()
    return QPixmap.fromImage(image)


def paint_patch(painter: QPainter, box: QRect, patch: QPixmap) -> None:
    """Draw a square patch over a box: corners as they are, edges and middle stretched."""
    corner = min(CORNER, box.width() // 2, box.height() // 2)
    columns = _cut(box.left(), box.width(), corner)
    rows = _cut(box.top(), box.height(), corner)
    cuts = _cut(0, patch.width(), corner)
    for (top, height), (cut_top, cut_height) in zip(rows, cuts, strict=True):
        for (left, width), (cut_left, cut_width) in zip(columns, cuts, strict=True):
            source = QRect(cut_left, cut_top, cut_width, cut_height)
            painter.drawPixmap(QRect(left, top, width, height), patch, source)


class Floating(QWidget):
    """A panel that floats: surface, line, one shadow. Put contents in `body`.

    The widget is larger than the panel by `ROOM`, where the shadow falls.

    Args:
        look: how everything looks.
        radius: corner radius of the panel.
        parent: the widget it floats over.
    """

    def __init__(
        self, look: Look, *, radius: float = RADIUS, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._radius = radius
        self._shadow = shadow_patch(look.tokens["shadow"], radius=radius)
        self.setContentsMargins(ROOM)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 18, 20, 18)

    def panel_rect(self) -> QRect:
        """Where the panel is, without the room for its shadow."""
        return self.rect().marginsRemoved(ROOM)

    def inner_rect(self) -> QRect:
        """Where the surface covers all that is below, whatever its corners."""
        edge = ceil(self._radius)
        return self.panel_rect().adjusted(edge, edge, -edge, -edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._look.tokens
        panel = QRectF(self.panel_rect())
        painter = QPainter(self)
        inner = self.inner_rect()
        if inner.contains(event.rect()):
            painter.fillRect(event.rect(), tokens["surface"])  # a letter in a field, no edge
            painter.end()
            return
        if not tokens.is_contrast:
            around = panel.adjusted(-BLUR, -BLUR, BLUR, BLUR).translated(0, DROP).toRect()
            painter.setClipRegion(event.region().subtracted(QRegion(inner)))  # none shows there
            paint_patch(painter, around, self._shadow)
            painter.setClipping(False)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if tokens.is_contrast else 1
        painter.setPen(QPen(tokens["line_2"], width))
        painter.setBrush(tokens["surface"])
        inset = width / 2
        box = panel.adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, self._radius - inset, self._radius - inset)
        painter.end()


def _cut(start: int, length: int, corner: int) -> list[tuple[int, int]]:
    """Start and length of the three pieces of a side."""
    middle = length - 2 * corner
    return [(start, corner), (start + corner, middle), (start + corner + middle, corner)]
