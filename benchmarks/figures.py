"""What is measured? A figure beside its yardstick, and how both are taken.

A benchmark is a file with one function, `measure() -> Iterator[Figure]`. Times on a shared machine
say little by themselves: what counts is the ratio to a yardstick that ran in turn with ours.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import TypeVar

from klasgenoot.app.garbage import set_aside

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One row of the table.

    Attributes:
        what: what was measured.
        size: on how much, such as "120 students".
        ours: what it came to, a median, in `unit`; None if it could not be measured.
        yardstick: what the bare cost of the same came to, a median, in `unit`; None without one.
        beside: what the yardstick is.
        unit: "ms" or "MB".
        budget: what it should stay within, such as "≤ 2.0 ×" or "≤ 16 ms"; empty if none is set.
    """

    what: str
    size: str
    ours: float | None
    yardstick: float | None = None
    beside: str = ""
    unit: str = "ms"
    budget: str = ""

    @property
    def ratio(self) -> float | None:
        """Ours as a multiple of the yardstick."""
        return self.ours / self.yardstick if self.ours and self.yardstick else None


def left_out(what: str, why: str) -> Figure:
    """A row that says why there is no figure."""
    return Figure(what=what, size="left out", ours=None, beside=why)


def in_turn(works: Mapping[str, Callable[[], T]], *, rounds: int) -> dict[str, list[T]]:
    """Does each work once per round, in turn, so that what disturbs one disturbs all.

    Returns:
        What each work gave back in each round.
    """
    answers: dict[str, list[T]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            answers[name].append(work())
    return answers


def timed(work: Callable[[], object]) -> float:
    """How many milliseconds a work takes, with garbage looked for as in the app."""
    set_aside()
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def medians(works: Mapping[str, Callable[[], object]], *, rounds: int) -> dict[str, float]:
    """The median time of each work in milliseconds, taken in turn."""
    timing = {name: _timing(work) for name, work in works.items()}
    return {name: median(times) for name, times in in_turn(timing, rounds=rounds).items()}


def _timing(work: Callable[[], object]) -> Callable[[], float]:
    return lambda: timed(work)


def lines(figures: Iterable[Figure]) -> Iterator[str]:
    """The table as text (it is Markdown, too), line by line as the figures come."""
    yield _line(("what", "size", "ours", "yardstick", "ratio", "budget", "the yardstick is"))
    yield _line(tuple("-" * width for width in _WIDTHS))
    for figure in figures:
        ratio, yardstick = figure.ratio, figure.yardstick
        yield _line(
            (
                figure.what,
                figure.size,
                _shown(figure.ours, figure.unit),
                _shown(yardstick, figure.unit),
                "" if ratio is None else f"{ratio:.2f} ×",
                figure.budget,
                figure.beside,
            )
        )


_WIDTHS = (38, 14, 11, 11, 8, 9, 44)
_TO_THE_RIGHT = frozenset({2, 3, 4})
"""Columns of numbers."""


def _line(cells: tuple[str, ...]) -> str:
    padded = (
        cell.rjust(width) if place in _TO_THE_RIGHT else cell.ljust(width)
        for place, (cell, width) in enumerate(zip(cells, _WIDTHS, strict=True))
    )
    return f"| {' | '.join(padded)} |"


def _shown(value: float | None, unit: str) -> str:
    """A value with three digits that count."""
    if value is None:
        return ""
    return f"{value:.{2 if value < 10 else 1 if value < 100 else 0}f} {unit}"
