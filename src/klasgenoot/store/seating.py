"""The rooms of classes, and who sits where, in the data file."""

from collections.abc import Iterable, Mapping

from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.seating import Board, Room, Seat, Seating
from klasgenoot.store.database import Vault
from klasgenoot.store.restrictions import shown

_COLUMNS = "room, seat_rows, seat_columns, aisles, board"


def room_of(vault: Vault, class_id: ClassId) -> Room | None:
    """The room of a class; None while it has no seating plan."""
    row = vault.row(f"SELECT {_COLUMNS} FROM seating_plans WHERE class_id = ?", (class_id,))
    if row is None:
        return None
    name, rows, columns, aisles, board = row
    return Room(
        name=name,
        rows=rows,
        columns=columns,
        aisles=tuple(int(aisle) for aisle in aisles.split()),
        board=Board(board),
    )


def seats_of(
    vault: Vault, class_id: ClassId, *, with_restricted: bool = False
) -> dict[Seat, StudentId]:
    """Who of a class sits where."""
    condition = "" if with_restricted else f" AND {shown('student_id')}"
    found = vault.rows(
        "SELECT seat_row, seat_column, student_id FROM seats"
        f" WHERE class_id = ?{condition} ORDER BY seat_row, seat_column",
        (class_id,),
    )
    return {Seat(row, column): StudentId(who) for row, column, who in found}


def seating_of(vault: Vault, class_id: ClassId) -> Seating | None:
    """The seating plan of a class; None while it has none."""
    room = room_of(vault, class_id)
    return Seating(room=room, seats=seats_of(vault, class_id)) if room else None


def add_room(vault: Vault, *, class_id: ClassId, room: Room) -> None:
    """Gives a class a room."""
    vault.table("seating_plans").insert({"class_id": class_id, **_row(room)})


def save_room(vault: Vault, *, class_id: ClassId, room: Room) -> None:
    """Stores the room of a class as it now is."""
    vault.table("seating_plans").update(class_id, _row(room))


def leave_seats(vault: Vault, *, class_id: ClassId, student_ids: Iterable[StudentId]) -> None:
    """Takes students of a class off their seats."""
    vault.connection.executemany(
        "DELETE FROM seats WHERE class_id = ? AND student_id = ?",
        [(class_id, who) for who in student_ids],
    )


def take_seats(vault: Vault, *, class_id: ClassId, seats: Mapping[Seat, StudentId]) -> None:
    """Puts students of a class on seats that are free."""
    vault.connection.executemany(
        "INSERT INTO seats (class_id, student_id, seat_row, seat_column) VALUES (?, ?, ?, ?)",
        [(class_id, who, seat.row, seat.column) for seat, who in seats.items()],
    )


def _row(room: Room) -> dict[str, object]:
    return {
        "room": room.name,
        "seat_rows": room.rows,
        "seat_columns": room.columns,
        "aisles": " ".join(str(aisle) for aisle in room.aisles),
        "board": room.board.value,
    }
