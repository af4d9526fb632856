"""What a student asks, on their page: photo, restriction, own view, reminders, corrections."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class
from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.people import Crop, StudentId
from klasgenoot.domain.rights import PhotoAnswer
from klasgenoot.operations.contacts import ContactDraft, edit_contact, log_contact
from klasgenoot.operations.students import set_photo
from klasgenoot.store import contacts, photo_permissions, restrictions, second_thoughts, students
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.ui.kit.asking_panel import AskingPanel
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.choice import Check
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.student.page import StudentPage
from klasgenoot.ui.pages.student.timeline_item import TimelineItem
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.student import StudentViewModel
from klasgenoot.viewmodels.target import PageId, Target
from made_files import jpeg
from ui.kit_looks import a_photo
from ui.layout_flaws import flaws
from worlds import settle

KEY = Qt.Key
EARLIER = date(2026, 10, 20)


@pytest.fixture
def ids(session: Session) -> list[StudentId]:
    _, ids = school_class(session.desk)
    photo = keep_photo(session.vault, StoredPhoto(a_photo(), a_photo(), 80, 100))
    session.do(set_photo, student_id=ids[0], photo=photo, crop=Crop(0, 0, 1, 1))
    drafts = [ContactDraft(student_ids=(ids[0],), happened_on=EARLIER, text="was boos")]
    session.do(log_contact, drafts=drafts)
    return ids


@pytest.fixture
def page(look: Look, session: Session, ids: list[StudentId], qtbot: QtBot) -> StudentPage:
    window = QMainWindow()
    shown = StudentPage(look, StudentViewModel(session))
    window.setCentralWidget(shown)
    window.resize(1100, 800)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    shown.window_kept = window  # type: ignore[attr-defined]  # so that it outlives the fixture
    shown.arrive(Target(PageId.STUDENT, student=ids[0]))
    settle()
    return shown


def panel(page: StudentPage) -> AskingPanel:
    (found,) = page.window().findChildren(AskingPanel)
    return found


def type_(words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), words)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    settle()


def said(page: StudentPage) -> str:
    settle()
    return "\n".join(each.text() for each in page.findChildren(Label) if each.isVisible())


def test_rather_no_photo_is_one_choice_and_the_photo_is_gone_at_once(
    page: StudentPage, session: Session, ids: list[StudentId]
) -> None:
    page._wishes.ask_about_photo()
    settle()
    assert flaws(panel(page)) == []
    press(KEY.Key_Left)
    press(KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert photo_permissions.answer_of(session.vault, ids[0]) is PhotoAnswer.NO
    known = students.student(session.vault, ids[0])
    assert known
    assert known.photo is None
    assert page._side.hero._face.photo is None
    assert page._side.hero._words == "Rather no photo"
    assert [words for _, words, _ in page._side._photo_deeds()] == ["What the student says of it…"]
    session.undo()
    assert page._side.hero._face.photo is not None


def test_a_photo_dropped_on_who_wants_none_is_not_even_kept(
    page: StudentPage, session: Session, ids: list[StudentId], tmp_path: Path, qtbot: QtBot
) -> None:
    page._view_model.tell_photo(PhotoAnswer.NO, on=TODAY, told_by="")
    (tmp_path / "face.jpg").write_bytes(jpeg(400, 500))
    before = session.vault.rows("SELECT id FROM photos")
    page._side.dropped.emit((tmp_path / "face.jpg",))
    qtbot.waitUntil(lambda: "rather have no photo" in said(page), timeout=30_000)
    assert session.vault.rows("SELECT id FROM photos") == before
    page.close_work()


def test_restricting_asks_why_and_leads_back_to_the_class(
    page: StudentPage, session: Session, qtbot: QtBot
) -> None:
    page._wishes.ask_to_restrict()
    settle()
    type_("klopt niet")
    with qtbot.waitSignal(page.open_requested) as heard:
        press(KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert heard.args == [Target(PageId.STUDENTS)]
    assert [each.reason for each in restrictions.open_restrictions(session.vault)] == ["klopt niet"]


def test_esc_leaves_everything_as_it_is(page: StudentPage, session: Session) -> None:
    page._wishes.ask_to_restrict()
    settle()
    press(KEY.Key_Escape)
    assert restrictions.open_restrictions(session.vault) == ()
    assert page._panels.is_free


def test_what_the_student_says_stands_beside_the_note_and_can_be_taken_away(
    page: StudentPage, session: Session, ids: list[StudentId]
) -> None:
    (item,) = page.findChildren(TimelineItem)
    item.view_requested.emit()
    settle()
    press(KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Write down what the student says first." in panel(page)._trouble.text()
    type_("ik was moe")
    press(KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (view,) = second_thoughts.views_of(session.vault, ids[0])
    assert view.contact_id is not None
    assert "ik was moe" in said(page)
    assert "Sanne says" in said(page)
    assert isinstance(QApplication.focusWidget(), TimelineItem), "on the note it is about"
    assert flaws(page) == []
    page._timeline.remove_view_requested.emit(view.id)
    assert "ik was moe" not in said(page)


def test_what_the_student_says_of_all_of_it_stands_at_the_side(page: StudentPage) -> None:
    page._wishes.ask_view()
    settle()
    type_("het klopt zo niet helemaal")
    press(KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "What Sanne says" in said(page)
    assert "het klopt zo niet helemaal" in said(page)


def test_a_note_becomes_a_reminder_in_its_editor(
    page: StudentPage, session: Session, ids: list[StudentId]
) -> None:
    (item,) = page.findChildren(TimelineItem)
    item.setFocus()
    press(KEY.Key_Return)
    check = next(each for each in page.findChildren(Check) if "reminder" in each.text())
    assert "who asks, sees reminders too" in said(page)
    check.setFocus()
    press(KEY.Key_Space)
    buttons = [each for each in page.findChildren(Button) if each.isVisible()]
    next(each for each in buttons if each.text() == "Save").click()
    assert contacts.contacts_of(session.vault, ids[0])[0].own_reminder
    assert "own reminder" in page._timeline._items[0].row.sentence


def test_what_a_note_said_before_stands_below_it_and_older_words_on_demand(
    page: StudentPage, session: Session, ids: list[StudentId]
) -> None:
    (contact,) = contacts.contacts_of(session.vault, ids[0])
    session.do(
        edit_contact,
        contact_id=contact.id,
        happened_on=EARLIER,
        kind=ContactKind.TALK,
        text="was moe",
        on=TODAY,
    )
    assert "changed on Thu 29 Oct, was: was boos (brief contact, Tue 20 Oct)" in said(page)
    session.do(
        edit_contact,
        contact_id=contact.id,
        happened_on=EARLIER,
        kind=ContactKind.TALK,
        text="was stil",
        on=TODAY,
    )
    assert "was: was moe" in said(page)
    assert "was boos" not in said(page)
    show = next(b for b in page.findChildren(Button) if "earlier" in b.text() and b.isVisible())
    show.click()
    assert "was boos" in said(page)
    assert flaws(page) == []


def test_access_is_in_the_menu(
    page: StudentPage, ids: list[StudentId], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    menus: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, *_: menus.append(menu))
    next(b for b in page.findChildren(Button) if b.accessibleName() == "More").click()
    with qtbot.waitSignal(page.open_requested) as heard:
        next(each for each in menus[0].actions() if each.text() == "Access…").trigger()
    menus[0].close()
    assert heard.args == [Target(PageId.ACCESS, student=ids[0])]
