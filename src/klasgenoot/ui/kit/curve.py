"""How is it going? Names known day by day, and those expected until the first lesson."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.deadline import Curve

HEIGHT, EDGE = 76, 6
LINE, DOT = 2.5, 5.0
DASHES = (1.2, 1.6)


@dataclass(frozen=True, slots=True)
class CurvePoints:
    """Where each day stands: `past` up to today, `ahead` from today on; both hold today."""

    past: tuple[QPointF, ...]
    ahead: tuple[QPointF, ...]


def curve_points(
    box: QRectF, *, past: Sequence[float], ahead: Sequence[float], total: int
) -> CurvePoints:
    """Where the numbers of each day stand in a box; `ahead` begins with today."""
    days = max(1, len(past) + len(ahead) - 2)

    def points(values: Sequence[float], *, first: int) -> list[QPointF]:
        return [
            QPointF(
                box.left() + box.width() * (first + place) / days,
                box.bottom() - box.height() * value / max(1, total),
            )
            for place, value in enumerate(values)
        ]

    done = points(past, first=0)
    # what is expected of today is not known yet: the dotted line begins where the other ends
    return CurvePoints(tuple(done), (*done[-1:], *points(ahead[1:], first=len(past))))


def paint_curve(painter: QPainter, box: QRectF, *, look: Look, points: CurvePoints) -> None:
    """Draw what was known up to today and what is expected after it, with a point at each end."""
    accent = look.tokens["accent"]
    past, ahead = points.past, points.ahead
    if len(past) > 1:
        ground = _path([*past, QPointF(past[-1].x(), box.bottom()), box.bottomLeft()])
        painter.fillPath(ground, look.tokens["accent_tint"])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(QPen(accent, LINE)))
    painter.drawPath(_path(past))
    dotted = _pen(QPen(accent, LINE - 0.5))
    dotted.setDashPattern(list(DASHES))
    painter.setPen(dotted)
    painter.drawPath(_path(ahead))
    painter.setPen(QPen(look.tokens["surface"], 2))
    painter.setBrush(accent)
    painter.drawEllipse(past[-1], DOT, DOT)
    if len(ahead) > 1:
        painter.setPen(QPen(accent, 2))
        painter.setBrush(look.tokens["surface"])
        painter.drawEllipse(ahead[-1], DOT, DOT)


class CurveLine(QWidget):
    """The line itself: full up to today, dotted from there to the day."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._curve: Curve | None = None
        self.setFixedHeight(look.fonts.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_curve(self, curve: Curve | None) -> None:
        """Draws another curve; None while it is worked out."""
        self._curve = curve
        self.setAccessibleName(curve.sentence if curve else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, self._look.fonts.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        painter.setPen(QPen(tokens["line"], 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setPen(QPen(tokens["line"], 1, Qt.PenStyle.DotLine))
        painter.drawLine(box.topLeft(), box.topRight())
        if self._curve is not None:
            curve = self._curve
            points = curve_points(box, past=curve.past, ahead=curve.ahead, total=curve.total)
            paint_curve(painter, box, look=self._look, points=points)
        painter.end()


class DeadlineCurve(QWidget):
    """The line with its first and last day below it."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = CurveLine(look)
        self._begin = Label(look, "", Text.CAPTION, colour="text_2")
        self._end = Label(look, "", Text.CAPTION, colour="text_2")
        days = QHBoxLayout()
        days.addWidget(self._begin)
        days.addStretch(1)
        days.addWidget(self._end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._line)
        column.addLayout(days)

    def show_curve(self, curve: Curve | None) -> None:
        """Shows another curve; None while it is worked out."""
        self._line.show_curve(curve)
        self._begin.setText(curve.begin if curve else "")
        self._end.setText(curve.end if curve else "")


def _path(points: Sequence[QPointF]) -> QPainterPath:
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    return path


def _pen(pen: QPen) -> QPen:
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
