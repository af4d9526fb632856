"""A second start on the same folder brings the first window to the front."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from klasgenoot.app import instance, start
from klasgenoot.app.instance import NOTE, Doorbell, WindowsHere, ask_first_window
from klasgenoot.app.start import WindowKeeper
from klasgenoot.domain.errors import AlreadyOpen
from klasgenoot.store.keys import key_for, make_keys
from klasgenoot.store.opening import open_vault
from klasgenoot.store.presence import be_present

PHRASE = "vijf schapen drinken thee"


def test_the_doorbell_rings_and_who_rang_is_told_so(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instance, "WAIT", 30.0)
    doorbell = Doorbell(tmp_path)
    with ThreadPoolExecutor(1) as second_start:
        for _ in range(2):
            with qtbot.waitSignal(doorbell.rung, timeout=30_000):
                asked = second_start.submit(ask_first_window, tmp_path)
            assert asked.result(timeout=30)
            assert not (tmp_path / NOTE).exists()


def test_where_nobody_answers_no_note_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instance, "WAIT", 0.01)
    monkeypatch.setattr(instance, "LOOK_UP", 0.005)
    assert not ask_first_window(tmp_path)
    assert not list(tmp_path.iterdir())
    assert not ask_first_window(tmp_path / "gone")


def test_a_note_from_an_earlier_time_does_not_ring(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / NOTE).touch()
    doorbell = Doorbell(tmp_path)
    assert not (tmp_path / NOTE).exists()
    rung: list[bool] = []
    doorbell.rung.connect(lambda: rung.append(True))
    with qtbot.waitSignal(doorbell._watcher.directoryChanged, timeout=30_000):
        (tmp_path / "something else").touch()
    assert not rung


def test_a_first_window_that_is_still_starting_is_waited_for(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instance, "WAIT", 30.0)
    with ThreadPoolExecutor(1) as second_start:
        asked = second_start.submit(ask_first_window, tmp_path)
        qtbot.waitUntil((tmp_path / NOTE).exists, timeout=30_000)
        doorbell = Doorbell(tmp_path)
        assert asked.result(timeout=30)
    assert doorbell


def test_where_the_first_let_go_while_it_was_asked_the_second_opens(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_vault(tmp_path, key=key_for(tmp_path))

    def ask(_folder: Path) -> bool:
        first.close()
        return False

    monkeypatch.setattr(start, "ask_first_window", ask)
    monkeypatch.setattr(start, "_say", pytest.fail)
    keeper = WindowKeeper(tmp_path, language=None)
    session = keeper._session_of_first(tmp_path, key=key_for(tmp_path), is_sample=False)
    assert session is not None
    session.vault.close()


def test_where_the_first_keeps_the_folder_and_answers_the_second_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_vault(tmp_path, key=key_for(tmp_path))
    keeper = WindowKeeper(tmp_path, language=None)
    monkeypatch.setattr(start, "ask_first_window", lambda _folder: True)
    monkeypatch.setattr(start, "_say", pytest.fail)
    assert keeper._session_of_first(tmp_path, key=key_for(tmp_path), is_sample=False) is None
    monkeypatch.setattr(start, "ask_first_window", lambda _folder: False)
    with pytest.raises(AlreadyOpen):
        keeper._session_of_first(tmp_path, key=key_for(tmp_path), is_sample=False)
    first.close()


def test_a_folder_has_one_window_open_or_locked_and_the_next_comes_when_it_is_gone(
    tmp_path: Path,
) -> None:
    first = be_present(tmp_path)
    assert first is not None
    assert be_present(tmp_path) is None
    first.let_go()
    second = be_present(tmp_path)
    assert second is not None
    second.let_go()


def test_where_no_lock_can_be_had_nobody_is_kept_out(tmp_path: Path) -> None:
    assert be_present(tmp_path / "nowhere") is not None


def test_a_killed_window_leaves_no_lock(tmp_path: Path) -> None:
    held = (
        "import sys, time; from pathlib import Path; from klasgenoot.store.presence import *;"
        "here = be_present(Path(sys.argv[1])); print('here', flush=True); time.sleep(600)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", held, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "here\n"
        assert be_present(tmp_path) is None
        process.kill()
        process.wait()
    assert be_present(tmp_path) is not None


@pytest.mark.parametrize("state", ["locked", "open"])
def test_a_second_start_raises_the_first_window_and_asks_nothing(
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    quick_keys: None,
    state: str,
) -> None:
    if state == "locked":
        make_keys(tmp_path, passphrase=PHRASE)
    before = QLocale()
    first = WindowKeeper(tmp_path, language=None)
    assert first.open(sample=False)
    rung: list[bool] = []
    assert first._doorbell is not None
    first._doorbell.rung.connect(lambda: rung.append(True))
    monkeypatch.setattr(start, "_say", pytest.fail)

    def ask_as_another_process(folder: Path, *, is_gone: Callable[[], bool]) -> bool:
        (folder / NOTE).touch()
        qtbot.waitUntil(lambda: not (folder / NOTE).exists(), timeout=30_000)
        assert not is_gone()
        return True

    monkeypatch.setattr(instance, "ask_first_window", ask_as_another_process)
    second = WindowKeeper(tmp_path, language=None)
    assert not second.open(sample=False)
    assert second.window is second.locked is None
    assert rung == [True]
    first.close()
    third = WindowKeeper(tmp_path, language=None)
    assert third.open(sample=False)
    third.close()
    for keeper in (first, second, third):
        keeper.speaker.fall_silent()
    QLocale.setDefault(before)


def test_a_first_window_that_ends_while_it_is_asked_makes_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = be_present(tmp_path)
    assert first is not None
    asked: list[bool] = []

    def ask(_folder: Path, *, is_gone: Callable[[], bool]) -> bool:
        asked.append(is_gone())
        first.let_go()
        asked.append(is_gone())
        return False

    monkeypatch.setattr(instance, "ask_first_window", ask)
    here = WindowsHere()
    assert here.is_first(tmp_path)
    assert asked == [False, True]
    assert be_present(tmp_path) is None  # the second has it now
    here.let_go_but(None)
    assert be_present(tmp_path) is not None
