"""One of the ways to begin: an icon, what it is, and a line of help."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.laid_button import LaidButton, Measures
from klasgenoot.ui.kit.look import Look

RADIUS, ICON = 14, 22


class ChoiceButton(LaidButton):
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
        super().__init__(
            IconLabel(look, icon, colour="on_accent" if first else "accent_text", size=ICON),
            Label(look, title, Text.CARD, colour="on_accent" if first else "text"),
            Label(look, line, Text.SUPPORT, colour="on_accent" if first else "text_2"),
            measures=Measures(RADIUS, padding=18, gap=16, line_gap=1),
            after=IconLabel(look, "arrow-right", colour="on_accent" if first else "text_3"),
            parent=parent,
        )
        self._look = look
        self._first = first

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
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
