"""Where in the room is it about? The room of one card, with who sits on each seat."""

from collections.abc import Mapping
from dataclasses import dataclass

from klasgenoot.domain.people import Student
from klasgenoot.domain.seating import Room, Seat
from klasgenoot.viewmodels.learning import Learning
from klasgenoot.viewmodels.seating_words import seat_words


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatedRoom:
    """A room as practice shows it.

    Attributes:
        room: the seats there are.
        people: who sits where.
        lit: the seat it is about; None while that is the question.
    """

    room: Room
    people: Mapping[Seat, Student]
    lit: Seat | None = None

    @property
    def words(self) -> str:
        """Which seat it is about, for who listens; empty while that is the question."""
        return seat_words(self.room, self.lit) if self.lit else ""


def room_of(known: Learning, student: Student, *, lit: bool) -> SeatedRoom | None:
    """The room a student sits in; None where seats are not what is practised.

    Args:
        known: the class.
        student: who it is about.
        lit: whether to show where they sit.
    """
    group = known.group_of(student.id)
    if not known.direction.is_about_seats or group.seating is None:
        return None
    return SeatedRoom(
        room=group.seating.room,
        people={
            seat: group.students[who]
            for seat, who in group.seating.seats.items()
            if who in group.students
        },
        lit=group.seating.seat_of(student.id) if lit else None,
    )


def seat_hint(known: Learning, student: Student) -> str:
    """Where a student sits, as a hint to the name; empty where that is not known, or is asked."""
    seating = known.group_of(student.id).seating
    seat = seating.seat_of(student.id) if seating else None
    if seating is None or seat is None or known.direction.is_about_seats:
        return ""
    return seat_words(seating.room, seat)
