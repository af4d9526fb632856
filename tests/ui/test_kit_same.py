"""Two things in Python that stand for one widget, and what is gone."""

import pytest
import shiboken6
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from klasgenoot.ui.kit.same import is_same, place_among
from klasgenoot.ui.shell.keep_focus import FocusPlace, focus_place


@pytest.fixture
def part(qtbot: QtBot) -> QWidget:
    part = QWidget()
    qtbot.addWidget(part)
    for _ in range(3):
        QPushButton(part)
    return part


def test_one_widget_is_found_by_what_qt_says(part: QWidget) -> None:
    buttons = part.findChildren(QPushButton)
    assert place_among(buttons, buttons[1]) == 1
    assert place_among(buttons, part) is None
    assert place_among(buttons, None) is None


def test_what_is_gone_is_the_same_as_nothing(part: QWidget) -> None:
    first, second, _ = part.findChildren(QPushButton)
    shiboken6.delete(second)
    assert not is_same(second, second)
    assert not is_same(first, second)
    assert place_among([second, first], first) == 1


def test_what_python_lost_track_of_has_no_place(part: QWidget) -> None:
    field = QLineEdit(part)
    shiboken6.invalidate(field)
    assert focus_place([part], part.findChild(QLineEdit)) == FocusPlace(0, QLineEdit, 0)
    assert focus_place([part], QLineEdit()) is None
