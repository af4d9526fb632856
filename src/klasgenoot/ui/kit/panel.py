"""What comes in front of the page? A panel over a scrim inside the window; Esc closes it."""

from enum import Enum

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget
from shiboken6 import isValid

from klasgenoot.ui.kit.buttons import icon_button
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.same import is_same, place_among
from klasgenoot.ui.kit.shadow import ROOM, Floating

RADIUS = 18
MARGIN = 20
"""The panel keeps at least this distance from the edges of the window."""


class Place(Enum):
    """Where in the window a panel stands."""

    TOP = "top"
    CENTRE = "centre"
    BOTTOM = "bottom"


class Panel(QWidget):
    """A panel over the whole window. Opens with `open_panel`; keeps the focus until it closes.

    Args:
        look: how everything looks.
        window: the widget that is covered.
        title: what it is about, also for a screen reader; empty for none.
        close_name: what the cross is called.
        width: of the panel, in pixels at text scale 1; narrower when the window is.
        place: where it stands.

    Attributes:
        head: the row with the title and the cross; add tools before the cross with `add_tool`.
        body: where the contents go.

    Signals:
        closed: it was closed, by whatever way.
    """

    closed = Signal()

    def __init__(
        self,
        look: Look,
        window: QWidget,
        *,
        title: str = "",
        subtitle: str = "",
        close_name: str = "",
        width: int = 560,
        place: Place = Place.CENTRE,
    ) -> None:
        super().__init__(window)
        self._look = look
        self._over = window
        self._width = look.fonts.px(width)
        self._place = place
        self._came_from: QWidget | None = None
        self._card = Floating(look, radius=RADIUS, parent=self)
        self._card.setAccessibleName(title)
        self._card.body.setContentsMargins(24, 22, 24, 20)
        self._card.body.setSpacing(14)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.title = Label(look, title, Text.SECTION)
        self.subtitle = Label(look, subtitle, Text.SUPPORT, colour="text_2")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.subtitle)
        self.subtitle.setVisible(bool(subtitle))
        self.head.addLayout(texts, 1)
        self._tools = QHBoxLayout()  # of several heights, and in line
        self._tools.setSpacing(8)
        self.head.addLayout(self._tools)
        self.head.setAlignment(self._tools, Qt.AlignmentFlag.AlignTop)
        if close_name:
            cross = icon_button(look, "x", close_name)
            cross.clicked.connect(self.close_panel)
            self._tools.addWidget(cross)
        if title:
            self._card.body.addLayout(self.head)
        else:
            self.title.setParent(self)
            self.title.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self._card.body.addLayout(self.body, 1)
        window.installEventFilter(self)
        self.hide()

    def add_tool(self, widget: QWidget) -> None:
        """Put a button in the head, before the cross."""
        self._tools.insertWidget(self._tools.count() - 1, widget)

    def open_panel(self, first: QWidget | None = None) -> None:
        """Show it and give the focus to `first`, or to the first widget that takes it."""
        self._came_from = QApplication.focusWidget()
        self._fit()
        self.show()
        self.raise_()
        if first is None:
            first = next((w for w in self._stops() if w.isVisible()), None)
        (first or self).setFocus(Qt.FocusReason.PopupFocusReason)

    def close_panel(self) -> None:
        """Hide it and give the focus back to where it came from."""
        if not self.isVisible():
            return
        self.hide()
        focused, before = QApplication.focusWidget(), self._came_from
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        elif focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()  # or keys would go on into what nobody sees
        self._came_from = None
        self.closed.emit()

    def refit(self) -> None:
        """Take the size that the contents ask for now."""
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        event.accept()  # what nobody wanted stays in the panel

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().marginsRemoved(ROOM).contains(event.position().toPoint()):
            self.close_panel()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 -- Qt's signature
        stops = [widget for widget in self._stops() if widget.isVisible()]
        if not stops:
            return True
        now = place_among(stops, QApplication.focusWidget())
        at = now if now is not None else -1 if forward else 0
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        inside = self._card.inner_rect().translated(self._card.pos())
        if inside.contains(event.rect()):
            return  # a letter in a field: the card covers all of it
        painter = QPainter(self)
        painter.setClipRegion(event.region().subtracted(QRegion(inside)))
        painter.fillRect(self.rect(), self._look.tokens["scrim"])
        painter.end()

    def _stops(self) -> list[QWidget]:
        """What Tab visits, in the order of the focus chain."""
        stops: list[QWidget] = []
        step = self._card.nextInFocusChain()
        while step is not None and not is_same(step, self._card):
            takes_tab = step.focusPolicy() & Qt.FocusPolicy.TabFocus
            if self._card.isAncestorOf(step) and takes_tab and step.isEnabled():
                stops.append(step)
            step = step.nextInFocusChain()
        return stops

    def _fit(self) -> None:
        window = self._over
        self.setGeometry(window.rect())
        width = min(self._width, window.width() - 2 * MARGIN)
        outer = width + ROOM.left() + ROOM.right()
        self._card.body.activate()
        body = self._card.body
        if body.hasHeightForWidth():
            height = body.totalHeightForWidth(outer)
        else:  # a list alone asks for one height, whatever its width
            height = self._card.sizeHint().height()
        height = max(height, self._card.minimumSizeHint().height())
        least_top, room = MARGIN - ROOM.top(), window.height() - 2 * MARGIN
        height = min(height, room + ROOM.top() + ROOM.bottom())
        panel_height = height - ROOM.top() - ROOM.bottom()
        tops = {
            Place.TOP: max(MARGIN, window.height() // 10),
            Place.CENTRE: (window.height() - panel_height) // 2,
            Place.BOTTOM: window.height() - MARGIN - panel_height,
        }
        top = min(tops[self._place], window.height() - MARGIN - panel_height) - ROOM.top()
        left = (window.width() - width) // 2 - ROOM.left()
        self._card.setGeometry(QRect(left, max(least_top, top), outer, height))


def ground_of(widget: QWidget) -> QWidget:
    """What a panel covers that is asked for from a widget: the whole window."""
    window = widget.window()
    central = window.centralWidget() if isinstance(window, QMainWindow) else None
    return central or window


def close_panels(window: QWidget) -> None:
    """Close what is in front of the page, so that the keyboard is never behind it."""
    for panel in window.findChildren(Panel):
        panel.close_panel()
