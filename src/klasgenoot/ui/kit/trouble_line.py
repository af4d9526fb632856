"""Why could the answer not be kept? One sentence at the bottom of the page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look


class TroubleLine(QWidget):
    """An icon and a sentence; hidden when all is well."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = Label(look, "", Text.BODY, colour="brick_text")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        icon = IconLabel(look, "circle-alert", colour="brick_text")
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1000)
        row.addStretch(1)
        self.hide()

    def say(self, sentence: str) -> None:
        """Say what went wrong; an empty text takes it back."""
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))
