"""The locked window: the right words open it, wrong ones wait longer, and no name shows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from klasgenoot.app.places import resources
from klasgenoot.domain.settings import Theme
from klasgenoot.store.keys import make_keys
from klasgenoot.ui.pages.locked.page import LockedPage
from klasgenoot.ui.shell.bare_window import BareLooks
from klasgenoot.ui.shell.locked_window import LockedWindow
from klasgenoot.viewmodels.locked import FREE_TRIES, LONGEST_WAIT, LockedViewModel, wait_after

PHRASE = "vijf schapen drinken thee"


class Door:
    """A locked window with what opens it."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.key, self.code = make_keys(folder, passphrase=PHRASE)
        self.view_model = LockedViewModel(folder)
        self.opened: list[tuple[str, bool]] = []
        self.view_model.unlocked.connect(lambda key, by_code: self.opened.append((key, by_code)))
        looks = BareLooks(
            resources=resources(),
            state_file=folder / "window.ini",
            theme=Theme.LIGHT,
            text_percent=100,
        )
        self.window = LockedWindow(self.view_model, looks, minutes=5)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.page.begin()
        self._qtbot = qtbot

    @property
    def page(self) -> LockedPage:
        return self.window.page

    @property
    def field(self) -> QLineEdit:
        return next(f for f in self.page.findChildren(QLineEdit) if f.isVisible())

    def type_in(self, words: str) -> None:
        self.field.clear()
        self._qtbot.keyClicks(self.field, words)
        self._qtbot.keyClick(self.field, Qt.Key.Key_Return)
        self._qtbot.waitUntil(lambda: not self.view_model.is_busy, timeout=30_000)


@pytest.fixture
def door(tmp_path: Path, qtbot: QtBot, quick_keys: None) -> Iterator[Door]:
    door = Door(tmp_path, qtbot)
    yield door
    door.window.let_go()


def test_the_passphrase_opens(door: Door) -> None:
    door.type_in(PHRASE)
    assert door.opened == [(door.key, False)]


def test_another_phrase_is_refused_and_can_be_typed_over(door: Door) -> None:
    door.type_in("vier schapen drinken thee")
    assert not door.opened
    assert door.page._trouble.isVisible()
    assert door.field.selectedText()
    door.type_in(PHRASE)
    assert door.opened == [(door.key, False)]


def test_the_recovery_sheet_opens_too_however_it_is_typed(door: Door, qtbot: QtBot) -> None:
    door.page._other.click()
    assert door.field.echoMode() is QLineEdit.EchoMode.Normal
    door.type_in(door.code.lower().replace("-", " "))
    assert door.opened == [(door.key, True)]


def test_what_is_typed_shows_as_dots_until_the_eye_is_pressed(door: Door) -> None:
    assert door.field.echoMode() is QLineEdit.EchoMode.Password
    door.field.actions()[0].trigger()
    assert door.field.echoMode() is QLineEdit.EchoMode.Normal


def test_after_a_few_wrong_tries_one_has_to_wait(door: Door, qtbot: QtBot) -> None:
    for _ in range(FREE_TRIES):
        door.type_in("mis")
    assert door.view_model.wait == 1
    door.type_in(PHRASE)
    assert not door.opened
    qtbot.waitUntil(lambda: door.view_model.wait == 0, timeout=30_000)
    door.type_in(PHRASE)
    assert door.opened


def test_the_wait_grows_and_has_an_end() -> None:
    waits = [wait_after(wrong) for wrong in range(20)]
    assert waits == sorted(waits)
    assert waits[FREE_TRIES - 1 : FREE_TRIES + 3] == [0, 1, 2, 4]
    assert waits[-1] == LONGEST_WAIT


def test_the_page_can_be_drawn_at_every_size(door: Door) -> None:
    for size in ((640, 480), (1024, 680), (1920, 1080)):
        door.window.resize(*size)
        assert not door.window.grab().isNull()
