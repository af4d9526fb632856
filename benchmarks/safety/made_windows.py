"""The real app on a data folder, in this process, for scripts that press its keys."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from klasgenoot.app.crash import CrashLog
from klasgenoot.app.places import log_folder
from klasgenoot.app.start import WindowKeeper
from klasgenoot.ui.shell.window import Window

TRIES = 40_000
"""So often a look whether the app is ready, every 10 ms; of a false clock, which may run forty times
as fast, while a passphrase takes its true second."""


def hear_dialogs() -> list[str]:
    """From now on a dialog of the app is not shown but heard: nobody is there to close it."""
    told: list[str] = []

    def hear(box: QMessageBox) -> int:
        told.append(f"{box.text()} {box.detailedText()}".strip())
        return 0

    QMessageBox.exec = hear
    return told


def opened_app(data: Path, *, anew: Callable[[Sequence[str]], None] | None = None) -> WindowKeeper:
    """The app as `run_window` makes it; `anew` is called in place of starting itself once more."""
    app = QApplication.instance() or QApplication(["klasgenoot"])
    app.setProperty("keeps", data)
    CrashLog(log_folder(data)).install()
    keeper = WindowKeeper(data, language=None, anew=anew or (lambda _arguments: None))
    keeper.open(sample=False)
    settle()
    return keeper


def window_of(keeper: WindowKeeper) -> Window:
    """The open window, furnished."""
    wait_until(lambda: keeper.window is not None and keeper.window.is_furnished)
    assert keeper.window  # noqa: S101 - waited for
    return keeper.window


def settle(milliseconds: int = 50) -> None:
    """Lets the app do what is waiting."""
    QTest.qWait(milliseconds)


def wait_until(is_so: Callable[[], object], *, tries: int = TRIES) -> None:
    """Lets the app work until something is so; it counts, because the clock may be a false one."""
    for _ in range(tries):
        if is_so():
            return
        QTest.qWait(10)
    raise TimeoutError


def type_in(editor: QWidget, text: str) -> None:
    """Types where a person would."""
    editor.setFocus()
    QTest.keyClicks(editor, text)
    settle(10)
