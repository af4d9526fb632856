"""How well are names known? The bar of a whole class, and the legend of its tints and pips."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.domain.memory import Level
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.pips import PIPS_WIDTH, paint_pips
from klasgenoot.ui.kit.theme import Colour

PARTS: dict[Level, Colour] = {
    Level.KNOWN: "accent",
    Level.ALMOST: "accent_tint_2",
    Level.LEARNING: "honey",
    Level.NEW: "hover",
}
"""The pieces of the bar from left to right."""
BAR, BAR_GAP, RADIUS = 8, 2, 4
TINTS: dict[Level, Colour] = {
    Level.NEW: "lvl0",
    Level.LEARNING: "lvl1",
    Level.ALMOST: "lvl2",
    Level.KNOWN: "lvl3",
}
SWATCH, SWATCH_RADIUS, GAP = 14, 4, 6


class LevelBar(QWidget):
    """The whole class as one bar, in pieces as long as there are names of each level."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._counts: dict[Level, int] = {}
        self.setFixedHeight(BAR)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_counts(self, counts: dict[Level, int], *, name: str) -> None:
        """Show how many names have each level; `name` says it in words."""
        self._counts = counts
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, BAR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        parts = [(level, self._counts.get(level, 0)) for level in PARTS]
        parts = [(level, count) for level, count in parts if count]
        total = sum(count for _, count in parts)
        room = self.width() - BAR_GAP * (len(parts) - 1)
        left = 0.0
        for level, count in parts:
            width = room * count / total
            box = QRectF(left, 0, width, BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            if tokens.is_contrast:
                painter.setPen(QPen(tokens["line"], 1))
                box = box.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setBrush(tokens[PARTS[level]])
            painter.drawRoundedRect(box, RADIUS, RADIUS)
            left += width + BAR_GAP
        painter.end()


class LegendEntry(QWidget):
    """One level: its tint, its pips, and how many names have it."""

    def __init__(self, look: Look, level: Level, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._level = level
        self._text = ""
        self._swatch = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Show a text."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_swatch(self, shown: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Show the tint before the pips, or leave it out where room is short."""
        self._swatch = shown
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        text = QFontMetrics(self._font()).horizontalAdvance(self._text) + 2
        before = SWATCH + GAP if self._swatch else 0
        return QSize(before + PIPS_WIDTH + GAP + text, self._look.fonts.line(Text.CAPTION))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        left = 0.0
        if self._swatch:
            painter.setPen(QPen(tokens["line_2"], 1))
            painter.setBrush(tokens[TINTS[self._level]])
            box = QRectF(0.5, round(middle - SWATCH / 2) + 0.5, SWATCH - 1, SWATCH - 1)
            painter.drawRoundedRect(box, SWATCH_RADIUS, SWATCH_RADIUS)
            left += SWATCH + GAP
        paint_pips(painter, left, middle, look=self._look, level=self._level)
        left += PIPS_WIDTH + GAP
        painter.setFont(self._font())
        painter.setPen(tokens["text_2"])
        room = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._text)
        painter.end()

    def _font(self) -> QFont:
        return self._look.fonts.font(Text.CAPTION)
