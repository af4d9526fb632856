"""What a teacher does with a seating plan: make one, seat students, change the room."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Unknown
from klasgenoot.domain.memory import Direction
from klasgenoot.domain.names import tidy
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.seating import Room, Seat
from klasgenoot.operations.desk import deed
from klasgenoot.store import memories, school_classes, seating
from klasgenoot.store.database import Vault


@deed(Deed.MAKE_SEATING_PLAN)
def make_seating_plan(vault: Vault, *, class_id: ClassId, room: Room) -> None:
    """Gives a class a room with nobody in it.

    Raises:
        Unknown: the class is not there.
    """
    if school_classes.school_class(vault, class_id) is None:
        raise Unknown("class", str(class_id))
    seating.add_room(vault, class_id=class_id, room=_tidied(room))


@deed(Deed.SEAT_STUDENTS)
def seat_students(vault: Vault, *, class_id: ClassId, seats: Mapping[Seat, StudentId]) -> None:
    """Seats everybody anew; who is left out has no seat.

    What practice knew of the seat of whoever moves is forgotten: it was another seat.

    Only what changes is written. A student whose data is restricted keeps a seat until it is given
    to somebody else: nobody sees that it is taken.

    Raises:
        Unknown: the class has no seating plan.
    """
    _room(vault, class_id)
    before = seating.seats_of(vault, class_id)
    everybody = seating.seats_of(vault, class_id, with_restricted=True)
    new = {seat: who for seat, who in seats.items() if before.get(seat) != who}
    moved = set(new.values())
    leaving = [
        who
        for seat, who in everybody.items()
        if who in moved or seat in new or (seat in before and seat not in seats)
    ]
    _leave(vault, class_id, leaving)
    seating.take_seats(vault, class_id=class_id, seats=new)


@deed(Deed.CHANGE_ROOM)
def change_room(vault: Vault, *, class_id: ClassId, room: Room) -> None:
    """Changes name, size, aisles or side of a room; who sat outside it now has no seat.

    Raises:
        Unknown: the class has no seating plan.
    """
    _room(vault, class_id)
    everybody = seating.seats_of(vault, class_id, with_restricted=True)
    _leave(vault, class_id, [who for seat, who in everybody.items() if not room.has(seat)])
    seating.save_room(vault, class_id=class_id, room=_tidied(room))


def _leave(vault: Vault, class_id: ClassId, student_ids: Sequence[StudentId]) -> None:
    """Takes students off their seats, and forgets how well those were known."""
    seating.leave_seats(vault, class_id=class_id, student_ids=student_ids)
    for who in student_ids:
        for direction in Direction:
            if direction.is_about_seats:
                memories.remove_memory(vault, who, direction=direction)


def _room(vault: Vault, class_id: ClassId) -> Room:
    known = seating.room_of(vault, class_id)
    if known is None:
        raise Unknown("seating plan", str(class_id))
    return known


def _tidied(room: Room) -> Room:
    return replace(room, name=tidy(room.name))
