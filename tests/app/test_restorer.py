"""Getting data back in the whole app: from the page, the locked window, and damaged data."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from builders import school_class
from klasgenoot.app import settling
from klasgenoot.app.clock import now
from klasgenoot.app.start import WindowKeeper
from klasgenoot.domain.backups import Kind, Why
from klasgenoot.domain.settings import Language
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.desk import Desk
from klasgenoot.store import keys
from klasgenoot.store.backups import backups_in, make_backup
from klasgenoot.store.kept_aside import kept_aside
from klasgenoot.store.opening import open_vault
from klasgenoot.store.reserve import RESERVE
from klasgenoot.store.schema import BACKUPS, FILE
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.pages.welcome.choice_button import ChoiceButton
from klasgenoot.ui.shell.restore_window import RestoreWindow
from klasgenoot.ui.shell.window import Window
from klasgenoot.viewmodels.restoring import RestoreStep, RestoreViewModel, RestoreWish
from klasgenoot.viewmodels.target import PageId

PHRASE = "vijf schapen drinken thee"

Keep = Callable[[], WindowKeeper]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
def keep(data: Path, qtbot: QtBot, quick_keys: None) -> Iterator[Keep]:
    keepers: list[WindowKeeper] = []
    before = QLocale()

    def make() -> WindowKeeper:
        keeper = WindowKeeper(data, language=Language.ENGLISH, anew=lambda _: None)
        assert keeper.open(sample=False)
        keepers.append(keeper)
        return keeper

    yield make
    for keeper in keepers:
        keeper.close()
        keeper.speaker.fall_silent()
    QLocale.setDefault(before)


def fill(data: Path, *, phrase: str = "") -> str:
    """Data with a class and one backup of it, and a class that was added since."""
    key = keys.make_keys(data, passphrase=phrase)[0] if phrase else keys.key_for(data)
    vault = open_vault(data, key=key)
    school_class(Desk(vault))
    make_backup(vault, data / BACKUPS, made_at=now(), why=Why.ASKED)
    Desk(vault).do(add_class, name="Later")
    vault.close()
    return key


def window_of(keeper: WindowKeeper) -> Window:
    assert keeper.window is not None
    return keeper.window


def restoring(keeper: WindowKeeper) -> tuple[RestoreWindow, RestoreViewModel]:
    window = keeper.restorer.window
    assert window is not None
    assert window.isVisible()
    return window, window._view_model


def classes(keeper: WindowKeeper) -> list[str]:
    return [each.name for each in window_of(keeper).session.classes]


def until(qtbot: QtBot, what: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(what()), timeout=30_000)


def test_from_the_open_app_a_backup_comes_back_and_the_window_opens_on_it(
    keep: Keep, data: Path, qtbot: QtBot
) -> None:
    fill(data)
    keeper = keep()
    first = window_of(keeper)
    settling.settle(first, reserve=False)
    (backup,) = backups_in(data / BACKUPS)
    first.session.restore_requested.emit(RestoreWish(backup, is_sure=True))
    assert first.is_left
    _, view_model = restoring(keeper)
    until(qtbot, lambda: view_model.step is RestoreStep.DONE)
    view_model.open()
    assert window_of(keeper) is not first
    assert classes(keeper) == ["CMV-1B"]
    assert keeper.restorer.window is None
    assert len(kept_aside(data)) == 1
    reasons = [each.why for each in reversed(backups_in(data / BACKUPS))]
    assert reasons == [Why.ASKED, Why.RESTORE]  # what was there a moment ago can come back too


def test_who_goes_on_without_is_back_where_they_were(keep: Keep, data: Path, qtbot: QtBot) -> None:
    fill(data, phrase=PHRASE)
    keeper = keep()
    assert keeper.locked is not None
    keeper.locked.page._secret.setText(PHRASE)
    keeper.locked.page._open.click()
    until(qtbot, lambda: keeper.window)
    window_of(keeper).go(PageId.SETTINGS)
    window_of(keeper).session.restore_requested.emit(RestoreWish())
    window, view_model = restoring(keeper)
    assert view_model.step is RestoreStep.CHOOSE
    window.page.left.emit()
    assert classes(keeper) == ["CMV-1B", "Later"]  # and nobody asked for the passphrase again
    assert kept_aside(data) == ()


def test_the_app_can_be_closed_while_a_backup_is_being_chosen(
    keep: Keep, data: Path, qtbot: QtBot
) -> None:
    fill(data)
    keeper = keep()
    first = window_of(keeper)
    first.go(PageId.SETTINGS)
    first.session.restore_requested.emit(RestoreWish())
    with qtbot.waitSignal(first.destroyed, timeout=30_000):
        pass
    keeper.close()
    assert keeper.restorer.window is None


def test_the_locked_window_leads_there_and_back(keep: Keep, data: Path, qtbot: QtBot) -> None:
    fill(data, phrase=PHRASE)
    keeper = keep()
    assert keeper.locked is not None
    keeper.locked.page._backup.click()
    assert keeper.locked is None
    window, view_model = restoring(keeper)
    assert len(view_model.choices) == 1
    window.page.left.emit()
    assert keeper.locked is not None
    assert keeper.restorer.window is None
    keeper.locked.page._backup.click()
    window, view_model = restoring(keeper)
    view_model.choose(view_model.found[0])
    assert view_model.step is RestoreStep.UNLOCK
    view_model.try_passphrase(PHRASE)
    until(qtbot, lambda: view_model.step is RestoreStep.PREVIEW)
    view_model.put_back()
    until(qtbot, lambda: view_model.step is RestoreStep.DONE)
    view_model.open()
    assert classes(keeper) == ["CMV-1B"]
    assert keeper.locked is None


@pytest.mark.parametrize("phrase", ["", PHRASE])
def test_damaged_data_leads_to_its_newest_good_backup(
    keep: Keep, data: Path, qtbot: QtBot, phrase: str
) -> None:
    fill(data, phrase=phrase)
    (data / FILE).write_bytes(b"rubbish" * 1000)
    keeper = keep()
    if phrase:
        assert keeper.locked is not None
        keeper.locked.page._secret.setText(phrase)
        keeper.locked.page._open.click()
        until(qtbot, lambda: keeper.locked is None)
    assert keeper.window is None
    window, view_model = restoring(keeper)
    labels = [label.text() for label in window.findChildren(Label)]
    assert any("is damaged or has another key" in words for words in labels)
    until(qtbot, lambda: view_model.step is RestoreStep.PREVIEW)
    view_model.put_back()
    until(qtbot, lambda: view_model.step is RestoreStep.DONE)
    view_model.open()
    assert classes(keeper) == ["CMV-1B"]


def test_who_wants_none_for_damaged_data_leaves_it_as_it_is(keep: Keep, data: Path) -> None:
    fill(data)
    (data / FILE).write_bytes(b"rubbish" * 1000)
    keeper = keep()
    window, view_model = restoring(keeper)
    view_model.close()
    window.page.left.emit()
    assert not window.isVisible()
    assert (data / FILE).read_bytes() == b"rubbish" * 1000


def test_lost_keys_lead_there_too(keep: Keep, data: Path, qtbot: QtBot) -> None:
    key = fill(data, phrase=PHRASE)
    for name in ("klasgenoot.keys", "klasgenoot.keys.2"):
        (data / name).unlink()
    keeper = keep()
    _, view_model = restoring(keeper)
    view_model.choose(view_model.found[0])
    view_model.try_passphrase(PHRASE)
    until(qtbot, lambda: view_model.step is RestoreStep.PREVIEW)
    view_model.put_back()
    until(qtbot, lambda: view_model.step is RestoreStep.DONE)
    view_model.open()
    assert classes(keeper) == ["CMV-1B"]
    assert keys.unlock(data, passphrase=PHRASE) == key


def test_on_a_clean_machine_the_welcome_page_leads_there(
    keep: Keep, data: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    old = tmp_path / "old"
    old.mkdir()
    key = fill(old, phrase=PHRASE)
    (backup,) = backups_in(old / BACKUPS)
    keeper = keep()
    window_of(keeper).go(PageId.WELCOME)
    button = next(
        each
        for each in window_of(keeper).findChildren(ChoiceButton)
        if each.accessibleName() == "I have a backup"
    )
    button.click()
    _, view_model = restoring(keeper)
    view_model.choose_file(backup.path)
    view_model.try_passphrase(PHRASE)
    until(qtbot, lambda: view_model.step is RestoreStep.PREVIEW)
    view_model.put_back()
    until(qtbot, lambda: view_model.step is RestoreStep.DONE)
    view_model.open()
    assert classes(keeper) == ["CMV-1B"]
    assert window_of(keeper).session.vault.key == key
    assert keys.has_passphrase(data)
    assert kept_aside(data) == ()


def test_locking_makes_a_backup_of_what_changed(keep: Keep, data: Path, qtbot: QtBot) -> None:
    fill(data, phrase=PHRASE)
    keeper = keep()
    assert keeper.locked is not None
    keeper.locked.page._secret.setText(PHRASE)
    keeper.locked.page._open.click()
    until(qtbot, lambda: keeper.window)
    settling.settle(window_of(keeper), reserve=False)
    window_of(keeper).session.do(add_class, name="Just now")
    window_of(keeper).lock_requested.emit()
    assert window_of(keeper).is_left
    newest = backups_in(data / BACKUPS)[0]
    assert newest.why is Why.CLOSING
    assert newest.amounts[Kind.CLASSES].count == 3
    assert newest.opens_elsewhere


def test_room_is_kept_on_the_disk_once_where_that_is_asked(
    keep: Keep, data: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from klasgenoot.store import reserve

    asked: list[Path] = []
    monkeypatch.setattr(reserve, "keep_reserve", asked.append)
    keeper = keep()
    settling.settle(window_of(keeper), reserve=True)
    until(qtbot, lambda: asked)
    assert asked == [data]
    settling.settle(window_of(keeper), reserve=True)  # once is enough
    assert asked == [data]
    assert not (data / RESERVE).exists()


def test_locking_waits_for_a_copy_that_is_being_made(keep: Keep, data: Path, qtbot: QtBot) -> None:
    keeper = keep()
    window = window_of(keeper)
    settling.settle(window, reserve=False)
    backups = window.session.keeper
    assert backups is not None
    seen: list[bool] = []

    def lock() -> None:
        seen.append(backups.is_copying)
        window.lock_requested.emit()
        seen.append(window.is_left)

    from PySide6.QtCore import QTimer

    school_class(window.session.desk, size=200)
    QTimer.singleShot(0, lock)
    backups.start(Why.ROUTINE)
    assert seen == [True, False]
    until(qtbot, lambda: window.target.page is PageId.SETTINGS)  # no passphrase: it goes there
