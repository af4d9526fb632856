"""What was typed otherwise? The name letter by letter, with the odd letters marked."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from klasgenoot.domain.spelling import LetterMark, Mark
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look

TILE, GAP, RADIUS, LETTER = QSize(30, 38), 3, 7, 19
BETWEEN_WORDS = 15
"""What stands free between two words of a name."""
REMARK_GAP = 14
WIDEST = 2**24 - 1


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
        last = self._places(WIDEST)[-1:]
        return QSize(last[0].x() if last else 0, 0) + self._tile()

    def minimumSizeHint(self) -> QSize:
        return self._tile()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        last = self._places(width)[-1:]
        return (last[0].y() if last else 0) + self._tile().height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self._look.fonts.font(Text.BODY))
        font.setPixelSize(self._look.fonts.px(LETTER))
        painter.setFont(font)
        tile, places = self._tile(), self._places(self.width())
        for place, letter in zip(places, self._letters, strict=True):
            self._paint_letter(painter, QRectF(QRect(place, tile)), letter)
        painter.end()

    def _paint_letter(self, painter: QPainter, box: QRectF, letter: LetterMark) -> None:
        tokens = self._look.tokens
        kept = letter.mark is Mark.KEPT
        painter.setBrush(tokens["lvl0" if kept else "honey_tint"])
        painter.setPen(Qt.PenStyle.NoPen)
        if not kept or tokens.is_contrast:
            pen = QPen(tokens["line" if kept else "honey_edge"], 1)
            if letter.mark is Mark.MISSING:
                pen.setDashPattern([3, 2])
            painter.setPen(pen)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.setPen(tokens["text" if kept else "honey_text"])
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter.letter.strip())
        if letter.mark is Mark.EXTRA:
            painter.setPen(QPen(tokens["honey_text"], 1.5))
            middle = round(box.center().y()) + 0.5
            painter.drawLine(QLineF(box.left() + 6, middle, box.right() - 6, middle))

    def _tile(self) -> QSize:
        px = self._look.fonts.px
        return QSize(px(TILE.width()), px(TILE.height()))

    def _places(self, width: int) -> list[QPoint]:
        """Where each tile stands: a word goes to the next row whole, where a row can hold it."""
        tile, places, left, top = self._tile(), list[QPoint](), 0, 0
        for word in _words(self._letters):
            needed = len(word) * (tile.width() + GAP) - GAP
            if left and left + needed > width:
                left, top = 0, top + tile.height() + GAP
            for _ in word:
                if left and left + tile.width() > width:
                    left, top = 0, top + tile.height() + GAP
                places.append(QPoint(left, top))
                left += tile.width() + GAP
            left += self._look.fonts.px(BETWEEN_WORDS) - GAP
        return places


def _words(letters: Sequence[LetterMark]) -> list[list[LetterMark]]:
    """The letters word by word; a space stands behind the letter before it."""
    words: list[list[LetterMark]] = [[]]
    for letter in letters:
        words[-1].append(letter)
        if letter.letter.endswith(" ") and letter.mark is not Mark.EXTRA:
            words.append([])
    return words


class SpelledName(QWidget):
    """The letters, and what is odd about them in words: beside them, or below if narrow."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = Letters(look)
        self._words = Label(look, "", Text.SUPPORT, colour="text_2")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(REMARK_GAP)
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
        needed = self._letters.sizeHint().width() + REMARK_GAP + self._words.sizeHint().width()
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(beside if needed <= self.width() else below)
