"""What is a seat called? Counted from the board, and from the left as the room is drawn."""

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.seating import Board, Room, Seat
from klasgenoot.viewmodels.words import capital

translate = QCoreApplication.translate


def seat_words(room: Room, seat: Seat) -> str:
    """Which seat it is: "row 2, seat 3"."""
    return translate("Seating", "row {row}, seat {seat}").format(
        row=seat.row + 1, seat=room.drawn_at(seat).column + 1
    )


def room_words(room: Room) -> str:
    """The room in one line: "Room 3.14, board at the top"."""
    board = {
        Board.TOP: translate("Seating", "board at the top"),
        Board.BOTTOM: translate("Seating", "board at the bottom"),
    }[room.board]
    if not room.name:
        return capital(board)
    return translate("Seating", "Room {name}, {board}").format(name=room.name, board=board)


def offer_words(room: Room) -> str:
    """A room that is offered: "4 rows of 7, 2 aisles"."""
    rows = translate("Seating", "%n row(s)", None, room.rows)
    aisles = translate("Seating", "%n aisle(s)", None, len(room.aisles))
    return translate("Seating", "{rows} of {seats}, {aisles}").format(
        rows=rows, seats=room.columns, aisles=aisles
    )
