"""What do the dots and the cells mean? Two quiet legends."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from klasgenoot.ui.kit.chips import FilterChips
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.pips import PIP, paint_dots
from klasgenoot.ui.kit.strip import CellKind, Legend

GAP = 7
ROW_GAP = 16


def kind_legend(look: Look, words: dict[CellKind, str]) -> Legend:
    """What each shape of cell means."""
    return Legend(look, tuple(words.items()))


class DotLegend(QWidget):
    """What a dot under a face means, and what the ring means."""

    def __init__(self, look: Look, *, dot: str, ring: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = (dot, ring)
        self.setAccessibleName(f"{dot}, {ring}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._look.fonts.font(Text.CAPTION))
        text = sum(metrics.horizontalAdvance(word) for word in self._words)
        return QSize(text + 2 * (PIP + GAP) + 16 + 2, self._look.fonts.line(Text.CAPTION))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self._look.fonts.font(Text.CAPTION)
        left, middle = 0.0, self.height() / 2
        for count, word in zip((1, 0), self._words, strict=True):
            paint_dots(painter, left + PIP + (1 - count), middle, look=self._look, count=count)
            left += PIP + GAP
            painter.setFont(font)
            painter.setPen(self._look.tokens["text_3"])
            width = QFontMetrics(font).horizontalAdvance(word)
            box = QRectF(left, 0, width + 2, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, word)
            left += width + 16
        painter.end()


class FilterRow(QWidget):
    """The filters with a legend at the right, or below them when there is no room."""

    def __init__(
        self, filters: FilterChips, legend: QWidget, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._filters = filters
        self._legend = legend
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(ROW_GAP)
        self._row.addWidget(filters, 1)
        self._row.addWidget(legend, 0, Qt.AlignmentFlag.AlignVCenter)

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            needed = self._filters.sizeHint().width() + self._legend.sizeHint().width() + ROW_GAP
            below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
            self._row.setDirection(beside if needed <= self.width() else below)
        return super().event(event)
