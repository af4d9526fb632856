"""The monthly round goes on where it was left, and ends with names."""

import pytest

from builders import TODAY, school_class, student
from klasgenoot.domain.month_round import Footing, WouldCome
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.settings import Role
from klasgenoot.operations.month_round import answer_month
from klasgenoot.operations.rights import restrict
from klasgenoot.operations.students import add_student
from klasgenoot.store import month_answers
from klasgenoot.viewmodels.month_round import MonthRoundViewModel
from klasgenoot.viewmodels.session import Session


@pytest.fixture
def ids(session: Session) -> list[StudentId]:
    return school_class(session.desk)[1]


@pytest.fixture
def shown(session: Session, ids: list[StudentId]) -> MonthRoundViewModel:
    made = MonthRoundViewModel(session)
    made.open()
    return made


def said(session: Session) -> dict[StudentId, tuple[WouldCome, Footing | None]]:
    known = session.current_class
    assert known is not None
    answers = month_answers.month_answers_in(session.vault, known.id)
    return {each.student_id: (each.would_come, each.footing) for each in answers}


def test_each_answer_goes_on_to_the_next_and_the_end_says_names(
    session: Session, shown: MonthRoundViewModel
) -> None:
    assert (shown.place, shown.done_part) == ("1 of 5", (0, 5))
    names = []
    for answer in (WouldCome.NO, WouldCome.YES, WouldCome.MAYBE, WouldCome.NO, WouldCome.YES):
        assert shown.student is not None
        names.append(shown.student.name)
        shown.answer(answer)
    assert shown.student is None
    assert [each.name for each in shown.not_coming] == [names[0], names[3]]
    assert f"{names[0]} and {names[3]}" in shown.summary
    assert not any(sign.isdigit() for sign in shown.summary)


def test_two_of_one_first_name_are_told_apart(session: Session) -> None:
    class_id, _ = school_class(session.desk, size=0)
    for family_name in ("Landsman", "Stanton"):
        draft = student(given_name="Greg", infix="", family_name=family_name)
        session.do(add_student, class_id=class_id, draft=draft, joined=TODAY)
    shown = MonthRoundViewModel(session)
    shown.open()
    assert "Greg L." in shown.question
    shown.answer(WouldCome.NO)
    shown.answer(WouldCome.NO)
    assert "Greg L. and Greg S." in shown.summary


def test_it_goes_on_where_it_was_left_this_month(
    session: Session, shown: MonthRoundViewModel
) -> None:
    first = shown.student
    shown.answer(WouldCome.YES)
    shown.open()
    assert shown.place == "2 of 5"
    shown.go(-1)
    assert shown.student == first
    assert shown.before == "October 2026: would come to you"
    session.undo()
    assert shown.before == ""


def test_undo_goes_back_to_who_it_was_about(session: Session, shown: MonthRoundViewModel) -> None:
    shown.answer(WouldCome.YES)
    second = shown.student
    shown.answer(WouldCome.NO)
    session.undo()
    assert shown.student == second
    assert shown.done_part == (1, 5)


def test_what_the_bond_asks_for_goes_with_the_answer_and_can_be_taken_back(
    session: Session, shown: MonthRoundViewModel
) -> None:
    who = shown.student
    assert who is not None
    shown.choose_footing(Footing.MENDING)
    shown.answer(WouldCome.NO)
    assert said(session) == {who.id: (WouldCome.NO, Footing.MENDING)}
    shown.go(-1)
    shown.choose_footing(Footing.MENDING)
    assert said(session) == {who.id: (WouldCome.NO, None)}


def test_an_answer_of_an_earlier_month_is_shown_and_asked_anew(
    session: Session, ids: list[StudentId], shown: MonthRoundViewModel
) -> None:
    who = shown.student
    assert who is not None
    earlier = TODAY.replace(month=9)
    session.do(answer_month, student_id=who.id, would_come=WouldCome.MAYBE, on=earlier)
    shown.open()
    assert shown.place == "1 of 5"
    assert shown.before == "September 2026: might come to you"
    assert shown.said is None


def test_who_is_restricted_is_not_asked_about_and_a_subject_teacher_has_fewer_fields(
    session: Session, ids: list[StudentId], shown: MonthRoundViewModel
) -> None:
    session.do(restrict, student_id=ids[0], on=TODAY)
    assert shown.done_part == (0, 4)
    assert shown.asks_footing
    shown.choose_footing(Footing.MENDING)
    session.set(role=Role.SUBJECT_TEACHER)
    assert not shown.asks_footing
    who = shown.student
    assert who is not None
    shown.answer(WouldCome.YES)
    assert said(session) == {who.id: (WouldCome.YES, None)}
