"""The faces in the quick log: press one and it is named in the line."""

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from klasgenoot.ui.kit.enter import PRESS
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.late_faces import LateFaces
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import photo_radius
from klasgenoot.ui.kit.tile import paint_check_badge
from klasgenoot.viewmodels.quicklog_rows import FaceRow
from klasgenoot.viewmodels.quicklog_students import LONGEST_AGO
from klasgenoot.viewmodels.rows import AnyIndex, Rows

SMALL = 42
"""A small face, in pixels whatever the size of the text."""
TOP, BELOW, NAME_GAP = 7, 4, 6
"""Room above a face for its badge, below its name, and between the two for the focus ring."""
SCROLL_BAR = 10
SPARE = 2
"""A row of cells that fills the width to the last pixel would wrap."""
AWAY = 0.3
"""How much is left of the face of who was not there."""
NUMBER_ROOM, NUMBER_INSET = 4, 1
"""Left and right of the number on a face, and how far it stays within, clear of any ring."""
RING, REACH = 2, 3
"""The ring around a chosen face, and how far it reaches."""
MOST_KEPT = 160
"""So many cells are kept as they were painted: more than are ever in sight at once."""


class LogFaces(QListView):
    """Faces with their names in rows; arrows and letters move, Enter, Space or a click presses.

    Args:
        look: how everything looks.
        rows: whom it shows.
        edge: size of a face in pixels, whatever the size of the text.
        pitch: from one face to the next at least, in pixels.
        name: what a screen reader says.
        from_left: whether faces begin at the left of their cells, under a heading.

    Signals:
        pressed_face: the row that was pressed.
        ring_moved: the focus is on another face, or the face moved.
    """

    pressed_face = Signal(object)
    ring_moved = Signal()

    def __init__(
        self,
        look: Look,
        rows: Rows[FaceRow],
        *,
        edge: int,
        pitch: int,
        name: str,
        from_left: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._pitch = pitch
        self.from_left = from_left
        self.edge = edge
        self.most_rows = 1
        self.setItemDelegate(_FaceDelegate(look, self))
        self.setAccessibleName(name)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setModel(rows)
        self.clicked.connect(self._on_face_clicked)
        self.verticalScrollBar().valueChanged.connect(self.ring_moved)
        rows.modelReset.connect(self.refit)
        self.refit()

    @property
    def ring_radius(self) -> float:
        """How round the focus ring is."""
        return photo_radius(QSize(self.edge, self.edge))

    def ring_rect(self) -> QRect:
        """Where the focused face is; empty when there is none."""
        box = self.visualRect(self.currentIndex())
        return self.face_box(QRectF(box)).toRect() if box.isValid() else QRect()

    def face_box(self, cell: QRectF) -> QRectF:
        """Where the face stands in its cell."""
        aside = REACH if self.from_left else (cell.width() - self.edge) / 2
        left = cell.left() + aside
        return QRectF(round(left), cell.top() + TOP, self.edge, self.edge)

    def cell_height(self) -> int:
        """How high a face is with its name."""
        return TOP + self.edge + NAME_GAP + self._look.fonts.line(Text.CAPTION) + BELOW

    def sizeHint(self) -> QSize:
        return QSize(LONGEST_AGO * self._pitch + SPARE, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._pitch, self.cell_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
        super().focusInEvent(event)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self.ring_moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in PRESS and plain and self.currentIndex().isValid():
            self._on_face_clicked(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # the panel closes
        else:
            super().keyPressEvent(event)

    def refit(self) -> None:
        """Divide the width in columns and take as many rows as are needed and allowed."""
        columns, needed = self._divide(self.width())
        scrolls = needed > self.most_rows and not self.from_left
        if scrolls:
            columns, needed = self._divide(self.width() - SCROLL_BAR)
        policy = Qt.ScrollBarPolicy
        # told, not left to Qt: a bar that comes and goes changes the number of columns
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if scrolls else policy.ScrollBarAlwaysOff
        )
        room = self.width() - (SCROLL_BAR if scrolls else 0) - SPARE
        self.setGridSize(QSize(max(1, room // columns), self.cell_height()))
        self.setFixedHeight(max(1, min(self.most_rows, needed)) * self.cell_height())
        self.ring_moved.emit()

    def _divide(self, width: int) -> tuple[int, int]:
        """How many columns fit in a width, and how many rows that makes."""
        columns = max(1, (width - SPARE) // self._pitch)
        return columns, -(-self.model().rowCount() // columns)

    @Slot(QModelIndex)
    def _on_face_clicked(self, index: QModelIndex) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(row, FaceRow):
            self.pressed_face.emit(row)


def number_box(face: QRectF, *, width: float, height: float) -> QRectF:
    """Where the number stands on a face: in its lower left corner."""
    return QRectF(face.left() + NUMBER_INSET, face.bottom() - NUMBER_INSET - height, width, height)


class _FaceDelegate(QStyledItemDelegate):
    """Paints a face with its name once, and from then on as that picture.

    A list of names that comes and goes over the faces has them painted again at every letter.
    """

    def __init__(self, look: Look, faces: LogFaces) -> None:
        super().__init__(faces)
        self._look = look
        self._faces = faces
        self._late = LateFaces(look, faces)
        self._kept: dict[int, tuple[FaceRow, QPixmap]] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return self._faces.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row, place = index.data(Qt.ItemDataRole.UserRole), option.rect
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ratio = painter.device().devicePixelRatioF()
        # beyond its cell, or only for a moment
        reaches_out = self._faces.from_left or hovered or row.selected or row.number
        if reaches_out or not ratio.is_integer():  # between whole pixels a picture would blur
            self._paint_cell(painter, QRectF(place), row, place=place, hovered=hovered)
            return
        size = place.size() * ratio
        kept_row, picture = self._kept.get(row.key, (None, None))
        if picture is None or kept_row != row or picture.size() != size:
            picture = self._picture(row, place, ratio=ratio)
        painter.drawPixmap(place.topLeft(), picture)

    def _picture(self, row: FaceRow, place: QRect, *, ratio: float) -> QPixmap:
        """A cell on the ground it stands on; kept once its face is there."""
        picture = QPixmap(place.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._look.tokens["surface"])
        painter = QPainter(picture)
        painter.translate(-place.topLeft())  # a face stands on whole pixels of the list
        is_there = self._paint_cell(painter, QRectF(place), row, place=place)
        painter.end()
        if is_there:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[row.key] = (row, picture)
        return picture

    def _paint_cell(
        self,
        painter: QPainter,
        cell: QRectF,
        row: FaceRow,
        *,
        place: QRect,
        hovered: bool = False,
    ) -> bool:
        """Paint a face with what is said of it; whether the face itself was there."""
        look, box = self._look, self._faces.face_box(cell)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(AWAY if row.is_absent else 1)
        is_there = self._late.paint(painter, box, face=face_of(row), place=place)
        painter.setOpacity(1)
        if row.selected or hovered:
            reach = REACH if row.selected else 0
            pen = QPen(
                look.tokens["accent" if row.selected else "line_strong"], RING if reach else 1
            )
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = self._faces.ring_radius + reach - 1
            around = box.adjusted(0.5 - reach, 0.5 - reach, reach - 0.5, reach - 0.5)
            painter.drawRoundedRect(around, radius, radius)
        if row.selected:
            paint_check_badge(painter, box.right() - 12, box.top() - TOP + 1, look=look)
        elif row.is_absent:
            self._paint_away(painter, box)
        if row.number:
            self._paint_number(painter, box, row.number)
        self._paint_name(painter, cell, box, row)
        painter.restore()
        return is_there

    def _paint_away(self, painter: QPainter, box: QRectF) -> None:
        size = min(box.width() / 2, 28)
        place = QRectF(0, 0, size, size)
        place.moveCenter(box.center())
        self._look.icons.paint(painter, "user-x", place, colour="text_2")

    def _paint_number(self, painter: QPainter, box: QRectF, number: int) -> None:
        """The number to type, on the corner of the face."""
        tokens, font = self._look.tokens, self._look.fonts.bold(Text.CAPTION)
        metrics = QFontMetrics(font)
        height = metrics.height()
        width = max(height, metrics.horizontalAdvance(str(number)) + 2 * NUMBER_ROOM)
        place = number_box(box, width=width, height=height)
        painter.setPen(QPen(tokens["line_2"], 1))
        painter.setBrush(tokens["surface"])
        painter.drawRoundedRect(place, height / 3, height / 3)
        painter.setFont(font)
        painter.setPen(tokens["text_2"])
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number))

    def _paint_name(self, painter: QPainter, cell: QRectF, box: QRectF, row: FaceRow) -> None:
        fonts, tokens = self._look.fonts, self._look.tokens
        font = fonts.bold(Text.CAPTION) if row.selected else fonts.font(Text.CAPTION)
        painter.setFont(font)
        painter.setPen(tokens["text" if row.selected else "text_2"])
        room = min(cell.width() - 2, 2 * (box.center().x() - cell.left()) + REACH)
        line = QRectF(0, box.bottom() + NAME_GAP, room, fonts.line(Text.CAPTION))
        line.moveCenter(QPointF(box.center().x(), line.center().y()))
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, int(line.width()))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, shown)
