"""Practising where everybody sits: a seat and its name, a name and its seat."""

from datetime import date

import pytest

from builders import student
from klasgenoot.domain.answering import Mode
from klasgenoot.domain.hints import Hint, ladder
from klasgenoot.domain.memory import Direction
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.seating import Room, Seat, Seating
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.seating import make_seating_plan, seat_students
from klasgenoot.operations.students import add_student
from klasgenoot.store import memories
from klasgenoot.store.drills import taken_for
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.viewmodels.names import NamesViewModel
from klasgenoot.viewmodels.practice import PracticeViewModel
from klasgenoot.viewmodels.practice_moment import Stage
from klasgenoot.viewmodels.session import Session

ROOM = Room(rows=2, columns=4, aisles=(2,))
SEATS = {Mode.NAME_SEAT, Mode.FIND_SEAT}
People = list[StudentId]


@pytest.fixture
def people(session: Session) -> People:
    """Five students, the last without a photo; nobody sits anywhere."""
    class_id = session.do(add_class, name="CMV-1B", first_lesson=None)
    found = []
    for number in range(5):
        photo = keep_photo(session.vault, StoredPhoto(b"%d" % number, b"s", 4, 5))
        draft = student(number, photo=photo if number < 4 else None)
        joined = date(2026, 9, 1)
        found.append(session.do(add_student, class_id=class_id, draft=draft, joined=joined))
    session.do(make_seating_plan, class_id=class_id, room=ROOM)
    return found


def seat(session: Session, people: People) -> None:
    current = session.current_class
    assert current is not None
    seats = Seating(room=ROOM).filled(people).seats
    session.do(seat_students, class_id=current.id, seats=seats)


def asked(session: Session, way: Mode) -> PracticeViewModel:
    """A session at its first question."""
    practice = PracticeViewModel(session)
    practice.open(way)
    while practice.stage is Stage.STUDY:
        practice.go_on()
    return practice


def test_the_ways_are_there_once_a_handful_is_seated(session: Session, people: People) -> None:
    names = NamesViewModel(session)
    seat(session, people[:4])
    assert not SEATS & set(names.ways)
    names.way = Mode.NAME_SEAT
    assert names.way is Mode.TYPED
    seat(session, people)
    assert set(names.ways) >= SEATS


def test_everybody_with_a_seat_is_shown_on_it_and_then_asked(
    session: Session, people: People
) -> None:
    seat(session, people)
    practice = PracticeViewModel(session)
    practice.open(Mode.NAME_SEAT)
    assert practice.stage is Stage.STUDY
    assert practice.answer is not None
    room = practice.answer.room
    assert room is not None
    assert room.lit is not None
    assert room.people[room.lit] == practice.student
    while practice.stage is Stage.STUDY:
        practice.go_on()
    question = practice.question
    assert question is not None
    assert question.room is not None
    assert question.room.lit == Seating(room=ROOM).filled(people).seat_of(question.student.id)
    assert len(practice.segments) == 5


def test_a_name_typed_at_a_seat_is_learned_apart_from_the_face(
    session: Session, people: People
) -> None:
    seat(session, people)
    practice = asked(session, Mode.NAME_SEAT)
    who = practice.student
    assert who is not None
    practice.check(who.name)
    known = memories.memory(session.vault, who.id, direction=Direction.SEAT_TO_NAME)
    assert known is not None
    assert memories.memory(session.vault, who.id, direction=Direction.FACE_TO_NAME) is None
    (kept,) = memories.answers_of(session.vault, who.id, direction=Direction.SEAT_TO_NAME)
    assert (kept.mode, kept.verdict) == (Mode.NAME_SEAT, Verdict.RIGHT)


def test_no_photo_is_no_hint_where_a_seat_is_asked(session: Session, people: People) -> None:
    seat(session, people)
    practice = asked(session, Mode.NAME_SEAT)
    while practice.student is not None and practice.student.photo is not None:
        practice.check(practice.student.name)
        practice.go_on()
    assert practice.student is not None
    practice.check(practice.student.name)
    assert practice.answer is not None
    assert practice.answer.can_guess  # as only an answer without a hint can


def test_a_seat_is_pointed_at(session: Session, people: People) -> None:
    seat(session, people)
    practice = asked(session, Mode.FIND_SEAT)
    who = practice.student
    assert who is not None
    assert practice.question is not None
    assert practice.question.wanted == who.name
    assert practice.question.room is not None
    assert practice.question.room.lit is None
    place = Seating(room=ROOM).filled(people).seat_of(who.id)
    assert place is not None
    practice.choose(who.id)  # nobody is chosen here, a seat is
    assert practice.stage is Stage.ASK
    practice.choose_seat(place)
    assert practice.answer is not None
    assert practice.answer.verdict == "Right"
    assert not practice.answer.overrule
    assert memories.memory(session.vault, who.id, direction=Direction.NAME_TO_SEAT) is not None


def test_the_seat_of_somebody_else_is_wrong_and_no_likeness(
    session: Session, people: People
) -> None:
    seat(session, people)
    practice = asked(session, Mode.FIND_SEAT)
    who, current = practice.student, session.current_class
    assert who is not None
    assert current is not None
    seating = Seating(room=ROOM).filled(people)
    other = next(each for each in seating.seats if seating.seats[each] != who.id)
    practice.choose_seat(other)
    assert practice.answer is not None
    assert "sits here. You chose the seat of" in practice.answer.verdict
    assert taken_for(session.vault, current.id) == ()
    assert memories.mixed_up_with(session.vault, who.id) == ()
    practice.stop()
    assert practice.look_back is not None
    assert practice.look_back.pairs == ()
    assert "1 seat(s) in" in practice.look_back.sentence


def test_a_name_missed_at_a_seat_is_no_likeness_and_one_missed_at_a_face_is(
    session: Session, people: People
) -> None:
    seat(session, people)
    current = session.current_class
    assert current is not None
    for way in (Mode.NAME_SEAT, Mode.TYPED):
        practice = asked(session, way)
        who = practice.student
        assert who is not None
        other = next(each for each in people if each != who.id)
        said = {1: "Sanne", 2: "Milan", 3: "Noor", 4: "Łukasz", 5: "Zoë"}[other]
        practice.check(said)
        found = [(each.student_id, each.said) for each in taken_for(session.vault, current.id)]
        assert found == ([] if way is Mode.NAME_SEAT else [(who.id, other)])


def test_who_gives_up_on_a_seat_is_told_who_sits_there(session: Session, people: People) -> None:
    seat(session, people)
    practice = asked(session, Mode.FIND_SEAT)
    practice.give_up()
    assert practice.student is not None
    assert practice.answer is not None
    assert practice.answer.verdict == f"{practice.student.name} sits here."


def test_an_empty_seat_is_wrong(session: Session, people: People) -> None:
    seat(session, people)
    practice = asked(session, Mode.FIND_SEAT)
    practice.choose_seat(Seat(1, 3))
    assert practice.answer is not None
    assert practice.answer.verdict.endswith("You chose an empty seat.")
    assert practice.answer.confused_with == ()


def test_the_seat_is_the_last_hint_to_a_name_and_none_to_a_seat(
    session: Session, people: People
) -> None:
    seat(session, people)
    practice = asked(session, Mode.TYPED)
    who = practice.student
    assert who is not None
    assert ladder(who, has_seat=True) == (Hint.FIRST_LETTER, Hint.SEAT)
    practice.hint()
    assert practice.question is not None
    assert practice.question.hint == "Hint: the seat"
    practice.hint()
    assert practice.question.caption.startswith("Starts with")
    assert "Sits in row 1, seat" in practice.question.caption
    assert practice.question.hint == ""
    other = asked(session, Mode.NAME_SEAT)
    other.hint()
    assert other.question is not None
    assert other.question.hint == ""


def test_who_knows_who_sits_there_is_asked_at_once_where_they_sit(
    session: Session, people: People
) -> None:
    seat(session, people)
    first = asked(session, Mode.NAME_SEAT)
    while first.stage is not Stage.DONE:
        assert first.student is not None
        first.check(first.student.name)
        first.go_on()
    practice = PracticeViewModel(session)
    practice.open(Mode.FIND_SEAT)
    assert practice.stage is Stage.ASK


def test_a_session_goes_on_without_who_has_no_seat_any_more(
    session: Session, people: People
) -> None:
    seat(session, people)
    practice = asked(session, Mode.NAME_SEAT)
    who = practice.student
    assert who is not None
    seat(session, [each for each in people if each != who.id])
    assert practice.student is not None
    assert practice.student.id != who.id
    assert len(practice.segments) == 4


def test_another_way_begins_a_session_of_its_own(session: Session, people: People) -> None:
    seat(session, people)
    practice = asked(session, Mode.NAME_SEAT)
    practice.choose_way(Mode.FIND_SEAT)
    assert practice.question is None or practice.question.way is Mode.FIND_SEAT
    practice.choose_way(Mode.TYPED)
    assert practice.stage is Stage.STUDY
    assert practice.answer is not None
    assert practice.answer.room is None


def test_a_round_of_seats_is_not_all_of_today(session: Session, people: People) -> None:
    seat(session, people)
    practice = asked(session, Mode.NAME_SEAT)
    while practice.stage is not Stage.DONE:
        assert practice.student is not None
        practice.check(practice.student.name)
        practice.go_on()
    assert practice.look_back is not None
    assert practice.look_back.title == "Done with this round"
