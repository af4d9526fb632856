"""How many names came without help: a point for each sweep, and a thin line for elsewhere."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from klasgenoot.ui.kit.chart import Chart
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.sweep_chart import SweepChart, SweepPoint

DOT, LINE, GAP = 5.0, 1.5, 8
BELOW = 8


class SweepDots(Chart):
    """The points over time. Joined by a line only where they can be held side by side."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._chart: SweepChart | None = None

    def show_chart(self, chart: SweepChart | None) -> None:
        """Draw other sweeps."""
        self._chart = chart
        self.setAccessibleName(chart.sentence if chart else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._chart is None:
            return
        chart = self._chart
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        box = self._box(chart)
        self._paint_ground(painter, box, chart=chart)
        points = self._shown(chart, box)
        places = places_of(points, box, apart=self._apart(chart))
        self._paint_trend(painter, points, places)
        for point, place in zip(points, places, strict=True):
            self._paint_point(painter, box, point=point, place=place)
        painter.end()

    def _width(self, text: str) -> float:
        return QFontMetricsF(self._look.fonts.medium(Text.CAPTION)).horizontalAdvance(text) + 1

    def _line(self) -> int:
        return self._look.fonts.line(Text.CAPTION)

    def _apart(self, chart: SweepChart) -> float:
        """How far apart two points stand at least, so that their words do not touch."""
        words = [text for point in chart.points for text in (point.count, point.day)]
        return max(self._width(text) for text in words) + GAP

    def _box(self, chart: SweepChart) -> QRectF:
        right = max(self._width(chart.elsewhere_label), self._width(chart.all_label)) + GAP
        above, below = self._line() + GAP, self._line() + BELOW
        return QRectF(self.rect()).adjusted(1, above, -right, -below)

    def _shown(self, chart: SweepChart, box: QRectF) -> tuple[SweepPoint, ...]:
        """The latest, as many as fit."""
        room = max(1, int(box.width() // self._apart(chart)))
        return chart.points[-room:]

    def _paint_ground(self, painter: QPainter, box: QRectF, *, chart: SweepChart) -> None:
        tokens = self._look.tokens
        painter.setPen(QPen(tokens["line"], 1))
        for level in (box.top(), box.bottom()):
            painter.drawLine(QPointF(box.left(), level), QPointF(box.right(), level))
        level = round(box.bottom() - box.height() * chart.elsewhere) + 0.5
        dashed = QPen(tokens["edge"], 1)
        dashed.setDashPattern([4, 3])
        painter.setPen(dashed)
        painter.drawLine(QPointF(box.left(), level), QPointF(box.right(), level))
        painter.setPen(tokens["text_2"])
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for at, text in ((level, chart.elsewhere_label), (box.top(), chart.all_label)):
            room = QRectF(box.right() + GAP, at - self._line() / 2, self.width(), self._line())
            painter.drawText(room, side, text)

    def _paint_trend(
        self, painter: QPainter, points: tuple[SweepPoint, ...], places: tuple[QPointF, ...]
    ) -> None:
        joined = [place for point, place in zip(points, places, strict=True) if point.is_comparable]
        if len(joined) > 1:
            painter.setPen(QPen(self._look.tokens["accent_tint_2"], LINE))
            painter.drawPolyline(joined)

    def _paint_point(
        self, painter: QPainter, box: QRectF, *, point: SweepPoint, place: QPointF
    ) -> None:
        tokens, height = self._look.tokens, self._line()
        painter.setPen(QPen(tokens["surface"], 2))
        painter.setBrush(tokens["accent"])
        painter.drawEllipse(place, DOT, DOT)
        middle = Qt.AlignmentFlag.AlignCenter
        painter.setFont(self._look.fonts.medium(Text.CAPTION))
        width = self._width(point.count)
        room = QRectF(place.x() - width / 2, place.y() - height - DOT - 2, width, height)
        painter.fillRect(room.adjusted(-2, 0, 2, 0), tokens["surface"])  # the lines end at words
        painter.setPen(tokens["text"])
        painter.drawText(room, middle, point.count)
        painter.setFont(self._font())
        painter.setPen(tokens["text_2"])
        width = self._width(point.day)
        room = QRectF(place.x() - width / 2, box.bottom() + BELOW - 2, width, height)
        painter.drawText(room, middle, point.day)


def places_of(points: tuple[SweepPoint, ...], box: QRectF, *, apart: float) -> tuple[QPointF, ...]:
    """Where the points stand: by day, but never closer together than `apart`.

    The words of a point are as wide as `apart`, so the first and the last keep half of it to the
    sides.
    """
    left, right = box.left() + apart / 2, box.right() - apart / 2
    if not points:
        return ()
    if len(points) == 1 or right <= left:
        across = [box.center().x()] * len(points)
    else:
        first = points[0].on.toordinal()
        days = max(1, points[-1].on.toordinal() - first)
        across = [left + (right - left) * (point.on.toordinal() - first) / days for point in points]
        for number in range(1, len(across)):
            across[number] = max(across[number], across[number - 1] + apart)
        across[-1] = min(across[-1], right)
        for number in range(len(across) - 2, -1, -1):
            across[number] = min(across[number], across[number + 1] - apart)
    return tuple(
        QPointF(x, box.bottom() - box.height() * point.part)
        for x, point in zip(across, points, strict=True)
    )
