"""Slow things come one after another, and what is stopped does not come at all."""

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from klasgenoot.viewmodels.turns import Turns


def test_between_two_things_the_window_has_a_turn(qtbot: QtBot) -> None:
    holder, came = QObject(), []
    beat = QTimer(holder, interval=0)
    beat.timeout.connect(lambda: came.append("window"))
    Turns(holder).start(lambda: came.append("one"), lambda: came.append("two"))
    beat.start()
    assert came == []
    qtbot.waitUntil(lambda: "two" in came)
    assert "window" in came[came.index("one") : came.index("two")]


def test_what_is_stopped_does_not_come(qtbot: QtBot) -> None:
    holder, came = QObject(), []
    turns = Turns(holder)
    turns.start(turns.stop, lambda: came.append("late"))
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, lambda: came.append("over")))
    qtbot.waitUntil(lambda: "over" in came)
    assert came == ["over"]


def test_a_new_beginning_drops_what_still_waited(qtbot: QtBot) -> None:
    holder, came = QObject(), []
    turns = Turns(holder)
    turns.start(lambda: came.append("old"))
    turns.start(lambda: came.append("new"), lambda: came.append("newer"))
    qtbot.waitUntil(lambda: "newer" in came)
    assert came == ["new", "newer"]
