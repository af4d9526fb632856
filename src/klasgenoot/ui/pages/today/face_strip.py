"""A class in one row: small faces, a ring around the names that slip, or a bar below each."""

from math import ceil

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from klasgenoot.domain.memory import Level
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import AVATAR_ROUNDNESS, is_at_hand, paint_portrait
from klasgenoot.viewmodels.today_rows import FaceShown

EDGE, SMALLEST = 34, 26
"""How large a face is, and how small it gets before a second row begins, at text scale 1."""
AT_ONCE = 10
"""So many photos are decoded in one frame."""
MOST = 84
"""So many faces are shown at most: three classes, in three rows."""
GAP, WIDEST_GAP, ROW_GAP = 4, 11, 8
RING, RING_GAP = 2, 1.5
BAR, BAR_GAP = 4, 4
FULL = {Level.NEW: 0.0, Level.LEARNING: 1 / 3, Level.ALMOST: 2 / 3, Level.KNOWN: 1.0}
"""How much of the bar below a face is full."""


class FaceStrip(QWidget):
    """Faces side by side over the whole width; more rows where they do not fit.

    Args:
        look: how everything looks.
        bars: whether a bar below each face says how well its name is known.
        parent: the widget it is on.

    Signals:
        opened: the student whose face was clicked.
    """

    opened = Signal(object)

    def __init__(self, look: Look, *, bars: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._bars = bars
        self._faces: tuple[FaceShown, ...] = ()
        self._more = 0
        # not Fixed: that would hold on to the height of the width before
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_faces(self, faces: tuple[FaceShown, ...], *, name: str) -> None:
        """Show these; `name` says them in words."""
        self.setAccessibleName(name)
        self._more = max(0, len(faces) - MOST)
        if self._more:  # then those whose names slip first, and a figure at the end
            faces = tuple(sorted(faces, key=lambda face: not face.slips))[: MOST - 1]
            self._more += 1
        if faces != self._faces:
            self._faces = faces
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        edge, columns, _ = self._plan(width)
        rows = ceil(self._count / columns)
        return rows * self._row(edge) + max(0, rows - 1) * ROW_GAP + 2 * self._room

    def sizeHint(self) -> QSize:
        width = max(self.width(), self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(6 * self._look.fonts.px(EDGE), self._look.fonts.px(EDGE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = AT_ONCE
        for place, face in enumerate(self._faces):
            box = self._box(place)
            who = face_of(face.student)
            at_hand = is_at_hand(painter, box, look=self._look, face=who)
            if at_hand or left:
                left -= not at_hand
                paint_portrait(painter, box, look=self._look, face=who)
            else:
                self._paint_flat(painter, box)
            if self._bars:
                self._paint_bar(painter, box, level=face.level)
            elif face.slips:
                self._paint_ring(painter, box)
        if self._more:
            self._paint_more(painter, self._box(len(self._faces)))
        painter.end()
        if not left:  # the page stands; the other faces come in the next frames
            QTimer.singleShot(0, self, self.update)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        face = self._at(event.position().toPoint())
        if face is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(face.student)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            face = self._at(event.pos())
            QToolTip.showText(event.globalPos(), face.student.full_name if face else "", self)
            return True
        return super().event(event)

    @property
    def _count(self) -> int:
        """How many places there are: the faces, and the figure behind them."""
        return len(self._faces) + bool(self._more)

    @property
    def _room(self) -> int:
        """What a ring needs around a face."""
        return 0 if self._bars else ceil(RING + RING_GAP)

    def _row(self, edge: int) -> int:
        return edge + (BAR + BAR_GAP if self._bars else 0)

    def _plan(self, width: int) -> tuple[int, int, float]:
        """How large a face is, how many stand in a row, and what is between them."""
        fonts, count = self._look.fonts, max(1, self._count)
        room = max(1, width - 2 * self._room)
        fitting = (room + GAP) // count - GAP
        if fitting >= fonts.px(SMALLEST):
            edge, columns = min(fonts.px(EDGE), fitting), count
        else:
            edge = fonts.px(SMALLEST)
            most = max(1, (room + GAP) // (edge + GAP))
            columns = ceil(count / ceil(count / most))  # rows about equally long
            edge = min(fonts.px(EDGE), (room + GAP) // columns - GAP)
        gap = (room - columns * edge) / max(1, columns - 1)
        return edge, columns, min(gap, fonts.px(WIDEST_GAP))

    def _box(self, place: int) -> QRectF:
        edge, columns, gap = self._plan(self.width())
        row, column = divmod(place, columns)
        left = self._room + round(column * (edge + gap))
        return QRectF(left, self._room + row * (self._row(edge) + ROW_GAP), edge, edge)

    def _at(self, point: QPoint) -> FaceShown | None:
        found = (face for n, face in enumerate(self._faces) if self._box(n).contains(point))
        return next(found, None)

    def _paint_flat(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.tokens["hover"])
        radius = box.width() * AVATAR_ROUNDNESS
        painter.drawRoundedRect(box, radius, radius)

    def _paint_more(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(self._look.tokens["text_2"])
        painter.setFont(self._look.fonts.medium(Text.CAPTION))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"+{self._more}")

    def _paint_ring(self, painter: QPainter, box: QRectF) -> None:
        out = RING_GAP + RING / 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.tokens["honey_edge"], RING))
        radius = box.width() * AVATAR_ROUNDNESS + out
        painter.drawRoundedRect(box.adjusted(-out, -out, out, out), radius, radius)

    def _paint_bar(self, painter: QPainter, box: QRectF, *, level: Level) -> None:
        tokens = self._look.tokens
        bar = QRectF(box.left(), box.bottom() + BAR_GAP, box.width(), BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens["line_2"])
        painter.drawRoundedRect(bar, BAR / 2, BAR / 2)
        if FULL[level]:
            bar.setWidth(bar.width() * FULL[level])
            painter.setBrush(tokens["accent"])
            painter.drawRoundedRect(bar, BAR / 2, BAR / 2)
