"""Where is the keyboard? A ring around whatever has the focus, following its corners."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from klasgenoot.ui.kit.look import Look

GAP, WIDTH = 2, 2
REACH = GAP + WIDTH
USUAL_RADIUS = 7
MOVES = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
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
        if self._ring is not None:
            self._ring.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES:
            self._place()
        elif event.type() == QEvent.Type.KeyPress and watched is self._widget:
            self._by_keyboard = True
            self._place()
        return False

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._let_go()
        self._by_keyboard = not QApplication.mouseButtons()
        if now is None or _radius_of(now) is None:
            return
        self._widget = now
        if self._ring is None or self._ring.parentWidget() is not now.window():
            if self._ring is not None:
                self._ring.deleteLater()
            self._ring = FocusRing(self._look, now.window())
            self._ring.destroyed.connect(self._on_ring_destroyed)
        step: QWidget | None = now
        while step is not None:
            step.installEventFilter(self)
            step.destroyed.connect(self._on_widget_destroyed)
            self._watched.append(step)
            step = None if step.isWindow() else step.parentWidget()
        if hasattr(now, "ring_moved"):
            now.ring_moved.connect(self._place)
        self._place()

    def _let_go(self) -> None:
        for widget in self._watched:
            widget.removeEventFilter(self)
            widget.destroyed.disconnect(self._on_widget_destroyed)
        if self._widget is not None and hasattr(self._widget, "ring_moved"):
            self._widget.ring_moved.disconnect(self._place)
        self._watched = []
        self._widget = None
        if self._ring is not None:
            self._ring.hide()

    def _place(self) -> None:
        widget, ring = self._widget, self._ring
        if widget is None or ring is None:
            return
        radius = _radius_of(widget)
        if not self._by_keyboard or radius is None or not widget.isVisible():
            ring.hide()
            return
        box = widget.ring_rect() if hasattr(widget, "ring_rect") else widget.rect()
        window = widget.window()
        origin = widget.mapTo(window, QPoint())
        within = window.rect()
        for around in self._watched[1:]:
            if around.isWindow():
                break
            shown = QRect(around.mapTo(window, QPoint()), around.size())
            within = within.intersected(shown.adjusted(-REACH, -REACH, REACH, REACH))
        ring.surround(box.translated(origin), radius=radius, within=within)

    def _on_ring_destroyed(self) -> None:
        self._ring = None

    def _on_widget_destroyed(self, gone: QObject) -> None:
        self._watched = [widget for widget in self._watched if widget is not gone]
        if gone is self._widget:
            self._widget = None


def _radius_of(widget: Any) -> float | None:  # noqa: ANN401 -- asks a widget what it can do
    """The corner radius of what is to be ringed; None when it has no ring."""
    if hasattr(widget, "ring_radius"):
        return float(widget.ring_radius)
    asked = widget.property("ring")
    if asked is not None:
        return float(asked)
    return USUAL_RADIUS if isinstance(widget, QAbstractButton) else None
