"""The keeper of the window: with a passphrase it asks first, and locking starts the app anew."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from klasgenoot.app import locking
from klasgenoot.app.handing_on import target_of, words_of
from klasgenoot.app.start import WindowKeeper
from klasgenoot.domain.errors import ReadOnlyPlace
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.settings import Language
from klasgenoot.store import keys
from klasgenoot.store.opening import open_vault
from klasgenoot.ui.shell.pages import Pages
from klasgenoot.viewmodels.target import PageId, Target

PHRASE = "vijf schapen drinken thee"

Keep = Callable[..., WindowKeeper]


@pytest.fixture
def started() -> list[list[str]]:
    """The arguments of each start anew."""
    return []


@pytest.fixture
def keep(
    tmp_path: Path, qtbot: QtBot, started: list[list[str]], quick_keys: None
) -> Iterator[Keep]:
    keepers: list[WindowKeeper] = []
    before = QLocale()

    def make(at: str = "") -> WindowKeeper:
        keeper = WindowKeeper(
            tmp_path,
            language=Language.ENGLISH,
            at=target_of(at),
            anew=lambda arguments: started.append(list(arguments)),
        )
        assert keeper.open(sample=False)
        keepers.append(keeper)
        return keeper

    yield make
    for keeper in keepers:
        keeper.close()
        keeper.speaker.fall_silent()
    QLocale.setDefault(before)


def with_passphrase(folder: Path) -> str:
    key, code = keys.make_keys(folder, passphrase=PHRASE)
    open_vault(folder, key=key).close()
    return code


def test_without_a_passphrase_the_window_opens_at_once(keep: Keep) -> None:
    assert keep().window is not None


def test_with_one_the_locked_window_asks_and_the_window_opens_where_it_was(
    keep: Keep, tmp_path: Path, qtbot: QtBot
) -> None:
    with_passphrase(tmp_path)
    keeper = keep(at="settings")
    assert keeper.window is None
    assert keeper.locked is not None
    keeper.locked.page._secret.setText(PHRASE)
    keeper.locked.page._open.click()
    qtbot.waitUntil(lambda: keeper.window is not None, timeout=30_000)
    assert keeper.window is not None
    assert keeper.window.target.page is PageId.SETTINGS
    assert keeper.locked is None


def test_who_comes_in_by_the_sheet_chooses_another_passphrase(
    keep: Keep, tmp_path: Path, qtbot: QtBot
) -> None:
    code = with_passphrase(tmp_path)
    keeper = keep()
    assert keeper.locked is not None
    keeper.locked.page._other.click()
    keeper.locked.page._code.setText(code)
    keeper.locked.page._open.click()
    qtbot.waitUntil(lambda: keeper.window is not None, timeout=30_000)
    assert keeper.window is not None
    assert keeper.window.target.page is PageId.KEYS


def test_locking_closes_the_data_empties_the_clipboard_and_starts_anew(
    keep: Keep,
    tmp_path: Path,
    qtbot: QtBot,
    started: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # a clipboard in memory knows no owner
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: True)
    with_passphrase(tmp_path)
    keeper = keep()
    assert keeper.locked is not None
    keeper.locked.page._secret.setText(PHRASE)
    keeper.locked.page._open.click()
    qtbot.waitUntil(lambda: keeper.window is not None, timeout=30_000)
    window = keeper.window
    assert window is not None
    window.go(Target(PageId.SETTINGS))
    qtbot.waitUntil(lambda: keeper._watching is not None, timeout=30_000)
    QApplication.clipboard().setText("Sanne")
    window.lock_requested.emit()
    assert window.is_left
    assert QApplication.clipboard().text() == ""
    assert started == [["--data-dir", str(tmp_path), "--lang", "en", "--at", "settings"]]
    open_vault(tmp_path, key=keys.unlock(tmp_path, passphrase=PHRASE)).close()  # nobody holds it


def test_a_key_file_that_cannot_be_read_for_a_moment_keeps_nothing_open(
    keep: Keep,
    tmp_path: Path,
    qtbot: QtBot,
    started: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused(_folder: Path) -> bool:
        raise ReadOnlyPlace(tmp_path)

    with_passphrase(tmp_path)
    keeper = keep()
    assert keeper.locked is not None
    keeper.locked.page._secret.setText(PHRASE)
    keeper.locked.page._open.click()
    qtbot.waitUntil(lambda: keeper.window is not None, timeout=10_000)
    after = keeper._lock_after()
    assert after is not None
    monkeypatch.setattr(keys, "has_passphrase", refused)
    assert keeper._lock_after() == after
    assert keeper.window is not None
    keeper.window.lock_requested.emit()
    assert len(started) == 1


@pytest.mark.parametrize(("where", "what"), [(locking, "keep_place"), (Pages, "close_work")])
def test_a_mistake_of_ours_keeps_nothing_open(
    where: object,
    what: str,
    keep: Keep,
    tmp_path: Path,
    started: list[list[str]],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def wrong(_window: object) -> None:
        raise ValueError("Sanne")

    with_passphrase(tmp_path)
    keeper = keep()
    assert keeper.locked is not None
    keeper.locked.page._secret.setText(PHRASE)
    keeper.locked.page._open.click()
    qtbot.waitUntil(lambda: keeper.window is not None, timeout=10_000)
    monkeypatch.setattr(where, what, wrong)
    keeper.window.lock_requested.emit()
    assert len(started) == 1
    open_vault(tmp_path, key=keys.unlock(tmp_path, passphrase=PHRASE)).close()  # nobody holds it
    noted = (tmp_path / "log" / "crashes.txt").read_text("utf-8")
    assert "ValueError" in noted
    assert "Sanne" not in noted


def test_without_a_passphrase_locking_leads_to_where_one_is_chosen(
    keep: Keep, started: list[list[str]]
) -> None:
    window = keep().window
    assert window is not None
    window.go(PageId.SETTINGS)
    said: list[str] = []
    window.notices.noticed.connect(lambda words, _can_undo: said.append(words))
    window.lock_requested.emit()
    assert window.target == Target(PageId.SETTINGS, act="passphrase")
    assert said == ["Locking needs a passphrase. You choose one here."]
    assert not started


@pytest.mark.parametrize(
    "target",
    [Target(PageId.CHECK_INS), Target(PageId.STUDENT, student=StudentId(12))],
)
def test_a_page_is_handed_on_without_a_name(target: Target) -> None:
    assert target_of(words_of(target)) == target


def test_who_locked_while_choosing_a_passphrase_comes_back_in_settings() -> None:
    assert target_of(words_of(Target(PageId.KEYS))) == Target(PageId.SETTINGS)


def test_what_is_no_page_opens_the_usual_one() -> None:
    assert target_of("") is None
    assert target_of("nonsense:1") is None
