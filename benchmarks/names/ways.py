"""Which name next? Klasgenoot's plan and the ways it is held against, each as a day of questions.

A way is a generator: it yields the name to be shown or asked, and is sent the seconds that are left
and whether it was recalled (None for a new face).
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil
from random import Random

from klasgenoot.domain.foresight import (
    Trace,
    Trial,
    first_trace,
    own_factor,
    trace_after,
)
from klasgenoot.domain.memory import DECAY, FACTOR
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.plan import AVERAGE, Goal, plan_day

Day = Generator[int, tuple[float, bool | None], None]

BEGIN = date(2026, 8, 17)
SHOWN_BY = 0.6
"""Fixed ways show new faces evenly over this part of the time: the setting that suits them best."""


@dataclass(slots=True)
class Class:
    """What a way knows: how many names there are, how many days, and what came of the answers."""

    names: int
    days: int
    traces: dict[int, Trace] = field(default_factory=dict)
    trials: list[Trial] = field(default_factory=list)
    misses: dict[int, int] = field(default_factory=dict)
    sm2: dict[int, tuple[int, float, int, int]] = field(default_factory=dict)

    def keep(self, name: int, *, day: int, hit: bool | None) -> None:
        """Keeps an answer as the app does; None for a new face."""
        today = BEGIN.toordinal() + day
        if hit is None:
            self.traces[name] = first_trace(day=today)
            return
        trace = self.traces[name]
        self.trials.append(Trial(trace.stability, today - trace.day, hit))
        self.traces[name] = trace_after(trace, hit=hit, day=today)
        self.misses[name] = 0 if hit else self.misses.get(name, 0) + 1

    def known_since_before(self, day: int) -> list[int]:
        """Who was shown on an earlier day and not asked today."""
        today = BEGIN.toordinal() + day
        return [name for name in range(self.names) if self.traces.get(name, _NEVER).day < today]

    def next_new(self) -> list[int]:
        """Today's share of new faces, spread evenly."""
        share = ceil(self.names / (SHOWN_BY * self.days))
        return [name for name in range(self.names) if name not in self.traces][:share]


_NEVER = Trace(1.0, 5.0, 1 << 31)

Way = Callable[[Class, int, float], Day]


def planned(school_class: Class, day: int, left: float) -> Day:
    """Klasgenoot: the plan for what is left of the time, made again when time is left over."""
    today = BEGIN + timedelta(days=day)
    goal = Goal(
        students=tuple(map(StudentId, range(school_class.names))),
        on=BEGIN + timedelta(days=school_class.days),
        since=BEGIN,
    )
    factor = own_factor(school_class.trials)
    while True:
        traces = {StudentId(who): trace for who, trace in school_class.traces.items()}
        plan = plan_day([goal], traces=traces, today=today, seconds=left, factor=factor)
        if not (plan.repeat or plan.new):
            return
        for who in (*plan.new, *plan.repeat):
            if left < (AVERAGE.hit if who in traces else AVERAGE.new):
                break
            left, _ = yield who


def fixed(retention: float) -> Way:
    """Who has fallen to a retention, least sure first; then new faces: a flashcard program."""

    def day_of_it(school_class: Class, day: int, left: float) -> Day:
        today = BEGIN.toordinal() + day

        def chance(name: int) -> float:
            trace = school_class.traces[name]
            return float((1 + FACTOR * (today - trace.day) / trace.stability) ** -DECAY)

        due = [who for who in school_class.known_since_before(day) if chance(who) <= retention]
        for who in (*sorted(due, key=chance), *school_class.next_new()):
            if left < (AVERAGE.hit if who in school_class.traces else AVERAGE.new):
                return
            left, _ = yield who

    return day_of_it


def sm2(school_class: Class, day: int, left: float) -> Day:
    """SuperMemo 2 (Wozniak 1990): intervals of 1, 6, then times an ease that answers change."""
    cards = school_class.sm2
    for who in [who for who, card in cards.items() if card[2] <= day]:
        if left < AVERAGE.hit:
            return
        left, hit = yield who
        times, ease, _, interval = cards[who]
        quality = 4 if hit else 2
        ease = max(1.3, ease + 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02))
        times = times + 1 if hit else 0
        interval = {0: 1, 1: 1, 2: 6}.get(times) or round(interval * ease)
        cards[who] = (times, ease, day + interval, interval)
    for who in school_class.next_new():
        if left < AVERAGE.new:
            return
        left, _ = yield who
        cards[who] = (1, 2.5, day + 1, 1)


def hard_faces(school_class: Class, day: int, left: float) -> Day:
    """Rounds over everybody, hard faces two or three times a round (as Name Game does)."""
    for who in school_class.next_new():
        if left < AVERAGE.new:
            return
        left, _ = yield who
    round_ = [
        who
        for who in school_class.known_since_before(day)
        for _ in range(1 + min(2, school_class.misses.get(who, 0)))
    ]
    Random(day).shuffle(round_)
    for who in round_:
        if left < AVERAGE.hit:
            return
        left, _ = yield who


WAYS: dict[str, Way] = {
    "plan": planned,
    "0.90": fixed(0.90),
    "0.95": fixed(0.95),
    "0.97": fixed(0.97),
    "SM-2": sm2,
    "hard faces": hard_faces,
}
