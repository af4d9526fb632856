"""What will a name be worth on a later day? FSRS-6 looked ahead, in whole practice days."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from math import exp, log
from typing import NamedTuple

from klasgenoot.domain.memory import (
    DECAY,
    FACTOR,
    Memory,
    Rating,
    day_of,
    scheduler,
    start_of,
)

LEAST = 0.5
"""Stability in days that a miss leaves at least: the name was shown and asked again that day."""

SPREAD = 1.5
"""How far teachers may differ: the standard deviation of the logarithm of the factor. Wide, so
that some thirty answers already count for more than what most people are like."""

FACTORS = tuple(2 ** (step / 2) for step in range(-6, 7))
"""The factors that are weighed: an eighth to eight times what FSRS expects."""

_SURE = 0.01
"""No answer counts as less likely than this: one slip of the fingers moves nothing far."""

_SOME_DAY = date(2000, 1, 1)


class Trace(NamedTuple):
    """What one name is worth: a memory without its history.

    Attributes:
        stability: days after which it is recalled with 90 % chance.
        difficulty: 1 to 10.
        day: the practice day of the last rated answer, as an ordinal.
    """

    stability: float
    difficulty: float
    day: int


class Trial(NamedTuple):
    """One rated answer, with what was there to recall: the stability and the days since."""

    stability: float
    days: int
    hit: bool


def trace_of(memory: Memory) -> Trace:
    """What is left of a name, as far as plans are concerned."""
    return Trace(memory.stability, memory.difficulty, day_of(memory.last_review).toordinal())


def first_trace(*, day: int) -> Trace:
    """What a new face leaves behind that was shown and recalled on a day: rated HARD."""
    return trace_rated(None, rating=Rating.HARD, day=day)


def trace_after(trace: Trace, *, hit: bool, day: int) -> Trace:
    """What is left after it was asked on a day: recalled, or missed and shown again."""
    return trace_rated(trace, rating=Rating.GOOD if hit else Rating.AGAIN, day=day)


def trace_rated(trace: Trace | None, *, rating: Rating, day: int) -> Trace:
    """What is left after an answer that was rated; `trace` is None before the first."""
    if trace is None:
        return Trace(*_step(0.0, 0.0, 0, rating), day)
    days = max(0, day - trace.day)
    stability, difficulty = _step(trace.stability, trace.difficulty, days, rating)
    return Trace(max(stability, LEAST), difficulty, day)


def recall(trace: Trace, *, day: int, factor: float = 1.0) -> float:
    """The chance that it is recalled on a day.

    Midway between two curves that agree up to the stability: FSRS-6, on which memory fades ever
    more slowly, and 0.9 ** (days / stability), on which it goes on as it begins. Which is right far
    beyond the days anyone was asked after is not known here; a plan made for both is nearly as good
    as the best in either world (docs/names-simulation.md).

    Args:
        trace: what is left of the name.
        day: an ordinal, not before the day of the trace.
        factor: how much longer this teacher remembers than FSRS expects.
    """
    return _recall(max(0, day - trace.day) / (trace.stability * factor))


def _recall(stabilities: float) -> float:
    """The chance of recall after so many times the stability."""
    slower = (1 + FACTOR * stabilities) ** -DECAY
    return float((slower + 0.9**stabilities) / 2)


def own_factor(trials: Iterable[Trial]) -> float:
    """How much longer this teacher remembers than FSRS expects, from the answers so far.

    The mean of log(factor) over `FACTORS`, each weighed by its prior (normal, `SPREAD`) times how
    likely it makes the answers. 1.0 without answers.
    """
    weights = [-0.5 * (log(factor) / SPREAD) ** 2 for factor in FACTORS]
    for trial in trials:
        weights = [weight + more for weight, more in zip(weights, _evidence(trial), strict=True)]
    heaviest = max(weights)
    odds = [exp(weight - heaviest) for weight in weights]
    mean = sum(odd * log(factor) for odd, factor in zip(odds, FACTORS, strict=True)) / sum(odds)
    return exp(mean)


@lru_cache(maxsize=1 << 16)
def _evidence(trial: Trial) -> tuple[float, ...]:
    """How likely each of `FACTORS` makes an answer, as a logarithm. Many answers are alike."""
    found = []
    for factor in FACTORS:
        chance = min(1 - _SURE, max(_SURE, _recall(trial.days / (trial.stability * factor))))
        found.append(log(chance if trial.hit else 1 - chance))
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def _step(stability: float, difficulty: float, days: int, rating: Rating) -> tuple[float, float]:
    """What py-fsrs makes of one rated answer. Names of one day share their past, hence the cache.

    A stability of 0 is a name without one.
    """
    import fsrs

    asked = start_of(_SOME_DAY + timedelta(days=days))
    card = fsrs.Card(card_id=0, due=asked)
    if stability:
        card.state, card.step = fsrs.State.Review, None
        card.stability, card.difficulty = stability, difficulty
        card.last_review = start_of(_SOME_DAY)
    card, _ = scheduler().review_card(card, fsrs.Rating(rating), asked)
    return float(card.stability or 0.0), float(card.difficulty or 0.0)
