"""Which names today, so that as many as can be are known on the day? The deadline plan."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from math import ceil
from typing import NamedTuple

from klasgenoot.domain.foresight import Trace, first_trace, recall, trace_after
from klasgenoot.domain.people import StudentId

ALL_SHOWN_BY = 0.6
"""The part of the way to the deadline after which every face has been shown, if time allows."""

LEAST_WORTH = 1e-5
"""Names per second under which asking changes nothing any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How many seconds a card takes: a face shown and asked, a name recalled, one missed."""

    new: float = 14.0
    hit: float = 6.0
    miss: float = 14.0


AVERAGE = Pace()
"""The pace of somebody who has not answered enough yet to know theirs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Names to know on a day.

    Attributes:
        students: whose names, in the order new ones come in.
        on: the practice day on which they are to be known.
        since: the practice day on which learning them began.
    """

    students: tuple[StudentId, ...]
    on: date
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPlan:
    """What today needs.

    Attributes:
        repeat: who is asked, the one who gains most per second first.
        new: who is shown for the first time.
        seconds: about how long that takes.
    """

    repeat: tuple[StudentId, ...] = ()
    new: tuple[StudentId, ...] = ()
    seconds: float = 0.0


def plan_day(
    goals: Sequence[Goal],
    *,
    traces: Mapping[StudentId, Trace],
    today: date,
    seconds: float,
    pace: Pace = AVERAGE,
    factor: float = 1.0,
) -> DayPlan:
    """Who is practised today, by gain in recall on the deadline per second.

    The best go first until the time is used up (a greedy knapsack, as in Eglington & Pavlik 2020).
    Nobody is asked twice a day, so what one is worth does not change while picking. New faces are
    spread over the first part of the way (`ALL_SHOWN_BY`), so that time stays to repeat them.

    Args:
        goals: what is to be known when; someone in two of them belongs to the earlier one.
        traces: what is left of each name with a memory.
        today: the practice day.
        seconds: the time there is today, less what was used already.
        pace: what a card takes this teacher.
        factor: see `foresight.own_factor`.
    """
    chances = sorted(
        _chances(goals, traces=traces, today=today, pace=pace, factor=factor),
        key=lambda chance: chance.gain / chance.seconds,
        reverse=True,
    )
    repeat: list[StudentId] = []
    new: list[StudentId] = []
    used = 0.0
    for chance in chances:
        if chance.gain < LEAST_WORTH * chance.seconds:
            break
        if used + chance.seconds <= seconds:
            used += chance.seconds
            (repeat if chance.student_id in traces else new).append(chance.student_id)
    return DayPlan(repeat=tuple(repeat), new=tuple(new), seconds=used)


def new_faces_today(goal: Goal, *, unseen: int, today: date) -> int:
    """How many faces are shown first today, so that all are by `ALL_SHOWN_BY` of the way.

    Skipped days, a late start and students who came later are made up for over the days that are
    left; past that point all come at once, as far as the time goes.
    """
    way = (goal.on - goal.since).days
    days_left = ceil(ALL_SHOWN_BY * way) - (today - goal.since).days
    return ceil(unseen / max(1, days_left))


class _Chance(NamedTuple):
    """One thing that can be done today: names gained on the deadline, for so many seconds."""

    gain: float
    seconds: float
    student_id: StudentId


def _chances(
    goals: Sequence[Goal],
    *,
    traces: Mapping[StudentId, Trace],
    today: date,
    pace: Pace,
    factor: float,
) -> Iterator[_Chance]:
    """All that can be done today, in the order of the goals and their students."""
    day = today.toordinal()
    taken: set[StudentId] = set()
    worth = lru_cache(maxsize=None)(partial(_repeating, day=day, pace=pace, factor=factor))
    for goal in sorted(goals, key=lambda goal: goal.on):
        mine = [who for who in dict.fromkeys(goal.students) if who not in taken]
        taken.update(mine)
        deadline = max(goal.on, today).toordinal()
        unseen = [who for who in mine if who not in traces]
        fresh = recall(first_trace(day=day), day=deadline, factor=factor)
        for who in unseen[: new_faces_today(goal, unseen=len(unseen), today=today)]:
            yield _Chance(fresh, pace.new, who)
        for who in mine:
            trace = traces.get(who)
            if trace is not None and trace.day != day:
                yield _Chance(*worth(_past(trace, day=day), deadline=deadline), who)


def _past(trace: Trace, *, day: int) -> Trace:
    """What is left of a name, as from yesterday if the clock says that it was asked later.

    The clock has been set back since. Else the name would stay away until it catches up.
    """
    return trace._replace(day=min(trace.day, day - 1))


def _repeating(
    trace: Trace, *, day: int, deadline: int, pace: Pace, factor: float
) -> tuple[float, float]:
    """What asking a name today gains and takes, as expected over a hit and a miss.

    Names that were learned on one day and answered alike since are worth the same.
    """
    hit = recall(trace, day=day, factor=factor)
    miss = 1 - hit
    then = hit * recall(
        trace_after(trace, hit=True, day=day), day=deadline, factor=factor
    ) + miss * recall(trace_after(trace, hit=False, day=day), day=deadline, factor=factor)
    gain = then - recall(trace, day=deadline, factor=factor)
    return gain, hit * pace.hit + miss * pace.miss
