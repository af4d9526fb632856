"""Which backups stay? All of the last two days, then one a day, a week, a month; by count and age.

Clocks are wrong now and then, so a clock alone never decides. The order is that of the numbers,
not of the times. Slots are counted, so that a year that seems to go by uses up one of them and not
all. And after a leap of the clock (or a holiday: the two look alike) nothing recent goes until two
days of ordinary use have been seen.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any, Generic, TypeVar

from klasgenoot.domain.leaps import LEAP, LONGEST_REST, SLACK, time_between

Id = TypeVar("Id", bound=Hashable)

DAYS, WEEKS, MONTHS = 12, 10, 9
"""So many daily, weekly and monthly backups stay after the two days of which all stay."""
FEWEST = 3
"""Never fewer valid ones than these."""
RECENT = timedelta(days=2)
MOST_RECENT = 64
"""More than two days of work ever bring; so many stay whatever the clock says."""
TORN = 2
"""Slots added at most where the clock leapt: a day that it tore in two takes up two of them."""


@dataclass(frozen=True, slots=True)
class Kept(Generic[Id]):
    """One backup, as far as keeping it goes.

    Attributes:
        id: whatever the caller knows it by.
        made_at: what the clock said, with its time zone.
        number: its place in the order in which they were made.
        is_valid: whether it can be restored.
    """

    id: Id
    made_at: datetime
    number: int
    is_valid: bool = True


def may_go(backups: Iterable[Kept[Id]], *, now: datetime) -> frozenset[Id]:
    """The ids of the backups that are no longer needed.

    Args:
        backups: all there are, in any order.
        now: what the clock says, with its time zone; it may be wrong.
    """
    ordered = sorted(backups, key=lambda each: each.number, reverse=True)
    valid = [each for each in ordered if each.is_valid]
    if len(valid) <= FEWEST:
        return frozenset()
    recent = _recent(ordered, now=now)
    stay = {each.id for each in (*ordered[:recent], *valid[:FEWEST])}
    older = [each for each in ordered[recent:] if each.is_valid]
    stay |= {each.id for each in _thinned(older, spare=_spare(ordered))}
    return frozenset(each.id for each in ordered if each.id not in stay)


def _recent(ordered: Sequence[Kept[Id]], *, now: datetime) -> int:
    """How many of the newest count as those of the last two days."""
    times = [now, *(each.made_at for each in ordered)]
    seen = timedelta()
    for place, (later, earlier) in enumerate(pairwise(times)):
        if _is_leap(earlier, later):
            return max(place, min(MOST_RECENT, len(ordered)))
        seen += max(time_between(earlier, later), timedelta())
        if seen > RECENT:
            return place
    return len(ordered)


def _thinned(older: Sequence[Kept[Id]], *, spare: int) -> list[Kept[Id]]:
    """One a day, then one a week, then one a month: the newest of each, as many as have slots."""
    stay: list[Kept[Id]] = []
    rest = older
    for span, slots in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        spans = _spans(rest, span)
        stay += [group[0] for group in spans[: slots + spare]]
        rest = [each for group in spans[slots + spare :] for each in group]
    return stay


def _spans(
    ordered: Sequence[Kept[Id]], span: Callable[[Kept[Any]], Hashable]
) -> list[list[Kept[Id]]]:
    """Those of one day, week or month together; a clock that was set back begins another."""
    spans = [list(ordered[:1])] if ordered else []
    for later, each in pairwise(ordered):
        if span(each) != span(later) or time_between(each.made_at, later.made_at) < -SLACK:
            spans.append([])
        spans[-1].append(each)
    return spans


def _spare(ordered: Sequence[Kept[Id]]) -> int:
    """How many slots a leaping clock may have used up."""
    # no two monthly ones lie further apart than the longest rest: it was the clock
    steps = (time_between(earlier.made_at, later.made_at) for later, earlier in pairwise(ordered))
    return min(TORN, sum(not -SLACK <= step <= LONGEST_REST for step in steps))


def _is_leap(earlier: datetime, later: datetime) -> bool:
    return not -SLACK <= time_between(earlier, later) <= LEAP


def _day(each: Kept[Any]) -> Hashable:
    return each.made_at.date()


def _week(each: Kept[Any]) -> Hashable:
    return each.made_at.isocalendar()[:2]


def _month(each: Kept[Any]) -> Hashable:
    return each.made_at.year, each.made_at.month
