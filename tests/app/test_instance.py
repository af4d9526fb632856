"""A second start on the same folder brings the first window to the front."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from klasgenoot.app import instance, start
from klasgenoot.app.instance import NOTE, Doorbell, ask_first_window
from klasgenoot.app.start import WindowKeeper
from klasgenoot.domain.errors import AlreadyOpen
from klasgenoot.store.database import open_vault
from klasgenoot.store.keys import key_for


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
