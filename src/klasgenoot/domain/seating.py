"""Who sits where? A room as rows and columns of seats, and the students on them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from random import Random
from types import MappingProxyType

from klasgenoot.domain.people import StudentId

MOST_ROWS, MOST_COLUMNS = 20, 20
"""The largest room that can be drawn so that a face is still a face."""

ENOUGH_SEATED = 5
"""From so many students on a seat their places can be practised."""


class Board(StrEnum):
    """On which side of the drawing the board is."""

    TOP = "top"
    """As the class sees the room."""
    BOTTOM = "bottom"
    """As the teacher sees it from the front."""

    @property
    def other(self) -> "Board":
        """The room seen from the other side."""
        return Board.BOTTOM if self is Board.TOP else Board.TOP


@dataclass(frozen=True, slots=True, order=True)
class Seat:
    """One seat, as the class sees it when it looks at the board.

    Attributes:
        row: how many rows are between it and the board; 0 is the first.
        column: how many seats are to its left.
    """

    row: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The seats there are.

    Attributes:
        name: what the teacher calls it: "3.14".
        rows: how many, the first at the board.
        columns: how many seats in a row.
        aisles: after how many columns there is an aisle, from 1; in order.
        board: from which side it is drawn; the seats stay what they are.
    """

    name: str = ""
    rows: int
    columns: int
    aisles: tuple[int, ...] = ()
    board: Board = Board.TOP

    def __post_init__(self) -> None:
        if not (1 <= self.rows <= MOST_ROWS and 1 <= self.columns <= MOST_COLUMNS):
            raise ValueError(f"no such room: {self.rows} rows of {self.columns}")
        if list(self.aisles) != sorted(set(self.aisles)):
            raise ValueError(f"aisles out of order: {self.aisles}")
        if any(not 0 < aisle < self.columns for aisle in self.aisles):
            raise ValueError(f"an aisle beside {self.columns} columns: {self.aisles}")

    @property
    def seats(self) -> tuple[Seat, ...]:
        """All seats, the first row first."""
        return tuple(
            Seat(row, column) for row in range(self.rows) for column in range(self.columns)
        )

    def has(self, seat: Seat) -> bool:
        """Whether there is such a seat."""
        return 0 <= seat.row < self.rows and 0 <= seat.column < self.columns

    def sized(self, *, rows: int, columns: int) -> "Room":
        """The room with rows added or taken away at the back, and columns at the right."""
        rows, columns = _within(rows, MOST_ROWS), _within(columns, MOST_COLUMNS)
        kept = tuple(aisle for aisle in self.aisles if aisle < columns)
        return replace(self, rows=rows, columns=columns, aisles=kept)

    def with_aisle(self, after: int, *, there: bool) -> "Room":
        """The room with, or without, an aisle after so many columns."""
        aisles = {*self.aisles, after} if there else {*self.aisles} - {after}
        return replace(self, aisles=tuple(sorted(aisles)))

    def drawn_at(self, seat: Seat) -> Seat:
        """Where a seat stands in the drawing; the same the other way round."""
        if self.board is Board.TOP:
            return seat
        return Seat(self.rows - 1 - seat.row, self.columns - 1 - seat.column)

    def numbered(self, row: int, number: int) -> Seat | None:
        """The seat that is called so: its row from the board, its place in the drawing from 1."""
        seat = self.drawn_at(Seat(0, number - 1))
        seat = Seat(row - 1, seat.column)
        return seat if self.has(seat) else None

    @property
    def drawn_aisles(self) -> tuple[int, ...]:
        """After how many columns of the drawing there is an aisle."""
        if self.board is Board.TOP:
            return self.aisles
        return tuple(self.columns - aisle for aisle in reversed(self.aisles))


@dataclass(frozen=True, slots=True, kw_only=True)
class Seating:
    """A room and who sits where: a seat has one student at most, a student one seat at most."""

    room: Room
    seats: Mapping[Seat, StudentId] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if any(not self.room.has(seat) for seat in self.seats):
            raise ValueError("somebody sits outside the room")
        if len(set(self.seats.values())) < len(self.seats):
            raise ValueError("somebody sits on two seats")
        object.__setattr__(self, "seats", MappingProxyType(dict(sorted(self.seats.items()))))

    @property
    def seated(self) -> tuple[StudentId, ...]:
        """Who has a seat, the first row first."""
        return tuple(self.seats.values())

    @property
    def free(self) -> tuple[Seat, ...]:
        """The seats nobody sits on, the first row first."""
        return tuple(seat for seat in self.room.seats if seat not in self.seats)

    def seat_of(self, student_id: StudentId) -> Seat | None:
        """Where a student sits; None without a seat."""
        return next((seat for seat, who in self.seats.items() if who == student_id), None)

    def placed(self, student_id: StudentId, seat: Seat) -> "Seating":
        """The students with this one on that seat.

        Who sat there gets the seat that came free; where there is none, they have no seat.

        Raises:
            ValueError: there is no such seat.
        """
        before, there = self.seat_of(student_id), self.seats.get(seat)
        if before == seat:
            return self
        seats = {**self.seats, seat: student_id}
        if before is not None:
            del seats[before]
            if there is not None:
                seats[before] = there
        return replace(self, seats=seats)

    def lifted(self, student_id: StudentId) -> "Seating":
        """The students with this one without a seat."""
        left = {seat: who for seat, who in self.seats.items() if who != student_id}
        return replace(self, seats=left)

    def cleared(self) -> "Seating":
        """The room with nobody in it."""
        return replace(self, seats={})

    def filled(self, waiting: Iterable[StudentId], *, rng: Random | None = None) -> "Seating":
        """The students with those who wait on the free seats, the first row first.

        Who sits stays where they are, and who is left over when the room is full has no seat.

        Args:
            waiting: who has no seat, in the order of the list; who has one is passed over.
            rng: draws who sits where; None for the order of the list.
        """
        has_seat = set(self.seats.values())
        queue = [who for who in dict.fromkeys(waiting) if who not in has_seat]
        if rng is not None:
            rng.shuffle(queue)
        new = dict(zip(self.free, queue, strict=False))
        return replace(self, seats={**self.seats, **new})

    def in_room(self, room: Room) -> "Seating":
        """The same students in a room of another size; who sat outside it has no seat."""
        left = {seat: who for seat, who in self.seats.items() if room.has(seat)}
        return Seating(room=room, seats=left)

    def without_seat(self, students: Sequence[StudentId]) -> tuple[StudentId, ...]:
        """Who of these has no seat, in their order."""
        has_seat = set(self.seats.values())
        return tuple(who for who in students if who not in has_seat)


def _within(count: int, most: int) -> int:
    return max(1, min(most, count))
