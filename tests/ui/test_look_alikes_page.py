"""Telling two apart with the keys alone."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import student
from klasgenoot.domain.answering import Mode, Outcome
from klasgenoot.domain.look_alikes import IN_A_ROW
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.people import ClassId, PhotoId, StudentId
from klasgenoot.domain.verdict import Verdict
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.practice import answer_card
from klasgenoot.operations.students import add_student, remove_students
from klasgenoot.store import memories
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.progress import Segments
from klasgenoot.ui.pages.look_alikes.page import LookAlikesPage
from klasgenoot.ui.pages.look_alikes.question import NameButton
from klasgenoot.viewmodels.look_alikes import DrillStage, LookAlikesViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target
from made_files import jpeg

FACE = Direction.FACE_TO_NAME
KEY = Qt.Key


@pytest.fixture
def class_id(session: Session) -> ClassId:
    return session.do(add_class, name="CMV-1B", first_lesson=None)


def add(
    session: Session, class_id: ClassId, number: int, *, picture: bytes | None, learned: bool = True
) -> StudentId:
    photo: PhotoId | None = None
    if picture is not None:
        photo = keep_photo(session.vault, StoredPhoto(picture, picture, 80, 100))
    draft = student(number, photo=photo)
    who = session.do(add_student, class_id=class_id, draft=draft, joined=date(2026, 9, 1))
    if learned:
        session.do(
            answer_card,
            student_id=who,
            direction=FACE,
            outcome=Outcome(verdict=Verdict.RIGHT),
            rating=Rating.HARD,
            at=session.now(),
        )
    return who


@pytest.fixture
def people(session: Session, class_id: ClassId) -> list[StudentId]:
    return [add(session, class_id, n, picture=jpeg(80 + n, 100)) for n in range(3)]


def opened(
    look: Look, session: Session, qtbot: QtBot, people: list[StudentId], *, act: str = ""
) -> LookAlikesPage:
    page = LookAlikesPage(look, LookAlikesViewModel(session))
    page.resize(1280, 800)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.arrive(Target(PageId.LOOK_ALIKES, student=people[0], other=people[1], act=act))
    return page


@pytest.fixture
def page(look: Look, session: Session, people: list[StudentId], qtbot: QtBot) -> LookAlikesPage:
    return opened(look, session, qtbot, people)


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def press_name(page: LookAlikesPage, *, right: bool, arrows: bool = False) -> None:
    """Presses the key of the right name, or of the other."""
    view_model = page._view_model
    assert view_model.student is not None
    ids = [named.student.id for named in view_model.names]
    place = ids.index(view_model.student.id)
    side = place if right else 1 - place
    press((KEY.Key_Left, KEY.Key_Right)[side] if arrows else (KEY.Key_1, KEY.Key_2)[side])


def shown(page: LookAlikesPage) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def kept(session: Session, people: list[StudentId]) -> int:
    return sum(
        answer.mode is Mode.LOOK_ALIKES
        for who in people
        for answer in memories.answers_of(session.vault, who, direction=FACE)
    )


@pytest.mark.parametrize("arrows", [False, True])
def test_enter_and_two_keys_go_through_it_to_the_end(
    page: LookAlikesPage, session: Session, people: list[StudentId], qtbot: QtBot, *, arrows: bool
):
    assert "Where is the difference?" in shown(page)
    press(KEY.Key_Return)
    for count in range(IN_A_ROW):
        assert kept(session, people) == count
        press_name(page, right=True, arrows=arrows)
    assert "You tell them apart" in shown(page)
    with qtbot.waitSignal(page.open_requested) as asked:
        press(KEY.Key_Return)
    assert asked.args == [Target(PageId.PROGRESS)]


def test_enter_presses_the_name_that_has_the_keyboard(
    page: LookAlikesPage, session: Session, people: list[StudentId]
):
    press(KEY.Key_Return)
    press(KEY.Key_Return)  # one too many: neither name has the keyboard yet
    assert kept(session, people) == 0
    heard = QApplication.focusWidget().accessibleName()
    assert heard == "Six right in a row and you can tell them apart."
    press(KEY.Key_Tab)
    first = QApplication.focusWidget()
    assert isinstance(first, NameButton)
    press(KEY.Key_Tab)
    assert isinstance(QApplication.focusWidget(), NameButton)
    assert QApplication.focusWidget() is not first
    press(KEY.Key_Return)
    assert kept(session, people) == 1


def test_a_miss_shows_both_with_names_and_enter_asks_again(page: LookAlikesPage):
    press(KEY.Key_Return)
    press_name(page, right=True)
    press_name(page, right=False)
    assert any(text.startswith("This is ") for text in shown(page))
    assert "Sanne Hoekstra" in shown(page)
    assert page.findChild(Segments).accessibleName() == "0 of 6 in a row"
    press(KEY.Key_Return)
    assert page._view_model.stage is DrillStage.ASK


def test_the_photo_of_a_question_has_no_name_for_who_listens(page: LookAlikesPage):
    press(KEY.Key_Return)
    assert page._question._photo.accessibleName() == "photo, name hidden"
    assert page._question._photo._face.initials == ""


def test_escape_leaves_and_every_answer_is_kept(
    page: LookAlikesPage, session: Session, people: list[StudentId], qtbot: QtBot
):
    press(KEY.Key_Return)
    press_name(page, right=True)
    with qtbot.waitSignal(page.open_requested) as asked:
        press(KEY.Key_Escape)
    assert asked.args == [Target(PageId.PROGRESS)]
    assert kept(session, people) == 1


def test_who_came_from_a_student_goes_back_there(
    look: Look, session: Session, people: list[StudentId], qtbot: QtBot
):
    page = opened(look, session, qtbot, people, act="student")
    with qtbot.waitSignal(page.open_requested) as asked:
        press(KEY.Key_Escape)
    assert asked.args == [Target(PageId.STUDENT, student=people[0])]


def test_undo_asks_the_same_again(page: LookAlikesPage, session: Session):
    press(KEY.Key_Return)
    press_name(page, right=False)
    session.undo()
    assert page._view_model.stage is DrillStage.ASK
    assert not page._question.isHidden()
    press_name(page, right=True)
    assert page.findChild(Segments).accessibleName() == "1 of 6 in a row"


def test_a_key_that_is_held_down_answers_once(
    page: LookAlikesPage, session: Session, people: list[StudentId]
):
    press(KEY.Key_Return)
    press(KEY.Key_1)
    again = QKeyEvent(
        QEvent.Type.KeyPress, KEY.Key_1, Qt.KeyboardModifier.NoModifier, "1", autorep=True
    )
    QApplication.sendEvent(QApplication.focusWidget(), again)
    assert kept(session, people) == 1


def test_a_broken_photo_stops_the_drill_with_a_sentence(
    look: Look, session: Session, class_id: ClassId, qtbot: QtBot
):
    broken = add(session, class_id, 0, picture=b"no picture")
    sound = add(session, class_id, 1, picture=jpeg(80, 100))
    page = opened(look, session, qtbot, [broken, sound])
    qtbot.waitUntil(lambda: page._view_model.stage is DrillStage.NO_PHOTO)
    assert any("no photo" in text for text in shown(page))
    with qtbot.waitSignal(page.open_requested):
        press(KEY.Key_Return)


def test_a_name_that_was_never_recalled_leads_to_practice(
    look: Look, session: Session, class_id: ClassId, people: list[StudentId], qtbot: QtBot
):
    new = add(session, class_id, 3, picture=jpeg(90, 100), learned=False)
    page = opened(look, session, qtbot, [people[0], new])
    assert "First learn both names on their own." in shown(page)
    practise = next(b for b in page.findChildren(Button) if b.text() == "Practise names")
    with qtbot.waitSignal(page.open_requested) as asked:
        practise.click()
    assert asked.args == [Target(PageId.PRACTICE)]


def test_who_is_removed_meanwhile_is_not_asked(
    page: LookAlikesPage, session: Session, class_id: ClassId, people: list[StudentId]
):
    press(KEY.Key_Return)
    session.do(remove_students, class_id=class_id, student_ids=[people[1]])
    assert "One of the two is not in this class any more." in shown(page)
    session.undo()
    assert page._view_model.stage is DrillStage.ASK


def test_a_drill_from_names_ends_on_names(
    look: Look, session: Session, people: list[StudentId], qtbot: QtBot
) -> None:
    page = opened(look, session, qtbot, people, act="names")
    with qtbot.waitSignal(page.open_requested) as asked:
        press(KEY.Key_Escape)
    assert asked.args == [Target(PageId.NAMES)]
