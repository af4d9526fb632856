"""Which copy is the newer one? A counter that only ever grows, in the vault and in its backups.

Whoever puts an older file in the place of the vault puts an older counter there too, and the
backups still know better. No clock is asked.
"""

from collections.abc import Iterable
from typing import NamedTuple

from klasgenoot.domain.backups import Backup
from klasgenoot.store.database import Vault


class Marks(NamedTuple):
    """What a vault knows about itself: see the table `generation`."""

    vault_id: str
    number: int
    backups: int


def marks(vault: Vault) -> Marks:
    """Which vault this is, and how far it got."""
    row = vault.row("SELECT vault_id, number, backups FROM generation")
    return Marks(*row) if row else Marks("", 0, 0)


def mark_backup(vault: Vault, *, after: Iterable[Backup]) -> Marks:
    """One generation and one backup further, past all the backups that are there already."""
    known = marks(vault)
    last = max((each.number for each in after if each.is_of(known.vault_id)), default=0)
    with vault.outside_journal():
        vault.connection.execute(
            "UPDATE generation SET number = number + 1, backups = max(backups, ?) + 1", (last,)
        )
    return marks(vault)


def newest_generation(backups: Iterable[Backup], *, vault_id: str) -> int:
    """How far a vault got, as its backups know it; 0 when there are none."""
    return max((each.generation for each in backups if each.is_of(vault_id)), default=0)


def is_older_copy(vault: Vault, backups: Iterable[Backup], *, last_seen: int = 0) -> bool:
    """Whether this vault is behind what its backups, or another witness, know of it.

    Args:
        backups: those in every place where this vault has been backed up.
        last_seen: the generation that was written down elsewhere at the last opening, if it was.
    """
    here = marks(vault)
    known = newest_generation(backups, vault_id=here.vault_id)
    return here.number <= max(known, last_seen)
