"""One row of the sidebar: an icon, a word and a quiet figure."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.ui.kit.enter import EnterButton
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.theme import Colour

HEIGHT, PADDING, GAP, ICON, RADIUS = 34, 10, 10, 18, 8


class NavButton(EnterButton):
    """A page in the sidebar; the page that is open is checked.

    Args:
        look: how everything looks.
        text: the page's name.
        icon: name of a Lucide icon.
        checkable: whether it shows that its page is open.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        *,
        icon: str,
        checkable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon_name = icon
        self._count = 0
        self._meaning = ""
        self.setText(text)
        self.setCheckable(checkable)
        self.setAccessibleName(text)
        self.setProperty("ring", RADIUS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_count(self, count: int, *, meaning: str = "") -> None:
        """Shows a figure behind the word, with a tip that says what it counts; 0 shows nothing."""
        self._count = count
        self._meaning = meaning if count else ""
        self.setAccessibleDescription(self._meaning)
        self.setAccessibleName(f"{self.text()} {count}" if count else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        text = QFontMetrics(self._look.fonts.bold(Text.BODY)).horizontalAdvance(self.text())
        icon = self._look.fonts.px(ICON)
        count = self._look.fonts.px(28)
        return QSize(text + icon + GAP + 2 * PADDING + count, self._look.fonts.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.fonts.px(120), self._look.fonts.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground: Colour | None = None
        ink: Colour = "text_2"
        faint: Colour = "text_3"
        if self.isChecked():
            ground, ink, faint = "accent_tint", "accent_text", "accent_text"
        elif self.isDown():
            ground = "press"
        elif self.underMouse():
            ground = "hover"
        if ground:
            painter.setBrush(look.tokens[ground])
            outlined = self.isChecked() and look.tokens.is_contrast
            painter.setPen(look.tokens["text"] if outlined else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS
            )
        self._paint_content(painter, ink=ink, faint=faint)
        painter.end()

    def _paint_content(self, painter: QPainter, *, ink: Colour, faint: Colour) -> None:
        look, box = self._look, QRectF(self.rect())
        icon = look.fonts.px(ICON)
        look.icons.paint(
            painter,
            self._icon_name,
            QRectF(PADDING, (box.height() - icon) / 2, icon, icon),
            colour=faint,
        )
        left = PADDING + icon + GAP
        right = box.width() - PADDING
        if self._count:
            painter.setFont(look.fonts.medium(Text.CAPTION))
            painter.setPen(look.tokens[faint])
            figure = str(self._count)
            width = QFontMetrics(painter.font()).horizontalAdvance(figure)
            painter.drawText(
                QRectF(right - width, 0, width + 1, box.height()),
                Qt.AlignmentFlag.AlignVCenter,
                figure,
            )
            right -= width + GAP
        font = look.fonts.bold(Text.BODY) if self.isChecked() else look.fonts.medium(Text.BODY)
        painter.setFont(font)
        painter.setPen(look.tokens[ink])
        shown = QFontMetrics(font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, round(right - left)
        )
        self.setToolTip(self._meaning or ("" if shown == self.text() else self.text()))
        painter.drawText(
            QRectF(left, 0, right - left, box.height()), Qt.AlignmentFlag.AlignVCenter, shown
        )
