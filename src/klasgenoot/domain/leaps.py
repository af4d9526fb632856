"""Did the clock leap between two looks at it? A long time between them is a leap, or a holiday."""

from datetime import UTC, datetime, timedelta

LEAP = timedelta(days=2)
"""A longer time between two looks at the clock is a leap, or a holiday."""
SLACK = timedelta(hours=2)
"""So far back is no leap: summer time ends, a clock is set right."""
LONGEST_REST = timedelta(days=70)
"""No holiday is longer."""


def time_between(earlier: datetime, later: datetime) -> timedelta:
    """The time that went by; Python would leave summer time out of it within one zone."""
    return later.astimezone(UTC) - earlier.astimezone(UTC)
