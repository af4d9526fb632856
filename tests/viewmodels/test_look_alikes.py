"""Telling two apart on screen: each answer is kept first, undo shows the question again."""

from datetime import date, datetime, timedelta
from pathlib import PurePath

import pytest

from builders import student
from klasgenoot.domain.answering import Mode, Outcome
from klasgenoot.domain.errors import DiskFull
from klasgenoot.domain.look_alikes import IN_A_ROW
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.people import ClassId, Student, StudentId
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.more_photos import add_photo, remove_photo
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.students import add_student, remove_students, set_photo
from klasgenoot.store import drills, memories
from klasgenoot.store.more_photos import more_photos_of
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.store.students import all_students
from klasgenoot.viewmodels.look_alikes import DrillStage, LookAlikesViewModel
from klasgenoot.viewmodels.session import Session

FACE = Direction.FACE_TO_NAME


@pytest.fixture
def class_id(session: Session) -> ClassId:
    return session.do(add_class, name="CMV-1B", first_lesson=None)


@pytest.fixture
def people(session: Session, class_id: ClassId) -> list[StudentId]:
    """Five students with a photo; the names of the first three are learned."""
    found = []
    for number in range(5):
        photo = keep_photo(session.vault, StoredPhoto(b"%d" % number, b"s", 4, 5))
        draft = student(number, photo=photo)
        found.append(
            session.do(add_student, class_id=class_id, draft=draft, joined=date(2026, 9, 1))
        )
    for who in found[:3]:
        learn(session, who)
    return found


def learn(session: Session, who: StudentId) -> None:
    session.do(
        answer_card,
        student_id=who,
        direction=FACE,
        outcome=Outcome(verdict=Verdict.RIGHT),
        rating=Rating.HARD,
        at=session.now(),
    )


@pytest.fixture
def drill(session: Session, people: list[StudentId]) -> LookAlikesViewModel:
    view_model = LookAlikesViewModel(session)
    view_model.open(people[0], people[1])
    return view_model


def choose(drill: LookAlikesViewModel, *, right: bool) -> None:
    """Chooses a name; after a miss both are looked at, and it goes on."""
    if drill.stage is DrillStage.LOOK:
        drill.go_on()
    assert drill.student is not None
    asked = drill.student.id
    drill.choose(next(n.student.id for n in drill.names if (n.student.id == asked) is right))


def kept(session: Session, who: StudentId) -> list[Mode]:
    answers = memories.answers_of(session.vault, who, direction=FACE)
    return [answer.mode for answer in answers if answer.mode is Mode.LOOK_ALIKES]


def all_kept(session: Session, people: list[StudentId]) -> int:
    return sum(len(kept(session, who)) for who in people)


def test_it_begins_with_both_faces_and_their_names(drill: LookAlikesViewModel) -> None:
    assert drill.stage is DrillStage.LOOK
    assert [named.name for named in drill.both] == ["Sanne", "Milan"]
    assert drill.title == "Where is the difference?"
    assert drill.student is None
    drill.go_on()
    assert drill.stage is DrillStage.ASK
    assert drill.student in {named.student for named in drill.both}
    assert {named.name for named in drill.names} == {"Sanne", "Milan"}


def test_six_right_in_a_row_end_it_and_each_was_kept_before_the_next(
    session: Session, class_id: ClassId, people: list[StudentId], drill: LookAlikesViewModel
) -> None:
    for count in range(1, IN_A_ROW + 1):
        choose(drill, right=True)
        assert all_kept(session, people) == count
        assert drill.done_part == (count, IN_A_ROW)
    assert drill.stage is DrillStage.DONE
    assert drill.caption == "Six right in a row. What you mixed up before no longer counts."
    assert len(drills.drills_of(session.vault, class_id)) == 1


def test_after_a_miss_both_are_shown_and_the_six_begin_again(
    session: Session, people: list[StudentId], drill: LookAlikesViewModel
) -> None:
    choose(drill, right=True)
    choose(drill, right=False)
    assert drill.stage is DrillStage.LOOK
    assert drill.asked in people
    assert drill.title.startswith("This is ")
    assert drill.done_part == (0, IN_A_ROW)
    for _ in range(IN_A_ROW):
        choose(drill, right=True)
    assert drill.stage is DrillStage.DONE
    assert drill.caption.startswith("Six right in a row, after 1 miss")
    assert all_kept(session, people) == IN_A_ROW + 2


def test_a_shortened_family_name_brings_no_second_full_stop(
    session: Session, class_id: ClassId, people: list[StudentId]
) -> None:
    double = student(0, given_name="Milan", family_name="Vos")
    session.do(add_student, class_id=class_id, draft=double, joined=date(2026, 9, 1))
    drill = LookAlikesViewModel(session)
    drill.open(people[0], people[1])
    choose(drill, right=False)
    assert "Milan" in drill.title
    assert ".." not in drill.title


def test_undo_shows_the_question_again_and_redo_what_came_after_it(
    session: Session, class_id: ClassId, people: list[StudentId], drill: LookAlikesViewModel
) -> None:
    drill.go_on()
    asked, names = drill.student, drill.names
    choose(drill, right=False)
    session.undo()
    assert (drill.stage, drill.student, drill.names) == (DrillStage.ASK, asked, names)
    assert all_kept(session, people) == 0
    session.redo()
    assert drill.stage is DrillStage.LOOK
    session.undo()
    for _ in range(IN_A_ROW):
        choose(drill, right=True)
    session.undo()
    assert drill.done_part == (IN_A_ROW - 1, IN_A_ROW)
    assert drills.drills_of(session.vault, class_id) == ()
    session.redo()
    assert drill.stage is DrillStage.DONE


def test_undo_beyond_this_drill_and_redo_show_no_answer_that_is_not_there(
    session: Session, people: list[StudentId], drill: LookAlikesViewModel
) -> None:
    choose(drill, right=True)
    drill.open(people[0], people[2])
    choose(drill, right=True)
    assert drill.done_part == (1, IN_A_ROW)
    session.undo()
    session.undo()  # the answer of the drill before
    assert all_kept(session, people) == 0
    session.redo()
    assert (all_kept(session, people), drill.done_part) == (1, (0, IN_A_ROW))
    session.redo()
    assert (all_kept(session, people), drill.done_part) == (2, (1, IN_A_ROW))
    session.undo()
    session.undo()
    choose(drill, right=True)
    session.undo()
    session.redo()
    assert (all_kept(session, people), drill.done_part) == (1, (1, IN_A_ROW))


def test_the_photo_that_is_kept_back_for_sweeps_is_not_shown(
    session: Session, people: list[StudentId]
) -> None:
    kept_back = {}
    for who in people[:2]:
        practised = all_students_by_id(session)[who].photo
        other = keep_photo(session.vault, StoredPhoto(b"other %d" % who, b"s", 4, 5))
        session.do(add_photo, student_id=who, photo=other, crop=None, on=date(2026, 10, 1))
        # the main one is harder to name from now on, and so it is kept back
        for photo, verdict in ((practised, Verdict.WRONG), (other, Verdict.RIGHT)):
            outcome = Outcome(verdict=verdict, photo=photo)
            session.do(
                answer_card,
                student_id=who,
                direction=FACE,
                outcome=outcome,
                rating=Rating.HARD,
                at=session.now(),
            )
        kept_back[who] = practised
    drill = LookAlikesViewModel(session)
    drill.open(people[0], people[1])
    assert all(named.student.photo != kept_back[named.student.id] for named in drill.both)
    drill.go_on()
    assert drill.student is not None
    shown, asked = drill.student.photo, drill.student.id
    assert shown not in {None, kept_back[asked]}
    assert all(named.student.photo != kept_back[named.student.id] for named in drill.names)
    drill.choose(asked)
    told = session.vault.row(
        "SELECT photo_id FROM answers WHERE mode = ?", (Mode.LOOK_ALIKES.value,)
    )
    assert told == (shown,)
    session.do(set_photo, student_id=asked, photo=None, crop=None)
    (more,) = more_photos_of(session.vault, asked)
    session.do(remove_photo, more_photo_id=more.id)
    assert drill.stage is DrillStage.NO_PHOTO


def all_students_by_id(session: Session) -> dict[StudentId, Student]:
    return {known.id: known for known in all_students(session.vault)}


def test_undoing_something_else_leaves_the_drill_as_it_is(
    session: Session, drill: LookAlikesViewModel, people: list[StudentId]
) -> None:
    drill.go_on()
    choose(drill, right=True)
    learn(session, people[2])
    session.undo()
    assert drill.done_part == (1, IN_A_ROW)


def test_leaving_loses_no_answer_and_coming_back_goes_on(
    session: Session, people: list[StudentId], drill: LookAlikesViewModel
) -> None:
    choose(drill, right=True)
    choose(drill, right=True)
    drill.open(people[1], people[0])
    assert drill.done_part == (2, IN_A_ROW)
    drill.open(people[0], people[2])
    assert drill.done_part == (0, IN_A_ROW)
    assert drill.stage is DrillStage.LOOK
    assert all_kept(session, people) == 2


def test_on_another_day_it_begins_anew(desk: Desk, now: datetime, people: list[StudentId]) -> None:
    clock = [now]
    session = Session(desk, clock=lambda: clock[0])
    drill = LookAlikesViewModel(session)
    drill.open(people[0], people[1])
    choose(drill, right=True)
    clock[0] = now + timedelta(days=1)
    drill.open(people[0], people[1])
    assert drill.done_part == (0, IN_A_ROW)
    assert drill.stage is DrillStage.LOOK


def test_only_once_both_names_were_recalled(session: Session, people: list[StudentId]) -> None:
    drill = LookAlikesViewModel(session)
    drill.open(people[0], people[3])
    assert drill.stage is DrillStage.NOT_YET
    drill.go_on()
    assert drill.student is None
    learn(session, people[3])
    assert drill.stage is DrillStage.LOOK


def test_without_a_photo_of_both_there_is_nothing_to_compare(
    session: Session, people: list[StudentId], drill: LookAlikesViewModel
) -> None:
    drill.go_on()
    session.do(set_photo, student_id=people[1], photo=None, crop=None)
    assert drill.stage is DrillStage.NO_PHOTO
    assert drill.title == "There is no photo of Milan to show."
    session.undo()
    assert drill.stage is DrillStage.ASK
    drill.cannot_show()
    assert drill.stage is DrillStage.NO_PHOTO
    assert "Sanne and Milan" in drill.title


def test_who_is_removed_meanwhile_ends_it_until_they_are_back(
    session: Session, class_id: ClassId, people: list[StudentId], drill: LookAlikesViewModel
) -> None:
    drill.go_on()
    session.do(remove_students, class_id=class_id, student_ids=[people[0]])
    assert drill.stage is DrillStage.GONE
    assert (drill.student, drill.names, drill.both) == (None, (), ())
    drill.choose(people[1])
    assert all_kept(session, people) == 0
    session.undo()
    assert drill.stage is DrillStage.ASK


@pytest.mark.parametrize("pair", [(None, None), (1, None), (1, 1)])
def test_a_pair_that_is_none_shows_that_nobody_is_there(
    session: Session, people: list[StudentId], pair: tuple[StudentId | None, StudentId | None]
) -> None:
    drill = LookAlikesViewModel(session)
    drill.open(*pair)
    assert drill.stage is DrillStage.GONE


def test_an_answer_that_cannot_be_kept_is_asked_again(
    session: Session,
    people: list[StudentId],
    drill: LookAlikesViewModel,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drill.go_on()
    asked = drill.student

    def fails(*_args: object, **_values: object) -> None:
        raise DiskFull(PurePath("test"))

    monkeypatch.setattr(memories, "add_answer", fails)
    choose(drill, right=True)
    assert drill.trouble
    assert (drill.student, drill.done_part) == (asked, (0, IN_A_ROW))
    monkeypatch.undo()
    choose(drill, right=True)
    assert not drill.trouble
    assert drill.done_part == (1, IN_A_ROW)


def test_another_name_than_these_two_is_no_answer(
    session: Session, people: list[StudentId], drill: LookAlikesViewModel
) -> None:
    drill.go_on()
    drill.choose(people[4])
    assert all_kept(session, people) == 0


def test_once_more_begins_with_both_faces(drill: LookAlikesViewModel) -> None:
    for _ in range(IN_A_ROW):
        choose(drill, right=True)
    drill.again()
    assert (drill.stage, drill.done_part) == (DrillStage.LOOK, (0, IN_A_ROW))
