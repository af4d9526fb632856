"""The way to the first lesson: what it needs today, what to expect, how many minutes to choose."""

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from builders import student
from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.practice import SECONDS, CardKind
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.classes import add_class, plan_first_lesson
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.students import add_student
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.store.students import enrol
from klasgenoot.viewmodels.counts import Counts
from klasgenoot.viewmodels.deadline import WORKED_OUT
from klasgenoot.viewmodels.learning import learning
from klasgenoot.viewmodels.names import NamesViewModel
from klasgenoot.viewmodels.occasions import FEW, anyway, before_class, is_refresher, today
from klasgenoot.viewmodels.offer import offer_of
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


def answer(
    session: Session,
    who: StudentId,
    *,
    seconds: float = 5.0,
    days_ago: int = 0,
    rating: Rating = Rating.HARD,
) -> None:
    session.do(
        answer_card,
        student_id=who,
        direction=Direction.FACE_TO_NAME,
        outcome=Outcome(verdict=Verdict.RIGHT, seconds=seconds),
        rating=rating,
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
    practice = today(known)
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
    assert not today(known).queue
    assert anyway(known).queue


def test_who_wants_a_few_more_after_the_plan_of_the_day_gets_a_few(
    session: Session, class_id: ClassId
) -> None:
    everyone = learning(session)
    assert everyone is not None
    for who in today(everyone).faces:
        answer(session, who)
    known = learning(session)
    assert known is not None
    more = today(known, most=FEW, beyond=True)
    assert len(more.faces) == FEW
    assert not set(more.faces) & set(known.memories)
    assert len(today(known, beyond=True).faces) < FEW  # the plan itself spreads them as before


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
    *minutes, last = [each for each, _ in choices]
    assert minutes == sorted(set(minutes))
    assert last == WORKED_OUT
    assert 6 in minutes
    assert sum("(enough)" in words for _, words in choices) == 1


def test_the_minutes_can_be_worked_out_and_follow_what_is_needed(
    session: Session, class_id: ClassId, qtbot: QtBot
) -> None:
    session.set(practice_minutes=30)
    view_model = shown(session, qtbot)
    deadline = view_model.deadline
    enough = next(minutes for minutes, words in deadline.choices if "(enough)" in words)
    deadline.choose_minutes(WORKED_OUT)
    assert session.settings.practice_minutes == enough
    assert deadline.chosen == WORKED_OUT
    with qtbot.waitSignal(deadline.changed):
        assert view_model.rows
    assert dict(deadline.choices)[WORKED_OUT] == f"{enough} min, worked out"
    session.do(plan_first_lesson, class_id=class_id, on=session.today() + timedelta(days=2))
    with qtbot.waitSignal(deadline.changed):
        assert view_model.rows
    assert session.settings.practice_minutes > enough  # two days instead of ten
    deadline.choose_minutes(3)
    assert view_model.rows
    assert deadline.chosen == 3


# ---- several classes ----


@pytest.fixture
def other_id(session: Session, class_id: ClassId) -> ClassId:
    """Another class of five, whose first lesson is three days later; the first is shown."""
    first = session.today() + timedelta(days=13)
    other_id = session.do(add_class, name="CMV-1C", first_lesson=first)
    for number in range(5):
        photo = keep_photo(session.vault, StoredPhoto(b"c%d" % number, b"s", 4, 5))
        draft = student(number, photo=photo)
        session.do(add_student, class_id=other_id, draft=draft, joined=date(2026, 9, 1))
    session.choose_class(class_id)
    return other_id


def test_classes_with_a_first_lesson_ahead_share_the_minutes(
    session: Session, other_id: ClassId, qtbot: QtBot
) -> None:
    known = learning(session)
    assert known is not None
    assert known.aim is not None
    assert known.aim.total == STUDENTS + 5
    faces = today(known).faces
    assert set(faces) & set(known.students)
    assert set(faces) - set(known.students)
    view_model = shown(session, qtbot)
    assert view_model.countdown.startswith("2 class(es), ready by ")
    assert view_model.deadline.together_words == "Together with CMV-1C"
    assert view_model.total == STUDENTS  # the tiles are of the one class
    offer = view_model.offer
    assert offer is not None
    assert offer.line.endswith(f"{len(set(faces) & set(known.students))} from CMV-1B")


def test_each_class_can_have_minutes_of_its_own(
    session: Session, other_id: ClassId, qtbot: QtBot
) -> None:
    view_model = shown(session, qtbot)
    view_model.deadline.plan_together(False)
    known = learning(session)
    assert known is not None
    assert known.aim is not None
    assert (known.aim.total, len(known.groups)) == (STUDENTS, 1)
    assert set(today(known).faces) <= set(known.students)
    assert view_model.deadline.together_words == "Together with CMV-1C"


def test_a_class_that_has_begun_is_kept_apart(session: Session, other_id: ClassId) -> None:
    session.do(plan_first_lesson, class_id=other_id, on=session.today())
    for class_id in (other_id, session.classes[0].id):
        session.choose_class(class_id)
        known = learning(session)
        assert known is not None
        assert len(known.groups) == 1


def test_who_is_in_both_classes_is_asked_once(session: Session, other_id: ClassId) -> None:
    known = learning(session)
    assert known is not None
    shared = known.faces[0]
    with session.vault.journal.step(Deed.ADD_STUDENT):
        enrol(session.vault, class_id=other_id, student_id=shared, joined=session.today())
    known = learning(session)
    assert known is not None
    assert known.aim is not None
    assert known.aim.total == STUDENTS + 5
    session.set(practice_minutes=60)
    known = learning(session)
    assert known is not None
    faces = today(known).faces
    assert len(faces) == len(set(faces))
    assert known.group_of(shared).school_class.name == "CMV-1B"


# ---- just before the lesson, and two weeks after ----


def test_the_five_minutes_before_class_are_about_this_class_and_what_helps_most(
    session: Session, other_id: ClassId
) -> None:
    known = learning(session)
    assert known is not None
    sure, shaky, fresh, *_ = known.faces
    for days_ago in (12, 10, 8, 4, 2):
        answer(session, sure, days_ago=days_ago)
    answer(session, shaky, days_ago=9)
    answer(session, fresh)
    known = learning(session)
    assert known is not None
    practice = before_class(session, known)
    assert set(practice.faces) <= set(known.students)
    assert sum(SECONDS[card.kind] for card in practice.queue) <= 300
    assert fresh not in practice.faces  # asked today already
    repeated = [card.student_id for card in practice.queue if not card.is_new]
    assert repeated[:1] == [shaky]
    assert sure not in repeated[:1]


def test_two_weeks_after_the_first_lesson_every_name_comes_by_once_more(
    session: Session, class_id: ClassId
) -> None:
    known = learning(session)
    assert known is not None
    for who in known.faces:
        for days_ago in (40, 30, 15):
            answer(session, who, days_ago=days_ago, rating=Rating.EASY)

    def due(since_first: int) -> int:
        first = session.today() - timedelta(days=since_first)
        session.do(plan_first_lesson, class_id=class_id, on=first)
        now = learning(session)
        assert now is not None
        return len(today(now).faces)

    before = due(13)
    assert due(14) == STUDENTS > before
    known = learning(session)
    assert known is not None
    assert is_refresher(known)
    assert Counts(session).waiting()[PageId.NAMES] == STUDENTS, "the figure beside Names as well"
    assert offer_of(known).line == f"Refresher: {STUDENTS} face(s) to repeat"
    for who in known.faces:
        answer(session, who)
    known = learning(session)
    assert known is not None
    assert not today(known).faces  # once is enough
    assert not is_refresher(known)


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
    assert Counts(session).waiting()[PageId.NAMES] == len(today(known).faces)


def test_the_sidebar_says_of_how_many_classes_it_counts_the_names(
    session: Session, class_id: ClassId
) -> None:
    counts = Counts(session)
    assert counts.meanings() == {}
    session.do(add_class, name="CMV-1C", first_lesson=date(2026, 11, 20))
    assert "2" in counts.meanings()[PageId.NAMES]
    heard: list[str] = []
    counts.changed.connect(lambda: heard.append("changed"))
    session.set(practise_together=False)
    assert heard
    assert counts.meanings() == {}
