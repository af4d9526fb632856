"""What was typed otherwise? The name letter by letter, with the odd letters marked."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from klasgenoot.domain.spelling import LetterMark, Mark
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look

TILE, GAP, RADIUS, LETTER = QSize(30, 38), 3, 7, 19
WORDS_GAP = 14


class Letters(QWidget):
    """A tile per letter. A forgotten one has a dashed edge, one too many is struck through."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._letters: Sequence[LetterMark] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_letters(self, letters: Sequence[LetterMark]) -> None:
        """Show a name with its marks."""
        self._letters = letters
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        tile = self._tile()
        count = max(1, len(self._letters))
        return QSize(count * (tile.width() + GAP) - GAP, tile.height())

    def minimumSizeHint(self) -> QSize:
        return self._tile()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-max(1, len(self._letters)) // self._per_row(width))
        return rows * (self._tile().height() + GAP) - GAP

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self._look.fonts.font(Text.BODY))
        font.setPixelSize(self._look.fonts.px(LETTER))
        painter.setFont(font)
        tile, per_row = self._tile(), self._per_row(self.width())
        for number, letter in enumerate(self._letters):
            row, column = divmod(number, per_row)
            left, top = column * (tile.width() + GAP), row * (tile.height() + GAP)
            self._paint_letter(painter, QRectF(left, top, tile.width(), tile.height()), letter)
        painter.end()

    def _paint_letter(self, painter: QPainter, box: QRectF, letter: LetterMark) -> None:
        tokens = self._look.tokens
        kept = letter.mark is Mark.KEPT
        painter.setBrush(tokens["sunken" if kept else "honey_tint"])
        painter.setPen(Qt.PenStyle.NoPen)
        if not kept or tokens.is_contrast:
            pen = QPen(tokens["line" if kept else "honey_edge"], 1)
            if letter.mark is Mark.MISSING:
                pen.setDashPattern([3, 2])
            painter.setPen(pen)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.setPen(tokens["text" if kept else "honey_text"])
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter.letter)
        if letter.mark is Mark.EXTRA:
            painter.setPen(QPen(tokens["honey_text"], 1.5))
            middle = round(box.center().y()) + 0.5
            painter.drawLine(QLineF(box.left() + 6, middle, box.right() - 6, middle))

    def _tile(self) -> QSize:
        px = self._look.fonts.px
        return QSize(px(TILE.width()), px(TILE.height()))

    def _per_row(self, width: int) -> int:
        return max(1, (width + GAP) // (self._tile().width() + GAP))


class SpelledName(QWidget):
    """The letters, and what is odd about them in words: beside them, or below if narrow."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = Letters(look)
        self._words = Label(look, "", Text.SUPPORT, colour="text_2")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(WORDS_GAP)
        self._row.addWidget(self._letters)
        self._row.addWidget(self._words, 1)

    def show_name(self, letters: Sequence[LetterMark], words: str) -> None:
        """Show a name with its marks, and say what is odd; an empty text says nothing."""
        self._letters.show_letters(letters)
        self._letters.setAccessibleName(words)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        needed = self._letters.sizeHint().width() + WORDS_GAP + self._words.sizeHint().width()
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(beside if needed <= self.width() else below)
