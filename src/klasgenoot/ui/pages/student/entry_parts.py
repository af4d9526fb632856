"""What is painted in an entry of the timeline: words, chips, a private line, who else was there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout

from klasgenoot.ui.kit.chips import HEIGHT, LEAST, Tone, chip_width, paint_chip
from klasgenoot.ui.kit.faces import Face
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import paint_stack, stack_width
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.ui.kit.typeset import Run, Typesetter

NEAR, APART = 2, 8
"""Pixels between two lines, and above what is no line."""
CHIP_GAP, CHIP_LINE_GAP, BESIDE_GAP, BESIDE_TOP, FACE = 6, 8, 8, 2, 24


MOST_LAYOUTS = 8
"""So many widths are remembered; layouts ask for the same few again and again."""


class Part(Protocol):
    """One thing an entry says.

    Attributes:
        above: pixels between it and what stands before it.
    """

    above: int

    def height_at(self, width: int) -> int:
        """How high it is at a width, in pixels."""

    def least_width(self) -> int:
        """The width below which something of it could not be read."""

    def left_out(self) -> str:
        """The whole of it, when it was shown with less; else an empty text."""

    def paint(self, painter: QPainter, box: QRect) -> None:
        """Draw it."""


class Words:
    """A text in one role, in pieces that each have a look of their own.

    Args:
        look: fonts and colours.
        runs: the pieces.
        role: size and weight.
        colour: of what has none of its own.
        lines: at most this many; 0 is no limit.
    """

    def __init__(
        self,
        look: Look,
        *runs: Run,
        role: Text = Text.BODY,
        colour: Colour = "text",
        lines: int = 0,
    ) -> None:
        self.above = NEAR
        self._look = look
        self._runs = runs
        self._role = role
        self._colour: Colour = colour
        self._lines = lines
        self._made: dict[int, tuple[QTextLayout, bool]] = {}
        self._shown = self._natural = 0

    def height_at(self, width: int) -> int:
        return self._layout(width)[0].lineCount() * self._look.fonts.line(self._role)

    def least_width(self) -> int:
        metrics = QFontMetrics(self._look.fonts.font(self._role))
        if self._lines == 1:
            return metrics.averageCharWidth() * 6
        words = self._text.split()
        return max((metrics.horizontalAdvance(word) for word in words), default=0) + 2

    def left_out(self) -> str:
        made = self._made.get(self._shown)
        return self._text if made is not None and made[1] else ""

    def paint(self, painter: QPainter, box: QRect) -> None:
        painter.setPen(self._look.tokens[self._colour])
        self._layout(box.width())[0].draw(painter, QPointF(box.topLeft()))

    @property
    def _text(self) -> str:
        return "".join(run.text for run in self._runs)

    def _layout(self, width: int) -> tuple[QTextLayout, bool]:
        """The lines at a width; wider than the words themselves they stand the same."""
        if not self._natural:
            lines = self._made_at(2**20)[0]
            every = (lines.lineAt(place) for place in range(lines.lineCount()))
            self._natural = round(max((one.naturalTextWidth() for one in every), default=0) + 1.5)
        self._shown = 2**20 if width >= self._natural else width
        return self._made_at(self._shown)

    def _made_at(self, width: int) -> tuple[QTextLayout, bool]:
        if width not in self._made:
            if len(self._made) >= MOST_LAYOUTS:
                self._made.clear()
            font = self._look.fonts.font(self._role)
            left = Qt.AlignmentFlag.AlignLeft
            setter = Typesetter(self._look, self._role, font, left, self._lines)
            self._made[width] = setter.set(self._runs, width=width)
        return self._made[width]


@dataclass(frozen=True, slots=True)
class OneChip:
    """A word or two with a meaning."""

    text: str
    tone: Tone
    icon: str = ""


class Chips:
    """Chips that flow like words."""

    def __init__(self, look: Look, chips: Sequence[OneChip]) -> None:
        self.above = APART
        self._look = look
        self._chips = tuple(chips)

    def height_at(self, width: int) -> int:
        boxes = self._boxes(width)
        return boxes[-1].bottom() + 1 if boxes else 0

    def least_width(self) -> int:
        return max(
            min(self._width(chip), chip_width(self._look, LEAST, icon=chip.icon))
            for chip in self._chips
        )

    def left_out(self) -> str:
        return ""

    def paint(self, painter: QPainter, box: QRect) -> None:
        places = self._boxes(box.width())
        for chip, place in zip(self._chips, places, strict=True):
            there = QRectF(place.translated(box.topLeft()))
            paint_chip(
                painter, there, look=self._look, text=chip.text, tone=chip.tone, icon=chip.icon
            )

    def _width(self, chip: OneChip) -> int:
        return chip_width(self._look, chip.text, icon=chip.icon)

    def _boxes(self, width: int) -> list[QRect]:
        high, there = self._look.fonts.px(HEIGHT), QPoint()
        boxes: list[QRect] = []
        for chip in self._chips:
            wide = min(self._width(chip), width)
            if there.x() and there.x() + wide > width:
                there = QPoint(0, there.y() + high + CHIP_LINE_GAP)
            boxes.append(QRect(there.x(), there.y(), wide, high))
            there.setX(there.x() + wide + CHIP_GAP)
        return boxes


class Beside:
    """A chip, and a text beside it."""

    def __init__(self, look: Look, chip: OneChip, text: str) -> None:
        self.above = APART
        self._look = look
        self._chip = chip
        self._words = Words(look, Run(text))

    def height_at(self, width: int) -> int:
        high = self._look.fonts.px(HEIGHT)
        return max(high, BESIDE_TOP + self._words.height_at(self._room(width)))

    def least_width(self) -> int:
        return self._least_chip() + BESIDE_GAP + self._words.least_width()

    def left_out(self) -> str:
        return ""

    def paint(self, painter: QPainter, box: QRect) -> None:
        room = self._room(box.width())
        chip = QRectF(box.left(), box.top(), box.width() - room - BESIDE_GAP, self._high)
        one = self._chip
        paint_chip(painter, chip, look=self._look, text=one.text, tone=one.tone, icon=one.icon)
        left, top = box.right() + 1 - room, box.top() + BESIDE_TOP
        self._words.paint(painter, QRect(left, top, room, box.height() - BESIDE_TOP))

    @property
    def _high(self) -> int:
        return self._look.fonts.px(HEIGHT)

    def _least_chip(self) -> int:
        look, chip = self._look, self._chip
        return min(
            chip_width(look, chip.text, icon=chip.icon), chip_width(look, LEAST, icon=chip.icon)
        )

    def _room(self, width: int) -> int:
        """What the text has, once the chip is as wide as there is place for."""
        wish = chip_width(self._look, self._chip.text, icon=self._chip.icon)
        chip = max(self._least_chip(), min(wish, width // 2))
        return max(1, width - chip - BESIDE_GAP)


class Together:
    """Faces, and who they are."""

    def __init__(self, look: Look, faces: Sequence[Face], words: str) -> None:
        self.above = APART
        self._look = look
        self._faces = tuple(faces)
        self._words = Words(look, Run(words), role=Text.CAPTION, colour="text_2")

    def height_at(self, width: int) -> int:
        return max(FACE, self._words.height_at(self._room(width)))

    def least_width(self) -> int:
        return self._beside + self._words.least_width()

    def left_out(self) -> str:
        return ""

    def paint(self, painter: QPainter, box: QRect) -> None:
        top = box.top() + (box.height() - FACE) // 2
        paint_stack(
            painter, QPointF(box.left(), top), look=self._look, faces=self._faces, edge=FACE
        )
        room = self._room(box.width())
        high = self._words.height_at(room)
        there = QRect(box.left() + self._beside, box.top() + (box.height() - high) // 2, room, high)
        self._words.paint(painter, there)

    @property
    def _beside(self) -> int:
        return stack_width(len(self._faces), edge=FACE) + BESIDE_GAP

    def _room(self, width: int) -> int:
        return max(1, width - self._beside)
