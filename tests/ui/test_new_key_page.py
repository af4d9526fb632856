"""Somebody knows the passphrase: prove who you are, choose another, and decide on old copies."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from builders import school_class
from klasgenoot.domain.backups import Why
from klasgenoot.domain.errors import DiskFull, WrongPassphrase
from klasgenoot.operations.backing_up import back_up, begin_round
from klasgenoot.operations.desk import Desk
from klasgenoot.store import keys, rekey
from klasgenoot.store.backups import backups_in
from klasgenoot.store.key_file import NAMES
from klasgenoot.store.opening import open_vault
from klasgenoot.store.restoring import verify
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.keys.page import KeysPage
from klasgenoot.viewmodels.keys import KeyStep, KeysViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target

OLD, NEW = "vijf schapen drinken thee", "negen uilen lezen kranten"

pytestmark = pytest.mark.usefixtures("quick_keys")


class Asked:
    """The page, and what a teacher does on it."""

    def __init__(self, look: Look, session: Session, qtbot: QtBot) -> None:
        self.session = session
        self.view_model = KeysViewModel(session, chance=Random(1))
        self.page = KeysPage(look, self.view_model)
        self.went: list[Target] = []
        self.page.open_requested.connect(self.went.append)
        self._qtbot = qtbot
        qtbot.addWidget(self.page)
        self.page.resize(1000, 800)
        self.page.show()

    def arrive(self) -> None:
        self.page.arrive(Target(PageId.KEYS, act="leaked"))

    def press(self, text: str) -> None:
        buttons = self.page.findChildren(QPushButton)
        next(b for b in buttons if b.isVisible() and b.text() == text).click()

    def fields(self) -> list[QLineEdit]:
        return [field for field in self.page.findChildren(QLineEdit) if field.isVisible()]

    def type_in(self, words: str) -> None:
        (field,) = self.fields()
        field.clear()
        self._qtbot.keyClicks(field, words)
        self._qtbot.keyClick(field, Qt.Key.Key_Return)
        self._qtbot.waitUntil(lambda: not self.view_model.is_busy, timeout=30_000)

    def type_back(self) -> None:
        self.press("I have it on paper")
        groups = [self.view_model.groups[place] for place in self.view_model.asked]
        for field, text in zip(self.fields(), groups, strict=True):
            field.setText(text)
        self._qtbot.keyClick(self.fields()[-1], Qt.Key.Key_Return)


@pytest.fixture
def session(tmp_path: Path, now: datetime, request: pytest.FixtureRequest) -> Iterator[Session]:
    """Data with a passphrase and two backups, in a folder of its own."""
    folder = tmp_path / "data"
    folder.mkdir()
    if getattr(request, "param", "") == "plain":
        key = keys.key_for(folder)
    else:
        key, _ = keys.make_keys(folder, passphrase=OLD)
    session = Session(Desk(open_vault(folder, key=key)), clock=lambda: now)
    session.backups = begin_round(session.vault, tmp_path / "backups")
    for size in (3, 4):
        school_class(session.desk, size=size, name=f"CMV-{size}")
        back_up(session.vault, session.backups, now=now, why=Why.ROUTINE)
    yield session
    session.vault.close()


@pytest.fixture
def asked(look: Look, session: Session, qtbot: QtBot) -> Iterator[Asked]:
    asked = Asked(look, session, qtbot)
    yield asked
    asked.page.close_work()  # as the window does before the data is closed


@pytest.fixture
def look(qapp: object) -> Look:
    from ui.kit_looks import a_look

    return a_look()


def test_the_data_gets_a_new_key_and_a_backup_with_it(asked: Asked, tmp_path: Path) -> None:
    data, before = tmp_path / "data", asked.session.vault.key
    asked.arrive()
    asked.type_in(OLD)
    assert asked.view_model.step is KeyStep.PHRASE
    asked.type_in(NEW)
    assert asked.view_model.step is KeyStep.SHEET
    key = asked.session.vault.key
    assert key != before
    assert keys.unlock(data, passphrase=NEW) == key
    assert keys.unlock_with_code(data, code=asked.view_model.code) == key
    with pytest.raises(WrongPassphrase):
        keys.unlock(data, passphrase=OLD)
    asked.type_back()
    newest = backups_in(tmp_path / "backups")[0]
    assert len(backups_in(tmp_path / "backups")) == 3
    assert verify(newest, key=key) is None
    assert asked.view_model.step is KeyStep.OLD
    assert asked.view_model.old_copies == 2


def test_the_old_backups_go_when_the_teacher_says_so(asked: Asked, tmp_path: Path) -> None:
    asked.arrive()
    asked.type_in(OLD)
    asked.type_in(NEW)
    asked.type_back()
    asked.press("Throw the older ones away")
    assert asked.view_model.step is KeyStep.DONE
    (left,) = backups_in(tmp_path / "backups")
    assert verify(left, key=asked.session.vault.key) is None
    asked.press("Go on")
    assert asked.went == [Target(PageId.SETTINGS)]


def test_they_stay_when_the_teacher_keeps_them(asked: Asked, tmp_path: Path) -> None:
    asked.arrive()
    asked.type_in(OLD)
    asked.type_in(NEW)
    asked.type_back()
    asked.press("Keep them")
    assert asked.view_model.step is KeyStep.DONE
    assert len(backups_in(tmp_path / "backups")) == 3


def test_who_does_not_know_the_passphrase_gets_no_further(asked: Asked) -> None:
    before = asked.session.vault.key
    asked.arrive()
    asked.type_in("iets anders dan dat")
    assert asked.view_model.step is KeyStep.PROVE
    assert asked.page._prove._wrong.isVisible()
    asked.press("Leave it as it is")
    assert asked.went == [Target(PageId.SETTINGS)]
    assert asked.session.vault.key == before


def test_the_passphrase_somebody_knows_is_not_taken_again(asked: Asked) -> None:
    before = asked.session.vault.key
    asked.arrive()
    asked.type_in(OLD)
    asked.type_in(OLD)
    assert asked.view_model.step is KeyStep.PHRASE
    assert asked.page._phrase._wrong.isVisible()
    assert asked.session.vault.key == before


def test_a_full_disk_leaves_all_as_it_was_and_says_so(
    asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull(tmp_path)

    before = asked.session.vault.key
    asked.arrive()
    asked.type_in(OLD)
    monkeypatch.setattr(rekey, "_write_with", full)
    asked.type_in(NEW)
    assert asked.view_model.step is KeyStep.PHRASE
    assert "full" in asked.page._phrase._wrong.text()
    assert asked.session.vault.key == before
    assert keys.unlock(tmp_path / "data", passphrase=OLD) == before
    assert asked.fields()[0].isEnabled()


def test_while_a_backup_is_being_made_the_new_key_waits(asked: Asked, qtbot: QtBot) -> None:
    before, backups = asked.session.vault.key, asked.session.backups
    assert backups is not None
    asked.arrive()
    asked.type_in(OLD)
    backups.is_busy = True
    asked.view_model.choose(NEW)
    qtbot.waitUntil(lambda: asked.view_model._new_key._new is not None, timeout=30_000)
    assert asked.session.vault.key == before
    assert asked.view_model.is_busy
    backups.is_busy = False
    qtbot.waitUntil(lambda: asked.view_model.step is KeyStep.SHEET, timeout=30_000)
    assert asked.session.vault.key != before


def test_who_goes_elsewhere_while_it_is_made_keeps_the_old_key(
    asked: Asked, tmp_path: Path
) -> None:
    before = asked.session.vault.key
    asked.arrive()
    asked.type_in(OLD)
    asked.view_model.choose(NEW)
    asked.page.leave()
    asked.view_model._new_key._work.wait()
    assert not asked.view_model.is_busy
    assert asked.session.vault.key == before
    assert keys.unlock(tmp_path / "data", passphrase=OLD) == before


def test_who_leaves_before_the_backup_still_gets_it(asked: Asked, tmp_path: Path) -> None:
    asked.arrive()
    asked.type_in(OLD)
    asked.type_in(NEW)
    asked.page.close_work()
    assert len(backups_in(tmp_path / "backups")) == 3


@pytest.mark.parametrize("session", ["plain"], indirect=True)
def test_a_first_passphrase_comes_with_a_new_key_and_asks_about_what_came_before(
    asked: Asked, tmp_path: Path
) -> None:
    data, before = tmp_path / "data", asked.session.vault.key
    asked.page.arrive(Target(PageId.KEYS))
    asked.type_in(NEW)
    assert asked.session.vault.key != before
    assert keys.unlock(data, passphrase=NEW) == asked.session.vault.key
    assert not (data / keys.KEY_FILE).exists()
    asked.type_back()
    assert asked.view_model.step is KeyStep.OLD
    assert "before the passphrase" in asked.page._old._words.text()


@pytest.mark.parametrize("act", ["", "sheet", "leaked", "off"])
def test_who_passes_by_an_open_laptop_changes_no_way_in(
    asked: Asked, tmp_path: Path, act: str
) -> None:
    before = (tmp_path / "data" / NAMES[0]).read_bytes()
    asked.page.arrive(Target(PageId.KEYS, act=act))
    assert asked.view_model.step is KeyStep.PROVE
    asked.type_in("iets anders dan dat")
    assert asked.view_model.step is KeyStep.PROVE
    assert (tmp_path / "data" / NAMES[0]).read_bytes() == before


def test_the_passphrase_is_taken_off_by_who_knows_it(asked: Asked, tmp_path: Path) -> None:
    asked.page.arrive(Target(PageId.KEYS, act="off"))
    asked.type_in(OLD)
    assert asked.went == [Target(PageId.SETTINGS)]
    assert keys.slots_of(tmp_path / "data") == {keys.Slot.COMPUTER, keys.Slot.RECOVERY}
    assert keys.key_for(tmp_path / "data") == asked.session.vault.key


def test_who_came_in_by_the_sheet_has_no_passphrase_to_type(asked: Asked, tmp_path: Path) -> None:
    asked.session.by_code = True
    asked.page.arrive(Target(PageId.KEYS))
    assert asked.view_model.step is KeyStep.PHRASE
    asked.type_in(NEW)
    assert keys.unlock(tmp_path / "data", passphrase=NEW) == asked.session.vault.key
    asked.page.arrive(Target(PageId.KEYS))
    assert asked.view_model.step is KeyStep.PROVE


@pytest.mark.parametrize("width", [640, 1400])
def test_each_step_can_be_drawn(asked: Asked, width: int) -> None:
    asked.page.resize(width, 700)
    asked.arrive()
    assert not asked.page.grab().isNull()
    asked.type_in(OLD)
    asked.type_in(NEW)
    asked.type_back()
    assert not asked.page.grab().isNull()
