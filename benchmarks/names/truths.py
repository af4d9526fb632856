"""How does a simulated teacher really remember? Four worlds; the plan is told about none of them.

Each is set so that of the names shown and recalled once about nine in ten are still there the next
day; how they fade after that, and what an answer adds, differs. In each, names differ in how well
they stick, which nobody can see.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from math import exp, log
from random import Random
from typing import NamedTuple, Protocol

import fsrs

UNLIKE = 0.5
"""Standard deviation of the logarithm of a name's own factor."""


class Truth(Protocol):
    """What really happens in a teacher's head. Names are numbers from 0, days too."""

    def shown(self, name: int, *, day: int) -> None:
        """A face is shown with its name, and asked in its block until it is recalled."""

    def chance(self, name: int, *, day: int) -> float:
        """The chance that the name is recalled."""
        ...

    def asked(self, name: int, *, day: int, hit: bool) -> None:
        """The name was asked, and after a miss shown again."""


class _Strength(NamedTuple):
    stability: float
    difficulty: float
    day: int


class Fsrs:
    """FSRS-6, with the published weights or others."""

    def __init__(self, names: int, *, lots: Random, weights: tuple[float, ...]) -> None:
        self._step = _stepper(weights)
        self._decay = weights[20]
        self._scale = 0.9 ** (-1 / self._decay) - 1
        self._sticks = _sticks(names, lots)
        self._now: dict[int, _Strength] = {}

    def shown(self, name: int, *, day: int) -> None:
        """Rated HARD, as the app does: it was shown minutes ago."""
        self._now[name] = _Strength(*self._step(0.0, 0.0, 0, fsrs.Rating.Hard), day)

    def chance(self, name: int, *, day: int) -> float:
        """The forgetting curve of FSRS-6."""
        now = self._now[name]
        days = (day - now.day) / (now.stability * self._sticks[name])
        return float((1 + self._scale * days) ** -self._decay)

    def asked(self, name: int, *, day: int, hit: bool) -> None:
        """A miss is followed by a recall on the same day."""
        now = self._now[name]
        rating = fsrs.Rating.Good if hit else fsrs.Rating.Again
        stability, difficulty = self._step(*now[:2], day - now.day, rating)
        if not hit:
            stability, difficulty = self._step(stability, difficulty, 0, fsrs.Rating.Good)
            stability = max(0.5, stability)
        self._now[name] = _Strength(stability, difficulty, day)


class HalfLife:
    """Memory halves each so many days; a hit doubles that, a miss takes 30 % (Duolingo's form)."""

    def __init__(self, names: int, *, lots: Random, first: float = 8.0) -> None:
        self._first = [first * factor for factor in _sticks(names, lots)]
        self._now: dict[int, tuple[float, int]] = {}

    def shown(self, name: int, *, day: int) -> None:
        """The first half-life."""
        self._now[name] = (self._first[name], day)

    def chance(self, name: int, *, day: int) -> float:
        """2 ** (-days / half-life)."""
        half_life, asked = self._now[name]
        return float(2 ** (-(day - asked) / half_life))

    def asked(self, name: int, *, day: int, hit: bool) -> None:
        """Longer or shorter by a factor, whatever the time in between."""
        half_life, _ = self._now[name]
        self._now[name] = (half_life * 2 if hit else max(1.0, half_life * 0.7), day)


class BaseLevel:
    """ACT-R's base-level learning with decay that depends on activation (Pavlik & Anderson 2005).

    m = ln(sum of age ** -d), d = c * exp(m before) + a, chance = 1 / (1 + exp((tau - m) / s)). The
    numbers are theirs, but tau: set so that the first day's recall is that of the other worlds.
    """

    C, A, S, TAU = 0.217, 0.177, 0.255, -1.8
    BETWEEN = 0.025 * 86_400
    """Seconds that a day between sessions counts for."""

    def __init__(self, names: int, *, lots: Random) -> None:
        self._extra = [lots.gauss(0, 0.4) for _ in range(names)]
        self._met: dict[int, list[tuple[float, float]]] = {}

    def shown(self, name: int, *, day: int) -> None:
        """Shown, asked and asked once more within two minutes."""
        self._met[name] = []
        for seconds in (0, 30, 120):
            self._meet(name, day * self.BETWEEN + seconds * self.BETWEEN / 86_400)

    def chance(self, name: int, *, day: int) -> float:
        """Of the activation being over the threshold."""
        active = self._activation(name, day * self.BETWEEN)
        return 1 / (1 + exp((self.TAU - active) / self.S))

    def asked(self, name: int, *, day: int, hit: bool) -> None:
        """One more meeting; two when it was missed."""
        self._meet(name, day * self.BETWEEN)
        if not hit:
            self._meet(name, day * self.BETWEEN + 60)

    def _meet(self, name: int, at: float) -> None:
        earlier = self._met[name]
        active = self._activation(name, at) if earlier else -9.0
        earlier.append((at, self.C * exp(active) + self.A))

    def _activation(self, name: int, at: float) -> float:
        ages = ((max(1.0, at - met), decay) for met, decay in self._met[name])
        return log(sum(age**-decay for age, decay in ages)) + self._extra[name]


_PUBLISHED = tuple(fsrs.Scheduler().parameters)
_OTHERS = (0.12, 0.8, 1.5, 5.0, *_PUBLISHED[4:8], 1.5, *_PUBLISHED[9:20], 0.3)

TRUTHS: dict[str, Callable[[int, Random], Truth]] = {
    "FSRS-6, the plan's own": lambda names, lots: Fsrs(names, lots=lots, weights=_PUBLISHED),
    "FSRS-6, other weights": lambda names, lots: Fsrs(names, lots=lots, weights=_OTHERS),
    "half-life": lambda names, lots: HalfLife(names, lots=lots),
    "half-life, harder": lambda names, lots: HalfLife(names, lots=lots, first=5.0),
    "ACT-R base level": lambda names, lots: BaseLevel(names, lots=lots),
}
"""The worlds. Other weights: new names stick less well, grow more slowly, fade faster."""


def _sticks(names: int, lots: Random) -> Sequence[float]:
    """How much longer than the average each name is remembered; 1.0 on average."""
    return [lots.lognormvariate(-(UNLIKE**2) / 2, UNLIKE) for _ in range(names)]


@cache
def _stepper(
    weights: tuple[float, ...],
) -> Callable[[float, float, int, fsrs.Rating], tuple[float, float]]:
    """One rated answer under these weights; what was worked out once is not worked out again."""
    scheduler = fsrs.Scheduler(
        parameters=weights, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
    start = datetime(2000, 1, 1, tzinfo=UTC)

    @cache
    def step(
        stability: float, difficulty: float, days: int, rating: fsrs.Rating
    ) -> tuple[float, float]:
        asked = start + timedelta(days=days)
        card = fsrs.Card(card_id=0, due=asked)
        if stability:
            card.state, card.step, card.last_review = fsrs.State.Review, None, start
            card.stability, card.difficulty = stability, difficulty
        card, _ = scheduler.review_card(card, rating, asked)
        return float(card.stability or 0), float(card.difficulty or 0)

    return step
