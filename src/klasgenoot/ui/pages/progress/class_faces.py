"""The whole class at a glance: small faces in the tint of how well each name is known."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.tile import TileStyle
from klasgenoot.ui.kit.tile_grid import TileGrid
from klasgenoot.ui.kit.tile_plan import TilePlan

MOST_COLUMNS = 16


class ClassFaces(TileGrid):
    """The photo grid, as high as all its faces together: the page scrolls, and not the grid."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, style=TileStyle.SMALL, most_columns=MOST_COLUMNS, parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._planned(QSize(width, 0)).height(self._count())

    def sizeHint(self) -> QSize:
        width = max(self.width(), self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self.updateGeometry()

    def _planned(self, room: QSize) -> TilePlan:
        """Square photos, whatever height there is: how many rows there are decides the height."""
        return super()._planned(QSize(room.width(), 0))
