"""Several widgets as one tab stop, and chips of which at most one is on, with real key presses."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGridLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from klasgenoot.ui.kit.chips import Choice
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_of import OneOrNone
from klasgenoot.ui.kit.one_stop import OneStop

K = Qt.Key
GRID = ("ab", "cd", "e")


@pytest.fixture
def grid(qtbot: QtBot) -> QWidget:
    """A window with buttons a to e on three lines, and buttons before and after them."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(QPushButton("before"))
    inner = QWidget()
    cells = QGridLayout(inner)
    buttons = []
    for line, letters in enumerate(GRID):
        for place, letter in enumerate(letters):
            buttons.append(QPushButton(letter))
            cells.addWidget(buttons[-1], line, place)
    column.addWidget(inner)
    column.addWidget(QPushButton("after"))
    OneStop(inner, buttons)
    qtbot.addWidget(window)
    _show(window, qtbot)
    buttons[0].setFocus()
    return window


def _show(window: QWidget, qtbot: QtBot) -> None:
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def focused() -> QPushButton:
    there = QApplication.focusWidget()
    assert isinstance(there, QPushButton)
    return there


def path(*keys: Qt.Key) -> str:
    """Where each key goes, from where the keyboard is."""
    visited = []
    for key in keys:
        QTest.keyClick(focused(), key)
        visited.append(focused().text())
    return " ".join(visited)


@pytest.mark.parametrize(
    ("keys", "where"),
    [
        ((K.Key_Right, K.Key_Down, K.Key_Left, K.Key_Up), "b d c a"),
        ((K.Key_Down, K.Key_Down, K.Key_Down), "c e e"),
        ((K.Key_Right, K.Key_Right, K.Key_Left), "b c b"),
        ((K.Key_Left, K.Key_End, K.Key_Home), "a e a"),
    ],
    ids=["around", "down and no further", "on to the next line", "to the ends"],
)
def test_arrow_keys_go_to_what_lies_that_way(
    grid: QWidget, keys: tuple[Qt.Key, ...], where: str
) -> None:
    assert path(*keys) == where


def test_tab_leaves_and_comes_back_to_where_one_was(grid: QWidget) -> None:
    assert path(K.Key_Down, K.Key_Tab, K.Key_Backtab, K.Key_Backtab) == "c after c before"


def test_enter_presses_a_button_once(grid: QWidget) -> None:
    pressed: list[bool] = []
    focused().clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(focused(), K.Key_Return)
    assert pressed == [True]


def test_what_is_hidden_is_passed_by(grid: QWidget) -> None:
    hidden = next(b for b in grid.findChildren(QPushButton) if b.text() == "b")
    hidden.hide()
    assert path(K.Key_Right) == "c"


def test_keys_with_a_modifier_are_left_to_others(grid: QWidget) -> None:
    path(K.Key_Down)
    QTest.keyClick(focused(), K.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert focused().text() == "c"


@pytest.fixture
def chips(look: Look, qtbot: QtBot) -> OneOrNone:
    made = OneOrNone(look, [Choice("x", "One"), Choice("y", "Two")], name="Which?")
    qtbot.addWidget(made)
    _show(made, qtbot)
    made.chip("x").setFocus()
    return made


def test_at_most_one_chip_is_on_and_it_can_be_taken_off(chips: OneOrNone) -> None:
    picked: list[str] = []
    chips.picked.connect(picked.append)
    for key in (K.Key_Space, K.Key_Right, K.Key_Space, K.Key_Return):
        there = QApplication.focusWidget()
        assert there is not None
        QTest.keyClick(there, key)
    assert picked == ["x", "y", ""]
    assert not chips.chip("x").isChecked()
    assert not chips.chip("y").isChecked()


def test_what_is_chosen_is_where_tab_goes(chips: OneOrNone) -> None:
    chips.choose("y")
    assert chips.chip("y").focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert chips.chip("x").focusPolicy() == Qt.FocusPolicy.ClickFocus
