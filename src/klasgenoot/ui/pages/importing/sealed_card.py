"""A class that a colleague handed over wants its passphrase before it can be read."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.secret_field import SecretField

translate = QCoreApplication.translate


class SealedCard(Card):
    """A field for the passphrase, and what it is about.

    Signals:
        typed: the passphrase.
        left: something else is to be read.
    """

    typed = Signal(str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, title=translate("SealedCard", "From a colleague"))
        self._words = Label(look, "")
        self._field = SecretField(
            look,
            name=translate("SealedCard", "Passphrase of this file"),
            placeholder=translate("SealedCard", "as your colleague told it"),
            show_words=translate("SealedCard", "Show what I type"),
        )
        self._field.returnPressed.connect(self._tell)
        self._open = Button(look, translate("SealedCard", "Open"), kind="primary")
        self._open.clicked.connect(self._tell)
        self.body.addWidget(self._words)
        self.body.addWidget(self._field)
        other = Button(look, translate("SealedCard", "Choose something else"), kind="ghost")
        other.clicked.connect(self.left)
        self.body.addLayout(flow(self._open, other))
        self.hide()

    def ask(self, name: str) -> None:
        """Asks for the passphrase of a file; without a name there is nothing to ask."""
        words = translate("SealedCard", "{name} is encrypted. Its passphrase opens it.")
        self._words.setText(words.format(name=name))
        was_shown = not self.isHidden()
        self.setVisible(bool(name))
        if name and not was_shown:
            self._field.clear()

    def take_focus(self) -> None:
        """Puts the keyboard in the field, over what was typed."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # the page would press what has the focus by now: the button that stops the reading
        if event.key() in ENTER:
            event.accept()
            return
        super().keyPressEvent(event)

    @Slot()
    def _tell(self) -> None:
        if self._field.text():
            self.typed.emit(self._field.text())
