"""Where do I get my class list? One picks a system and reads what to do there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.list_systems import ListSystem
from klasgenoot.ui.kit.choice import Dropdown
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look


class WhereFrom(QWidget):
    """The question, the systems to pick from, and the steps of the one that was picked."""

    def __init__(self, look: Look, systems: Sequence[ListSystem]) -> None:
        super().__init__()
        self._look = look
        self._systems = tuple(systems)
        question = self.tr("Where do I get my class list?")
        self.choice = Dropdown(look, name=question)
        self.choice.addItem(self.tr("Pick your system"))
        for system in self._systems:
            self.choice.addItem(system.name)
        self.choice.activated.connect(self._on_picked)
        asked = QHBoxLayout()
        asked.setSpacing(12)
        asked.addWidget(Label(look, question, weight=QFont.Weight.DemiBold))
        asked.addWidget(self.choice)
        asked.addStretch(1)
        self._steps = QGridLayout()
        self._steps.setHorizontalSpacing(8)
        self._steps.setVerticalSpacing(6)
        self._steps.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(asked)
        column.addLayout(self._steps)

    @Slot(int)
    def _on_picked(self, at: int) -> None:
        clear(self._steps)
        steps = self._systems[at - 1].steps if at else ()
        top = Qt.AlignmentFlag.AlignTop
        for row, step in enumerate(steps):
            if len(steps) > 1:
                number = Label(self._look, f"{row + 1}.", Text.SUPPORT, colour="text_3")
                self._steps.addWidget(number, row, 0, top)
            words = Label(self._look, step, Text.SUPPORT, colour="text_2")
            self._steps.addWidget(words, row, 1, top)
