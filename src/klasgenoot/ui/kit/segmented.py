"""Which of a few? A control of two to five segments next to each other."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from klasgenoot.ui.kit.chips import Choice
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.tab_order import stop_at

HEIGHT, INSET, PADDING, GAP, ICON_SIZE = 34, 3, 11, 6, 16
RADIUS, SEGMENT_RADIUS = 9, 7


class Segment(QAbstractButton):
    """One segment of a `Segmented`."""

    def __init__(self, look: Look, choice: Choice, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._icon_name = choice.icon
        self.setText(choice.text)
        self.setCheckable(True)
        self.setProperty("ring", SEGMENT_RADIUS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        fonts = self._look.fonts
        width = QFontMetrics(fonts.bold(Text.SUPPORT)).horizontalAdvance(self.text())
        if self._icon_name:
            width += fonts.px(ICON_SIZE) + GAP
        return QSize(width + 2 * PADDING, fonts.px(HEIGHT) - 2 * INSET)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, fonts = self._look.tokens, self._look.fonts
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setPen(QPen(tokens["line_2"], 1))
            painter.setBrush(tokens["surface"])
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, SEGMENT_RADIUS, SEGMENT_RADIUS)
        font = fonts.bold(Text.SUPPORT) if self.isChecked() else fonts.medium(Text.SUPPORT)
        painter.setFont(font)
        text = QFontMetrics(font).horizontalAdvance(self.text())
        icon = fonts.px(ICON_SIZE) if self._icon_name else 0
        left = (self.width() - text - icon - (GAP if icon else 0)) / 2
        bright = self.isChecked() or self.underMouse()
        if icon:
            box = QRectF(left, (self.height() - icon) / 2, icon, icon)
            colour = tokens["accent_text" if self.isChecked() else "text_3"]
            self._look.icons.paint(painter, self._icon_name, box, colour=colour)
            left += icon + GAP
        painter.setPen(tokens["text" if bright else "text_2"])
        room = QRectF(left, 0, text + 2, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class Segmented(QWidget):
    """Exactly one of a few choices. One tab stop, arrow keys inside.

    Signals:
        chosen: the key of the choice that was picked by hand.
    """

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        choices: Sequence[Choice],
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(INSET, INSET, INSET, INSET)
        row.setSpacing(0)
        group = QButtonGroup(self)
        self._segments: dict[str, Segment] = {}
        for choice in choices:
            segment = Segment(look, choice, parent=self)
            segment.clicked.connect(lambda _on=True, key=choice.key: self.chosen.emit(key))
            segment.toggled.connect(self._stop_at_chosen)
            group.addButton(segment)
            row.addWidget(segment)
            self._segments[choice.key] = segment
        if choices:
            self.choose(choices[0].key)

    def current(self) -> str:
        """The key of what is chosen."""
        return next((key for key, part in self._segments.items() if part.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose without a signal."""
        self._segments[key].setChecked(True)
        self._stop_at_chosen()

    def _stop_at_chosen(self) -> None:
        chosen = self._segments.get(self.current())
        stop_at(chosen, among=self._segments.values())

    def take_focus(self) -> None:
        """Put the keyboard on what is chosen."""
        self.chosen_segment.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen_segment(self) -> QWidget:
        """The part that is chosen."""
        return self._segments[self.current()]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.tokens["line"], 1))
        painter.setBrush(self._look.tokens["sunken"])
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.end()
