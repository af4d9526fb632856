"""How many talks a week can you do? A number to choose, what follows from it, and taking that."""

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.choice import Dropdown
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.talks_a_week import UNSAID, TalksAWeek

translate = QCoreApplication.translate


class TalksRow(QWidget):
    """The question, the answer and the aim that goes with it."""

    def __init__(self, look: Look, view_model: TalksAWeek, *, name: str) -> None:
        super().__init__()
        self._view_model = view_model
        self.talks = Dropdown(look, name=name)
        for number in view_model.on_offer:
            words = translate("TalksAWeek", "%n a week", None, number)
            unsaid = translate("TalksAWeek", "not said")
            self.talks.addItem(unsaid if number == UNSAID else words, number)
        self.talks.activated.connect(self._on_talks_chosen)
        self._words = Label(look, "", Text.SUPPORT, colour="text_2")
        self.take = Button(look, size="small")
        self.take.clicked.connect(view_model.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(flow(self.talks, self.take))
        column.addWidget(self._words)
        view_model.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Shows what is set, and what follows from it now."""
        shown = self._view_model
        self.talks.setCurrentIndex(self.talks.findData(shown.talks))
        self._words.setText(shown.words)
        days = shown.proposal
        self.take.setVisible(days is not None)
        self.take.setText(translate("TalksAWeek", "Take %n day(s)", None, days or 0))

    @Slot(int)
    def _on_talks_chosen(self, place: int) -> None:
        self._view_model.say(self.talks.itemData(place))
