"""In which way to practise: a few rows of which one is chosen, each with its key."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from klasgenoot.domain.answering import Mode
from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.keys import KeyBadge
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_stop import OneStop

RADIUS, PADDING, ICON, GAP = 10, 10, 20, 12
TERSE_PADDING = 5
"""Above and below a row, where height is short."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to practise, in words, and the key that chooses it."""

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
        self._line = Label(look, way.line, Text.SUPPORT, colour="text_2", parent=self)
        self._is_terse = False
        self.setCheckable(True)
        self.setAccessibleName(way.title)
        self.explain(way.line)
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

    def explain(self, line: str) -> None:
        """Say in a line what it is."""
        self._line.setText(line)
        self.setToolTip(line)
        self.setAccessibleDescription(line)

    def set_terse(self, terse: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Say what it is only while it is chosen, where height is short."""
        self._is_terse = terse
        margins = self._row.contentsMargins()
        inset = TERSE_PADDING if terse else PADDING - 3
        self._row.setContentsMargins(margins.left(), inset, margins.right(), inset)
        self._line.setVisible(self.isChecked() or not terse)
        self.updateGeometry()

    def _on_toggled(self) -> None:
        self.set_terse(self._is_terse)
        self._title.set_colour("accent_text" if self.isChecked() else "text")


class Ways(QWidget):
    """All ways, exactly one of them chosen. One tab stop, arrow keys inside.

    Attributes:
        keys: each way by the key that chooses it.

    Signals:
        chosen: the mode that was picked by hand.
        begin_requested: Enter on the way that is chosen already.
    """

    chosen = Signal(object)
    begin_requested = Signal()

    def __init__(
        self, look: Look, ways: Sequence[Way], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        group = QButtonGroup(self)
        self.keys = {way.key: way.mode for way in ways}
        self._buttons: dict[Mode, WayButton] = {}
        for way in ways:
            button = WayButton(look, way)
            button.clicked.connect(lambda _on=True, mode=way.mode: self.chosen.emit(mode))
            group.addButton(button)
            rows.addWidget(button)
            self._buttons[way.mode] = button
        self._stop = OneStop(self, list(self._buttons.values()))
        for button in self._buttons.values():
            button.installEventFilter(self)  # after the stop, so that Enter comes here first

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_enter = isinstance(event, QKeyEvent) and event.key() in ENTER
        if event.type() != QEvent.Type.KeyPress or not is_enter:
            return False
        if not (isinstance(watched, WayButton) and watched.isChecked()):
            return False
        self.begin_requested.emit()
        return True

    def choose(self, mode: Mode) -> None:
        """Choose without a signal; the keyboard goes along if it is on one of the ways."""
        button = self._buttons[mode]
        button.setChecked(True)
        self._stop.move_to(button)
        if any(each.hasFocus() for each in self._buttons.values()):
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_terse(self, terse: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Explain only the chosen way, where height is short."""
        for button in self._buttons.values():
            button.set_terse(terse)
        self.updateGeometry()

    def explain(self, mode: Mode, line: str) -> None:
        """Say something else of a way."""
        self._buttons[mode].explain(line)

    def set_shown(self, ways: Collection[Mode]) -> None:
        """Show these ways and leave out the others."""
        for mode, button in self._buttons.items():
            button.setVisible(mode in ways)
