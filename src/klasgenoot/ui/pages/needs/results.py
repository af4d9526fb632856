"""What did the class say? A plain bar for each answer, in the order of the form."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.progress import Progress
from klasgenoot.viewmodels.needs import Bar, Result

ANSWER = 220
"""Width of the words before a bar, in pixels at text scale 1."""


class Results(QWidget):
    """All questions with their totals."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[Result, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(22)

    def show_results(self, results: Sequence[Result]) -> None:
        """Show other totals."""
        if tuple(results) == self._shown:
            return
        self._shown = tuple(results)
        clear(self._column)
        for result in results:
            part = self._question(result)
            self._column.addWidget(part)
            part.show()

    def _question(self, result: Result) -> QWidget:
        look = self._look
        part = QWidget()
        part.setAccessibleName(result.question)
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        heading = Label(look, result.question, Text.CARD)
        grid.addWidget(heading, 0, 0, 1, 3)
        most = max((bar.times for bar in result.bars), default=0)
        for row, bar in enumerate(result.bars, start=1):
            self._add_bar(grid, row, bar, is_most=bar.times == most and most > 0)
        grid.setColumnStretch(1, 1)
        return part

    def _add_bar(self, grid: QGridLayout, row: int, bar: Bar, *, is_most: bool) -> None:
        look = self._look
        weight = QFont.Weight.DemiBold if is_most else QFont.Weight.Normal
        words = Label(look, bar.text, Text.BODY, weight=weight)
        words.setFixedWidth(look.fonts.px(ANSWER))
        line = Progress(look, name=bar.sentence)
        line.setRange(0, max(1, bar.of))
        line.setValue(min(bar.times, bar.of))
        count = Label(look, str(bar.times), Text.BODY, weight=weight, lines=1)
        count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        count.setFixedWidth(look.fonts.px(32))
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(words, row, 0, middle)
        grid.addWidget(line, row, 1, middle)
        grid.addWidget(count, row, 2, middle)
