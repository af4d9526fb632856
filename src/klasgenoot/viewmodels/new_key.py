"""Putting a new data key on, step by step: made beside the window, put on when it is calm.

The first takes a second of a thread; the second needs the open data, and waits for a backup that is
being made of it. A backup with the new key comes right after, once the new sheet is on screen.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from klasgenoot.domain.errors import Trouble
from klasgenoot.operations.new_key import (
    NewKey,
    back_up_anew,
    count_old_copies,
    drop_old_copies,
    preparation,
    put_on,
)
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.work import Work

MOMENT = 400
"""Milliseconds: first the sheet is on screen, then a backup is made."""
SOON = 100
"""Milliseconds between two looks whether a backup that is being made is ready."""


class NewKeyWork(QObject):
    """A new data key for the data of a session.

    Attributes:
        old_copies: how many older copies the new key does not open, once there is a backup with it.

    Signals:
        put_on: the data has its new key; the recovery code of it.
        failed: the trouble that left all as it was.
    """

    put_on = Signal(str)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.old_copies = 0
        self._new: NewKey | None = None
        self._is_backup_wanted = False
        self._work = Work(self)
        self._work.finished.connect(self._on_work_finished)
        self._work.failed.connect(self.failed)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._put_on)
        self._later = QTimer(self, singleShot=True, interval=MOMENT)
        self._later.timeout.connect(self._back_up)

    @property
    def is_busy(self) -> bool:
        """Whether a key is being made, or waits to be put on."""
        return self._work.is_busy or self._new is not None

    def start(self, folder: Path, *, passphrase: str) -> None:
        """Makes a new data key that this passphrase opens, and puts it on."""
        self.old_copies = 0
        prepare = preparation(folder, key=self._session.vault.key, passphrase=passphrase)
        self._work.start(lambda _progress: prepare())

    def stop(self) -> None:
        """What is not put on yet stays away: nobody would see its recovery code."""
        self._work.cancel()
        self._new = None
        self._soon.stop()

    def finish(self) -> None:
        """Makes the backup that was still to come, now."""
        if self._is_backup_wanted:
            self._later.stop()
            self._back_up()

    def close(self) -> None:
        """Waits for what is being made, and makes the backup that was still to come."""
        self._work.wait()
        self.stop()
        self.finish()
        self._later.stop()  # another backup is being made: it must not wait for the closed data

    def drop_old_copies(self) -> None:
        """Drops the older copies, for good.

        Raises:
            Trouble: they are there still, or what opens them is known still.
        """
        if self._session.backups is not None:
            drop_old_copies(self._session.vault, self._session.backups)

    @Slot(object)
    def _on_work_finished(self, new: NewKey) -> None:
        self._new = new
        self._put_on()

    @Slot()
    def _put_on(self) -> None:
        new, backups = self._new, self._session.backups
        if new is None:
            return
        if backups is not None and backups.is_busy:
            self._soon.start()
            return
        self._new = None
        try:
            put_on(self._session.vault, new)
        except Trouble as trouble:
            self.failed.emit(trouble)
            return
        self._is_backup_wanted = True
        self._later.start()
        self.put_on.emit(new.code)

    @Slot()
    def _back_up(self) -> None:
        """Makes a backup with the new key, and counts the copies that have an older one."""
        session = self._session
        backups = session.backups
        if backups is not None and backups.is_busy:
            self._later.start()
            return
        self._is_backup_wanted = False
        if backups is not None and back_up_anew(session.vault, backups, now=session.now()):
            self.old_copies = count_old_copies(session.vault, backups)
