"""What opens this backup? A passphrase, the recovery sheet, or the key file of then."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.field import Field
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.secret_field import SecretField

translate = QCoreApplication.translate


class UnlockStep(QWidget):
    """A field and a button.

    Signals:
        passphrase_given: what was typed.
        code_given: what was typed.
        key_file_requested: the file of a teacher who had no passphrase.
        back_requested: another backup.
    """

    passphrase_given = Signal(str)
    code_given = Signal(str)
    key_file_requested = Signal()
    back_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._by_code = False
        self._by_key_file = False
        self._can_try = True
        self._card = Card(look)
        self._card.body.setSpacing(12)
        self._words = Label(look, "", colour="text_2")
        self._card.body.addWidget(self._words)
        self._secret = SecretField(
            look,
            name=translate("Restore", "Passphrase"),
            placeholder=translate("Restore", "Passphrase"),
            show_words=translate("Restore", "Show what I type"),
        )
        self._code = Field(
            look,
            name=translate("Restore", "Code of the recovery sheet"),
            placeholder=translate("Restore", "Code of the recovery sheet"),
        )
        for field in (self._secret, self._code):
            field.returnPressed.connect(self._try)
            self._card.body.addWidget(field)
        self._go = Button(look, kind="primary")
        self._go.clicked.connect(self._try)
        self._other = Button(look, kind="ghost", icon="key-round")
        self._other.clicked.connect(self._on_other_clicked)
        back = Button(look, translate("Restore", "Another backup"), kind="ghost")
        back.clicked.connect(self.back_requested)
        self._card.body.addLayout(flow(self._go, self._other, back))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def begin(self) -> None:
        """Puts the focus where one types."""
        self._secret.clear()
        self._code.clear()
        first: QWidget = self._go if self._by_key_file else self._field
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def again(self) -> None:
        """It was not right: what was typed can be typed over."""
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_try(self, *, when: str, by_key_file: bool, is_busy: bool, wait: int) -> None:
        """Shows what is asked, and whether one can try now."""
        self._by_key_file = by_key_file
        self._can_try = not (is_busy or wait)
        with_words = translate(
            "Restore", "The backup of {when} opens with the passphrase that you had then."
        )
        with_file = translate(
            "Restore",
            "The backup of {when} was made without a passphrase. It opens with the file"
            " klasgenoot.key from the data folder of then, and only with that.",
        )
        self._words.setText((with_file if by_key_file else with_words).format(when=when))
        self._show_fields()
        self._go.setEnabled(self._can_try)
        if is_busy:
            words = translate("Restore", "One moment…")
        elif wait:
            words = translate("Restore", "Try again in %n second(s)", None, wait)
        elif by_key_file:
            words = translate("Restore", "Choose klasgenoot.key…")
        else:
            words = translate("Restore", "Open")
        self._go.setText(words)

    @property
    def _field(self) -> QLineEdit:
        return self._code if self._by_code else self._secret

    def _show_fields(self) -> None:
        self._secret.setVisible(not self._by_code and not self._by_key_file)
        self._code.setVisible(self._by_code and not self._by_key_file)
        self._other.setVisible(not self._by_key_file)
        self._other.setText(
            translate("Restore", "Use the passphrase")
            if self._by_code
            else translate("Restore", "Use the recovery sheet")
        )

    @Slot()
    def _try(self) -> None:
        if not self._can_try:
            return
        if self._by_key_file:
            self.key_file_requested.emit()
        elif self._by_code:
            self.code_given.emit(self._code.text())
        else:
            self.passphrase_given.emit(self._secret.text())

    @Slot()
    def _on_other_clicked(self) -> None:
        self._by_code = not self._by_code
        self._show_fields()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
