"""The sweep on screen: closed book, by the photo that is kept back, apart from practice."""

from datetime import date, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from builders import student
from klasgenoot.domain.answering import Mode
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.memory import Direction
from klasgenoot.domain.people import ClassId, Crop, StudentId
from klasgenoot.domain.photo_choice import ShownPhoto, Tally, for_practice, photos_of
from klasgenoot.domain.summary import Result
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.classes import add_class, plan_first_lesson
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.more_photos import add_photo
from klasgenoot.operations.students import add_student, remove_students, set_photo
from klasgenoot.store import memories, sweeps
from klasgenoot.store.more_photos import more_photos_of
from klasgenoot.store.photo_tallies import photo_tallies
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.store.students import all_students
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.sweep import SweepStage, SweepViewModel


@pytest.fixture
def class_id(session: Session) -> ClassId:
    class_id = session.do(add_class, name="CMV-1B", first_lesson=None)
    for number in range(5):
        photo = keep_photo(session.vault, StoredPhoto(b"%d" % number, b"s", 4, 5))
        draft = student(number, photo=photo)
        session.do(add_student, class_id=class_id, draft=draft, joined=date(2026, 9, 1))
    return class_id


@pytest.fixture
def sweep(session: Session, class_id: ClassId) -> SweepViewModel:
    view_model = SweepViewModel(session)
    view_model.begin()
    return view_model


def name_of(sweep: SweepViewModel) -> str:
    assert sweep.student is not None
    return sweep.student.name


def finish(sweep: SweepViewModel) -> None:
    while sweep.stage is SweepStage.ASK:
        sweep.answer(name_of(sweep))


def test_a_whole_sweep_is_kept_and_nothing_is_told_before_its_end(
    session: Session, class_id: ClassId, sweep: SweepViewModel
) -> None:
    sweep.answer("")
    assert sweep.view is None
    assert sweeps.sweeps_of(session.vault, class_id) == ()
    finish(sweep)
    (kept,) = sweeps.sweeps_of(session.vault, class_id)
    assert (kept.known, kept.asked) == (4, 5)
    assert sweep.view is not None
    assert sweep.view.title == "4 of 5 names"
    assert [result for _, result in sweep.view.faces] == [Result.KNEW] * 4 + [Result.AGAIN]


def test_a_slip_counts_and_a_classmate_does_not(
    session: Session, class_id: ClassId, sweep: SweepViewModel
) -> None:
    asked = sweep.student
    assert asked is not None
    sweep.answer("Milan" if asked.name != "Milan" else "Noor")
    finish(sweep)
    vault = session.vault
    (only,) = memories.answers_of(vault, asked.id, direction=Direction.FACE_TO_NAME)
    assert (only.mode, only.rating) == (Mode.SWEEP, None)
    assert memories.mixed_up_with(vault, asked.id)


def test_practice_learns_nothing_from_a_sweep(session: Session, sweep: SweepViewModel) -> None:
    finish(sweep)
    assert memories.memories(session.vault, direction=Direction.FACE_TO_NAME) == {}


def test_every_answer_is_kept_unrated_with_the_photo_that_was_shown(
    session: Session, class_id: ClassId, sweep: SweepViewModel
) -> None:
    first = sweep.student
    assert first is not None
    sweep.answer("")
    second = sweep.student
    assert second is not None
    sweep.answer("Xxxxxxxx")
    finish(sweep)
    verdicts = {}
    for student_id in (known.id for known in all_students(session.vault)):
        (only,) = memories.answers_of(session.vault, student_id, direction=Direction.FACE_TO_NAME)
        assert (only.mode, only.rating) == (Mode.SWEEP, None)
        verdicts[student_id] = only.verdict
    assert verdicts.pop(first.id) is Verdict.EMPTY
    assert verdicts.pop(second.id) is Verdict.WRONG
    assert set(verdicts.values()) == {Verdict.RIGHT}
    tallies = photo_tallies(session.vault, class_id=class_id)
    assert tallies[first.id] == {first.photo: Tally(1, 1)}
    direction = Direction.FACE_TO_NAME
    assert memories.rated_answers(session.vault, direction=direction, class_ids=[class_id]) == ()


def test_the_photo_that_is_harder_to_name_is_shown_and_the_main_one_is_practised(
    session: Session, class_id: ClassId
) -> None:
    who = all_students(session.vault)[0]
    crop = Crop(0.1, 0.1, 0.5, 0.5)
    other = keep_photo(session.vault, StoredPhoto(b"another day", b"s", 4, 5))
    session.do(add_photo, student_id=who.id, photo=other, crop=crop, on=date(2026, 10, 1))
    sweep = SweepViewModel(session)
    sweep.begin()
    while sweep.student and sweep.student.id != who.id:
        assert sweep.student.photo != other
        sweep.answer("")
    assert sweep.student is not None
    assert (sweep.student.photo, sweep.student.crop) == (other, crop)
    sweep.answer(name_of(sweep))
    finish(sweep)
    photos = photos_of(who, more_photos_of(session.vault, who.id))
    tallies = photo_tallies(session.vault)[who.id]
    assert tallies == {other: Tally(1, 0)}
    shown = for_practice(photos, misses=tallies, day=date(2026, 10, 29))
    assert shown == ShownPhoto(other, crop), "it was named: the other one is harder to name now"
    assert sweep.view is not None
    assert {face.photo for face, _ in sweep.view.faces} >= {who.photo}


def test_a_photo_that_comes_in_the_middle_of_a_sweep_is_shown_when_its_turn_comes(
    session: Session, class_id: ClassId, sweep: SweepViewModel
) -> None:
    coming = sweep.coming
    assert coming is not None
    other = keep_photo(session.vault, StoredPhoto(b"another day", b"s", 4, 5))
    session.do(add_photo, student_id=coming.id, photo=other, crop=None, on=date(2026, 10, 1))
    assert sweep.coming is not None
    assert sweep.coming.photo == other


def test_a_sweep_can_be_taken_back(
    session: Session, class_id: ClassId, sweep: SweepViewModel
) -> None:
    finish(sweep)
    session.undo()
    assert sweeps.sweeps_of(session.vault, class_id) == ()


def test_a_sweep_that_is_left_counts_for_nothing(
    session: Session, class_id: ClassId, sweep: SweepViewModel
) -> None:
    sweep.answer("")
    sweep.begin()
    assert sweep.place == "1 of 5"
    assert sweeps.sweeps_of(session.vault, class_id) == ()


def test_earlier_sweeps_stand_below_the_latest_first(
    session: Session, sweep: SweepViewModel
) -> None:
    sweep.answer("")
    finish(sweep)
    sweep.begin()
    finish(sweep)
    assert sweep.view is not None
    (earlier,) = sweep.view.earlier
    assert "4 of 5" in earlier


def test_two_with_one_name_need_a_letter(session: Session, class_id: ClassId) -> None:
    photo = keep_photo(session.vault, StoredPhoto(b"9", b"s", 4, 5))
    twin = student(0, photo=photo, family_name="Zwart")
    session.do(add_student, class_id=class_id, draft=twin, joined=date(2026, 9, 1))
    sweep = SweepViewModel(session)
    sweep.begin()
    while name_of(sweep) != twin.name:
        sweep.answer("")
    sweep.answer(twin.name)
    assert sweep.asks_letter
    assert sweep.student is not None
    sweep.answer(f"{twin.name} {sweep.student.family_name[:1]}")
    assert not sweep.asks_letter


def test_who_is_removed_meanwhile_is_not_asked(session: Session, sweep: SweepViewModel) -> None:
    assert sweep.student is not None
    who: StudentId = sweep.student.id
    class_id = session.current_class.id if session.current_class else ClassId(0)
    session.do(remove_students, class_id=class_id, student_ids=(who,))
    assert sweep.place == "1 of 4"


def answered_all_but_last(sweep: SweepViewModel) -> None:
    while sweep.coming is not None:
        sweep.answer(name_of(sweep))


def test_who_was_answered_and_is_gone_does_not_stop_the_sweep_from_being_kept(
    session: Session, class_id: ClassId, sweep: SweepViewModel
) -> None:
    assert sweep.student is not None
    gone, coming = sweep.student, sweep.coming
    assert coming is not None
    sweep.answer("")
    sweep.answer(gone.name)  # taken for who is gone later on
    session.do(remove_students, class_id=class_id, student_ids=(gone.id,))
    finish(sweep)
    (kept,) = sweeps.sweeps_of(session.vault, class_id)
    assert (kept.known, kept.asked) == (3, 4)
    (only,) = memories.answers_of(session.vault, coming.id, direction=Direction.FACE_TO_NAME)
    assert (only.verdict, only.said) == (Verdict.MIXED_UP, None)
    assert sweep.trouble == ""


def test_the_going_of_the_last_one_ends_the_sweep_and_undo_takes_it_back_first(
    session: Session, class_id: ClassId, sweep: SweepViewModel
) -> None:
    answered_all_but_last(sweep)
    last = sweep.student
    assert last is not None
    session.do(remove_students, class_id=class_id, student_ids=(last.id,))
    assert sweep.stage is SweepStage.DONE
    (kept,) = sweeps.sweeps_of(session.vault, class_id)
    assert (kept.known, kept.asked) == (4, 4)
    assert sweep.view is not None
    assert session.undo() is Deed.KEEP_SWEEP
    assert session.undo() is Deed.REMOVE_STUDENTS


def test_whose_photo_went_is_not_asked_and_what_was_answered_stands_without_it(
    session: Session, class_id: ClassId, sweep: SweepViewModel
) -> None:
    first, coming = sweep.student, sweep.coming
    assert first is not None
    assert coming is not None
    sweep.answer(name_of(sweep))
    for who in (first, coming):
        session.do(set_photo, student_id=who.id, photo=None, crop=None)
    assert sweep.place == "2 of 4"
    while sweep.student is not None:
        assert sweep.student.photo is not None
        assert sweep.student.id != coming.id
        sweep.answer(name_of(sweep))
    (kept,) = sweeps.sweeps_of(session.vault, class_id)
    assert (kept.known, kept.asked) == (4, 4)
    photos = session.vault.rows("SELECT photo_id FROM answers WHERE student_id = ?", (first.id,))
    assert photos == [(None,)]


def test_a_sweep_goes_on_over_midnight_and_when_the_class_is_planned(
    desk: Desk, now: datetime, class_id: ClassId
) -> None:
    clock = [now.replace(hour=23, minute=58)]
    session = Session(desk, clock=lambda: clock[0])
    session.look_at_clock()
    sweep = SweepViewModel(session)
    sweep.begin()
    sweep.answer("")
    clock[0] += timedelta(minutes=5)
    session.look_at_clock()
    assert sweep.done_part == (1, 5)
    session.do(plan_first_lesson, class_id=class_id, on=date(2026, 12, 1))
    assert sweep.done_part == (1, 5)
    session.choose_class(session.do(add_class, name="Leeg", first_lesson=None))
    assert sweep.stage is SweepStage.NOTHING


def test_nothing_is_begun_or_kept_after_the_page_was_left(
    session: Session, class_id: ClassId, sweep: SweepViewModel
) -> None:
    answered_all_but_last(sweep)
    last = sweep.student
    assert last is not None
    sweep.leave()
    session.do(remove_students, class_id=class_id, student_ids=(last.id,))
    session.choose_class(session.do(add_class, name="Leeg", first_lesson=None))
    session.choose_class(class_id)
    assert sweep.stage is SweepStage.NOTHING
    assert sweeps.sweeps_of(session.vault, class_id) == ()


def test_a_result_that_was_taken_back_is_not_on_screen_and_comes_again(
    session: Session, sweep: SweepViewModel, qtbot: QtBot
) -> None:
    finish(sweep)
    with qtbot.waitSignal(sweep.changed):
        session.undo()
    assert sweep.stage is SweepStage.TAKEN_BACK
    assert sweep.view is None
    with qtbot.waitSignal(sweep.changed):
        session.redo()
    assert sweep.stage is SweepStage.DONE
    assert sweep.view is not None


def test_a_class_without_photos_has_nothing_to_go_through(session: Session) -> None:
    session.do(add_class, name="Leeg", first_lesson=None)
    view_model = SweepViewModel(session)
    view_model.begin()
    assert view_model.stage is SweepStage.NOTHING
