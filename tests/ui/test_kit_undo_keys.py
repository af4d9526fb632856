"""Ctrl Z in a field: what was typed there first, and else what was done last."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from klasgenoot.ui.kit.field import Field, TextBox
from klasgenoot.ui.kit.look import Look

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Desktop(QWidget):
    """A window with a field and a box, that counts what it is asked to undo and do again."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.done: list[str] = []
        self.parts = (Field(look, name="field"), TextBox(look, name="box"))
        column = QVBoxLayout(self)
        for part in self.parts:
            column.addWidget(part)
        for keys in ("Ctrl+Z", "Ctrl+Shift+Z"):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, keys=keys: self.done.append(keys))
            self.addAction(action)


@pytest.fixture
def desktop(look: Look, qtbot: QtBot) -> Desktop:
    shown = Desktop(look)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


@pytest.mark.parametrize("at", [0, 1])
def test_in_a_field_where_nothing_was_typed_a_deed_is_undone(
    desktop: Desktop, qtbot: QtBot, at: int
) -> None:
    part = desktop.parts[at]
    part.setFocus()
    qtbot.keyClick(part, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(part, Qt.Key.Key_Z, CTRL | SHIFT)
    assert desktop.done == ["Ctrl+Z", "Ctrl+Shift+Z"]


@pytest.mark.parametrize("at", [0, 1])
def test_what_was_typed_is_taken_back_and_never_a_deed_behind_it(
    desktop: Desktop, qtbot: QtBot, at: int
) -> None:
    part = desktop.parts[at]
    part.setFocus()
    qtbot.keyClicks(part, "stage")
    for _ in range(9):
        qtbot.keyClick(part, Qt.Key.Key_Z, CTRL)
    assert (part.text() if isinstance(part, Field) else part.toPlainText()) == ""
    assert desktop.done == []
