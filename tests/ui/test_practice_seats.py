"""Practising seats with real key presses."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from builders import student
from klasgenoot.domain.answering import Mode
from klasgenoot.domain.seating import Room, Seating
from klasgenoot.exchange.photos import read_photo
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.seating import make_seating_plan, seat_students
from klasgenoot.operations.students import add_student
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.practice.page import PracticePage
from klasgenoot.ui.pages.practice.room import PracticeRoom
from klasgenoot.viewmodels.practice import PracticeViewModel
from klasgenoot.viewmodels.practice_moment import Stage
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target
from made_files import jpeg

ROOM = Room(rows=2, columns=4, aisles=(2,))


@pytest.fixture
def practice(session: Session) -> PracticeViewModel:
    """Five students on the first seats of a room."""
    class_id = session.do(add_class, name="CMV-1B", first_lesson=None)
    ids = []
    for number in range(5):
        picture = read_photo(jpeg(120 + number, 150), source="")
        stored = StoredPhoto(picture.large, picture.small, picture.width, picture.height)
        draft = student(number, photo=keep_photo(session.vault, stored))
        joined = date(2026, 9, 1)
        ids.append(session.do(add_student, class_id=class_id, draft=draft, joined=joined))
    session.do(make_seating_plan, class_id=class_id, room=ROOM)
    session.do(seat_students, class_id=class_id, seats=Seating(room=ROOM).filled(ids).seats)
    return PracticeViewModel(session)


@pytest.fixture
def page(look: Look, practice: PracticeViewModel, qtbot: QtBot) -> Iterator[PracticePage]:
    shown = PracticePage(look, practice)
    window = QWidget()
    QVBoxLayout(window).addWidget(shown)
    window.resize(1200, 800)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield shown
    shown.close_work()
    window.close()


def press(*keys: Qt.Key) -> None:
    for key in keys:
        there = QApplication.focusWidget()
        assert there is not None
        QTest.keyClick(there, key)


def test_names_are_typed_at_their_seats_with_the_keys_alone(
    page: PracticePage, practice: PracticeViewModel
) -> None:
    page.arrive(Target(PageId.PRACTICE, way=Mode.NAME_SEAT))
    shown = [each for each in page.findChildren(PracticeRoom) if each.isVisible()]
    assert len(shown) == 1
    while practice.stage is Stage.STUDY:
        press(Qt.Key.Key_Return)
    for _ in range(5):
        assert practice.student is not None
        field = QApplication.focusWidget()
        assert field is not None
        field.insert(practice.student.name)
        press(Qt.Key.Key_Return)
        assert practice.stage is Stage.ANSWERED
        press(Qt.Key.Key_Return)
    assert practice.stage is Stage.DONE


def test_seats_are_found_with_arrows_and_with_a_click(
    page: PracticePage, practice: PracticeViewModel
) -> None:
    page.arrive(Target(PageId.PRACTICE, way=Mode.FIND_SEAT))
    while practice.stage is Stage.STUDY:
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)  # one too many chooses nothing
    assert practice.stage is Stage.ASK
    room = next(
        each
        for each in page.findChildren(PracticeRoom)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    )
    press(Qt.Key.Key_Right)
    assert room.hasFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    assert practice.stage is Stage.ANSWERED
    assert practice.answer is not None
    assert practice.answer.verdict.endswith("You chose an empty seat.")
    press(Qt.Key.Key_Return)
    assert practice.student is not None
    assert practice.question is not None
    assert practice.question.room is not None
    people = practice.question.room.people
    seat = next(each for each in people if people[each] == practice.student)
    QTest.mouseClick(room, Qt.MouseButton.LeftButton, pos=room.box(seat).center())
    assert practice.answer is not None
    assert practice.answer.verdict == "Right"


def test_after_a_miss_the_seats_of_both_stand_out(
    page: PracticePage, practice: PracticeViewModel
) -> None:
    page.arrive(Target(PageId.PRACTICE, way=Mode.FIND_SEAT))
    while practice.stage is Stage.STUDY:
        press(Qt.Key.Key_Return)
    question = practice.question
    assert question is not None
    assert question.room is not None
    other = next(who for who in question.room.people.values() if who != question.student)
    seat = next(each for each, who in question.room.people.items() if who == other)
    practice.choose_seat(seat)
    (room,) = [each for each in page.findChildren(PracticeRoom) if each.isVisible()]
    people = question.room.people
    clear = {people[each] for each, shown in room._seats.items() if not shown.faded}
    assert clear == {question.student, other}


def test_two_figures_choose_a_seat_by_its_row_and_its_place_in_the_row(
    page: PracticePage, practice: PracticeViewModel
) -> None:
    page.arrive(Target(PageId.PRACTICE, way=Mode.FIND_SEAT))
    while practice.stage is Stage.STUDY:
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_9, Qt.Key.Key_2, Qt.Key.Key_8)  # there is no row 9, and row 2 has no seat 8
    assert practice.stage is Stage.ASK
    press(Qt.Key.Key_Up, Qt.Key.Key_2, Qt.Key.Key_4)  # in another row one begins anew
    assert practice.answer is not None
    assert practice.answer.verdict.endswith("You chose an empty seat.")
    press(Qt.Key.Key_Return)
    assert practice.question is not None
    assert practice.question.room is not None
    people = practice.question.room.people
    seat = next(each for each in people if people[each] == practice.student)
    press(Qt.Key(Qt.Key.Key_1 + seat.row), Qt.Key(Qt.Key.Key_1 + seat.column))
    assert practice.answer is not None
    assert practice.answer.verdict == "Right"
