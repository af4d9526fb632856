"""What belongs together? A card with a line around it, or a quiet sunken panel."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look

RADIUS = 14
PADDING = (20, 18, 20, 18)


class Card(QFrame):
    """A surface with rounded corners. At most three in a row; no cards in cards.

    Args:
        look: how everything looks.
        title: in the card's head; without it there is no head.
        count: a plain figure behind the title.
        sunken: a quiet panel instead of a card.
        parent: the widget it is on.

    Attributes:
        head: the row with the title; add tools at its end.
        body: where the contents go.
    """

    def __init__(
        self,
        look: Look,
        *,
        title: str = "",
        count: str = "",
        sunken: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._sunken = sunken
        column = QVBoxLayout(self)
        column.setContentsMargins(*PADDING)
        column.setSpacing(0)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self._title = Label(look, title, Text.CARD, lines=1)
        self._count = Label(look, count, Text.SUPPORT, colour="text_3", lines=1)
        if title:
            self.head.addWidget(self._title)
            self.head.addWidget(self._count)
            self.head.addStretch(1)
            column.addLayout(self.head)
            column.addSpacing(12)
            self.setAccessibleName(title)
        else:
            self._title.setParent(self)
            self._title.hide()
            self._count.setParent(self)
            self._count.hide()
        column.addLayout(self.body, 1)

    def set_count(self, count: str) -> None:
        """Show another figure behind the title."""
        self._count.setText(count)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setBrush(tokens["sunken" if self._sunken else "surface"])
        if self._sunken and not tokens.is_contrast:
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            painter.setPen(QPen(tokens["line"], 1))
            box = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS - 0.5, RADIUS - 0.5)
        painter.end()


class Line(QFrame):
    """A hairline between two things, lying or (`upright`) standing."""

    def __init__(self, look: Look, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.tokens["line"])
        painter.end()
