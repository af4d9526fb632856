"""A crash is logged without a single value, and said once; what a person can mend is no crash."""

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from klasgenoot import __version__
from klasgenoot.app import crash
from klasgenoot.app.crash import CrashLog, report
from klasgenoot.domain.errors import DiskFull

NEEDLES = ("Sanne", "Hoekstra", "stage")


def fail(name: str) -> None:
    """Fails with names in everything that a careless report would show."""
    local = f"{name} Hoekstra"
    try:
        {}[local]
    except KeyError as error:
        raise ValueError(f"no stage for {local}") from error


@pytest.fixture
def caught() -> ValueError:
    """An error full of names."""
    with pytest.raises(ValueError, match="stage") as info:
        fail("Sanne")
    return info.value


class Shown:
    """What the dialogs said, instead of showing them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.texts: list[str] = []
        self.on_show = lambda: None

        def take(box: QMessageBox) -> int:
            self.texts.append(f"{box.text()}\n{box.informativeText()}\n{box.detailedText()}")
            self.on_show()
            return 0

        monkeypatch.setattr(QMessageBox, "exec", take)


@pytest.fixture
def shown(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Shown:
    """Dialogs that are kept and not shown."""
    return Shown(monkeypatch)


def test_a_report_holds_places_in_the_code_and_no_values(caught: ValueError) -> None:
    told = report(type(caught), caught.__traceback__)
    assert __version__ in told
    assert "test_crash.py" in told
    assert "in fail" in told
    assert told.endswith("ValueError")
    assert not any(needle in told for needle in NEEDLES)
    assert str(Path(__file__).parent) not in told


def test_a_crash_is_logged_each_time_and_said_once(
    tmp_path: Path, caught: ValueError, shown: Shown
) -> None:
    log = CrashLog(tmp_path / "log")
    for _ in range(2):
        log.take(type(caught), caught, caught.__traceback__)
    written = (tmp_path / "log" / "crashes.txt").read_text(encoding="utf-8")
    assert written.count("ValueError") == 2
    assert len(shown.texts) == 1
    assert not any(needle in written + shown.texts[0] for needle in NEEDLES)


def test_the_log_does_not_grow_for_ever(
    tmp_path: Path, caught: ValueError, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crash, "LARGEST_LOG", 300)
    log = CrashLog(tmp_path)
    for _ in range(9):
        log.take(type(caught), caught, caught.__traceback__)
    assert len((tmp_path / "crashes.txt").read_text(encoding="utf-8")) == 300


def test_without_a_place_for_the_log_it_goes_to_standard_error(
    tmp_path: Path, caught: ValueError, shown: Shown, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    CrashLog(tmp_path / "file" / "log").take(type(caught), caught, caught.__traceback__)
    assert "ValueError" in capsys.readouterr().err


def test_a_trouble_that_no_page_put_into_words_is_said_and_not_logged(
    tmp_path: Path, shown: Shown
) -> None:
    trouble = DiskFull(tmp_path / "klasgenoot.db")
    log = CrashLog(tmp_path / "log")
    for _ in range(2):
        log.take(DiskFull, trouble, None)
    assert len(shown.texts) == 2
    assert "disk" in shown.texts[0]
    assert not (tmp_path / "log").exists()


def test_while_one_dialog_is_open_no_other_comes(tmp_path: Path, shown: Shown) -> None:
    trouble = DiskFull(tmp_path)
    log = CrashLog(tmp_path)
    shown.on_show = lambda: log.take(DiskFull, trouble, None)
    log.take(DiskFull, trouble, None)
    assert len(shown.texts) == 1


def test_a_crash_on_another_thread_is_logged_and_not_shown(
    tmp_path: Path, caught: ValueError, shown: Shown
) -> None:
    log = CrashLog(tmp_path)
    thread = threading.Thread(target=log.take, args=(ValueError, caught, caught.__traceback__))
    thread.start()
    thread.join()
    assert (tmp_path / "crashes.txt").exists()
    assert shown.texts == []


def test_every_error_comes_to_the_log_once_it_is_installed(
    tmp_path: Path, caught: ValueError, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    CrashLog(tmp_path).install()
    sys.excepthook(ValueError, caught, caught.__traceback__)
    threading.excepthook(threading.ExceptHookArgs((ValueError, caught, caught.__traceback__, None)))
    written = (tmp_path / "crashes.txt").read_text(encoding="utf-8")
    assert written.count("ValueError") == 2


def test_control_c_ends_the_app_without_a_report(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        CrashLog(tmp_path).take(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not list(tmp_path.iterdir())


def test_without_a_window_it_is_said_on_standard_error(
    tmp_path: Path,
    caught: ValueError,
    shown: Shown,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(QApplication, "instance", staticmethod(lambda: None))
    log = CrashLog(tmp_path)
    log.take(DiskFull, DiskFull(tmp_path), None)
    log.take(ValueError, caught, caught.__traceback__)
    said = capsys.readouterr().err
    assert "disk" in said
    assert "ValueError" in said
    assert shown.texts == []
