"""Is it done? An empty circle that shows the check it will get; pressed, it is done."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.theme import Colour

translate = QCoreApplication.translate

CIRCLE = 18


class RoundCheck(QAbstractButton):
    """An empty circle; under the pointer or the keyboard it shows the check it will get.

    Args:
        look: how everything looks.
        name: what is done by it.
        can_change: whether F2 and Delete wish for what it stands at to be mended or removed.
        parent: the widget it is on.

    Signals:
        edit_requested: F2 was pressed on it.
        remove_requested: Delete was.
    """

    edit_requested = Signal()
    remove_requested = Signal()

    def __init__(
        self, look: Look, *, name: str, can_change: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._can_change = can_change
        if can_change:
            words = translate("RoundCheck", "F2 changes it, Delete removes it")
            self.setAccessibleDescription(words)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wishes = {Qt.Key.Key_F2: self.edit_requested, Qt.Key.Key_Delete: self.remove_requested}
        wish = wishes.get(Qt.Key(event.key())) if self._can_change else None
        if wish is None:
            super().keyPressEvent(event)
        else:
            wish.emit()

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
