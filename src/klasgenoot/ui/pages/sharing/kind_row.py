"""A file as one can choose it: an icon, what it is, and in a few words what it is for."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.laid_button import LaidButton, Measures
from klasgenoot.ui.kit.look import Look

RADIUS, ICON = 12, 20
CHOSEN_LINE = 2


class KindRow(LaidButton):
    """One of several of which one is on."""

    def __init__(
        self, look: Look, *, title: str, line: str, icon: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            IconLabel(look, icon, colour="accent_text", size=ICON),
            Label(look, title, weight=look.fonts.medium(Text.BODY).weight()),
            Label(look, line, Text.SUPPORT, colour="text_2"),
            measures=Measures(RADIUS, padding=12, gap=12, line_gap=0),
            parent=parent,
        )
        self._look = look
        self.setCheckable(True)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._row.heightForWidth(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.isChecked()
        wide = (CHOSEN_LINE + tokens.is_contrast) if is_on else 1
        painter.setPen(QPen(tokens["accent" if is_on else "line"], wide))
        painter.setBrush(tokens["accent_tint" if is_on else "surface"])
        if not is_on and self.underMouse():
            painter.setBrush(tokens["hover"])
        edge = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.drawRoundedRect(edge, RADIUS, RADIUS)
        painter.end()
