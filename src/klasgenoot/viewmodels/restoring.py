"""Getting data back while none is open: choose a backup, open it, look at it, put it back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from klasgenoot.domain.backups import Amounts, Backup, Kind, differences_between
from klasgenoot.domain.errors import Cancelled, Trouble
from klasgenoot.operations.putting_back import (
    NextGood,
    PutBack,
    amounts_in,
    backup_at,
    backups_of,
    known_key,
    next_good,
    put_back,
)
from klasgenoot.store.backup_keys import key_without_words, unlock_backup, unlock_backup_with_code
from klasgenoot.store.breathing import Breathe
from klasgenoot.viewmodels.backup_rows import BackupRow, Health, row_of
from klasgenoot.viewmodels.backup_words import (
    DifferenceRow,
    difference_rows,
    holds_words,
    moment_words,
    past_words,
)
from klasgenoot.viewmodels.locked import SECOND, wait_after
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.work import Progress, Work

translate = QCoreApplication.translate

_Looked = tuple[NextGood, str, Amounts | None]
"""A backup that is good, its key, and how much is in the data now."""


class RestoreStep(Enum):
    """CHOOSE: which backup. UNLOCK: its passphrase. PREVIEW: what it holds. DONE."""

    CHOOSE = auto()
    UNLOCK = auto()
    PREVIEW = auto()
    DONE = auto()


@dataclass(frozen=True, slots=True)
class RestoreWish:
    """What is to be put back.

    Attributes:
        backup: which one; None if that is still to be chosen.
        is_sure: whether the teacher has seen what differs, and wants it.
    """

    backup: Backup | None = None
    is_sure: bool = False


@dataclass(frozen=True, slots=True)
class Before:
    """What is known of the data that a backup replaces.

    Attributes:
        key: what opened it; None if nobody knows.
        amounts: how much is in it; None if it cannot be looked into.
        is_worth_keeping: whether there is anything in it.
    """

    key: str | None = None
    amounts: Amounts | None = None
    is_worth_keeping: bool = True


class RestoreViewModel(QObject):
    """Puts a backup in the place of data that is closed.

    Args:
        data: the data folder.
        clock: tells the time.
        before: what is known of the data that is there.
        parent: as in Qt.

    Attributes:
        step: where the teacher is.
        backup: the one that was chosen.
        wait: so many seconds nobody can try another passphrase.

    Signals:
        changed: the step, or what is going on.
        refused: a sentence on why not.
        opened: the data is there: its key, and whether the recovery code was used.
    """

    changed = Signal()
    refused = Signal(str)
    opened = Signal(str, bool)

    def __init__(
        self,
        data: Path,
        *,
        clock: Callable[[], datetime],
        before: Before,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._data = data
        self._clock = clock
        self._before = before
        self._key: str | None = None
        self._by_code = False
        self._those: tuple[Backup, ...] = ()
        self._past = 0
        self._is_sure = False
        self._aside: Path | None = None
        self._wrong = 0
        self.step = RestoreStep.CHOOSE
        self.backup: Backup | None = None
        self.wait = 0
        self.found = backups_of(data)
        self._unlocking = self._work(self._on_unlocked, self._on_not_unlocked)
        self._looking = self._work(self._on_looked, self._on_refused)
        self._putting = self._work(self._on_put_back, self._on_refused)
        self._second = QTimer(self, interval=SECOND)
        self._second.timeout.connect(self._on_second_over)

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self._unlocking.is_busy or self._looking.is_busy or self._putting.is_busy

    @property
    def is_putting_back(self) -> bool:
        """Whether a backup is on its way into the place of the data."""
        return self._putting.is_busy

    @property
    def choices(self) -> tuple[BackupRow, ...]:
        """Those that were found, newest first."""
        today = self._clock().date()
        return tuple(row_of(each, health=Health.WHOLE, today=today) for each in self.found)

    @property
    def needs_key_file(self) -> bool:
        """Whether no passphrase opens the chosen backup, since it was made without one."""
        return self.backup is not None and not self.backup.opens_elsewhere

    @property
    def title(self) -> str:
        """When the chosen backup was made, in words."""
        backup = self.backup
        return moment_words(backup.made_at, today=self._clock().date()) if backup else ""

    @property
    def holds(self) -> str:
        """What is in it."""
        kinds = (Kind.CLASSES, Kind.STUDENTS, Kind.PHOTOS, Kind.CONTACTS, Kind.NOTES)
        return holds_words(self.backup.amounts, kinds=kinds) if self.backup else ""

    @property
    def notice(self) -> str:
        """Why it is another one than was chosen; empty if it is not."""
        return past_words(self._past) if self._past else ""

    @property
    def rows(self) -> tuple[DifferenceRow, ...]:
        """What differs from the data now; none where nobody can look into that, or it is empty."""
        then, now = self.backup, self._before.amounts
        if then is None or now is None or not self._before.is_worth_keeping:
            return ()
        return difference_rows(differences_between(then.amounts, now))

    @property
    def replaces(self) -> bool:
        """Whether there is data that goes aside."""
        return self._before.is_worth_keeping

    @property
    def kept_words(self) -> str:
        """The file that holds the data of until now; empty if there was none worth keeping."""
        return self._aside.name if self._aside else ""

    def begin(self, wish: RestoreWish) -> None:
        """Goes as far as can be gone without asking: the wish, else the newest good backup."""
        if wish.backup is not None:
            self._is_sure = wish.is_sure
            self.choose(wish.backup)
        elif self._before.key is not None and self._before.amounts is None:
            self._look(self.found, self._before.key)  # damaged data: which one is good?

    def choose(self, backup: Backup) -> None:
        """Takes one of those that were found; where it is damaged, the next good one after it."""
        if self.is_busy:
            return
        at = next((n for n, each in enumerate(self.found) if each.path == backup.path), None)
        self._those = (backup,) if at is None else self.found[at:]
        self.backup = next((each for each in self._those if each.is_whole), backup)
        key = known_key(self.backup, self._data, key=self._before.key)
        if key is None and self.backup.is_whole:
            self._go(RestoreStep.UNLOCK)
        else:
            self._look(self._those, key or "")

    def choose_file(self, path: Path) -> None:
        """Takes one that lies anywhere."""
        try:
            self.choose(backup_at(path))
        except Trouble as trouble:
            self.refused.emit(trouble_words(trouble))

    def try_passphrase(self, passphrase: str) -> None:
        """Tries a passphrase on the chosen backup; that takes about a second by design."""
        backup, data = self.backup, self._data
        if backup is not None:
            self._try(lambda: unlock_backup(backup, folder=data, passphrase=passphrase), False)

    def try_code(self, code: str) -> None:
        """Tries the code of a recovery sheet on the chosen backup."""
        backup, data = self.backup, self._data
        if backup is not None:
            self._try(lambda: unlock_backup_with_code(backup, folder=data, code=code), True)

    def try_key_file(self, path: Path) -> None:
        """Tries the key file that lay beside the data when there was no passphrase."""
        key = key_without_words(self.backup, folders=(path.parent,)) if self.backup else None
        if key is None:
            self.refused.emit(translate("Restore", "That is not the key of this backup."))
            return
        self._look(self._those, key)

    def go_back(self) -> None:
        """Back to the choice; what was being looked at is left."""
        for work in (self._unlocking, self._looking):
            work.cancel()
        self._is_sure = False
        self._go(RestoreStep.CHOOSE)

    def put_back(self) -> None:
        """Puts the chosen backup in the place of the data."""
        backup, key, before = self.backup, self._key, self._before
        if backup is None or key is None or self.is_busy:
            return
        data, at = self._data, self._clock()

        def job(progress: Progress[PutBack]) -> PutBack:
            return put_back(
                backup,
                data,
                key=key,
                at=at,
                own_key=before.key,
                keeps_old=before.is_worth_keeping,
                breathe=_until_cancelled(progress),
            )

        self._putting.start(job)
        self.changed.emit()

    def open(self) -> None:
        """Opens the data that is back."""
        if self.step is RestoreStep.DONE and self._key is not None:
            self.opened.emit(self._key, self._by_code)

    def close(self) -> None:
        """Waits for what is being done; a backup that is being put back gets there."""
        for work in (self._unlocking, self._looking, self._putting):
            work.wait()

    def _work(self, done: Callable[..., None], failed: Callable[..., None]) -> Work:
        work = Work(self)
        work.finished.connect(done)
        work.failed.connect(failed)
        return work

    def _go(self, step: RestoreStep) -> None:
        self.step = step
        self.changed.emit()

    def _try(self, unlock: Callable[[], str], by_code: bool) -> None:  # noqa: FBT001 - one of two
        if self.is_busy or self.wait:
            return
        self._by_code = by_code
        self._unlocking.start(lambda _progress: unlock())
        self.changed.emit()

    def _look(self, backups: tuple[Backup, ...], key: str) -> None:
        """Looks through backups until one is good."""
        data, before = self._data, self._before

        def job(progress: Progress[_Looked]) -> _Looked:
            found = next_good(backups, key=key, breathe=_until_cancelled(progress))
            now = before.amounts
            return found, key, amounts_in(data, key=key) if now is None else now

        self._looking.start(job)
        self.changed.emit()

    @Slot(object)
    def _on_unlocked(self, key: str) -> None:
        self._wrong = 0
        self._look(self._those, key)

    @Slot(object)
    def _on_not_unlocked(self, trouble: Trouble) -> None:
        self._wrong += 1
        self.wait = wait_after(self._wrong)
        if self.wait:
            self._second.start()
        self._on_refused(trouble)

    @Slot(object)
    def _on_looked(self, answer: _Looked) -> None:
        found, self._key, now = answer
        self._before = replace(self._before, amounts=now)
        self.backup, self._past = found.backup, found.past
        self._go(RestoreStep.PREVIEW)
        if self._is_sure and not found.past:
            self.put_back()

    @Slot(object)
    def _on_put_back(self, done: PutBack) -> None:
        self._aside, self._key = done.aside, done.key
        self._go(RestoreStep.DONE)

    @Slot(object)
    def _on_refused(self, trouble: Trouble) -> None:
        self._is_sure = False
        self.changed.emit()
        if not isinstance(trouble, Cancelled):
            self.refused.emit(trouble_words(trouble))

    @Slot()
    def _on_second_over(self) -> None:
        self.wait = max(0, self.wait - 1)
        if not self.wait:
            self._second.stop()
        self.changed.emit()


def _until_cancelled(progress: Progress[Any]) -> Breathe:
    """Says how far it is, and stops when that is wanted: nothing is kept then."""

    def breathe(done: int, total: int) -> None:
        if progress.is_cancelled():
            raise Cancelled
        progress(done, total)

    return breathe
