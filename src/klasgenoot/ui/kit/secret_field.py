"""Where does one type a secret? A field of dots with an eye to look at it."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from klasgenoot.ui.kit.field import Field
from klasgenoot.ui.kit.look import Look


class SecretField(Field):
    """One line that shows dots until the eye is pressed.

    Args:
        look: how everything looks.
        name: what a screen reader says.
        show_words: what the eye is called.
        placeholder: grey example while it is empty.
        parent: the widget it is on.
    """

    def __init__(
        self,
        look: Look,
        *,
        name: str,
        show_words: str,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, name=name, placeholder=placeholder, parent=parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = QAction(look.icons.icon("eye"), show_words, self, checkable=True)
        self._eye.toggled.connect(self._on_eye_toggled)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)

    def reveal(self) -> None:
        """Show what stands in it."""
        self._eye.setChecked(True)

    @Slot(bool)
    def _on_eye_toggled(self, is_on: bool) -> None:  # noqa: FBT001 - a Qt slot
        mode = QLineEdit.EchoMode.Normal if is_on else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self._eye.setIcon(self._look.icons.icon("eye-off" if is_on else "eye"))
