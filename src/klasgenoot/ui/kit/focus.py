"""Where is the keyboard? A ring around whatever has the focus, following its corners."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.same import is_same

GAP, WIDTH = 2, 2
REACH = GAP + WIDTH
USUAL_RADIUS = 7
MOVES = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.EnabledChange,
    }
)


class FocusRing(QWidget):
    """Lies over one window and draws the ring; lets everything through."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._radius: float = USUAL_RADIUS
        self._whole = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def surround(self, box: QRect, *, radius: float, within: QRect) -> None:
        """Draw the ring around `box`, as far as it lies within `within` (both in the window)."""
        whole = box.adjusted(-REACH, -REACH, REACH, REACH)
        shown = whole.intersected(within)
        if box.isEmpty() or shown.isEmpty():
            self.hide()
            return
        self._radius = radius
        self._whole = whole.translated(-shown.topLeft())
        self.setGeometry(shown)
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.tokens["focus"], WIDTH))
        inset = WIDTH / 2
        box = QRectF(self._whole).adjusted(inset, inset, -inset, -inset)
        corner = self._radius + GAP + inset
        painter.drawRoundedRect(box, corner, corner)
        painter.end()


class FocusFollower(QObject):
    """Keeps a ring around the focused widget, once the keyboard is used.

    Buttons have a ring; other widgets ask for one with the property `ring` (their corner radius).
    Painted views with a focus inside have `ring_rect()`, `ring_radius` and a signal `ring_moved`
    instead. Fields have none: their border gets thicker.

    Make one per app and drop it when the look changes.
    """

    def __init__(self, look: Look, app: QApplication) -> None:
        super().__init__(app)
        self._look = look
        self._app = app
        self._by_keyboard = True
        self._ring: FocusRing | None = None
        self._widget: QWidget | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._on_focus_changed)

    def stop(self) -> None:
        """Take the ring away for good."""
        self._app.focusChanged.disconnect(self._on_focus_changed)
        self._let_go()
        if self._ring is not None and isValid(self._ring):
            self._ring.deleteLater()
        self._ring = None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self._hide()  # it may be on its way out: do not ask it anything
        elif event.type() in MOVES:
            self._place()
        elif event.type() == QEvent.Type.KeyPress and not self._by_keyboard:
            self._by_keyboard = True
            self._place()
        return False

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._let_go()
        self._by_keyboard = not QApplication.mouseButtons()
        if now is None or _radius_of(now) is None:
            return
        self._widget = now
        self._watched = [now, *_ancestors(now)]
        for widget in self._watched:
            widget.installEventFilter(self)
        if hasattr(now, "ring_moved"):
            now.ring_moved.connect(self._place)
        self._place()

    def _let_go(self) -> None:
        """Stop following. What was followed may be gone by now."""
        for watched in self._watched:
            if isValid(watched):
                watched.removeEventFilter(self)
        widget = self._widget
        if widget is not None and isValid(widget) and hasattr(widget, "ring_moved"):
            widget.ring_moved.disconnect(self._place)
        self._watched = []
        self._widget = None
        self._hide()

    def _hide(self) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()

    def _ring_on(self, window: QWidget) -> FocusRing:
        """The ring, on the window that has the focus."""
        ring = self._ring
        if ring is None or not isValid(ring) or not is_same(ring.parentWidget(), window):
            if ring is not None and isValid(ring):
                ring.deleteLater()
            self._hide()
            ring = self._ring = FocusRing(self._look, window)
        return ring

    def _place(self) -> None:
        widget = self._widget
        if widget is None or not isValid(widget):
            return
        radius = _radius_of(widget)
        if not self._by_keyboard or radius is None or not widget.isVisible():
            self._hide()
            return
        window = widget.window()
        box = widget.ring_rect() if hasattr(widget, "ring_rect") else widget.rect()
        within = window.rect()
        for around in _ancestors(widget):  # asked anew: Python may have let go of one that lives
            if not around.isWindow():
                shown = QRect(around.mapTo(window, QPoint()), around.size())
                within = within.intersected(shown.adjusted(-REACH, -REACH, REACH, REACH))
        origin = widget.mapTo(window, QPoint())
        self._ring_on(window).surround(box.translated(origin), radius=radius, within=within)


def _ancestors(widget: QWidget) -> list[QWidget]:
    """What a widget is on, up to and with its window."""
    found = []
    step: QWidget | None = widget
    while step is not None and not step.isWindow():
        step = step.parentWidget()
        if step is not None:
            found.append(step)
    return found


def _radius_of(widget: Any) -> float | None:  # noqa: ANN401 -- asks a widget what it can do
    """The corner radius of what is to be ringed; None when it has no ring."""
    if hasattr(widget, "ring_radius"):
        return float(widget.ring_radius)
    asked = widget.property("ring")
    if asked is not None:
        return float(asked)
    return USUAL_RADIUS if isinstance(widget, QAbstractButton) else None
