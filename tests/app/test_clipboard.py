"""What is copied here is marked as confidential and goes again; what others copied stays."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from klasgenoot.app import clipboard
from klasgenoot.app.clipboard import MARKS, OURS, ClipboardKeeper, keep_clipboard


class Owner:
    """Who put it there last; a clipboard in memory does not know."""

    is_us = True


@pytest.fixture
def owner(monkeypatch: pytest.MonkeyPatch) -> Owner:
    owner = Owner()
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: owner.is_us)
    return owner


@pytest.fixture
def keeper(qapp: QGuiApplication, owner: Owner) -> Iterator[ClipboardKeeper]:
    qapp.clipboard().clear()
    keeper = keep_clipboard(qapp)
    yield keeper
    qapp.clipboard().dataChanged.disconnect(keeper._on_clipboard_changed)
    keeper.deleteLater()
    qapp.clipboard().clear()


def put_by_somebody_else(owner: Owner, text: str) -> None:
    owner.is_us = False
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)


def test_what_a_button_copies_has_all_marks(keeper: ClipboardKeeper) -> None:
    QGuiApplication.clipboard().setText("Wie sprak je deze week nog niet?")
    now = QGuiApplication.clipboard().mimeData()
    assert now.text() == "Wie sprak je deze week nog niet?"
    assert all(now.data(name).data() == value for name, value in MARKS.items())


def test_what_is_copied_from_a_field_has_them_too(keeper: ClipboardKeeper, qtbot: QtBot) -> None:
    field = QLineEdit("Sanne")
    qtbot.addWidget(field)
    field.show()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    now = QGuiApplication.clipboard().mimeData()
    assert now.text() == "Sanne"
    assert now.hasFormat(OURS)


def test_after_a_while_it_is_gone(
    qapp: QGuiApplication, owner: Owner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "CLEAR_AFTER_MS", 1)
    keeper = keep_clipboard(qapp)
    qapp.clipboard().setText("Sanne")
    qtbot.waitUntil(lambda: not qapp.clipboard().text(), timeout=30_000)
    qapp.clipboard().dataChanged.disconnect(keeper._on_clipboard_changed)


def test_the_time_is_counted_from_the_last_copy(keeper: ClipboardKeeper) -> None:
    for text in ("een", "twee"):
        QGuiApplication.clipboard().setText(text)
        assert keeper._timer.isActive()
        assert keeper._timer.remainingTime() > clipboard.CLEAR_AFTER_MS / 2


def test_of_a_hundred_copies_each_is_cleared(keeper: ClipboardKeeper) -> None:
    for number in range(100):
        QGuiApplication.clipboard().setText(f"notitie {number}")
        keeper.clear()
        assert QGuiApplication.clipboard().text() == ""


def test_what_somebody_else_copied_stays(keeper: ClipboardKeeper, owner: Owner) -> None:
    QGuiApplication.clipboard().setText("Sanne")
    put_by_somebody_else(owner, "boodschappen")
    assert not keeper._timer.isActive()
    keeper.clear()
    now = QGuiApplication.clipboard().mimeData()
    assert now.text() == "boodschappen"
    assert not now.hasFormat(OURS)


def test_where_nobody_knows_the_owner_the_mark_tells(keeper: ClipboardKeeper, owner: Owner) -> None:
    QGuiApplication.clipboard().setText("Sanne")
    owner.is_us = False
    keeper.clear()
    assert QGuiApplication.clipboard().text() == ""
