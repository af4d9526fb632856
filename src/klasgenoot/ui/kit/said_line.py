"""How did it go? One sentence on a page, said aloud too; hidden while there is nothing to say."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.ui.kit.toast import announce


class SaidLine(Label):
    """A sentence that comes and goes."""

    def __init__(
        self, look: Look, *, text: Text = Text.BODY, colour: Colour, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "", text, colour=colour, parent=parent)
        self.hide()

    @Slot(str)
    def say(self, sentence: str) -> None:
        """Says how it went; an empty text takes it back."""
        self.setText(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)
