"""What is said in one word? Chips that tell, and chips that filter."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLabel, QSizePolicy, QWidget

from klasgenoot.ui.kit.flow import Flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.tab_order import stop_at
from klasgenoot.ui.kit.theme import Colour

Tone = Literal["plain", "outline", "teal", "honey", "brick", "plum", "slate"]
"""honey: it is this person's turn · brick: a promise gone by · plum: private · slate: a kind."""

TONES: dict[Tone, tuple[Colour, Colour]] = {
    "plain": ("sunken", "text_2"),
    "outline": ("bg", "text_2"),
    "teal": ("accent_tint", "accent_text"),
    "honey": ("honey_tint", "honey_text"),
    "brick": ("brick_tint", "brick_text"),
    "plum": ("plum_tint", "plum_text"),
    "slate": ("slate_tint", "slate_text"),
}
"""Ground and ink by tone."""
HEIGHT, PADDING, ICON_SIZE, GAP = 24, 9, 13, 5
FILTER_HEIGHT, FILTER_PADDING = 30, 12
LEAST = "Noor W…"
"""So much of a chip is always left to read."""


def chip_width(look: Look, text: str, *, icon: str = "") -> int:
    """How wide a chip with this text is."""
    metrics = QFontMetrics(look.fonts.medium(Text.CAPTION))
    width = metrics.horizontalAdvance(text) + 2 * PADDING + 2
    return width + (look.fonts.px(ICON_SIZE) + GAP if icon else 0)


def paint_chip(
    painter: QPainter, box: QRectF, *, look: Look, text: str, tone: Tone = "plain", icon: str = ""
) -> None:
    """Draw a chip in a box; text that does not fit is elided. For delegates."""
    tokens = look.tokens
    ground, ink = TONES[tone]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line: Colour | None = "line_2" if tone == "outline" else None
    line = ink if tokens.is_contrast else line
    painter.setPen(QPen(tokens[line], 1) if line else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if tone == "outline" else tokens[ground])
    edge = box.adjusted(0.5, 0.5, -0.5, -0.5) if line else box
    painter.drawRoundedRect(edge, edge.height() / 2, edge.height() / 2)
    left = box.left() + PADDING + 1
    if icon:
        size = look.fonts.px(ICON_SIZE)
        middle = QRectF(left, box.center().y() - size / 2, size, size)
        look.icons.paint(painter, icon, middle, colour=ink)
        left += size + GAP
    painter.setFont(look.fonts.medium(Text.CAPTION))
    painter.setPen(tokens[ink])
    room = QRectF(left, box.top(), box.right() - PADDING - left, box.height())
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
    painter.restore()


class Chip(QLabel):
    """A word or two with a meaning: text first, colour never alone."""

    def __init__(
        self,
        look: Look,
        text: str,
        *,
        tone: Tone = "plain",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._tone: Tone = tone
        self._icon_name = icon
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = chip_width(self._look, self.text(), icon=self._icon_name)
        return QSize(width, self._look.fonts.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        least = chip_width(self._look, LEAST, icon=self._icon_name)
        return QSize(min(hint.width(), least), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(
            painter,
            QRectF(self.rect()),
            look=self._look,
            text=self.text(),
            tone=self._tone,
            icon=self._icon_name,
        )
        painter.end()
        self.setToolTip(self.text() if self.width() < self.sizeHint().width() else "")


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several: `key` is for the program, `text` for the reader."""

    key: str
    text: str
    icon: str = ""


class FilterChip(QAbstractButton):
    """A chip one can press, with a border; one of a `FilterChips` row."""

    def __init__(self, look: Look, choice: Choice, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon_name = choice.icon
        self.setText(choice.text)
        self.setCheckable(True)
        self.setProperty("ring", look.fonts.px(FILTER_HEIGHT) / 2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        # room for the bold text, so that nothing shifts when a chip is chosen
        metrics = QFontMetrics(self._look.fonts.bold(Text.SUPPORT))
        width = metrics.horizontalAdvance(self.text()) + 2 * FILTER_PADDING + 2
        if self._icon_name:
            width += self._look.fonts.px(ICON_SIZE) + GAP
        return QSize(width, self._look.fonts.px(FILTER_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, fonts = self._look.tokens, self._look.fonts
        ground, line, ink = self._colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens[line], 1))
        painter.setBrush(tokens[ground] if ground else Qt.BrushStyle.NoBrush)
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, edge.height() / 2, edge.height() / 2)
        painter.setFont(
            fonts.bold(Text.SUPPORT) if self.isChecked() else fonts.medium(Text.SUPPORT)
        )
        painter.setPen(tokens[ink])
        box = QRectF(self.rect())
        if self._icon_name:
            size = fonts.px(ICON_SIZE)
            left = QRectF(FILTER_PADDING + 1, (self.height() - size) / 2, size, size)
            self._look.icons.paint(painter, self._icon_name, left, colour=ink)
            box.setLeft(left.right() + GAP - FILTER_PADDING)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _colours(self) -> tuple[Colour | None, Colour, Colour]:
        """Ground, line and ink for the state it is in."""
        if self.isChecked():
            if self._look.tokens.is_contrast:
                return "text", "text", "surface"
            return "accent_tint", "accent", "accent_text"
        return ("hover" if self.underMouse() or self.isDown() else None), "line_2", "text_2"


class FilterChips(QWidget):
    """A row of filters of which exactly one is on. One tab stop, arrow keys inside; wraps.

    Signals:
        chosen: the key of the filter that was picked by hand.
    """

    chosen = Signal(str)

    def __init__(
        self, look: Look, choices: Sequence[Choice] = (), *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._row = Flow()
        self.setLayout(self._row)
        self._group = QButtonGroup(self)
        self._chips: dict[str, FilterChip] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Show these filters; what was on stays on, else the first is."""
        was = self.current()
        if [choice.key for choice in choices] == list(self._chips):
            for choice in choices:
                self._chips[choice.key].setText(choice.text)
                self._chips[choice.key].updateGeometry()
            return
        for chip in self._chips.values():
            self._group.removeButton(chip)
            self._row.removeWidget(chip)
            chip.deleteLater()
        self._chips = {}
        for choice in choices:
            chip = FilterChip(self._look, choice, parent=self)
            chip.clicked.connect(lambda _on=True, key=choice.key: self.chosen.emit(key))
            self._group.addButton(chip)
            self._row.addWidget(chip)
            self._chips[choice.key] = chip
        self._order_stops()
        self.choose(was if was in self._chips else next(iter(self._chips), ""))

    def _order_stops(self) -> None:
        """Let Tab come by where this row stands; chips that are made later would come last."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt passes over what takes no focus
        for one, other in pairwise((self, *self._chips.values())):
            QWidget.setTabOrder(one, other)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def current(self) -> str:
        """The key of the filter that is on, or an empty text."""
        return next((key for key, chip in self._chips.items() if chip.isChecked()), "")

    def choose(self, key: str) -> None:
        """Switch a filter on without a signal; Tab goes to it."""
        if key not in self._chips:
            return
        self._chips[key].setChecked(True)
        stop_at(self._chips[key], among=self._chips.values())
