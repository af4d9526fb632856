"""Where deeds are done: one at a time, each a step that can be taken back.

An operation is a plain function that takes the vault and keyword arguments. `@deed(label)` makes
it something a desk can do: one transaction, one step in the journal, and news of the tables it
touched.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Concatenate, Generic, ParamSpec, TypeVar

from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import RESERVE_FREED, DiskFull
from klasgenoot.store.database import Vault

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Operation(Generic[P, T]):
    """A deed and the function that does it."""

    deed: Deed
    run: Callable[Concatenate[Vault, P], T]

    @property
    def name(self) -> str:
        """The function's own name."""
        return self.run.__name__


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What a deed gave back, and the tables it touched: the change news."""

    deed: Deed
    result: T
    tables: frozenset[str]


def deed(
    label: Deed,
) -> Callable[[Callable[Concatenate[Vault, P], T]], Operation[P, T]]:
    """Marks a function as something a teacher does, under the label that undo shows."""

    def mark(function: Callable[Concatenate[Vault, P], T]) -> Operation[P, T]:
        return Operation(label, function)

    return mark


class Desk:
    """Does operations on one vault, and takes them back.

    Attributes:
        vault: the data; read it as you like, change it through `do` only.
        before: asked before each deed, with its label and what it is given: time for a backup.
        is_ready_for: the deed before which `before` need not be asked once more: it was seen to
            already. The next deed is the end of that.
        squeezed: told when the disk was full and a deed was done in the room that was kept.
    """

    before: Callable[[Deed, Mapping[str, object]], None] | None = None
    is_ready_for: Deed | None = None
    squeezed: Callable[[], None] | None = None

    def __init__(self, vault: Vault) -> None:
        self.vault = vault

    def do(self, operation: Operation[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Done[T]:
        """Does one operation. If it fails, nothing of it is left.

        Raises:
            Trouble: what the operation raises, or what the disk does to it.
        """
        is_ready, self.is_ready_for = self.is_ready_for is operation.deed, None
        if self.before is not None and not is_ready:
            self.before(operation.deed, kwargs)
        try:
            return self._do(operation, *args, **kwargs)
        except DiskFull as trouble:
            if trouble.why != RESERVE_FREED:
                raise
            done = self._do(operation, *args, **kwargs)  # there is room now
            if self.squeezed is not None:
                self.squeezed()
            return done

    def _do(self, operation: Operation[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Done[T]:
        journal = self.vault.journal
        steps = len(journal.done), journal.done[-1:]
        with self.vault.sound(), journal.step(operation.deed):
            result = operation.run(self.vault, *args, **kwargs)
        changed = (len(journal.done), journal.done[-1:]) != steps
        return Done(operation.deed, result, journal.last_tables() if changed else frozenset())

    def undo(self) -> Done[None] | None:
        """Takes the last deed back, or returns None if there is none."""
        with self.vault.sound():
            step = self.vault.journal.undo()
        return Done(step.deed, None, step.tables) if step else None

    def redo(self) -> Done[None] | None:
        """Does the last undone deed again, or returns None if there is none."""
        with self.vault.sound():
            step = self.vault.journal.redo()
        return Done(step.deed, None, step.tables) if step else None

    @property
    def next_undo(self) -> Deed | None:
        """What `undo` would take back."""
        done = self.vault.journal.done
        return done[-1].deed if done else None

    @property
    def next_redo(self) -> Deed | None:
        """What `redo` would do again."""
        undone = self.vault.journal.undone
        return undone[-1].deed if undone else None
