"""The Backups page: a list, one more now, a question before one comes back, a second place."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow
from pytestqt.qtbot import QtBot

from builders import school_class
from klasgenoot.domain.backups import Why
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.second_place import choose_second_place
from klasgenoot.store.backups import backups_in
from klasgenoot.store.generation import marks
from klasgenoot.store.keys import key_for, set_passphrase
from klasgenoot.store.opening import open_vault
from klasgenoot.store.schema import BACKUPS
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look, dress, make_look
from klasgenoot.ui.pages.backups.page import BackupsPage
from klasgenoot.ui.pages.backups.preview import PutBackPanel, RemovePanel
from klasgenoot.viewmodels.backup_keeper import BackupKeeper
from klasgenoot.viewmodels.backup_rows import Health
from klasgenoot.viewmodels.backups import BackupsViewModel
from klasgenoot.viewmodels.restoring import RestoreWish
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.target import PageId, Target
from ui.layout_flaws import flaws
from worlds import RESOURCES, settle


class Shown:
    """The page in a window, with a keeper of backups."""

    def __init__(self, look: Look, data: Path, now: datetime, qtbot: QtBot) -> None:
        self.data, self.now, self._qtbot = data, now, qtbot
        data.mkdir()
        self.session = Session(Desk(open_vault(data, key=key_for(data))), clock=lambda: self.now)
        school_class(self.session.desk)
        self.keeper = BackupKeeper(self.session, data)
        self.wishes: list[RestoreWish] = []
        self.session.restore_requested.connect(self.wishes.append)
        self.view_model = BackupsViewModel(self.session)
        self.page = BackupsPage(look, self.view_model)
        self.window = QMainWindow()
        self.window.setCentralWidget(self.page)
        self.window.resize(1100, 800)
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()

    def arrive(self) -> None:
        self.page.arrive(Target(PageId.BACKUPS))
        self.settle()

    def make(self, *, later: timedelta = timedelta(minutes=1)) -> None:
        """One more backup, with one more class in it."""
        self.session.do(add_class, name=f"Minor {self.now:%H:%M}")
        self.keeper.start(Why.ASKED)
        self.settle()
        self.now += later

    def settle(self) -> None:
        self._qtbot.waitUntil(
            lambda: (
                not (
                    self.keeper.is_busy
                    or self.view_model._checking.is_busy
                    or self.view_model._asking.is_busy
                )
            ),
            timeout=30_000,
        )
        settle()

    def said(self) -> str:
        return "\n".join(
            label.text() for label in self.window.findChildren(Label) if label.isVisible()
        )

    def button(self, words: str) -> Button:
        """The first visible button with this text."""
        return next(
            each
            for each in self.window.findChildren(Button)
            if each.text() == words and each.isVisible()
        )

    def press(self, button: Button) -> None:
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
        self.settle()

    def panel(self, kind: type) -> PutBackPanel | RemovePanel | None:
        return next((each for each in self.window.findChildren(kind) if each.isVisible()), None)

    def health(self) -> list[Health]:
        return [row.health for row in self.view_model.rows]


@pytest.fixture
def shown(look: Look, tmp_path: Path, now: datetime, qtbot: QtBot) -> Iterator[Shown]:
    made = Shown(look, tmp_path / "data", now, qtbot)
    yield made
    made.page.close_work()
    made.session.close()


def spoil(path: Path) -> None:
    spoilt = bytearray(path.read_bytes())
    spoilt[5000] ^= 1
    path.write_bytes(spoilt)


def test_one_is_made_now_and_stands_in_the_list(shown: Shown) -> None:
    shown.arrive()
    assert shown.view_model.rows == ()
    shown.press(shown.button("Make one now"))
    assert "1 backup" in shown.said()
    assert "asked for" in shown.said()
    assert "looked through" in shown.said()
    assert shown.health() == [Health.GOOD]
    assert flaws(shown.page) == []


def test_while_one_is_made_that_is_said(shown: Shown) -> None:
    shown.arrive()
    button = shown.button("Make one now")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Return)  # which changes nothing
    assert button.text() == "Being made…"
    shown.settle()
    assert button.text() == "Make one now"
    assert QApplication.focusWidget() is button
    assert len(shown.view_model.rows) == 1


def test_a_damaged_one_is_said_to_be_that_and_cannot_be_asked_for(shown: Shown) -> None:
    shown.make()
    shown.make()
    spoil(backups_in(shown.data / BACKUPS)[0].path)
    shown.arrive()
    assert shown.health() == [Health.DAMAGED, Health.GOOD]
    assert "damaged" in shown.said()
    assert (
        sum(b.text() == "Put back…" for b in shown.window.findChildren(Button) if b.isVisible())
        == 1
    )


def test_before_one_comes_back_it_is_said_what_differs_and_the_safe_button_has_the_focus(
    shown: Shown,
) -> None:
    shown.make()
    shown.session.do(add_class, name="Later")
    shown.arrive()
    shown.press(shown.button("Put back…"))
    panel = shown.panel(PutBackPanel)
    assert panel is not None
    assert "Put the backup of today, " in shown.said()
    assert "Classes" in shown.said()
    assert QApplication.focusWidget() is panel.stay
    QTest.keyClick(panel.stay, Qt.Key.Key_Return)
    assert shown.panel(PutBackPanel) is None
    assert shown.wishes == []


def test_who_agrees_gets_it_back(shown: Shown, qtbot: QtBot) -> None:
    shown.make()
    shown.arrive()
    shown.press(shown.button("Put back…"))
    panel = shown.panel(PutBackPanel)
    assert panel is not None
    assert "as many students" in shown.said()
    QTest.keyClick(panel.stay, Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget() or panel, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(shown.wishes), timeout=30_000)
    (wish,) = shown.wishes
    assert wish == RestoreWish(backups_in(shown.data / BACKUPS)[0], is_sure=True)


def test_one_that_was_damaged_since_leads_to_the_next_good_one(shown: Shown) -> None:
    shown.make()
    shown.make()
    shown.arrive()
    spoil(backups_in(shown.data / BACKUPS)[0].path)
    shown.press(shown.button("Put back…"))
    assert shown.panel(PutBackPanel) is not None
    assert "turned out damaged" in shown.said()


def test_where_none_is_good_that_is_said(shown: Shown) -> None:
    shown.make()
    shown.arrive()
    spoil(backups_in(shown.data / BACKUPS)[0].path)
    shown.press(shown.button("Put back…"))
    assert shown.panel(PutBackPanel) is None
    assert "is damaged and cannot be put back" in shown.said()


def test_one_with_another_key_goes_to_the_window_that_asks_the_passphrase(shown: Shown) -> None:
    shown.make()
    shown.arrive()
    row = shown.view_model.rows[0]
    shown.view_model._known[row.backup.path] = Health.OTHER
    shown.view_model.ask(row.backup)
    assert shown.wishes == [RestoreWish(row.backup)]


def test_one_from_elsewhere_goes_to_that_window_too(shown: Shown) -> None:
    shown.arrive()
    shown.press(shown.button("Put back one from elsewhere…"))
    assert shown.wishes == [RestoreWish()]


def test_of_many_the_first_are_shown_and_then_all(shown: Shown) -> None:
    for _ in range(8):
        shown.make()
    shown.arrive()
    assert len(shown.page._list._lines) == 6
    shown.press(shown.button("Show all 8"))
    assert len(shown.page._list._lines) == 8
    focus = QApplication.focusWidget()
    assert isinstance(focus, Button)
    assert focus.text() == "Put back…"
    assert flaws(shown.page) == []


@pytest.mark.parametrize(("size", "scale"), [((1024, 680), 1.0), ((1280, 800), 2.0)])
def test_it_can_be_read_in_a_small_window_and_with_large_text(
    look: Look,
    tmp_path: Path,
    now: datetime,
    qtbot: QtBot,
    qapp: QApplication,
    size: tuple[int, int],
    scale: float,
) -> None:
    large = make_look(RESOURCES, theme="dark", load_photo=lambda *_: b"", text_scale=scale)
    dress(qapp, large, resources=RESOURCES)
    shown = Shown(large, tmp_path / "data", now, qtbot)
    shown.window.resize(*size)
    for _ in range(7):
        shown.make()
    spoil(backups_in(shown.data / BACKUPS)[1].path)
    (shown.data / "klasgenoot-before-3.db").write_bytes(b"x" * 1000)
    choose_second_place(shown.data, tmp_path, now=now)
    shown.arrive()
    assert flaws(shown.page) == []
    shown.press(shown.button("Put back…"))
    assert shown.panel(PutBackPanel) is not None
    settle()
    assert flaws(shown.window) == []
    shown.page.close_work()
    shown.session.close()
    dress(qapp, look, resources=RESOURCES)


# ---- a second place ----


def test_a_second_place_is_chosen_and_left(
    shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    shown.make()
    shown.arrive()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    shown.press(shown.button("Choose a folder…"))
    qtbot.waitUntil(lambda: "Last copy: today" in shown.said(), timeout=30_000)
    assert str(stick) in shown.said()
    assert len(backups_in(stick / "Klasgenoot")) == 1
    shown.press(shown.button("No second place"))
    assert str(stick) not in shown.said()
    assert len(backups_in(stick / "Klasgenoot")) == 1


def test_the_data_folder_is_no_second_place(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    shown.arrive()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(shown.data))
    shown.press(shown.button("Choose a folder…"))
    assert "lies in the folder of your data" in shown.said()


def test_whoever_has_no_passphrase_is_told_what_that_means(shown: Shown, quick_keys: None) -> None:
    shown.arrive()
    assert "once you have a passphrase" in shown.said()
    set_passphrase(shown.data, key=shown.session.vault.key, passphrase="vijf schapen")  # noqa: S106 - of a test
    shown.arrive()
    assert "once you have a passphrase" not in shown.said()


def test_once_there_is_a_passphrase_those_of_before_it_stand_out(
    shown: Shown, quick_keys: None
) -> None:
    shown.make()
    shown.arrive()
    assert "from before the passphrase" not in shown.said()
    set_passphrase(shown.data, key=shown.session.vault.key, passphrase="vijf schapen")  # noqa: S106 - of a test
    shown.arrive()
    assert "from before the passphrase" in shown.said()
    assert flaws(shown.page) == []


# ---- kept aside, and what is wrong ----


def test_what_was_kept_aside_is_removed_after_a_question(shown: Shown) -> None:
    path = shown.data / "klasgenoot-aside-2026-11-22-143000.db"
    path.write_bytes(b"x" * 1000)
    shown.arrive()
    assert "Kept aside" in shown.said()
    shown.press(shown.button("Remove…"))
    panel = shown.panel(RemovePanel)
    assert panel is not None
    assert QApplication.focusWidget() is panel.stay
    QTest.keyClick(panel.stay, Qt.Key.Key_Escape)
    assert path.exists()
    shown.press(shown.button("Remove…"))
    shown.press(shown.button("Remove"))
    assert not path.exists()
    assert "Kept aside" not in shown.said()


def test_an_older_copy_and_a_backup_that_failed_are_said_at_the_top(shown: Shown) -> None:
    shown.make()
    backups = shown.session.backups
    assert backups is not None
    backups.furthest = backups.last
    shown.arrive()
    assert "Your data is older than the backup of" in shown.said()
    backups.furthest = None
    for each in (shown.data / BACKUPS).iterdir():
        each.unlink()
    (shown.data / BACKUPS).rmdir()
    (shown.data / BACKUPS).write_text("in the way", encoding="utf-8")
    shown.press(shown.button("Make one now"))
    assert "The last backup could not be made." in shown.said()
    assert flaws(shown.page) == []


def test_backups_of_other_data_in_the_folder_are_not_in_the_list(
    shown: Shown, tmp_path: Path
) -> None:
    from klasgenoot.store.backups import make_backup

    shown.make()
    other = open_vault(tmp_path / "other", key="cd" * 32)
    make_backup(other, shown.data / BACKUPS, made_at=shown.now, why=Why.ASKED)
    other.close()
    shown.arrive()
    own = marks(shown.session.vault).vault_id
    assert [row.backup.vault_id for row in shown.view_model.rows] == [own]


def test_the_sample_class_has_none(look: Look, session: Session, qtbot: QtBot) -> None:
    page = BackupsPage(look, BackupsViewModel(session))
    qtbot.addWidget(page)
    page.show()
    page.arrive(Target(PageId.BACKUPS))
    labels = [each.text() for each in page.findChildren(Label) if each.isVisible()]
    assert "No backups are made of the sample class." in labels
