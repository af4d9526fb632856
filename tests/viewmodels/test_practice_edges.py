"""Practising at the edges: other classes, other ways, other days, and what is taken back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from builders import student
from clocks import Clock
from klasgenoot.domain.answering import Mode, Outcome
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.people import ClassId, PhotoId, StudentId
from klasgenoot.domain.practice import CardKind
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.more_photos import add_photo
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.students import add_student, edit_student
from klasgenoot.store import memories, students
from klasgenoot.store.more_photos import more_photos_of
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.viewmodels.learning import learning
from klasgenoot.viewmodels.names import NamesViewModel
from klasgenoot.viewmodels.occasions import before_class
from klasgenoot.viewmodels.offer import offer_of
from klasgenoot.viewmodels.practice import PracticeViewModel
from klasgenoot.viewmodels.practice_moment import Stage
from klasgenoot.viewmodels.progress import ProgressViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.sweep import SweepStage, SweepViewModel

FACE = Direction.FACE_TO_NAME


@pytest.fixture
def clock(now: datetime) -> Clock:
    return Clock(now)


@pytest.fixture
def session(desk: Desk, clock: Clock) -> Session:
    return Session(desk, clock=clock)


def picture(session: Session, name: str) -> PhotoId:
    return keep_photo(session.vault, StoredPhoto(name.encode(), b"s", 4, 5))


def a_class(
    session: Session, *, size: int = 6, name: str = "CMV-1B", first: date | None = None
) -> tuple[ClassId, list[StudentId]]:
    """A class with names that nobody shares, each with a photo."""
    class_id = session.do(add_class, name=name, first_lesson=first)
    found = []
    for number in range(size):
        draft = student(
            given_name=f"{chr(65 + number % 26)}anne{number}",
            family_name=f"{name} {number}",
            photo=picture(session, f"{name}{number}"),
        )
        found.append(
            session.do(add_student, class_id=class_id, draft=draft, joined=date(2026, 9, 1))
        )
    return class_id, found


def answer(
    session: Session,
    who: StudentId,
    *,
    days_ago: int = 0,
    rating: Rating = Rating.GOOD,
    seconds: float = 5.0,
    photo: PhotoId | None = None,
) -> None:
    verdict = Verdict.RIGHT if rating > Rating.AGAIN else Verdict.WRONG
    session.do(
        answer_card,
        student_id=who,
        direction=FACE,
        outcome=Outcome(verdict=verdict, seconds=seconds, photo=photo),
        rating=rating,
        at=session.now() - timedelta(days=days_ago),
    )


def change(session: Session, who: StudentId, **values: object) -> None:
    known = students.student(session.vault, who)
    assert known is not None
    session.do(edit_student, changed=replace(known, **values))


def test_redo_shows_no_answer_that_is_not_kept(session: Session) -> None:
    _, people = a_class(session)
    for who in people:
        answer(session, who, days_ago=30)
    practice = PracticeViewModel(session)
    practice.begin()
    assert practice.student is not None
    practice.check(practice.student.name)
    practice.begin()  # a session of its own, that knows nothing of that answer
    second = practice.student
    assert second is not None
    practice.check(second.name)
    session.undo()
    session.undo()
    session.redo()  # the answer of the session before is there again, this one's is not
    assert practice.stage is Stage.ASK
    assert len(memories.answers_of(session.vault, second.id, direction=FACE)) == 1
    session.redo()
    assert practice.stage is Stage.ANSWERED
    assert len(memories.answers_of(session.vault, second.id, direction=FACE)) == 2


def test_nothing_more_today_says_tomorrow_also_where_names_were_due_before(
    session: Session,
) -> None:
    _, people = a_class(session, size=26, first=session.today() + timedelta(days=10))
    for who in people:
        answer(session, who, days_ago=8, rating=Rating.HARD)
    session.set(practice_minutes=2)
    for who in people[:12]:
        answer(session, who, seconds=11.0)
    known = learning(session)
    assert known is not None
    assert offer_of(known).sentence == "Nothing more for today. A short repeat tomorrow."


def test_who_is_done_in_one_way_is_not_told_to_be_done_for_today(session: Session) -> None:
    _, people = a_class(session)
    for who in people:
        change(session, who, pronunciation="aa-nuh")
    practice = PracticeViewModel(session)
    practice.open(Mode.LISTEN)
    while practice.stage is not Stage.DONE:
        if practice.stage is Stage.ASK:
            assert practice.student is not None
            practice.choose(practice.student.id)
        else:
            practice.go_on()
    practice.open(Mode.LISTEN)
    assert practice.stage is Stage.NOTHING
    assert practice.offer is not None
    said = practice.offer.sentence
    assert said.startswith("Nothing more in this way for today.")
    practice.open(Mode.TYPED)
    assert practice.stage is not Stage.NOTHING


def test_five_minutes_before_class_do_not_show_who_is_known_the_other_way_round(
    session: Session,
) -> None:
    _, people = a_class(session)
    for who in people:
        answer(session, who, days_ago=1)
    known = learning(session, direction=Direction.NAME_TO_FACE)
    assert known is not None
    practice = before_class(session, known)
    assert {card.kind for card in practice.queue} == {CardKind.RECALL}


def test_a_way_that_another_class_does_not_have_becomes_typing(session: Session) -> None:
    one, people = a_class(session, name="A")
    other, _ = a_class(session, name="B")
    for who in people:
        change(session, who, pronunciation="aa-nuh")
    session.choose_class(one)
    practice = PracticeViewModel(session)
    practice.open(Mode.LISTEN)
    assert practice.stage is not Stage.NOTHING
    session.choose_class(other)
    practice.open(None)
    assert practice.way is Mode.TYPED
    assert practice.stage is Stage.STUDY


def test_a_class_begins_with_itself_and_not_with_what_is_known_of_one_student(
    session: Session,
) -> None:
    """One student was in another class half a year ago: the new faces are spread all the same."""
    _, before = a_class(session, size=5, name="old")
    for who in before:
        answer(session, who, days_ago=200)
    first = session.today() + timedelta(days=14)
    new, _ = a_class(session, size=30, name="new", first=first)
    session.choose_class(new)
    session.set(practice_minutes=30)

    def new_today() -> int:
        known = learning(session)
        assert known is not None
        assert known.aim is not None
        return len(known.aim.plan().new)

    alone = new_today()
    with session.vault.journal.step(Deed.ADD_STUDENT):
        students.enrol(session.vault, class_id=new, student_id=before[0], joined=session.today())
    assert alone < 10
    assert new_today() <= alone + 1


def test_after_midnight_the_plan_of_the_new_practice_day_comes_by_itself(
    session: Session, clock: Clock, qtbot: QtBot
) -> None:
    clock.now = datetime(2026, 10, 29, 20, 0, tzinfo=UTC)
    session.look_at_clock()
    _, people = a_class(session, size=20, first=session.today() + timedelta(days=10))
    session.set(practice_minutes=2)
    clock.now = datetime(2026, 10, 30, 0, 30, tzinfo=UTC)  # still the practice day before
    session.look_at_clock()
    names = NamesViewModel(session)
    for who in people[:12]:
        answer(session, who, seconds=10.0)
    late = names.offer
    assert late is not None
    assert late.anyway
    clock.now = datetime(2026, 10, 30, 9, 0, tzinfo=UTC)
    session.look_at_clock()
    morning = names.offer
    assert morning is not None
    assert not morning.anyway
    names.deadline.close_work()


def test_progress_follows_the_classes_that_are_planned_together(
    session: Session, qtbot: QtBot
) -> None:
    first = session.today() + timedelta(days=10)
    one, _ = a_class(session, name="A", first=first)
    a_class(session, name="B", first=first)
    session.choose_class(one)
    progress = ProgressViewModel(session)
    assert "2 classes" in progress.road_title
    session.set(practise_together=False)
    assert "classes" not in progress.road_title
    progress.deadline.close_work()


def with_easier_photo(session: Session, people: Sequence[StudentId]) -> None:
    """Everybody has a second photo, and by the main one the name does not come."""
    for who in people:
        easy = picture(session, f"easy {who}")
        session.do(add_photo, student_id=who, photo=easy, crop=None, on=date(2026, 10, 1))
        main = students.student(session.vault, who)
        assert main is not None
        assert more_photos_of(session.vault, who)[0].photo == easy
        for _ in range(3):
            answer(session, who, days_ago=20, photo=easy)
            answer(session, who, days_ago=20, rating=Rating.AGAIN, photo=main.photo)


def test_no_way_of_practising_shows_the_photo_that_is_kept_for_the_sweep(
    session: Session,
) -> None:
    _, people = a_class(session)
    for who in people:
        answer(session, who, days_ago=30)
    with_easier_photo(session, people)
    sweep = SweepViewModel(session)
    sweep.begin()
    kept_back = {}
    while sweep.stage is SweepStage.ASK:
        assert sweep.student is not None
        kept_back[sweep.student.id] = sweep.student.photo
        sweep.answer("")
    practice = PracticeViewModel(session)
    for way in (Mode.TYPED, Mode.CHOOSE_NAME, Mode.FIND_FACE):
        practice.choose_way(way)
        practice.begin()
        while practice.stage is Stage.STUDY:
            practice.go_on()
        assert practice.question is not None
        shown = [practice.question.student, *(each.student for each in practice.question.options)]
        assert all(each.photo != kept_back[each.id] for each in shown)


def test_the_photo_on_screen_stays_when_something_else_changes(session: Session) -> None:
    _, people = a_class(session, size=4)
    for who in people:
        answer(session, who, days_ago=30)
        photo = picture(session, f"other {who}")
        session.do(add_photo, student_id=who, photo=photo, crop=None, on=date(2026, 10, 1))
    practice = PracticeViewModel(session)
    practice.begin()
    for _ in range(3):
        assert practice.student is not None
        who, before = practice.student.id, practice.student.photo
        practice.give_up()
        change(session, next(each for each in people if each != who), note="hello")
        assert practice.student.photo == before
        while practice.stage in {Stage.ANSWERED, Stage.STUDY}:
            practice.go_on()


def test_minutes_that_were_worked_out_stay_for_the_day(session: Session, qtbot: QtBot) -> None:
    """Else "done for today" would ask for more as soon as it is done."""
    _, people = a_class(session, size=40, first=session.today() + timedelta(days=5))
    for who in people[:20]:
        answer(session, who, days_ago=1, rating=Rating.HARD)
    names = NamesViewModel(session)
    with qtbot.waitSignal(names.deadline.changed):
        assert names.rows
    names.deadline.choose_minutes(0)
    chosen = session.settings.practice_minutes
    for who in people[:25]:
        answer(session, who, rating=Rating.AGAIN, seconds=12.0)
    with qtbot.waitSignal(names.deadline.changed):
        assert names.rows
    assert session.settings.practice_minutes == chosen
    names.deadline.close_work()
