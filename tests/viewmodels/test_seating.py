"""The seating plan as a page shows it: who waits, who sits, and what changes do."""

from datetime import date
from random import Random

import pytest

from builders import TODAY, student
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.seating import Board, Room, Seat
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.rights import restrict
from klasgenoot.operations.students import add_student
from klasgenoot.viewmodels.seating import Emptiness, SeatingViewModel
from klasgenoot.viewmodels.session import Session

ROOM = Room(rows=2, columns=3, aisles=(1,))
People = list[StudentId]


@pytest.fixture
def class_id(session: Session) -> ClassId:
    return session.do(add_class, name="CMV-1B")


@pytest.fixture
def people(session: Session, class_id: ClassId) -> People:
    joined = date(2026, 9, 1)
    return [
        session.do(add_student, class_id=class_id, draft=student(number), joined=joined)
        for number in range(5)
    ]


@pytest.fixture
def plan(session: Session, people: People) -> SeatingViewModel:
    made = SeatingViewModel(session, chance=Random(1))
    made.make(ROOM)
    return made


def test_there_is_nothing_without_students_and_rooms_are_offered_without_a_plan(
    session: Session, class_id: ClassId
) -> None:
    shown = SeatingViewModel(session)
    assert shown.emptiness is Emptiness.NO_STUDENTS
    session.do(add_student, class_id=class_id, draft=student(), joined=TODAY)
    assert shown.emptiness is Emptiness.NO_PLAN
    assert shown.offered[0] == Room(rows=4, columns=7, aisles=(2, 5))
    for number in range(40):
        session.do(add_student, class_id=class_id, draft=student(number), joined=TODAY)
    assert all(room.rows * room.columns >= 41 for room in shown.offered)


def test_who_has_no_seat_waits_in_the_order_of_the_list(plan: SeatingViewModel) -> None:
    names = [sitter.student.family_name for sitter in plan.waiting]
    assert names == ["Aydın", "Berg", "Hoekstra", "Kowalski", "Wit"]
    assert plan.emptiness is None
    assert plan.first_free == Seat(0, 0)


def test_placing_swapping_and_lifting(plan: SeatingViewModel, people: People) -> None:
    plan.place(people[0], Seat(0, 0))
    plan.place(people[1], Seat(0, 1))
    plan.place(people[0], Seat(0, 1))
    assert {seat: sitter.id for seat, sitter in plan.seats.items()} == {
        Seat(0, 0): people[1],
        Seat(0, 1): people[0],
    }
    plan.lift(people[0])
    assert plan.seat_of(people[0]) is None
    assert people[0] in [sitter.id for sitter in plan.waiting]


def test_each_change_can_be_taken_back(
    plan: SeatingViewModel, people: People, session: Session
) -> None:
    plan.fill()
    plan.turn()
    plan.clear()
    assert not plan.seats
    session.undo()
    assert len(plan.seats) == 5
    session.undo()
    assert plan.room == ROOM
    session.undo()
    assert len(plan.waiting) == 5
    session.undo()
    assert plan.emptiness is Emptiness.NO_PLAN


def test_filling_by_list_and_by_lot_seats_everybody_for_whom_there_is_a_seat(
    plan: SeatingViewModel, people: People
) -> None:
    in_order = [sitter.id for sitter in plan.waiting]
    plan.fill()
    assert [sitter.id for sitter in plan.seats.values()] == in_order
    plan.clear()
    plan.fill(by_lot=True)
    assert sorted(sitter.id for sitter in plan.seats.values()) == sorted(people)
    assert [sitter.id for sitter in plan.seats.values()] != in_order


def test_a_smaller_room_lets_those_wait_who_sat_outside_it(plan: SeatingViewModel) -> None:
    plan.fill()
    plan.resize(rows=1, columns=3)
    assert len(plan.waiting) == 2
    assert not plan.has_free_seat


def test_aisles_are_counted_as_the_room_is_drawn(plan: SeatingViewModel) -> None:
    plan.turn()
    assert plan.room is not None
    assert plan.room.board is Board.BOTTOM
    assert plan.room.drawn_aisles == (2,)
    plan.set_aisle(1, there=True)
    assert plan.room.drawn_aisles == (1, 2)
    plan.set_aisle(2, there=False)
    assert plan.room.aisles == (2,)


def test_letters_find_a_name(plan: SeatingViewModel, people: People) -> None:
    assert plan.find("no") == people[2]
    assert plan.find("l") == people[3]
    assert plan.find("zoe") == people[4]
    assert plan.find("q") is None


def test_a_seat_in_words_says_who_sits_there(plan: SeatingViewModel, people: People) -> None:
    plan.place(people[1], Seat(1, 2))
    assert plan.words(Seat(1, 2)) == "row 2, seat 3: Milan van der Berg"
    assert plan.words(Seat(0, 0)) == "row 1, seat 1: nobody"
    plan.turn()
    assert plan.words(Seat(1, 2)).startswith("row 2, seat 1")
    assert plan.subtitle == "Board at the bottom"
    plan.rename(" 3.14 ")
    assert plan.subtitle == "Room 3.14, board at the bottom"


def test_who_is_restricted_neither_sits_nor_waits(
    plan: SeatingViewModel, people: People, session: Session
) -> None:
    plan.fill()
    session.do(restrict, student_id=people[0], on=TODAY)
    assert len(plan.seats) == 4
    assert not plan.waiting
