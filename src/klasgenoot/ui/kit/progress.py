"""How far? A bar for a plan, segments for a session."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from klasgenoot.ui.kit.look import Look

HEIGHT, SEGMENT_HEIGHT, SEGMENT_GAP = 6, 5, 4
MOST_SEGMENTS = 40
"""More steps than this are drawn as one bar."""


class Progress(QProgressBar):
    """A bar, 6 pixels high. `setRange(0, 0)` when nobody knows how long it takes."""

    def __init__(self, look: Look, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setTextVisible(False)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(160, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens["hover"])
        if tokens.is_contrast:
            painter.setPen(QPen(tokens["line"], 1))
            box = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, HEIGHT / 2, HEIGHT / 2)
        span = self.maximum() - self.minimum()
        part = (self.value() - self.minimum()) / span if span else 1 / 3
        if part > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens["accent"])
            box.setWidth(max(HEIGHT, box.width() * min(1, part)))
            painter.drawRoundedRect(box, HEIGHT / 2, HEIGHT / 2)
        painter.end()


class Segments(QWidget):
    """The cards of a session: done, the one now, and those to come."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._done, self._count = 0, 0
        self.setFixedHeight(SEGMENT_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_progress(self, done: int, count: int, *, name: str = "") -> None:
        """Show that `done` of `count` are done; `name` says so in words."""
        self._done, self._count = done, count
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(390, SEGMENT_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, SEGMENT_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        count = min(self._count, MOST_SEGMENTS)
        done = self._done if self._count <= MOST_SEGMENTS else self._done * count // self._count
        gap = SEGMENT_GAP if count <= MOST_SEGMENTS / 2 else SEGMENT_GAP / 2
        width = (self.width() - gap * (count - 1)) / count if count else 0
        for number in range(count):
            ahead = tokens["text_2" if number == done else "line_2"]
            painter.setBrush(tokens["accent"] if number < done else ahead)
            box = QRectF(number * (width + gap), 0, width, SEGMENT_HEIGHT)
            if tokens.is_contrast and number > done:
                painter.setBrush(tokens["surface"])
                painter.setPen(QPen(tokens["line"], 1))
                box = box.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, SEGMENT_HEIGHT / 2, SEGMENT_HEIGHT / 2)
        painter.end()
