"""What are the eleven? The table of recommendations, one tab stop with arrow keys inside."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_stop import OneStop, go_to
from klasgenoot.ui.kit.page import Density
from klasgenoot.ui.pages.guide.row import RowButton, TableHeader
from klasgenoot.viewmodels.guide import GuideRow

ROW_HEIGHT = {Density.COMPACT: 44, Density.REGULAR: 46, Density.ROOMY: 54}
STACKED_BELOW = 760
"""Width under which a row has its cells below each other, pixels at text scale 1."""


class GuideTable(QWidget):
    """The recommendations in the order of the report.

    Signals:
        opened: the number of the recommendation to read.
        step_requested: the number of the one whose step is to be done.
    """

    opened = Signal(int)
    step_requested = Signal(int)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._density = Density.REGULAR
        self._rows: dict[int, RowButton] = {}
        self._stop = OneStop(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._header = TableHeader(look)
        self._column.addWidget(self._header)

    def set_rows(self, rows: Sequence[GuideRow]) -> None:
        """Show the recommendations as they are now."""
        for row in rows:
            if row.number in self._rows:
                self._rows[row.number].show_row(row)
            else:
                self._add(row)
        if self._stop.current is None:
            buttons = self._rows.values()
            self._stop.set_stops([stop for row in buttons for stop in (row, row.link)])

    def set_density(self, density: Density) -> None:
        """Take more or less room."""
        self._density = density
        self._arrange()

    def focus_row(self, number: int) -> None:
        """Give the focus to a row."""
        go_to(self._rows[number])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _add(self, row: GuideRow) -> None:
        button = RowButton(self._look, row)
        number = row.number
        button.clicked.connect(lambda _=False: self.opened.emit(number))
        button.link.clicked.connect(lambda _=False: self.step_requested.emit(number))
        self._column.addWidget(button)
        self._rows[number] = button

    def _arrange(self) -> None:
        px = self._look.fonts.px
        is_stacked = self.width() < px(STACKED_BELOW)
        self._header.setVisible(not is_stacked)
        for row in self._rows.values():
            row.stack(is_stacked)
            row.setMinimumHeight(px(ROW_HEIGHT[self._density]))
