"""Whose data is kept and not used? Restrictions in the data file, and the condition on the rest."""

from datetime import date
from typing import TYPE_CHECKING

from klasgenoot.domain.people import StudentId
from klasgenoot.store.database import Row, Vault

if TYPE_CHECKING:
    from klasgenoot.domain.rights import Restriction

_COLUMNS = "student_id, since, reason, lifted_on"


def shown(column: str) -> str:
    """The SQL condition that the student in a column is not restricted."""
    return f"{column} NOT IN (SELECT student_id FROM restrictions WHERE lifted_on IS NULL)"


def open_restrictions(vault: Vault) -> "tuple[Restriction, ...]":
    """Those that hold now, the oldest first."""
    found = vault.rows(
        f"SELECT {_COLUMNS} FROM restrictions WHERE lifted_on IS NULL ORDER BY since, id"
    )
    return tuple(_restriction(row) for row in found)


def restrictions_of(vault: Vault, student_id: StudentId) -> "tuple[Restriction, ...]":
    """All there ever were for one student, the oldest first."""
    found = vault.rows(
        f"SELECT {_COLUMNS} FROM restrictions WHERE student_id = ? ORDER BY since, id",
        (student_id,),
    )
    return tuple(_restriction(row) for row in found)


def is_restricted(vault: Vault, student_id: StudentId) -> bool:
    """Whether the data of a student is only kept now."""
    return any(known.lifted_on is None for known in restrictions_of(vault, student_id))


def add_restriction(vault: Vault, draft: "Restriction") -> None:
    """Adds a restriction."""
    vault.add(
        "restrictions",
        {
            "student_id": draft.student_id,
            "since": draft.since.isoformat(),
            "reason": draft.reason,
            "lifted_on": draft.lifted_on.isoformat() if draft.lifted_on else None,
        },
    )


def lift_restrictions(vault: Vault, student_id: StudentId, *, on: date) -> None:
    """Ends what holds for a student; that it was there stays known."""
    open_ones = vault.rows(
        "SELECT id FROM restrictions WHERE student_id = ? AND lifted_on IS NULL", (student_id,)
    )
    for (restriction_id,) in open_ones:
        vault.table("restrictions").update(restriction_id, {"lifted_on": on.isoformat()})


def _restriction(row: Row) -> "Restriction":
    from klasgenoot.domain.rights import Restriction

    student_id, since, reason, lifted = row
    return Restriction(
        student_id=StudentId(student_id),
        since=date.fromisoformat(since),
        reason=reason,
        lifted_on=date.fromisoformat(lifted) if lifted else None,
    )
