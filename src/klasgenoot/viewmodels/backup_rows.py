"""One backup in a list: when, why, what is in it, and whether it is good."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.backups import Backup
from klasgenoot.viewmodels.backup_words import holds_words, moment_words, size_words, why_words

translate = QCoreApplication.translate


class Health(Enum):
    """What is known of a backup. OTHER: it opens with another passphrase, or is of other data."""

    WHOLE = auto()
    """It can be read as far as that goes without opening it."""
    CHECKING = auto()
    GOOD = auto()
    DAMAGED = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup as a list shows it."""

    backup: Backup
    when: str
    why: str
    about: str
    health: Health


def row_of(
    backup: Backup, *, health: Health, today: date, others_open_elsewhere: bool = False
) -> BackupRow:
    """A backup in words.

    Args:
        backup: which one.
        health: what is known of it.
        today: as the teacher's clock has it.
        others_open_elsewhere: whether there is a passphrase now: then one of before it stands out.
    """
    size = size_words(backup.size)
    if others_open_elsewhere and backup.is_whole and not backup.opens_elsewhere:
        size = f"{size} · {translate('Backups', 'from before the passphrase')}"
    return BackupRow(
        backup,
        moment_words(backup.made_at, today=today),
        why_words(backup.why),
        f"{holds_words(backup.amounts)} · {size}" if backup.is_whole else size,
        health if backup.is_whole else Health.DAMAGED,
    )
