"""When was there contact? One cell per teaching week, whose shape carries the kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from klasgenoot.ui.kit.flow import Flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look

SMALL_CELL, LARGE_CELL = 16, 30
GAP = 6
LARGE_GAP = 8


class CellKind(Enum):
    """What happened in a week; the strongest kind wins."""

    NONE = "none"
    TALK = "talk"
    BRIEF = "brief"
    WRITTEN = "written"
    """Mail or telephone."""
    NOTICED = "noticed"
    FREE = "free"
    """A week without lessons."""


@dataclass(frozen=True, slots=True)
class WeekCell:
    """One week of the strip. `tip` is its tooltip."""

    week: int
    kind: CellKind
    is_now: bool = False
    tip: str = ""


def paint_cell(painter: QPainter, box: QRectF, *, look: Look, kind: CellKind) -> None:
    """Draw one square cell. Full is a talk, half a brief contact, an envelope line a mail."""
    tokens = look.tokens
    edge = box.width()
    radius = max(3.0, edge * 0.25)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
    accent = tokens["accent"]
    if kind is CellKind.FREE:
        _paint_hatch(painter, box, ink=tokens["edge"])
    elif kind is CellKind.TALK:
        _paint_ground(painter, inner, radius, ground=accent, line=accent)
    elif kind is CellKind.BRIEF:
        _paint_ground(painter, inner, radius, ground=tokens["accent_tint"], line=accent)
        whole = QPainterPath()
        whole.addRoundedRect(inner, radius, radius)
        lower = QPainterPath()
        lower.addRect(box.adjusted(0, round(edge / 2), 0, 0))
        painter.fillPath(whole.intersected(lower), accent)
    elif kind is CellKind.WRITTEN:
        _paint_ground(painter, inner, radius, ground=tokens["surface"], line=accent)
        pen = QPen(accent, max(1.4, edge / 18))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        points = [QPointF(0.24, 0.36), QPointF(0.5, 0.62), QPointF(0.76, 0.36)]
        painter.drawPolyline([box.topLeft() + point * edge for point in points])
    elif kind is CellKind.NOTICED:
        _paint_ground(painter, inner, radius, ground=tokens["sunken"], line=tokens["line_2"])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawEllipse(box.center(), edge * 0.17, edge * 0.17)
    else:
        _paint_ground(painter, inner, radius, ground=tokens["sunken"], line=tokens["line"])
    painter.restore()


class Strip(QWidget):
    """A strip of weeks, small in a row or large with the week numbers below it.

    Args:
        look: how everything looks.
        weeks: the cells, first to last.
        name: the whole strip in one sentence, for a screen reader.
        large: cells of 30 pixels with numbers instead of 16 without.
        parent: the widget it is on.
    """

    def __init__(
        self,
        look: Look,
        weeks: Sequence[WeekCell],
        *,
        name: str,
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._weeks = tuple(weeks)
        self._large = large
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        cell, gap = self._sizes()
        width = max(0, len(self._weeks) * (cell + gap) - gap)
        numbers = self._look.fonts.line(Text.CAPTION) + 4 if self._large else 0
        return QSize(width, cell + numbers)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        cell, gap = self._sizes()
        fonts, tokens = self._look.fonts, self._look.tokens
        painter = QPainter(self)
        for number, week in enumerate(self._weeks):
            left = number * (cell + gap)
            box = QRectF(left, 0, cell, cell)
            paint_cell(painter, box, look=self._look, kind=week.kind)
            if self._large:
                role = Text.CAPTION
                painter.setFont(fonts.bold(role) if week.is_now else fonts.font(role))
                painter.setPen(tokens["text" if week.is_now else "text_2"])
                below = QRectF(left - gap, cell + 4, cell + 2 * gap, fonts.line(role))
                painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(week.week))
        painter.end()

    def _sizes(self) -> tuple[int, int]:
        return (LARGE_CELL, LARGE_GAP) if self._large else (SMALL_CELL, GAP)


class _LegendCell(QWidget):
    def __init__(self, look: Look, kind: CellKind) -> None:
        super().__init__()
        self._look = look
        self._kind = kind
        self.setFixedSize(14, 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_cell(painter, QRectF(self.rect()), look=self._look, kind=self._kind)
        painter.end()


class Legend(QWidget):
    """What the cells mean: a small cell before each word. Wraps."""

    def __init__(
        self,
        look: Look,
        words: Sequence[tuple[CellKind, str]],
        *,
        to_right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = Flow(gap=14, line_gap=6, to_right=to_right)
        for kind, word in words:
            entry = QWidget()
            inside = QHBoxLayout(entry)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(6)
            inside.addWidget(_LegendCell(look, kind))
            inside.addWidget(Label(look, word, Text.CAPTION, colour="text_3"))
            row.addWidget(entry)
        self.setLayout(row)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


def _paint_ground(
    painter: QPainter, box: QRectF, radius: float, *, ground: QColor, line: QColor
) -> None:
    painter.setPen(QPen(line, 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(box, radius, radius)


def _paint_hatch(painter: QPainter, box: QRectF, *, ink: QColor) -> None:
    painter.setPen(QPen(ink, 1))
    left, top, edge = box.left(), box.top(), box.width()
    half = edge / 2
    painter.drawLine(QPointF(left + 2, top + edge - 2), QPointF(left + edge - 2, top + 2))
    painter.drawLine(QPointF(left + 2, top + half), QPointF(left + half, top + 2))
    painter.drawLine(QPointF(left + half, top + edge - 2), QPointF(left + edge - 2, top + half))
