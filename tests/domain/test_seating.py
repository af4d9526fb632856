"""Who sits where: nobody twice, no seat twice, and nobody lost without being told."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.people import StudentId
from klasgenoot.domain.seating import (
    MOST_COLUMNS,
    MOST_ROWS,
    Board,
    Room,
    Seat,
    Seating,
)

sizes = st.integers(1, 6)
people = st.lists(st.integers(1, 40).map(StudentId), max_size=30, unique=True)


@st.composite
def rooms(draw: st.DrawFn) -> Room:
    columns = draw(sizes)
    aisles = draw(st.sets(st.integers(1, columns - 1))) if columns > 1 else set()
    board = draw(st.sampled_from(Board))
    return Room(rows=draw(sizes), columns=columns, aisles=tuple(sorted(aisles)), board=board)


@st.composite
def seatings(draw: st.DrawFn) -> Seating:
    room = draw(rooms())
    who = draw(people)
    seats = draw(st.permutations(room.seats))
    return Seating(room=room, seats=dict(zip(seats, who, strict=False)))


def is_sound(seating: Seating) -> bool:
    inside = all(seating.room.has(seat) for seat in seating.seats)
    return inside and len(set(seating.seated)) == len(seating.seated)


@given(seatings(), st.data())
def test_whoever_is_placed_sits_there_and_nobody_else_loses_a_seat_but_by_a_swap(
    seating: Seating, data: st.DataObject
) -> None:
    seat = data.draw(st.sampled_from(seating.room.seats))
    who = data.draw(st.sampled_from((*seating.seated, StudentId(99))))
    before, there = seating.seat_of(who), seating.seats.get(seat)
    after = seating.placed(who, seat)
    assert is_sound(after)
    assert after.seats[seat] == who
    others = [each for each in seating.seated if each not in {who, there}]
    assert [after.seat_of(each) for each in others] == [seating.seat_of(each) for each in others]
    if there is not None and there != who:
        assert after.seat_of(there) == before


@given(seatings(), st.data())
def test_two_who_swap_twice_sit_where_they_sat(seating: Seating, data: st.DataObject) -> None:
    if len(seating.seats) < 2:
        return
    one, other = data.draw(st.sampled_from(seating.seated)), seating.seated[0]
    here, there = seating.seat_of(one), seating.seat_of(other)
    assert here is not None
    assert there is not None
    once = seating.placed(one, there)
    assert once.placed(one, here) == seating


@given(seatings())
def test_who_is_lifted_out_has_no_seat_and_the_others_stay(seating: Seating) -> None:
    for who in seating.seated:
        after = seating.lifted(who)
        assert set(after.seated) == set(seating.seated) - {who}
        assert after.without_seat(seating.seated) == (who,)
    assert seating.lifted(StudentId(99)) == seating


@given(seatings(), people, st.one_of(st.none(), st.integers(0, 5)))
def test_filling_seats_as_many_as_fit_and_moves_nobody(
    seating: Seating, waiting: list[StudentId], seed: int | None
) -> None:
    rng = None if seed is None else Random(seed)
    after = seating.filled(waiting, rng=rng)
    assert is_sound(after)
    assert dict(after.seats) | dict(seating.seats) == dict(after.seats)
    queue = seating.without_seat(waiting)
    new = [who for who in after.seated if who not in seating.seated]
    assert len(new) == min(len(queue), len(seating.free))
    assert set(new) <= set(queue)
    if seed is None:
        assert new == list(queue[: len(new)])
        assert [after.seat_of(who) for who in new] == list(seating.free[: len(new)])


@given(seatings(), st.integers(-2, 30), st.integers(-2, 30))
def test_a_room_of_another_size_keeps_who_still_fits_and_the_rest_is_known(
    seating: Seating, rows: int, columns: int
) -> None:
    room = seating.room.sized(rows=rows, columns=columns)
    after = seating.in_room(room)
    assert is_sound(after)
    assert 1 <= room.rows <= MOST_ROWS
    assert 1 <= room.columns <= MOST_COLUMNS
    lost = after.without_seat(seating.seated)
    assert set(after.seated) | set(lost) == set(seating.seated)
    assert all(after.seat_of(who) == seating.seat_of(who) for who in after.seated)
    assert all(not room.has(seat) for seat, who in seating.seats.items() if who in lost)
    if rows >= seating.room.rows and columns >= seating.room.columns:
        assert not lost


@given(rooms())
def test_the_room_seen_from_the_other_side_has_the_same_seats_in_the_opposite_order(
    room: Room,
) -> None:
    drawn = [room.drawn_at(seat) for seat in room.seats]
    assert sorted(drawn) == list(room.seats)
    assert [room.drawn_at(seat) for seat in drawn] == list(room.seats)
    assert drawn == (list(room.seats) if room.board is Board.TOP else list(room.seats)[::-1])
    assert room.board.other.other is room.board


def test_aisles_come_and_go_and_stand_between_the_same_seats_from_the_other_side() -> None:
    room = Room(rows=4, columns=7, aisles=(2,)).with_aisle(5, there=True)
    assert room.aisles == (2, 5)
    assert room.with_aisle(2, there=False).aisles == (5,)
    assert room.sized(rows=4, columns=5).aisles == (2,)
    behind = Room(rows=1, columns=5, aisles=(1, 2), board=Board.BOTTOM)
    assert behind.drawn_aisles == (3, 4)


@pytest.mark.parametrize(
    ("rows", "columns", "aisles"),
    [(0, 4, ()), (4, 0, ()), (21, 4, ()), (4, 21, ()), (4, 4, (4,)), (4, 4, (0,)), (4, 4, (2, 1))],
)
def test_there_is_no_such_room(rows: int, columns: int, aisles: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"room|aisle"):
        Room(rows=rows, columns=columns, aisles=aisles)


def test_nobody_sits_outside_the_room_or_on_two_seats() -> None:
    room = Room(rows=1, columns=2)
    with pytest.raises(ValueError, match="outside"):
        Seating(room=room, seats={Seat(1, 0): StudentId(1)})
    with pytest.raises(ValueError, match="two seats"):
        Seating(room=room, seats={Seat(0, 0): StudentId(1), Seat(0, 1): StudentId(1)})


@given(rooms())
def test_each_seat_is_found_by_what_it_is_called_and_there_are_no_others(room: Room) -> None:
    called = {(seat.row + 1, room.drawn_at(seat).column + 1): seat for seat in room.seats}
    for row in range(room.rows + 2):
        for number in range(room.columns + 2):
            assert room.numbered(row, number) == called.get((row, number))
