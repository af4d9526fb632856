"""More photos and the sound of a name on the page of a student, with real key presses."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeySequence,
    QShortcut,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from builders import TODAY, school_class
from fake_sound import FakeDevice, a_name
from klasgenoot.domain.errors import NoSound
from klasgenoot.domain.people import Crop, PhotoId, StudentId
from klasgenoot.domain.rights import PhotoAnswer
from klasgenoot.exchange import sound_device
from klasgenoot.exchange.recorder import Way
from klasgenoot.operations.more_photos import add_photo
from klasgenoot.operations.students import edit_student
from klasgenoot.store import students
from klasgenoot.store.more_photos import more_photos_of
from klasgenoot.store.photos import StoredPhoto, keep_photo
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.progress import Progress
from klasgenoot.ui.pages.student.more_photos import MorePhotos, SmallPhoto
from klasgenoot.ui.pages.student.page import StudentPage
from klasgenoot.ui.pages.student.sound_row import SoundRow
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.student import StudentViewModel
from klasgenoot.viewmodels.target import PageId, Target
from made_files import jpeg

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
WHOLE, PART = Crop(0, 0, 1, 1), Crop(0.1, 0.1, 0.5, 0.5)


@pytest.fixture
def device(monkeypatch) -> FakeDevice:
    made = FakeDevice()
    monkeypatch.setattr(sound_device, "system_device", lambda: made)
    return made


@pytest.fixture
def ids(session: Session) -> list[StudentId]:
    """Sanne has two photos, Milan one, and the others none."""
    _, made = school_class(session.desk)
    for who, number, crop in ((made[0], 0, WHOLE), (made[0], 1, PART), (made[1], 2, WHOLE)):
        session.do(add_photo, student_id=who, photo=a_photo(session, number), crop=crop, on=TODAY)
    return made


def a_photo(session: Session, number: int) -> PhotoId:
    data = jpeg(400 + number, 500)
    return keep_photo(session.vault, StoredPhoto(data, data, 400 + number, 500))


@pytest.fixture
def page(
    look: Look, session: Session, ids: list[StudentId], device: FakeDevice, qtbot: QtBot
) -> Iterator[StudentPage]:
    shown = StudentPage(look, StudentViewModel(session))
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(shown)
    QShortcut(QKeySequence("Ctrl+Z"), window).activated.connect(session.undo)
    window.resize(1200, 1400)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    go(shown, ids[0])
    qtbot.waitUntil(lambda: shown._view_model.recording._found is not None)
    yield shown
    shown.leave()
    shown.close_work()
    window.close()


@pytest.fixture
def menus(monkeypatch) -> list[QMenu]:
    popped: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, *_: popped.append(menu))
    return popped


def go(page: StudentPage, who: StudentId) -> None:
    page.arrive(Target(PageId.STUDENT, student=who))


def press(*keys: Qt.Key | str, hold: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        there = QApplication.focusWidget()
        assert there is not None
        if isinstance(key, str):
            QTest.keyClicks(there, key)
        else:
            QTest.keyClick(there, key, hold)


def button(page: StudentPage, text: str) -> Button:
    buttons = [b for b in page.findChildren(Button) if text in {b.text(), b.accessibleName()}]
    return next(b for b in buttons if b.isVisible())


def sounding(page: StudentPage) -> list[str]:
    """The buttons beside the pronunciation that can be pressed now."""
    buttons = page.findChild(SoundRow).findChildren(Button)
    return [each.text() or each.accessibleName() for each in buttons if each.isVisible()]


def said(page: StudentPage) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def small(page: StudentPage) -> list[SmallPhoto]:
    return list(page._more._buttons)


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


def photos(session: Session, who: StudentId) -> list[PhotoId | None]:
    known = students.student(session.vault, who)
    return [known.photo, *(each.photo for each in more_photos_of(session.vault, who))]


def test_the_other_photos_stand_small_under_the_large_one(page, ids):
    names = [each.accessibleName() for each in small(page)]
    assert names == ["Photo added on 29 October", "Add a photo"]
    assert any("kept for the sweep" in text for text in said(page))
    go(page, ids[1])
    assert len(small(page)) == 1
    assert any("A second photo, of another day" in text for text in said(page))
    go(page, ids[2])
    assert not page._more.isVisible()


def test_enter_on_a_small_photo_opens_its_menu_and_makes_it_the_main_one(page, session, ids, menus):
    first, second = photos(session, ids[0])
    small(page)[0].setFocus()
    press(KEY.Key_Return)
    assert [action.text() for action in menus[0].actions()] == [
        "Make this the main photo",
        "Choose the portrait…",
        "Take this photo away",
    ]
    choose(menus[0], "Make this the main photo")
    assert photos(session, ids[0]) == [second, first]
    assert students.student(session.vault, ids[0]).crop == PART
    assert small(page)[0].hasFocus()
    press(KEY.Key_Z, hold=CTRL)
    assert photos(session, ids[0]) == [first, second]


def test_the_portrait_in_a_small_photo_is_chosen_with_keys(page, session, ids, menus):
    small(page)[0].setFocus()
    press(KEY.Key_Space)
    choose(menus[0], "Choose the portrait…")
    press(KEY.Key_Minus, KEY.Key_Return)
    assert page._panels.is_free
    (other,) = more_photos_of(session.vault, ids[0])
    assert other.crop != PART
    assert students.student(session.vault, ids[0]).crop == WHOLE


def test_delete_takes_a_small_photo_away_and_undo_brings_it_back(page, session, ids):
    before = photos(session, ids[0])
    small(page)[0].setFocus()
    press(KEY.Key_Delete)
    assert photos(session, ids[0]) == before[:1]
    assert small(page)[0].hasFocus()
    press(KEY.Key_Delete)
    assert photos(session, ids[0]) == before[:1], "the place for one more is no photo"
    press(KEY.Key_Z, hold=CTRL)
    assert photos(session, ids[0]) == before


def test_taking_the_main_photo_away_brings_the_other_up(page, session, ids, menus):
    _, second = photos(session, ids[0])
    button(page, "Photo").click()
    choose(menus[0], "Take the photo away")
    assert photos(session, ids[0]) == [second]


def test_several_photos_are_added_from_files(page, session, ids, monkeypatch, tmp_path, qtbot):
    for number in range(2):
        (tmp_path / f"{number}.jpg").write_bytes(jpeg(300 + number, 400))
    names = [str(tmp_path / f"{number}.jpg") for number in range(2)]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
    small(page)[-1].setFocus()
    press(KEY.Key_Return)
    assert small(page)[-1].accessibleName() == "The photo is on its way"
    assert not page.grab().isNull()
    qtbot.waitUntil(lambda: len(photos(session, ids[0])) == 4, timeout=30_000)
    assert len(small(page)) == 4
    assert small(page)[-1].accessibleName() == "Add a photo"


def test_the_keyboard_is_on_the_photos_again_once_a_file_was_chosen(page, tmp_path: Path, qtbot):
    picture = tmp_path / "one.jpg"
    picture.write_bytes(jpeg(300, 375))
    small(page)[-1].setFocus()
    chooser = QWidget()  # stands for the window in which a file is chosen
    qtbot.addWidget(chooser)
    with qtbot.waitActive(chooser):
        chooser.show()
        chooser.activateWindow()
    before = len(small(page))
    page.findChild(MorePhotos).add((picture,))
    qtbot.waitUntil(lambda: len(small(page)) > before)
    chooser.close()
    page.window().activateWindow()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), SmallPhoto))


def test_a_file_dropped_on_the_small_photos_is_one_more(page, session, ids, tmp_path: Path, qtbot):
    (tmp_path / "face.jpg").write_bytes(jpeg(300, 400))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "face.jpg"))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    strip = page.findChild(MorePhotos)
    for event in (
        QDragEnterEvent(QPoint(9, 9), copy, mime, left, none),
        QDropEvent(QPointF(9, 9), copy, mime, left, none),
    ):
        QApplication.sendEvent(strip, event)
        assert event.isAccepted()
        assert not page.grab().isNull()
    qtbot.waitUntil(lambda: len(photos(session, ids[0])) == 3, timeout=30_000)


@pytest.mark.parametrize("what", ["file", "bytes", "image"])
def test_a_photo_that_was_copied_is_pasted(page, session, ids, tmp_path: Path, qtbot, what):
    mime = QMimeData()
    data = jpeg(300, 400)
    if what == "file":
        (tmp_path / "face.jpg").write_bytes(data)
        mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "face.jpg"))])
    elif what == "bytes":
        mime.setData("image/jpeg", data)
    else:
        mime.setImageData(QImage.fromData(data))
    QGuiApplication.clipboard().setMimeData(mime)
    press(KEY.Key_V, hold=CTRL)
    qtbot.waitUntil(lambda: len(photos(session, ids[0])) == 3, timeout=30_000)
    go(page, ids[2])
    press(KEY.Key_V, hold=CTRL)
    qtbot.waitUntil(lambda: photos(session, ids[2])[0] is not None, timeout=30_000)


def test_pasting_words_does_nothing_to_the_photos(page, session, ids):
    QGuiApplication.clipboard().setText("no photo")
    press(KEY.Key_V, hold=CTRL)
    assert not page._view_model.photos.is_adding


def test_who_would_rather_have_no_photo_has_no_place_for_one(page, session, ids):
    page._view_model.tell_photo(PhotoAnswer.NO, on=TODAY, told_by="")
    assert not page._more.isVisible()
    session.undo()
    assert page._more.isVisible()


def test_tab_goes_from_the_photos_to_the_sound_and_then_to_the_buttons(page):
    small(page)[0].setFocus()
    press(KEY.Key_Tab)
    assert QApplication.focusWidget() is button(page, "Record")
    press(KEY.Key_Tab)
    assert QApplication.focusWidget() is button(page, "Edit")


def test_a_name_is_recorded_heard_and_removed_with_the_keyboard(page, session, ids, device, qtbot):
    assert sounding(page) == ["Record"]
    button(page, "Record").setFocus()
    press(KEY.Key_Space)
    assert sounding(page) == ["Stop"]
    assert button(page, "Stop").hasFocus()
    device.hear(a_name())
    bar = page.findChild(SoundRow).findChild(Progress)
    qtbot.waitUntil(lambda: "2.2 s" in said(page))
    assert bar.isVisible()
    assert not page.grab().isNull()
    press(KEY.Key_Space)
    assert sounding(page) == ["Hear", "Record again", "Remove the recording"]
    assert button(page, "Hear").hasFocus()
    press(KEY.Key_Return)
    assert sounding(page) == ["Stop"]
    device.end()
    qtbot.waitUntil(lambda: "Hear" in sounding(page))
    assert button(page, "Hear").hasFocus()
    press(KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Space)
    assert students.student(session.vault, ids[0]).sound is None
    assert sounding(page) == ["Record"]
    press(KEY.Key_Z, hold=CTRL)
    assert "Hear" in sounding(page)


def test_escape_drops_what_is_being_recorded(page, session, ids, device):
    button(page, "Record").setFocus()
    press(KEY.Key_Space)
    device.hear(a_name())
    press(KEY.Key_Escape)
    assert not device.is_open
    assert students.student(session.vault, ids[0]).sound is None
    assert button(page, "Record").hasFocus()


def test_leaving_the_page_or_going_on_closes_the_microphone(page, ids, device):
    for leave in (page.leave, lambda: go(page, ids[1])):
        go(page, ids[0])
        button(page, "Record").click()
        assert device.is_open
        leave()
        assert not device.is_open


def test_without_a_microphone_recording_is_hidden_and_a_sentence_says_why(
    look, session, ids, device, qtbot
):
    device.troubles[Way.IN] = NoSound("microphone")
    shown = StudentPage(look, StudentViewModel(session))
    qtbot.addWidget(shown)
    shown.resize(1200, 1400)
    shown.show()
    go(shown, ids[0])
    sentence = "Nothing can be recorded here: there is no microphone."
    qtbot.waitUntil(lambda: sentence in said(shown))
    assert sounding(shown) == []
    shown.close_work()


def test_the_new_fields_are_filled_in_and_shown(page, session, ids):
    button(page, "Edit").click()
    asks = page._side._form._asks
    for name, text in (
        ("pronouns", "she/her"),
        ("aliases", "San ,Sanneke, San"),
        ("mnemonic", "plays bass"),
        ("pronunciation", "SAN-uh"),
        ("call_name", "Sanne-Marie"),
    ):
        asks[name].field.setFocus()
        press(KEY.Key_A, hold=CTRL)
        press(text)
    press(KEY.Key_Return)
    known = students.student(session.vault, ids[0])
    assert known.aliases == ("San", "Sanneke")
    assert (known.pronouns, known.mnemonic) == ("she/her", "plays bass")
    texts = set(said(page))
    assert {"she/her", "San, Sanneke", "plays bass", "SAN-uh", "Sanne-Marie"} <= texts
    button(page, "Edit").click()
    assert asks["aliases"].field.text() == "San, Sanneke"
    press(KEY.Key_Escape)


def test_saving_the_form_keeps_a_main_photo_chosen_meanwhile(page, session, ids):
    first, second = photos(session, ids[0])
    button(page, "Edit").click()
    (other,) = more_photos_of(session.vault, ids[0])
    page._view_model.photos.make_main(other.id)
    page._side._form._asks["mnemonic"].field.setText("bril")
    page._side._form._asks["mnemonic"].field.setFocus()
    press(KEY.Key_Return)
    known = students.student(session.vault, ids[0])
    assert known.mnemonic == "bril"
    assert photos(session, ids[0]) == [second, first]


def test_a_mnemonic_that_many_share_is_said_to(page, session, ids):
    for who in ids:
        known = students.student(session.vault, who)
        session.do(edit_student, changed=replace(known, mnemonic="Bril"))
    remark = "“Bril” also stands with 4 other name(s)."
    assert any(text.startswith(remark) for text in said(page))
    last = students.student(session.vault, ids[4])
    session.do(edit_student, changed=replace(last, mnemonic="speelt bas"))
    assert not any(text.startswith("“Bril” also") for text in said(page))
