"""The window that puts a backup back: from a stick, past damage, with a passphrase."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from builders import school_class
from klasgenoot.app.places import resources
from klasgenoot.domain.backups import Backup, Why
from klasgenoot.domain.settings import Theme
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.desk import Desk
from klasgenoot.store import keys, school_classes
from klasgenoot.store.backups import make_backup
from klasgenoot.store.kept_aside import kept_aside
from klasgenoot.store.key_names import KEY_FILE
from klasgenoot.store.opening import open_vault
from klasgenoot.store.restoring import amounts_now
from klasgenoot.store.schema import BACKUPS, FILE
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.shell.bare_window import BareLooks
from klasgenoot.ui.shell.restore_window import RestoreWindow
from klasgenoot.viewmodels.locked import FREE_TRIES
from klasgenoot.viewmodels.restoring import Before, RestoreStep, RestoreViewModel, RestoreWish
from ui.layout_flaws import flaws
from worlds import settle

PHRASE = "vijf schapen drinken thee"

pytestmark = pytest.mark.usefixtures("quick_keys")


def fill(data: Path, *, phrase: str = "") -> tuple[str, str]:
    """Data with a class; its key and recovery code."""
    data.mkdir(exist_ok=True)
    key, code = keys.make_keys(data, passphrase=phrase) if phrase else (keys.key_for(data), "")
    vault = open_vault(data, key=key)
    school_class(Desk(vault))
    vault.close()
    return key, code


def back_up(data: Path, place: Path, *, key: str, now: datetime) -> Backup:
    vault = open_vault(data, key=key)
    made = make_backup(vault, place, made_at=now, why=Why.ASKED)
    Desk(vault).do(add_class, name="Later")
    vault.close()
    return made


def spoil(path: Path) -> None:
    spoilt = bytearray(path.read_bytes())
    spoilt[5000] ^= 1
    path.write_bytes(spoilt)


class Shown:
    """The window, and what it did."""

    def __init__(
        self, data: Path, now: datetime, qtbot: QtBot, *, before: Before, wish: RestoreWish
    ) -> None:
        self._qtbot = qtbot
        self.data = data
        self.opened: list[tuple[str, bool]] = []
        self.left: list[bool] = []
        self.view_model = RestoreViewModel(data, clock=lambda: now, before=before)
        self.view_model.opened.connect(lambda key, by_code: self.opened.append((key, by_code)))
        reason = "It is damaged." if before.key and before.amounts is None else ""
        looks = BareLooks(
            resources=resources(),
            state_file=data.parent / "window.ini",
            theme=Theme.LIGHT,
            text_percent=100,
        )
        self.window = RestoreWindow(self.view_model, looks, reason=reason)
        self.window.left.connect(lambda: self.left.append(True))
        qtbot.addWidget(self.window)
        self.window.resize(1024, 700)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.view_model.begin(wish)
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self.view_model.is_busy, timeout=30_000)
        settle()
        assert flaws(self.window.page) == []

    def said(self) -> str:
        labels = self.window.findChildren(Label)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def press(self, words: str) -> None:
        buttons = self.window.findChildren(Button)
        button = next(b for b in buttons if b.text() == words and b.isVisible())
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
        self.settle()

    def type_in(self, words: str) -> None:
        field = next(f for f in self.window.findChildren(QLineEdit) if f.isVisible())
        field.clear()
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.settle()


Show = Callable[..., Shown]
OnStick = Callable[..., tuple[str, str]]


@pytest.fixture
def show(qtbot: QtBot, now: datetime) -> Iterator[Show]:
    made: list[Shown] = []

    def one(data: Path, *, before: Before | None = None, wish: RestoreWish | None = None) -> Shown:
        shown = Shown(data, now, qtbot, before=before or Before(), wish=wish or RestoreWish())
        made.append(shown)
        return shown

    yield one
    for shown in made:
        shown.window.close()
        shown.window._ring.stop()


@pytest.fixture
def pick(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Says which file the teacher points out."""

    def choose(path: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    return choose


@pytest.fixture
def new(tmp_path: Path) -> tuple[Path, Before]:
    """A new computer on which Klasgenoot was started: an empty vault with a key."""
    data = tmp_path / "new"
    data.mkdir()
    key = keys.key_for(data)
    vault = open_vault(data, key=key)
    before = Before(key=key, amounts=amounts_now(vault), is_worth_keeping=False)
    vault.close()
    return data, before


@pytest.fixture
def on_stick(tmp_path: Path, now: datetime, pick: Callable[[Path], None]) -> OnStick:
    """Puts a backup of another computer on a stick, and points it out."""

    def one(*, phrase: str = "") -> tuple[str, str]:
        key, code = fill(tmp_path / "old", phrase=phrase)
        pick(back_up(tmp_path / "old", tmp_path / "stick", key=key, now=now).path)
        return key, code

    return one


@pytest.fixture
def backed_up(tmp_path: Path, now: datetime) -> Path:
    """Data with a passphrase, and a backup of it."""
    data = tmp_path / "data"
    key, _ = fill(data, phrase=PHRASE)
    back_up(data, data / BACKUPS, key=key, now=now)
    return data


def test_a_new_computer_gets_it_all_back_from_a_stick(
    show: Show, new: tuple[Path, Before], on_stick: OnStick
) -> None:
    key, _ = on_stick(phrase=PHRASE)
    data, before = new
    shown = show(data, before=before)
    assert "Choose the newest file that ends in .backup" in shown.said()
    shown.press("Choose a file…")
    assert "opens with the passphrase that you had then" in shown.said()
    shown.type_in("vier schapen")
    assert "That is not the passphrase" in shown.said()
    shown.type_in(PHRASE)
    assert shown.view_model.step is RestoreStep.PREVIEW
    assert "The backup of today, " in shown.said()
    assert "In it: 1 class" in shown.said()
    assert "kept aside" not in shown.said()
    shown.press("Put it back")
    assert "is back" in shown.said()
    shown.press("Open my classes")
    assert shown.opened == [(key, False)]
    assert not (data / KEY_FILE).exists()
    assert kept_aside(data) == ()
    vault = open_vault(data, key=keys.unlock(data, passphrase=PHRASE))
    assert [each.name for each in school_classes.all_classes(vault)] == ["CMV-1B"]
    vault.close()


def test_the_recovery_sheet_opens_it_too(
    show: Show, new: tuple[Path, Before], on_stick: OnStick
) -> None:
    key, code = on_stick(phrase=PHRASE)
    shown = show(new[0], before=new[1])
    shown.press("Choose a file…")
    shown.press("Use the recovery sheet")
    shown.type_in("AAAA-BBBB")
    assert "mistyped" in shown.said()
    shown.type_in(code.lower())
    shown.press("Put it back")
    shown.press("Open my classes")
    assert shown.opened == [(key, True)]


def test_one_without_a_passphrase_wants_its_key_file(
    show: Show,
    new: tuple[Path, Before],
    tmp_path: Path,
    on_stick: OnStick,
    pick: Callable[[Path], None],
) -> None:
    key, _ = on_stick()
    shown = show(new[0], before=new[1])
    shown.press("Choose a file…")
    assert "made without a passphrase" in shown.said()
    pick(new[0] / KEY_FILE)
    shown.press("Choose klasgenoot.key…")
    assert "That is not the key of this backup." in shown.said()
    pick(tmp_path / "old" / KEY_FILE)
    shown.press("Choose klasgenoot.key…")
    shown.press("Put it back")
    assert keys.key_for(new[0]) == key


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("holiday.jpg", "is no backup of Klasgenoot"), ("half.backup", "is damaged")],
)
def test_another_file_gets_one_plain_sentence(
    show: Show,
    new: tuple[Path, Before],
    tmp_path: Path,
    pick: Callable[[Path], None],
    name: str,
    sentence: str,
) -> None:
    (tmp_path / name).write_bytes(b"x" * 5000)
    pick(tmp_path / name)
    shown = show(new[0], before=new[1])
    shown.press("Choose a file…")
    assert sentence in shown.said()
    assert shown.view_model.step is RestoreStep.CHOOSE


def test_damaged_data_is_offered_the_newest_good_backup_at_once(
    show: Show, tmp_path: Path, now: datetime
) -> None:
    data = tmp_path / "data"
    key, _ = fill(data)
    good = back_up(data, data / BACKUPS, key=key, now=now)
    spoil(back_up(data, data / BACKUPS, key=key, now=now).path)
    (data / FILE).write_bytes(b"rubbish" * 1000)
    shown = show(data, before=Before(key=key))
    assert shown.view_model.step is RestoreStep.PREVIEW
    assert shown.view_model.backup == good
    assert "turned out damaged" in shown.said()
    assert "its file is kept aside" in shown.said()
    assert "It is damaged." in shown.said()
    focus = QApplication.focusWidget()
    assert isinstance(focus, Button)
    assert focus.text() == "Another backup"  # the safe one
    shown.press("Another backup")
    assert "It is damaged." in shown.said()
    shown.press("Put back…")  # the first: it is the damaged one
    assert shown.view_model.backup == good
    shown.press("Put it back")
    assert len(kept_aside(data)) == 1
    assert kept_aside(data)[0].path.name in shown.said()
    shown.press("Open my classes")
    assert shown.opened == [(key, False)]


def test_damaged_data_without_a_good_backup_says_so_and_asks_for_another(
    show: Show, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    key, _ = fill(data)
    shown = show(data, before=Before(key=key))
    assert "There is no backup in" in shown.said()
    assert shown.view_model.step is RestoreStep.CHOOSE


def test_what_was_agreed_to_already_is_done_at_once(
    show: Show, tmp_path: Path, now: datetime
) -> None:
    data = tmp_path / "data"
    key, _ = fill(data)
    backup = back_up(data, data / BACKUPS, key=key, now=now)
    vault = open_vault(data, key=key)
    before = Before(key=key, amounts=amounts_now(vault))
    vault.close()
    shown = show(data, before=before, wish=RestoreWish(backup, is_sure=True))
    shown.settle()
    assert shown.view_model.step is RestoreStep.DONE
    assert len(kept_aside(data)) == 1


def test_what_was_agreed_to_is_asked_again_when_it_is_another_one(
    show: Show, tmp_path: Path, now: datetime
) -> None:
    data = tmp_path / "data"
    key, _ = fill(data)
    back_up(data, data / BACKUPS, key=key, now=now)
    newer = back_up(data, data / BACKUPS, key=key, now=now)
    spoil(newer.path)
    shown = show(data, before=Before(key=key, amounts={}), wish=RestoreWish(newer, is_sure=True))
    assert shown.view_model.step is RestoreStep.PREVIEW
    assert kept_aside(data) == ()


def test_after_a_few_wrong_tries_one_has_to_wait(show: Show, backed_up: Path) -> None:
    shown = show(backed_up)
    shown.press("Put back…")
    for _ in range(FREE_TRIES):
        shown.type_in("mis")
    assert shown.view_model.wait
    shown.type_in(PHRASE)
    assert shown.view_model.step is RestoreStep.UNLOCK


def test_data_that_was_locked_is_compared_once_its_passphrase_is_known(
    show: Show, backed_up: Path
) -> None:
    shown = show(backed_up)
    shown.press("Put back…")
    shown.type_in(PHRASE)
    assert [(row.kind, row.now, row.then) for row in shown.view_model.rows] == [
        ("Classes", "2", "1")
    ]


def test_who_goes_on_without_changes_nothing(show: Show, backed_up: Path) -> None:
    whole = (backed_up / FILE).read_bytes()
    shown = show(backed_up)
    shown.press("Put back…")
    shown.press("Another backup")
    shown.press("Not now")
    assert shown.left == [True]
    assert (backed_up / FILE).read_bytes() == whole
    assert kept_aside(backed_up) == ()
