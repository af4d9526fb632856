"""When are there no lessons, and which block is it? Holidays, exam weeks and blocks."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NewType

from klasgenoot.domain.names import fold_words
from klasgenoot.domain.weeks import monday_of

PeriodId = NewType("PeriodId", int)

_DAY = timedelta(days=1)
SCHOOL_DAYS = 5
"""From Monday to Friday."""


class PeriodKind(StrEnum):
    """What a period is; in the first two there are no lessons."""

    HOLIDAY = "holiday"
    EXAMS = "exams"
    BLOCK = "block"


LESSON_FREE = frozenset({PeriodKind.HOLIDAY, PeriodKind.EXAMS})

_CALLED = {
    PeriodKind.HOLIDAY: frozenset({"vakantie", "holiday", "holidays"}),
    PeriodKind.EXAMS: frozenset(
        {
            "toetsweek", "toetsweken", "toetsperiode", "tentamenweek", "tentamenweken",
            "tentamens", "toetsen", "exam week", "exam weeks", "exams", "test week",
        }
    ),
    PeriodKind.BLOCK: frozenset[str](),
}  # fmt: skip
"""What any period of a kind is called, folded; each answers to its own name as well."""

_SAME_WORD = {"blok": "block", "periode": "block", "period": "block", "term": "block"}
"""What schools call a block, so that "blok 3" finds "Periode 3"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days in a row that go by a name. The last day is in it."""

    id: PeriodId
    kind: PeriodKind
    name: str
    first_on: date
    last_on: date

    def has(self, day: date) -> bool:
        """Whether a day falls in it."""
        return self.first_on <= day <= self.last_on


@dataclass(frozen=True, slots=True)
class LessonWeek:
    """Which week with lessons of a block it is, the first being 1."""

    block: str
    number: int


class LessonFree:
    """The days without lessons, to be asked many times.

    Args:
        periods: all periods; those with lessons are passed over.
    """

    def __init__(self, periods: Iterable[Period]) -> None:
        self._spans = tuple(_merged(period for period in periods if period.kind in LESSON_FREE))
        self._ends = tuple(last for _, last in self._spans)

    def __bool__(self) -> bool:
        return bool(self._spans)

    def has(self, day: date) -> bool:
        """Whether there are no lessons on a day."""
        at = bisect_left(self._ends, day)
        return at < len(self._spans) and self._spans[at][0] <= day

    def has_week(self, monday: date) -> bool:
        """Whether there is no day with lessons from a Monday to the Friday after it."""
        return all(self.has(monday + timedelta(days=each)) for each in range(SCHOOL_DAYS))

    def days(self, *, after: date, until: date) -> int:
        """How many days without lessons lie behind the one and up to and including the other.

        So many days do not count between a contact (`after`) and now (`until`).
        """
        at, total = bisect_left(self._ends, after + _DAY), 0
        for first, last in self._spans[at:]:
            if first > until:
                break
            total += max(0, (min(last, until) - max(first, after + _DAY)).days + 1)
        return total


def lesson_week(periods: Sequence[Period], day: date) -> LessonWeek | None:
    """Which week of its block a day falls in; None outside a block and in a week without lessons.

    Weeks from Monday to Friday without a single day of lessons are passed over, and so are those
    days of the first week that lie before the block.
    """
    block = block_on(periods, day)
    if block is None:
        return None
    free, number = LessonFree(periods), 0
    monday, this = monday_of(block.first_on), monday_of(day)
    while monday <= this:
        counts = any(
            block.has(each) and not free.has(each)
            for each in (monday + timedelta(days=n) for n in range(SCHOOL_DAYS))
        )
        number += counts
        if monday == this:
            return LessonWeek(block.name, number) if counts else None
        monday += timedelta(weeks=1)
    return None


def block_on(periods: Iterable[Period], day: date) -> Period | None:
    """The block a day falls in; of two, the one that began last."""
    found = [each for each in periods if each.kind is PeriodKind.BLOCK and each.has(day)]
    return max(found, key=lambda each: (each.first_on, each.id), default=None)


def free_on(periods: Iterable[Period], day: date) -> Period | None:
    """The holiday or exam weeks a day falls in; a holiday before exam weeks."""
    found = [each for each in periods if each.kind in LESSON_FREE and each.has(day)]
    return min(found, key=lambda each: (each.kind is PeriodKind.EXAMS, each.id), default=None)


def first_day_of(words: str, periods: Iterable[Period], *, today: date) -> date | None:
    """The first day of what the words name: "toetsweek", "blok 3", "herfstvakantie".

    Returns:
        The nearest such day after `today`; where all are past, the latest, so that the teacher can
        be told that it is; None when the calendar knows nothing by that name.
    """
    asked = _same_words(words)
    days = sorted({each.first_on for each in periods if asked in _names_of(each)})
    return next((day for day in days if day > today), days[-1] if days else None)


def day_words(periods: Iterable[Period]) -> frozenset[str]:
    """All that `first_day_of` knows of these periods, folded."""
    return frozenset(name for each in periods for name in _names_of(each))


def _names_of(period: Period) -> frozenset[str]:
    return _CALLED[period.kind] | {_same_words(period.name)}


def _same_words(words: str) -> str:
    return " ".join(_SAME_WORD.get(word, word) for word in fold_words(words).split())


def _merged(periods: Iterable[Period]) -> Iterator[tuple[date, date]]:
    """The days they cover, as spans that do not touch, in order."""
    spans = sorted((each.first_on, each.last_on) for each in periods)
    current: tuple[date, date] | None = None
    for first, last in spans:
        if current is None:
            current = first, last
        elif first <= current[1] + _DAY:
            current = current[0], max(current[1], last)
        else:
            yield current
            current = first, last
    if current:
        yield current
