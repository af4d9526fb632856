"""What can help now? One move that fits the phase last suspected."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.quote import Quote
from klasgenoot.viewmodels.phases import Move


class MoveCard(QWidget):
    """A quiet panel with a move, a question to the group and the signals of the newest note.

    As long as no phase was suspected it says what phases are.
    """

    def __init__(self, look: Look, *, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._about = about
        self._shown: Move | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._card = self._empty()
        self._column.addWidget(self._card)

    def set_move(self, move: Move | None) -> None:
        """Show another move."""
        if move == self._shown:
            return
        self._shown = move
        self._column.removeWidget(self._card)
        self._card.hide()
        self._card.deleteLater()
        self._card = self._filled(move) if move else self._empty()
        self._column.addWidget(self._card)

    def _empty(self) -> Card:
        card = Card(self._look, title=self.tr("A hunch, not a verdict"), sunken=True)
        card.body.addWidget(Label(self._look, self._about, Text.SUPPORT, colour="text_2"))
        return card

    def _filled(self, move: Move) -> Card:
        look = self._look
        title = self.tr("One move for {phase}").format(phase=move.phase)
        card = Card(look, sunken=True)
        card.setAccessibleName(title)
        card.body.setSpacing(12)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(Label(look, title, Text.CARD))
        head.addWidget(Label(look, move.move, colour="text_2"))
        card.body.addLayout(head)
        card.body.addWidget(Quote(look, move.question))
        if move.signals:
            card.body.addLayout(self._signals(move.signals))
        card.body.addWidget(Label(look, self._about, Text.CAPTION, colour="text_3"))
        return card

    def _signals(self, signals: tuple[str, ...]) -> QVBoxLayout:
        look = self._look
        column = QVBoxLayout()
        column.setSpacing(6)
        words = self.tr("Signals in your newest note")
        column.addWidget(Label(look, words, Text.SUPPORT, colour="text_2"))
        for signal in signals:
            row = QHBoxLayout()
            row.setSpacing(9)
            row.addWidget(IconLabel(look, "check", colour="accent_text"))
            row.addWidget(Label(look, signal, Text.SUPPORT), 1)
            column.addLayout(row)
        return column
