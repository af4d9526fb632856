"""How do many things take one press of Tab? One of them is the stop; arrow keys reach the rest."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

from klasgenoot.ui.kit.around import scroll_area_around
from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.steps import ARROWS

MARGIN = 16
"""So many pixels stay visible above and below what one goes to."""


class OneStop(QObject):
    """Makes several widgets one tab stop, wherever they stand in `owner`.

    An arrow key goes to the nearest of them in its direction, else to the next or the previous in
    order; Home and End go to the first and the last. Enter presses a button, as Space does.
    """

    def __init__(self, owner: QWidget, stops: Sequence[QWidget] = ()) -> None:
        super().__init__(owner)
        self._owner = owner
        self._stops: list[QWidget] = []
        self._current: QWidget | None = None
        self.set_stops(stops)

    @property
    def current(self) -> QWidget | None:
        """The widget that Tab goes to."""
        return self._current

    def set_stops(self, stops: Sequence[QWidget]) -> None:
        """Hold these widgets, in reading order; the first one is where Tab goes."""
        for stop in filter(isValid, self._stops):  # some may be gone with their rows
            stop.removeEventFilter(self)
        self._stops = list(stops)
        for stop in self._stops:
            stop.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            stop.installEventFilter(self)
        self._current = None
        if self._stops:
            self.move_to(self._stops[0])

    def move_to(self, stop: QWidget) -> None:
        """Let Tab go to this one, without giving it the focus."""
        if self._current is not None and isValid(self._current):
            self._current.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._current = stop
        stop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QWidget) or watched not in self._stops:
            return False
        if event.type() == QEvent.Type.FocusIn:
            self.move_to(watched)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return self._on_key(watched, event)

    def _on_key(self, here: QWidget, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        there: QWidget | None = None
        if event.key() in ARROWS:
            there = self._beside(here, ARROWS[event.key()])
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            shown = self._shown()
            there = shown[0 if event.key() == Qt.Key.Key_Home else -1]
        elif event.key() in ENTER and isinstance(here, QAbstractButton):
            here.click()
            return True
        else:
            return False
        if there is not None:
            go_to(there)
        return True

    def _shown(self) -> list[QWidget]:
        return [stop for stop in self._stops if stop.isVisible() and stop.isEnabled()]

    def _beside(self, here: QWidget, step: tuple[int, int]) -> QWidget | None:
        """The nearest one straight ahead, else the neighbour in order; None at the end."""
        across, down = step
        start = self._box(here)
        found: list[tuple[int, int, QWidget]] = []
        for stop in self._shown():
            box = self._box(stop)
            away = box.center() - start.center()
            ahead, aside = away.x() * across + away.y() * down, away.x() * down + away.y() * across
            if ahead > 0 and _in_line(start, box, lying=bool(across)):
                found.append((ahead, abs(aside), stop))
        if found:
            return min(found, key=lambda each: each[:2])[-1]
        shown = self._shown()
        place = shown.index(here) + across + down
        return shown[place] if 0 <= place < len(shown) else None

    def _box(self, stop: QWidget) -> QRect:
        return QRect(stop.mapTo(self._owner, QPoint()), stop.size())


def go_to(there: QWidget, *, margin: int = MARGIN) -> None:
    """Give a widget the focus and scroll until it stands so many pixels inside."""
    there.setFocus(Qt.FocusReason.TabFocusReason)
    around = scroll_area_around(there)
    if around is not None:
        around.ensureWidgetVisible(there, 0, margin)


def _in_line(one: QRect, other: QRect, *, lying: bool) -> bool:
    """Whether two boxes overlap when looked at from the side (`lying`) or from above."""
    if lying:
        return one.top() <= other.bottom() and other.top() <= one.bottom()
    return one.left() <= other.right() and other.left() <= one.right()
