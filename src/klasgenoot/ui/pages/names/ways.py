"""In which way to practise: a few rows of which one is chosen, each with its key."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from klasgenoot.domain.answering import Mode
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.keys import KeyBadge
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_stop import OneStop

RADIUS, PADDING, ICON, GAP = 10, 10, 20, 12


@dataclass(frozen=True, slots=True)
class Way:
    """One way to practise, in words."""

    mode: Mode
    title: str
    line: str
    icon: str
    key: str


class WayButton(QAbstractButton):
    """One row."""

    def __init__(self, look: Look, way: Way, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon_name = way.icon
        self._title = Label(look, way.title, Text.BODY, weight=QFont.Weight.Medium)
        self._line = Label(look, way.line, Text.SUPPORT, colour="text_2")
        self._is_terse = False
        self.setToolTip(way.line)
        self.setCheckable(True)
        self.setAccessibleName(way.title)
        self.setAccessibleDescription(way.line)
        self.setProperty("ring", RADIUS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._line)
        self._row = row = QHBoxLayout(self)
        left = PADDING + look.fonts.px(ICON) + GAP
        row.setContentsMargins(left, PADDING - 3, PADDING, PADDING - 3)
        row.setSpacing(GAP)
        row.addLayout(words, 1)
        row.addWidget(KeyBadge(look, way.key))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(self._on_toggled)

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        if self.isChecked():
            painter.setBrush(tokens["accent_tint"])
            if tokens.is_contrast:
                painter.setPen(QPen(tokens["line"], 2))
                box = box.adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        elif self.underMouse() or self.isDown():
            painter.setBrush(tokens["hover"])
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        size = self._look.fonts.px(ICON)
        icon = QRectF(PADDING, (self.height() - size) / 2, size, size)
        self._look.icons.paint(
            painter,
            self._icon_name,
            icon,
            colour="accent_text" if self.isChecked() else "text_3",
        )
        painter.end()

    def set_terse(self, terse: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Say what it is only while it is chosen, where height is short."""
        self._is_terse = terse
        self._line.setVisible(self.isChecked() or not terse)
        self.updateGeometry()

    def _on_toggled(self) -> None:
        self.set_terse(self._is_terse)
        self._title.set_colour("accent_text" if self.isChecked() else "text")


class Ways(QWidget):
    """All ways, exactly one of them chosen. One tab stop, arrow keys inside.

    Signals:
        chosen: the mode that was picked by hand.
    """

    chosen = Signal(object)

    def __init__(
        self, look: Look, ways: Sequence[Way], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        group = QButtonGroup(self)
        self._buttons: dict[Mode, WayButton] = {}
        for way in ways:
            button = WayButton(look, way)
            button.clicked.connect(lambda _on=True, mode=way.mode: self.chosen.emit(mode))
            group.addButton(button)
            column.addWidget(button)
            self._buttons[way.mode] = button
        self._stop = OneStop(self, list(self._buttons.values()))

    def choose(self, mode: Mode) -> None:
        """Choose without a signal."""
        self._buttons[mode].setChecked(True)
        self._stop.move_to(self._buttons[mode])

    def set_terse(self, terse: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Explain only the chosen way, where height is short."""
        for button in self._buttons.values():
            button.set_terse(terse)
        self.updateGeometry()

    def set_shown(self, ways: Collection[Mode]) -> None:
        """Show these ways and leave out the others."""
        for mode, button in self._buttons.items():
            button.setVisible(mode in ways)
