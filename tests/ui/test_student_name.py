"""The name on the page of a student: how well it is known, and who they are taken for."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import school_class
from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.students import set_photo
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.student.name_part import NamePart
from klasgenoot.ui.pages.student.page import StudentPage
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.student import StudentViewModel
from klasgenoot.viewmodels.target import PageId, Target
from made_files import jpeg


@pytest.fixture
def ids(session: Session) -> list[StudentId]:
    _, made = school_class(session.desk)
    for number, who in enumerate(made[:3]):
        picture = jpeg(80 + number, 100)
        photo = keep_photo(session.vault, StoredPhoto(picture, picture, 80 + number, 100))
        session.do(set_photo, student_id=who, photo=photo, crop=None)
    return made


@pytest.fixture
def page(look: Look, session: Session, ids: list[StudentId], qtbot: QtBot) -> StudentPage:
    shown = StudentPage(look, StudentViewModel(session))
    shown.resize(1200, 840)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.arrive(Target(PageId.STUDENT, student=ids[0]))
    return shown


def answer(session: Session, who: StudentId, *, said: StudentId | None = None) -> None:
    session.do(
        answer_card,
        student_id=who,
        direction=Direction.FACE_TO_NAME,
        outcome=Outcome(verdict=Verdict.MIXED_UP if said else Verdict.RIGHT, said=said),
        rating=None if said else Rating.HARD,
        at=session.now() - timedelta(hours=1),
    )


def texts(page: StudentPage) -> list[str]:
    labels = page.findChild(NamePart).findChildren(Label)
    return [label.text() for label in labels if label.isVisible()]


def pressed(page: StudentPage, text: str, qtbot: QtBot) -> Target:
    buttons = page.findChild(NamePart).findChildren(Button)
    button = next(each for each in buttons if each.text() == text and each.isVisible())
    button.setFocus()
    with qtbot.waitSignal(page.open_requested) as asked:
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert asked.args is not None
    return asked.args[0]


def test_how_well_the_name_is_known_is_said_in_words(page: StudentPage, session: Session):
    assert "You have not practised the name yet." in texts(page)
    answer(session, page._view_model.student.id)
    assert "You are learning the name. It comes back tomorrow." in texts(page)


def test_the_name_of_a_student_without_a_photo_can_be_learned_too(
    page: StudentPage, ids: list[StudentId]
):
    page.arrive(Target(PageId.STUDENT, student=ids[4]))
    assert "You have not practised the name yet." in texts(page)


def test_progress_is_one_press_away(page: StudentPage, qtbot: QtBot):
    assert pressed(page, "Progress", qtbot) == Target(PageId.PROGRESS)


def test_who_is_mixed_up_with_the_student_can_be_told_apart_from_here(
    page: StudentPage, session: Session, ids: list[StudentId], qtbot: QtBot
):
    answer(session, ids[1], said=ids[0])
    assert "Mixed up with Milan" in texts(page)
    assert "First learn Sanne and Milan." in texts(page)
    for who in ids[:2]:
        answer(session, who)
    expected = Target(PageId.LOOK_ALIKES, student=ids[0], other=ids[1], act="student")
    assert pressed(page, "Practise this pair", qtbot) == expected
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget().text() == "Progress"
    session.undo()
    session.undo()
    session.undo()
    assert "Mixed up with Milan" not in texts(page)
