"""The class as photos: the kit's grid, in which Delete removes the focused student."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.tile import Tile
from klasgenoot.ui.kit.tile_grid import TileGrid
from klasgenoot.viewmodels.student_rows import StudentRow

MOST_COLUMNS = 9
"""Across the whole page: a class of 28 in one glance."""


class StudentGrid(TileGrid):
    """The tiles, tinted by how well each name is known.

    Signals:
        remove_requested: the ids of who is to be removed.
    """

    remove_requested = Signal(object)

    def __init__(self, look: Look, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, as_tile=_tile, most_columns=MOST_COLUMNS, parent=parent)
        self.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if current.isValid() and event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit((self.row(current).student.id,))
        else:
            super().keyPressEvent(event)


def _tile(row: StudentRow) -> Tile:
    face = face_of(row)
    return Tile(name=row.name, face=face, level=row.level, loading=row.is_busy)
