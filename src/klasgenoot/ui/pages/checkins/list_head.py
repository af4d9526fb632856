"""What stands above the list? Which part of it is in sight, and the numbers of the weeks."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.checkins.row_plan import PITCH, RowPlan, weeks_apart
from klasgenoot.viewmodels.checkins_rows import Heading

GAP, BELOW = 8, 4
BESIDE = 2
"""A number stands in the middle of its column: the heading may come this near to the first."""


class ListHead(QWidget):
    """The heading of the part at the top of the list, with a number above each week.

    The numbers go below the heading when there is no room beside it.

    Signals:
        week_clicked: the place of a week in the strip, to look back over it.
    """

    week_clicked = Signal(int)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._heading: Heading | None = None
        self._weeks: tuple[tuple[int, bool], ...] = ()
        self._plan: RowPlan | None = None
        self._left_out = 0
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_heading(self, heading: Heading | None) -> None:
        """Say which part is in sight."""
        if heading != self._heading:
            self._heading = heading
            self.setAccessibleName(heading.sentence if heading else "")
            self.updateGeometry()
            self.update()

    def show_weeks(self, weeks: tuple[tuple[int, bool], ...], plan: RowPlan) -> None:
        """Number the weeks that fit; each with whether it is this week."""
        self._left_out = len(weeks) - plan.weeks
        shown = weeks[self._left_out :]
        if (shown, plan) != (self._weeks, self._plan):
            self._weeks, self._plan = shown, plan
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        fonts = self._look.fonts
        lines = fonts.line(Text.CARD) + (0 if self._beside() else fonts.line(Text.CAPTION))
        return QSize(self._heading_width(), lines + BELOW)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._week_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._week_at(event.position())
        if place is not None:
            self.week_clicked.emit(place + self._left_out)

    def paintEvent(self, _event: QPaintEvent) -> None:
        fonts, tokens = self._look.fonts, self._look.tokens
        painter = QPainter(self)
        row = QRectF(0, 0, self.width(), fonts.line(Text.CARD))
        middle = Qt.AlignmentFlag.AlignVCenter
        if self._heading is not None:
            painter.setFont(fonts.font(Text.CARD))
            painter.setPen(tokens["text"])
            painter.drawText(row, middle, self._heading.words)
            row.setLeft(painter.fontMetrics().horizontalAdvance(self._heading.words) + GAP)
            painter.setFont(fonts.font(Text.BODY))
            painter.setPen(tokens["text_3"])
            painter.drawText(row, middle, str(self._heading.count))
        self._paint_weeks(painter)
        painter.end()

    def _paint_weeks(self, painter: QPainter) -> None:
        if self._plan is None:
            return
        fonts, tokens = self._look.fonts, self._look.tokens
        top = 0 if self._beside() else fonts.line(Text.CARD)
        height = fonts.line(Text.CARD if self._beside() else Text.CAPTION)
        widest = QFontMetrics(fonts.bold(Text.CAPTION)).horizontalAdvance("00")
        step = weeks_apart(widest)
        last = len(self._weeks) - 1
        for at, (number, is_now) in enumerate(self._weeks):
            if (last - at) % step:
                continue
            painter.setFont(fonts.bold(Text.CAPTION) if is_now else fonts.font(Text.CAPTION))
            painter.setPen(tokens["text" if is_now else "text_3"])
            cell = self._plan.cell(at).adjusted(-PITCH, 0, PITCH, 0)
            box = QRectF(cell.left(), top, cell.width(), height)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))

    def _week_at(self, point: QPointF) -> int | None:
        """Which of the shown weeks is at a point."""
        if self._plan is None or (not self._beside() and point.y() < self.height() / 2):
            return None
        place = int((point.x() - self._plan.strip) // PITCH)
        return place if 0 <= place < len(self._weeks) else None

    def _heading_width(self) -> int:
        if self._heading is None:
            return 0
        fonts = self._look.fonts
        words = QFontMetrics(fonts.font(Text.CARD)).horizontalAdvance(self._heading.words)
        count = QFontMetrics(fonts.font(Text.BODY)).horizontalAdvance(str(self._heading.count))
        return words + GAP + count

    def _beside(self) -> bool:
        return self._plan is None or self._heading_width() + BESIDE <= self._plan.strip
