"""How far is erasing? A card that counts the copies of the data that are cleared."""

from PySide6.QtCore import QCoreApplication, Slot

from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.progress import Progress

translate = QCoreApplication.translate


class CopiesCard(Card):
    """Words and a bar; without an end until the copies are counted."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._words = Label(look, "")
        self._progress = Progress(look, name=translate("Erasing", "Copies cleared"))
        self.body.addWidget(self._words)
        self.body.addWidget(self._progress)
        self.begin()

    def begin(self) -> None:
        """Says that it has begun."""
        self._words.setText(translate("Erasing", "Erasing. This takes a moment…"))
        self._progress.setRange(0, 0)

    @Slot(int, int)
    def show_done(self, done: int, total: int) -> None:
        """Shows how many copies are cleared."""
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        words = translate("Erasing", "Copies cleared: {done} of {total}")
        self._words.setText(words.format(done=done, total=total))
