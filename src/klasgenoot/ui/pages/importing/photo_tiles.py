"""Photos of an import as tiles; where a name is wanted they can be dragged to one."""

from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from klasgenoot.domain.people import Crop, PhotoId
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import Portrait
from klasgenoot.ui.kit.tile import TileStyle, tile_of
from klasgenoot.ui.kit.tile_grid import TileGrid

DRAGGED = "application/x-klasgenoot-photo"
"""What is carried from a photo to a name: the place of the photo."""
REMOVING = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """A photo with what stands below it.

    Attributes:
        key: its place among the photos.
        selected: whether its name is being looked for.
    """

    key: int
    name: str
    sentence: str
    photo: PhotoId
    crop: Crop | None
    initials: str
    selected: bool = False


class PhotoTiles(TileGrid):
    """Photos without a name.

    Signals:
        left_out: the PhotoRow on which Delete was pressed.
    """

    left_out = Signal(object)

    def __init__(self, look: Look, *, most_columns: int) -> None:
        super().__init__(look, style=TileStyle.CENTRED, most_columns=most_columns)
        self._pressed_at: QPoint | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.currentIndex().isValid() and event.key() in REMOVING:
            self.left_out.emit(self.row(self.currentIndex()))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        start = self._pressed_at
        is_held = bool(event.buttons() & Qt.MouseButton.LeftButton)
        here = event.position().toPoint()
        if start is None or not is_held:
            super().mouseMoveEvent(event)
        elif (here - start).manhattanLength() >= QApplication.startDragDistance():
            self._pressed_at = None
            self._drag(start)

    def _drag(self, start: QPoint) -> None:
        index = self.indexAt(start)
        if not index.isValid():
            return
        row: PhotoRow = self.row(index)
        carried = QMimeData()
        carried.setData(DRAGGED, str(row.key).encode())
        size = self.visualRect(index).size()
        face = tile_of(row).face
        picture = Portrait(self._look, face, name=row.name, size=size / 2).grab()
        drag = QDrag(self)
        drag.setMimeData(carried)
        drag.setPixmap(picture)
        drag.exec(Qt.DropAction.MoveAction)
