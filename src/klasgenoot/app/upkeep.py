"""What is left to do once the window stands: finish an erasing, and look what is past its term.

Nothing goes here that the teacher did not say should go. What is past its term is counted, and one
quiet line says so; after a leap of the clock not even that.
"""

from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, Slot

from klasgenoot.domain.erasing import Reached
from klasgenoot.domain.errors import Trouble
from klasgenoot.operations import closing
from klasgenoot.operations.erasing import catch_up
from klasgenoot.operations.retention import look_at_clock, past_term, terms_in
from klasgenoot.store.passed_over import forget_passed_over
from klasgenoot.store.scrubbing import is_anything_left
from klasgenoot.viewmodels.forgetting import CopiesWork, tell_all
from klasgenoot.viewmodels.session import Session

translate = QCoreApplication.translate

LOOK_MS = 3_600_000


class Upkeep(QObject):
    """Looks once at the start, and at the clock once an hour.

    Args:
        session: whose data; its backups are known by now.
        parent: the window; when it closes, this stops.

    Signals:
        said: something to be said quietly.
    """

    said = Signal(str)

    def __init__(self, session: Session, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._copies = CopiesWork(session, self)
        self._copies.finished.connect(self._on_copies_finished)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        if parent is not None:
            parent.installEventFilter(self)

    def begin(self) -> None:
        """Goes on with what was cut off, and looks what is past its term."""
        with suppress(Trouble):  # what cannot be done now, the next start tries again
            self._finish()
        if self.look():
            self.said.emit(
                translate(
                    "Keeping", "%n thing(s) are past their term. See Settings.", None, self._overdue
                )
            )

    @Slot()
    def look(self) -> int:
        """Counts what is past its term; 0 while the clock is in doubt."""
        session = self._session
        if session.vault.is_closed:
            self._timer.stop()
            return 0
        if not look_at_clock(session.vault, session.now()):
            session.say_overdue(0)
            return 0
        with suppress(Trouble):  # an hour from now it is tried again
            forget_passed_over(session.vault, before=session.today())
        terms = terms_in(session.settings)
        session.say_overdue(len(past_term(session.vault, terms=terms, today=session.today())))
        return self._overdue

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stops before the window lets go of the data."""
        if event.type() == QEvent.Type.Close:
            self._timer.stop()
            self._copies.close()
        return super().eventFilter(watched, event)

    @property
    def _overdue(self) -> int:
        return self._session.overdue

    def _finish(self) -> None:
        session = self._session
        if session.backups is None:
            return
        if catch_up(session.vault, session.backups):
            tell_all(session)
        last = closing.backups_before(session.vault)
        copies = self._copies.copies
        if last:
            closing.fresh_backup(session.vault, session.backups, now=session.now())
            self._copies.drop(up_to=last)
        elif copies is not None and is_anything_left(copies):
            self._copies.clear()

    @Slot(object)
    def _on_copies_finished(self, reached: Reached) -> None:
        if reached.dropped and not reached.not_reached:
            closing.end_anew(self._session.vault)
        if reached.backups or reached.asides or reached.dropped:
            self.said.emit(translate("Keeping", "An erasing that was cut off is finished now."))
