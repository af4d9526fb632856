"""What can be pressed? Buttons with an icon, a text and a key badge; or an icon alone."""

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.keys import HEIGHT as BADGE_HEIGHT
from klasgenoot.ui.kit.keys import badge_width, paint_badge
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.stylesheet import CONTROL_HEIGHTS
from klasgenoot.ui.kit.theme import Colour

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QStyleOptionButton

Kind = Literal["plain", "primary", "tonal", "ghost", "danger"]
"""One `primary` on a page; `ghost` is the quietest; `danger` is for what cannot be undone."""
Size = Literal["small", "control", "large"]

INK: dict[Kind, tuple[Colour, Colour]] = {
    "plain": ("text", "text_2"),
    "primary": ("on_accent", "on_accent"),
    "tonal": ("accent_text", "accent_text"),
    "ghost": ("text_2", "text_2"),
    "danger": ("brick_text", "brick_text"),
}
"""Colours of text and icon by kind."""
PADDING: dict[Size, int] = {"small": 11, "control": 14, "large": 20}
RADIUS: dict[Size, int] = {"small": 7, "control": 8, "large": 10}
ROLE: dict[Size, Text] = {"small": Text.SUPPORT, "control": Text.BODY, "large": Text.CARD}
GAP, ICON_SIZE = 8, 16
DISABLED = 0.45
BACK_KEYS = "Alt+Left"


class Button(QPushButton):
    """A button.

    Args:
        look: how everything looks.
        text: a verb; empty for an icon alone, and then see `icon_button`.
        kind: how much it asks for attention.
        size: 30, 34 or 44 pixels high at text scale 1.
        icon: name of a Lucide icon before the text.
        after: name of an icon behind the text, such as `chevron-down`.
        keys: shown in a badge, such as `Ctrl L`; the shortcut itself belongs to an action.
        parent: the widget it is on.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        *,
        kind: Kind = "plain",
        size: Size = "control",
        icon: str = "",
        after: str = "",
        keys: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._kind: Kind = kind
        self._size: Size = size
        self._icon_name = icon
        self._after = after
        self._keys = keys
        self.setProperty("kind", kind)
        self.setProperty("scale", size)  # not "size", which Qt itself has
        self.setProperty("ring", RADIUS[size])
        heavy = kind in {"primary", "tonal"}
        weight = QFont.Weight.DemiBold if heavy else QFont.Weight.Medium
        self.setFont(look.fonts.font(ROLE[size], weight=weight))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self.update()

    def set_kind(self, kind: Kind) -> None:
        """Ask for more or less attention."""
        if kind != self._kind:
            self._kind = kind
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)
            self.update()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        height = self._look.fonts.px(CONTROL_HEIGHTS[self._size])
        if not self.text() and not self._after:
            return QSize(height, height)
        return QSize(self._content_width() + 2 * PADDING[self._size], height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.isEnabled():
            super().paintEvent(event)  # without the styles of Qt, which take long to come in
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(DISABLED)
            self._paint_frame(painter)
        self._paint_content(painter)
        painter.end()

    def initStyleOption(self, option: "QStyleOptionButton") -> None:
        super().initStyleOption(option)
        option.text = ""  # written over the frame that Qt paints, in ours

    def _paint_frame(self, painter: QPainter) -> None:
        """Paint what is behind the text, greyed by opacity and not by another colour."""
        from PySide6.QtWidgets import QStyle, QStyleOptionButton

        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.state |= QStyle.StateFlag.State_Enabled
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)

    def _paint_content(self, painter: QPainter) -> None:
        fonts = self._look.fonts
        ink, icon_ink = INK[self._kind]
        icon = fonts.px(ICON_SIZE)
        left = (self.width() - self._content_width()) / 2
        if self._icon_name:
            box = QRectF(left, (self.height() - icon) / 2, icon, icon)
            self._look.icons.paint(painter, self._icon_name, box, colour=icon_ink)
            left += icon + GAP
        if self.text():
            width = QFontMetrics(self.font()).horizontalAdvance(self.shown_text())
            painter.setFont(self.font())
            painter.setPen(self._look.tokens[ink])
            box = QRectF(left, 0, width + 1, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.shown_text())
            left += width + GAP
        if self._keys:
            width = badge_width(self._look, self._keys)
            height = fonts.px(BADGE_HEIGHT)
            box = QRectF(round(left), round((self.height() - height) / 2), width, height)
            filled = self._kind in {"primary", "tonal"}
            badge_ink = self._look.tokens[ink] if filled else None
            paint_badge(painter, box, look=self._look, keys=self._keys, ink=badge_ink)
            left += width + GAP
        if self._after:
            box = QRectF(left, (self.height() - icon) / 2, icon, icon)
            self._look.icons.paint(painter, self._after, box, colour=icon_ink)

    def shown_text(self) -> str:
        """The text without the mark of its mnemonic."""
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _content_width(self) -> int:
        widths = []
        icon = self._look.fonts.px(ICON_SIZE)
        if self._icon_name:
            widths.append(icon)
        if self.text():
            widths.append(QFontMetrics(self.font()).horizontalAdvance(self.shown_text()))
        if self._keys:
            widths.append(badge_width(self._look, self._keys))
        if self._after:
            widths.append(icon)
        return sum(widths) + GAP * max(0, len(widths) - 1)


def back_button(look: Look, words: str) -> Button:
    """The way back to the page before, with the keys that browsers have for it, too."""
    button = Button(look, words, kind="ghost", icon="arrow-left")
    QShortcut(QKeySequence(BACK_KEYS), button).activated.connect(button.click)
    return button


def icon_button(
    look: Look,
    icon: str,
    name: str,
    *,
    kind: Kind = "ghost",
    size: Size = "control",
) -> Button:
    """A button with an icon alone. `name` is its tooltip and what a screen reader says."""
    button = Button(look, kind=kind, size=size, icon=icon)
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button
