"""What was looked over goes into the vault: photos first, some at a time, then all else at once."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from klasgenoot.domain.backups import Why
from klasgenoot.domain.columns import Field, Table
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import RESERVE_FREED, DiskFull, Missing, Trouble
from klasgenoot.domain.names import tidy
from klasgenoot.domain.people import PhotoId
from klasgenoot.operations.import_class import Arrival, Imported, import_class, import_classes
from klasgenoot.operations.photos_ahead import put_away, take_away, with_photos_to_put_away
from klasgenoot.operations.proposing import Proposal
from klasgenoot.operations.proposing_classes import into_classes
from klasgenoot.operations.reading import remember_columns
from klasgenoot.viewmodels.import_classes import ClassChoice
from klasgenoot.viewmodels.session import Session

AT_A_TIME = 16
"""So many photos are put away between two turns of the window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be taken in.

    Attributes:
        proposal: what was looked over.
        arrivals: the same, as the deed takes it.
        choice: into which class or classes, and who leaves them.
        table: the list whose columns the teacher pointed out, to be remembered; None if not.
        fields: what these columns hold.
    """

    proposal: Proposal
    arrivals: Sequence[Arrival]
    choice: ClassChoice
    table: Table | None
    fields: Sequence[Field]


class Keeping(QObject):
    """Takes in one class, or several, as one deed.

    The photos are put away ahead of it between turns of the window, which stays alive. What is
    stopped takes them away again; where the app itself is stopped, its next start does.

    Attributes:
        is_busy: whether something is being taken in.
        is_writing: whether it is the deed that is being done right now.

    Signals:
        progressed: photos put away, photos in all.
        kept: an Imported: it is done.
        failed: the Trouble that stopped it.
    """

    progressed = Signal(int, int)
    kept = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.is_busy = self.is_writing = False
        self._order: Order | None = None
        self._arrivals: list[Arrival] = []
        self._waiting: tuple[int, ...] = ()
        self._total = 0
        self._new: list[PhotoId] = []
        self._turn = QTimer(self, interval=0, singleShot=True)
        self._turn.timeout.connect(self._on_turn)

    def start(self, order: Order) -> None:
        """Begins. A class whose photos are few is there at once."""
        is_new = order.choice.class_id is None and not order.proposal.each
        if is_new and not tidy(order.choice.class_name):
            self.failed.emit(Missing("name"))
            return
        self.is_busy, self._order = True, order
        self._arrivals, self._new = list(order.arrivals), []
        self._waiting = with_photos_to_put_away(self._session.vault, order.arrivals)
        self._total = len(self._waiting)
        if self._total > AT_A_TIME and self._session.keeper is not None:
            self._session.keeper.start_before(Why.IMPORT)
            self._session.desk.is_ready_for = _deed(order)
        self._on_turn()

    def cancel(self) -> None:
        """Stops; what was put away for it is taken away again."""
        self._turn.stop()
        self.is_busy = False
        self._order, self._arrivals, self._waiting = None, [], ()
        self._take_away()

    def finish(self) -> None:
        """Does the rest in one go, for when the window closes."""
        while self.is_busy:
            self._turn.stop()
            self._on_turn()

    @Slot()
    def _on_turn(self) -> None:
        order = self._order
        if order is None:
            return
        try:
            if self._waiting:
                self._put_away()
                if self._total > AT_A_TIME:  # the deed has a turn of its own
                    self._turn.start()
                    return
            imported = self._do(order)
        except Trouble as trouble:
            self.cancel()
            self.failed.emit(trouble)
            return
        self.is_busy, self._order, self._arrivals = False, None, []
        self.kept.emit(imported)

    def _put_away(self) -> None:
        now, self._waiting = self._waiting[:AT_A_TIME], self._waiting[AT_A_TIME:]
        vault, arrivals = self._session.vault, [self._arrivals[place] for place in now]
        try:
            ready, new = put_away(vault, arrivals)
        except DiskFull as trouble:
            if trouble.why != RESERVE_FREED:
                raise
            ready, new = put_away(vault, arrivals)  # there is room now
            self._session.squeezed.emit()
        self._new += new
        for place, arrival in zip(now, ready, strict=True):
            self._arrivals[place] = arrival
        self.progressed.emit(self._total - len(self._waiting), self._total)

    @Slot()
    def _take_away(self) -> None:
        """Some at a time, too."""
        now, self._new = self._new[:AT_A_TIME], self._new[AT_A_TIME:]
        if now and not self._session.vault.is_closed:
            with suppress(Trouble):  # the next start sweeps, too
                take_away(self._session.vault, now)
            QTimer.singleShot(0, self, self._take_away)

    def _do(self, order: Order) -> Imported:
        if order.table is not None:
            remember_columns(self._session.vault, order.table, fields=order.fields)
        self.is_writing = True
        try:
            imported = _taken_in(self._session, order, self._arrivals)
            self._session.choose_class(imported.class_id)
        finally:
            self.is_writing = False
        return imported


def _deed(order: Order) -> Deed:
    return Deed.IMPORT_CLASSES if order.proposal.each else Deed.IMPORT_CLASS


def _taken_in(session: Session, order: Order, arrivals: Sequence[Arrival]) -> Imported:
    """Takes in what is proposed, as one deed.

    Raises:
        Trouble: it cannot be taken in, and why.
    """
    choice, joined = order.choice, session.today()
    leaving = choice.leaving_by_class
    if order.proposal.each:
        into = into_classes(order.proposal, leaving=leaving)
        return session.do(import_classes, arrivals=arrivals, into=into, joined=joined)
    class_id = choice.class_id
    return session.do(
        import_class,
        arrivals=arrivals,
        joined=joined,
        class_id=class_id,
        class_name=choice.class_name,
        leaving=leaving.get(class_id, ()) if class_id is not None else (),
    )
