"""How do things stand in a row that may wrap? A layout that flows like words on a line."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class Flow(QLayout):
    """Puts its widgets next to each other and starts a new line where the width ends.

    Args:
        gap: pixels between two widgets.
        line_gap: pixels between two lines.
        to_right: whether lines end at the right edge.
        to_middle: whether each line stands in the middle.
        to_top: whether what stands on one line begins at one height; else it is centred on it.
        apart: whether the last of several on a line stands at its right edge.
    """

    def __init__(
        self,
        *,
        gap: int = 8,
        line_gap: int = 8,
        to_right: bool = False,
        to_middle: bool = False,
        to_top: bool = False,
        apart: bool = False,
    ) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._measured: list[tuple[QLayoutItem, QSize, QSize]] | None = None
        self._gap = gap
        self._line_gap = line_gap
        self._to_right = to_right
        self._to_middle = to_middle
        self._to_top = to_top
        self._apart = apart
        self.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, widget: QWidget) -> None:
        """Put a widget at the end."""
        self.insert_widget(len(self._items), widget)

    def insert_widget(self, at: int, widget: QWidget) -> None:
        """Put a widget before the one that stands at a place.

        Its item is made here, not by Qt: Python knows an item of Qt's by its address, and once that
        is deleted takes the next one there for it, which then counts as dead.
        """
        self.addChildWidget(widget)
        self._items.insert(at, QWidgetItem(widget))
        self.invalidate()

    def addItem(self, _item: QLayoutItem) -> None:
        raise TypeError("a flow holds widgets: see addWidget")  # Qt would make the item

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:  # one page is asked for it a hundred times over
            inside = QRect(0, 0, width, 0).marginsRemoved(self.contentsMargins())
            self._heights[width] = self._arrange(inside, place=False) + self._beside().height()
        return self._heights[width]

    def invalidate(self) -> None:
        self._forget()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(self.contentsRect(), place=True)

    def sizeHint(self) -> QSize:
        sizes = [size for _, size, _ in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0)) + self._beside()

    def minimumSize(self) -> QSize:
        least = QSize()
        for _, _, minimum in self._shown():
            least = least.expandedTo(minimum)
        return least + self._beside()

    def _beside(self) -> QSize:
        """What the margins take."""
        margins = self.contentsMargins()
        return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _forget(self) -> None:
        self._heights.clear()
        self._measured = None

    def _shown(self) -> list[tuple[QLayoutItem, QSize, QSize]]:
        """What is in sight, with the size it asks for and the least it can do with."""
        if self._measured is None:  # asked for at every width that is tried
            shown = (item for item in self._items if not item.isEmpty())
            self._measured = [(item, item.sizeHint(), item.minimumSize()) for item in shown]
        return self._measured

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        """Fill lines from the top; returns the height used."""
        top = rect.y()
        line: list[tuple[QLayoutItem, QSize]] = []
        used = 0
        for item, hint, minimum in self._shown():
            size = hint.boundedTo(QSize(max(1, rect.width()), hint.height())).expandedTo(minimum)
            if line and used + self._gap + size.width() > rect.width():
                top += self._finish(line, rect=rect, top=top, place=place) + self._line_gap
                line, used = [], 0
            used += size.width() + (self._gap if line else 0)
            line.append((item, size))
        if line:
            top += self._finish(line, rect=rect, top=top, place=place)
        return top - rect.y()

    def _finish(
        self, line: list[tuple[QLayoutItem, QSize]], *, rect: QRect, top: int, place: bool
    ) -> int:
        """Place one line with its widgets beside each other; returns its height."""
        height = max(size.height() for _, size in line)
        if place:
            left = rect.x()
            if self._to_right or self._to_middle:
                width = sum(size.width() for _, size in line) + self._gap * (len(line) - 1)
                left += max(0, rect.width() - width) // (2 if self._to_middle else 1)
            for at, (item, size) in enumerate(line):
                if self._apart and 0 < at == len(line) - 1:
                    left = rect.x() + rect.width() - size.width()
                offset = 0 if self._to_top else (height - size.height()) // 2
                item.setGeometry(QRect(QPoint(left, top + offset), size))
                left += size.width() + self._gap
        return height


def flow(*widgets: QWidget, gap: int = 8, line_gap: int = 8, to_right: bool = False) -> Flow:
    """A flow with these widgets in it."""
    layout = Flow(gap=gap, line_gap=line_gap, to_right=to_right)
    for widget in widgets:
        layout.addWidget(widget)
    return layout
