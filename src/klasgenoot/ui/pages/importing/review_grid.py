"""Step 3: everybody with face and whole name, where from, and what happens to them; painted."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QMargins,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from klasgenoot.ui.kit.faces import Face, face_of
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.late_faces import AT_ONCE_MS, LateFaces, Wanted
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import paint_portrait
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.viewmodels.import_entries import Entry, Fate

AnyIndex = QModelIndex | QPersistentModelIndex

NARROWEST, MOST_COLUMNS = 186, 6
PHOTO = QSize(56, 70)
GAP, BETWEEN, RADIUS = 12, 14, 11
PENCIL, BESIDE = 16, 6
AIM = QMargins(8, 8, 8, 8)
"""A pencil is small: a click beside it is meant for it too."""
INKS: dict[Fate, Colour] = {
    Fate.ADDED: "accent_text",
    Fate.CHANGED: "honey_text",
    Fate.SAME: "text_3",
}

TOGGLING = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
UNDO = QKeySequence.StandardKey.Undo
QUIET = 0.45
"""How much one sees of who is left out."""

LineOf = Callable[[Entry], str]
"""What stands under a name; may be empty."""


class ReviewGrid(QListView):
    """One tab stop with arrow keys inside; letters find a name.

    Args:
        look: how everything looks.
        line_of: what stands under a name.

    Signals:
        ring_moved: the focus is on another student, or they moved.
        toggled: the Entry that was clicked, or on which Space or Delete was pressed.
        mend_wanted: the Entry whose pencil was clicked, or on which F2 was pressed.
        menu_wanted: the Entry for which a menu is asked, and where on screen.
        taken_back: what was done last is to be undone.
    """

    toggled = Signal(object)
    mend_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    taken_back = Signal()
    ring_moved = Signal()
    ring_radius = RADIUS

    def __init__(self, look: Look, *, line_of: LineOf) -> None:
        super().__init__()
        self._look = look
        self.setItemDelegate(_Cell(look, line_of=line_of, parent=self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.verticalScrollBar().valueChanged.connect(self.ring_moved)
        self.setMouseTracking(True)
        self.entered.connect(self._on_entered)
        self.viewportEntered.connect(lambda: self._on_entered(QModelIndex()))
        self.clicked.connect(self._on_clicked)
        self._hovered = QPersistentModelIndex()
        self._clicked_at = QPoint()
        self._late = LateFaces(look, self, at_once_ms=AT_ONCE_MS)

    def ring_rect(self) -> QRect:
        """Where the focused student is, in this widget."""
        box = self.visualRect(self.currentIndex())
        return box.adjusted(0, 0, -GAP, 0) if box.isValid() else box  # not onto who comes next

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self.ring_moved.emit()

    def event(self, event: QEvent) -> bool:
        is_first = event.type() is QEvent.Type.ShortcutOverride
        if is_first and isinstance(event, QKeyEvent) and event.matches(UNDO):
            event.accept()  # here it takes back what was said of somebody, not the last deed
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self._entry(self.currentIndex())
        if event.matches(UNDO):
            self.taken_back.emit()
        elif entry is not None and event.key() in TOGGLING:
            self.toggled.emit(entry)
        elif entry is not None and event.key() == Qt.Key.Key_F2:
            self.mend_wanted.emit(entry)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        entry = self._entry(index)
        if entry is not None:
            inside = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wanted.emit(entry, self.viewport().mapToGlobal(inside))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._clicked_at = event.position().toPoint()
        super().mouseReleaseEvent(event)

    def has_pencil(self, index: AnyIndex) -> bool:
        """Whether the pencil is shown: under the mouse, and where the keyboard is."""
        entry = self._entry(index)
        is_there = self._hovered == index or (self.hasFocus() and self.currentIndex() == index)
        return is_there and entry is not None and entry.can_be_mended

    def pencil_box(self, box: QRect) -> QRect:
        """Where the pencil is in the box of a student."""
        side = self._look.fonts.px(PENCIL)
        return QRect(box.right() - GAP - BESIDE - side, box.top() + BESIDE, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._late.begin(event.region())
        super().paintEvent(event)

    def shown_face(self, face: Face, *, cell: QRect) -> Face:
        """The face as it can be drawn now in a cell."""
        wanted = Wanted(face, PHOTO, RADIUS, self.viewport().devicePixelRatioF())
        return self._late.shown(wanted, place=cell)

    def _entry(self, index: AnyIndex) -> Entry | None:
        entry: Entry | None = index.data(Qt.ItemDataRole.UserRole)
        return entry

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        pencil = self.pencil_box(self.visualRect(index))
        is_pencil = (pencil + AIM).contains(self._clicked_at)
        wanted = self.mend_wanted if is_pencil and self.has_pencil(index) else self.toggled
        wanted.emit(self._entry(index))

    @Slot(QModelIndex)
    def _on_entered(self, index: QModelIndex) -> None:
        self._hovered = QPersistentModelIndex(index)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        # room for the bar whether or not it is there: a list keeps it free while it lays itself out
        bar = self.verticalScrollBar().sizeHint().width()
        width = self.maximumViewportSize().width() - bar
        columns = max(1, min(MOST_COLUMNS, width // self._look.fonts.px(NARROWEST)))
        # one pixel less, or rounding puts the last of a row on the next
        self.setGridSize(QSize((width - 1) // columns, cell_height(self._look) + BETWEEN))
        super().resizeEvent(event)
        self.ring_moved.emit()


def cell_height(look: Look) -> int:
    """Height of one student: the photo, or the four lines beside it."""
    roles = (Text.BODY, Text.SUPPORT, Text.CAPTION, Text.CAPTION)
    lines = sum(look.fonts.line(role) for role in roles)
    return max(PHOTO.height(), lines)


class _Cell(QStyledItemDelegate):
    """Draws one student."""

    def __init__(self, look: Look, *, line_of: LineOf, parent: ReviewGrid) -> None:
        super().__init__(parent)
        self._look = look
        self._line_of = line_of
        self._view = parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(self._view.gridSize().width(), cell_height(self._look))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        box = QRectF(option.rect)
        painter.save()
        painter.setOpacity(QUIET if entry.is_left_out else 1)
        photo = QRectF(box.topLeft(), PHOTO.toSizeF())
        face = self._view.shown_face(face_of(entry), cell=option.rect)
        paint_portrait(painter, photo, look=self._look, face=face, radius=RADIUS)
        words = QRectF(photo.right() + GAP, box.top(), 0, box.height())
        words.setRight(box.right() - GAP)
        pencil = self._view.pencil_box(option.rect) if self._view.has_pencil(index) else QRect()
        self._paint_words(painter, words, entry, beside=pencil)
        if not pencil.isEmpty():
            self._look.icons.paint(painter, "pencil", QRectF(pencil), colour="text_2")
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRectF, entry: Entry, *, beside: QRect) -> None:
        fonts = self._look.fonts
        ink: Colour = "text" if entry.is_left_out else INKS[entry.fate]
        lines: list[tuple[str, Text, Colour]] = [
            (entry.student.name, Text.BODY, "text"),
            (entry.student.rest_of_name, Text.SUPPORT, "text_2"),
            (self._line_of(entry), Text.CAPTION, ink),
            (entry.place, Text.CAPTION, "text_3"),
        ]
        shown = [line for line in lines if line[0]]
        top = box.top() + (box.height() - sum(fonts.line(role) for _, role, _ in shown)) / 2
        for text, role, colour in shown:
            painter.setFont(fonts.bold(role) if role is Text.BODY else fonts.font(role))
            painter.setPen(self._look.tokens[colour])
            metrics = QFontMetricsF(painter.font())
            is_beside = not beside.isEmpty() and top < beside.bottom()
            width = beside.left() - BESIDE - box.left() if is_beside else box.width()
            fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            line = QRectF(box.left(), top, box.width(), fonts.line(role))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, fitting)
            top += fonts.line(role)
