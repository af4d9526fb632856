"""A practice session: asking, judging, committing, going on, and taking back."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from builders import school_class, student
from klasgenoot.domain.answering import Mode, Outcome
from klasgenoot.domain.errors import DiskFull
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.domain.summary import Result
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.classes import add_class, plan_first_lesson
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.more_photos import add_photo
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.students import add_student, edit_student, remove_students, set_photo
from klasgenoot.store import memories, students
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.viewmodels.occasions import Occasion
from klasgenoot.viewmodels.practice import PracticeViewModel
from klasgenoot.viewmodels.practice_moment import Stage
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.sweep import SweepViewModel

FACE = Direction.FACE_TO_NAME


class Clock:
    """A clock that a test moves on."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_seconds(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock(now: datetime) -> Clock:
    return Clock(now)


@pytest.fixture
def session(desk: Desk, clock: Clock) -> Session:
    return Session(desk, clock=clock)


def add(session: Session, *drafts: Student, due: bool = True) -> dict[str, StudentId]:
    """A class of these students, each with a photo and, if `due`, to be repeated today."""
    class_id = session.do(add_class, name="CMV-1B", first_lesson=None)
    found = {}
    for number, draft in enumerate(drafts):
        photo = keep_photo(session.vault, StoredPhoto(b"%d" % number, b"s", 4, 5))
        who = session.do(
            add_student,
            class_id=class_id,
            draft=replace(draft, photo=photo),
            joined=date(2026, 9, 1),
        )
        found[draft.full_name] = who
        if due:
            # the later in the list, the less sure: they are asked in the order of the list
            session.do(
                answer_card,
                student_id=who,
                direction=FACE,
                outcome=Outcome(verdict=Verdict.RIGHT),
                rating=Rating.GOOD,
                at=session.now() - timedelta(days=60 - number),
            )
    return found


def five(session: Session, *, due: bool = True) -> dict[str, StudentId]:
    return add(session, *(student(number) for number in range(5)), due=due)


def begun(session: Session, *, way: Mode = Mode.TYPED) -> PracticeViewModel:
    view_model = PracticeViewModel(session)
    view_model.open(way)
    return view_model


def drawn(view_model: PracticeViewModel) -> str:
    """What is on screen, as text."""
    who = view_model.student
    answer = view_model.answer
    parts = [view_model.stage.value]
    if who is not None:
        parts.append(f"[{who.name}]")
    if answer is not None:
        parts.append(answer.verdict)
    return " ".join(parts)


def right(view_model: PracticeViewModel) -> None:
    """Answers the question on screen rightly."""
    assert view_model.student is not None
    view_model.check(view_model.student.full_name)


def finish(view_model: PracticeViewModel) -> None:
    """Goes through the cards to come and misses none."""
    while view_model.stage is not Stage.DONE:
        if view_model.stage is Stage.ASK:
            right(view_model)
        view_model.go_on()


def given(session: Session, who: StudentId) -> list[tuple[Verdict, Rating | None]]:
    """The answers kept about a student, the one that `add` gave left out."""
    kept = memories.answers_of(session.vault, who, direction=FACE)
    return [(each.verdict, each.rating) for each in kept if each.answered_at >= session.now()]


# ---- asking and judging ----


def test_a_right_name_is_kept_before_anything_else_is_shown(session: Session):
    people = five(session)
    view_model = begun(session)
    assert drawn(view_model) == "ask [Sanne]"
    view_model.check("sanne")
    assert given(session, people["Sanne Hoekstra"]) == [(Verdict.RIGHT, Rating.GOOD)]
    assert drawn(view_model) == "answered [Sanne] Right"
    view_model.go_on()
    assert drawn(view_model) == "ask [Milan]"


def test_before_the_answer_nothing_on_offer_holds_the_name(session: Session):
    five(session)
    view_model = begun(session)
    assert view_model.answer is None
    assert "Sanne" not in view_model.question.caption


def test_a_slip_counts_and_shows_which_letter_was_forgotten(session: Session):
    people = five(session)
    view_model = begun(session)
    view_model.check("sane")
    answer = view_model.answer
    assert answer is not None
    assert answer.verdict == "Almost, and that counts"
    assert answer.letters_line == "one n missing"
    assert given(session, people["Sanne Hoekstra"]) == [(Verdict.SPELLING, Rating.HARD)]


def test_a_classmates_name_shows_both_faces_and_comes_by_again(session: Session):
    people = five(session)
    view_model = begun(session)
    view_model.check("Zoe")
    answer = view_model.answer
    assert answer is not None
    assert answer.verdict == "This is Sanne. You typed Zoë."
    assert [each.name for each in answer.confused_with] == ["Zoë"]
    assert answer.comes_back == "Comes by again in a moment"
    kept = memories.answers_of(session.vault, people["Sanne Hoekstra"], direction=FACE)[-1]
    assert kept.said == people["Zoë de Wit"]
    view_model.go_on()
    assert drawn(view_model) == "ask [Milan]"


def test_a_namesake_is_told_apart_from_who_it_is(session: Session):
    two = (student(0), student(0, infix="de", family_name="Wit"))
    add(session, *two)
    view_model = begun(session)
    view_model.check("Sanne de Wit")
    answer = view_model.answer
    assert answer is not None
    assert answer.verdict == "This is Sanne H. You typed Sanne de W."
    view_model.stop()
    look_back = view_model.look_back
    assert look_back is not None
    assert [pair.names for pair in look_back.pairs] == [("Sanne H.", "Sanne de W.")]


def test_a_doubt_is_settled_by_the_teacher_and_only_then_kept(session: Session):
    people = add(session, student(given_name="Anna"), student(given_name="Sanne"))
    view_model = begun(session)
    assert drawn(view_model) == "ask [Anna]"
    view_model.check("Anne")
    assert drawn(view_model) == "doubt [Anna] You typed Anne. Does that count?"
    anna = next(who for name, who in people.items() if name.startswith("Anna"))
    assert given(session, anna) == []
    view_model.settle(right=False)
    assert drawn(view_model) == "answered [Anna] This is Anna. You typed Anne."
    assert given(session, anna) == [(Verdict.WRONG, Rating.AGAIN)]


def test_of_two_with_one_name_the_first_letter_of_the_family_name_is_asked(session: Session):
    people = add(
        session,
        student(given_name="Emma", family_name="Visser"),
        student(given_name="Emma", family_name="Bakker"),
    )
    view_model = begun(session)
    view_model.check("emma")
    assert view_model.stage is Stage.ASK
    assert view_model.question.typed == "emma"
    assert view_model.question.caption == "Which Emma? Add the first letter of the family name."
    assert given(session, people["Emma Visser"]) == []
    view_model.check("emma v")
    assert drawn(view_model) == "answered [Emma] Right"


def test_enter_on_an_empty_field_is_no_answer(session: Session):
    people = five(session)
    view_model = begun(session)
    view_model.check("  ")
    assert drawn(view_model) == "ask [Sanne]"
    assert given(session, people["Sanne Hoekstra"]) == []


def test_not_knowing_shows_the_name(session: Session):
    people = five(session)
    view_model = begun(session)
    view_model.give_up()
    assert drawn(view_model) == "answered [Sanne] This is Sanne."
    assert given(session, people["Sanne Hoekstra"]) == [(Verdict.EMPTY, Rating.AGAIN)]


def test_a_hint_gives_the_first_letter_and_costs_the_grade(session: Session):
    people = five(session)
    view_model = begun(session)
    view_model.hint()
    assert view_model.question.caption == "Starts with S"
    view_model.check("Sanne")
    assert drawn(view_model) == "answered [Sanne] Right, with a hint"
    assert given(session, people["Sanne Hoekstra"]) == [(Verdict.RIGHT, Rating.HARD)]


def test_hints_come_one_by_one_the_own_reminder_first(session: Session):
    people = five(session)
    sanne = students.student(session.vault, people["Sanne Hoekstra"])
    session.do(edit_student, changed=replace(sanne, mnemonic="sanne met de pannen"))
    view_model = begun(session)
    assert view_model.question.hint == "Hint: your mnemonic"
    view_model.hint()
    assert view_model.question.caption == "sanne met de pannen"
    assert view_model.question.hint == "Hint: first letter"
    view_model.hint()
    assert view_model.question.caption == "sanne met de pannen · Starts with S"
    assert view_model.question.hint == ""
    view_model.hint()
    view_model.check("Sanne")
    assert given(session, people["Sanne Hoekstra"]) == [(Verdict.RIGHT, Rating.HARD)]


def test_who_has_no_photo_is_practised_by_initials(session: Session):
    people = five(session)
    session.do(set_photo, student_id=people["Sanne Hoekstra"], photo=None, crop=None)
    view_model = begun(session)
    assert drawn(view_model) == "ask [Sanne]"
    assert "initials" in view_model.question.caption
    view_model.check("Sanne")
    assert given(session, people["Sanne Hoekstra"]) == [(Verdict.RIGHT, Rating.HARD)]
    view_model.choose_way(Mode.FIND_FACE)  # there is no face to be found
    assert people["Sanne Hoekstra"] not in view_model._moment.practice.faces


def test_the_harder_photo_is_kept_for_the_sweep_and_each_answer_knows_its_photo(session: Session):
    people = five(session)
    sanne = people["Sanne Hoekstra"]
    main = students.student(session.vault, sanne).photo
    other = keep_photo(session.vault, StoredPhoto(b"another day", b"s", 4, 5))
    session.do(add_photo, student_id=sanne, photo=other, crop=None, on=session.today())
    view_model = begun(session)
    assert view_model.student.photo == main  # the newest is kept back until one proves harder
    view_model.check("Sanne")
    (asked,) = session.vault.rows(
        "SELECT photo_id FROM answers WHERE student_id = ? AND photo_id IS NOT NULL", (sanne,)
    )
    assert asked == (main,)
    sweep = SweepViewModel(session)
    sweep.begin()
    while sweep.student.id != sanne:
        sweep.answer("")
    assert sweep.student.photo == other


def test_a_name_is_judged_among_the_class_it_is_met_in(session: Session, desk: Desk):
    """Two classes are practised together, and there is a Milan in each."""
    people = five(session)
    first = session.today() + timedelta(days=4)
    for each in session.classes:
        session.do(plan_first_lesson, class_id=each.id, on=first)
    mine = session.current_class
    assert mine is not None
    other, ids = school_class(desk, name="CMV-1C")
    session.do(plan_first_lesson, class_id=other, on=first)
    photo = keep_photo(session.vault, StoredPhoto(b"other", b"s", 4, 5))
    for who in ids:
        session.do(set_photo, student_id=who, photo=photo, crop=None)
    session.choose_class(mine.id)
    session.set(practice_minutes=60)
    view_model = begun(session)
    seen = {}
    while view_model.stage is not Stage.DONE:
        if view_model.stage is Stage.ASK:
            seen[view_model.student.id] = view_model.question.class_name
            view_model.check(view_model.student.name)
            assert view_model.stage is Stage.ANSWERED  # nobody asks which Milan
        view_model.go_on()
    assert {seen[who] for who in people.values() if who in seen} == {mine.name}
    assert {seen[who] for who in ids if who in seen} == {"CMV-1C"}


def test_the_answer_says_when_the_face_comes_back(session: Session):
    five(session)
    view_model = begun(session)
    view_model.check("Sanne")
    answer = view_model.answer
    assert answer is not None
    assert answer.comes_back.startswith("Comes back in ")


def test_another_name_on_the_class_list_is_shown_with_the_call_name(session: Session):
    add(session, student(given_name="Johannes", call_name="Hans", family_name="Bos"))
    view_model = begun(session)
    view_model.check("hans")
    assert view_model.answer is not None
    assert view_model.answer.on_list == "Johannes Bos"


# ---- second thoughts ----


def test_a_guess_counts_less_and_comes_back_sooner(session: Session):
    people = five(session)
    view_model = begun(session)
    view_model.check("Sanne")
    assert view_model.answer is not None
    assert view_model.answer.can_guess
    view_model.guess()
    assert drawn(view_model) == "answered [Sanne] Right, with a guess"
    assert not view_model.answer.can_guess
    assert given(session, people["Sanne Hoekstra"]) == [(Verdict.RIGHT, Rating.HARD)]


def test_a_wrong_answer_can_be_right_after_all_and_wrong_again(session: Session):
    people = five(session)
    sanne = people["Sanne Hoekstra"]
    view_model = begun(session)
    view_model.check("Zoe")
    view_model.overrule()
    assert drawn(view_model) == "answered [Sanne] Right"
    assert given(session, sanne) == [(Verdict.RIGHT, Rating.GOOD)]
    view_model.overrule()
    assert given(session, sanne) == [(Verdict.MIXED_UP, Rating.AGAIN)]
    view_model.overrule()
    view_model.go_on()
    assert drawn(view_model) == "ask [Milan]"
    for _ in range(4):
        right(view_model)
        view_model.go_on()
    assert view_model.stage is Stage.DONE  # Sanne did not come by again


def test_undo_takes_an_answer_back_and_asks_again(session: Session):
    people = five(session)
    view_model = begun(session)
    right(view_model)
    view_model.go_on()
    view_model.check("nobody")
    session.undo()
    assert drawn(view_model) == "ask [Milan]"
    session.undo()
    assert drawn(view_model) == "ask [Sanne]"
    assert given(session, people["Sanne Hoekstra"]) == []
    session.redo()
    assert drawn(view_model) == "ask [Milan]"
    session.redo()
    assert drawn(view_model) == "answered [Milan] This is Milan. You typed nobody."


def test_undo_of_a_guess_goes_back_to_the_answer_and_then_to_the_question(session: Session):
    people = five(session)
    view_model = begun(session)
    view_model.check("Sanne")
    view_model.guess()
    session.undo()
    assert drawn(view_model) == "answered [Sanne] Right"
    assert given(session, people["Sanne Hoekstra"]) == [(Verdict.RIGHT, Rating.GOOD)]
    session.undo()
    assert drawn(view_model) == "ask [Sanne]"


def test_undo_goes_back_from_the_look_back_to_the_last_question(session: Session):
    add(session, student(0), student(1))
    view_model = begun(session)
    for _ in range(2):
        right(view_model)
        view_model.go_on()
    assert view_model.stage is Stage.DONE
    session.undo()
    assert drawn(view_model) == "ask [Milan]"


def test_another_deed_that_is_undone_leaves_the_card_alone(session: Session):
    five(session)
    view_model = begun(session)
    right(view_model)
    view_model.go_on()
    session.do(plan_first_lesson, class_id=session.classes[0].id, on=session.today())
    session.undo()
    assert drawn(view_model) == "ask [Milan]"
    session.undo()
    assert drawn(view_model) == "ask [Sanne]"


# ---- new faces ----


def test_new_faces_are_all_shown_before_they_are_asked(session: Session):
    five(session, due=False)
    view_model = begun(session)
    seen = []
    while view_model.stage is Stage.STUDY:
        seen.append(drawn(view_model))
        view_model.go_on()
    assert seen == [
        f"study [{name}] Remember this name" for name in ("Noor", "Milan", "Sanne", "Łukasz", "Zoë")
    ]
    assert view_model.stage is Stage.ASK


def test_a_new_face_is_rated_when_it_is_first_recalled(session: Session):
    people = add(session, student(0), due=False)
    view_model = begun(session)
    view_model.go_on()
    view_model.give_up()
    view_model.go_on()
    assert drawn(view_model) == "ask [Sanne]"
    right(view_model)
    assert given(session, people["Sanne Hoekstra"]) == [
        (Verdict.EMPTY, None),
        (Verdict.RIGHT, Rating.HARD),
    ]
    assert view_model.answer is not None
    assert view_model.answer.comes_back == "Comes back tomorrow"


def test_progress_counts_faces_and_then_those_that_are_known(session: Session):
    five(session, due=False)
    view_model = begun(session)
    places = []
    while view_model.stage is not Stage.DONE:
        places.append(view_model.place)
        if view_model.stage is Stage.ASK:
            right(view_model)
        view_model.go_on()
    assert places == [
        *("1 of 5", "2 of 5", "3 of 5", "4 of 5", "5 of 5"),
        *("0 of 5 known", "1 of 5 known", "2 of 5 known", "3 of 5 known", "4 of 5 known"),
    ]


# ---- judging oneself ----


def test_judging_oneself_shows_the_name_and_goes_on_at_once(session: Session):
    people = five(session)
    view_model = begun(session, way=Mode.SELF_GRADED)
    view_model.grade(Rating.GOOD)
    assert drawn(view_model) == "ask [Sanne]"  # the name has not been looked at
    view_model.reveal()
    assert drawn(view_model) == "revealed [Sanne] How well did you know it?"
    view_model.grade(Rating.EASY)
    assert drawn(view_model) == "ask [Milan]"
    assert given(session, people["Sanne Hoekstra"]) == [(Verdict.RIGHT, Rating.EASY)]


def test_a_miss_in_judging_oneself_is_not_shown_twice(session: Session):
    add(session, student(0), student(1))
    view_model = begun(session, way=Mode.SELF_GRADED)
    view_model.reveal()
    view_model.grade(Rating.AGAIN)
    assert drawn(view_model) == "ask [Milan]"
    view_model.reveal()
    view_model.grade(Rating.GOOD)
    assert drawn(view_model) == "ask [Sanne]"


def test_the_way_may_change_while_a_face_is_on_screen(session: Session):
    five(session)
    view_model = begun(session, way=Mode.SELF_GRADED)
    view_model.reveal()
    view_model.choose_way(Mode.TYPED)
    assert drawn(view_model) == "ask [Sanne]"
    right(view_model)
    assert view_model.stage is Stage.ANSWERED


# ---- the end ----


def test_the_look_back_counts_faces_minutes_and_mix_ups(session: Session, clock: Clock):
    five(session)
    view_model = begun(session)
    for typed in ("Zoe", "", "Noor", "Lukasz", "Zoe", "Sanne", "Milan"):
        clock.pass_seconds(20)
        if typed:
            view_model.check(typed)
        else:
            view_model.give_up()
        view_model.go_on()
    look_back = view_model.look_back
    assert look_back is not None
    assert look_back.title == "Done for today"
    assert look_back.sentence == (
        "5 face(s) in 2 minute(s). You knew 3 at once, 2 need(s) another look."
    )
    assert [(who.name, result) for who, result in look_back.results] == [
        ("Noor", Result.KNEW),
        ("Łukasz", Result.KNEW),
        ("Zoë", Result.KNEW),
        ("Sanne", Result.AGAIN),
        ("Milan", Result.AGAIN),
    ]
    assert [(pair.student.name, pair.said.name) for pair in look_back.pairs] == [("Sanne", "Zoë")]
    assert {who.name for who in look_back.tomorrow} == {"Sanne", "Milan"}
    assert look_back.more == ""


def test_who_walks_away_is_not_practising(session: Session, clock: Clock):
    add(session, student(0))
    view_model = begun(session)
    clock.pass_seconds(3600)
    right(view_model)
    view_model.go_on()
    look_back = view_model.look_back
    assert look_back is not None
    assert look_back.sentence.startswith("1 face(s) in 1 minute(s).")


def test_stopping_looks_back_on_what_was_done(session: Session):
    five(session)
    view_model = begun(session)
    right(view_model)
    assert view_model.stop()
    look_back = view_model.look_back
    assert look_back is not None
    assert look_back.title == "Paused"
    assert "4 face(s) wait for the next time." in look_back.sentence
    assert look_back.more == "Go on"


def test_stopping_before_the_first_answer_leaves_nothing_to_look_back_on(session: Session):
    five(session)
    view_model = begun(session)
    assert not view_model.stop()
    assert view_model.look_back is None


def test_who_stops_and_goes_on_is_where_they_were(session: Session):
    five(session, due=False)
    view_model = begun(session)
    while view_model.stage is Stage.STUDY:
        view_model.go_on()
    right(view_model)
    view_model.go_on()
    asked_next, place = drawn(view_model), view_model.place
    for go_on in (
        view_model.more,
        view_model.open,
        lambda: view_model.open(occasion=Occasion.ANYWAY),
    ):
        view_model.stop()
        go_on()
        assert (drawn(view_model), view_model.place) == (asked_next, place)
    assert len(view_model.segments) == 5


def test_faces_that_were_shown_are_not_shown_again_after_a_stop(session: Session):
    five(session, due=False)
    view_model = begun(session)
    view_model.go_on()
    view_model.go_on()
    shown_next = drawn(view_model)
    view_model.stop()
    view_model.open()
    assert (drawn(view_model), view_model.place) == (shown_next, "3 of 5")


def test_a_miss_still_comes_by_again_after_a_stop(session: Session):
    five(session)
    view_model = begun(session)
    view_model.give_up()
    view_model.stop()
    view_model.open()
    assert drawn(view_model).startswith("study [Sanne]")
    finish(view_model)
    assert view_model.look_back is not None
    assert view_model.look_back.sentence.startswith("5 face(s)")


def test_an_answer_can_be_taken_back_after_a_stop(session: Session):
    five(session)
    view_model = begun(session)
    right(view_model)
    view_model.stop()
    view_model.open()
    session.undo()
    assert drawn(view_model) == "ask [Sanne]"


def test_a_few_more_faces_are_offered_and_practised(session: Session):
    drafts = [student(given_name=f"Nr{number}", family_name="") for number in range(14)]
    add(session, *drafts, due=False)
    view_model = begun(session)
    finish(view_model)
    assert view_model.look_back is not None
    assert view_model.look_back.more == "2 more face(s)"
    view_model.more()
    assert view_model.place == "1 of 2"


@pytest.mark.parametrize("due", [True, False])
def test_a_short_session_has_five_faces(session: Session, *, due: bool):
    drafts = [student(given_name=f"Nr{number}", family_name="") for number in range(7)]
    add(session, *drafts, due=due)
    view_model = PracticeViewModel(session)
    view_model.open(occasion=Occasion.FEW)
    assert view_model.place == "1 of 5"
    if due:
        right(view_model)
    view_model.go_on()
    view_model.open(occasion=Occasion.FEW)
    assert view_model.place == "2 of 5"


def test_nobody_due_shows_nothing_and_may_be_practised_anyway(session: Session):
    people = five(session)
    for who in people.values():
        session.do(
            answer_card,
            student_id=who,
            direction=FACE,
            outcome=Outcome(verdict=Verdict.RIGHT),
            rating=Rating.EASY,
            at=session.now(),
        )
    view_model = begun(session)
    assert view_model.stage is Stage.NOTHING
    assert view_model.offer is not None
    assert view_model.offer.anyway
    view_model.open(occasion=Occasion.ANYWAY)
    assert view_model.stage is Stage.ASK


def test_a_class_without_photos_cannot_be_practised(session: Session, desk: Desk):
    school_class(desk)
    view_model = begun(session)
    assert view_model.stage is Stage.NOTHING
    assert view_model.offer is None


# ---- what happens meanwhile ----


def test_a_session_that_was_left_goes_on_where_it_was(session: Session):
    five(session)
    view_model = begun(session)
    right(view_model)
    view_model.go_on()
    view_model.open()
    assert drawn(view_model) == "ask [Milan]"
    assert view_model.place == "2 of 5"


def test_the_next_day_a_new_session_begins(session: Session, clock: Clock):
    five(session)
    view_model = begun(session)
    right(view_model)
    view_model.go_on()
    clock.pass_seconds(86_400)
    view_model.open()
    assert view_model.place == "1 of 4"


def test_what_was_stopped_yesterday_is_begun_anew(session: Session, clock: Clock):
    five(session)
    view_model = begun(session)
    right(view_model)
    view_model.stop()
    clock.pass_seconds(86_400)
    view_model.more()
    assert view_model.place == "1 of 4"


def test_who_is_removed_meanwhile_is_not_asked(session: Session):
    people = five(session)
    view_model = begun(session)
    class_id = session.classes[0].id
    session.do(
        remove_students,
        class_id=class_id,
        student_ids=[people["Sanne Hoekstra"], people["Noor Aydın"]],
    )
    assert drawn(view_model) == "ask [Milan]"
    assert view_model.place == "1 of 3"
    assert view_model.coming is not None
    assert view_model.coming.name == "Łukasz"


def test_whose_photo_cannot_be_shown_is_left_out(session: Session):
    people = five(session)
    view_model = begun(session)
    view_model.leave_out(people["Milan van der Berg"])
    assert drawn(view_model) == "ask [Sanne]"
    view_model.leave_out(people["Sanne Hoekstra"])
    assert drawn(view_model) == "ask [Noor]"
    assert view_model.trouble == (
        "The photo of Sanne Hoekstra cannot be read, so this face is skipped."
    )


def test_another_class_ends_the_session_of_this_one(session: Session, desk: Desk):
    five(session)
    view_model = begun(session)
    right(view_model)
    other, _ = school_class(desk, name="CMV-1C")
    session.choose_class(other)
    assert view_model.stage is Stage.NOTHING


def test_a_full_disk_says_so_and_keeps_the_card(session: Session, monkeypatch: pytest.MonkeyPatch):
    five(session)
    view_model = begun(session)

    def fail(*_: object, **__: object) -> None:
        raise DiskFull(session.vault.path)

    monkeypatch.setattr(session, "do", fail)
    right(view_model)
    assert drawn(view_model) == "ask [Sanne]"
    assert view_model.trouble.startswith("The disk is full")
    monkeypatch.undo()
    right(view_model)
    assert view_model.trouble == ""
    assert view_model.stage is Stage.ANSWERED


def test_warming_up_changes_nothing(session: Session):
    five(session)
    view_model = begun(session)
    before = session.vault.connection.total_changes
    view_model.warm_up()
    assert session.vault.connection.total_changes == before
    assert len(students.all_students(session.vault)) == 5
