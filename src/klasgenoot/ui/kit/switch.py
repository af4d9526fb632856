"""On or off? A switch, with its text before it."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look

TRACK_WIDTH, TRACK_HEIGHT, KNOB_INSET, GAP = 36, 20, 3, 8
DISABLED = 0.45


class Switch(QCheckBox):
    """A check box that looks like a switch; for a screen reader it stays a check box.

    Without a text give `name`, what a screen reader says.
    """

    def __init__(
        self, look: Look, text: str = "", *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._track = QSize(look.fonts.px(TRACK_WIDTH), look.fonts.px(TRACK_HEIGHT))
        self.setAccessibleName(name or text)
        self.setFont(look.fonts.font(Text.SUPPORT))
        self.setProperty("ring", self._track.height() / 2 if not text else 8)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        height = max(self._track.height(), self._look.fonts.line(Text.SUPPORT))
        if not self.text():
            return QSize(self._track.width(), self._track.height())
        text = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(text + GAP + self._track.width(), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1 if self.isEnabled() else DISABLED)
        if self.text():
            painter.setFont(self.font())
            painter.setPen(tokens["text_2"])
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.text())
        left = self.width() - self._track.width()
        knob_size = self._track.height() - 2 * KNOB_INSET
        top = (self.height() - self._track.height()) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens["accent" if self.isChecked() else "line_strong"])
        track = QRectF(left, top, self._track.width(), self._track.height())
        painter.drawRoundedRect(track, self._track.height() / 2, self._track.height() / 2)
        painter.setBrush(tokens["surface"])
        x = track.right() - knob_size - KNOB_INSET if self.isChecked() else left + KNOB_INSET
        knob = QRectF(x, top + KNOB_INSET, knob_size, knob_size)
        painter.drawEllipse(knob)
        if tokens.is_contrast and self.isChecked():
            painter.setPen(QPen(tokens["accent"], 2))
            middle = knob.center()
            painter.drawLine(middle - QPoint(0, 3).toPointF(), middle + QPoint(0, 3).toPointF())
        painter.end()
