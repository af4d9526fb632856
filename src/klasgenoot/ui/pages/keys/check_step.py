"""Step three: two groups of the code typed back, to see that the sheet is there and right."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.field import Ask
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look

translate = QCoreApplication.translate


class CheckStep(QWidget):
    """A field for each group that is asked.

    Signals:
        answered: what was typed, a tuple of texts.
        back_requested: the code is wanted once more.
    """

    answered = Signal(object)
    back_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._asks: list[Ask] = []
        card = Card(look, title=translate("Keys", "Take your sheet"))
        card.body.setSpacing(12)
        why = translate("Keys", "Type two groups from the paper, so that you know it works.")
        card.body.addWidget(Label(look, why, colour="text_2"))
        self._fields = QVBoxLayout()
        self._fields.setSpacing(10)
        card.body.addLayout(self._fields)
        ready = Button(look, translate("Keys", "Check"), kind="primary")
        ready.clicked.connect(self._answer)
        back = Button(look, translate("Keys", "See the code once more"), kind="ghost")
        back.clicked.connect(self.back_requested)
        card.body.addLayout(flow(ready, back))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def ask(self, places: tuple[int, ...]) -> None:
        """Asks for these groups, counted from 0."""
        clear(self._fields)
        self._asks = []
        for place in places:
            question = translate("Keys", "Group {number}").format(number=place + 1)
            ask = Ask(self._look, question)
            ask.field.returnPressed.connect(self._answer)
            self._fields.addWidget(ask)
            ask.show()  # at once, so that it can have the focus
            self._asks.append(ask)
        if self._asks:
            self._asks[0].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_wrong(self) -> None:
        """What was typed is not what stands on the sheet."""
        self._asks[-1].set_trouble(
            translate("Keys", "That is not what stands on the sheet. Look once more.")
        )
        self._asks[0].field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _answer(self) -> None:
        self.answered.emit(tuple(ask.field.text() for ask in self._asks))
