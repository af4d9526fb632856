"""A second start on the same folder brings the first window to the front."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from klasgenoot.app import instance
from klasgenoot.app.instance import NOTE, Doorbell, ask_first_window


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
