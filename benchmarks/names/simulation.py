"""How many names does a plan teach for the same minutes, and in how many minutes the same names?

    python benchmarks/names/simulation.py [runs]

A simulated teacher with hidden differences between names practises each day for so many minutes, by
Klasgenoot's plan and by others (`ways.py`), in several worlds of memory (`truths.py`). Ends with 1
when the plan is behind the best fixed setting by more than its standard error anywhere.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from random import Random
from statistics import fmean, pstdev

from truths import TRUTHS
from ways import WAYS, Class

from klasgenoot.domain.plan import AVERAGE

CASES = ((84, 14, 6), (84, 14, 4), (84, 7, 6), (84, 5, 10), (150, 10, 8))
FIXED = ("0.90", "0.95", "0.97")
LEAST, MOST, STEP = 1.0, 12.0, 0.25
"""Minutes a day that are tried for as many names."""
STARVED = 0.5
ENOUGH_RUNS = 200


@dataclass(frozen=True, slots=True)
class Term:
    """How one simulated run ended: names known, the worst of them, minutes used in all."""

    known: float
    starved: int
    minutes: float


@dataclass(frozen=True, slots=True)
class Row:
    """The mean of many runs."""

    known: float
    error: float
    starved: float
    minutes: float


def term(way: str, truth: str, *, case: tuple[int, int, float], seed: int) -> Term:
    """One teacher, one class, from the first day to the deadline."""
    names, days, minutes = case
    lots = Random(seed)
    head = TRUTHS[truth](names, lots)
    school_class = Class(names, days)
    used = 0.0
    for day in range(days):
        left = minutes * 60
        questions = WAYS[way](school_class, day, left)
        who = next(questions, None)
        while who is not None:
            hit = None
            if who in school_class.traces:
                hit = lots.random() < head.chance(who, day=day)
                head.asked(who, day=day, hit=hit)
                seconds = AVERAGE.hit if hit else AVERAGE.miss
            else:
                head.shown(who, day=day)
                seconds = AVERAGE.new
            school_class.keep(who, day=day, hit=hit)
            left, used = left - seconds, used + seconds
            try:
                who = questions.send((left, hit))
            except StopIteration:
                who = None
    chances = [
        head.chance(who, day=days) if who in school_class.traces else 0.0 for who in range(names)
    ]
    starved = sum(chance < STARVED for chance in chances)
    return Term(sum(chances), starved, used / 60)


def row(way: str, truth: str, *, case: tuple[int, int, float], runs: int) -> Row:
    """The same over many teachers."""
    terms = [term(way, truth, case=case, seed=seed) for seed in range(runs)]
    known = [each.known for each in terms]
    return Row(
        fmean(known),
        pstdev(known) / sqrt(runs),
        fmean(each.starved for each in terms),
        fmean(each.minutes for each in terms),
    )


def main(arguments: Sequence[str]) -> int:
    """Prints both tables."""
    runs = int(arguments[0]) if arguments else ENOUGH_RUNS
    behind = [*same_minutes(runs)]
    same_names(max(4, runs // 10))
    for line in behind:
        print(line)
    return 1 if behind else 0


def same_minutes(runs: int) -> Sequence[str]:
    """Names known on the day, per world and case. Gives back where the plan is behind."""
    behind, ahead = [], []
    print(f"Names known on the day, {runs} runs (± standard error; names under 50 %)\n")
    print("| world | names / days / min | " + " | ".join(WAYS) + " |")
    print("|---|---|" + "---|" * len(WAYS))
    for truth in TRUTHS:
        for case in CASES:
            rows = {way: row(way, truth, case=case, runs=runs) for way in WAYS}
            print(f"| {truth} | {' / '.join(map(str, case))} | {_cells(rows)} |", flush=True)
            best = max((rows[way] for way in FIXED), key=lambda each: each.known)
            error = sqrt(best.error**2 + rows["plan"].error ** 2)
            if rows["plan"].known < best.known - error:
                behind.append(f"behind: {truth}, {case}")
            ahead.append(rows["plan"].known - rows["0.90"].known)
    print(f"\nAhead of 0.90 by {fmean(ahead):.1f} names on average.\n")
    if fmean(ahead) < 3:
        behind.append("not three names ahead of 0.90")
    return behind


def same_names(runs: int) -> None:
    """Minutes in all that each way takes, and the plan for as many names as that way teaches."""
    others = [way for way in WAYS if way != "plan"]
    print(f"Names that a way teaches: its minutes in all, then the plan's, {runs} runs\n")
    print("| world | names / days / min | " + " | ".join(others) + " |")
    print("|---|---|" + "---|" * len(others))
    fewer: dict[str, list[float]] = {way: [] for way in others}
    for truth in TRUTHS:
        for case in CASES:
            cells = []
            for way in others:
                aim = row(way, truth, case=case, runs=runs)
                found = _fewest(truth, case=case, aim=aim.known, runs=runs)
                if found:
                    fewer[way].append(1 - found.minutes / aim.minutes)
                took = f"{found.minutes:.0f}" if found else "more"
                cells.append(f"{aim.known:.0f}: {aim.minutes:.0f} → {took}")
            print(
                f"| {truth} | {' / '.join(map(str, case))} | {' | '.join(cells)} |",
                flush=True,
            )
    means = (f"{way} {100 * fmean(parts):.0f} %" for way, parts in fewer.items())
    print(f"\nMinutes that the plan saves on average: {', '.join(means)}.\n")


def _fewest(truth: str, *, case: tuple[int, int, float], aim: float, runs: int) -> Row | None:
    """The plan with the fewest minutes a day that reach an aim, found by halving."""
    low, high = LEAST, MOST
    found = None
    while high - low >= STEP:
        minutes = (low + high) / 2
        got = row("plan", truth, case=(*case[:2], minutes), runs=runs)
        if got.known >= aim:
            found, high = got, minutes
        else:
            low = minutes
    return found


def _cells(rows: dict[str, Row]) -> str:
    return " | ".join(
        f"{each.known:.1f} ± {each.error:.2f}" + (f" ({each.starved:.1f})" if each.starved else "")
        for each in rows.values()
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
