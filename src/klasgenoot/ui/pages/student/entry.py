"""One entry on the timeline: its mark, the line to the next one, and what it says, all painted.

A page has dozens of these. As widgets each would be made and measured one by one for every line in
it; painted it is one widget, which keeps the focus, the keys and the words for a screen reader.
"""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.student.entry_parts import Part

MARK, MARK_RADIUS, MARK_ICON, MARK_GAP, BELOW = 30, 8, 16, 14, 22
ABOVE, LINE_GAP = 4, 4
DOT_RADIUS, DOT_HEIGHT, DOT_BELOW = 3, 18, 14
TEXT_LEFT = MARK + MARK_GAP
LIKED = 560
"""An entry asks for no more width than this, in pixels at text scale 1."""
MOST_HEIGHTS = 16


class Shape(Enum):
    """How much an entry is made of."""

    FULL = auto()
    BRIEF = auto()
    """On one line, in the middle of its mark: there is much of it."""
    QUIET = auto()
    """A dot and a line: there is one nearly every day."""


class Entry(QWidget):
    """One of the things that were there.

    Attributes:
        look: fonts and colours.

    Args:
        look: fonts and colours.
        icon: in its mark.
        parts: what it says, from top to bottom.
        is_last: whether no line goes on to a next one.
        shape: how much is made of it.
        parent: the widget it is on.
    """

    def __init__(
        self,
        look: Look,
        icon: str,
        parts: Sequence[Part],
        *,
        is_last: bool,
        shape: Shape = Shape.FULL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._icon = icon
        self._parts = tuple(parts)
        self._below: QWidget | None = None
        self._is_last = is_last
        self._shape = shape
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("ring", MARK_RADIUS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        width = self.look.fonts.px(LIKED)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        widest = max((part.least_width() for part in self._parts), default=0)
        if self._below is not None:
            widest = max(widest, self._below.minimumSizeHint().width())
        return QSize(TEXT_LEFT + widest, self._least_height())

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:  # layouts ask for the same few again and again
            if len(self._heights) >= MOST_HEIGHTS:
                self._heights.clear()
            self._heights[width] = self._height_at(width)
        return self._heights[width]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._below is not None:
            width = self.width() - TEXT_LEFT
            top = round(self._painted_to(width))
            self._below.setGeometry(TEXT_LEFT, top, width, _height_of(self._below, width))
        self.setToolTip("\n".join(filter(None, (part.left_out() for part in self._parts))))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_mark(painter)
        width, top = self.width() - TEXT_LEFT, float(self._top(self.width() - TEXT_LEFT))
        for place, part in enumerate(self._parts):
            top += part.above if place else 0
            height = part.height_at(width)
            box = QRect(TEXT_LEFT, round(top), width, height)
            if event.rect().intersects(box):
                part.paint(painter, box)
            top += height
        painter.end()

    def put_below(self, below: QWidget) -> None:
        """Let a widget stand under the words: something in it can be pressed."""
        below.setParent(self)
        self._below = below

    def below_changed(self) -> None:
        """Ask anew for the room that what stands below takes."""
        self._heights.clear()
        self.updateGeometry()

    def _top(self, width: int) -> int:
        """Where the words begin: a single line stands in the middle of its mark."""
        if self._shape is Shape.FULL:
            return ABOVE
        height = sum(part.height_at(width) for part in self._parts)
        return ABOVE + max(0, (self._mark_height() - height) // 2)

    def _mark_height(self) -> int:
        return DOT_HEIGHT if self._shape is Shape.QUIET else MARK

    def _least_height(self) -> int:
        if self._shape is Shape.QUIET:
            return ABOVE + DOT_HEIGHT + DOT_BELOW
        return MARK + BELOW

    def _painted_to(self, width: int) -> int:
        """Where what is painted ends."""
        gaps = sum(part.above for part in self._parts[1:])
        return self._top(width) + gaps + sum(part.height_at(width) for part in self._parts)

    def _height_at(self, whole: int) -> int:
        width = max(1, whole - TEXT_LEFT)
        height = self._painted_to(width)
        if self._below is not None:
            height += _height_of(self._below, width)
        return max(height + (BELOW if self._shape is Shape.FULL else 0), self._least_height())

    def _paint_mark(self, painter: QPainter) -> None:
        if self._shape is Shape.QUIET:
            self._paint_dot(painter)
        else:
            self._paint_icon(painter)
        start = ABOVE + self._mark_height() + LINE_GAP
        length = self.height() - start - LINE_GAP
        if not self._is_last and length > 0:
            painter.fillRect(QRectF(MARK // 2, start, 1, length), self.look.tokens["line_2"])

    def _paint_dot(self, painter: QPainter) -> None:
        tokens = self.look.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens["text_2" if tokens.is_contrast else "line_2"])
        middle = QPointF(MARK // 2 + 0.5, ABOVE + DOT_HEIGHT / 2)
        painter.drawEllipse(middle, DOT_RADIUS, DOT_RADIUS)

    def _paint_icon(self, painter: QPainter) -> None:
        tokens = self.look.tokens
        box = QRectF(0, ABOVE, MARK, MARK)
        painter.setPen(QPen(tokens["line"], 1) if tokens.is_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(tokens["sunken"])
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), MARK_RADIUS, MARK_RADIUS)
        inset = (MARK - MARK_ICON) / 2
        inner = box.adjusted(inset, inset, -inset, -inset)
        self.look.icons.paint(painter, self._icon, inner, colour="text_2")


def _height_of(widget: QWidget, width: int) -> int:
    """How high a widget is at a width."""
    if widget.hasHeightForWidth():
        return widget.heightForWidth(width)
    return widget.sizeHint().height()
