"""Which facts are told? The last contacts, each with a tick for its day and one for its words."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.contact import ContactId
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.choice import BOX, GAP, Check
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.transfer import TICKED, FactRow

translate = QCoreApplication.translate


class FactsCard(Card):
    """What was there, to be ticked. Words are told only when they are ticked too.

    Signals:
        ticked: another choice was made.
    """

    ticked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, title=translate("Transfer", "2. Tick what they get to know"))
        self._look = look
        self._shown: tuple[FactRow, ...] | None = None
        self._days: dict[ContactId, Check] = {}
        self._words: dict[ContactId, Check] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.body.addLayout(self._column)

    @property
    def chosen(self) -> tuple[frozenset[ContactId], frozenset[ContactId]]:
        """The contacts whose day is told, and those whose words are told too."""
        days = frozenset(who for who, check in self._days.items() if check.isChecked())
        words = frozenset(who for who, check in self._words.items() if check.isChecked())
        return days, words & days

    def show_facts(self, rows: tuple[FactRow, ...]) -> bool:
        """Shows these contacts; False when they stand there already."""
        if rows == self._shown:
            return False
        self._shown = rows
        self._days, self._words = {}, {}
        clear(self._column)
        for number, row in enumerate(rows):
            self._column.addWidget(self._line(row, is_ticked=number < TICKED))
        if not rows:
            words = translate("Transfer", "No contact yet that can be told.")
            self._column.addWidget(Label(self._look, words, colour="text_2"))
        return True

    def _line(self, row: FactRow, *, is_ticked: bool) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        day = Check(self._look, row.line)
        day.setChecked(is_ticked)
        self._days[row.id] = day
        left = Qt.AlignmentFlag.AlignLeft  # a check would hold the column to its own width
        column.addWidget(day, 0, left)
        if row.text:
            words = Check(self._look, translate("Transfer", "with the words"))
            words.setAccessibleName(f"{words.text()}: {row.text}")
            words.setEnabled(is_ticked)
            day.toggled.connect(words.setEnabled)
            words.toggled.connect(self.ticked)
            self._words[row.id] = words
            below = QHBoxLayout()
            below.setContentsMargins(self._look.fonts.px(BOX) + GAP, 0, 0, 0)
            inside = QVBoxLayout()
            inside.setSpacing(3)
            inside.addWidget(Label(self._look, row.text, Text.SUPPORT, colour="text_2"))
            inside.addWidget(words, 0, left)
            below.addLayout(inside, 1)
            column.addLayout(below)
        day.toggled.connect(self.ticked)
        return line
