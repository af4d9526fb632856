"""How many names will be known on the day? The plan played out ahead, a few times over."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from math import exp

from klasgenoot.domain.foresight import Trace, first_trace, recall, trace_after
from klasgenoot.domain.lots import lot
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.plan import AVERAGE, Goal, Pace, plan_day

MINUTES = (2, 3, 4, 5, 6, 8, 10, 15, 20, 30)
"""Minutes a day that are weighed against each other."""

ADDS_LITTLE = 0.01
"""The part of the names that the next step of `MINUTES` must add to be worth proposing."""

ROUNDS = 4
"""How often a plan is played out: the mean of four is within a name of that of a hundred."""

UNLIKE = 0.5
"""How far names differ in how well they stick: the standard deviation of the logarithm of a factor
on stability, as the simulation has it. Nobody sees it beforehand, so the plan does not know it."""

_LOTS = float(1 << 64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What to expect on the day.

    Attributes:
        minutes: minutes a day.
        known: how many names, the sum of their chances of recall; not rounded.
        total: of how many.
        by_day: the same on each day before practising, from today to the last deadline.
    """

    minutes: float
    known: float
    total: int
    by_day: tuple[float, ...] = ()


def forecast(
    goals: Sequence[Goal],
    *,
    traces: Mapping[StudentId, Trace],
    today: date,
    minutes: float,
    used: float = 0.0,
    pace: Pace = AVERAGE,
    factor: float = 1.0,
) -> Forecast:
    """What to expect with so many minutes a day, from today until the day before each deadline.

    Whether a name is recalled along the way falls by lot, the same lot for every number of minutes,
    so that forecasts can be held side by side. So does how well each name sticks (`UNLIKE`).

    Args:
        goals: what is to be known when.
        traces: what is left of each name with a memory.
        today: the practice day.
        minutes: a day.
        used: minutes of today that are used up.
        pace: what a card takes this teacher.
        factor: see `foresight.own_factor`.
    """
    deadlines = _deadlines(goals)
    last = (max(deadlines.values(), default=today) - today).days
    known, by_day = 0.0, [0.0] * (max(0, last) + 1)
    for round_ in range(ROUNDS):
        then = dict(traces)
        for ahead in range(len(by_day)):
            day = today + timedelta(days=ahead)
            by_day[ahead] += _known(deadlines, then, day=day, round_=round_, factor=factor)
            ends = [who for who, on in deadlines.items() if max(on, today) == day]
            known += _known(ends, then, day=day, round_=round_, factor=factor)
            plan = plan_day(
                [goal for goal in goals if goal.on > day],
                traces=then,
                today=day,
                seconds=(minutes - (0.0 if ahead else used)) * 60,
                pace=pace,
                factor=factor,
            )
            for who in plan.new:
                then[who] = first_trace(day=day.toordinal())
            for who in plan.repeat:
                then[who] = _asked(who, then[who], day=day, round_=round_, factor=factor)
    return Forecast(
        minutes=minutes,
        known=known / ROUNDS,
        total=len(deadlines),
        by_day=tuple(each / ROUNDS for each in by_day),
    )


def forecasts(
    goals: Sequence[Goal],
    *,
    traces: Mapping[StudentId, Trace],
    today: date,
    used: float = 0.0,
    pace: Pace = AVERAGE,
    factor: float = 1.0,
) -> tuple[Forecast, ...]:
    """What to expect with each of `MINUTES` a day; ends where more adds nothing any more."""
    found: list[Forecast] = []
    for minutes in MINUTES:
        found.append(
            forecast(
                goals,
                traces=traces,
                today=today,
                minutes=minutes,
                used=used,
                pace=pace,
                factor=factor,
            )
        )
        if len(found) > 1 and not _adds(found[-2], found[-1], least=ADDS_LITTLE / 4):
            break
    return tuple(found)


def enough(found: Sequence[Forecast]) -> Forecast:
    """The fewest minutes a day after which more adds little: what to propose.

    Raises:
        ValueError: there is no forecast to choose from.
    """
    if not found:
        raise ValueError("no forecast to choose from")
    for less, more in pairwise(found):
        if not _adds(less, more, least=ADDS_LITTLE):
            return less
    return found[-1]


def _adds(less: Forecast, more: Forecast, *, least: float) -> bool:
    return more.known - less.known >= least * more.total


def _deadlines(goals: Sequence[Goal]) -> dict[StudentId, date]:
    """Until when each name is to be known: the earliest day it is wanted for."""
    deadlines: dict[StudentId, date] = {}
    for goal in sorted(goals, key=lambda goal: goal.on):
        for who in goal.students:
            deadlines.setdefault(who, goal.on)
    return deadlines


def _known(
    students: Iterable[StudentId],
    traces: Mapping[StudentId, Trace],
    *,
    day: date,
    round_: int,
    factor: float,
) -> float:
    """How many of these names can be recalled on a day, as a sum of chances."""
    return sum(
        recall(traces[who], day=day.toordinal(), factor=factor * _sticks(who, round_))
        for who in students
        if who in traces
    )


def _asked(who: StudentId, trace: Trace, *, day: date, round_: int, factor: float) -> Trace:
    """What is left of a name after it was asked; the lot says whether it was recalled."""
    chance = recall(trace, day=day.toordinal(), factor=factor * _sticks(who, round_))
    hit = lot(round_, who, day.toordinal()) / _LOTS < chance
    return trace_after(trace, hit=hit, day=day.toordinal())


@cache
def _sticks(who: StudentId, round_: int) -> float:
    """By lot, how much longer than others this name is remembered; 1.0 on average."""
    from statistics import NormalDist

    drawn = (lot(round_, who) + 0.5) / _LOTS
    return exp(UNLIKE * NormalDist().inv_cdf(drawn) - UNLIKE**2 / 2)
