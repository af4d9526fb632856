"""Where do backups go besides this computer? A stick or a synced folder; and when to say so."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

MONTH = timedelta(days=30)
SUBFOLDER = "Klasgenoot"


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondPlace:
    """The other folder for backups, as this computer knows it.

    Attributes:
        folder: what the teacher chose; None while nothing was chosen.
        since: when it was chosen, or when the first backup was made without one.
        reached_at: when a backup last got there.
        said_at: when the teacher was last told that none did.
    """

    folder: Path | None
    since: datetime
    reached_at: datetime | None = None
    said_at: datetime | None = None

    @property
    def copies(self) -> Path | None:
        """Where in it the backups lie: a folder of their own, since a stick holds other things."""
        if self.folder is None:
            return None
        is_own = self.folder.name.casefold() == SUBFOLDER.casefold()
        return self.folder if is_own else self.folder / SUBFOLDER


class Nudge(StrEnum):
    """What a teacher may be told, once a month at most."""

    NOT_CHOSEN = "not_chosen"
    NOT_REACHED = "not_reached"


def nudge_due(place: SecondPlace, *, now: datetime) -> Nudge | None:
    """What to tell now, if anything.

    Args:
        place: the second place, chosen or not.
        now: what the clock says, with its time zone; one that was set back tells nothing.
    """
    latest = max(
        (each for each in (place.since, place.reached_at, place.said_at) if each is not None),
        key=lambda each: each.astimezone(UTC),
    )
    if now - latest < MONTH:
        return None
    return Nudge.NOT_CHOSEN if place.folder is None else Nudge.NOT_REACHED
