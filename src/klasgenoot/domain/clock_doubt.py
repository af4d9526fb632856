"""Is it really that day? A clock that leapt has nothing removed until it has been seen going.

A leap of the clock looks like a holiday. So after either, two days have to go by: of ordinary use,
or until the app is seen once more, later and not by more than a holiday.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from klasgenoot.domain.leaps import LEAP, LONGEST_REST, SLACK, time_between

AHEAD = timedelta(days=1)
"""Data that is further ahead than this was written while the clock was, or is now, wrong."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """What was last seen of the clock.

    Attributes:
        seen_at: the latest look at it.
        doubt_since: since when it is not relied on; None when it is.
    """

    seen_at: datetime
    doubt_since: datetime | None = None


def looked(before: Sighting | None, now: datetime) -> Sighting:
    """What is known of the clock after one more look at it."""
    if before is None:
        return Sighting(now, now)
    step = time_between(before.seen_at, now)
    waited = time_between(before.doubt_since, now) if before.doubt_since else timedelta()
    is_ordinary = -SLACK <= step <= LEAP
    if before.doubt_since is None:
        return Sighting(now, None if is_ordinary else now)
    if step < -SLACK or step > LONGEST_REST:
        return Sighting(now, now)
    return Sighting(now, None if waited >= LEAP else before.doubt_since)


def is_believed(sighting: Sighting | None, now: datetime, *, newest: date | None) -> bool:
    """Whether the day can be relied on.

    Args:
        sighting: what was last seen of the clock.
        now: what it says.
        newest: the latest day that anything in the data is about and that has to lie behind us.
    """
    if sighting is None or sighting.doubt_since is not None:
        return False
    return newest is None or newest <= (now + AHEAD).date()
