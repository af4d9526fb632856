"""The faces in the quick log: press one and it is named in the line."""

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from klasgenoot.ui.kit.faces import Face
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import paint_portrait, photo_radius
from klasgenoot.ui.kit.tile import paint_check_badge
from klasgenoot.viewmodels.quicklog_rows import FaceRow
from klasgenoot.viewmodels.rows import AnyIndex, Rows

TOP, BELOW, NAME_GAP = 7, 4, 4
"""Room above a face for its badge, below its name, and between the two."""
RING = 2


class LogFaces(QListView):
    """Faces with their names in rows; arrows and letters move, Enter, Space or a click presses.

    Args:
        look: how everything looks.
        rows: whom it shows.
        edge: size of a face, pixels at text scale 1.
        pitch: from one face to the next at least, pixels at text scale 1.
        name: what a screen reader says.

    Signals:
        pressed_face: the row that was pressed.
        ring_moved: the focus is on another face, or the face moved.
    """

    pressed_face = Signal(object)
    ring_moved = Signal()

    def __init__(  # noqa: PLR0913 - two sizes of one thing
        self,
        look: Look,
        rows: Rows[FaceRow],
        *,
        edge: int,
        pitch: int,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._pitch = pitch
        self.edge = edge
        self.most_rows = 1
        self.setModel(rows)
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
        self.clicked.connect(self._on_face_clicked)
        self.verticalScrollBar().valueChanged.connect(self.ring_moved)
        rows.modelReset.connect(self._fit)
        self._fit()

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
        left = cell.left() + (cell.width() - self.edge) / 2
        return QRectF(round(left), cell.top() + TOP, self.edge, self.edge)

    def cell_height(self) -> int:
        """How high a face is with its name."""
        return TOP + self.edge + NAME_GAP + self._look.fonts.line(Text.CAPTION) + BELOW

    def sizeHint(self) -> QSize:
        rows = self.model().rowCount()
        return QSize(rows * self._look.fonts.px(self._pitch), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.fonts.px(self._pitch), self.cell_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
        super().focusInEvent(event)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self.ring_moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        press = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in press and plain and self.currentIndex().isValid():
            self._on_face_clicked(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # the panel closes
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """Divide the width in columns and take as many rows as are needed and allowed."""
        width = max(1, self.viewport().width())
        columns = max(1, width // self._look.fonts.px(self._pitch))
        self.setGridSize(QSize(width // columns, self.cell_height()))
        needed = -(-self.model().rowCount() // columns)
        self.setFixedHeight(max(1, min(self.most_rows, needed)) * self.cell_height())
        self.ring_moved.emit()

    def _on_face_clicked(self, index: QModelIndex) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(row, FaceRow):
            self.pressed_face.emit(row)


class _FaceDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, faces: LogFaces) -> None:
        super().__init__(faces)
        self._look = look
        self._faces = faces

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return self._faces.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        look, row = self._look, index.data(Qt.ItemDataRole.UserRole)
        cell = QRectF(option.rect)
        box = self._faces.face_box(cell)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = Face(row.photo, row.crop, row.initials)
        paint_portrait(painter, box, look=look, face=face)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if row.selected or hovered:
            reach = RING + 1 if row.selected else 0
            pen = QPen(look.tokens["accent" if row.selected else "line_strong"], RING if reach else 1)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = self._faces.ring_radius + reach - 1
            around = box.adjusted(0.5 - reach, 0.5 - reach, reach - 0.5, reach - 0.5)
            painter.drawRoundedRect(around, radius, radius)
        if row.selected:
            paint_check_badge(painter, box.right() - 12, box.top() - TOP + 1, look=look)
        self._paint_name(painter, cell, box, row)
        painter.restore()

    def _paint_name(self, painter: QPainter, cell: QRectF, box: QRectF, row: FaceRow) -> None:
        fonts, tokens = self._look.fonts, self._look.tokens
        font = fonts.bold(Text.CAPTION) if row.selected else fonts.font(Text.CAPTION)
        painter.setFont(font)
        painter.setPen(tokens["text" if row.selected else "text_2"])
        line = QRectF(cell.left() + 1, box.bottom() + NAME_GAP, cell.width() - 2, fonts.line(Text.CAPTION))
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, int(line.width()))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, shown)
