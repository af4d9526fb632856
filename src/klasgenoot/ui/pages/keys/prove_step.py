"""Before a way in is changed: whoever asks for it types the passphrase of now."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.secret_field import SecretField
from klasgenoot.viewmodels.keys import Want

translate = QCoreApplication.translate


class ProveStep(QWidget):
    """Says what follows, and asks who is there.

    Signals:
        typed: the passphrase of now, as somebody typed it.
        left: rather not.
    """

    typed = Signal(str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        card = Card(look)
        card.body.setSpacing(12)
        self._why = Label(look, "", colour="text_2")
        card.body.addWidget(self._why)
        self._field = SecretField(
            look,
            name=translate("Keys", "Your passphrase as it is now"),
            placeholder=translate("Keys", "Your passphrase as it is now"),
            show_words=translate("Keys", "Show what I type"),
        )
        self._field.returnPressed.connect(self._prove)
        card.body.addWidget(self._field)
        self._wrong = Label(look, "", Text.SUPPORT, colour="brick_text")
        card.body.addWidget(self._wrong)
        self._go = Button(look, translate("Keys", "Go on"), kind="primary")
        self._go.clicked.connect(self._prove)
        leave = Button(look, translate("Keys", "Leave it as it is"), kind="ghost")
        leave.clicked.connect(self.left)
        card.body.addLayout(flow(self._go, leave))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.say("")

    def explain(self, want: Want) -> None:
        """Says what comes after the passphrase of now."""
        words = {
            Want.PHRASE: translate(
                "Keys",
                "First the passphrase of now, so that nobody who passes by can change it. Then you"
                " choose another and get another recovery sheet.",
            ),
            Want.SHEET: translate(
                "Keys",
                "First the passphrase of now, so that nobody who passes by can do this. Then you"
                " get another code, and the sheet you have stops working.",
            ),
            Want.LEAKED: translate(
                "Keys",
                "Your classes get a new lock: another passphrase and another recovery sheet. What"
                " somebody knows or has found opens nothing of what you write from now on.",
            ),
            Want.OFF: translate(
                "Keys",
                "First the passphrase of now. From then on whoever is logged in on this computer"
                " can open your classes.",
            ),
        }
        self._why.setText(words[want])
        self.say("")

    def begin(self) -> None:
        """Puts the focus in the field."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, is_busy: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """While it is looked at nothing can be pressed."""
        self._field.setEnabled(not is_busy)
        self._go.setEnabled(not is_busy)
        moment, go = translate("Keys", "One moment…"), translate("Keys", "Go on")
        self._go.setText(moment if is_busy else go)
        if not self.isVisible():
            self._field.clear()

    def say(self, sentence: str) -> None:
        """Says what is wrong; an empty text takes it back."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        if sentence:
            self._field.selectAll()
            self.begin()

    @Slot()
    def _prove(self) -> None:
        if self._go.isEnabled() and self._field.text():
            self.say("")
            self.typed.emit(self._field.text())
