"""What stands beside a student, and the pages around it, with real key presses."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class
from klasgenoot.domain.month_round import WouldCome
from klasgenoot.domain.people import StudentId
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.own_words import keep_own_words as own_words_kept
from klasgenoot.operations.promises import make_promise
from klasgenoot.operations.study_coach import name_coach, note_consent, transfer_to_coach
from klasgenoot.store import contacts, month_answers, own_words, study_coaches, transfers
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.choice import Check
from klasgenoot.ui.kit.empty import EmptyState
from klasgenoot.ui.kit.field import TextBox
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import Portrait
from klasgenoot.ui.kit.round_check import RoundCheck
from klasgenoot.ui.pages.month_round.page import MonthRoundPage
from klasgenoot.ui.pages.promises.page import PromisesPage
from klasgenoot.ui.pages.student.moment_item import MomentItem
from klasgenoot.ui.pages.student.page import StudentPage
from klasgenoot.ui.pages.transfer.page import TransferPage
from klasgenoot.viewmodels.month_round import MonthRoundViewModel
from klasgenoot.viewmodels.promises import PromisesViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.student import StudentViewModel
from klasgenoot.viewmodels.target import PROMISE, PageId, Target
from klasgenoot.viewmodels.transfer import TransferViewModel
from read_pdf import pdf_pages
from ui.layout_flaws import flaws
from worlds import settle

KEY = Qt.Key
P = TypeVar("P", bound=QWidget)
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def ids(session: Session) -> list[StudentId]:
    _, made = school_class(session.desk)
    drafts = [ContactDraft(student_ids=(made[0],), happened_on=TODAY, text="zoekt een stage")]
    session.do(log_contact, drafts=drafts)
    return made


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    made = QMainWindow()
    made.resize(1100, 800)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.close()


def shown_in(window: QMainWindow, page: P) -> P:
    window.setCentralWidget(page)
    page.show()
    return page


def press(*keys: Qt.Key | str, hold: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        there = QApplication.focusWidget()
        assert there is not None
        if isinstance(key, str):
            QTest.keyClicks(there, key)
        else:
            QTest.keyClick(there, key, hold)
        settle()


def said(page: QWidget) -> str:
    settle()
    return "\n".join(each.text() for each in page.findChildren(Label) if each.isVisible())


def button(page: QWidget, name: str) -> Button:
    found = page.window().findChildren(Button)
    return next(b for b in found if name in {b.text(), b.accessibleName()} and b.isVisible())


def test_a_promise_is_made_changed_kept_and_open_again_by_keys_alone(
    look: Look, session: Session, ids: list[StudentId], window: QMainWindow
) -> None:
    page = shown_in(window, StudentPage(look, StudentViewModel(session)))
    page.arrive(Target(PageId.STUDENT, student=ids[0], act=PROMISE))
    settle()
    press(KEY.Key_Escape)
    assert button(page, "New promise").hasFocus()
    press(KEY.Key_Return)
    press("boek meenemen", KEY.Key_Tab, KEY.Key_Up, KEY.Key_Return)
    press(KEY.Key_Return, hold=CTRL)
    (promise,) = contacts.open_promises(session.vault, student_id=ids[0])
    assert promise.text == "boek meenemen"
    assert promise.due_on.day == 6
    (check,) = (c for c in page.findChildren(RoundCheck) if c.isVisible())
    check.setFocus()
    press(KEY.Key_F2)
    press(KEY.Key_End, " en laten zien", KEY.Key_Return)
    (promise,) = contacts.open_promises(session.vault, student_id=ids[0])
    assert promise.text == "boek meenemen en laten zien"
    next(c for c in page.findChildren(RoundCheck) if c.isVisible()).setFocus()
    press(KEY.Key_Return)
    assert contacts.open_promises(session.vault) == ()
    assert button(page, "New promise").hasFocus()
    assert any("promise kept" in each.accessibleName() for each in page.findChildren(MomentItem))
    button(page, "Not kept after all").click()
    assert len(contacts.open_promises(session.vault)) == 1
    assert flaws(page) == []
    page.leave()
    page.close_work()


def test_what_helps_is_kept_in_their_words_and_the_coach_gets_a_name(
    look: Look, session: Session, ids: list[StudentId], window: QMainWindow
) -> None:
    page = shown_in(window, StudentPage(look, StudentViewModel(session)))
    page.arrive(Target(PageId.STUDENT, student=ids[0]))
    settle()
    assert "Not asked yet." in said(page)
    button(page, "Note what they say helps them").click()
    press("vraag me liever even apart", KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Space)
    press(KEY.Key_Return, hold=CTRL)
    words = own_words.own_words_of(session.vault, ids[0])
    assert words is not None
    assert (words.text, words.may_share) == ("vraag me liever even apart", True)
    assert "may be shared with teachers" in said(page)
    button(page, "Say who the study coach is").click()
    press("K. Vos", KEY.Key_Return)
    coach = study_coaches.coach_of(session.vault, ids[0])
    assert coach is not None
    assert coach.name == "K. Vos"
    button(page, "Say who the study coach is").click()
    press("M. Kok")  # another name takes the place of the one that stands there
    press(KEY.Key_Return, hold=CTRL)
    coach = study_coaches.coach_of(session.vault, ids[0])
    assert coach is not None
    assert coach.name == "M. Kok"
    assert "Not asked yet whether they may know something." in said(page)
    assert flaws(page) == []
    page.leave()
    page.close_work()


def test_nothing_is_passed_on_before_the_student_was_asked(
    look: Look, session: Session, ids: list[StudentId], window: QMainWindow
) -> None:
    session.do(name_coach, student_ids=[ids[0]], name="K. Vos")
    page = shown_in(window, TransferPage(look, TransferViewModel(session)))
    page.arrive(Target(PageId.TRANSFER, student=ids[0]))
    settle()
    assert button(page, "Yes, they may").hasFocus()
    button(page, "Copy and keep").click()
    assert "without a yes nothing leaves" in said(page)
    assert transfers.transfers_of(session.vault, ids[0]) == ()
    button(page, "Yes, they may").setFocus()
    press(KEY.Key_Return)
    button(page, "Copy and keep").click()
    (told,) = transfers.transfers_of(session.vault, ids[0])
    check = page.findChildren(RoundCheck)[0]
    check.setFocus()
    press(KEY.Key_Space)
    assert button(page, "Change").hasFocus(), "beside what was asked after"
    session.undo()
    button(page, "Asked again…").setFocus()
    press(KEY.Key_Tab, KEY.Key_Tab)
    focused = QApplication.focusWidget()
    assert isinstance(focused, Check)
    assert focused.text() == "Thu 29 Oct · brief contact"
    assert told.text == QGuiApplication.clipboard().text()
    assert "zoekt een stage" not in told.text
    assert told.return_on is not None
    assert "Told before" in said(page)
    assert flaws(page) == []
    button(page, "Remove").setFocus()
    press(KEY.Key_Return)
    assert button(page, "Copy and keep").hasFocus(), "what was told is gone, and its card"
    button(page, "Noted by mistake").setFocus()
    press(KEY.Key_Return)
    assert button(page, "Yes, they may").hasFocus(), "they are to be asked again"


def test_after_a_no_the_page_says_so_and_copying_is_not_what_there_is_to_do(
    look: Look, session: Session, ids: list[StudentId], window: QMainWindow
) -> None:
    session.do(name_coach, student_ids=[ids[0]], name="K. Vos")
    page = shown_in(window, TransferPage(look, TransferViewModel(session)))
    page.arrive(Target(PageId.TRANSFER, student=ids[0]))
    settle()
    press(KEY.Key_Tab, KEY.Key_Return)
    assert "So nothing is passed on. Sanne can always come back to it." in said(page)
    assert button(page, "Asked again…").hasFocus()
    copy = button(page, "Copy and keep")
    assert copy.property("kind") == "plain"
    copy.click()
    assert "The student would rather not: nothing leaves." in said(page)
    assert transfers.transfers_of(session.vault, ids[0]) == ()
    button(page, "Asked again…").click()
    press(KEY.Key_Return)
    assert copy.property("kind") == "primary"
    assert "So nothing is passed on." not in said(page)
    assert flaws(page) == []


def test_in_a_low_window_how_passing_on_went_is_in_sight(
    look: Look, session: Session, ids: list[StudentId], window: QMainWindow, qtbot: QtBot
) -> None:
    session.do(name_coach, student_ids=[ids[0]], name="K. Vos")
    session.do(note_consent, student_id=ids[0], on=TODAY, is_yes=True)
    window.resize(760, 520)
    page = shown_in(window, TransferPage(look, TransferViewModel(session)))
    page.arrive(Target(PageId.TRANSFER, student=ids[0]))
    settle()
    copy, view = button(page, "Copy and keep"), page.scroll_area.viewport()
    copy.setFocus()
    press(KEY.Key_Return)
    sentence = next(e for e in page.findChildren(Label) if e.text().startswith("Copied and kept"))
    for each in (copy, sentence):
        middle = each.rect().center()
        qtbot.waitUntil(lambda e=each, m=middle: view.rect().contains(e.mapTo(view, m)))


def test_whose_words_they_are_is_never_cut_off(
    look: Look, session: Session, ids: list[StudentId], window: QMainWindow
) -> None:
    session.do(
        own_words_kept, student_id=ids[0], text="apart vragen", told_on=TODAY, may_share=False
    )
    page = shown_in(window, StudentPage(look, StudentViewModel(session)))
    page.arrive(Target(PageId.STUDENT, student=ids[0]))
    settle()
    whose = next(e for e in page.findChildren(Label) if e.text() == "in their own words")
    assert whose.width() >= whose.sizeHint().width()
    assert whose.toolTip() == ""
    page.leave()
    page.close_work()


def test_a_round_takes_one_key_for_each_student(
    look: Look, session: Session, ids: list[StudentId], window: QMainWindow
) -> None:
    page = shown_in(window, MonthRoundPage(look, MonthRoundViewModel(session)))
    asked: list[Target] = []
    page.open_requested.connect(asked.append)
    page.arrive(Target(PageId.MONTH_ROUND))
    settle()
    press(KEY.Key_J, KEY.Key_M, KEY.Key_Left, KEY.Key_Y, KEY.Key_1, KEY.Key_N, KEY.Key_N)
    assert flaws(page) == []
    press(KEY.Key_N)
    known = session.current_class
    assert known is not None
    answers = month_answers.month_answers_in(session.vault, known.id)
    assert sorted(each.would_come for each in answers) == [
        WouldCome.NO,
        WouldCome.NO,
        WouldCome.NO,
        WouldCome.YES,
        WouldCome.YES,
    ]
    assert "Would not come to you yet" in said(page)
    assert flaws(page) == []
    press(KEY.Key_Return)
    assert asked == [Target(PageId.CHECK_INS)]


def test_at_the_end_of_the_round_everybody_who_would_not_come_is_in_sight_and_in_the_middle(
    look: Look, session: Session, window: QMainWindow
) -> None:
    school_class(session.desk, size=15)
    page = shown_in(window, MonthRoundPage(look, MonthRoundViewModel(session)))
    page.arrive(Target(PageId.MONTH_ROUND))
    settle()
    press(*[KEY.Key_N] * 15)
    faces = page.findChildren(Portrait)[-15:]
    board = faces[0].parentWidget().parentWidget()
    assert all(board.rect().contains(face.parentWidget().geometry()) for face in faces)
    first, last = faces[0], [face for face in faces if at_top(face) == at_top(faces[0])][-1]
    left = first.mapTo(page, first.rect().topLeft()).x()
    right = last.mapTo(page, last.rect().topRight()).x()
    assert abs(left + right - page.width()) <= page.scroll_area.verticalScrollBar().width() + 12
    (words,) = (each for each in page.findChildren(Label) if "Would not come" in each.text())
    assert words.width() < page.width() * 0.6
    assert flaws(page) == []


def at_top(face: Portrait) -> int:
    return face.parentWidget().y()


def test_of_all_promises_one_is_done_with_one_key_and_a_new_one_is_asked_at_once(
    look: Look, session: Session, ids: list[StudentId], window: QMainWindow
) -> None:
    session.do(make_promise, student_id=ids[1], text="mailen", due_on=TODAY)
    page = shown_in(window, PromisesPage(look, PromisesViewModel(session)))
    page.arrive(Target(PageId.PROMISES))
    settle()
    assert flaws(page) == []
    press(KEY.Key_Space)
    assert contacts.open_promises(session.vault) == ()
    assert page.findChild(EmptyState) is not None
    assert button(page, "New promise").hasFocus(), "and not on something outside the page"
    page.arrive(Target(PageId.PROMISES, act=PROMISE))
    settle()
    press(KEY.Key_Tab, "boek meenemen", KEY.Key_Return)
    assert contacts.open_promises(session.vault) == ()
    press("No", KEY.Key_Tab, KEY.Key_Return)
    (promise,) = contacts.open_promises(session.vault)
    assert (promise.student_id, promise.text) == (ids[2], "boek meenemen")
    page.leave()


def test_what_is_saved_for_the_coach_says_what_stands_there_and_names_nobody_outside(
    look: Look,
    session: Session,
    ids: list[StudentId],
    window: QMainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session.do(name_coach, student_ids=[ids[0]], name="K. Vos")
    session.do(note_consent, student_id=ids[0], on=TODAY, is_yes=True)
    page = shown_in(window, TransferPage(look, TransferViewModel(session)))
    page.arrive(Target(PageId.TRANSFER, student=ids[0]))
    settle()
    proposed = page.place()
    page.take_place({"text": "Sanne zoekt een stageplek."})
    place = tmp_path / "feiten.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    button(page, "PDF…").click()
    (whole,) = pdf_pages(place.read_bytes())
    assert "Sanne zoekt een stageplek." in " ".join(whole.split())
    assert b"Sanne" not in place.read_bytes()
    assert proposed == {}
    assert page.place() == {"text": "Sanne zoekt een stageplek."}
    button(page, "Propose anew").setFocus()
    press(KEY.Key_Space)
    assert isinstance(QApplication.focusWidget(), TextBox), "the button has gone"
    (told,) = transfers.transfers_of(session.vault, ids[0])
    assert told.text == "Sanne zoekt een stageplek."


def test_a_transfer_is_mended_in_a_panel(
    look: Look, session: Session, ids: list[StudentId], window: QMainWindow
) -> None:
    session.do(note_consent, student_id=ids[0], on=TODAY, is_yes=True)
    told = {"coach": "K. Vos", "text": "feiten", "return_on": TODAY}
    session.do(transfer_to_coach, student_id=ids[0], on=TODAY, **told)
    page = shown_in(window, TransferPage(look, TransferViewModel(session)))
    page.arrive(Target(PageId.TRANSFER, student=ids[0]))
    settle()
    button(page, "Change").click()
    press(KEY.Key_A, hold=CTRL)
    press("korter")
    press(KEY.Key_Return, hold=CTRL)
    (known,) = transfers.transfers_of(session.vault, ids[0])
    assert (known.text, known.return_on) == ("korter", TODAY)
    page.leave()
