"""The search field of the sidebar: it looks like a field and opens the palette."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.ui.kit.enter import EnterButton
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.keys import HEIGHT as BADGE_HEIGHT
from klasgenoot.ui.kit.keys import badge_width, paint_badge
from klasgenoot.ui.kit.look import Look

HEIGHT, PADDING, GAP, ICON, RADIUS = 34, 9, 8, 15, 8


class FindButton(EnterButton):
    """Opens the palette; shows its words and its keys."""

    def __init__(self, look: Look, text: str, *, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._keys = keys
        self.setText(text)
        self.setAccessibleName(text)
        self.setProperty("ring", RADIUS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(self._look.fonts.px(184), self._look.fonts.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.fonts.px(120), self._look.fonts.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, box = self._look, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.tokens["line_strong" if self.underMouse() else "line_2"])
        painter.setBrush(look.tokens["surface"])
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        icon = look.fonts.px(ICON)
        look.icons.paint(
            painter,
            "search",
            QRectF(PADDING, (box.height() - icon) / 2, icon, icon),
            colour="text_3",
        )
        badge = badge_width(look, self._keys)
        height = look.fonts.px(BADGE_HEIGHT)
        right = box.width() - PADDING + 2 - badge
        paint_badge(
            painter,
            QRectF(right, round((box.height() - height) / 2), badge, height),
            look=look,
            keys=self._keys,
        )
        painter.setFont(look.fonts.font(Text.SUPPORT))
        painter.setPen(look.tokens["text_3"])
        left = PADDING + icon + GAP
        room = right - GAP - left
        shown = QFontMetrics(painter.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, round(room)
        )
        painter.drawText(QRectF(left, 0, room, box.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
