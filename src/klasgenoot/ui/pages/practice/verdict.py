"""What kind of news is it? The line above the name, with an icon in its colour."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.viewmodels.practice_words import Tone

SIZE = 20
LOOKS: dict[Tone, tuple[str, Colour]] = {
    Tone.NEW: ("scan-face", "accent_text"),
    Tone.ASKING: ("circle-question-mark", "honey_text"),
    Tone.RIGHT: ("circle-check", "accent_text"),
    Tone.GUESSED: ("circle-dashed", "honey_text"),
    Tone.AGAIN: ("rotate-ccw", "brick_text"),
}
"""Icon and colour by tone."""


class ToneIcon(QWidget):
    """The icon of a tone."""

    def __init__(
        self, look: Look, tone: Tone, *, size: int = SIZE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._tone = tone
        edge = look.fonts.px(size)
        self.setFixedSize(edge, edge)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tone(self, tone: Tone) -> None:
        """Show another one."""
        self._tone = tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        icon, colour = LOOKS[self._tone]
        painter = QPainter(self)
        self._look.icons.paint(painter, icon, QRectF(self.rect()), colour=colour)
        painter.end()


class VerdictLine(QWidget):
    """Icon and sentence."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = ToneIcon(look, Tone.NEW)
        self._text = Label(look, "", Text.BODY, weight=QFont.Weight.DemiBold)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)

    def say(self, tone: Tone, sentence: str) -> None:
        """Say the news."""
        self._icon.set_tone(tone)
        self._text.setText(sentence)
        self._text.set_colour(LOOKS[tone][1])
