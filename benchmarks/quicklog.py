"""How long from a letter in the quick log until it is read and painted, beside a bare text field?

The panel is the real one with the whole class in it. The clock starts before the key goes down and
stops when the frame with the letter, its tints and its chips has been handed to the window system.
Lines as teachers type them, letter by letter: names, a date, a tag, a private line, a follow-up.
The processor's own time stands beside it, for a machine that others work on too.
"""

import gc
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from drawn import fresh_look, the_app
from figures import Figure
from made_classes import SIZES, fill
from next_card import KEY, PATIENCE, WINDOW, Frames, slowest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from klasgenoot.app.clock import now
from klasgenoot.operations.desk import Desk
from klasgenoot.store.database import Vault
from klasgenoot.store.opening import open_vault
from klasgenoot.ui.shell.log_panel import LogPanel
from klasgenoot.viewmodels.quicklog import QuickLogViewModel
from klasgenoot.viewmodels.session import Session

LINES = (
    "Esmee H, Yag A, Sanne de W: groepsproject loopt goed met Milan / Zoe S: wil liever alleen",
    "gisteren Fenna M t: belde terug over de stage #zorg terug over twee weken",
)
BUDGET = "≤ 8 ms"


def measure() -> Iterator[Figure]:
    """Each letter of these lines, in classes of three sizes."""
    for size in SIZES:
        with TemporaryDirectory() as folder:
            vault = open_vault(Path(folder), key=KEY)
            fill(vault, size=size)
            took, worked = typed_ms(vault)
            bare = median(bare_ms())
            vault.close()
        yield Figure(
            what="a letter in the quick log, read and painted",
            size=f"{size} students",
            ours=median(took),
            yardstick=bare,
            beside="a letter in a bare text field",
            budget=BUDGET,
        )
        for what, ours in (
            ("the same: 1 in 100", slowest(took)),
            ("the same in processor time", median(worked)),
            ("the same in processor time: 1 in 100", slowest(worked)),
        ):
            yield Figure(what=what, size=f"{size} students", ours=ours, budget=BUDGET)


def typed_ms(vault: Vault) -> tuple[list[float], list[float]]:
    """Milliseconds from each letter to the frame it is in, on the clock and of the processor."""
    the_app()
    window = QWidget()
    window.resize(*WINDOW)
    panel = LogPanel(fresh_look(vault), _log(vault), parent=window)
    _show(window)
    panel.open_for(None)
    QTest.qWait(500)  # the faces are drawn once
    took = _letters(window)
    panel.keep_draft()
    window.close()
    window.deleteLater()
    return took


def bare_ms() -> list[float]:
    """The same in a text field that does nothing with it."""
    the_app()
    field = QTextEdit()
    field.resize(*WINDOW)
    _show(field)
    field.setFocus()
    took, _ = _letters(field)
    field.close()
    return took


def _log(vault: Vault) -> QuickLogViewModel:
    return QuickLogViewModel(Session(Desk(vault), clock=now))


def _letters(window: QWidget) -> tuple[list[float], list[float]]:
    frames = LetterFrames(window)
    took, worked = [], []
    for line in LINES:
        for letter in line:
            took.append(frames.after_letter(letter))
            worked.append(frames.worked)
            QTest.qWait(2)
        QTest.keyClicks(QApplication.focusWidget(), ";")
    return took, worked


class LetterFrames(Frames):
    """Sees the frame after a letter go out.

    Attributes:
        worked: how long the processor worked at the last one, in milliseconds.
    """

    worked = 0.0

    def after_letter(self, letter: str) -> float:
        """Milliseconds from a letter going down until the frame after it."""
        gc.collect()
        start, began = perf_counter(), process_time()
        QTest.keyClicks(QApplication.focusWidget(), letter)
        while self._gone_at < start and perf_counter() - start < PATIENCE:
            QApplication.processEvents()
        self.worked = (process_time() - began) * 1000
        return (self._gone_at - start) * 1000


def _show(window: QWidget) -> None:
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
