"""What was said, word for word? A text with a bar at its side."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look

BAR, GAP = 3, 12
MARKS = "\N{LEFT SINGLE QUOTATION MARK}{}\N{RIGHT SINGLE QUOTATION MARK}"
OUTER_MARKS = "\N{LEFT DOUBLE QUOTATION MARK}{}\N{RIGHT DOUBLE QUOTATION MARK}"
"""Around words that have the single marks inside them."""


class Quote(QWidget):
    """Somebody's own words, in typographic quotation marks unless they stand for themselves."""

    def __init__(
        self,
        look: Look,
        words: str,
        *,
        role: Text = Text.BODY,
        marks: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(BAR + GAP, 0, 0, 0)
        pair = OUTER_MARKS if MARKS[0] in words else MARKS
        column.addWidget(Label(look, pair.format(words) if marks else words, role))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens["line" if tokens.is_contrast else "accent_tint_2"])
        painter.drawRoundedRect(QRectF(0, 0, BAR, self.height()), BAR / 2, BAR / 2)
        painter.end()
