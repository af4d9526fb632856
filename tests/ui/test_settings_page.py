"""Settings: each choice is kept at once, and what is typed is kept on Enter or on leaving."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import school_class
from klasgenoot.domain.settings import Language, Theme
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.choice import Dropdown
from klasgenoot.ui.kit.field import TextBox
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.segmented import Segmented
from klasgenoot.ui.pages.settings.page import SettingsPage
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.settings import SettingsViewModel
from klasgenoot.viewmodels.target import SENTENCES, PageId, Target
from ui.layout_flaws import flaws


@pytest.fixture
def page(look: Look, session: Session, qtbot: QtBot) -> SettingsPage:
    school_class(session.desk, size=1)
    shown = SettingsPage(look, SettingsViewModel(session))
    shown.resize(1048, 744)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    shown.arrive(Target(PageId.SETTINGS))
    return shown


def part(page: SettingsPage, kind: type, name: str) -> object:
    (found,) = (each for each in page.findChildren(kind) if each.accessibleName() == name)
    return found


def said(page: SettingsPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def test_language_and_looks_are_one_choice_each(page: SettingsPage, session: Session) -> None:
    language, looks = part(page, Segmented, "Language"), part(page, Dropdown, "Looks")
    assert (language.current(), looks.currentData()) == ("nl", "system")
    language._segments["en"].click()
    looks.setFocus()
    QTest.keyClick(looks, Qt.Key.Key_Down)
    assert session.settings.language is Language.ENGLISH
    assert session.settings.theme is Theme.LIGHT


def test_the_keyboard_begins_on_the_language_that_is_spoken(page: SettingsPage) -> None:
    language = part(page, Segmented, "Language")
    for key in ("en", "nl"):
        language.choose(key)
        page.arrive(Target(PageId.SETTINGS))
        assert page.focusWidget() is language._segments[key]


def test_who_comes_for_the_aim_finds_it_in_hand(page: SettingsPage) -> None:
    page.arrive(Target(PageId.SETTINGS, act="aim"))
    assert page.focusWidget() is part(page, Dropdown, "Aim for contact")


def test_who_comes_for_the_sentences_types_on_behind_the_last(
    page: SettingsPage, session: Session
) -> None:
    page.arrive(Target(PageId.SETTINGS, act=SENTENCES))
    QApplication.processEvents()
    box = part(page, TextBox, "Sentences for the log")
    QTest.keyClicks(box, " na de les")
    assert page.focusWidget() is box
    box.clearFocus()
    assert session.settings.log_templates.endswith("\nasked how things are na de les")


def test_size_and_aim_are_picked_from_a_list(page: SettingsPage, session: Session) -> None:
    for name, percent, days in (("Text size", 110, 21), ("Aim for contact", 110, 28)):
        box = part(page, Dropdown, name)
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert session.settings.text_percent == percent
        assert session.settings.target_days == days


def test_the_class_is_renamed_on_enter(page: SettingsPage, session: Session) -> None:
    field = page._name.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "  ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "Give a name first." in said(page)
    assert flaws(page) == []
    QTest.keyClicks(field, "CMV-2B")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [known.name for known in session.classes] == ["CMV-2B"]
    assert "Give a name first." not in said(page)
    assert field.text() == "CMV-2B"


def test_what_is_being_typed_is_taken_when_the_window_goes(
    page: SettingsPage, session: Session
) -> None:
    field = page._name.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "CMV-2A")
    page.leave()
    assert session.current_class is not None
    assert session.current_class.name == "CMV-2A"
    assert not field.hasFocus()


def test_the_first_lesson_is_typed_as_one_says_it(page: SettingsPage, session: Session) -> None:
    field = page._first.field
    for typed, shown, day in (
        ("8-2-2027", "8 February 2027", date(2027, 2, 8)),
        ("binnenkort", "binnenkort", date(2027, 2, 8)),
        ("", "", None),
    ):
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.text().endswith(shown)
        assert session.classes[0].first_lesson == day
        assert ("That is no day." in said(page)) == (typed == "binnenkort")
    assert field.placeholderText() == "not known yet"


def test_a_class_that_is_removed_takes_its_card_along_and_undo_brings_it_back(
    page: SettingsPage, session: Session
) -> None:
    remove = next(b for b in page.findChildren(Button) if b.text() == "Remove this class")
    remove.click()
    assert session.classes == ()
    assert not page._class_card.isVisible()
    session.undo()
    assert page._class_card.isVisible()


def test_where_the_data_lies_is_said_only_when_it_lies_somewhere(page: SettingsPage) -> None:
    assert "one encrypted file on this computer" in said(page)
    assert flaws(page) == []


def test_sentences_for_the_log_are_kept_when_the_box_is_left(
    page: SettingsPage, session: Session
) -> None:
    box = part(page, TextBox, "Sentences for the log")
    assert len(box.toPlainText().splitlines()) == 5
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "kwam op tijd")
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClicks(box, "vroeg naar ...")
    page.leave()
    assert session.settings.log_templates == "kwam op tijd\nvroeg naar …"

    next(b for b in page.findChildren(Button) if b.text() == "Back to the first five").click()
    assert session.settings.log_templates == ""
    assert len(box.toPlainText().splitlines()) == 5
