"""The page Today by keyboard: what is logged, put off and kept, and where it leads."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class, student
from klasgenoot.domain.memory import Level
from klasgenoot.domain.people import StudentId
from klasgenoot.operations.calendar import plan_lessons
from klasgenoot.operations.classes import plan_first_lesson
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.operations.promises import make_promise
from klasgenoot.operations.students import set_photo
from klasgenoot.operations.talk_rounds import hold_talk, start_ten_days
from klasgenoot.store import contacts
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.round_check import RoundCheck
from klasgenoot.ui.kit.ten_days_note import TenDaysNote
from klasgenoot.ui.kit.who_card import WhoCard
from klasgenoot.ui.pages.today.face_strip import FaceStrip
from klasgenoot.ui.pages.today.page import TodayPage
from klasgenoot.ui.pages.today.week_card import WeekCard
from klasgenoot.viewmodels.evidence import Shown
from klasgenoot.viewmodels.guide import GuideViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import AFTER_CLASS, PROMISE, PageId, Target
from klasgenoot.viewmodels.today import TodayViewModel
from klasgenoot.viewmodels.today_rows import FaceShown

GUIDE = Path(__file__).parents[2] / "resources" / "guide"


@pytest.fixture
def ids(session: Session) -> list[StudentId]:
    class_id, ids = school_class(session.desk)
    session.do(
        plan_lessons,
        class_id=class_id,
        weekday=3,
        starts=time(9),
        ends=time(11),
        first_on=date(2026, 9, 1),
        last_on=date(2026, 11, 30),
    )
    due = ContactDraft(
        student_ids=(ids[0],), happened_on=TODAY - timedelta(days=9), text="stage", follow_up=TODAY
    )
    session.do(log_contact, drafts=[due])
    return ids


@pytest.fixture
def page(look: Look, session: Session, ids: list[StudentId], qtbot: QtBot) -> Iterator[TodayPage]:
    shown = TodayPage(look, TodayViewModel(session, guide_texts=GUIDE))
    shown.resize(1200, 840)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    shown.arrive(Target(PageId.TODAY))
    yield shown
    shown.close_work()


@pytest.fixture
def targets(page: TodayPage) -> list[Target]:
    """Where the page asked to go."""
    asked: list[Target] = []
    page.open_requested.connect(asked.append)
    return asked


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    """Presses keys where the keyboard is."""
    for key in keys:
        there = QApplication.focusWidget()
        assert there is not None
        qtbot.keyClick(there, key)


def said(page: TodayPage) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def shown_who(page: TodayPage) -> list[StudentId]:
    return [card.row.student.id for card in page.findChildren(WhoCard) if card.isVisible()]


def test_enter_does_what_the_filled_button_says(
    qtbot: QtBot, page: TodayPage, targets: list[Target]
) -> None:
    primary = [b for b in page.findChildren(Button) if b._kind == "primary" and b.isVisible()]
    assert len(primary) == 1
    press(qtbot, Qt.Key.Key_Return)
    assert targets == [Target(PageId.LOG, act=AFTER_CLASS)]


def test_spoken_and_later_by_keyboard(qtbot: QtBot, page: TodayPage, session: Session) -> None:
    first, second, third = shown_who(page)
    press(qtbot, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    while not isinstance(focus, Button) or focus.text() != "Spoken":
        press(qtbot, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
    press(qtbot, Qt.Key.Key_Return)
    assert len(contacts.contacts_of(session.vault, first)) == 1
    assert shown_who(page)[:2] == [second, third]
    press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert shown_who(page)[0] == third
    assert contacts.contacts_of(session.vault, second) == ()


def test_nobody_is_said_to_be_seen_who_was_not(
    page: TodayPage, session: Session, ids: list[StudentId]
) -> None:
    class_id = session.current_class.id
    session.do(plan_first_lesson, class_id=class_id, on=TODAY - timedelta(days=1))
    assert shown_who(page) == []
    assert "Nobody is waiting. Those you have not spoken with after a week come here." in said(page)
    session.do(log_contact, drafts=[ContactDraft(student_ids=tuple(ids), happened_on=TODAY)])
    assert "Nobody is waiting: everyone was seen within your aim." in said(page)


def test_a_promise_is_kept_with_one_key(qtbot: QtBot, page: TodayPage, session: Session) -> None:
    (check,) = page.findChildren(RoundCheck)
    check.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert contacts.open_promises(session.vault) == ()
    assert not [each for each in page.findChildren(RoundCheck) if each.isVisible()]
    there = QApplication.focusWidget()
    assert isinstance(there, Button)
    assert there.text() == "Add a promise"
    session.undo()
    assert len(contacts.open_promises(session.vault)) == 1


def test_ten_days_that_are_complete_lead_to_a_promise(
    qtbot: QtBot, page: TodayPage, session: Session, ids: list[StudentId], targets: list[Target]
) -> None:
    (class_id, *_), who = (each.id for each in session.classes), ids[3]
    begun = session.today() - timedelta(days=9)
    number = session.do(start_ten_days, class_id=class_id, student_id=who, on=begun)
    for day in range(10):
        on = begun + timedelta(days=day)
        session.do(hold_talk, round_id=number, student_id=who, on=on)
    (note,) = (each for each in page.findChildren(TenDaysNote) if each.isVisible())
    page._lesson.button.setFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert note.isAncestorOf(QApplication.focusWidget()), "it stands right below the lesson"
    press(qtbot, Qt.Key.Key_Return)
    assert targets == [Target(PageId.STUDENT, student=who, act=PROMISE)]
    session.do(make_promise, student_id=who, text="vragen", due_on=session.today())
    assert not note.isVisible()


def test_before_the_first_lesson_the_same_page_shows_the_plan(
    qtbot: QtBot, page: TodayPage, session: Session, ids: list[StudentId], targets: list[Target]
) -> None:
    for who in ids:
        photo = keep_photo(session.vault, StoredPhoto(b"%d" % who, b"small", 4, 5))
        session.do(set_photo, student_id=who, photo=photo, crop=None)
    school_class = session.current_class
    assert school_class is not None
    session.do(plan_first_lesson, class_id=school_class.id, on=TODAY + timedelta(days=9))
    page.arrive(Target(PageId.TODAY))
    assert not page.findChild(WhoCard).isVisible()
    press(qtbot, Qt.Key.Key_Return)
    assert targets == [Target(PageId.PRACTICE)]


def test_what_the_records_show_now_takes_the_place_of_what_they_showed(
    look: Look, session: Session, ids: list[StudentId], qtbot: QtBot
) -> None:
    row = GuideViewModel(session, texts=GUIDE).rows()[0]
    card = WeekCard(look)
    qtbot.addWidget(card)
    for words in ("You know 9 names", "You know 8 names"):
        card.show_week(replace(row, seen=Shown(words=words)))
        card.show()
        QApplication.processEvents()
    told = [each.text() for each in card.findChildren(Label) if each.isVisibleTo(card)]
    assert [text for text in told if text.startswith("You know")] == ["You know 8 names"]


def test_a_class_without_students_leads_to_the_import(
    look: Look, session: Session, qtbot: QtBot
) -> None:
    school_class(session.desk, size=0)
    page = TodayPage(look, TodayViewModel(session, guide_texts=GUIDE))
    qtbot.addWidget(page)
    page.show()
    page.arrive(Target(PageId.TODAY))
    (button,) = [b for b in page.findChildren(Button) if b._kind == "primary" and b.isVisible()]
    with qtbot.waitSignal(page.open_requested) as asked:
        button.click()
    assert asked.args == [Target(PageId.IMPORT)]


def test_in_a_narrower_window_the_class_goes_on_in_a_second_row(
    look: Look, session: Session, qtbot: QtBot
) -> None:
    session.choose_class(school_class(session.desk, size=28)[0])
    page = TodayPage(look, TodayViewModel(session, guide_texts=GUIDE))
    page.resize(1200, 840)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.arrive(Target(PageId.TODAY))
    QApplication.processEvents()
    strip = page.findChild(FaceStrip)
    assert strip is not None
    one_row = strip.height()
    page.resize(760, 640)
    QApplication.processEvents()
    assert strip.height() >= strip.heightForWidth(strip.width()) > one_row
    page.close_work()


def test_the_ring_of_a_name_that_slips_stands_out_from_the_panel(look: Look, qtbot: QtBot) -> None:
    strip = FaceStrip(look)
    qtbot.addWidget(strip)
    strip.show_faces(
        (FaceShown(student=student(1), level=Level.LEARNING, slips=True),), name="one name"
    )
    strip.resize(200, strip.heightForWidth(200))
    picture = strip.grab().toImage()
    middle = picture.height() // 2
    row = {picture.pixelColor(x, middle).name() for x in range(60)}
    assert look.tokens["honey_edge"].name() in row


def test_tab_goes_down_the_day_also_through_what_was_shown_later(
    page: TodayPage, session: Session, qtbot: QtBot
) -> None:
    page._who._cards[0].stops[0].click()  # another comes in the place of who was spoken with
    page._who._cards[0].stops[0].setFocus()
    said = []
    for _ in range(3):
        there = QApplication.focusWidget()
        said.append(there.accessibleName() or there.text())
        qtbot.keyClick(there, Qt.Key.Key_Tab)

    assert said[0].startswith("Spoken: ")
    assert said[1].startswith("Kept: stage")
    assert said[2] == "Add a promise"


def test_cards_below_each_other_are_as_high_as_what_is_in_them(
    page: TodayPage, qtbot: QtBot
) -> None:
    page._promises.show_promises(())
    beside = page._promises.height()
    page.resize(640, 840)
    qtbot.waitUntil(lambda: page._promises.width() > 500)
    assert page._promises.height() < beside / 2
