"""Which day is "toetsweek", "blok 3" or "na de kerstvakantie"? From the teacher's own calendar.

Without a calendar these words are no dates.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from klasgenoot.domain.periods import Period, first_day_of

_AFTER, _BEFORE = ("na", "after"), ("voor", "before")
_SEASONS = {
    "autumn": "herfst",
    "fall": "herfst",
    "christmas": "kerst",
    "spring": "voorjaars",
    "may": "mei",
    "summer": "zomer",
}
_BREAKS = ("break", "holiday", "holidays")
_FRIDAY = 4


def period_day(words: Sequence[str], *, today: date, periods: Iterable[Period]) -> date | None:
    """The first day of the coming period called so; with "na" or "voor" the working day beside it.

    Returns:
        Of periods that all began, the last; None when there is none of this name.
    """
    words = [word for word in words if word != "in"]
    beside = words[0] if words and words[0] in (*_AFTER, *_BEFORE) else ""
    wanted = words[1:] if beside else words
    days = sorted(
        _beside(period, beside) for period in periods if _is_called(period, wanted, today=today)
    )
    return next((day for day in days if day > today), days[-1] if days else None)


def _beside(period: Period, beside: str) -> date:
    """Where the period begins, or the working day right after or before it."""
    if beside in _AFTER:
        day, step = period.last_on + timedelta(days=1), timedelta(days=1)
    elif beside in _BEFORE:
        day, step = period.first_on - timedelta(days=1), timedelta(days=-1)
    else:
        return period.first_on
    while day.weekday() > _FRIDAY:
        day += step
    return day


def _is_called(period: Period, words: Sequence[str], *, today: date) -> bool:
    names = [" ".join(words)]
    match words:
        case [season, name] if season in _SEASONS and name in _BREAKS:
            names.append(f"{_SEASONS[season]}vakantie")
        case ["break"]:
            names.append("holiday")
    return any(first_day_of(name, (period,), today=today) is not None for name in names if name)
