"""What do all answers so far say? How this teacher remembers, and how many names they knew when."""

from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

from klasgenoot.domain.foresight import Test, Trace, recall, trace_rated
from klasgenoot.domain.memory import Rating
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.plan import AVERAGE, Pace

ENOUGH_ANSWERS = 30
"""From so many answers on the teacher's own seconds count."""

SHOWN_AGAIN = AVERAGE.miss - AVERAGE.hit
"""Seconds that a missed name takes after the answer: it is shown, and asked once more."""


class Rated(NamedTuple):
    """One rated answer: whose face, what it earned, on which practice day (an ordinal)."""

    student_id: StudentId
    rating: Rating
    day: int
    seconds: float = 0.0


def tests_of(answers: Iterable[Rated]) -> tuple[Test, ...]:
    """Each answer about a name with a memory, beside what there was to recall; oldest first."""
    return tuple(test for _, test in _played(answers) if test is not None)


def own_pace(answers: Sequence[Rated]) -> Pace:
    """How long a card takes this teacher, from the answers' own times; else the average.

    Medians, so that a telephone call in the middle of a card counts for nothing.
    """
    hits = [one.seconds for one in answers if one.rating > Rating.AGAIN and one.seconds > 0]
    misses = [one.seconds for one in answers if one.rating is Rating.AGAIN and one.seconds > 0]
    if len(hits) + len(misses) < ENOUGH_ANSWERS:
        return AVERAGE
    hit = median(hits) if hits else AVERAGE.hit
    miss = median(misses) + SHOWN_AGAIN if misses else hit + SHOWN_AGAIN
    return Pace(new=AVERAGE.new, hit=max(1.0, hit), miss=max(1.0, miss))


def known_by_day(
    answers: Iterable[Rated], *, first: int, last: int, factor: float = 1.0
) -> tuple[float, ...]:
    """How many names were there to recall at the end of each day, as a sum of chances.

    Args:
        answers: oldest first.
        first: the first day, an ordinal.
        last: the last day, included.
        factor: see `foresight.own_factor`.
    """
    traces: dict[StudentId, Trace] = {}
    waiting = sorted(answers, key=lambda answer: answer.day)
    place = 0
    known = []
    for day in range(first, last + 1):
        while place < len(waiting) and waiting[place].day <= day:
            one = waiting[place]
            traces[one.student_id] = trace_rated(
                traces.get(one.student_id), rating=one.rating, day=one.day
            )
            place += 1
        known.append(sum(recall(trace, day=day, factor=factor) for trace in traces.values()))
    return tuple(known)


def _played(answers: Iterable[Rated]) -> Iterator[tuple[Rated, Test | None]]:
    traces: dict[StudentId, Trace] = {}
    for one in answers:
        trace = traces.get(one.student_id)
        test = None
        if trace is not None:
            days, hit = max(0, one.day - trace.day), one.rating > Rating.AGAIN
            test = Test(trace.stability, days, hit)
        traces[one.student_id] = trace_rated(trace, rating=one.rating, day=one.day)
        yield one, test
