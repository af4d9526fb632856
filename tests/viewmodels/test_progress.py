"""How it goes: levels, the line, who are mixed up, and sweeps, told as far as can be told."""

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from builders import student, sweep_kept
from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.look_alikes import drill_of
from klasgenoot.domain.memory import Direction, Level, Rating, day_of
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.sweep import SweepResult
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.classes import add_class, plan_first_lesson
from klasgenoot.operations.look_alikes import answer_look_alike
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.students import add_student, set_photo
from klasgenoot.store import students
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.viewmodels.names import Emptiness
from klasgenoot.viewmodels.progress import ProgressViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.student_name import NameFacts, name_facts
from klasgenoot.viewmodels.target import PageId, Target

FACE = Direction.FACE_TO_NAME


@pytest.fixture
def class_id(session: Session) -> ClassId:
    return session.do(add_class, name="CMV-1B", first_lesson=None)


def add(session: Session, class_id: ClassId, number: int, *, with_photo: bool = True) -> StudentId:
    photo = None
    if with_photo:
        photo = keep_photo(session.vault, StoredPhoto(b"%d" % number, b"s", 4, 5))
    draft = student(number, photo=photo)
    return session.do(add_student, class_id=class_id, draft=draft, joined=date(2026, 9, 1))


@pytest.fixture
def people(session: Session, class_id: ClassId) -> list[StudentId]:
    return [add(session, class_id, number) for number in range(5)]


@pytest.fixture
def progress(session: Session, people: list[StudentId]) -> ProgressViewModel:
    return ProgressViewModel(session)


def answer(
    session: Session,
    who: StudentId,
    *,
    said: StudentId | None = None,
    rating: Rating | None = Rating.HARD,
    days_ago: int = 0,
) -> None:
    verdict = Verdict.MIXED_UP if said is not None else Verdict.RIGHT
    session.do(
        answer_card,
        student_id=who,
        direction=FACE,
        outcome=Outcome(verdict=verdict, said=said),
        rating=rating,
        at=session.now() - timedelta(days=days_ago),
    )


def mix_up(session: Session, who: StudentId, said: StudentId, *, days_ago: int = 0) -> None:
    answer(session, who, said=said, rating=None, days_ago=days_ago)


def tell_apart(session: Session, one: StudentId, other: StudentId) -> None:
    drill = drill_of(one, other, seed=3)
    while drill.current is not None:
        drill = session.do(
            answer_look_alike,
            drill=drill,
            said=drill.current,
            photo=None,
            seconds=1.0,
            at=session.now() - timedelta(hours=1),
        )


def sweep(session: Session, class_id: ClassId, *, known: int, asked: int, days_ago: int) -> None:
    day = day_of(session.now() - timedelta(days=days_ago))
    result = SweepResult(taken_on=day, known=known, asked=asked, seconds=60.0)
    session.do(sweep_kept, class_id=class_id, result=result)


# ---- the class ----


def test_a_class_without_students_or_photos_says_so(session: Session, class_id: ClassId) -> None:
    progress = ProgressViewModel(session)
    assert progress.emptiness is Emptiness.NO_STUDENTS
    who = add(session, class_id, 0, with_photo=False)
    assert progress.emptiness is Emptiness.NO_PHOTOS
    photo = keep_photo(session.vault, StoredPhoto(b"a", b"s", 4, 5))
    session.do(set_photo, student_id=who, photo=photo, crop=None)
    assert progress.emptiness is None


def test_every_name_stands_there_by_call_name_in_its_level(
    session: Session, progress: ProgressViewModel, people: list[StudentId]
) -> None:
    answer(session, people[0], rating=Rating.EASY)
    rows = progress.rows.rows()
    assert [row.name for row in rows] == ["Łukasz", "Milan", "Noor", "Sanne", "Zoë"]
    assert progress.counts == {
        Level.NEW: 4,
        Level.LEARNING: 0,
        Level.ALMOST: 0,
        Level.KNOWN: 1,
    }
    assert progress.legend[Level.KNOWN] == "known 1"
    session.undo()
    assert progress.counts[Level.KNOWN] == 0


# ---- the line ----


def test_before_the_first_answer_there_is_no_line(progress: ProgressViewModel) -> None:
    assert progress.road is None
    assert not progress.is_working


def test_without_a_day_to_aim_for_the_line_goes_up_to_today(
    session: Session, progress: ProgressViewModel, people: list[StudentId]
) -> None:
    for who in people[:3]:
        answer(session, who, days_ago=4)
    answer(session, people[0], rating=Rating.GOOD)
    road = progress.road
    assert road is not None
    assert len(road.past) == 5
    assert 2 < road.past[-1] <= 3
    assert (road.now, road.expected, road.total) == ("2 today", "", 5)
    assert road.sentence == "About 2 of 5 names would come today without help."


def test_with_a_first_lesson_ahead_the_line_goes_on_to_it_with_how_far_it_can_be_off(
    session: Session,
    progress: ProgressViewModel,
    class_id: ClassId,
    people: list[StudentId],
    qtbot: QtBot,
) -> None:
    first = session.today() + timedelta(days=6)
    session.do(plan_first_lesson, class_id=class_id, on=first)
    answer(session, people[0], days_ago=1)
    with qtbot.waitSignal(progress.deadline.changed):
        assert progress.is_working
    road = progress.road
    assert road is not None
    assert not progress.is_working
    assert road.title == "On the way to 4 November"
    assert len(road.ahead) == 7
    assert "±" in road.expected
    assert "give or take" in road.sentence
    assert road.days[2] == "4 Nov"


# ---- mix-ups ----


def test_a_pair_mixed_up_twice_can_be_told_apart_once_both_are_learned(
    session: Session, progress: ProgressViewModel, people: list[StudentId]
) -> None:
    sanne, milan = people[:2]
    mix_up(session, sanne, milan, days_ago=3)
    mix_up(session, milan, sanne, days_ago=1)
    (pair,) = progress.pairs
    assert pair.are_look_alikes
    assert (pair.both, pair.obstacle) == ("Sanne and Milan", "First learn Sanne and Milan.")
    assert pair.line.startswith("2 time")
    assert pair.line.endswith("last yesterday")
    for who in (sanne, milan):
        answer(session, who)
    (pair,) = progress.pairs
    assert not pair.obstacle
    assert pair.target() == Target(PageId.LOOK_ALIKES, student=sanne, other=milan)


def test_without_a_photo_a_pair_says_whose_is_missing(
    session: Session, progress: ProgressViewModel, class_id: ClassId, people: list[StudentId]
) -> None:
    faceless = add(session, class_id, 8, with_photo=False)
    mix_up(session, people[0], faceless)
    (pair,) = progress.pairs
    assert pair.obstacle == f"No photo of {pair.names[1]} yet."


def test_a_pair_told_apart_is_settled_until_it_is_mixed_up_again(
    session: Session, progress: ProgressViewModel, people: list[StudentId]
) -> None:
    one, other = people[:2]
    mix_up(session, one, other, days_ago=2)
    tell_apart(session, one, other)
    (pair,) = progress.pairs
    assert pair.is_settled
    assert not pair.obstacle
    assert pair.line == "Told apart since 29 October"
    mix_up(session, other, one)
    assert not progress.pairs[0].is_settled


# ---- sweeps ----


def test_without_a_sweep_there_is_no_chart(progress: ProgressViewModel) -> None:
    assert progress.sweeps is None


def test_each_sweep_is_a_point_with_how_many_were_asked(
    session: Session, progress: ProgressViewModel, class_id: ClassId
) -> None:
    sweep(session, class_id, known=6, asked=12, days_ago=20)
    sweep(session, class_id, known=9, asked=12, days_ago=3)
    chart = progress.sweeps
    assert chart is not None
    assert [(point.part, point.count, point.day) for point in chart.points] == [
        (0.5, "6 of 12", "9 Oct"),
        (0.75, "9 of 12", "26 Oct"),
    ]
    assert chart.trend == ""
    assert not any(point.is_comparable for point in chart.points)
    assert chart.elsewhere == 0.53
    assert "26 October: 9 of 12 names." in chart.sentence


def test_a_trend_is_told_from_three_sweeps_of_ten_faces_on(
    session: Session, progress: ProgressViewModel, class_id: ClassId
) -> None:
    for known, days_ago in ((5, 30), (7, 20), (9, 10)):
        sweep(session, class_id, known=known, asked=9, days_ago=days_ago)
    assert progress.sweeps is not None
    assert progress.sweeps.trend == ""
    for known, days_ago in ((5, 9), (7, 5), (9, 1)):
        sweep(session, class_id, known=known, asked=10, days_ago=days_ago)
    assert progress.sweeps.trend == "From 5 to 9 of 10 names since 20 October."
    assert [point.is_comparable for point in progress.sweeps.points] == [False] * 3 + [True] * 3
    sweep(session, class_id, known=18, asked=20, days_ago=0)
    assert progress.sweeps.trend == "From 50 % to 90 % of the names since 20 October."


# ---- one student ----


def facts_of(session: Session, who: StudentId) -> NameFacts | None:
    assert session.current_class is not None
    classmates = students.all_students(session.vault, class_id=session.current_class.id)
    return name_facts(session, who, people={student.id: student for student in classmates})


def test_a_name_says_how_well_it_is_known_and_when_it_comes_back(
    session: Session, people: list[StudentId]
) -> None:
    facts = facts_of(session, people[0])
    assert facts is not None
    assert facts.sentence == "You have not practised the name yet."
    answer(session, people[0])
    facts = facts_of(session, people[0])
    assert facts is not None
    assert facts.sentence == "You are learning the name. It comes back tomorrow."
    answer(session, people[1], days_ago=9)
    facts = facts_of(session, people[1])
    assert facts is not None
    assert facts.sentence.endswith("It comes back when you practise.")


def test_while_a_plan_decides_no_day_is_promised(
    session: Session, class_id: ClassId, people: list[StudentId]
) -> None:
    answer(session, people[0])
    session.do(plan_first_lesson, class_id=class_id, on=session.today() + timedelta(days=6))
    facts = facts_of(session, people[0])
    assert facts is not None
    assert facts.sentence == "You are learning the name."


def test_a_student_is_told_with_whom_they_were_mixed_up_and_comes_first(
    session: Session, people: list[StudentId]
) -> None:
    mix_up(session, people[0], people[1])
    mix_up(session, people[2], people[3])
    facts = facts_of(session, people[1])
    assert facts is not None
    (pair,) = facts.pairs
    assert (pair.one.id, pair.names) == (people[1], ("Milan", "Sanne"))
    assert pair.target(back_to_student=True).act == "student"
    assert facts_of(session, StudentId(99)) is None
