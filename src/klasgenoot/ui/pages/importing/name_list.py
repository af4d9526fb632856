"""Names that want a photo: chosen with the arrows and Enter, with a click, or by a photo's drop."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.importing.photo_tiles import DRAGGED

AnyIndex = QModelIndex | QPersistentModelIndex

RADIUS, INSET, ABOVE = 8, 10, 6


@dataclass(frozen=True, slots=True)
class NameRow:
    """Somebody without a photo. `key` is the place of their row; `place` says where it is."""

    key: int
    name: str
    place: str

    @property
    def sentence(self) -> str:
        """The name and where it comes from."""
        return ", ".join(filter(None, (self.name, self.place)))


class NameList(QListView):
    """One tab stop with arrow keys inside; letters find a name.

    Signals:
        picked: the NameRow that was clicked or entered.
        dropped: the place of a photo, and the NameRow it was dropped on.
        gone_back: Escape was pressed: back to the photos.
        ring_moved: the focus is on another name, or it moved.
    """

    picked = Signal(object)
    dropped = Signal(int, object)
    gone_back = Signal()
    ring_moved = Signal()
    ring_radius = RADIUS

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.hovered = QPersistentModelIndex()
        self.setItemDelegate(_Cell(look, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.entered.connect(self._point_at)
        self.viewportEntered.connect(lambda: self._point_at(QModelIndex()))
        self.clicked.connect(lambda index: self.picked.emit(self.row(index)))
        self.verticalScrollBar().valueChanged.connect(self.ring_moved)

    def row(self, index: AnyIndex) -> NameRow:
        """Whom an index stands for."""
        found: NameRow = index.data(Qt.ItemDataRole.UserRole)
        return found

    def ring_rect(self) -> QRect:
        """Where the focused name is, in this widget."""
        return self.visualRect(self.currentIndex())

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self.ring_moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if current.isValid() and event.key() in ENTER:
            self.picked.emit(self.row(current))
        elif event.key() == Qt.Key.Key_Escape:
            self.gone_back.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(DRAGGED):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._point_at(index)
        event.setAccepted(index.isValid() and event.mimeData().hasFormat(DRAGGED))

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._point_at(QModelIndex())

    def dropEvent(self, event: QDropEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._point_at(QModelIndex())
        if index.isValid() and event.mimeData().hasFormat(DRAGGED):
            event.acceptProposedAction()
            photo = int(event.mimeData().data(DRAGGED).data())
            self.dropped.emit(photo, self.row(index))

    def _point_at(self, index: QModelIndex) -> None:
        self.hovered = QPersistentModelIndex(index)
        self.viewport().update()


class _Cell(QStyledItemDelegate):
    """Draws one name."""

    def __init__(self, look: Look, view: NameList) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        fonts = self._look.fonts
        height = fonts.line(Text.BODY) + fonts.line(Text.CAPTION) + 2 * ABOVE
        return QSize(self._view.viewport().width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        look, row = self._look, self._view.row(index)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view.hovered == index:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.tokens["accent_tint"])
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        top = box.top() + ABOVE
        for text, role, colour in (
            (row.name, Text.BODY, look.tokens["text"]),
            (row.place, Text.CAPTION, look.tokens["text_3"]),
        ):
            painter.setFont(look.fonts.font(role))
            painter.setPen(colour)
            line = QRectF(box.left() + INSET, top, box.width() - 2 * INSET, look.fonts.line(role))
            fitting = QFontMetricsF(painter.font()).elidedText(
                text, Qt.TextElideMode.ElideRight, line.width()
            )
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, fitting)
            top += line.height()
        painter.restore()
