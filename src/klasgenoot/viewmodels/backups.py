"""Which backups are there, are they good, and what would putting one back change?"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.backups import Backup, Why, differences_between
from klasgenoot.domain.errors import (
    Cancelled,
    DamagedBackup,
    Trouble,
    UnreadablePlace,
)
from klasgenoot.operations.putting_back import NextGood, next_good
from klasgenoot.operations.second_place import choose_second_place, leave_second_place
from klasgenoot.store import keys
from klasgenoot.store.backups import backups_in
from klasgenoot.store.generation import marks
from klasgenoot.store.kept_aside import KeptAside, kept_aside, remove_kept
from klasgenoot.store.restoring import amounts_now, verify
from klasgenoot.store.second_place import second_place
from klasgenoot.viewmodels.backup_rows import BackupRow, Health, row_of
from klasgenoot.viewmodels.backup_words import (
    DifferenceRow,
    difference_rows,
    moment_words,
    older_copy_words,
    past_words,
    size_words,
)
from klasgenoot.viewmodels.restoring import RestoreWish
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.work import Progress, Work

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class KeptRow:
    """One older data file as the page shows it."""

    path: Path
    when: str
    about: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What would happen if a backup were put back.

    Attributes:
        backup: it was looked through and is good.
        when: it was made, in words.
        notice: why it is another one than was asked for; empty if it is not.
        rows: what would differ; none if it holds the same as the data now.
    """

    backup: Backup
    when: str
    notice: str
    rows: tuple[DifferenceRow, ...]


class BackupsViewModel(QObject):
    """The backups of the data that is open.

    Args:
        session: whose data.
        parent: as in Qt.

    Signals:
        changed: the list, what is known of one of them, or what is going on.
        offered: an Offer, for the one that was asked for.
        refused: a sentence on why not.
    """

    changed = Signal()
    offered = Signal(object)
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._backups: tuple[Backup, ...] = ()
        self._known: dict[Path, Health] = {}
        self._kept: tuple[KeptAside, ...] = ()
        self._checking = Work(self)
        self._checking.progressed.connect(self._on_checked)
        self._checking.finished.connect(self._on_all_checked)
        self._found: list[tuple[Path, Health]] = []
        self._asking = Work(self)
        self._asking.finished.connect(self._on_found)
        self._asking.failed.connect(self._on_not_found)
        self._is_looked_at = False
        session.backups_changed.connect(self._on_backups_changed)

    @property
    def is_kept(self) -> bool:
        """Whether backups are made of this data: it is the teacher's own, in a file."""
        return self._session.can_lock

    @property
    def is_making(self) -> bool:
        """Whether one is being made."""
        backups = self._session.backups
        return backups is not None and backups.is_busy

    @property
    def rows(self) -> tuple[BackupRow, ...]:
        """All backups beside the data, newest first."""
        today, has_passphrase = self._session.today(), self.has_passphrase
        return tuple(
            row_of(
                each,
                health=self._health(each),
                today=today,
                others_open_elsewhere=has_passphrase,
            )
            for each in self._backups
        )

    @property
    def summary(self) -> str:
        """How many there are and how large, in words."""
        count, size = len(self._backups), sum(each.size for each in self._backups)
        words = translate("BackupsPage", "%n backup(s), {size}", None, count)
        return words.format(size=size_words(size))

    @property
    def notice(self) -> str:
        """What should be known before anything else; empty if all is well."""
        backups = self._session.backups
        if backups is None:
            return ""
        if backups.is_older_copy:
            return older_copy_words(backups.furthest)
        if backups.trouble is not None:
            words = translate("BackupsPage", "The last backup could not be made. {why}")
            return words.format(why=trouble_words(backups.trouble))
        return ""

    @property
    def has_passphrase(self) -> bool:
        """Whether a passphrase is on the data: only then its backups open on any computer."""
        return self._data is not None and keys.has_passphrase(self._data)

    @property
    def kept(self) -> tuple[KeptRow, ...]:
        """The older data files that were kept to be sure."""
        today = self._session.today()
        restored = translate("BackupsPage", "your data until a backup was put back")
        changed = translate("BackupsPage", "your data until a new version")
        return tuple(
            KeptRow(
                each.path,
                moment_words(each.changed_at, today=today),
                f"{restored if each.by_restore else changed} · {size_words(each.size)}",
            )
            for each in self._kept
        )

    @property
    def second_folder(self) -> str:
        """The second place; empty if none was chosen."""
        place = second_place(self._data) if self._data else None
        return str(place.folder) if place and place.folder else ""

    @property
    def second_words(self) -> str:
        """When a backup last reached the second place."""
        place = second_place(self._data) if self._data else None
        if place is None or place.folder is None:
            return ""
        keeper = self._session.keeper
        trouble = keeper.second_trouble if keeper else None
        if trouble is not None and not isinstance(trouble, Cancelled | UnreadablePlace):
            return trouble_words(trouble)
        if place.reached_at is None:
            return translate("BackupsPage", "No backup has got there yet.")
        when = moment_words(place.reached_at, today=self._session.today())
        if isinstance(trouble, UnreadablePlace):
            words = translate("BackupsPage", "Not plugged in now. Last copy: {when}.")
        else:
            words = translate("BackupsPage", "Last copy: {when}.")
        return words.format(when=when)

    def begin(self) -> None:
        """Looks at what is there now, and looks through it."""
        self._is_looked_at = True
        self._look()
        self._check()

    def leave(self) -> None:
        """Nobody looks any more."""
        self._is_looked_at = False
        self._checking.cancel()
        self._asking.cancel()

    def close(self) -> None:
        """Waits for what is being looked through."""
        self._checking.wait()
        self._asking.wait()

    def make_now(self) -> None:
        """Makes a backup."""
        if self._session.keeper is not None:
            self._session.keeper.start(Why.ASKED)

    def ask(self, backup: Backup) -> None:
        """Looks through a backup and, where it is damaged, through older ones: what can come back?

        `offered` or `refused` tells. One with another passphrase goes to the window that asks it.
        """
        if self._health(backup) is Health.OTHER:
            self._session.restore_requested.emit(RestoreWish(backup))
            return
        key = self._session.vault.key
        at = next((n for n, each in enumerate(self._backups) if each.path == backup.path), 0)
        those = self._backups[at:]

        def job(_progress: Progress[NextGood]) -> NextGood:
            return next_good(those, key=key)

        self._asking.start(job)
        self.changed.emit()

    def put_back(self, offer: Offer) -> None:
        """Closes the data and puts a backup in its place."""
        self._session.restore_requested.emit(RestoreWish(offer.backup, is_sure=True))

    def open_elsewhere(self) -> None:
        """A backup that lies elsewhere: the window for that."""
        self._session.restore_requested.emit(RestoreWish())

    def choose_second(self, folder: Path) -> None:
        """From now on backups are copied there as well, beginning with the newest.

        Raises:
            Trouble: see `operations.second_place`.
        """
        if self._data is not None:
            choose_second_place(self._data, folder, now=self._session.now())
            if self._session.keeper is not None:
                self._session.keeper.second_trouble = None
                self._session.keeper.bring_along()
        self.changed.emit()

    def leave_second(self) -> None:
        """No copies go anywhere else any more.

        Raises:
            Trouble: the data folder cannot be written.
        """
        if self._data is not None:
            leave_second_place(self._data, now=self._session.now())
        self.changed.emit()

    def remove_kept(self, path: Path) -> None:
        """Removes an older data file for good.

        Raises:
            ReadOnlyPlace: the folder cannot be written.
        """
        remove_kept(path)
        self._look()

    @property
    def _data(self) -> Path | None:
        path = self._session.vault.path
        return path.parent if path and not self._session.is_sample else None

    def _health(self, backup: Backup) -> Health:
        if not backup.is_whole:
            return Health.DAMAGED
        return self._known.get(backup.path, Health.CHECKING)

    def _look(self) -> None:
        backups, data = self._session.backups, self._data
        self._backups = ()
        if backups is not None and data is not None:
            own = marks(self._session.vault).vault_id
            try:
                self._backups = tuple(each for each in backups_in(backups.place) if each.is_of(own))
            except UnreadablePlace as trouble:
                backups.trouble = trouble
            self._kept = kept_aside(data)
        self.changed.emit()

    def _check(self) -> None:
        """Looks through the backups that were not looked through yet, newest first."""
        key, found = self._session.vault.key, self._found
        those = [each for each in self._backups if self._health(each) is Health.CHECKING]
        if not those or self._checking.is_busy:
            return

        def job(progress: Progress[None]) -> None:
            for done, backup in enumerate(those, 1):
                if progress.is_cancelled():
                    return
                found.append((backup.path, _health_of(verify(backup, key=key))))
                progress(done, len(those))

        self._checking.start(job)

    @Slot()
    def _on_backups_changed(self) -> None:
        if not self._is_looked_at:
            return
        if self.is_making:
            self.changed.emit()
        else:
            self._look()
            self._check()

    @Slot(int, int)
    def _on_checked(self, _done: int, _total: int) -> None:
        while self._found:
            path, health = self._found.pop(0)
            self._known[path] = health
        self.changed.emit()

    @Slot(object)
    def _on_all_checked(self, _nothing: None) -> None:
        self._check()  # one may have been made meanwhile

    @Slot(object)
    def _on_found(self, found: NextGood) -> None:
        backup = found.backup
        self._known[backup.path] = Health.GOOD
        now = amounts_now(self._session.vault)
        self.changed.emit()
        self.offered.emit(
            Offer(
                backup,
                moment_words(backup.made_at, today=self._session.today()),
                past_words(found.past) if found.past else "",
                difference_rows(differences_between(backup.amounts, now)),
            )
        )

    @Slot(object)
    def _on_not_found(self, trouble: Trouble) -> None:
        self.changed.emit()
        if not isinstance(trouble, Cancelled):
            self.refused.emit(trouble_words(trouble))


def _health_of(trouble: Trouble | None) -> Health:
    if trouble is None:
        return Health.GOOD
    is_other = isinstance(trouble, DamagedBackup) and trouble.why == "other_key"
    return Health.OTHER if is_other else Health.DAMAGED
