"""A class that a colleague handed over wants its passphrase before it can be read."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.secret_field import SecretField

translate = QCoreApplication.translate


class SealedCard(Card):
    """A field for the passphrase, and what it is about.

    Signals:
        typed: the passphrase.
    """

    typed = Signal(str)

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
        self.body.addLayout(flow(self._open))
        self.hide()

    def ask(self, name: str) -> None:
        """Asks for the passphrase of a file; without a name there is nothing to ask."""
        words = translate("SealedCard", "{name} is encrypted. Its passphrase opens it.")
        self._words.setText(words.format(name=name))
        was_shown = not self.isHidden()
        self.setVisible(bool(name))
        if name and not was_shown:
            self._field.clear()
        if name:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._field.selectAll()

    @Slot()
    def _tell(self) -> None:
        if self._field.text():
            self.typed.emit(self._field.text())
