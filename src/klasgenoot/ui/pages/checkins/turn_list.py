"""The list at the right: whose turn it is, with weeks, reason and last line."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
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
    QToolTip,
    QWidget,
)

from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.checkins.row_painter import RowPainter
from klasgenoot.ui.pages.checkins.row_plan import BAR_GAP, MENU_SIGN, RowPlan, plan_row
from klasgenoot.viewmodels.checkins_rows import NOBODY, CheckInRow, Heading, Section, TurnRows
from klasgenoot.viewmodels.rows import AnyIndex

ANY_SIZE = 2**24 - 1
RING_ROOM = 3
"""Beside a scroll bar the focus ring keeps this far from the reason."""


class TurnList(QListView):
    """One tab stop; arrows, Home, End and letters inside, Enter or a click opens, Space logs.

    The menu key, or a full stop where there is none, asks for the menu of a row.

    Args:
        look: how everything looks.
        parent: the widget it is on.

    Signals:
        opened: the row that was clicked or entered.
        log_requested: the row on which Space or its button was pressed.
        menu_requested: the row whose menu is asked for, and where on the screen.
        pointed: the student the mouse is on, or NOBODY.
        section_changed: another part of the list is at the top.
        ring_moved: the focus is on another row, or the row moved.
    """

    opened = Signal(object)
    log_requested = Signal(object)
    menu_requested = Signal(object, QPoint)
    pointed = Signal(int)
    section_changed = Signal()
    ring_moved = Signal()
    ring_radius = 8

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.painter = RowPainter(look, log_words=self.tr("Log"))
        self.weeks = 0
        self.reason_width = 0
        self._is_whole = False
        self._marked = NOBODY
        self._hovered = NOBODY
        self._clicked_at = QPointF()
        self.setItemDelegate(_RowDelegate(self))
        self.setAccessibleName(self.tr("Whose turn it is"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.viewport().update)
        self.clicked.connect(self._on_row_clicked)
        self.entered.connect(self._on_row_entered)
        self.viewportEntered.connect(self._on_gap_entered)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def show_rows(self, rows: TurnRows) -> None:
        """Show these rows; to be called once the list is in its place.

        Each change of parent would lay all rows out again.
        """
        self.setModel(rows)
        rows.modelReset.connect(self._on_rows_changed)
        rows.dataChanged.connect(self._on_rows_changed)

    @property
    def plan(self) -> RowPlan:
        """Where everything stands in a row."""
        return plan_row(
            self._look,
            width=self.viewport().width(),
            weeks=self.weeks,
            reason_width=self.reason_width,
        )

    @property
    def section(self) -> Section | None:
        """The part of the list that is at the top; None when it is empty."""
        if not self.verticalScrollBar().value():
            first = next(iter(self._rows().rows()), None)  # known before any row is measured
            return first.section if first else None
        row = self._row(self.indexAt(self.viewport().rect().topLeft()))
        return row.section if row else None

    def show_whole(self, whole: bool) -> None:  # noqa: FBT001 - what a layout says
        """Be as high as all rows together, so that the page scrolls and not the list."""
        self._is_whole = whole
        self._fit()

    def show_weeks(self, count: int) -> None:
        """Show so many weeks, and measure the reasons anew."""
        rows = [row for row in self._rows().rows() if isinstance(row, CheckInRow)]
        self.weeks = count
        self.reason_width = self.painter.widest_reason(rows)
        self._fit()
        self.viewport().update()

    def mark(self, key: int) -> None:
        """Let one student's row stand out, without moving the focus."""
        if key != self._marked:
            self._marked = key
            self.viewport().update()

    def go_to(self, key: int) -> None:
        """Put the focus on a student's row, in sight."""
        index = self._rows().place_of(key)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def is_marked(self, row: CheckInRow) -> bool:
        """Whether a row stands out."""
        return row.key == self._marked

    def height_of(self, place: int) -> int:
        """How high a row is; the one with the focus shows its last line whatever its section."""
        is_open = place == self.currentIndex().row()
        return self.painter.height(self._rows().rows()[place], is_open=is_open)

    def is_hovered(self, row: CheckInRow) -> bool:
        """Whether the mouse is on a row."""
        return row.key == self._hovered

    def ring_rect(self) -> QRect:
        """Where the focused row is; empty when there is none."""
        box = self.visualRect(self.currentIndex())
        return box.adjusted(0, 0, RING_ROOM, 0) if self.verticalScrollBar().isVisible() else box

    def sizeHint(self) -> QSize:
        return QSize(self._look.fonts.px(440), self._look.fonts.px(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.fonts.px(240), self._look.fonts.px(160))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._row(self.currentIndex())
        if row and event.key() in ENTER:
            self.opened.emit(row)
        elif row and event.key() == Qt.Key.Key_Space:
            self.log_requested.emit(row)
        elif row and event.text() == MENU_SIGN:
            self._ask_for_menu(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        self._ask_for_menu(index, at=None if by_key else event.globalPos())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._clicked_at = event.position()
        super().mouseReleaseEvent(event)

    def begin(self) -> None:
        """Put the keyboard on the first, where it is on nobody."""
        if not self.currentIndex().isValid() and self._rows().rowCount():
            self.setCurrentIndex(self._rows().index(0))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.begin()
        super().focusInEvent(event)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if any(self._grows(index) for index in (current, previous)):
            self.scheduleDelayedItemsLayout()
            self._fit()
            self.scrollTo(current)
        self.ring_moved.emit()

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        self.ring_moved.emit()  # the row with the focus is higher, and may stand elsewhere

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())
        self.section_changed.emit()
        self.ring_moved.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._on_gap_entered()
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._say_whole(event)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painter.begin()
        super().paintEvent(event)
        if self.painter.owes_faces:
            self._soon.start()

    def _ask_for_menu(self, index: AnyIndex, at: QPoint | None = None) -> None:
        row = self._row(index)
        if row is not None:
            below_name = self.visualRect(index).center()
            self.menu_requested.emit(row, at or self.viewport().mapToGlobal(below_name))

    def _grows(self, index: AnyIndex) -> bool:
        """Whether a row is higher while it has the focus."""
        row = self._row(index)
        return row is not None and row.section is not Section.TURN

    def _fit(self) -> None:
        if self._is_whole:
            self.executeDelayedItemsLayout()
        height = max(0, self.contentsSize().height()) if self._is_whole else 0
        self.setMinimumHeight(height)
        self.setMaximumHeight(height or ANY_SIZE)

    def _rows(self) -> TurnRows:
        rows = self.model()
        assert isinstance(rows, TurnRows)  # noqa: S101 - set in the constructor
        return rows

    def _row(self, index: AnyIndex) -> CheckInRow | None:
        row = index.data(Qt.ItemDataRole.UserRole)
        return row if isinstance(row, CheckInRow) else None

    def _say_whole(self, event: QHelpEvent) -> None:
        """The tooltip of a row: a name or a last line that is not there in full."""
        index = self.indexAt(event.pos())
        row = self._row(index)
        if row is None:
            return
        fonts, plan, box = self._look.fonts, self.plan, self.visualRect(index)
        room = plan.width - plan.name if self.painter.is_tall(box.height()) else 0
        said = (
            (row.name, fonts.medium(Text.BODY), plan.name_room),
            (row.last_line, fonts.font(Text.CAPTION), room),
            (row.whole_reason, fonts.font(Text.SUPPORT), 0 if _says_more(row) else ANY_SIZE),
        )
        cut = [
            words
            for words, font, width in said
            if QFontMetrics(font).horizontalAdvance(words) > width
        ]
        QToolTip.showText(event.globalPos(), "\n".join(cut), self, box)

    @Slot(QModelIndex)
    def _on_row_clicked(self, index: QModelIndex) -> None:
        row = self._row(index)
        if row is None:
            return
        on_button = self.painter.log_box(QRectF(self.visualRect(index))).contains(self._clicked_at)
        (self.log_requested if on_button else self.opened).emit(row)

    @Slot(QModelIndex)
    def _on_row_entered(self, index: QModelIndex) -> None:
        row = self._row(index)
        self._hovered = row.key if row else NOBODY
        self.viewport().update()
        self.pointed.emit(self._hovered)

    @Slot()
    def _on_gap_entered(self) -> None:
        self._on_row_entered(QModelIndex())

    @Slot()
    def _on_scrolled(self) -> None:
        self.section_changed.emit()
        self.ring_moved.emit()

    @Slot(int, int)
    def _on_range_changed(self, _first: int, last: int) -> None:
        self.setViewportMargins(0, 0, BAR_GAP if last else 0, 0)

    @Slot()
    def _on_rows_changed(self) -> None:
        self._hovered = NOBODY
        self.section_changed.emit()


def _says_more(row: CheckInRow) -> bool:
    """Whether the whole reason has something that the row leaves out."""
    return row.section is Section.TURN and row.whole_reason != row.reason


class _RowDelegate(QStyledItemDelegate):
    """Lets the row painter draw, with what the list knows of each row."""

    def __init__(self, turns: TurnList) -> None:
        super().__init__(turns)
        self._turns = turns

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(1, self._turns.height_of(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        box = QRectF(option.rect)
        if isinstance(row, Heading):
            self._turns.painter.paint_heading(painter, box, row)
            return
        self._turns.painter.paint_row(
            painter,
            box,
            row,
            plan=self._turns.plan,
            is_marked=self._turns.is_marked(row),
            is_hovered=self._turns.is_hovered(row),
        )
