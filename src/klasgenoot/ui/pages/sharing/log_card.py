"""What left before? The log in words, the newest first."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.sharing_log import LogLine

translate = QCoreApplication.translate

DAY_WIDTH = 130


class LogCard(Card):
    """A line for each export."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, title=translate("Sharing", "What left before"))
        words = translate(
            "Sharing",
            "Kept so that you can tell a student who asks. Undo leaves these lines alone: what"
            " left cannot be called back.",
        )
        self.body.addWidget(Label(look, words, Text.SUPPORT, colour="text_2"))
        self._none = Label(look, translate("Sharing", "Nothing yet."), colour="text_3")
        self.body.addWidget(self._none)
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self.body.addWidget(holder)

    def show_log(self, lines: Sequence[LogLine]) -> None:
        """Shows these lines."""
        clear(self._list)
        self._none.setVisible(not lines)
        for line in lines:
            self._list.addWidget(self._row(line))

    def _row(self, line: LogLine) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        day = Label(self._look, line.day, Text.SUPPORT, colour="text_3")
        day.setMinimumWidth(self._look.fonts.px(DAY_WIDTH))
        across.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(self._look, line.what))
        if line.names:
            texts.addWidget(Label(self._look, line.names, Text.SUPPORT, colour="text_2"))
        across.addLayout(texts, 1)
        return row
