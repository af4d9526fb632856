"""What can be done with the whole round? On paper, to a calendar, or at an end."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.choice import Check
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.said_line import SaidLine

translate = QCoreApplication.translate


class RoundCard(Card):
    """The plan as a whole.

    Attributes:
        to_print: puts it on paper.
        said: how giving it out went.

    Signals:
        print_requested: it is wanted on paper.
        calendar_requested: it is wanted in a calendar; whether first names go along.
        end_requested: the round is to end.
    """

    print_requested = Signal()
    calendar_requested = Signal(bool)
    end_requested = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, title=translate("Talks", "The plan"), parent=parent)
        self._named = Check(look, translate("Talks", "With first names"))
        self.to_print = Button(look, translate("Talks", "Print"), icon="printer")
        self.to_print.clicked.connect(self.print_requested)
        self._calendar = Button(look, translate("Talks", "To your calendar"), icon="calendar")
        self._calendar.clicked.connect(
            lambda: self.calendar_requested.emit(self._named.isChecked())
        )
        about = translate(
            "Talks", "Your calendar may be copied to other computers and phones: then better not."
        )
        end = Button(look, translate("Talks", "End the round"), kind="ghost")
        end.clicked.connect(self.end_requested)
        self.body.setSpacing(10)
        self.said = SaidLine(look, text=Text.SUPPORT, colour="text_2")
        self.body.addLayout(flow(self.to_print, self._calendar))
        self.body.addWidget(self.said)
        self.body.addWidget(self._named)
        self.body.addWidget(Label(look, about, Text.CAPTION, colour="text_3"))
        self.body.addLayout(flow(end))

    def allow(self, *, leaving: bool) -> None:
        """Say whether there is anything left to give out."""
        self.to_print.setEnabled(leaving)
        self._calendar.setEnabled(leaving)
