"""The class as a list: one tab stop, several rows to choose, only the rows in sight are drawn."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QToolTip, QWidget

from klasgenoot.domain.people import StudentId
from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.focus import REACH
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.students.row_delegate import ROW, ROW_RADIUS, RowDelegate

SHORTEST = 3
"""The list keeps room for this many rows; in less the page scrolls."""
CHOOSING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class StudentList(QListView):
    """The rows.

    Enter or a click opens; with Ctrl or Shift rows are chosen; Delete removes who is chosen.

    Signals:
        opened: the row object that was clicked or entered.
        remove_requested: the ids of who is chosen.
        chosen_changed: how many are chosen.
        ring_moved: the focus is on another row, or the row moved.
    """

    opened = Signal(object)
    remove_requested = Signal(object)
    chosen_changed = Signal(int)
    ring_moved = Signal()
    ring_radius = ROW_RADIUS - REACH

    def __init__(self, look: Look, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowDelegate(look, self)
        self._row = look.fonts.px(ROW)
        self.setAccessibleName(name)
        self.setItemDelegate(self.rows)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.entered.connect(self._on_row_entered)
        self.viewportEntered.connect(self._on_gap_entered)
        self.clicked.connect(self._on_row_clicked)
        self._ahead = QTimer(self, singleShot=True, interval=0)
        self._ahead.timeout.connect(self._on_time_to_look_ahead)
        self.verticalScrollBar().setSingleStep(self._row // 2)
        self.verticalScrollBar().valueChanged.connect(self.ring_moved)

    @property
    def chosen(self) -> tuple[StudentId, ...]:
        """Who is chosen, from top to bottom."""
        those = sorted(self.selectedIndexes(), key=lambda index: index.row())
        return tuple(index.data(Qt.ItemDataRole.UserRole).student.id for index in those)

    def ring_rect(self) -> QRect:
        """Where the ring goes: just inside the edges of the focused row."""
        return self.visualRect(self.currentIndex()).adjusted(REACH, REACH, -REACH, -REACH)

    def go_to(self, index: QModelIndex) -> None:
        """Put the focus on a row, and choose it alone."""
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._on_model_reset)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), SHORTEST * self._row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if current.isValid() and event.key() in ENTER:
            self.opened.emit(current.data(Qt.ItemDataRole.UserRole))
        elif event.key() == Qt.Key.Key_Delete and self.chosen:
            self.remove_requested.emit(self.chosen)
        elif event.key() == Qt.Key.Key_Escape and len(self.chosen) > 1:
            self.go_to(current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        if not by_mouse and not self.currentIndex().isValid():
            self.go_to(self.model().index(0, 0))
        super().focusInEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen_changed.emit(len(self.selectedIndexes()))

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        self.ring_moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ring_moved.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._ahead.start()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._say_elided_text(event)
            return True
        return super().viewportEvent(event)

    def _say_elided_text(self, event: QHelpEvent) -> None:
        index = self.indexAt(event.pos())
        if not index.isValid():
            return
        box = self.visualRect(index)
        row = index.data(Qt.ItemDataRole.UserRole)
        left = event.pos().x() - box.left()
        text = self.rows.elided_at(row, left)
        QToolTip.showText(event.globalPos(), text, self, box)

    @Slot()
    def _on_time_to_look_ahead(self) -> None:
        """Make one photo ready that is about to scroll into view, then look again."""
        in_sight = self.viewport().height() // self._row + 1
        first = self.verticalScrollBar().value() // self._row
        ratio = self.devicePixelRatioF()
        for number in range(first, min(self.model().rowCount(), first + 2 * in_sight)):
            row = self.model().index(number, 0).data(Qt.ItemDataRole.UserRole)
            if self.rows.make_photo(row, ratio=ratio):
                self._ahead.start()
                return

    @Slot(QModelIndex)
    def _on_row_clicked(self, index: QModelIndex) -> None:
        if not QApplication.keyboardModifiers() & CHOOSING:
            self.opened.emit(index.data(Qt.ItemDataRole.UserRole))

    @Slot(QModelIndex)
    def _on_row_entered(self, index: QModelIndex) -> None:
        self.rows.hovered = QPersistentModelIndex(index)
        self.viewport().update()

    @Slot()
    def _on_gap_entered(self) -> None:
        self._on_row_entered(QModelIndex())

    @Slot()
    def _on_model_reset(self) -> None:
        self.chosen_changed.emit(0)
        self.ring_moved.emit()
