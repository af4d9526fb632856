"""A second start on the same folder brings the first window to the front."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from klasgenoot.app.instance import NOTE, Doorbell, ask_first_window


def test_the_doorbell_rings_and_the_note_is_taken_away(qtbot: QtBot, tmp_path: Path) -> None:
    doorbell = Doorbell(tmp_path)
    for _ in range(2):
        with qtbot.waitSignal(doorbell.rung, timeout=5_000):
            ask_first_window(tmp_path)
        qtbot.waitUntil(lambda: not (tmp_path / NOTE).exists(), timeout=5_000)


def test_a_note_from_an_earlier_time_does_not_ring(qtbot: QtBot, tmp_path: Path) -> None:
    ask_first_window(tmp_path)
    doorbell = Doorbell(tmp_path)
    assert not (tmp_path / NOTE).exists()
    rung: list[bool] = []
    doorbell.rung.connect(lambda: rung.append(True))
    with qtbot.waitSignal(doorbell._watcher.directoryChanged, timeout=5_000):
        (tmp_path / "something else").touch()
    assert not rung
