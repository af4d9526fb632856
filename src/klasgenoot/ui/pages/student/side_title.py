"""What is a part at the side called? Its title, a word beside it, and its one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import icon_button
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look

HEIGHT = 30


class SideTitle(QWidget):
    """A title with a quiet word and an icon button at the right.

    Signals:
        requested: the button was pressed.
    """

    requested = Signal()

    def __init__(self, look: Look, title: str, *, icon: str, does: str) -> None:
        super().__init__()
        self._word = Label(look, "", Text.SUPPORT, colour="text_2", lines=1)
        self._word.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.button = icon_button(look, icon, does, size="small")
        self.button.clicked.connect(self.requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Label(look, title, Text.CARD, lines=1))
        row.addWidget(self._word, 1)
        row.addWidget(self.button)
        self.setMinimumHeight(look.fonts.px(HEIGHT))

    def say(self, word: str) -> None:
        """Show a word beside the title."""
        self._word.setText(word)
