"""One of the ways to begin: an icon, what it is, and a line of help."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look

RADIUS, PADDING, GAP, ICON = 14, 18, 16, 22


class ChoiceButton(QAbstractButton):
    """A wide button. The first of them is the way most teachers take.

    Args:
        look: how everything looks.
        title: what it does.
        line: one line of help.
        icon: name of a Lucide icon.
        first: whether it stands out.
    """

    def __init__(
        self,
        look: Look,
        *,
        title: str,
        line: str,
        icon: str,
        first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._first = first
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.setProperty("ring", RADIUS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(PADDING, PADDING - 2, PADDING, PADDING - 2)
        row.setSpacing(GAP)
        picture = IconLabel(look, icon, colour="on_accent" if first else "accent_text", size=ICON)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(look, title, Text.CARD, colour="on_accent" if first else "text"))
        words.addWidget(Label(look, line, Text.SUPPORT, colour="on_accent" if first else "text_2"))
        row.addLayout(words, 1)
        arrow = IconLabel(look, "arrow-right", colour="on_accent" if first else "text_3")
        row.addWidget(arrow, 0, Qt.AlignmentFlag.AlignVCenter)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = self.underMouse() or self.isDown()
        if self._first:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens["accent_hover" if hovered else "accent"])
        else:
            painter.setPen(tokens["line_strong" if hovered else "line_2"])
            painter.setBrush(tokens["surface"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()
