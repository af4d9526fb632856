"""What does the locked window know? How to try a passphrase or a recovery code, and when again."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from klasgenoot.domain.errors import Trouble
from klasgenoot.store import keychain, keys
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.work import Progress, Work

FREE_TRIES = 3
"""So many times somebody may mistype before waiting begins."""
LONGEST_WAIT = 60
SECOND = 1000


def wait_after(wrong: int) -> int:
    """How many seconds to wait after so many wrong tries: 1, 2, 4 and so on after the free ones."""
    if wrong < FREE_TRIES:
        return 0
    return min(LONGEST_WAIT, 1 << (wrong - FREE_TRIES))


class Way(Enum):
    """How somebody tries to come in."""

    PASSPHRASE = auto()
    CODE = auto()
    KEYCHAIN = auto()


class LockedViewModel(QObject):
    """Opens the data in a folder for whoever knows the passphrase or has the recovery sheet.

    Args:
        folder: the data folder.
        parent: as in Qt.

    Attributes:
        wait: so many seconds until the next try.
        way: how somebody tried last.

    Signals:
        changed: it began or stopped being busy, or the wait became shorter.
        unlocked: the data key, and whether the recovery code was used.
        refused: why not, as a sentence.
        restore_requested: a backup is to be put back instead.
    """

    changed = Signal()
    unlocked = Signal(str, bool)
    refused = Signal(str)
    restore_requested = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._wrong = 0
        self.way = Way.PASSPHRASE
        self.wait = 0
        self._work = Work(self)
        self._work.finished.connect(self._on_work_finished)
        self._work.failed.connect(self._on_work_failed)
        self._keychain = Work(self)
        self._keychain.finished.connect(self._on_keychain_finished)
        self._clock = QTimer(self, interval=SECOND)
        self._clock.timeout.connect(self._on_clock_timeout)

    @property
    def is_busy(self) -> bool:
        """Whether a try is being looked at."""
        return self._work.is_busy

    def try_passphrase(self, passphrase: str) -> None:
        """Tries a passphrase; that takes about a second by design."""
        folder = self._folder
        self._try(lambda: keys.unlock(folder, passphrase=passphrase), way=Way.PASSPHRASE)

    def try_keychain(self, *, now: datetime) -> None:
        """Lets the keychain of this computer open it, where the teacher wanted that.

        It may ask something itself and take its time: meanwhile the passphrase can be typed.
        """
        folder = self._folder
        try:
            if not keychain.has_keychain_slot(folder):
                return
        except Trouble:  # typing the passphrase tells
            return

        def job(_progress: Progress[str | None]) -> str | None:
            return keychain.unlock_with_keychain(folder, now=now)

        self._keychain.start(job)

    def try_code(self, code: str) -> None:
        """Tries the code of the recovery sheet."""
        folder = self._folder
        self._try(lambda: keys.unlock_with_code(folder, code=code), way=Way.CODE)

    def close(self) -> None:
        """Waits for a try that is still being looked at, but not for a keychain that asks back."""
        self._keychain.cancel()
        self._work.wait()

    def _try(self, unlock: Callable[[], str], *, way: Way) -> None:
        if self.is_busy or self.wait:
            return
        self.way = way

        def job(_progress: Progress[str]) -> str:
            return unlock()

        self._work.start(job)
        self.changed.emit()

    @Slot(object)
    def _on_keychain_finished(self, key: str | None) -> None:
        if key is not None:
            self._work.cancel()
            self.way = Way.KEYCHAIN
            self.unlocked.emit(key, False)

    @Slot(object)
    def _on_work_finished(self, key: str) -> None:
        self._keychain.cancel()
        self._wrong = 0
        self.changed.emit()
        self.unlocked.emit(key, self.way is Way.CODE)

    @Slot(object)
    def _on_work_failed(self, trouble: Trouble) -> None:
        self._wrong += 1
        self.wait = wait_after(self._wrong)
        if self.wait:
            self._clock.start()
        self.changed.emit()
        self.refused.emit(trouble_words(trouble))

    @Slot()
    def _on_clock_timeout(self) -> None:
        self.wait -= 1
        if self.wait <= 0:
            self.wait = 0
            self._clock.stop()
        self.changed.emit()
