"""How do words become lines? Runs of text broken at a width, and elided when lines run out."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextLine, QTextOption

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.theme import Colour

LINE_BREAK = "\u2028"
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a text with a look of its own. None means: as the rest of the label."""

    text: str
    weight: QFont.Weight | None = None
    colour: Colour | None = None


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Sets runs in one role.

    Attributes:
        look: fonts and colours.
        role: size and line height.
        font: of what has no weight of its own.
        side: left, centre or right.
        lines: at most this many; 0 is no limit.
    """

    look: Look
    role: Text
    font: QFont
    side: Qt.AlignmentFlag
    lines: int

    def set(self, runs: tuple[Run, ...], *, width: int) -> tuple[QTextLayout, bool]:
        """The lines at a width in pixels, and whether something had to be left out."""
        layout = self._broken(runs, width=width)
        if not self.lines or layout.lineCount() <= self.lines:
            return layout, False
        return self._broken(self._elided(runs, layout, width=width), width=width), True

    def _broken(self, runs: tuple[Run, ...], *, width: int) -> QTextLayout:
        text = "".join(run.text for run in runs)
        layout = QTextLayout(text.replace("\n", LINE_BREAK), self.font)
        if any(run.weight is not None or run.colour is not None for run in runs):
            layout.setFormats(self._formats(runs))
        option = QTextOption(self.side)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        height = self.look.fonts.line(self.role)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, round(top + (height - line.height()) / 2)))
            top += height
        layout.endLayout()
        return layout

    def _formats(self, runs: tuple[Run, ...]) -> list[QTextLayout.FormatRange]:
        from PySide6.QtGui import QTextCharFormat

        formats = []
        start = 0
        for run in runs:
            piece = QTextLayout.FormatRange()
            piece.start, piece.length = start, _units(run.text)
            shape = QTextCharFormat()
            if run.weight is not None:
                shape.setFont(self.look.fonts.font(self.role, weight=run.weight))
            if run.colour is not None:
                shape.setForeground(self.look.tokens[run.colour])
            piece.format = shape
            formats.append(piece)
            start += piece.length
        return formats

    def _elided(self, runs: tuple[Run, ...], layout: QTextLayout, *, width: int) -> tuple[Run, ...]:
        """The runs cut off where the last line allowed is full, with an ellipsis."""
        last = layout.lineAt(self.lines - 1)
        room = width - QFontMetrics(self.font).horizontalAdvance(ELLIPSIS) - 1
        end = last.xToCursor(room, QTextLine.CursorPosition.CursorOnCharacter)
        before = layout.text()[:end]
        end -= len(before) - len(before.rstrip())
        kept: list[Run] = []
        for run in runs:
            piece = run.text[: max(0, end)]
            end -= len(run.text)
            kept.append(Run(piece + ELLIPSIS if end <= 0 else piece, run.weight, run.colour))
            if end <= 0:
                break
        return tuple(kept)


def _units(text: str) -> int:
    """Length as Qt counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2
