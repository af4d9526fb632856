"""The faces at the left: the class as a wall, a dot for each contact, a ring for none."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.tile import TileStyle, photo_of
from klasgenoot.ui.kit.tile_grid import TileGrid
from klasgenoot.ui.kit.tile_plan import plan_tiles
from klasgenoot.ui.pages.checkins.row_plan import MENU_SIGN
from klasgenoot.viewmodels.checkins_rows import NOBODY, CheckInRow
from klasgenoot.viewmodels.rows import AnyIndex, Rows

COLUMNS = 7
ANY_SIZE = 2**24 - 1


class Wall(TileGrid):
    """The photo grid, in which one face can stand out because its row does.

    Signals:
        pointed: the student the mouse is on, or NOBODY.
        menu_requested: the row whose menu is asked for, and where on the screen.
    """

    pointed = Signal(int)
    menu_requested = Signal(object, QPoint)

    def __init__(
        self, look: Look, rows: Rows[CheckInRow], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, style=TileStyle.PLAIN, most_columns=COLUMNS, parent=parent)
        self._rows = rows
        self._marked = NOBODY
        self._is_whole = False
        self.setModel(rows)
        self.setAccessibleName(self.tr("The class"))
        rows.modelReset.connect(self.updateGeometry)
        self.entered.connect(lambda index: self.pointed.emit(rows.row_at(index).key))
        self.viewportEntered.connect(lambda: self.pointed.emit(NOBODY))

    def mark(self, key: int) -> None:
        """Let one face stand out, without moving the focus."""
        if key != self._marked:
            self._marked = key
            self.viewport().update()

    def go_to_key(self, key: int) -> None:
        """Put the focus on a student's face, in sight."""
        index = self._rows.place_of(key)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)

    def show_whole(self, whole: bool) -> None:  # noqa: FBT001 - what a layout says
        """Be as high as all faces together, so that the page scrolls and not the wall."""
        if whole != self._is_whole:
            self._is_whole = whole
            policy = self.sizePolicy()
            policy.setHeightForWidth(whole)
            self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return self._is_whole

    def heightForWidth(self, width: int) -> int:
        room = QSize(width, ANY_SIZE)
        plan = plan_tiles(room, look=self._look, style=TileStyle.PLAIN, most_columns=COLUMNS)
        return plan.height(self._rows.rowCount())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == MENU_SIGN:
            self._ask_for_menu(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        self._ask_for_menu(index, at=None if by_key else event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.pointed.emit(NOBODY)
        return super().viewportEvent(event)

    def _ask_for_menu(self, index: AnyIndex, at: QPoint | None = None) -> None:
        if index.isValid():
            middle = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_requested.emit(self._rows.row_at(index), at or middle)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        index = self._rows.place_of(self._marked)
        if not index.isValid():
            return
        photo, radius = photo_of(self._look, QRectF(self.visualRect(index)), TileStyle.PLAIN)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # a light line inside the accent keeps the mark apart from any photo
        for role, width, inset in (("bg", 2, 3), ("accent", 2, 1)):
            painter.setPen(QPen(self._look.tokens[role], width))  # type: ignore[index]  # a literal
            painter.drawRoundedRect(
                photo.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset
            )
        painter.end()
