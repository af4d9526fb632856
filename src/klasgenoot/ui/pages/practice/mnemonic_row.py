"""What is the name remembered by? Shown beside the answer, and typed or changed there."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import icon_button
from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.field import Field
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look

translate = QCoreApplication.translate


class MnemonicRow(QWidget):
    """The mnemonic, or the question what it could be, with a pencil.

    Signals:
        kept: what was typed.
        left: the field is closed; the keyboard can go on.
    """

    kept = Signal(str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._text = ""
        self._label = Label(look, "")
        self._pencil = icon_button(
            look, "pencil", translate("Practice", "Change the mnemonic (E)"), kind="ghost"
        )
        self._pencil.clicked.connect(self.edit)
        self._field = Field(look, name=translate("Practice", "Mnemonic"))
        self._field.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._label, 1)
        row.addWidget(self._field, 1)
        row.addWidget(self._pencil, 0, Qt.AlignmentFlag.AlignTop)

    def show_mnemonic(self, text: str) -> None:
        """Show what the name is remembered by; an empty text asks for it."""
        self._text = text
        self._label.setText(text or translate("Practice", "What does this name make you think of?"))
        self._label.set_colour("text" if text else "text_3")
        self._close()

    @Slot()
    def edit(self) -> None:
        """Let it be typed."""
        self._field.setText(self._text)
        self._label.hide()
        self._pencil.hide()
        self._field.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._field.isHidden():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape or event.key() in ENTER:
            # here and not in the field, which lets Enter through: it would go on to the next card
            if event.key() in ENTER:
                self.kept.emit(self._field.text())
            self._close()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _close(self) -> None:
        self._field.hide()
        self._label.show()
        self._pencil.show()
