"""The sweep with real key presses."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from builders import student
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.students import add_student
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.practice.result_faces import ResultFace
from klasgenoot.ui.pages.practice.sweep_page import SweepPage
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.sweep import SweepStage, SweepViewModel
from klasgenoot.viewmodels.target import PageId, Target
from made_files import jpeg


@pytest.fixture
def page(look: Look, session: Session, qtbot: QtBot) -> SweepPage:
    class_id = session.do(add_class, name="CMV-1B", first_lesson=None)
    for number in range(3):
        shown = jpeg(80 + number, 100)
        photo = keep_photo(session.vault, StoredPhoto(shown, shown, 80, 100))
        draft = student(number, photo=photo)
        session.do(add_student, class_id=class_id, draft=draft, joined=date(2026, 9, 1))
    return opened(look, session, qtbot)


def opened(look: Look, session: Session, qtbot: QtBot) -> SweepPage:
    page = SweepPage(look, SweepViewModel(session))
    page.resize(1280, 800)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.arrive(Target(PageId.SWEEP))
    return page


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def test_names_and_enter_go_through_the_class_to_the_figure(page: SweepPage, qtbot: QtBot):
    view_model = page._view_model
    while view_model.stage is SweepStage.ASK:
        QTest.keyClicks(QApplication.focusWidget(), view_model.student.name)
        press(Qt.Key.Key_Return)
    assert "3 of 3 names" in [label.text() for label in page.findChildren(Label)]
    with qtbot.waitSignal(page.open_requested) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == [Target(PageId.NAMES)]


def test_no_name_is_on_screen_before_the_end(page: SweepPage):
    names = {"Sanne", "Milan", "Noor"}
    press(Qt.Key.Key_Return)
    shown = {label.text() for label in page.findChildren(Label) if label.isVisible()}
    assert not names & shown


def test_escape_leaves_and_nothing_counts(page: SweepPage, qtbot: QtBot):
    press(Qt.Key.Key_Return)
    with qtbot.waitSignal(page.open_requested) as asked:
        press(Qt.Key.Key_Escape)
    assert asked.args == [Target(PageId.NAMES)]


def test_a_class_without_photos_says_so(look: Look, session: Session, qtbot: QtBot):
    session.do(add_class, name="Leeg", first_lesson=None)
    page = opened(look, session, qtbot)
    assert page.findChild(Label) is not None
    assert page._view_model.stage is SweepStage.NOTHING


def test_a_sweep_that_is_taken_back_is_not_shown_and_can_be_begun_anew(
    page: SweepPage, session: Session
):
    while page._view_model.stage is SweepStage.ASK:
        press(Qt.Key.Key_Return)
    session.undo()
    shown = {label.text() for label in page.findChildren(Label) if label.isVisible()}
    assert "This sweep is not kept any more." in shown
    assert "0 of 3 names" not in shown
    session.redo()
    shown = {label.text() for label in page.findChildren(Label) if label.isVisible()}
    assert "0 of 3 names" in shown
    session.undo()
    again = next(b for b in page.findChildren(Button) if b.text() == "Begin anew")
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    assert page._view_model.stage is SweepStage.ASK
    assert page._view_model.place == "1 of 3"


def test_nothing_is_begun_while_the_page_is_left(page: SweepPage, session: Session):
    page.leave()
    page.hide()
    other = session.do(add_class, name="Leeg", first_lesson=None)
    first = session.current_class
    session.choose_class(other)
    session.choose_class(first.id)
    assert page._view_model.stage is SweepStage.NOTHING


def seen(page: SweepPage) -> list[ResultFace]:
    return [face for face in page.findChildren(ResultFace) if face.isVisible()]


@pytest.mark.parametrize("width", [1024, 1280, 1440])
def test_nine_faces_stand_in_a_row_of_the_look_back_also_beside_a_scroll_bar(
    look: Look, session: Session, qtbot: QtBot, width: int
):
    class_id = session.do(add_class, name="CMV-1B", first_lesson=None)
    for number in range(20):
        shown = jpeg(80 + number, 100)
        photo = keep_photo(session.vault, StoredPhoto(shown, shown, 80, 100))
        draft = student(number % 5, family_name=f"Berg {number}", photo=photo)
        session.do(add_student, class_id=class_id, draft=draft, joined=date(2026, 9, 1))
    page = opened(look, session, qtbot)
    page.resize(width, 420)
    for _ in range(20):
        press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(seen(page)) == 20)
    QApplication.processEvents()
    assert page.findChild(QScrollArea).verticalScrollBar().maximum() > 0
    faces = seen(page)
    tops = [face.mapTo(page, face.rect().topLeft()).y() for face in faces]
    assert tops.count(min(tops)) == 9
