"""How sweeps through a class went, in the data file."""

from datetime import date

from klasgenoot.domain.people import ClassId
from klasgenoot.domain.sweep import SweepResult
from klasgenoot.store.database import Vault


def add_sweep(vault: Vault, *, class_id: ClassId, result: SweepResult) -> None:
    """Keeps how a sweep went."""
    vault.add(
        "sweeps",
        {
            "class_id": class_id,
            "taken_on": result.taken_on.isoformat(),
            "known": result.known,
            "asked": result.asked,
            "seconds": result.seconds,
        },
    )


def sweeps_of(vault: Vault, class_id: ClassId) -> tuple[SweepResult, ...]:
    """All sweeps through a class, oldest first."""
    found = vault.rows(
        "SELECT taken_on, known, asked, seconds FROM sweeps WHERE class_id = ? ORDER BY id",
        (class_id,),
    )
    return tuple(
        SweepResult(taken_on=date.fromisoformat(day), known=known, asked=asked, seconds=seconds)
        for day, known, asked, seconds in found
    )
