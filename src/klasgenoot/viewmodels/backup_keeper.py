"""Backups by themselves: every half hour if something changed, before large deeds, and at the end.

They lie in a folder beside the data, each one encrypted file, and are copied to a second place
where the teacher chose one. One that cannot be made never stands in the way; Settings says so.

Copying needs the data, so it happens on the window's thread, a few milliseconds at a time: the
window is painted and its clocks run, and what is typed meanwhile comes through when it is done.
Reading it back, and the second place, are work for a thread.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer, Signal, Slot

from klasgenoot.domain.backups import Backup, Why
from klasgenoot.domain.errors import Cancelled, Trouble
from klasgenoot.operations.backing_up import (
    back_up,
    before_large_deeds,
    begin_backup,
    begin_round,
    can_begin,
    end_backup,
    finish_backup,
    has_changed,
    is_due,
)
from klasgenoot.operations.second_place import bring_along, nudge
from klasgenoot.store.backup_file import read_backup
from klasgenoot.store.backups import Unread
from klasgenoot.store.schema import BACKUPS
from klasgenoot.viewmodels.backup_words import nudge_words, older_copy_words
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.work import Progress, Work

LOOK_MS = 60_000
BREATH_MS = 5


class BackupKeeper(QObject):
    """Looks once a minute whether a backup is due.

    Args:
        session: whose data.
        data: its folder.
        parent: as in Qt.

    Attributes:
        round: how the backups of this run went.
        second_trouble: why the last copy did not get to the second place; None if it did.

    Signals:
        noticed: a sentence that the teacher may like to know.
    """

    noticed = Signal(str)

    def __init__(self, session: Session, data: Path, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.data = data
        self.round = session.backups = begin_round(session.vault, data / BACKUPS, data=data)
        self.second_trouble: Trouble | None = None
        session.desk.before = before_large_deeds(session.vault, self.round, clock=session.now)
        session.keeper = self
        self._unread: Unread | None = None
        self._is_copying = False
        self._may_nudge = False
        self._along: Backup | None = None
        self._then: list[Callable[[], None]] = []
        self._reading = Work(self)
        self._reading.finished.connect(self._end)
        self._reading.failed.connect(self._end)
        self._copying = Work(self)
        self._copying.finished.connect(self._on_copied)
        self._copying.failed.connect(self._on_not_copied)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        session.backups_changed.emit()

    @property
    def is_busy(self) -> bool:
        """Whether a backup is being made."""
        return self.round.is_busy

    @property
    def is_copying(self) -> bool:
        """Whether the data is being copied at this moment: no time to close it."""
        return self._is_copying

    @Slot()
    def look(self) -> None:
        """Makes a backup if one is due; the round keeps why it could not be made."""
        vault = self._session.vault
        if vault.is_closed:
            self._timer.stop()
            return
        with suppress(Trouble):  # a disk that is out of reach is said by who wants to write
            if self._is_worth_it and is_due(vault, self.round, now=self._session.now()):
                self.start(Why.ROUTINE)

    def start(self, why: Why) -> None:
        """Begins a backup; `Session.backups_changed` tells when it is there or why it is not."""
        session = self._session
        if not can_begin(session.vault, self.round):
            return
        now = session.now()
        self._unread = self._copied(why)
        if self._unread is not None:
            unread = self._unread
            self._reading.start(lambda _progress: finish_backup(unread, now=now))
        session.backups_changed.emit()
        self._go_on()

    def start_before(self, why: Why) -> None:
        """The same before something large, unless nothing changed since the last one."""
        changes = self._session.vault.connection.total_changes
        if self._is_worth_it and changes != self.round.changes:
            self.start(why)

    def begin(self) -> None:
        """Tells what is to be told at the start, and brings the second place up to date."""
        if self.round.is_older_copy:
            self.noticed.emit(older_copy_words(self.round.furthest))
        else:
            self._may_nudge = True
        self.bring_along()
        if not self._copying.is_busy:
            self._nudge()

    def bring_along(self) -> None:
        """Copies the newest backup to the second place, if there is one."""
        backup, data, now = self.round.last, self.data, self._session.now()
        if backup is None or self._copying.is_busy:
            return

        def job(progress: Progress[None]) -> None:
            def breathe(_done: int, _total: int) -> None:
                if progress.is_cancelled():
                    raise Cancelled

            bring_along(data, backup, now=now, breathe=breathe)

        self._along = backup
        self._copying.start(job)

    def bring_along_now(self) -> None:
        """The same, and waits for it: there is no window any more that would have to."""
        self._copying.wait()
        backup = self.round.last
        if backup is not None:
            with suppress(Trouble):
                bring_along(self.data, backup, now=self._session.now())

    def when_calm(self, do: Callable[[], None]) -> None:
        """Does something that closes the data: now, or once no copying is in the way."""
        if self._is_copying:
            self._then.append(do)
        else:
            do()

    def let_go(self, why: Why | None = None) -> bool:
        """Makes the last backup, if something changed; the data can be closed then.

        Args:
            why: what it is made for; None: the teacher stops.

        Returns:
            False if it must stay open, since it is being copied: what was saved is safe.
        """
        if self._is_copying:
            return False
        self._timer.stop()
        self._copying.cancel()  # a slow stick is not waited for: `bring_along_now` goes on with it
        self._reading.wait()
        if self._unread is not None:  # it was being read back, and now it is known how that went
            path = self._unread.path
            self._end(read_backup(path) if path.exists() else Cancelled())
        session = self._session
        with suppress(Trouble):
            if (
                self._is_worth_it
                and can_begin(session.vault, self.round)
                and has_changed(session.vault, self.round)
            ):
                back_up(session.vault, self.round, now=session.now(), why=why or Why.CLOSING)
        return True

    def _nudge(self) -> None:
        """Speaks of the second place, once a month at most, and not where a copy just got there."""
        if self._may_nudge:
            self._may_nudge = False
            due = nudge(self.data, now=self._session.now())
            if due is not None:
                self.noticed.emit(nudge_words(due))

    @property
    def _is_worth_it(self) -> bool:
        """Whether there is anything to lose: not on a computer where nobody has begun yet."""
        return self.round.last is not None or bool(self._session.classes)

    def _copied(self, why: Why) -> Unread | None:
        """A copy of the data that is to be read back; None if the round knows why there is none."""
        session = self._session
        self._is_copying = True
        try:
            return begin_backup(
                session.vault, self.round, now=session.now(), why=why, breathe=self._breathe
            )
        except Trouble:
            return None
        finally:
            self._is_copying = False

    def _breathe(self, _done: int, _total: int) -> None:
        if self._then:
            raise Cancelled
        no_input = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
        QCoreApplication.processEvents(no_input, BREATH_MS)

    def _go_on(self) -> None:
        """Does what waited for the copying to end."""
        waiting, self._then = self._then, []
        for do in waiting:
            QTimer.singleShot(0, self, do)

    @Slot(object)
    def _end(self, outcome: Backup | Trouble) -> None:
        self._unread = None
        end_backup(self.round, outcome)
        self._session.backups_changed.emit()
        if isinstance(outcome, Backup) and self._timer.isActive():
            self.bring_along()

    @Slot(object)
    def _on_copied(self, _nothing: None) -> None:
        self.second_trouble = None
        self._nudge()
        self._session.backups_changed.emit()
        if self._along != self.round.last and self._timer.isActive():
            self.bring_along()  # one was made while a slow stick had the one before it

    @Slot(object)
    def _on_not_copied(self, trouble: Trouble) -> None:
        self.second_trouble = trouble
        if not isinstance(trouble, Cancelled):
            self._nudge()
        self._session.backups_changed.emit()
