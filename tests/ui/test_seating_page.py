"""The page Seating: arranged with the mouse, and with the keys alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from builders import school_class
from klasgenoot.domain.seating import Board, Room, Seat
from klasgenoot.operations.classes import remove_class
from klasgenoot.operations.students import remove_students
from klasgenoot.ui.kit.empty import EmptyState
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.seating.page import SeatingPage
from klasgenoot.viewmodels.seating import SeatingViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target
from worlds import settle

Key = Qt.Key


@pytest.fixture
def page(look: Look, session: Session, qtbot: QtBot) -> Iterator[SeatingPage]:
    """The page in a window, with a class and no plan."""
    school_class(session.desk, size=5)
    shown = SeatingPage(look, SeatingViewModel(session))
    window = QWidget()
    QVBoxLayout(window).addWidget(shown)
    window.resize(1440, 900)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    shown.arrive(Target(PageId.SEATING))
    button = shown.findChild(EmptyState).findChildren(QPushButton)[0]
    assert button.hasFocus()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    yield shown
    window.close()


@pytest.fixture
def plan(page: SeatingPage, session: Session) -> SeatingViewModel:
    """The plan, read apart from the page."""
    return SeatingViewModel(session)


def drag(page: SeatingPage, start: QPoint, end: QPoint) -> None:
    """From one place on the screen to another, from the room or from those who wait."""
    in_room = page.room.rect().contains(page.room.mapFromGlobal(start))
    source = page.room if in_room else page.waiting
    for kind, place in (
        (QEvent.Type.MouseButtonPress, start),
        (QEvent.Type.MouseMove, start + (end - start) * 0.3),
        (QEvent.Type.MouseMove, end),
        (QEvent.Type.MouseButtonRelease, end),
    ):
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        here = QPointF(source.mapFromGlobal(place))
        event = QMouseEvent(kind, here, QPointF(place), left, left, none)
        QApplication.sendEvent(source, event)
    settle()


def _waiting(page: SeatingPage, number: int) -> QPoint:
    return page.waiting.mapToGlobal(page.waiting.box(number).center())


def test_a_room_is_offered_and_made(page: SeatingPage, plan: SeatingViewModel) -> None:
    assert plan.room == Room(rows=4, columns=7, aisles=(2, 5))
    assert page.waiting.isVisible()
    names = [page.waiting.name_box(number) for number in range(5)]
    assert all(page.waiting.rect().toRectF().contains(name) for name in names)
    assert page.waiting.hasFocus()


def test_a_face_is_dragged_to_a_seat_and_on_another_to_swap(
    page: SeatingPage, plan: SeatingViewModel
) -> None:
    first, second = plan.waiting[0].id, plan.waiting[1].id
    drag(page, _waiting(page, 0), page.room.middle(Seat(1, 2)))
    assert plan.seat_of(first) == Seat(1, 2)
    drag(page, _waiting(page, 0), page.room.middle(Seat(0, 0)))
    drag(page, page.room.middle(Seat(0, 0)), page.room.middle(Seat(1, 2)))
    assert plan.seat_of(second) == Seat(1, 2)
    assert plan.seat_of(first) == Seat(0, 0)
    drag(page, page.room.middle(Seat(0, 0)), _waiting(page, 3))
    assert plan.seat_of(first) is None


def test_a_face_that_is_dropped_beside_everything_stays_where_it_was(
    page: SeatingPage, plan: SeatingViewModel
) -> None:
    drag(page, _waiting(page, 0), page.room.middle(Seat(0, 0)))
    drag(page, page.room.middle(Seat(0, 0)), page.mapToGlobal(QPoint(3, 3)))
    assert plan.seats[Seat(0, 0)]
    QTest.mouseClick(page.room, Qt.MouseButton.LeftButton, pos=page.room.box(Seat(0, 0)).center())
    assert len(plan.seats) == 1


def test_everybody_is_seated_with_the_keys_alone(page: SeatingPage, plan: SeatingViewModel) -> None:
    first = plan.waiting[0].id
    for _ in range(3):
        QTest.keyClick(page.waiting, Key.Key_Return)
        assert page.room.hasFocus()
        QTest.keyClick(page.room, Key.Key_Return)
        assert page.waiting.hasFocus()
    assert list(plan.seats) == [Seat(0, 0), Seat(0, 1), Seat(0, 2)]
    page.room.setFocus()
    page.room.go_to(Seat(0, 0))
    QTest.keyClick(page.room, Key.Key_Return)
    QTest.keyClick(page.room, Key.Key_Right)
    QTest.keyClick(page.room, Key.Key_Down)
    QTest.keyClick(page.room, Key.Key_Return)
    assert plan.seat_of(first) == Seat(1, 1)
    QTest.keyClick(page.room, Key.Key_Return)
    QTest.keyClick(page.room, Key.Key_Left)
    QTest.keyClick(page.room, Key.Key_Escape)
    assert plan.seat_of(first) == Seat(1, 1)
    page.room.go_to(Seat(1, 1))
    QTest.keyClick(page.room, Key.Key_Delete)
    assert plan.seat_of(first) is None


def test_who_leaves_the_class_on_the_way_is_let_go_of(
    page: SeatingPage, plan: SeatingViewModel, session: Session
) -> None:
    left, stays = plan.waiting[0], plan.waiting[1]
    QTest.keyClick(page.waiting, Key.Key_Return)
    known = session.current_class
    assert known
    session.do(remove_students, class_id=known.id, student_ids=[left.id])
    settle()
    assert page._carrying.who is None
    QTest.keyClick(page.room, Key.Key_Return)
    assert not plan.seats
    plan.place(stays.id, Seat(0, 0))
    page.room.go_to(Seat(0, 0))
    QTest.keyClick(page.room, Key.Key_Return)
    session.do(remove_class, class_id=known.id)
    settle()
    assert page._carrying.who is None
    for undo in (session.undo, session.undo, session.redo, session.redo):
        undo()
        settle()


def test_letters_go_to_who_sits_and_to_who_waits(page: SeatingPage, plan: SeatingViewModel) -> None:
    sitting, waiting = plan.waiting[0], plan.waiting[2]
    plan.place(sitting.id, Seat(2, 5))
    QTest.keyClicks(page.waiting, sitting.name)
    assert page.room.hasFocus()
    assert page.room.current == Seat(2, 5)
    page._since.invalidate()
    QTest.keyClicks(page.room, waiting.name)
    assert page.waiting.hasFocus()


def test_arrows_go_as_the_room_is_drawn(page: SeatingPage, plan: SeatingViewModel) -> None:
    plan.turn()
    settle()
    assert plan.room is not None
    assert plan.room.board is Board.BOTTOM
    page.room.go_to(Seat(0, 0))
    QTest.keyClick(page.room, Key.Key_Up)
    QTest.keyClick(page.room, Key.Key_Left)
    assert page.room.current == Seat(1, 1)
    box = page.room.box
    assert box(Seat(0, 0)).top() > box(Seat(1, 0)).top()
    assert box(Seat(0, 0)).left() > box(Seat(0, 1)).left()


def test_the_room_is_changed_with_its_card(page: SeatingPage, plan: SeatingViewModel) -> None:
    card = page._card
    QTest.mouseClick(card.columns.less, Qt.MouseButton.LeftButton)
    QTest.mouseClick(card.rows.more, Qt.MouseButton.LeftButton)
    assert len(card.aisle_chips) == 5
    QTest.mouseClick(card.aisle_chips[0], Qt.MouseButton.LeftButton)
    assert plan.room == Room(rows=5, columns=6, aisles=(1, 2, 5))
    QTest.mouseClick(page.in_order, Qt.MouseButton.LeftButton)
    settle()
    assert not plan.waiting
    assert not page.waiting.isVisible()
    assert page.room.hasFocus()


def test_tab_goes_down_the_side_as_one_reads_it(page: SeatingPage) -> None:
    page.room.setFocus()
    heights = []
    for _ in range(9):
        press = QApplication.focusWidget()
        assert press is not None
        QTest.keyClick(press, Key.Key_Tab)
        there = QApplication.focusWidget()
        assert there is not None
        heights.append(there.mapTo(page, QPoint()).y())
    assert heights == sorted(heights)
