"""Where does each seat of a room stand on screen? As large as fits, in whole pixels."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect, QSize

from klasgenoot.domain.seating import Board, Room, Seat

GAP, AISLE, BETWEEN_ROWS = 0.10, 0.30, 0.24
"""Between two seats, more at an aisle, and between two rows; as parts of the edge of a seat."""
BOARD_GAP = 0.24
"""Between the board and the first row, as a part of the edge of a seat."""


@dataclass(frozen=True, slots=True)
class RoomPlan:
    """The places of board and seats in a widget.

    Attributes:
        room: what is drawn.
        edge: width and height of a seat.
        caption: height of what stands below a seat.
        board: where the board is.
        origin: the left top corner of the seat that is drawn first.
    """

    room: Room
    edge: int
    caption: int
    board: QRect
    origin: QPoint

    def moved(self, by: QPoint) -> "RoomPlan":
        """The same, elsewhere in the widget."""
        return replace(self, board=self.board.translated(by), origin=self.origin + by)

    def box(self, seat: Seat) -> QRect:
        """Where a seat is, without what stands below it."""
        drawn = self.room.drawn_at(seat)
        aisles = sum(aisle <= drawn.column for aisle in self.room.drawn_aisles)
        across = drawn.column * (self.edge + self._part(GAP)) + aisles * self._part(AISLE)
        down = drawn.row * (self.edge + self.caption + self._part(BETWEEN_ROWS))
        return QRect(self.origin + QPoint(across, down), QSize(self.edge, self.edge))

    def whole(self, seat: Seat) -> QRect:
        """Where a seat is, with what stands below it."""
        return self.box(seat).adjusted(0, 0, 0, self.caption)

    def seat_at(self, place: QPoint) -> Seat | None:
        """The seat at a place; also just beside it, where nothing else is."""
        reach = self._part(GAP) // 2
        near = (
            seat
            for seat in self.room.seats
            if self.whole(seat).adjusted(-reach, -reach, reach, reach).contains(place)
        )
        return next(near, None)

    def _part(self, part: float) -> int:
        return round(part * self.edge)


def plan_room(room: Room, space: QSize, *, board: int, caption: int, most: int) -> RoomPlan:
    """Places a room at the left top of a space.

    Args:
        room: what is drawn.
        space: how much there is.
        board: how high the board is drawn.
        caption: how high the text below a seat is.
        most: a seat is at most so large, however much space there is.
    """
    edge = most
    while edge > 1 and not _fits(_size(room, edge, board=board, caption=caption), space):
        edge -= 1
    size = _size(room, edge, board=board, caption=caption)
    below_board = board + round(BOARD_GAP * edge)
    is_top = room.board is Board.TOP
    return RoomPlan(
        room=room,
        edge=edge,
        caption=caption,
        board=QRect(0, 0 if is_top else size.height() - board, size.width(), board),
        origin=QPoint(0, below_board if is_top else 0),
    )


def least_size(room: Room, *, board: int, caption: int, edge: int) -> QSize:
    """How much space a room takes with seats of a size."""
    return _size(room, edge, board=board, caption=caption)


def _size(room: Room, edge: int, *, board: int, caption: int) -> QSize:
    width = room.columns * edge + (room.columns - 1) * round(GAP * edge)
    width += len(room.aisles) * round(AISLE * edge)
    rows = room.rows * (edge + caption) + (room.rows - 1) * round(BETWEEN_ROWS * edge)
    return QSize(width, board + round(BOARD_GAP * edge) + rows)


def _fits(size: QSize, space: QSize) -> bool:
    return size.width() <= space.width() and size.height() <= space.height()
