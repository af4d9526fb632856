"""The one bridge between deeds and the screen: do, undo, redo, and one `changed` signal.

Orders go down as calls, news goes up as this signal. A view-model that shows a kind of thing
watches for the tables it reads and reads them anew.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.memory import day_of
from klasgenoot.domain.people import ClassId, SchoolClass, Student
from klasgenoot.operations.desk import Desk, Done, Operation
from klasgenoot.store import keys, school_classes, students
from klasgenoot.store.database import Vault
from klasgenoot.store.settings import save_setting, stored_settings

if TYPE_CHECKING:
    from klasgenoot.domain.backups import Why
    from klasgenoot.operations.backing_up import BackupRound

P = ParamSpec("P")
T = TypeVar("T")

CLASS_TABLES = frozenset({"school_classes"})


class Keeper(Protocol):
    """Who makes backups of the data, as far as others ask something of it."""

    second_trouble: Trouble | None

    @property
    def is_copying(self) -> bool:
        """Whether the data is being copied at this moment: no time to close it."""

    def start(self, why: "Why") -> None:
        """Begins a backup."""

    def start_before(self, why: "Why") -> None:
        """The same before something large, unless nothing changed since the last one."""

    def when_calm(self, do: Callable[[], None]) -> None:
        """Does something that closes the data, once no copying is in the way."""

    def let_go(self, why: "Why | None" = None) -> bool:
        """Makes the last backup; False if the data must stay open."""

    def bring_along(self) -> None:
        """Begins to copy the newest backup to the second place."""

    def bring_along_now(self) -> None:
        """The same, and waits for it."""


class Session(QObject):
    """One run of the app on one vault.

    Attributes:
        desk: where deeds are done.
        settings: what the teacher set; change it through `set`.
        backups: where backups go and how the last went; None where none are made.
        by_code: whether it was opened with the recovery sheet: the passphrase is forgotten then.
        keeper: makes them; None where none are made, and until the window stands.
        overdue: how many things are past their term, as last looked at; 0 while none are shown.
        is_sample: whether this is the sample class, which nobody needs to keep from anybody.

    Signals:
        changed: the names of the tables that a deed, an undo or a redo touched.
        done: a deed was done; its label, what it gave back, and whether it changed anything.
        taken_back: a deed was undone or done again; its label and whether it was undone.
        setting_changed: the name of the setting that changed.
        class_changed: another class is the current one.
        squeezed: the disk is full; a deed was done in the room that was kept for that.
        backups_changed: a backup was begun, made or copied, or could not be.
        restore_requested: a RestoreWish: the data is to be closed, and a backup put in its place.
        forgetting: somebody is about to be erased; who shows or keeps anything of them lets go.
        overdue_changed: there is more or less past its term.
    """

    changed = Signal(frozenset)
    done = Signal(str, object, bool)
    taken_back = Signal(str, bool)
    setting_changed = Signal(str)
    class_changed = Signal()
    squeezed = Signal()
    backups_changed = Signal()
    restore_requested = Signal(object)
    forgetting = Signal()
    overdue_changed = Signal()

    def __init__(
        self,
        desk: Desk,
        *,
        clock: Callable[[], datetime],
        is_sample: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.is_sample = is_sample
        self.by_code = False
        self.backups: BackupRound | None = None
        self.keeper: Keeper | None = None
        self.overdue = 0
        self.desk = desk
        desk.squeezed = self.squeezed.emit
        self._clock = clock
        self.settings = stored_settings(desk.vault)
        self._day = self._days()

    @property
    def vault(self) -> Vault:
        """The data, to be read."""
        return self.desk.vault

    @property
    def can_lock(self) -> bool:
        """Whether a passphrase can be put on the data: it is the teacher's own, in a file."""
        return not self.is_sample and self.vault.path is not None

    @property
    def has_passphrase(self) -> bool:
        """Whether a passphrase is on the data."""
        path = self.vault.path
        return path is not None and keys.has_passphrase(path.parent)

    def close(self) -> None:
        """Makes a last backup, if something changed, and lets go of the data."""
        if self.keeper is None or self.keeper.let_go():
            self.vault.close()

    def now(self) -> datetime:
        """The time on the teacher's clock, with its time zone."""
        return self._clock()

    def today(self) -> date:
        """The day on the teacher's clock."""
        return self._clock().date()

    def _days(self) -> tuple[date, date]:
        """The day on the calendar and the day of practice."""
        return self.today(), day_of(self.now())

    def look_at_clock(self) -> None:
        """Tells who watches when another day has begun: a window may stay open overnight.

        The day of a practice turns a few hours later than that of the calendar.
        """
        days = self._days()
        if days != self._day:
            self._day = days
            self.class_changed.emit()

    def do(self, operation: Operation[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Does a deed and tells who watches. See `Desk.do` for what it raises."""
        outcome = self.desk.do(operation, *args, **kwargs)
        self.changed.emit(_news(outcome.tables))
        self._keep_class(outcome.tables)
        self.done.emit(outcome.deed.value, outcome.result, bool(outcome.tables))
        return outcome.result

    def undo(self) -> Deed | None:
        """Takes the last deed back."""
        return self._tell(self.desk.undo(), undone=True)

    def redo(self) -> Deed | None:
        """Does the last undone deed again."""
        return self._tell(self.desk.redo(), undone=False)

    def set(self, **values: Any) -> None:  # noqa: ANN401 - any field of Settings, checked by replace
        """Stores one or more settings at once."""
        changed = replace(self.settings, **values)
        for name, value in values.items():
            save_setting(self.vault, name=name, value=value)
        self.settings = changed
        for name in values:
            self.setting_changed.emit(name)
        if "target_days" in values:  # says whose turn it is, as the own target of a student does
            self.changed.emit(frozenset({"own_targets"}))
        if "current_class" in values:
            self.class_changed.emit()

    @property
    def classes(self) -> tuple[SchoolClass, ...]:
        """All classes, by name."""
        return school_classes.all_classes(self.vault)

    @property
    def current_class(self) -> SchoolClass | None:
        """The class that the pages show: the one chosen, else the first, else None."""
        classes = self.classes
        chosen = (known for known in classes if known.id == self.settings.current_class)
        return next(chosen, classes[0] if classes else None)

    @property
    def class_name(self) -> str:
        """What the class that the pages show is called; empty when there is none."""
        known = self.current_class
        return known.name if known else ""

    @property
    def classmates(self) -> tuple[Student, ...]:
        """Everybody in that class but who is restricted; nobody when there is none."""
        known = self.current_class
        return students.all_students(self.vault, class_id=known.id) if known else ()

    def say_overdue(self, count: int) -> None:
        """Says how many things are past their term."""
        if count != self.overdue:
            self.overdue = count
            self.overdue_changed.emit()

    def choose_class(self, class_id: ClassId) -> None:
        """Makes another class the current one."""
        self.set(current_class=int(class_id))

    def _tell(self, outcome: Done[None] | None, *, undone: bool) -> Deed | None:
        if outcome is None:
            return None
        self.changed.emit(_news(outcome.tables))
        self._keep_class(outcome.tables)
        self.taken_back.emit(outcome.deed.value, undone)
        return outcome.deed

    def _keep_class(self, tables: frozenset[str]) -> None:
        if tables & CLASS_TABLES:
            self.class_changed.emit()


def _news(tables: frozenset[str]) -> frozenset[str]:
    """What changed for who watches: a restriction changes who is seen in a class."""
    return tables | {"enrolments"} if "restrictions" in tables else tables
