"""How is text shown? Labels with the line heights of the design that wrap before they elide."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.theme import Colour

COMFORTABLE_WIDTH = 560
"""A paragraph asks for no more width than this, in pixels at text scale 1."""
LINE_BREAK = "\u2028"
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a text with a look of its own. None means: as the rest of the label."""

    text: str
    weight: QFont.Weight | None = None
    colour: Colour | None = None


class Label(QLabel):
    """A text in one role.

    Args:
        look: fonts and colours.
        text: what it says; a line feed starts a new line.
        role: size and weight.
        colour: of the text.
        weight: replaces the weight of the role.
        lines: show at most this many and elide the rest, with the whole text as tooltip;
            0 shows everything.
        parent: the widget it is on.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        role: Text = Text.BODY,
        *,
        colour: Colour = "text",
        weight: QFont.Weight | None = None,
        lines: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._role = role
        self._weight = weight
        self._colour: Colour = colour
        self._runs: tuple[Run, ...] = ()
        self._lines = lines
        self._laid_out: tuple[int, list[QTextLayout]] = (-1, [])
        self.setFont(look.fonts.font(role, weight=weight))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(lines != 1)
        if lines == 1:
            policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.set_runs(Run(text))

    def setText(self, text: str) -> None:
        """Say something else, in one look."""
        self.set_runs(Run(text))

    def set_runs(self, *runs: Run) -> None:
        """Say something in pieces that each have a look of their own."""
        self._runs = runs
        self._laid_out = (-1, [])
        super().setText("".join(run.text for run in runs))
        self.updateGeometry()
        self.update()

    def set_role(self, role: Text) -> None:
        """Say the same in another size."""
        if role is not self._role:
            self._role = role
            self.setFont(self._look.fonts.font(role, weight=self._weight))
            self.set_runs(*self._runs)

    def set_colour(self, colour: Colour) -> None:
        """Say the same in another colour."""
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        widest = self._look.fonts.px(COMFORTABLE_WIDTH)
        natural = self._natural_width()
        width = natural if self._lines == 1 else min(natural, widest)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        if self._lines == 1:
            width = min(self._natural_width(), metrics.averageCharWidth() * 6)
        else:
            words = self.text().split()
            width = max((metrics.horizontalAdvance(word) for word in words), default=0) + 2
        return QSize(width, self._look.fonts.line(self._role) if self.text() else 0)

    def hasHeightForWidth(self) -> bool:
        return self._lines != 1

    def heightForWidth(self, width: int) -> int:
        if not self.text():
            return 0
        lines = sum(part.lineCount() for part in self._lay_out(width))
        if self._lines:
            lines = min(lines, self._lines)
        return lines * self._look.fonts.line(self._role)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._look.tokens[self._colour])
        line_height = self._look.fonts.line(self._role)
        parts = self._lay_out(self.width())
        count = sum(part.lineCount() for part in parts)
        top = 0.0
        if not self.alignment() & Qt.AlignmentFlag.AlignTop:
            top = max(0.0, (self.height() - count * line_height) / 2)
        for part in parts:
            part.draw(painter, QPointF(0, round(top)))
            top += part.lineCount() * line_height
        painter.end()

    def _natural_width(self) -> int:
        parts = self._lay_out(2**20, keep=False)
        lines = (part.lineAt(n) for part in parts for n in range(part.lineCount()))
        return round(max((line.naturalTextWidth() for line in lines), default=0) + 1.5)

    def _lay_out(self, width: int, *, keep: bool = True) -> list[QTextLayout]:
        """One layout per paragraph, its lines placed; elided when there are too many lines."""
        if self._laid_out[0] == width:
            return self._laid_out[1]
        layout = self._laid(self._runs, width=width)
        if self._lines and layout.lineCount() > self._lines:
            layout = self._laid(self._elided(layout, width=width), width=width)
            self.setToolTip(self.text())
        elif keep and self._lines and self.toolTip() == self.text():
            self.setToolTip("")
        if keep:
            self._laid_out = (width, [layout])
        return [layout]

    def _laid(self, runs: tuple[Run, ...], *, width: int) -> QTextLayout:
        layout = QTextLayout(
            "".join(run.text for run in runs).replace("\n", LINE_BREAK), self.font()
        )
        layout.setFormats(self._formats(runs))
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        line_height = self._look.fonts.line(self._role)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, round(top + (line_height - line.height()) / 2)))
            top += line_height
        layout.endLayout()
        return layout

    def _formats(self, runs: tuple[Run, ...]) -> list[QTextLayout.FormatRange]:
        formats = []
        start = 0
        for run in runs:
            looks = QTextLayout.FormatRange()
            looks.start, looks.length = start, len(run.text)
            shape = QTextCharFormat()
            if run.weight is not None:
                shape.setFont(self._look.fonts.font(self._role, weight=run.weight))
            if run.colour is not None:
                shape.setForeground(self._look.tokens[run.colour])
            looks.format = shape
            formats.append(looks)
            start += len(run.text)
        return formats

    def _elided(self, layout: QTextLayout, *, width: int) -> tuple[Run, ...]:
        """The runs cut off where the last line allowed is full, with an ellipsis."""
        last = layout.lineAt(self._lines - 1)
        text = layout.text()
        room = width - self.fontMetrics().horizontalAdvance(ELLIPSIS) - 1
        end = last.xToCursor(room, QTextLine.CursorPosition.CursorOnCharacter)
        end -= len(text[:end]) - len(text[:end].rstrip())
        kept: list[Run] = []
        for run in self._runs:
            piece = run.text[: max(0, end)]
            end -= len(run.text)
            if end <= 0:
                kept.append(Run(piece + ELLIPSIS, run.weight, run.colour))
                break
            kept.append(Run(piece, run.weight, run.colour))
        return tuple(kept)


def name_label(
    look: Look, name: str, rest: str, *, role: Text = Text.BODY, lines: int = 1
) -> Label:
    """A full name: what you say aloud in bold, the rest lighter."""
    weight = QFont.Weight.Medium if role is Text.SUPPORT else QFont.Weight.DemiBold
    label = Label(look, "", role, lines=lines)
    rest_weight = QFont.Weight.Normal
    rest_colour: Colour = "text_3" if role in {Text.NAME, Text.FOCUS_NAME} else "text_2"
    label.set_runs(Run(name, weight), Run(f" {rest}" if rest else "", rest_weight, rest_colour))
    return label


class IconLabel(QWidget):
    """An icon beside a text. Alone it needs a `name` for a screen reader."""

    def __init__(
        self,
        look: Look,
        icon: str,
        *,
        colour: Colour = "text_2",
        size: int = 16,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._colour: Colour = colour
        edge = look.fonts.px(size)
        self.setFixedSize(edge, max(edge, look.fonts.line(Text.BODY)))
        self.setAccessibleName(name)
        if name:
            self.setToolTip(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._look.icons.paint(painter, self._icon, QRectF(self.rect()), colour=self._colour)
        painter.end()
