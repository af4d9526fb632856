"""How is a whole class shown? A grid of tiles that stays quick with 500 students."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.tile import (
    TILE_RADIUS,
    Tile,
    TileStyle,
    caption_height,
    paint_tile,
    photo_box,
    tile_of,
)

GAP = 12
NARROWEST = 84
"""A column is at least this wide, pixels at text scale 1."""
ROWS_WANTED = 4
TALLEST, SQUAREST = 1.28, 1.0
"""Height of a photo as part of its width: at most, and at least when rows must fit."""
ROWS_AHEAD = 3
"""So many rows of photos are made ready before they scroll into view."""

AnyIndex = QModelIndex | QPersistentModelIndex


class TileDelegate(QStyledItemDelegate):
    """Draws one row of the model as a tile."""

    def __init__(self, look: Look, *, style: TileStyle, as_tile: Callable[[Any], Tile]) -> None:
        super().__init__()
        self._look = look
        self._style = style
        self._as_tile = as_tile

    def tile(self, index: AnyIndex) -> Tile:
        """The tile of an index."""
        return self._as_tile(index.data(Qt.ItemDataRole.UserRole))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        paint_tile(
            painter,
            QRectF(option.rect),
            look=self._look,
            tile=self.tile(index),
            style=self._style,
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
        )


class TileGrid(QListView):
    """The photo grid: one tab stop, arrows, Home, End and letters inside, Enter or click opens.

    The model gives a row object in `UserRole`, the call name in `DisplayRole` (letters search it)
    and a whole sentence in `AccessibleTextRole`.

    Args:
        look: how everything looks.
        style: how a tile is drawn.
        as_tile: makes a tile of a row object.
        most_columns: never more columns than this.
        narrowest: width below which a column is dropped.
        parent: the widget it is on.

    Signals:
        opened: the row object that was clicked or entered.
        toggled: the row object on which Space was pressed.
        ring_moved: the focus is on another tile, or the tile moved.
    """

    opened = Signal(object)
    toggled = Signal(object)
    ring_moved = Signal()
    ring_radius = TILE_RADIUS

    def __init__(
        self,
        look: Look,
        *,
        style: TileStyle = TileStyle.FRAMED,
        as_tile: Callable[[Any], Tile] = tile_of,
        most_columns: int = 7,
        narrowest: int = NARROWEST,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._style = style
        self._most_columns = most_columns
        self._narrowest = look.fonts.px(narrowest)
        self._columns = 1
        self._tile = QSize(1, 1)
        self._spread: float = 0
        self._tiles = TileDelegate(look, style=style, as_tile=as_tile)
        self.setItemDelegate(self._tiles)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._on_tile_clicked)
        self.verticalScrollBar().valueChanged.connect(self.ring_moved)
        self._ahead = QTimer(self, singleShot=True, interval=0)
        self._ahead.timeout.connect(self._on_time_to_look_ahead)

    @property
    def columns(self) -> int:
        """How many tiles stand next to each other."""
        return self._columns

    def ring_rect(self) -> QRect:
        """Where the focused tile is, in this widget; empty when there is none."""
        return self.visualRect(self.currentIndex())

    def row(self, index: AnyIndex) -> Any:  # noqa: ANN401 -- rows are of the page's own kind
        """The row object of an index."""
        return index.data(Qt.ItemDataRole.UserRole)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self.ring_moved)
            model.modelReset.connect(self._measure)
            model.rowsInserted.connect(self._measure)
            model.rowsRemoved.connect(self._measure)
        self._measure()

    def sizeHint(self) -> QSize:
        rows = -(-self._count() // self._columns)
        return QSize(7 * (self._narrowest + GAP), max(1, rows) * self._pitch().height() - GAP)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * (self._narrowest + GAP), self._narrowest * 2)

    def visualRect(self, index: AnyIndex) -> QRect:
        if not index.isValid():
            return QRect()
        row, column = divmod(index.row(), self._columns)
        left = column * self._pitch().width() + round(column * self._spread)
        top = row * self._pitch().height() - self.verticalOffset()
        return QRect(QPoint(left, top), self._tile)

    def indexAt(self, point: QPoint) -> QModelIndex:
        pitch = self._pitch()
        column = min(self._columns - 1, int(point.x() / (pitch.width() + self._spread)))
        row = (point.y() + self.verticalOffset()) // pitch.height()
        if not self._count():
            return QModelIndex()
        index = self.model().index(row * self._columns + column, 0, self.rootIndex())
        return index if self.visualRect(index).contains(point) else QModelIndex()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        moves = QAbstractItemView.CursorAction
        now, last = self.currentIndex().row(), self._count() - 1
        page = max(1, self.viewport().height() // self._pitch().height()) * self._columns
        steps = {
            moves.MoveLeft: -1,
            moves.MovePrevious: -1,
            moves.MoveRight: 1,
            moves.MoveNext: 1,
            moves.MoveUp: -self._columns,
            moves.MoveDown: self._columns,
            moves.MovePageUp: -page,
            moves.MovePageDown: page,
            moves.MoveHome: -now,
            moves.MoveEnd: last - now,
        }
        wanted = now + steps[action]
        if action in {moves.MoveUp, moves.MoveDown} and not 0 <= wanted <= last:
            wanted = now
        wanted = max(0, min(last, wanted))
        return self.model().index(wanted, 0, self.rootIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if current.isValid() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(self.row(current))
        elif current.isValid() and event.key() == Qt.Key.Key_Space:
            self.toggled.emit(self.row(current))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self._count():
            self.setCurrentIndex(self.model().index(0, 0, self.rootIndex()))
        super().focusInEvent(event)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self.ring_moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._measure()
        super().resizeEvent(event)
        self.ring_moved.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._ahead.start()

    def _count(self) -> int:
        model = self.model()
        return model.rowCount(self.rootIndex()) if model is not None else 0

    def _pitch(self) -> QSize:
        return self._tile + QSize(GAP, GAP)

    def _measure(self) -> None:
        """Choose columns and the size of a tile for the room there is."""
        width, height = self.viewport().width(), self.viewport().height()
        fitting = (width + GAP) // (self._narrowest + GAP)
        self._columns = max(1, min(self._most_columns, fitting))
        tile = (width + GAP) // self._columns - GAP
        over = width + GAP - self._columns * (tile + GAP)
        self._spread = over / (self._columns - 1) if self._columns > 1 else 0
        box = QRectF(0, 0, tile, tile)
        photo = photo_box(self._look, box, self._style).width()
        rest = tile - photo if self._style is TileStyle.FRAMED else 0
        rest = rest / 2 + caption_height(self._look, self._style)
        fits = (height + GAP) / ROWS_WANTED - GAP - rest
        shape = max(photo * SQUAREST, min(photo * TALLEST, fits))
        self._tile = QSize(tile, round(shape + rest))
        self.setGridSize(self._pitch())
        self.verticalScrollBar().setSingleStep(self._pitch().height() // 4)

    def _on_tile_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self.row(index))

    def _on_time_to_look_ahead(self) -> None:
        """Make one photo ready that is about to scroll into view, then look again."""
        top = self.verticalOffset() // self._pitch().height()
        shown = self.viewport().height() // self._pitch().height() + 1
        first = max(0, (top - ROWS_AHEAD) * self._columns)
        last = min(self._count(), (top + shown + ROWS_AHEAD) * self._columns)
        size = photo_box(self._look, QRectF(QRect(QPoint(), self._tile)), self._style).size()
        ratio = self.devicePixelRatioF()
        for number in range(first, last):
            face = self._tiles.tile(self.model().index(number, 0, self.rootIndex())).face
            if face.photo and not self._look.faces.has(face, size.toSize(), ratio=ratio):
                self._look.faces.pixmap(face, size.toSize(), ratio=ratio)
                self._ahead.start()
                return
