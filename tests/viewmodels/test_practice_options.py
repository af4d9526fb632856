"""Choosing: a name out of four with a face, a face out of four with a name."""

from datetime import date

import pytest

from builders import student
from klasgenoot.domain.answering import Mode, Outcome
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.students import add_student
from klasgenoot.store import memories
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.viewmodels.learning import learning, ways_for
from klasgenoot.viewmodels.occasions import Occasion
from klasgenoot.viewmodels.practice import PracticeViewModel
from klasgenoot.viewmodels.practice_moment import Stage
from klasgenoot.viewmodels.session import Session


@pytest.fixture
def people(session: Session) -> list[StudentId]:
    class_id = session.do(add_class, name="CMV-1B", first_lesson=None)
    found = []
    for number in range(6):
        photo = keep_photo(session.vault, StoredPhoto(b"%d" % number, b"s", 4, 5))
        draft = student(number, photo=photo)
        joined = date(2026, 9, 1)
        found.append(session.do(add_student, class_id=class_id, draft=draft, joined=joined))
    return found


def asked(session: Session, way: Mode) -> PracticeViewModel:
    """A session in which something is asked."""
    practice = PracticeViewModel(session)
    practice.open(way)
    while practice.stage is Stage.STUDY:
        practice.go_on()
    assert practice.stage is Stage.ASK
    return practice


def wrong_one(practice: PracticeViewModel) -> StudentId:
    assert practice.student is not None
    return next(o.student.id for o in practice.question.options if o.student != practice.student)


def test_there_are_four_to_choose_from_and_they_stay_the_same(
    session: Session, people: list[StudentId]
) -> None:
    practice = asked(session, Mode.CHOOSE_NAME)
    options = practice.question.options
    assert len(options) == 4
    assert practice.student in [option.student for option in options]
    assert practice.question.options == options


def test_where_nothing_is_chosen_there_is_nothing_to_choose(
    session: Session, people: list[StudentId]
) -> None:
    assert asked(session, Mode.TYPED).question.options == ()


def test_the_right_name_is_recognised_and_not_recalled(
    session: Session, people: list[StudentId]
) -> None:
    session.do(
        answer_card,
        student_id=people[0],
        direction=Direction.FACE_TO_NAME,
        outcome=Outcome(verdict=Verdict.RIGHT),
        rating=Rating.AGAIN,
        at=session.now().replace(year=session.now().year - 1),
    )
    practice = asked(session, Mode.CHOOSE_NAME)
    assert practice.student is not None
    assert practice.student.id == people[0]
    practice.choose(people[0])
    assert practice.stage is Stage.ANSWERED
    *_, last = memories.answers_of(session.vault, people[0], direction=Direction.FACE_TO_NAME)
    assert (last.mode, last.verdict, last.rating) == (Mode.CHOOSE_NAME, Verdict.RIGHT, Rating.HARD)


def test_the_wrong_name_is_a_mix_up_that_comes_along_next_time(
    session: Session, people: list[StudentId]
) -> None:
    practice = asked(session, Mode.CHOOSE_NAME)
    assert practice.student is not None
    who, other = practice.student.id, wrong_one(practice)
    practice.choose(other)
    assert practice.answer is not None
    assert practice.answer.verdict.startswith("This is ")
    assert "You chose" in practice.answer.verdict
    assert practice.answer.overrule == ""
    assert memories.mixed_up_with(session.vault, who) == (other,)
    assert memories.mixed_up_with(session.vault, other) == (who,)


def test_undo_asks_the_same_with_the_same_four(session: Session, people: list[StudentId]) -> None:
    practice = asked(session, Mode.CHOOSE_NAME)
    before = {option.student.id for option in practice.question.options}
    practice.choose(wrong_one(practice))
    session.undo()
    assert practice.stage is Stage.ASK
    assert {option.student.id for option in practice.question.options} == before


def test_finding_faces_is_a_memory_of_its_own(session: Session, people: list[StudentId]) -> None:
    practice = asked(session, Mode.FIND_FACE)
    assert practice.student is not None
    who = practice.student.id
    practice.choose(who)
    vault = session.vault
    assert memories.memory(vault, who, direction=Direction.NAME_TO_FACE) is not None
    assert memories.memory(vault, who, direction=Direction.FACE_TO_NAME) is None


def test_a_face_whose_name_is_known_is_asked_without_being_shown_first(
    session: Session, people: list[StudentId]
) -> None:
    for who in people:
        session.do(
            answer_card,
            student_id=who,
            direction=Direction.FACE_TO_NAME,
            outcome=Outcome(verdict=Verdict.RIGHT),
            rating=Rating.GOOD,
            at=session.now(),
        )
    practice = PracticeViewModel(session)
    practice.open(Mode.FIND_FACE)
    assert practice.stage is Stage.ASK
    assert practice.place == "1 of 6"


def test_going_over_to_faces_begins_a_session_of_its_own_and_keeps_the_answers(
    session: Session, people: list[StudentId]
) -> None:
    practice = asked(session, Mode.CHOOSE_NAME)
    assert practice.student is not None
    who = practice.student.id
    practice.choose(who)
    practice.choose_way(Mode.FIND_FACE)
    assert practice.stage is Stage.STUDY
    answers = memories.answers_of(session.vault, who, direction=Direction.FACE_TO_NAME)
    assert len(answers) == 1


def test_who_cannot_choose_may_give_up(session: Session, people: list[StudentId]) -> None:
    practice = asked(session, Mode.FIND_FACE)
    practice.give_up()
    assert practice.stage is Stage.ANSWERED
    assert practice.answer is not None
    assert practice.answer.confused_with == ()


def test_names_done_for_today_can_be_found_the_other_way_round(
    session: Session, people: list[StudentId]
) -> None:
    practice = asked(session, Mode.TYPED)
    while practice.stage is Stage.ASK:
        assert practice.student is not None
        practice.check(practice.student.full_name)
        practice.go_on()
    practice.open(Mode.FIND_FACE, occasion=Occasion.ANYWAY)  # nothing left: practise anyway
    assert practice.stage is Stage.ASK


def test_one_alone_is_not_chosen_and_of_two_it_says_so(session: Session) -> None:
    class_id = session.do(add_class, name="CMV-1C", first_lesson=None)
    session.choose_class(class_id)
    for number, ways in enumerate((False, True)):
        photo = keep_photo(session.vault, StoredPhoto(b"w%d" % number, b"s", 4, 5))
        draft = student(number, photo=photo, pronunciation="zo-EE")
        session.do(add_student, class_id=class_id, draft=draft, joined=date(2026, 9, 1))
        known = learning(session)
        assert known is not None
        choosing = {way for way in ways_for(known) if way.has_few}
        assert choosing == ({Mode.CHOOSE_NAME, Mode.FIND_FACE, Mode.LISTEN} if ways else set())
    assert asked(session, Mode.CHOOSE_NAME).question.caption == "Who is this? Press 1 to 2."


def test_who_asked_for_other_pronouns_comes_along_last(session: Session) -> None:
    class_id = session.do(add_class, name="CMV-1C", first_lesson=None)
    session.choose_class(class_id)
    pronouns = ["zij/haar", "zij/haar", "Zij/haar", "", "hij/hem", "hij/hem", "hij/hem"]
    for number, asked_for in enumerate(pronouns):
        photo = keep_photo(session.vault, StoredPhoto(b"p%d" % number, b"s", 4, 5))
        draft = student(number, photo=photo, pronouns=asked_for)
        session.do(add_student, class_id=class_id, draft=draft, joined=date(2026, 9, 1))
    practice = asked(session, Mode.CHOOSE_NAME)
    for _ in pronouns:
        assert practice.student is not None
        options = practice.question.options
        others = [one.student.pronouns for one in options if one.student != practice.student]
        if practice.student.pronouns == "hij/hem":
            assert sorted(others) == ["", "hij/hem", "hij/hem"]
        elif practice.student.pronouns:
            assert "hij/hem" not in others
        practice.choose(practice.student.id)
        practice.go_on()
