"""What do all answers so far say? How this teacher remembers, and how many names they knew when."""

from collections import deque
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from klasgenoot.domain.foresight import Trace, Trial, recall, trace_rated
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


def trials_of(answers: Iterable[Rated]) -> tuple[Trial, ...]:
    """Each answer about a name with a memory, beside what there was to recall.

    Args:
        answers: oldest first.
    """
    traces: dict[StudentId, Trace] = {}
    trials = []
    for one in answers:
        trace = traces.get(one.student_id)
        if trace is not None:
            days = max(0, one.day - trace.day)
            trials.append(Trial(trace.stability, days, one.rating > Rating.AGAIN))
        traces[one.student_id] = trace_rated(trace, rating=one.rating, day=one.day)
    return tuple(trials)


def own_pace(answers: Sequence[Rated]) -> Pace:
    """How long a card takes this teacher, from the answers' own times; else the average.

    Medians, so that a telephone call in the middle of a card counts for nothing.
    """
    hits = [one.seconds for one in answers if one.rating > Rating.AGAIN and one.seconds > 0]
    misses = [one.seconds for one in answers if one.rating is Rating.AGAIN and one.seconds > 0]
    if len(hits) + len(misses) < ENOUGH_ANSWERS:
        return AVERAGE
    from statistics import median

    hit = median(hits) if hits else AVERAGE.hit
    miss = median(misses) + SHOWN_AGAIN if misses else hit + SHOWN_AGAIN
    return Pace(new=AVERAGE.new, hit=max(1.0, hit), miss=max(1.0, miss))


def known_by_day(
    answers: Iterable[Rated], *, first: int, last: int, factor: float = 1.0
) -> tuple[float, ...]:
    """How many names could be recalled on each day before practising, as a sum of chances.

    On the last day what was practised on it counts as well: that is how many there are now.

    Args:
        answers: oldest first.
        first: the first day, an ordinal.
        last: the last day, included.
        factor: see `foresight.own_factor`.
    """
    traces: dict[StudentId, Trace] = {}
    waiting = deque(sorted(answers, key=lambda answer: answer.day))
    known = []
    for day in range(first, last + 1):
        while waiting and waiting[0].day < day + (day == last):
            one = waiting.popleft()
            before = traces.get(one.student_id)
            traces[one.student_id] = trace_rated(before, rating=one.rating, day=one.day)
        known.append(sum(recall(trace, day=day, factor=factor) for trace in traces.values()))
    return tuple(known)
