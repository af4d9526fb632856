"""When is the exam week, when does block 3 begin? The stretches of a year that have a name.

They come from the teacher's own calendar; without one these words are no dates.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from klasgenoot.domain.names import fold_words

_SAME = (
    ("toetsweek", ("tentamenweek", "examenweek", "toets week", "exam week", "test week")),
    ("herfstvakantie", ("autumn break", "autumn holiday", "fall break", "herfst vakantie")),
    ("kerstvakantie", ("christmas break", "christmas holiday", "kerst vakantie")),
    ("voorjaarsvakantie", ("spring break", "spring holiday", "krokusvakantie")),
    ("meivakantie", ("may break", "may holiday")),
    ("zomervakantie", ("summer break", "summer holiday")),
    ("vakantie", ("break", "holiday", "lesvrije week")),
    ("blok", ("block", "onderwijsblok")),
    ("periode", ("period",)),
    ("kwartaal", ("quarter",)),
    ("semester", ("term",)),
)
"""What one calls a stretch, and what others call it."""
_AFTER, _BEFORE = ("na", "after"), ("voor", "before")
_FRIDAY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of days with a name: a block, a holiday, an exam week.

    Attributes:
        name: as the teacher's calendar has it.
        first: its first day.
        last: its last day.
    """

    name: str
    first: date
    last: date


def period_day(words: Sequence[str], *, today: date, periods: Iterable[Period]) -> date | None:
    """The first day of the coming stretch called so; with "na" or "voor" the working day beside it.

    Returns:
        Of stretches that all began, the last; None when there is none of this name.
    """
    words = [word for word in words if word != "in"]
    beside = words[0] if words and words[0] in (*_AFTER, *_BEFORE) else ""
    wanted = _plain(" ".join(words[1:] if beside else words))
    days = sorted(
        _beside(period, beside) for period in periods if wanted and _is_called(period.name, wanted)
    )
    return next((day for day in days if day > today), days[-1] if days else None)


def _beside(period: Period, beside: str) -> date:
    """Where the stretch begins, or the working day right after or before it."""
    if beside in _AFTER:
        day, step = period.last + timedelta(days=1), timedelta(days=1)
    elif beside in _BEFORE:
        day, step = period.first - timedelta(days=1), timedelta(days=-1)
    else:
        return period.first
    while day.weekday() > _FRIDAY:
        day += step
    return day


def _is_called(name: str, wanted: str) -> bool:
    """Whether a stretch is meant: "toetsweek" is "Toetsweek blok 2", "vakantie" any holiday."""
    plain = _plain(name)
    return f"{plain} ".startswith(f"{wanted} ") or (
        wanted == "vakantie" and plain.split()[0].endswith(wanted)
    )


def _plain(name: str) -> str:
    """The name as it is compared, in the first of the words for the same."""
    plain = f" {fold_words(name)} "
    for word, others in _SAME:
        for other in others:
            plain = plain.replace(f" {other} ", f" {word} ")
    return " ".join(plain.split())
