"""Is it done? An empty circle that shows the check it will get; pressed, it is done."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.theme import Colour

CIRCLE = 18


class RoundCheck(QAbstractButton):
    """An empty circle; under the pointer or the keyboard it shows the check it will get."""

    def __init__(self, look: Look, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        edge = look.fonts.px(CIRCLE)
        self.setFixedSize(edge, max(edge, look.fonts.line(Text.BODY)))
        self.setProperty("ring", edge / 2)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, edge = self._look.tokens, self._look.fonts.px(CIRCLE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, round((self.height() - edge) / 2), edge, edge)
        ready = self.underMouse() or self.hasFocus()
        painter.setPen(QPen(tokens["accent" if ready else "line_strong"], 1.5))
        painter.setBrush(tokens["accent" if self.isDown() else "surface"])
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        if ready:
            ink: Colour = "on_accent" if self.isDown() else "accent"
            self._look.icons.paint(painter, "check", box.adjusted(4, 4, -4, -4), colour=ink)
        painter.end()
