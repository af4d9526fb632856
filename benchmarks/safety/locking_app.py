"""The real app for `memory_after_lock.py`: unlocks itself, opens a student, and locks itself.

Arguments: the data folder, the passphrase.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from klasgenoot.app.anew import start_anew
from klasgenoot.app.start import WindowKeeper
from klasgenoot.domain.people import StudentId
from klasgenoot.viewmodels.target import PageId, Target


def main() -> int:
    """Runs until it is replaced by the locked app."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder, phrase = sys.argv[1:]
    app = QApplication(sys.argv[:1])
    keeper = WindowKeeper(Path(folder), language=None, anew=_told)
    keeper.open(sample=False)
    locked = keeper.locked
    if locked is None:
        return 1
    locked.page._secret.setText(phrase)
    locked.page._open.click()

    def look() -> None:
        window = keeper.window
        if window is None:
            QTimer.singleShot(200, look)
            return
        window.go(Target(PageId.STUDENT, student=StudentId(1)))
        window.grab()
        print("open", flush=True)
        QTimer.singleShot(4000, window.lock_requested.emit)

    QTimer.singleShot(200, look)
    return app.exec()


def _told(arguments: Sequence[str]) -> None:
    print("locked", flush=True)
    start_anew(arguments)


if __name__ == "__main__":
    sys.exit(main())
