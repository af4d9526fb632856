"""The way to the first lesson: what it needs today, what to expect, how many minutes to choose."""

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from builders import student
from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.practice import CardKind
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.classes import add_class, plan_first_lesson
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.students import add_student
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.viewmodels.counts import Counts
from klasgenoot.viewmodels.learning import learning
from klasgenoot.viewmodels.names import NamesViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId

STUDENTS = 20


@pytest.fixture
def class_id(session: Session) -> ClassId:
    """Twenty students with a photo, whose first lesson is in ten days."""
    first = session.today() + timedelta(days=10)
    class_id = session.do(add_class, name="CMV-1B", first_lesson=first)
    for number in range(STUDENTS):
        photo = keep_photo(session.vault, StoredPhoto(b"%d" % number, b"s", 4, 5))
        draft = student(number, photo=photo)
        session.do(add_student, class_id=class_id, draft=draft, joined=date(2026, 9, 1))
    return class_id


def answer(session: Session, who: StudentId, *, seconds: float = 5.0, days_ago: int = 0) -> None:
    session.do(
        answer_card,
        student_id=who,
        direction=Direction.FACE_TO_NAME,
        outcome=Outcome(verdict=Verdict.RIGHT, seconds=seconds),
        rating=Rating.HARD,
        at=session.now() - timedelta(days=days_ago),
    )


def shown(session: Session, qtbot: QtBot) -> NamesViewModel:
    """The names with their forecast worked out."""
    view_model = NamesViewModel(session)
    with qtbot.waitSignal(view_model.deadline.changed):
        assert view_model.rows
    return view_model


def test_before_the_first_lesson_a_session_follows_the_plan(
    session: Session, class_id: ClassId
) -> None:
    session.set(practice_minutes=2)
    known = learning(session)
    assert known is not None
    practice = known.session()
    assert len(practice.faces) == 4  # all shown in six of the ten days
    assert practice.queue[0].kind is CardKind.STUDY


def test_once_the_minutes_of_today_are_used_up_there_is_more_only_when_asked_for(
    session: Session, class_id: ClassId
) -> None:
    session.set(practice_minutes=2)
    everyone = learning(session)
    assert everyone is not None
    for who in everyone.faces[:6]:
        answer(session, who, seconds=12)
    known = learning(session)
    assert known is not None
    assert not known.session().queue
    assert known.anyway().queue


def test_after_the_first_lesson_names_are_kept_as_ever(session: Session, class_id: ClassId) -> None:
    session.do(plan_first_lesson, class_id=class_id, on=session.today() - timedelta(days=1))
    known = learning(session)
    assert known is not None
    assert known.aim is None


def test_without_a_first_lesson_nothing_is_forecast(session: Session, class_id: ClassId) -> None:
    session.do(plan_first_lesson, class_id=class_id, on=None)
    deadline = NamesViewModel(session).deadline
    assert deadline.aim is None
    assert (deadline.sentence, deadline.choices, deadline.curve) == ("", (), None)


def test_the_forecast_is_said_in_words_and_rounded_down(
    session: Session, class_id: ClassId, qtbot: QtBot
) -> None:
    deadline = shown(session, qtbot).deadline
    assert deadline.sentence.startswith("With 6 minutes a day you will know about 19 of 20 on ")


def test_fewer_minutes_are_told_what_more_would_give(
    session: Session, class_id: ClassId, qtbot: QtBot
) -> None:
    session.do(plan_first_lesson, class_id=class_id, on=session.today() + timedelta(days=2))
    session.set(practice_minutes=2)
    deadline = shown(session, qtbot).deadline
    assert deadline.sentence.count("With ") == 2


def test_minutes_to_choose_from_rise_and_one_of_them_is_enough(
    session: Session, class_id: ClassId, qtbot: QtBot
) -> None:
    choices = shown(session, qtbot).deadline.choices
    minutes = [each for each, _ in choices]
    assert minutes == sorted(set(minutes))
    assert 6 in minutes
    assert sum("(enough)" in words for _, words in choices) == 1


def test_other_minutes_are_kept_and_worked_out_anew(
    session: Session, class_id: ClassId, qtbot: QtBot
) -> None:
    view_model = shown(session, qtbot)
    view_model.deadline.choose_minutes(3)
    assert session.settings.practice_minutes == 3
    with qtbot.waitSignal(view_model.deadline.changed):
        assert view_model.rows
    assert view_model.deadline.sentence.startswith("With 3 minutes")


def test_the_curve_goes_from_the_first_answer_to_the_first_lesson(
    session: Session, class_id: ClassId, qtbot: QtBot
) -> None:
    everyone = learning(session)
    assert everyone is not None
    for who in everyone.faces[:8]:
        answer(session, who, days_ago=3)
    view_model = shown(session, qtbot)
    curve = view_model.deadline.curve
    assert curve is not None
    assert (len(curve.past), len(curve.ahead), curve.total) == (4, 11, STUDENTS)
    assert curve.past[0] == 0
    assert curve.ahead[-1] > curve.past[-1]
    assert view_model.deadline.known_now == int(curve.past[-1])


def test_the_sidebar_counts_the_faces_of_today(session: Session, class_id: ClassId) -> None:
    known = learning(session)
    assert known is not None
    assert Counts(session).waiting()[PageId.NAMES] == len(known.session().faces)
