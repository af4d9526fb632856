"""The names known day by day, drawn large: so far, today, and what to expect on the day."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from klasgenoot.ui.kit.chart import Chart
from klasgenoot.ui.kit.curve import CurvePoints, curve_points, paint_curve
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.road import Road

STEPS = 3
"""So many parts the height is divided in, where there are as many names."""
GAP = 8
ABOVE, BELOW = 12, 8


class RoadChart(Chart):
    """The line with its axes."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._road: Road | None = None

    def show_road(self, road: Road | None) -> None:
        """Draw another line."""
        self._road = road
        self.setAccessibleName(road.sentence if road else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._road is None:
            return
        road = self._road
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        box = self._box(road)
        self._paint_steps(painter, box, total=road.total)
        points = curve_points(box, past=road.past, ahead=road.ahead, total=road.total)
        paint_curve(painter, box, look=self._look, points=points)
        self._paint_days(painter, box, road=road, points=points)
        self._paint_words(painter, box, road=road, points=points)
        painter.end()

    def _width(self, text: str, *, bold: bool = False) -> float:
        font = self._look.fonts.bold(Text.CAPTION) if bold else self._font()
        return QFontMetricsF(font).horizontalAdvance(text) + 1

    def _box(self, road: Road) -> QRectF:
        """Where the line itself is: what is left beside the figures and the words at its end."""
        left = self._width(str(road.total)) + GAP
        right = self._width(road.expected or road.now, bold=True) + 2 * GAP
        below = self._look.fonts.line(Text.CAPTION) + BELOW
        return QRectF(self.rect()).adjusted(left, ABOVE, -right, -below)

    def _paint_steps(self, painter: QPainter, box: QRectF, *, total: int) -> None:
        tokens = self._look.tokens
        steps = min(STEPS, max(1, total))
        height = self._look.fonts.line(Text.CAPTION)
        for step in range(steps + 1):
            value = round(total * step / steps)
            level = round(box.bottom() - box.height() * value / max(1, total)) + 0.5
            painter.setPen(QPen(tokens["line"], 1))
            painter.drawLine(QPointF(box.left(), level), QPointF(box.right(), level))
            painter.setPen(tokens["text_2"])
            room = QRectF(0, level - height / 2, box.left() - GAP, height)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, side, str(value))

    def _paint_days(
        self, painter: QPainter, box: QRectF, *, road: Road, points: CurvePoints
    ) -> None:
        """Days below their points; one that would lie on another is left out."""
        begin, today, end = road.days
        painter.setPen(self._look.tokens["text_2"])
        top, height = box.bottom() + BELOW - 2, self._look.fonts.line(Text.CAPTION)
        placed: list[tuple[float, float]] = []
        for text, at in (
            (end, points.ahead[-1].x()),
            (begin, points.past[0].x()),
            (today, points.past[-1].x()),
        ):
            width = self._width(text)
            left = max(0.0, min(self.width() - width, at - width / 2))
            is_free = all(left + width + GAP < a or left > b + GAP for a, b in placed)
            if text and is_free:
                placed.append((left, left + width))
                middle = Qt.AlignmentFlag.AlignCenter
                painter.drawText(QRectF(left, top, width, height), middle, text)

    def _paint_words(
        self, painter: QPainter, box: QRectF, *, road: Road, points: CurvePoints
    ) -> None:
        """How many today and how many on the day, beside their points."""
        painter.setFont(self._look.fonts.bold(Text.CAPTION))
        painter.setPen(self._look.tokens["text"])
        height = self._look.fonts.line(Text.CAPTION)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        today, end = points.past[-1], points.ahead[-1]
        last = road.expected or road.now
        beside = QRectF(end.x() + GAP + 2, end.y() - height / 2, self.width(), height)
        painter.drawText(beside, side, last)
        if not road.expected:
            return
        # to the right and below: there the line does not go, unless that is below the axis
        width = self._width(road.now, bold=True)
        left = min(today.x() + GAP, self.width() - width)
        top = today.y() + 4
        if left + width > end.x():
            top = max(top, beside.bottom())
        if top + height > box.bottom():
            top = today.y() - height - GAP
        painter.drawText(QRectF(left, top, width, height), side, road.now)
