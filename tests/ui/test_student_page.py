"""The page of one student with real key presses."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class
from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.snoozing import SnoozeReason
from klasgenoot.operations.contacts import ContactDraft, log_contact
from klasgenoot.store import students
from klasgenoot.store.attention import snooze_of
from klasgenoot.store.more_photos import more_photos_of
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.round_check import RoundCheck
from klasgenoot.ui.pages.student.contact_editor import ContactEditor
from klasgenoot.ui.pages.student.hero import Hero
from klasgenoot.ui.pages.student.page import StudentPage
from klasgenoot.ui.pages.student.promises import Promises
from klasgenoot.ui.pages.student.timeline_item import TimelineItem
from klasgenoot.ui.pages.student.top_bar import BackLink
from klasgenoot.ui.shell.navigation import headed
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.student import StudentViewModel
from klasgenoot.viewmodels.target import PageId, Target
from made_files import jpeg
from ui.kit_looks import a_look

KEY = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def ids(session: Session) -> list[StudentId]:
    """Sanne, Milan, Noor, Łukasz and Zoë; Sanne came by twice and was promised something twice."""
    _, made = school_class(session.desk)
    sanne, milan, *_ = made
    drafts = [
        ContactDraft(
            student_ids=(sanne, milan),
            happened_on=TODAY - timedelta(days=40),
            text="came by after class",
            private={sanne: "finds it hard to call"},
            tags=("afspraak",),
            follow_up=TODAY - timedelta(days=6),
        ),
        ContactDraft(
            student_ids=(sanne,),
            happened_on=TODAY - timedelta(days=7),
            kind=ContactKind.TALK,
            text="found a place",
            follow_up=TODAY + timedelta(days=4),
        ),
    ]
    session.do(log_contact, drafts=drafts)
    return made


@pytest.fixture
def page(look: Look, session: Session, ids: list[StudentId], qtbot: QtBot) -> Iterator[StudentPage]:
    """Sanne's page in a window that answers to Ctrl+Z, as the real one does."""
    yield from opened(StudentPage(look, StudentViewModel(session)), session, ids[0], qtbot)


def opened(
    shown: StudentPage, session: Session, who: StudentId, qtbot: QtBot
) -> Iterator[StudentPage]:
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(shown)
    QShortcut(QKeySequence("Ctrl+Z"), window).activated.connect(session.undo)
    window.resize(1200, 840)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    shown.arrive(Target(PageId.STUDENT, student=who))
    yield shown
    shown.leave()
    shown.close_work()
    window.close()


@pytest.fixture
def targets(page: StudentPage) -> list[Target]:
    """Where the page asked to go."""
    asked: list[Target] = []
    page.open_requested.connect(asked.append)
    return asked


def test_f2_edits_the_student_from_anywhere_on_the_page(
    page: StudentPage, session: Session, ids: list[StudentId]
):
    press(Qt.Key.Key_F2, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab, "Sanneke")
    press(Qt.Key.Key_F2)  # a second time begins nothing anew
    press(Qt.Key.Key_Return)
    assert students.student(session.vault, ids[0]).call_name == "Sanneke"


def has_photo(session: Session, who: StudentId) -> bool:
    return students.student(session.vault, who).photo is not None


def go(page: StudentPage, who: StudentId) -> None:
    page.arrive(Target(PageId.STUDENT, student=who))


def press(*keys: Qt.Key | str, hold: Qt.KeyboardModifier = NONE) -> None:
    """Presses keys where the keyboard is."""
    for key in keys:
        there = QApplication.focusWidget()
        assert there is not None
        if isinstance(key, str):
            QTest.keyClicks(there, key)
        else:
            QTest.keyClick(there, key, hold)


def said(page: StudentPage) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def button(page: StudentPage, text: str) -> Button:
    buttons = [b for b in page.findChildren(Button) if text in {b.text(), b.accessibleName()}]
    return next(b for b in buttons if b.isVisible())


def items(page: StudentPage) -> list[TimelineItem]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return page.findChildren(TimelineItem)


def told(page: StudentPage) -> list[str]:
    return [item.accessibleName() for item in items(page)]


def checks(page: StudentPage) -> list[RoundCheck]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return page.findChildren(RoundCheck)


def test_the_page_says_who_it_is_and_where_you_stand(page):
    texts = said(page)
    assert "Sanne Hoekstra" in texts
    assert "Promised by Fri 23 Oct · spoke 7 day(s) ago, aim 21" in texts
    assert "3 of 5" in texts
    assert button(page, "Log contact").hasFocus()


def test_enter_on_the_first_button_logs_a_contact_with_this_student(page, targets, ids):
    press(KEY.Key_Space)
    assert targets == [Target(PageId.LOG, student=ids[0])]


def test_alt_and_arrows_go_through_the_students_and_back_to_the_class(page, targets, ids):
    press(KEY.Key_Down, hold=ALT)
    press(KEY.Key_Up, hold=ALT)
    press(KEY.Key_Left, hold=ALT)
    assert targets == [
        Target(PageId.STUDENT, student=ids[3]),
        Target(PageId.STUDENT, student=ids[1]),
        Target(PageId.STUDENTS),
    ]


def test_the_last_student_has_no_next_one(page, targets, ids):
    go(page, ids[4])
    assert "5 of 5" in said(page)
    assert not button(page, "Next (Alt Down)").isEnabled()
    press(KEY.Key_Down, hold=ALT)
    assert targets == []


def test_going_through_students_by_button_keeps_the_focus_on_that_button(page, ids):
    following = button(page, "Next (Alt Down)")
    following.setFocus()
    go(page, ids[3])
    assert following.hasFocus()


def test_the_timeline_tells_each_contact_with_what_is_for_this_student_alone(page):
    assert told(page) == [
        "Thu 22 Oct, talk. found a place. back Mon 2 Nov",
        (
            "Sat 19 Sep, brief contact. came by after class."
            " only with Sanne: finds it hard to call."
            " back Fri 23 Oct. #afspraak. together with Milan"
        ),
    ]


def test_a_contact_is_mended_in_place_with_enter(page):
    items(page)[0].setFocus()
    press(KEY.Key_Return)
    press(KEY.Key_A, hold=CTRL)
    press("found two places", KEY.Key_Return)
    assert told(page)[0] == "Thu 22 Oct, talk. found two places. back Mon 2 Nov"
    assert items(page)[0].hasFocus()
    press(KEY.Key_Z, hold=CTRL)
    assert told(page)[0] == "Thu 22 Oct, talk. found a place. back Mon 2 Nov"


def test_the_kind_and_the_day_of_a_contact_can_be_mended(page):
    items(page)[0].setFocus()
    press(KEY.Key_Return)
    editor = page._timeline._editor
    editor._kind.setCurrentIndex(editor._kind.findData(ContactKind.MAIL.value))
    press(KEY.Key_Backtab, hold=SHIFT)
    press(KEY.Key_Down)
    button(page, "Save").click()
    assert told(page)[0] == "Wed 21 Oct, mail. found a place. back Mon 2 Nov"


def test_escape_leaves_a_contact_as_it_was(page):
    items(page)[0].setFocus()
    press(KEY.Key_Return, " and more", KEY.Key_Escape)
    assert told(page)[0] == "Thu 22 Oct, talk. found a place. back Mon 2 Nov"
    assert items(page)[0].hasFocus()


def test_a_text_that_is_too_long_is_counted_and_refused_in_place(page):
    items(page)[0].setFocus()
    press(KEY.Key_Return)
    page._timeline._editor._text.setPlainText("x" * 281)
    assert "281 of 280 characters" in said(page)
    press(KEY.Key_Return)
    assert "That is longer than 280 characters. A line is enough." in said(page)
    assert page._timeline._editor is not None


def test_delete_removes_a_contact_and_the_focus_goes_to_the_next(page):
    items(page)[0].setFocus()
    press(KEY.Key_Delete)
    assert len(told(page)) == 1
    assert items(page)[0].hasFocus()
    press(KEY.Key_Z, hold=CTRL)
    assert len(told(page)) == 2


def test_the_buttons_of_a_contact_show_with_the_keyboard_on_it(page):
    first = items(page)[0]
    assert not any(b.isVisible() for b in first.findChildren(Button))
    first.setFocus()
    assert all(b.isVisible() for b in first.findChildren(Button))
    press(KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Space)
    assert len(told(page)) == 1


def test_a_contact_that_is_only_read_is_one_widget(page):
    """Each line in it as a widget of its own cost the page a tenth of a second."""
    assert all(item.findChildren(QWidget) == [] for item in items(page))


def test_the_day_to_come_back_stands_with_its_contact_until_it_is_kept(page, session):
    assert told(page)[0].endswith("back Mon 2 Nov")
    for check in checks(page):
        if "Mon 2 Nov" in check.accessibleName():
            check.setFocus()
    press(KEY.Key_Space)
    assert told(page)[0] == "Thu 22 Oct, talk. found a place"


def test_arrows_walk_through_the_contacts(page):
    items(page)[0].setFocus()
    press(KEY.Key_Down)
    assert items(page)[1].hasFocus()
    press(KEY.Key_Home)
    assert items(page)[0].hasFocus()


def test_of_a_long_history_the_rest_is_shown_on_request(page, session, ids):
    days = range(1, 41)
    drafts = [
        ContactDraft(student_ids=(ids[0],), happened_on=TODAY - timedelta(days=n)) for n in days
    ]
    session.do(log_contact, drafts=drafts)
    assert len(items(page)) == 25
    button(page, "Show all 42 moment(s)").click()
    assert len(items(page)) == 42


def test_a_promise_is_kept_with_one_key(page, session):
    first = checks(page)[0]
    assert first.accessibleName() == "Kept: finds it hard to call, was Fri 23 Oct"
    first.setFocus()
    press(KEY.Key_Space)
    assert [check.accessibleName() for check in checks(page)] == ["Kept: found a place, Mon 2 Nov"]
    assert checks(page)[0].hasFocus()
    press(KEY.Key_Space)
    assert "No open promises." in said(page)
    session.undo()
    assert len(checks(page)) == 1


def test_who_was_never_spoken_with_has_a_question_and_a_button_that_logs_at_once(page, ids):
    go(page, ids[2])
    assert button(page, "Spoken").hasFocus()
    texts = said(page)
    assert "No contact yet in 9 teaching week(s)" in texts
    question = next(text for text in texts if text.startswith("‘"))
    button(page, "Another question").click()
    assert question not in said(page)
    press(KEY.Key_Space)
    assert told(page) == ["Thu 29 Oct, talk"]
    assert "Spoke today, aim 21" in said(page)
    assert button(page, "Log contact").hasFocus(), "where a word on it is written"


def test_in_a_low_window_the_first_thing_to_do_is_in_sight_on_arrival(page, ids):
    page.resize(780, 560)
    go(page, ids[0])
    bar, view = page.scroll_area.verticalScrollBar(), page.scroll_area.viewport()
    bar.setValue(bar.maximum())
    go(page, ids[2])
    spoken = button(page, "Spoken")
    assert spoken.hasFocus()
    assert view.rect().contains(spoken.mapTo(view, spoken.rect().center()))
    promised = next(each for each in page.findChildren(Promises))
    assert spoken.mapTo(page, QPoint()).y() < promised.mapTo(page, QPoint()).y()


def test_who_was_never_spoken_with_is_put_off_by_keys_alone(page, ids, session):
    go(page, ids[2])
    press(KEY.Key_Tab, KEY.Key_Tab)
    assert QApplication.focusWidget() is button(page, "Later")
    press(KEY.Key_Space)
    press(KEY.Key_Right, KEY.Key_Return)
    kept = snooze_of(session.vault, ids[2])
    assert kept.reason is SnoozeReason.ILL
    assert button(page, "Later").hasFocus()
    assert any(text.startswith("Put off until Thu 12 Nov") for text in said(page))
    assert "This can wait until Thu 12 Nov." in said(page)


def test_details_become_fields_and_enter_stores_them(page):
    button(page, "Edit").click()
    press(KEY.Key_A, hold=CTRL)
    press("Sanna", KEY.Key_Tab, "van", KEY.Key_Return)
    assert "Sanna van Hoekstra" in said(page)
    assert not page._side.is_editing
    assert button(page, "Edit").hasFocus()
    press(KEY.Key_Z, hold=CTRL)
    assert "Sanne Hoekstra" in said(page)


def test_escape_leaves_the_details_as_they_were(page):
    button(page, "Edit").click()
    press("x", KEY.Key_Escape)
    assert not page._side.is_editing
    assert "Sanne Hoekstra" in said(page)


def test_without_a_name_the_fields_stay_and_say_why(page):
    button(page, "Edit").click()
    for name in ("given_name", "family_name"):
        page._side._form._asks[name].field.clear()
    press(KEY.Key_Return)
    assert page._side.is_editing
    assert "Give a name first." in said(page)


def test_what_was_typed_is_kept_when_the_page_is_left(page, session, ids):
    button(page, "Edit").click()
    page._side._form._note.setPlainText("plays bass")
    page.leave()
    assert students.student(session.vault, ids[0]).note == "plays bass"


def test_an_own_note_stands_under_the_details(page, session):
    button(page, "Edit").click()
    page._side._form._note.setPlainText("plays bass")
    button(page, "Save").click()
    assert {"Own note", "plays bass"} <= set(said(page))


@pytest.fixture
def menus(monkeypatch) -> list[QMenu]:
    """The menus that popped up."""
    popped: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, *_: popped.append(menu))
    return popped


def deeds(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


def test_a_photo_is_chosen_from_a_file_cropped_and_taken_away(
    page, session, ids, menus, monkeypatch, tmp_path: Path, qtbot
):
    (tmp_path / "face.jpg").write_bytes(jpeg(400, 500))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "face.jpg"), ""))
    button(page, "Photo").click()
    asked = "What the student says of it…"
    assert deeds(menus[0]) == ["Choose a photo…", asked]
    choose(menus[0], "Choose a photo…")
    qtbot.waitUntil(lambda: has_photo(session, ids[0]), timeout=30_000)
    button(page, "Photo").click()
    own = ["Change photo…", "Add a photo…", "Choose the portrait…", "Take the photo away"]
    assert deeds(menus[1]) == [*own, asked]
    choose(menus[1], "Choose the portrait…")
    press(KEY.Key_Minus, KEY.Key_Minus, KEY.Key_Up, KEY.Key_Return)
    crop = students.student(session.vault, ids[0]).crop
    assert crop.width == pytest.approx(1 / 1.05**2)
    assert page._panels.is_free
    button(page, "Photo").click()
    choose(menus[2], "Take the photo away")
    assert students.student(session.vault, ids[0]).photo is None


def test_escape_leaves_the_portrait_as_it_was(page, session, ids, tmp_path: Path, qtbot):
    (tmp_path / "face.jpg").write_bytes(jpeg(400, 500))
    page._view_model.set_photo(tmp_path / "face.jpg")
    qtbot.waitUntil(lambda: has_photo(session, ids[0]), timeout=30_000)
    before = students.student(session.vault, ids[0]).crop
    page._side.crop_requested.emit()
    press(KEY.Key_Minus, KEY.Key_Escape)
    assert page._panels.is_free
    assert students.student(session.vault, ids[0]).crop == before


def test_a_photo_can_be_dropped_on_the_face(page, session, ids, tmp_path: Path, qtbot):
    (tmp_path / "face.jpg").write_bytes(jpeg(400, 500))
    hero = page.findChild(Hero)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "face.jpg"))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    for event in (
        QDragEnterEvent(QPoint(20, 20), copy, mime, left, NONE),
        QDropEvent(QPointF(20, 20), copy, mime, left, NONE),
    ):
        QApplication.sendEvent(hero, event)
        assert event.isAccepted()
    assert not page.grab().isNull()
    qtbot.waitUntil(lambda: has_photo(session, ids[0]), timeout=30_000)


def test_photos_dropped_anywhere_on_the_page_are_the_students(
    page, session, ids, tmp_path: Path, qtbot
):
    mime = QMimeData()
    for n in range(2):
        (tmp_path / f"{n}.JPG").write_bytes(jpeg(400 + n, 500))
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / f"{n}.JPG")) for n in range(2)])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(20, 20), copy, mime, left, NONE)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    assert page._side.hero._is_target
    QApplication.sendEvent(page, QDropEvent(QPointF(20, 20), copy, mime, left, NONE))
    assert not page._side.hero._is_target
    qtbot.waitUntil(lambda: has_photo(session, ids[0]), timeout=30_000)
    qtbot.waitUntil(lambda: len(more_photos_of(session.vault, ids[0])) == 1, timeout=30_000)


def test_a_list_dropped_on_the_page_is_left_to_the_import(page, tmp_path: Path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.jpg", "list.csv")])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(20, 20), copy, mime, left, NONE)
    enter.ignore()
    QApplication.sendEvent(page, enter)
    assert not enter.isAccepted()


def test_what_was_wrong_with_a_file_goes_when_the_next_is_dropped(page, tmp_path: Path, qtbot):
    (tmp_path / "list.jpg").write_text("name\n", encoding="utf-8")
    page._side.hero.dropped.emit((tmp_path / "list.jpg",))
    qtbot.waitUntil(lambda: "is not a photo" in "".join(said(page)), timeout=30_000)
    (tmp_path / "face.jpg").write_bytes(jpeg(400, 500))
    page._side.hero.dropped.emit((tmp_path / "face.jpg",))
    assert "is not a photo" not in "".join(said(page))
    page.close_work()


def test_a_file_that_is_no_photo_is_refused_under_the_face(page, tmp_path: Path, qtbot):
    (tmp_path / "list.jpg").write_text("name\n", encoding="utf-8")
    page._side.dropped.emit((tmp_path / "list.jpg",))
    sentence = "list.jpg is not a photo. JPEG, PNG and WebP can be read."
    qtbot.waitUntil(lambda: sentence in said(page), timeout=30_000)


def test_removing_the_student_leads_back_to_the_class(page, targets, session, ids, menus):
    button(page, "More").click()
    choose(menus[0], "Remove from class")
    assert targets == [Target(PageId.STUDENTS)]
    assert students.student(session.vault, ids[0]) is None


def test_who_is_removed_by_doing_it_again_leads_back_to_the_class(page, targets, session):
    page._view_model.remove()
    session.undo()
    targets.clear()
    session.redo()
    assert targets == [Target(PageId.STUDENTS)]


def test_a_student_who_is_not_there_leads_back_to_the_class(page, targets):
    go(page, StudentId(999))
    assert targets == [Target(PageId.STUDENTS)]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_page_can_be_drawn_in_every_look_and_width(session, ids, qtbot, theme, scale):
    look = a_look(theme, text_scale=scale)
    shown = StudentPage(look, StudentViewModel(session))
    for page in opened(shown, session, ids[0], qtbot):
        for width in (1600, 1200, 800, 560):
            page.window().resize(width, 800)
            QApplication.processEvents()
            assert not page.grab().isNull()


def test_back_says_and_goes_to_where_one_came_from(page, targets, ids):
    page.arrive(Target(PageId.STUDENT, student=ids[0], back=PageId.CHECK_INS))
    (link,) = page.findChildren(BackLink)
    assert link.text() == "Check-ins"
    press(KEY.Key_Left, hold=ALT)
    assert targets == [Target(PageId.CHECK_INS)]


def test_from_a_page_without_a_name_of_its_own_back_is_the_class(page, targets, ids):
    page.arrive(Target(PageId.STUDENT, student=ids[0], back=PageId.PRACTICE))
    (link,) = page.findChildren(BackLink)
    assert link.text() == "Students"
    press(KEY.Key_Left, hold=ALT)
    assert targets == [Target(PageId.STUDENTS)]


def test_among_the_pages_about_one_student_it_is_known_where_one_came_from(ids):
    today = Target(PageId.TODAY)
    first = headed(Target(PageId.STUDENT, student=ids[0]), here=today)
    assert first.back is PageId.TODAY
    following = headed(Target(PageId.STUDENT, student=ids[1]), here=first)
    access = headed(Target(PageId.ACCESS, student=ids[1]), here=following)
    back = headed(Target(PageId.STUDENT, student=ids[1]), here=access)
    assert (following.back, access.back, back.back) == (PageId.TODAY,) * 3
    assert headed(PageId.TODAY, here=back) == today


def test_a_page_with_little_on_it_does_not_scroll(page, session, ids, qtbot):
    """A place in a grid over two rows was given the height it has at another width."""
    session.do(
        log_contact, drafts=[ContactDraft(student_ids=(ids[2],), happened_on=TODAY, text="hoi")]
    )
    page.resize(1208, 844)
    go(page, ids[2])
    area = page.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.viewport().width() > 1000)
    QApplication.sendPostedEvents()
    assert area.verticalScrollBar().maximum() == 0


def test_a_contact_far_down_is_in_sight_whole_when_it_is_mended(page, session, ids, qtbot):
    drafts = [
        ContactDraft(student_ids=(ids[0],), happened_on=TODAY - timedelta(days=n))
        for n in range(30, 50)
    ]
    session.do(log_contact, drafts=drafts)
    page.resize(1208, 600)
    QApplication.sendPostedEvents()
    items(page)[12].setFocus()
    press(KEY.Key_Return)
    (editor,) = page.findChildren(ContactEditor)
    area = page.findChild(QScrollArea)

    def in_sight() -> bool:
        top = editor.mapTo(area.viewport(), QPoint()).y()
        return top >= 0 and top + editor.height() <= area.viewport().height()

    qtbot.waitUntil(in_sight)


def test_tab_goes_from_the_timeline_to_the_promises_also_when_it_was_made_anew(page):
    for _ in range(2):
        button(page, "Log contact").setFocus()
        press(KEY.Key_Tab)
        assert items(page)[0].hasFocus()
        press(KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Tab)
        assert QApplication.focusWidget().accessibleName() == "New promise"
        items(page)[0].setFocus()
        press(KEY.Key_Delete)
