"""What do the tints and pips mean? The legend beside the filters."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from klasgenoot.domain.memory import Level
from klasgenoot.ui.kit.chips import FilterChips
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.pips import PIPS_WIDTH, paint_pips
from klasgenoot.ui.kit.theme import Colour

TINTS: dict[Level, Colour] = {
    Level.NEW: "lvl0",
    Level.LEARNING: "lvl1",
    Level.ALMOST: "lvl2",
    Level.KNOWN: "lvl3",
}
SWATCH, SWATCH_RADIUS, GAP = 14, 4, 6
MARGIN = 12


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


class FilterRow(QWidget):
    """The filters with the legend at the right, or below them when there is no room.

    Attributes:
        filters: the filters.
    """

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filters = FilterChips(look)
        self._entries = {level: LegendEntry(look, level) for level in Level}
        self._legend = QWidget()
        self._legend.setLayout(flow(*self._entries.values(), gap=14, line_gap=4))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(MARGIN)
        self._row.addWidget(self.filters)
        self._row.addStretch(1)
        self._row.addWidget(self._legend, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, texts: dict[Level, str]) -> None:
        """Show how many names have each level, in words."""
        for level, text in texts.items():
            self._entries[level].say(text)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the legend beside the filters: with tints, else without; or below."""
        fits = False
        for swatches in (True, False):
            for entry in self._entries.values():
                entry.set_swatch(swatches)
            needed = self.filters.sizeHint().width() + self._legend.sizeHint().width() + MARGIN
            fits = fits or needed <= self.width()
            if fits:
                break
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(beside if fits else below)
