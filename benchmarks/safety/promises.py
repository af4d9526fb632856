"""How does a script of this folder say what it found? One line for each promise, which a table reads.

A script asks a question in its first line, takes `--quick` for a short form, prints its figures,
and ends with 0 when every promise holds and with 1 otherwise. What it promised it says with `tell`;
what it could not try here, and why, with `left_out`. Both are read by `table.py`.
"""

from dataclasses import dataclass

MARK = "::"
"""Begins a line that is meant for the table."""
QUICK = "--quick"


@dataclass(frozen=True, slots=True)
class Promise:
    """One row of the table.

    Attributes:
        what: what was tried, with how often.
        figure: what came of it.
        target: what it should come to.
        holds: whether it does; None where it could not be tried.
    """

    what: str
    figure: str
    target: str
    holds: bool | None

    @property
    def verdict(self) -> str:
        """As the table says it."""
        return "left out" if self.holds is None else "holds" if self.holds else "BROKEN"


def tell(*promises: Promise) -> int:
    """Says them, and answers with what the script ends with."""
    for each in promises:
        cells = (each.verdict, each.what, each.figure, each.target)
        print(f"{MARK} {' | '.join(cells)}", flush=True)
    return int(any(each.holds is False for each in promises))


def none_of(what: str, found: int, tried: int) -> Promise:
    """A promise that something never happens."""
    return Promise(what, f"{found:,} of {tried:,}", "0", found == 0 < tried)


def all_of(what: str, found: int, tried: int) -> Promise:
    """A promise that something always happens."""
    return Promise(what, f"{found:,} of {tried:,}", "all", found == tried > 0)


def at_most(what: str, value: float, limit: float, unit: str) -> Promise:
    """A promise about a time or a size."""
    return Promise(what, f"{value:,.3g} {unit}", f"≤ {limit:g} {unit}", value <= limit)


def left_out(what: str, why: str) -> Promise:
    """A promise that cannot be tried here."""
    return Promise(what, why, "", None)


def told(line: str) -> Promise | None:
    """A promise from a line that a script printed; None for any other line."""
    if not line.startswith(f"{MARK} "):
        return None
    verdict, what, figure, target = line.removeprefix(f"{MARK} ").rstrip("\n").split(" | ")
    return Promise(what, figure, target, {"holds": True, "BROKEN": False}.get(verdict))


def times(words: list[str], *, full: int, quick: int) -> int:
    """How often to try: a number that was given, else the short or the full form."""
    numbers = [int(word) for word in words if word.isdecimal()]
    return numbers[0] if numbers else quick if QUICK in words else full
