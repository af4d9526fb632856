"""Who is seen in a term, and how long do the others wait? By chance, oldest first, and by our rule.

    python benchmarks/contact/fairness.py [runs]

A simulated class: some speak up and some do not. Each week brings three accidental contacts, more
often with those who speak up, and then as many planned ones as the teacher has time for. The rule
is `domain/attention.py` itself. Writes the table of docs/attention-simulation.md, and ends with 1
when somebody was never seen by our rule, or a flagged student waited for more than 21 days.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from statistics import fmean, median

from klasgenoot.domain.attention import Reason, Records, Unseen, unseen
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.targets import Proposal, proposed, targets

CASES = ((28, 3), (28, 6), (60, 3), (60, 6))
"""How many students, and how many talks a week."""
FLAGGED, ACCIDENTS, WEEKS = 3, 3, 20
START = date(2026, 8, 31)
RUNS = 300
LONGEST_GAP = 21
RED_FOR_EVER = 8
"""So many weeks on end is what we call for ever."""
BARELY = 0.05
"""So many are never seen at most, on average, where there is one talk for each student in a term."""


@dataclass(frozen=True, slots=True)
class World:
    """A class in one week: what is known of it, and what is not."""

    everyone: Sequence[StudentId]
    flagged: frozenset[StudentId]
    speaks: Mapping[StudentId, float]
    last_seen: Mapping[StudentId, date]
    counts: Mapping[StudentId, int]
    plan: Proposal
    today: date
    chance: Random


@dataclass(frozen=True, slots=True)
class Term:
    """How one term went.

    Attributes:
        never: how many were never seen.
        others: the longest that anybody without a flag waited, in days.
        flagged: the longest that anybody with a flag did.
        gini: how unevenly contacts were spread: 0 is evenly.
        red: the most weeks on end that it was somebody's turn and they were not seen.
    """

    never: int
    others: int
    flagged: int
    gini: float
    red: int


Way = Callable[[World], Sequence[StudentId]]


def by_chance(world: World) -> Sequence[StudentId]:
    """Whoever speaks up this week."""
    loud = {who: world.speaks[who] * world.chance.random() for who in world.everyone}
    return sorted(world.everyone, key=lambda who: -loud[who])


def oldest_first(world: World) -> Sequence[StudentId]:
    """The longest unseen, whoever it is."""
    drawn = {who: world.chance.random() for who in world.everyone}
    return sorted(world.everyone, key=lambda who: (world.last_seen.get(who, START), drawn[who]))


def our_rule(world: World) -> Sequence[StudentId]:
    """The list of Klasgenoot from above."""
    return [turn.student_id for turn in _turns(world)]


WAYS: dict[str, Way] = {
    "by chance": by_chance,
    "oldest first": oldest_first,
    "our rule": our_rule,
}


def term(way: Way, *, students: int, talks: int, seed: int) -> Term:
    """One class through one term."""
    chance = Random(seed)
    everyone = [StudentId(number) for number in range(1, students + 1)]
    flagged = frozenset(chance.sample(everyone, FLAGGED))
    speaks = {who: chance.expovariate(1) for who in everyone}
    plan = proposed(students, own=(), talks=talks, flagged=FLAGGED)
    seen: dict[StudentId, list[date]] = {who: [] for who in everyone}
    waits, red = dict.fromkeys(everyone, 0), 0
    for week in range(WEEKS):
        monday = START + timedelta(weeks=week)
        loud = [speaks[who] for who in everyone]
        for who in chance.choices(everyone, weights=loud, k=ACCIDENTS):
            seen[who].append(monday + timedelta(days=chance.randrange(4)))
        world = World(
            everyone=everyone,
            flagged=flagged,
            speaks=speaks,
            last_seen={who: max(days) for who, days in seen.items() if days},
            counts={who: len(days) for who, days in seen.items()},
            plan=plan,
            today=monday + timedelta(days=4),
            chance=chance,
        )
        chosen = way(world)[:talks]
        for turn in _turns(world):
            who = turn.student_id
            is_red = turn.reason is not Reason.ON_SCHEDULE and who not in chosen
            waits[who] = waits[who] + 1 if is_red else 0
            red = max(red, waits[who])
        for who in chosen:
            seen[who].append(world.today)
    gaps = {who: _longest(days) for who, days in seen.items()}
    return Term(
        never=sum(not days for days in seen.values()),
        others=max(gap for who, gap in gaps.items() if who not in flagged),
        flagged=max(gaps[who] for who in flagged),
        gini=_gini([len(days) for days in seen.values()]),
        red=red,
    )


def main(words: Sequence[str]) -> int:
    """Prints the table."""
    runs = int(words[0]) if words else RUNS
    print(
        "| students / talks | target | way | never seen | gap, others | gap, flagged | Gini | red |"
    )
    print("|---|---|---|---|---|---|---|---|")
    all_hold = True
    for students, talks in CASES:
        plan = proposed(students, own=(), talks=talks, flagged=FLAGGED)
        target = f"{plan.days} d" if plan.fits else f"{plan.days} d, takes {plan.needed}"
        for name, way in WAYS.items():
            terms = [term(way, students=students, talks=talks, seed=seed) for seed in range(runs)]
            print(_row(f"{students} / {talks} | {target} | {name}", terms), flush=True)
            if way is our_rule:
                all_hold = all_hold and holds(terms, students=students, talks=talks)
    return 0 if all_hold else 1


def holds(terms: Sequence[Term], *, students: int, talks: int) -> bool:
    """Whether nobody was left out: not the quiet ones, not the flagged ones, not for ever.

    Where there are no more talks in a term than students, a few quiet ones may be left in a few
    terms: those with a flag take up a third of the talks.
    """
    plan = proposed(students, own=(), talks=talks, flagged=FLAGGED)
    never = fmean(each.never for each in terms)
    return (
        (never == 0 if talks * WEEKS > students else never <= BARELY)
        and all(each.flagged <= LONGEST_GAP for each in terms)
        and not (plan.fits and any(each.red >= RED_FOR_EVER for each in terms))
    )


def _row(head: str, terms: Sequence[Term]) -> str:
    def span(values: Sequence[int]) -> str:
        return f"{median(values):.0f} d (at most {max(values)})"

    never = [each.never for each in terms]
    cells = (
        f"{fmean(never):.1f} (at most {max(never)})",
        span([each.others for each in terms]),
        span([each.flagged for each in terms]),
        f"{fmean(each.gini for each in terms):.2f}",
        f"{max(each.red for each in terms)} w",
    )
    return f"| {head} | {' | '.join(cells)} |"


def _turns(world: World) -> tuple[Unseen, ...]:
    records = Records(
        last_seen=world.last_seen,
        since=START,
        targets=targets(
            world.everyone, class_days=world.plan.days, own={}, cared_for=world.flagged
        ),
        counts=world.counts,
    )
    return unseen(world.everyone, records, today=world.today, target_days=world.plan.days)


def _longest(days: Sequence[date]) -> int:
    """The longest wait between contacts, from the first lesson to the end of the term."""
    stops = sorted({START, *days, START + timedelta(weeks=WEEKS)})
    return max((later - sooner).days for sooner, later in pairwise(stops))


def _gini(counts: Sequence[int]) -> float:
    """The mean difference between two students, as a part of twice the mean (Gini 1912)."""
    total, size = sum(counts), len(counts)
    ranked = sum((2 * place - size + 1) * count for place, count in enumerate(sorted(counts)))
    return ranked / (size * total)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
