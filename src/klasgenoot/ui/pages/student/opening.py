"""How to begin? What stands in place of the timeline as long as there was no contact."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.quote import MARKS
from klasgenoot.viewmodels.student_facts import Opening

translate = QCoreApplication.translate


class OpeningPart(QWidget):
    """A sentence, a question to begin with, and what you did: spoke, or not now.

    Attributes:
        spoken: that button.

    Signals:
        spoken_requested: you spoke today.
        question_requested: another question is wanted.
        later_requested: they are to be put off.
    """

    spoken_requested = Signal()
    question_requested = Signal()
    later_requested = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Label(look, "", Text.SECTION)
        self._advice = Label(look, "", colour="text_2")
        self._question = Label(look, "", Text.SECTION, weight=QFont.Weight.Normal)
        card = Card(look, sunken=True)
        card.body.setSpacing(3)
        words = translate("Student", "A question to begin with")
        card.body.addWidget(Label(look, words, Text.SUPPORT, colour="text_2"))
        card.body.addWidget(self._question)
        self.spoken = Button(look, translate("Student", "Spoken"), kind="primary", icon="check")
        self.spoken.setToolTip(translate("Student", "Logs a talk for today"))
        self.spoken.clicked.connect(self.spoken_requested)
        another = Button(
            look, translate("Student", "Another question"), kind="ghost", icon="shuffle"
        )
        another.clicked.connect(self.question_requested)
        later = Button(look, translate("Student", "Later"), kind="ghost")
        later.setToolTip(translate("Student", "Asks until when, and why"))
        later.clicked.connect(self.later_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 22, 0, 28)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addSpacing(4)
        column.addWidget(self._advice)
        column.addSpacing(16)
        column.addWidget(card)
        column.addSpacing(16)
        column.addLayout(flow(self.spoken, another, later))
        column.addStretch(1)

    def say(self, opening: Opening | None, *, after: QWidget) -> None:
        """Show another student's, or nothing.

        Args:
            opening: how to begin; None when there was contact.
            after: where the keyboard goes when it was on what goes away.
        """
        there = QApplication.focusWidget()
        if opening is None and there is not None and self.isAncestorOf(there):
            after.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setVisible(opening is not None)
        if opening is None:
            return
        self._heading.setText(opening.heading)
        self._advice.setText(opening.advice)
        self._question.setText(MARKS.format(opening.question))
