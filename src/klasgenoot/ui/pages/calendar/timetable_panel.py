"""What stands in this timetable? What would come in, and which class the rest is for."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.people import ClassId
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.choice import Dropdown
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.panel import Panel
from klasgenoot.ui.kit.trouble_line import TroubleLine
from klasgenoot.viewmodels.timetable import Asked, TimetableViewModel

translate = QCoreApplication.translate

WIDTH = 560
NO_CLASS = 0
"""Stands among the classes for "leave it out"."""


class TimetablePanel(Panel):
    """A timetable that was read.

    Signals:
        keep_requested: it is to be taken in.
    """

    keep_requested = Signal()

    def __init__(self, look: Look, window: QWidget, view_model: TimetableViewModel) -> None:
        super().__init__(
            look,
            window,
            title=translate("Calendar", "Import a timetable"),
            subtitle=view_model.source,
            close_name=translate("Calendar", "Close"),
            width=WIDTH,
        )
        self._view_model = view_model
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self._question = Label(
            look, translate("Calendar", "Which class is this?"), weight=QFont.Weight.DemiBold
        )
        self._asked = QGridLayout()
        self._asked.setHorizontalSpacing(12)
        self._asked.setVerticalSpacing(8)
        self._asked.setColumnStretch(0, 1)
        self._dropdowns: list[Dropdown] = []
        for row, asked in enumerate(view_model.asked):
            self._ask(row, asked)  # before the button: Tab goes on to it
        self._trouble = TroubleLine(look)
        self.button = Button(look, translate("Calendar", "Import"), kind="primary", keys="Enter")
        self.button.clicked.connect(self.keep_requested)
        foot = QHBoxLayout()
        foot.addWidget(self.button)
        foot.addStretch(1)
        self.body.addLayout(self._lines)
        self.body.addWidget(self._question)
        self.body.addLayout(self._asked)
        self.body.addWidget(self._trouble)
        self.body.addLayout(foot)
        self._question.setVisible(bool(self._dropdowns))
        self.show_found()

    def first(self) -> QWidget:
        """Where the keyboard begins: at what is asked, else at the button."""
        return self._dropdowns[0] if self._dropdowns else self.button

    def show_found(self) -> None:
        """Say what would come in."""
        clear(self._lines)
        lines = self._view_model.lines or (
            translate("Calendar", "No lesson of your classes was found in it."),
        )
        for words in lines:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            icon = "check" if self._view_model.can_keep else "info"
            row.addWidget(IconLabel(self._look, icon), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(self._look, words), 1)
            self._lines.addWidget(line)
        self.button.setEnabled(self._view_model.can_keep)
        if self.isVisible():
            self.refit()

    def set_trouble(self, sentence: str) -> None:
        """Say why it was not taken in."""
        self._trouble.say(sentence)
        self.refit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_asked = any(dropdown.hasFocus() for dropdown in self._dropdowns)
        if event.key() in ENTER and is_asked:
            self.button.click()  # a drop-down that is closed has no use for it
            return
        super().keyPressEvent(event)

    def _ask(self, row: int, asked: Asked) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(self._look, asked.title, lines=2))
        texts.addWidget(Label(self._look, asked.line, Text.CAPTION, colour="text_2"))
        words = translate("Calendar", "Which class is {title}?").format(title=asked.title)
        choice = Dropdown(self._look, name=words)
        choice.addItem(translate("Calendar", "leave it out"), NO_CLASS)
        for class_id, name in self._view_model.classes.items():
            choice.addItem(name, int(class_id))
        choice.setCurrentIndex(max(0, choice.findData(int(asked.class_id or NO_CLASS))))
        choice.currentIndexChanged.connect(
            lambda _=0, title=asked.title: self._view_model.choose(
                title, ClassId(choice.currentData()) if choice.currentData() else None
            )
        )
        self._asked.addLayout(texts, row, 0)
        self._asked.addWidget(choice, row, 1, Qt.AlignmentFlag.AlignVCenter)
        self._dropdowns.append(choice)
