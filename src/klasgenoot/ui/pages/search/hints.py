"""What can be typed? Three examples, shown while nothing is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.chips import Chip
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look


class Hints(QWidget):
    """Examples, each with what it finds.

    Args:
        look: how everything looks.
        sentence: what there is to search.
        parent: the widget it is on.
    """

    def __init__(self, look: Look, *, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(16)
        column.addWidget(Label(look, sentence, Text.BODY, colour="text_2"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        column.addStretch(1)

    def set_examples(self, examples: Sequence[tuple[str, str]]) -> None:
        """Show these: what is typed, and what it finds."""
        clear(self._grid)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for place, (typed, finds) in enumerate(examples):
            self._grid.addWidget(Chip(self._look, typed), place, 0, left)
            words = Label(self._look, finds, Text.SUPPORT, colour="text_2")
            self._grid.addWidget(words, place, 1)
