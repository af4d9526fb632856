"""A seating plan in the data file: one deed per drag, and a seat goes with who sat there."""

from collections.abc import Mapping
from datetime import datetime

import pytest

from builders import TODAY, content, school_class
from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Unknown
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.seating import Board, Room, Seat, Seating
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.classes import add_class, remove_class
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.rights import lift_restriction, restrict
from klasgenoot.operations.seating import change_room, make_seating_plan, seat_students
from klasgenoot.operations.students import remove_students
from klasgenoot.store import memories
from klasgenoot.store.seating import seating_of, seats_of
from klasgenoot.store.students import enrol

ROOM = Room(name="3.14", rows=2, columns=3, aisles=(1,), board=Board.BOTTOM)
NOON = datetime.fromisoformat("2026-10-29T12:00:00+01:00")
Taken = tuple[ClassId, list[StudentId]]


@pytest.fixture
def taken(desk: Desk) -> Taken:
    """Four of five on the first four seats."""
    class_id, ids = school_class(desk)
    desk.do(make_seating_plan, class_id=class_id, room=ROOM)
    seats = Seating(room=ROOM).filled(ids[:4]).seats
    desk.do(seat_students, class_id=class_id, seats=seats)
    return class_id, ids


def _seats(desk: Desk, class_id: ClassId) -> Mapping[Seat, StudentId]:
    known = seating_of(desk.vault, class_id)
    assert known is not None
    return known.seats


def test_a_plan_comes_back_as_it_was_kept(desk: Desk, taken: Taken) -> None:
    class_id, ids = taken
    assert seating_of(desk.vault, class_id) == Seating(room=ROOM).filled(ids[:4])


def test_a_class_has_no_plan_until_one_is_made(desk: Desk) -> None:
    class_id, ids = school_class(desk)
    assert seating_of(desk.vault, class_id) is None
    with pytest.raises(Unknown):
        desk.do(seat_students, class_id=class_id, seats={Seat(0, 0): ids[0]})
    with pytest.raises(Unknown):
        desk.do(change_room, class_id=class_id, room=ROOM)
    with pytest.raises(Unknown):
        desk.do(make_seating_plan, class_id=ClassId(99), room=ROOM)


def test_two_swap_in_one_deed_and_undo_puts_them_back(desk: Desk, taken: Taken) -> None:
    class_id, ids = taken
    before = content(desk.vault)
    known = seating_of(desk.vault, class_id)
    assert known is not None
    swapped = known.placed(ids[0], Seat(0, 1))
    desk.do(seat_students, class_id=class_id, seats=swapped.seats)
    assert _seats(desk, class_id) == swapped.seats
    desk.undo()
    assert content(desk.vault) == before


def test_who_moves_is_learned_anew_and_who_stays_is_not(desk: Desk, taken: Taken) -> None:
    class_id, ids = taken
    for who in ids[:3]:
        for direction in (Direction.SEAT_TO_NAME, Direction.FACE_TO_NAME):
            desk.do(
                answer_card,
                student_id=who,
                direction=direction,
                outcome=Outcome(verdict=Verdict.RIGHT),
                rating=Rating.GOOD,
                at=NOON,
            )
    before = content(desk.vault)
    known = seating_of(desk.vault, class_id)
    assert known is not None
    desk.do(seat_students, class_id=class_id, seats=known.placed(ids[0], Seat(0, 1)).seats)
    of_seats = memories.memories(desk.vault, direction=Direction.SEAT_TO_NAME)
    assert set(of_seats) == {ids[2]}
    assert len(memories.memories(desk.vault, direction=Direction.FACE_TO_NAME)) == 3
    desk.undo()
    assert content(desk.vault) == before


def test_what_stays_as_it_is_is_no_deed(desk: Desk, taken: Taken) -> None:
    class_id, _ = taken
    assert not desk.do(seat_students, class_id=class_id, seats=_seats(desk, class_id)).tables


def test_a_smaller_room_leaves_who_sat_outside_without_a_seat(desk: Desk, taken: Taken) -> None:
    class_id, ids = taken
    desk.do(change_room, class_id=class_id, room=ROOM.sized(rows=1, columns=3))
    assert list(_seats(desk, class_id).values()) == ids[:3]
    desk.undo()
    assert list(_seats(desk, class_id).values()) == ids[:4]


def test_a_seat_goes_with_the_enrolment_and_only_in_that_class(desk: Desk, taken: Taken) -> None:
    class_id, ids = taken
    other = desk.do(add_class, name="CMV-1C").result
    with desk.vault.journal.step(Deed.ADD_STUDENT):
        enrol(desk.vault, class_id=other, student_id=ids[0], joined=TODAY)
    desk.do(make_seating_plan, class_id=other, room=ROOM)
    desk.do(seat_students, class_id=other, seats={Seat(1, 2): ids[0]})
    before = content(desk.vault)
    desk.do(remove_students, class_id=class_id, student_ids=[ids[0], ids[1]])
    assert list(_seats(desk, class_id).values()) == ids[2:4]
    assert _seats(desk, other) == {Seat(1, 2): ids[0]}
    desk.undo()
    assert content(desk.vault) == before


def test_a_plan_goes_with_its_class(desk: Desk, taken: Taken) -> None:
    class_id, _ = taken
    before = content(desk.vault)
    desk.do(remove_class, class_id=class_id)
    assert not content(desk.vault)["seats"]
    assert not content(desk.vault)["seating_plans"]
    desk.undo()
    assert content(desk.vault) == before


def test_who_is_restricted_is_nowhere_in_sight_and_keeps_the_seat_until_it_is_given_away(
    desk: Desk, taken: Taken
) -> None:
    class_id, ids = taken
    desk.do(restrict, student_id=ids[0], on=TODAY)
    assert ids[0] not in _seats(desk, class_id).values()
    known = seating_of(desk.vault, class_id)
    assert known is not None
    desk.do(seat_students, class_id=class_id, seats=known.placed(ids[3], Seat(1, 2)).seats)
    assert ids[0] in seats_of(desk.vault, class_id, with_restricted=True).values()
    known = seating_of(desk.vault, class_id)
    assert known is not None
    desk.do(seat_students, class_id=class_id, seats=known.placed(ids[4], Seat(0, 0)).seats)
    assert ids[0] not in seats_of(desk.vault, class_id, with_restricted=True).values()
    desk.do(lift_restriction, student_id=ids[0], on=TODAY)
    assert _seats(desk, class_id)[Seat(0, 0)] == ids[4]
