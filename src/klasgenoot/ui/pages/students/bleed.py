"""How can a list be wider than the page's column? It lies over a place that is kept free for it."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize})


class Bleed(QWidget):
    """Keeps a place free in a layout and lays `inner` over it, wider at both sides.

    A layout has no negative margins, and a widget is cut off at the edges of its parent. So `inner`
    becomes a child of `ground`, which has room at its sides.

    Args:
        inner: what is laid over the place.
        ground: a widget that this one will be in, at any depth.
        by: how much wider at each side, in pixels.
    """

    def __init__(self, inner: QWidget, *, ground: QWidget, by: int) -> None:
        super().__init__()
        self._inner = inner
        self._ground = ground
        self._by = by
        self.setMinimumHeight(inner.minimumSizeHint().height())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.installEventFilter(self)

    def settle(self) -> None:
        """Lay `inner` on the ground; call it once this is in its layout."""
        self._inner.setParent(self._ground)
        step = self.parentWidget()
        while step is not None and step is not self._ground:
            step.installEventFilter(self)
            step = step.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES:
            self._lay_over()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_over()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lay_over()
        self._inner.show()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._inner.hide()

    def _lay_over(self) -> None:
        place = self.mapTo(self._ground, QPoint())
        wide = self.width() + 2 * self._by
        self._inner.setGeometry(place.x() - self._by, place.y(), wide, self.height())
