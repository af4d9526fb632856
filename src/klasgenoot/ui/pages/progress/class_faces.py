"""The whole class at a glance: small faces in the tint of how well each name is known."""

from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.tile import TileStyle
from klasgenoot.ui.kit.tile_grid import TileGrid
from klasgenoot.ui.kit.tile_plan import TilePlan, plan_tiles

MOST_COLUMNS = 16
FEWEST_PART = 0.9
"""So much of the columns that fit are used at least: faces stay small."""


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
        """Square photos in rows about equally long, whatever height there is for them."""
        flat = QSize(room.width(), 0)
        plan = super()._planned(flat)
        rows = ceil(self._count() / plan.columns)
        if rows < 2:  # noqa: PLR2004 - one row has no other to be as long as
            return plan
        fewest = ceil(plan.columns * FEWEST_PART)
        columns = max(fewest, ceil(self._count() / rows))
        return plan_tiles(flat, look=self._look, style=self._style, most_columns=columns)
