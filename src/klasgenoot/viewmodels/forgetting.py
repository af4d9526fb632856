"""What does the run itself still know of somebody who is erased? Drafts, orders, and copies."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from klasgenoot.domain.erasing import Reached
from klasgenoot.domain.errors import Cancelled, Trouble
from klasgenoot.operations.backing_up import look_again
from klasgenoot.operations.erasing import TOUCHED, places_with_copies
from klasgenoot.store.breathing import Breathe
from klasgenoot.store.scrubbing import Copies, copies_of, drop_copies, scrub
from klasgenoot.viewmodels.phases_draft import drafts_of
from klasgenoot.viewmodels.quicklog_draft import draft_of
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.student_order import student_order
from klasgenoot.viewmodels.work import Progress, Work


def forget_drafts(session: Session, words: frozenset[str]) -> None:
    """Lets go of what is being written about somebody, and of the order they were shown in."""
    draft_of(session).forget(words)
    drafts_of(session).forget(words)
    student_order(session).ids = ()


def tell_all(session: Session) -> None:
    """Everything may be different now: whoever shows anything reads it anew."""
    session.changed.emit(TOUCHED)
    session.class_changed.emit()


class CopiesWork(QObject):
    """Clears or drops the copies of a vault beside the window.

    Meanwhile no backup is made: it would find the folder in the middle of a change.

    Signals:
        progressed: copies done, and how many there are.
        finished: what became of them, a `Reached`.
    """

    progressed = Signal(int, int)
    finished = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._work = Work(self)
        self._work.progressed.connect(self.progressed)
        self._work.finished.connect(self._on_finished)
        self._work.failed.connect(self._on_failed)

    @property
    def is_busy(self) -> bool:
        """Whether it is at work."""
        return self._work.is_busy

    @property
    def copies(self) -> Copies | None:
        """The copies there are to clear; None for a vault in memory."""
        if self._session.vault.path is None:
            return None
        return copies_of(self._session.vault, places=places_with_copies(self._session.backups))

    def clear(self) -> None:
        """Takes what was erased out of each copy."""
        copies = self.copies
        if copies is None:
            self.finished.emit(Reached())
            return
        self._hold_backups(is_held=True)
        self._work.start(lambda progress: scrub(copies, breathe=_teller(progress)))

    def drop(self, *, up_to: int) -> None:
        """Throws the backups away, up to a number."""
        copies = self.copies
        if copies is None:
            self.finished.emit(Reached())
            return
        self._hold_backups(is_held=True)
        self._work.start(lambda _progress: drop_copies(copies, up_to=up_to))

    def close(self) -> None:
        """Waits until the copy that is being written is whole; the rest is for the next start."""
        self._work.wait()

    def _hold_backups(self, *, is_held: bool) -> None:
        backups = self._session.backups
        if backups is not None:
            backups.is_busy = is_held
            if not is_held:
                look_again(self._session.vault, backups)

    @Slot(object)
    def _on_finished(self, reached: Reached) -> None:
        self._hold_backups(is_held=False)
        self.finished.emit(reached)

    @Slot(object)
    def _on_failed(self, _trouble: Trouble) -> None:
        """A folder that cannot be listed: nothing in it was reached."""
        self._hold_backups(is_held=False)
        self.finished.emit(Reached(not_reached=tuple(self._places())))

    def _places(self) -> tuple[Path, ...]:
        return places_with_copies(self._session.backups)


def _teller(progress: Progress[Reached]) -> Breathe:
    """Tells how far it is, and stops between two copies when the window closes."""

    def tell(done: int, total: int) -> None:
        progress(done, total)
        if progress.is_cancelled():
            raise Cancelled

    return tell
