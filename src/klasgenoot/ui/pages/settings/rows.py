"""How does one setting stand on the page? Its name at the left, what can be chosen beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.field import Field
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look

NAMES, CONTROL, WIDEST_FIELD = 148, 36, 340
MOST = 99
"""The stretch of what takes all the room it may have."""


class SettingRows:
    """The rows of a card; the names are equally wide on every card.

    Args:
        look: how everything looks.
        card: where the rows go.
    """

    def __init__(self, look: Look, card: Card) -> None:
        self._look = look
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnMinimumWidth(0, look.fonts.px(NAMES))
        self._grid.setColumnStretch(1, 1)
        card.body.addLayout(self._grid)

    def add(self, name: str, widget: QWidget, *, is_wide: bool = False) -> None:
        """Adds a setting below the others; a wide one takes all the room there is."""
        row = self._grid.rowCount()
        label = Label(self._look, name, colour="text_2")
        label.setMinimumHeight(self._look.fonts.px(CONTROL))
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        is_wide = is_wide or isinstance(widget, TypedSetting)
        line = QHBoxLayout()
        line.addWidget(widget, MOST if is_wide else 0)
        line.addStretch(1)
        self._grid.addLayout(line, row, 1)


class TypedSetting(QWidget):
    """A setting that is typed, with a line below it for what is wrong."""

    def __init__(self, look: Look, *, name: str, placeholder: str = "") -> None:
        super().__init__()
        self.field = Field(look, name=name, placeholder=placeholder)
        self.setMaximumWidth(look.fonts.px(WIDEST_FIELD))
        self._wrong = Label(look, "", Text.SUPPORT, colour="brick_text")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self._wrong)
        self.say("")

    def show_value(self, text: str) -> None:
        """Shows what is set now; nothing is wrong with it."""
        self.field.setText(text)
        self.say("")

    def say(self, sentence: str) -> None:
        """Says what is wrong with what was typed, or (an empty text) nothing."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)
        self.field.setProperty("wrong", bool(sentence))
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
