"""What is a backup, seen from outside? When, why, of how much; and how two of them differ."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path


class Why(StrEnum):
    """What a backup was made for."""

    ROUTINE = "routine"
    """Half an hour went by and something had changed."""
    IMPORT = "import"
    REMOVAL = "removal"
    MIGRATION = "migration"
    RESTORE = "restore"
    CLOSING = "closing"
    ASKED = "asked"
    UNKNOWN = "unknown"
    """A later Klasgenoot made it, or it can no longer be read."""


class Kind(StrEnum):
    """What is counted in a backup."""

    CLASSES = "classes"
    STUDENTS = "students"
    PHOTOS = "photos"
    CONTACTS = "contacts"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Amount:
    """How many there are of a kind, and the last day that one of them is about."""

    count: int
    latest: date | None = None


Amounts = Mapping[Kind, Amount]


@dataclass(frozen=True, slots=True)
class Difference:
    """One kind of which the backup holds more, fewer or others than the data does now."""

    kind: Kind
    then: Amount
    now: Amount

    @property
    def more(self) -> int:
        """How many more the backup holds; below zero: fewer."""
        return self.then.count - self.now.count


def differences_between(then: Amounts, now: Amounts) -> tuple[Difference, ...]:
    """The kinds that would look different after a restore, in a fixed order."""
    none = Amount(0)
    pairs = (Difference(kind, then.get(kind, none), now.get(kind, none)) for kind in Kind)
    return tuple(pair for pair in pairs if pair.then != pair.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup in a folder, as its manifest tells without opening it.

    Attributes:
        path: the one file that it is.
        size: of that file, in bytes.
        made_at: what the clock said then, with its time zone; clocks can be wrong.
        why: what it was made for.
        number: its place in the order in which backups of this vault were made: never wrong.
        vault_id: which vault it is of; only how that begins when the manifest cannot be read.
        generation: how often that vault had been opened and backed up by then.
        amounts: how much of each kind is in it.
        app_version: the Klasgenoot that made it.
        file_version: the version of its tables.
        content: the fingerprint of what is in it; equal ones hold the same.
        opens_elsewhere: whether its passphrase or recovery code is enough to open it; else it
            also takes the key in the data folder of the computer it was made on.
        is_whole: whether its manifest can be read; says nothing yet about the data before it.
    """

    path: Path
    size: int
    made_at: datetime
    why: Why
    number: int
    vault_id: str = ""
    generation: int = 0
    amounts: Amounts
    app_version: str = ""
    file_version: int = 0
    content: str = ""
    opens_elsewhere: bool = False
    is_whole: bool = True

    def is_of(self, vault_id: str) -> bool:
        """Whether it is a backup of that vault."""
        return bool(self.vault_id) and vault_id.startswith(self.vault_id)
