"""Is it really meant? What cannot be undone is asked by having a name typed."""

from PySide6.QtCore import QCoreApplication, Signal, Slot

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.field import Ask
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.toast import announce
from klasgenoot.viewmodels.erasing import ErasingViewModel

translate = QCoreApplication.translate


class QuestionCard(Card):
    """The last step.

    Attributes:
        field: where the name is typed.

    Signals:
        meant: yes, for good.
        left: rather not.
    """

    meant = Signal()
    left = Signal()

    def __init__(self, look: Look, view_model: ErasingViewModel) -> None:
        super().__init__(look, title=translate("Erasing", "This cannot be undone"))
        self._look = look
        self._view_model = view_model
        self.body.setSpacing(12)
        self._ask = Ask(look, translate("Erasing", "Type the name to go on"))
        self.field = self._ask.field
        self.field.textChanged.connect(self.refresh)
        self.field.returnPressed.connect(self._on_meant)
        self.body.addWidget(self._ask)
        self._go = Button(
            look, translate("Erasing", "Erase for good"), kind="danger", icon="trash-2"
        )
        self._go.clicked.connect(self._on_meant)
        back = Button(look, translate("Erasing", "Rather not"), kind="ghost")
        back.clicked.connect(self.left)
        self.body.addLayout(flow(self._go, back))

    def begin(self) -> None:
        """Empties the field."""
        self.field.clear()
        self.say("")
        self.refresh()

    def say(self, sentence: str) -> None:
        """Says why it was not done."""
        self._ask.set_trouble(sentence)
        if sentence:
            announce(self, sentence)

    @Slot()
    def refresh(self) -> None:
        """Shows what is to be typed, and whether it was."""
        self.field.setPlaceholderText(self._view_model.word)
        self._go.setEnabled(self._view_model.is_meant(self.field.text()))

    @Slot()
    def _on_meant(self) -> None:
        if self._go.isEnabled():
            self.say("")
            self.meant.emit()
