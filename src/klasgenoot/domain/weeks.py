"""What happened week by week? ISO weeks, and the strongest kind of contact in each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from functools import lru_cache

from klasgenoot.domain.contact import Contact, ContactKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One ISO week. `year` is the year the week is counted in, not always that of its Monday."""

    year: int
    number: int
    monday: date


class CellKind(IntEnum):
    """What one cell of the strip shows, weakest first."""

    NONE = 0
    NOTICED = 1
    MESSAGE = 2
    BRIEF = 3
    TALK = 4


CELLS: dict[ContactKind, CellKind] = {
    ContactKind.NOTICED: CellKind.NOTICED,
    ContactKind.MAIL: CellKind.MESSAGE,
    ContactKind.PHONE: CellKind.MESSAGE,
    ContactKind.BRIEF: CellKind.BRIEF,
    ContactKind.TALK: CellKind.TALK,
}
"""How each kind of contact shows in the strip; mail and telephone look the same."""


def monday_of(day: date) -> date:
    """The Monday of the week a day falls in."""
    return day - timedelta(days=day.weekday())


@lru_cache(maxsize=1024)
def week_of(day: date) -> Week:
    """The ISO week a day falls in."""
    iso = day.isocalendar()
    return Week(year=iso.year, number=iso.week, monday=monday_of(day))


def weeks_until(today: date, *, count: int, since: date | None = None) -> tuple[Week, ...]:
    """The last `count` weeks up to and including this one, oldest first.

    Args:
        today: A day in the last week.
        count: The most weeks to show.
        since: Leave out weeks before the one of this day (the first lesson); this week stays.
    """
    last = week_of(today).monday
    first = last - timedelta(weeks=count - 1)
    if since is not None:
        first = max(first, min(week_of(since).monday, last))
    return tuple(
        week_of(first + timedelta(days=days)) for days in range(0, (last - first).days + 1, 7)
    )


def cells(contacts: Iterable[Contact], *, weeks: Sequence[Week]) -> tuple[CellKind, ...]:
    """For each week the strongest kind of contact in it, given the contacts of one student."""
    strongest = {week.monday: CellKind.NONE for week in weeks}
    for contact in contacts:
        monday = week_of(contact.happened_on).monday
        if monday in strongest:
            strongest[monday] = max(strongest[monday], CELLS[contact.kind])
    return tuple(strongest[week.monday] for week in weeks)
