"""The last word: what the passphrase does from now on."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look

translate = QCoreApplication.translate


class DoneStep(QWidget):
    """A sentence and a button.

    Signals:
        left: on to what comes next.
    """

    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        card = Card(look, title=translate("Keys", "That is all"))
        card.body.setSpacing(12)
        words = translate(
            "Keys",
            "From now on Klasgenoot asks for your passphrase when it opens, and locks itself when"
            " you are away.",
        )
        card.body.addWidget(Label(look, words, colour="text_2"))
        self._go = Button(look, translate("Keys", "Go on"), kind="primary")
        self._go.clicked.connect(self.left)
        card.body.addWidget(self._go, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def begin(self) -> None:
        """Puts the focus on the button."""
        self._go.setFocus(Qt.FocusReason.OtherFocusReason)
