"""Where does each tile stand? Columns and sizes computed from the room there is."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize

from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.tile import TileStyle, photo_of

GAP = 12
NARROWEST = {
    TileStyle.FRAMED: 92,
    TileStyle.SMALL: 62,
    TileStyle.PLAIN: 78,
    TileStyle.CENTRED: 56,
}
"""Width of a tile below which a column is dropped, pixels at text scale 1."""
ROWS_WANTED = 4
TALLEST, SQUAREST = 1.28, 1.0
"""Height of a photo as part of its width: at most, and at least when rows must fit."""
TEXT_SHARE = 0.6
"""How much of the growth of the text a tile follows: the photo needs no more room."""


@dataclass(frozen=True, slots=True)
class TilePlan:
    """A grid of equal tiles that fills a width exactly.

    Attributes:
        columns: tiles next to each other.
        tile: size of one.
        width: what is filled, in pixels.
    """

    columns: int = 1
    tile: QSize = QSize(1, 1)  # noqa: RUF009 -- never changed
    width: int = 1

    @property
    def pitch(self) -> QSize:
        """From one tile to the next."""
        return self.tile + QSize(GAP, GAP)

    def box(self, number: int) -> QRect:
        """Where a tile stands, counted from 0."""
        row, column = divmod(number, self.columns)
        return QRect(QPoint(self._left(column), row * self.pitch.height()), self.tile)

    def number_at(self, point: QPoint) -> int | None:
        """Which tile is at a point; None in a gap."""
        row = point.y() // self.pitch.height()
        for column in range(self.columns):
            number = row * self.columns + column
            if self.box(number).contains(point):
                return number
        return None

    def numbers_in(self, area: QRect, *, count: int) -> range:
        """Which of `count` tiles stand in the rows of an area."""
        first = max(0, area.top()) // self.pitch.height() * self.columns
        last = (max(-1, area.bottom()) // self.pitch.height() + 1) * self.columns
        return range(min(first, count), min(last, count))

    def height(self, count: int) -> int:
        """How high so many tiles stand."""
        rows = -(-count // self.columns)
        return max(0, rows * self.pitch.height() - GAP)

    def _left(self, column: int) -> int:
        """Left edge of a column; the pixels that are left over are spread over the gaps."""
        over = self.width - (self.columns * self.pitch.width() - GAP)
        spread = round(column * over / (self.columns - 1)) if self.columns > 1 else 0
        return column * self.pitch.width() + spread


def plan_tiles(room: QSize, *, look: Look, style: TileStyle, most_columns: int) -> TilePlan:
    """As many columns as fit, and photos so high that four rows fit when they can."""
    least = round(NARROWEST[style] * (1 + (look.fonts.scale - 1) * TEXT_SHARE))
    columns = max(1, min(most_columns, (room.width() + GAP) // (least + GAP)))
    width = max(1, (room.width() + GAP) // columns - GAP)
    sample = QRectF(0, 0, width, width)
    photo, _ = photo_of(look, sample, style)
    around = width - photo.height()
    fits = (room.height() + GAP) / ROWS_WANTED - GAP - around
    height = max(photo.width() * SQUAREST, min(photo.width() * TALLEST, fits))
    return TilePlan(columns, QSize(width, round(height + around)), room.width())
