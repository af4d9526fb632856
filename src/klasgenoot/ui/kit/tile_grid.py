"""How is a whole class shown? A grid of tiles that stays quick with 500 students."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QToolTip,
    QWidget,
)

from klasgenoot.ui.kit.around import scroll_area_around
from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.faces import Face
from klasgenoot.ui.kit.late_faces import AT_ONCE_MS, LateFaces, Wanted
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.tile import (
    TILE_RADIUS,
    Tile,
    TileStyle,
    caption_of,
    paint_tile,
    photo_of,
    tile_of,
)
from klasgenoot.ui.kit.tile_plan import GAP, NARROWEST, TilePlan, plan_tiles

ROWS_AHEAD = 3
"""So many rows of photos are made ready before they scroll into view."""

BOUNDLESS = 2**20
"""Height for a grid that shows all of its tiles: the photos are as high as they may be."""

AnyIndex = QModelIndex | QPersistentModelIndex
Moves = QAbstractItemView.CursorAction


class TileGrid(QListView):
    """The photo grid: one tab stop, arrows, Home, End and letters inside, Enter or click opens.

    The model gives a row object in `UserRole`, the call name in `DisplayRole` (letters search it)
    and a whole sentence in `AccessibleTextRole`. Only the tiles in sight are drawn.

    Args:
        look: how everything looks.
        style: how a tile is drawn.
        as_tile: makes a tile of a row object.
        most_columns: never more columns than this.
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
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._style = style
        self._as_tile = as_tile
        self._most_columns = most_columns
        self._plan = TilePlan()
        self._hovered = QPersistentModelIndex()
        self._is_whole = False
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.entered.connect(self._on_tile_entered)
        self.viewportEntered.connect(self._on_gap_entered)
        self.clicked.connect(self._on_tile_clicked)
        self.verticalScrollBar().valueChanged.connect(self.ring_moved)
        self._late = LateFaces(look, self, at_once_ms=AT_ONCE_MS, ahead=self._wanted_soon)

    @property
    def columns(self) -> int:
        """How many tiles stand next to each other."""
        return self._plan.columns

    def ring_rect(self) -> QRect:
        """Where the focused tile is, in this widget; empty when there is none."""
        return self.visualRect(self.currentIndex())

    def row(self, index: AnyIndex) -> Any:  # noqa: ANN401 -- rows are of the page's own kind
        """The row object of an index."""
        return index.data(Qt.ItemDataRole.UserRole)

    def go_to(self, number: int) -> None:
        """Put the focus on the tile with this number, counted from 0."""
        self.setCurrentIndex(self.model().index(number, 0, self.rootIndex()))

    def set_whole(self, whole: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Be as high as all tiles, where the page scrolls: two bars beside each other confuse."""
        if whole != self._is_whole:
            self._is_whole = whole
            self.setMinimumHeight(0)
            self.updateGeometries()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
                changed.connect(self.updateGeometries)
                changed.connect(self.ring_moved)
        self.updateGeometries()

    def doItemsLayout(self) -> None:
        # without the part of a list, which would ask each tile for its size: the plan knows
        QAbstractItemView.doItemsLayout(self)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        edge = self._look.fonts.px(NARROWEST[self._style])
        return QSize(2 * edge + GAP, 2 * edge)

    def visualRect(self, index: AnyIndex) -> QRect:
        if not index.isValid():
            return QRect()
        return self._plan.box(index.row()).translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        number = self._plan.number_at(point + QPoint(0, self.verticalOffset()))
        if number is None or number >= self._count():
            return QModelIndex()
        return self.model().index(number, 0, self.rootIndex())

    def scrollTo(
        self,
        index: AnyIndex,
        _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        box, bar = self.visualRect(index), self.verticalScrollBar()
        if box.top() < 0:
            bar.setValue(bar.value() + box.top())
        elif box.bottom() > self.viewport().height():
            bar.setValue(bar.value() + box.bottom() - self.viewport().height() + 1)
        if self._is_whole:
            self._show_in_page(box)

    def updateGeometries(self) -> None:
        room = self.viewport().size()
        if self._is_whole:
            self._plan = self._planned(QSize(room.width(), BOUNDLESS))
            self.setMinimumHeight(self._plan.height(self._count()))
        else:
            self._plan = self._planned(room)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._plan.height(self._count()) - room.height()))
        bar.setPageStep(room.height())
        bar.setSingleStep(self._plan.pitch.height() // 4)
        self.viewport().update()

    def moveCursor(self, action: Moves, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        now, last = self.currentIndex().row(), self._count() - 1
        columns = self._plan.columns
        page = max(1, self.viewport().height() // self._plan.pitch.height()) * columns
        steps = {
            Moves.MoveLeft: -1,
            Moves.MovePrevious: -1,
            Moves.MoveRight: 1,
            Moves.MoveNext: 1,
            Moves.MoveUp: -columns,
            Moves.MoveDown: columns,
            Moves.MovePageUp: -page,
            Moves.MovePageDown: page,
            Moves.MoveHome: -now,
            Moves.MoveEnd: last - now,
        }
        wanted = now + steps[action]
        if action in {Moves.MoveUp, Moves.MoveDown} and not 0 <= wanted <= last:
            wanted = now
        return self.model().index(max(0, min(last, wanted)), 0, self.rootIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if current.isValid() and event.key() in ENTER:
            self.opened.emit(self.row(current))
        elif current.isValid() and event.key() == Qt.Key.Key_Space:
            self.toggled.emit(self.row(current))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self._count():
            self.go_to(0)
        super().focusInEvent(event)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self.ring_moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometries()
        self.ring_moved.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._say_elided_name(event)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._late.begin(event.region())
        as_drawn = self._as_drawn()
        dirty = event.rect().translated(0, self.verticalOffset())
        for number in self._plan.numbers_in(dirty, count=self._count()):
            index = self.model().index(number, 0, self.rootIndex())
            box = self.visualRect(index)
            if not event.region().intersects(box):  # two faces that came may be far apart
                continue
            tile = self._as_tile(self.row(index))
            face = self._late.shown(as_drawn(tile.face), place=box)
            paint_tile(
                painter,
                QRectF(box),
                look=self._look,
                tile=tile if face is tile.face else replace(tile, face=face),
                style=self._style,
                hovered=self._hovered == index,
            )
        painter.end()

    def _show_in_page(self, box: QRect) -> None:
        """Scroll the page until a tile is in sight."""
        page = scroll_area_around(self)
        inner = page.widget() if page is not None else None
        if page is not None and inner is not None:
            middle = self.viewport().mapTo(inner, box.center())
            page.ensureVisible(middle.x(), middle.y(), 0, box.height() // 2 + GAP)

    def _planned(self, room: QSize) -> TilePlan:
        """Where the tiles stand in so much room."""
        return plan_tiles(room, look=self._look, style=self._style, most_columns=self._most_columns)

    def _as_drawn(self) -> Callable[[Face], Wanted]:
        """What makes a face as large, as round and as sharp as the grid draws all of them."""
        photo, radius = photo_of(self._look, QRectF(QRect(QPoint(), self._plan.tile)), self._style)
        size, ratio = photo.size().toSize(), self.devicePixelRatioF()
        return lambda face: Wanted(face, size, radius, ratio)

    def _wanted_soon(self) -> Iterator[Wanted]:
        """The photos that are about to scroll into view."""
        beyond = ROWS_AHEAD * self._plan.pitch.height()
        seen = self.viewport().rect().translated(0, self.verticalOffset())
        near, as_drawn = seen.adjusted(0, -beyond, 0, beyond), self._as_drawn()
        for number in self._plan.numbers_in(near, count=self._count()):
            index = self.model().index(number, 0, self.rootIndex())
            yield as_drawn(self._as_tile(self.row(index)).face)

    def _count(self) -> int:
        model = self.model()
        return model.rowCount(self.rootIndex()) if model is not None else 0

    def _say_elided_name(self, event: QHelpEvent) -> None:
        index = self.indexAt(event.pos())
        if not index.isValid():
            return
        tile, width = self._as_tile(self.row(index)), self._plan.tile.width()
        _, shown = caption_of(self._look, tile, style=self._style, width=width)
        if shown != tile.name and not tile.name_hidden:
            QToolTip.showText(event.globalPos(), tile.name, self, self.visualRect(index))

    def _on_tile_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self.row(index))

    def _on_tile_entered(self, index: QModelIndex) -> None:
        self._hovered = QPersistentModelIndex(index)
        self.viewport().update()

    def _on_gap_entered(self) -> None:
        self._on_tile_entered(QModelIndex())
