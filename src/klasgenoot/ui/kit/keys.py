"""How is a key on the keyboard shown? A small badge, in buttons and on its own."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look

HEIGHT, PADDING, RADIUS = 20, 5, 5


def badge_width(look: Look, keys: str) -> int:
    """How wide the badge of these keys is."""
    font = look.fonts.medium(Text.CAPTION)
    text = QFontMetricsF(font).horizontalAdvance(keys)
    return max(look.fonts.px(HEIGHT), round(text) + 2 * PADDING + 1)


def paint_badge(
    painter: QPainter,
    box: QRectF,
    *,
    look: Look,
    keys: str,
    ink: QColor | None = None,
) -> None:
    """Draw a key badge; with `ink` as an outline in that colour, for on a filled button."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = look.tokens["line_2"] if ink is None else ink
    painter.setPen(QPen(line, 1))
    painter.setBrush(look.tokens["surface"] if ink is None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS - 0.5, RADIUS - 0.5)
    painter.setFont(look.fonts.medium(Text.CAPTION))
    painter.setPen(look.tokens["text_3"] if ink is None else ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, keys)
    painter.restore()


class KeyBadge(QWidget):
    """A key on its own, such as `Ctrl K` in the search field."""

    def __init__(self, look: Look, keys: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._keys = keys
        self.setFixedSize(badge_width(look, keys), look.fonts.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_badge(painter, QRectF(self.rect()), look=self._look, keys=self._keys)
        painter.end()
