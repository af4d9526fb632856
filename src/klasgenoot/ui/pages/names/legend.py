"""What do the tints and pips mean? The legend beside the filters."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from klasgenoot.domain.memory import Level
from klasgenoot.ui.kit.chips import FilterChips
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.levels import LegendEntry
from klasgenoot.ui.kit.look import Look

MARGIN = 12


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
