"""Putting a passphrase on the data: choose it, keep the sheet, type part of it back."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from klasgenoot.domain.errors import WrongCode
from klasgenoot.operations.desk import Desk
from klasgenoot.store.keys import Slot, key_for, slots_of, unlock, unlock_with_code
from klasgenoot.store.opening import open_vault
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.keys.page import KeysPage
from klasgenoot.viewmodels.keys import KeyStep, KeysViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target

PHRASE = "vijf schapen drinken thee"


@pytest.fixture
def session(tmp_path: Path, now: datetime, quick_keys: None) -> Iterator[Session]:
    vault = open_vault(tmp_path, key=key_for(tmp_path))
    yield Session(Desk(vault), clock=lambda: now)
    vault.close()


@pytest.fixture
def look(qapp: object) -> Look:
    from ui.kit_looks import a_look

    return a_look()


class Asked:
    """The page, and what a teacher does on it."""

    def __init__(self, look: Look, session: Session, qtbot: QtBot) -> None:
        self.view_model = KeysViewModel(session, chance=Random(1))
        self.page = KeysPage(look, self.view_model)
        self.went: list[Target] = []
        self.page.open_requested.connect(self.went.append)
        self._qtbot = qtbot
        qtbot.addWidget(self.page)
        self.page.resize(1000, 800)
        self.page.show()

    def button(self, text: str) -> QPushButton:
        buttons = self.page.findChildren(QPushButton)
        return next(b for b in buttons if b.isVisible() and b.text() == text)

    def fields(self) -> list[QLineEdit]:
        return [field for field in self.page.findChildren(QLineEdit) if field.isVisible()]

    def choose(self, phrase: str) -> None:
        self._qtbot.keyClicks(self.fields()[0], phrase)
        self._qtbot.keyClick(self.fields()[0], Qt.Key.Key_Return)
        self._qtbot.waitUntil(lambda: not self.view_model.is_busy, timeout=30_000)

    def type_back(self, texts: list[str]) -> None:
        for field, text in zip(self.fields(), texts, strict=True):
            field.setText(text)
        self._qtbot.keyClick(self.fields()[-1], Qt.Key.Key_Return)


@pytest.fixture
def asked(look: Look, session: Session, qtbot: QtBot) -> Asked:
    return Asked(look, session, qtbot)


def test_a_passphrase_is_put_on_and_the_sheet_checked(
    asked: Asked, session: Session, tmp_path: Path
) -> None:
    asked.page.arrive(Target(PageId.KEYS, act="import"))
    asked.choose(PHRASE)
    assert asked.view_model.step is KeyStep.SHEET
    code = asked.view_model.code
    asked.button("I have it on paper").click()
    groups = [asked.view_model.groups[place] for place in asked.view_model.asked]
    asked.type_back(["nonsense", groups[1]])
    assert asked.view_model.step is KeyStep.CHECK
    asked.type_back([groups[0].lower(), groups[1]])
    assert asked.view_model.step is KeyStep.DONE
    asked.button("Go on").click()
    assert asked.went == [Target(PageId.IMPORT)]
    assert session.settings.phrase_asked
    assert slots_of(tmp_path) == {Slot.PASSPHRASE, Slot.RECOVERY}
    assert unlock(tmp_path, passphrase=PHRASE) == session.vault.key
    assert unlock_with_code(tmp_path, code=code) == session.vault.key


def test_who_came_to_import_reads_that_it_comes_next(asked: Asked) -> None:
    asked.page.arrive(Target(PageId.KEYS, act="import"))
    texts = [label.text() for label in asked.page.findChildren(QLabel) if label.isVisible()]
    assert "Who can open your classes? After this you choose your class list." in texts


def test_the_first_time_one_may_go_on_without(
    asked: Asked, session: Session, tmp_path: Path
) -> None:
    asked.page.arrive(Target(PageId.KEYS, act="add"))
    asked.button("Go on without one").click()
    assert asked.went == [Target(PageId.STUDENTS, act="add")]
    assert session.settings.phrase_asked
    assert slots_of(tmp_path) == {Slot.COMPUTER}


def test_too_little_is_not_taken(asked: Asked, tmp_path: Path) -> None:
    asked.page.arrive(Target(PageId.KEYS))
    asked.choose("kat")
    assert asked.view_model.step is KeyStep.PHRASE
    assert slots_of(tmp_path) == {Slot.COMPUTER}


def test_five_words_are_suggested_and_shown(asked: Asked) -> None:
    asked.page.arrive(Target(PageId.KEYS))
    asked.button("Suggest five words").click()
    (field,) = asked.fields()
    assert len(field.text().split()) == 5
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    assert asked.button("Go on").isEnabled()


def test_a_new_sheet_makes_the_old_one_worthless(asked: Asked, tmp_path: Path) -> None:
    asked.page.arrive(Target(PageId.KEYS))
    asked.choose(PHRASE)
    old = asked.view_model.code
    asked.page.arrive(Target(PageId.KEYS, act="sheet"))
    assert asked.view_model.step is KeyStep.PROVE
    asked.choose(PHRASE)
    asked._qtbot.waitUntil(lambda: asked.view_model.step is KeyStep.SHEET, timeout=30_000)
    assert asked.view_model.code not in {"", old}
    assert unlock_with_code(tmp_path, code=asked.view_model.code)
    with pytest.raises(WrongCode):
        unlock_with_code(tmp_path, code=old)


def test_the_sheet_is_a_page_to_print(
    asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked.page.arrive(Target(PageId.KEYS))
    asked.choose(PHRASE)
    place = tmp_path / "sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    asked.button("Save as PDF to print").click()
    data = place.read_bytes()
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") == 1 or b"/Count 1" in data


def test_where_the_sheet_cannot_be_saved_is_said(
    asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked.page.arrive(Target(PageId.KEYS))
    asked.choose(PHRASE)
    place = tmp_path / "gone" / "sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    asked.button("Save as PDF to print").click()
    assert "could not be saved" in asked.page._sheet._said.text()


@pytest.mark.parametrize(
    "step", [KeyStep.PHRASE, KeyStep.SHEET, KeyStep.CHECK, KeyStep.DONE], ids=str
)  # the others: test_new_key_page.py
def test_each_step_can_be_drawn(asked: Asked, step: KeyStep, qtbot: QtBot) -> None:
    asked.page.arrive(Target(PageId.KEYS))
    if step is not KeyStep.PHRASE:
        asked.choose(PHRASE)
    if step in {KeyStep.CHECK, KeyStep.DONE}:
        asked.button("I have it on paper").click()
    if step is KeyStep.DONE:
        asked.type_back([asked.view_model.groups[place] for place in asked.view_model.asked])
    assert asked.view_model.step is step
    for width in (640, 1400):
        asked.page.resize(width, 700)
        assert not asked.page.grab().isNull()
