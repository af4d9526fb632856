"""With the keychain the app opens without a question, until a lock or the end of a fortnight."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from fake_keychain import FakeKeychain, put_keychain
from klasgenoot.app import start
from klasgenoot.app.start import WindowKeeper
from klasgenoot.domain.settings import Language
from klasgenoot.store import keychain, keys
from klasgenoot.store.opening import open_vault
from klasgenoot.store.settings import save_setting
from klasgenoot.ui.shell.window import Window
from klasgenoot.viewmodels.locked import LockedViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.settings import SettingsViewModel

PHRASE = "vijf schapen drinken thee"
NOW = datetime(2026, 10, 29, 10, 0).astimezone()

Keep = Callable[[], WindowKeeper]


@pytest.fixture
def chain(monkeypatch: pytest.MonkeyPatch) -> FakeKeychain:
    chain = FakeKeychain()
    put_keychain(chain, monkeypatch)
    return chain


@pytest.fixture
def keep(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, quick_keys: None
) -> Iterator[Keep]:
    """Starts the app on data with a passphrase whose teacher wants the keychain."""
    keepers: list[WindowKeeper] = []
    before = QLocale()
    monkeypatch.setattr(start, "now", lambda: NOW)
    key, _ = keys.make_keys(tmp_path, passphrase=PHRASE)
    vault = open_vault(tmp_path, key=key)
    save_setting(vault, name="keychain", value=True)
    vault.close()

    def make() -> WindowKeeper:
        keeper = WindowKeeper(tmp_path, language=Language.ENGLISH, anew=lambda _: None)
        keepers.append(keeper)
        assert keeper.open(sample=False)
        return keeper

    yield make
    for keeper in keepers:
        keeper.close()
        keeper.speaker.fall_silent()
    QLocale.setDefault(before)


def opened(keeper: WindowKeeper, qtbot: QtBot) -> Window:
    qtbot.waitUntil(lambda: keeper.window is not None, timeout=30_000)
    assert keeper.window is not None
    return keeper.window


def type_in(keeper: WindowKeeper, qtbot: QtBot) -> Window:
    assert keeper.locked is not None
    keeper.locked.page._secret.setText(PHRASE)
    keeper.locked.page._open.click()
    return opened(keeper, qtbot)


def test_typed_once_it_opens_by_itself_until_it_is_locked(
    keep: Keep, tmp_path: Path, qtbot: QtBot, chain: FakeKeychain
) -> None:
    first = keep()
    type_in(first, qtbot)
    qtbot.waitUntil(lambda: keychain.has_keychain_slot(tmp_path), timeout=30_000)
    first.close()
    second = keep()
    window = opened(second, qtbot)
    assert second.locked is None
    window.lock_requested.emit()
    assert not keychain.has_keychain_slot(tmp_path)
    third = keep()
    assert third.locked is not None
    assert third.window is None


def test_opening_by_itself_makes_the_fortnight_no_longer(
    keep: Keep,
    tmp_path: Path,
    qtbot: QtBot,
    chain: FakeKeychain,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = keep()
    type_in(first, qtbot)
    qtbot.waitUntil(lambda: keychain.has_keychain_slot(tmp_path), timeout=30_000)
    first.close()
    for days in (7, 13):
        monkeypatch.setattr(start, "now", lambda days=days: NOW + timedelta(days=days))
        again = keep()
        opened(again, qtbot)
        again.close()
    monkeypatch.setattr(start, "now", lambda: NOW + timedelta(days=14))
    last = keep()
    assert last.locked is not None
    assert last.locked._view_model._keychain is not None
    qtbot.waitUntil(
        lambda: last.locked is not None and not last.locked._view_model._keychain.is_busy,
        timeout=30_000,
    )
    assert last.window is None
    type_in(last, qtbot)


def test_while_the_keychain_asks_back_the_passphrase_can_be_typed(
    tmp_path: Path, qtbot: QtBot, chain: FakeKeychain, quick_keys: None
) -> None:
    from threading import Event

    answered = Event()

    class Asking(FakeKeychain):
        def get_password(self, service: str, username: str) -> str | None:
            answered.wait(30)
            return super().get_password(service, username)

    key, _ = keys.make_keys(tmp_path, passphrase=PHRASE)
    keychain.keep_in_keychain(tmp_path, key=key, now=NOW)
    slow = Asking()
    slow.held = chain.held
    with pytest.MonkeyPatch.context() as patch:
        put_keychain(slow, patch)
        view_model = LockedViewModel(tmp_path)
        came: list[str] = []
        view_model.unlocked.connect(lambda found, _by_code: came.append(found))
        view_model.try_keychain(now=NOW)
        view_model.try_passphrase(PHRASE)
        qtbot.waitUntil(lambda: came == [key], timeout=30_000)
        answered.set()
        view_model.close()
    assert came == [key]


def test_the_switch_in_settings_keeps_it_and_takes_it_away(
    tmp_path: Path, qtbot: QtBot, chain: FakeKeychain, quick_keys: None
) -> None:
    from klasgenoot.operations.desk import Desk

    key, _ = keys.make_keys(tmp_path, passphrase=PHRASE)
    session = Session(Desk(open_vault(tmp_path, key=key)), clock=lambda: NOW)
    view_model = SettingsViewModel(session)
    assert view_model.can_have_keychain
    view_model.open_by_keychain(True)
    qtbot.waitUntil(lambda: not view_model.is_busy, timeout=30_000)
    assert keychain.unlock_with_keychain(tmp_path, now=NOW) == key
    assert session.settings.keychain
    view_model.open_by_keychain(False)
    qtbot.waitUntil(lambda: not view_model.is_busy, timeout=30_000)
    assert not keychain.has_keychain_slot(tmp_path)
    assert not chain.held
    chain.is_locked = True
    said: list[str] = []
    view_model.failed.connect(said.append)
    view_model.open_by_keychain(True)
    qtbot.waitUntil(lambda: bool(said), timeout=30_000)
    assert not session.settings.keychain
    session.vault.close()
