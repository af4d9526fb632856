"""The first page: three ways to begin, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.welcome.choice_button import ChoiceButton
from klasgenoot.ui.pages.welcome.page import WelcomePage
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target
from klasgenoot.viewmodels.welcome import WelcomeViewModel
from ui.layout_flaws import flaws


@pytest.fixture
def page(look: Look, session: Session, qtbot: QtBot) -> WelcomePage:
    shown = WelcomePage(look, WelcomeViewModel(session))
    shown.resize(1048, 744)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    shown.arrive(Target(PageId.WELCOME))
    return shown


@pytest.fixture
def opened(page: WelcomePage) -> list[Target]:
    """Where the page wanted to go."""
    targets: list[Target] = []
    page.open_requested.connect(targets.append)
    return targets


def press(*keys: Qt.Key | str) -> None:
    for key in keys:
        there = QApplication.focusWidget()
        assert there is not None
        if isinstance(key, str):
            QTest.keyClicks(there, key)
        else:
            QTest.keyClick(there, key)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_the_first_choice_is_to_import(
    page: WelcomePage, opened: list[Target], key: Qt.Key
) -> None:
    press(key)
    assert opened == [Target(PageId.IMPORT)]


def test_the_sample_class_is_asked_for(page: WelcomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.sample_requested):
        press(Qt.Key.Key_Tab, Qt.Key.Key_Space)


def test_an_empty_class_is_named_and_students_are_added_next(
    page: WelcomePage, opened: list[Target], session: Session
) -> None:
    press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert page._name.field.property("wrong")
    assert flaws(page) == []
    press("CMV-1B", Qt.Key.Key_Return)
    assert [known.name for known in session.classes] == ["CMV-1B"]
    assert opened == [Target(PageId.STUDENTS, act="add")]


def test_each_choice_says_what_it_is(page: WelcomePage) -> None:
    for choice in page.findChildren(ChoiceButton):
        assert choice.accessibleName()
        assert choice.accessibleDescription()
        assert choice.minimumSizeHint().height() <= choice.sizeHint().height()
    assert flaws(page) == []
