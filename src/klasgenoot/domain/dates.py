"""Which day is meant? The few ways a teacher writes a date, in Dutch and in English.

No general date library: those miss "over twee weken" and find days in plain words like zo and mei.
What is read here is a whole phrase or nothing, and the caller knows which way it must point.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from klasgenoot.domain.date_periods import period_day
from klasgenoot.domain.date_words import (
    ALL_DAYS,
    COMING,
    EDGES,
    FULL_DAYS,
    MONTHS,
    NEAR_DAYS,
    NEXT,
    NUMBERS,
    PAST,
    THIS,
    UNITS,
    WEEK_SHIFTS,
    WITHIN,
    is_number,
    split_words,
)
from klasgenoot.domain.periods import Period


class BadDate(StrEnum):
    """Why a phrase that looks like a date is not one."""

    IMPOSSIBLE = "impossible"
    """There is no such day: 31-2, week 60, a Tuesday that is a Monday, the year 9999."""
    WRONG_WAY = "wrong_way"
    """The day is past where one ahead is needed, or the other way round."""


_DAY_MONTH = re.compile(r"(?P<d>[0-9]{1,2})([-/])(?P<m>[0-9]{1,2})(?:\2(?P<y>[0-9]{2}|[0-9]{4}))?")
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")

_AHEAD, _BACK = 1, -1
_JUST_GONE = 31
"""A day without a year that lies this many days on the wrong side is a slip, not next year."""
_A_YEAR = 366
_FARTHEST = timedelta(days=36_525)
"""A day more than a century off is a slip of a key."""
_FRIDAY = 4


@dataclass(frozen=True, slots=True)
class _Asked:
    """One phrase to read: where we stand, which way it should point, which day names count."""

    words: tuple[str, ...]
    today: date
    way: int
    days: Mapping[str, int]
    periods: Sequence[Period] = ()


def read_follow_up(
    words: str | Sequence[str], *, today: date, periods: Sequence[Period] = ()
) -> date | BadDate | None:
    """The day a follow-up is due: always after `today`.

    Args:
        words: what stands after the lead word ("terug", "back", ">"), whole; case does not matter.
        today: the day the line is written.
        periods: the blocks, holidays and exam weeks of the teacher's calendar.

    Returns:
        The day; a `BadDate` when the words are a date that cannot be or is not ahead; None when
        they are no date at all.
    """
    asked = _Asked(tuple(split_words(words)), today, _AHEAD, ALL_DAYS, periods)
    day = _read(asked, (*_BOTH_WAYS, _week, _distance, _edge_of, _period))
    return BadDate.WRONG_WAY if isinstance(day, date) and day <= today else day


def read_when(words: str | Sequence[str], *, today: date) -> date | BadDate | None:
    """The day a contact happened: `today` or before.

    Day names look back and must be written in full; weeks and amounts of time ahead are not read.
    Arguments and result are as in `read_follow_up`.
    """
    asked = _Asked(tuple(split_words(words)), today, _BACK, FULL_DAYS)
    day = _read(asked, (*_BOTH_WAYS, _ago))
    return BadDate.WRONG_WAY if isinstance(day, date) and day > today else day


def _read(
    asked: _Asked, readers: Sequence[Callable[[_Asked], date | None]]
) -> date | BadDate | None:
    """What the first reader that knows the phrase makes of it."""
    try:
        day = next((day for reader in readers if (day := reader(asked))), None)
    except (ValueError, OverflowError):  # how datetime says that there is no such day
        return BadDate.IMPOSSIBLE
    is_far = day is not None and abs(day - asked.today) > _FARTHEST
    return BadDate.IMPOSSIBLE if is_far else day


def _near(asked: _Asked) -> date | None:
    """Morgen, eergisteren, day after tomorrow."""
    shift = NEAR_DAYS.get(" ".join(asked.words))
    return None if shift is None else asked.today + timedelta(days=shift)


def _weekday(asked: _Asked) -> date | None:
    """Vr, a.s. vrijdag, afgelopen dinsdag, last Thursday."""
    match asked.words:
        case [lead, name] if lead in THIS:
            way = asked.way
        case [lead, name] if lead in COMING:
            way = _AHEAD
        case [lead, name] if lead in PAST:
            way = _BACK
        case [name]:
            way = asked.way
        case _:
            return None
    return _nearest_such_day(asked.today, asked.days[name], way=way) if name in asked.days else None


def _day_of_other_week(asked: _Asked) -> date | None:
    """Volgende week dinsdag, next Tuesday, dinsdag volgende week; volgende week is its Monday."""
    days = asked.days
    match asked.words:
        case [this, "week", name] | [name, this, "week"] if this in THIS and name in days:
            return _day_of_week(asked.today, weeks=0, day=days[name])
        case [shift, "week", name] | [name, shift, "week"] if shift in WEEK_SHIFTS and name in days:
            return _day_of_week(asked.today, weeks=WEEK_SHIFTS[shift], day=days[name])
        case [shift, name] if shift in NEXT and name in days:
            return _day_of_week(asked.today, weeks=1, day=days[name])
        case [shift, "week"] if shift in NEXT and asked.way == _AHEAD:
            return _day_of_week(asked.today, weeks=1, day=0)
        case _:
            return None


def _nearest_such_day(today: date, day: int, *, way: int) -> date:
    """The nearest such weekday, one to seven days off in the way asked."""
    return today + timedelta(days=way * (((day - today.weekday()) * way - 1) % 7 + 1))


def _day_of_week(today: date, *, weeks: int, day: int) -> date:
    """A weekday (Monday is 0) of the week that lies so many weeks from this one."""
    return today + timedelta(weeks=weeks, days=day - today.weekday())


def _calendar_day(asked: _Asked) -> date | None:
    """24-11, 24/11/2025, 2025-11-24, 24 november, Nov 24; with or without the weekday before it."""
    words = asked.words
    weekday = asked.days.get(words[0]) if len(words) > 1 else None
    day = _dated(asked, words if weekday is None else words[1:])
    if day and weekday is not None and day.weekday() != weekday:
        raise ValueError
    return day


def _dated(asked: _Asked, words: Sequence[str]) -> date | None:
    """A date without the weekday before it. "Nov 24" only looks ahead: "Jan 3 ..." may be a Jan."""
    match list(words):
        case [written]:
            return _in_figures(asked, written)
        case [month, day, *years] if month in MONTHS and asked.way == _AHEAD:
            pass
        case [day, month, *years] if month in MONTHS:
            pass
        case _:
            return None
    if not all(map(is_number, (day, *years))) or len(years) > 1:
        return None
    return _in_year(asked, day=int(day), month=MONTHS[month], year=years[0] if years else None)


def _in_figures(asked: _Asked, written: str) -> date | None:
    if iso := _ISO_DATE.fullmatch(written):
        return date(*map(int, iso.groups()))
    if parts := _DAY_MONTH.fullmatch(written):
        return _in_year(asked, day=int(parts["d"]), month=int(parts["m"]), year=parts["y"])
    return None


def _in_year(asked: _Asked, *, day: int, month: int, year: str | None) -> date:
    if year is None:
        return _nearest(asked, lambda year: date(year, month, day))
    return date(int(year) if len(year) == len("2026") else 2000 + int(year), month, day)


def _week(asked: _Asked) -> date | None:
    """Week 48, in wk 48 (its Monday), week 48 dinsdag, vr wk 48; ISO weeks."""
    match [word for word in asked.words if word != "in"]:
        case ["week" | "wk", number] if is_number(number):
            day = 0
        case ["week" | "wk", number, name] | [name, "week" | "wk", number] if (
            is_number(number) and name in asked.days
        ):
            day = asked.days[name]
        case _:
            return None
    return _nearest(asked, lambda year: date.fromisocalendar(year, int(number), day + 1))


def _nearest(asked: _Asked, day_in: Callable[[int], date]) -> date:
    """The year that fits a day without one: the coming (or last) twelve months.

    A day of the month just gone stays where it is, so that a slip shows instead of turning into a
    promise for next year.
    """
    fitting: dict[int, date] = {}
    for year in range(asked.today.year - 1, asked.today.year + 2):
        with suppress(ValueError):
            day = day_in(year)
            distance = (day - asked.today).days * asked.way
            if -_JUST_GONE <= distance <= _A_YEAR:
                fitting[distance] = day
    if not fitting:
        raise ValueError
    return fitting[min(fitting)]


def _distance(asked: _Asked) -> date | None:
    """Over twee weken, in two weeks, 2w, 3d, 5b (working days), over een maand."""
    words = asked.words[1:] if asked.words and asked.words[0] in WITHIN else asked.words
    return _shifted(asked.today, words, way=_AHEAD)


def _ago(asked: _Asked) -> date | None:
    """Twee dagen geleden, 2 days ago."""
    *words, last = asked.words or ("",)
    return _shifted(asked.today, words, way=_BACK) if last in ("geleden", "ago") else None


def _shifted(today: date, words: Sequence[str], *, way: int) -> date | None:
    amount, unit = (words[0], UNITS.get(" ".join(words[1:]))) if words else ("", None)
    if unit is None or not (amount in NUMBERS or is_number(amount)):
        return None
    count = way * (NUMBERS.get(amount) or int(amount))
    match unit:
        case "working day":
            return _working_days_from(today, count)
        case "month":
            return _months_from(today, count)
        case _:
            return today + timedelta(days=count * (7 if unit == "week" else 1))


def _working_days_from(today: date, count: int) -> date:
    day, step = today, timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while day.weekday() > _FRIDAY:
            day += step
    return day


def _months_from(today: date, count: int) -> date:
    """The same day so many months off, or the last day of a shorter month."""
    year, month = divmod(today.year * 12 + today.month - 1 + count, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _edge_of(asked: _Asked) -> date | None:
    """Eind van de maand, end of November, begin volgende week, volgende maand: a working day."""
    edge, *rest = [word for word in asked.words if word not in THIS] or [""]
    if edge in NEXT and rest in (["maand"], ["month"]):
        edge, rest = "begin", [edge, *rest]
    at_end = EDGES.get(edge)
    if at_end is None:
        return None
    if first := _first_of_month(asked.today, rest):
        return _last_working_day(first) if at_end else _working_day_from(first)
    match rest:
        case ["week"]:
            weeks = 0
        case [shift, "week"] if shift in NEXT:
            weeks = 1
        case _:
            return None
    return _day_of_week(asked.today, weeks=weeks, day=_FRIDAY if at_end else 0)


def _first_of_month(today: date, words: Sequence[str]) -> date | None:
    """The first day of maand, volgende maand, november; of months the one that did not end."""
    match words:
        case ["maand" | "month"]:
            return today.replace(day=1)
        case [shift, "maand" | "month"] if shift in NEXT:
            return _months_from(today.replace(day=1), 1)
        case [name] if name in MONTHS:
            return date(today.year + (MONTHS[name] < today.month), MONTHS[name], 1)
        case _:
            return None


def _last_working_day(first: date) -> date:
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return last - timedelta(days=max(0, last.weekday() - _FRIDAY))


def _working_day_from(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7 if day.weekday() > _FRIDAY else 0)


def _period(asked: _Asked) -> date | None:
    """Toetsweek, blok 3, na de herfstvakantie: from the teacher's calendar."""
    return period_day(asked.words, today=asked.today, periods=asked.periods)


_BOTH_WAYS = (_near, _weekday, _day_of_other_week, _calendar_day)
