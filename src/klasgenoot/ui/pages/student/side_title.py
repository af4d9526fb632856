"""What is a part at the side called? Its title, a word beside it, and its one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import icon_button
from klasgenoot.ui.kit.flow import Flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look

HEIGHT = 30


class SideTitle(QWidget):
    """A title with a quiet word and an icon button at the right.

    The word stands at the right edge, and below the title where the two do not fit on a line.

    Signals:
        requested: the button was pressed.
    """

    requested = Signal()

    def __init__(self, look: Look, title: str, *, icon: str, does: str) -> None:
        super().__init__()
        self._word = Label(look, "", Text.SUPPORT, colour="text_2", lines=1)
        self._word.hide()
        self.button = icon_button(look, icon, does, size="small")
        self.button.clicked.connect(self.requested)
        words = Flow(gap=6, line_gap=0, apart=True)
        words.addWidget(Label(look, title, Text.CARD, lines=1))
        words.addWidget(self._word)
        height = look.fonts.px(HEIGHT)
        beside_button = (height - look.fonts.line(Text.CARD)) // 2
        words.setContentsMargins(0, beside_button, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.setMinimumHeight(height)

    def say(self, word: str) -> None:
        """Show a word beside the title."""
        self._word.setText(word)
        self._word.setVisible(bool(word))
