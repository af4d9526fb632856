"""On which days does something come back? The repeat rules of calendar files (RRULE, RFC 5545).

Day by day over some years at most: slower than a clever way, and simple enough to be right.
"""

import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta

LONGEST = timedelta(days=740)
"""A rule is followed this far from its first time, and from the day it is."""
BACK = timedelta(days=400)
"""Of a rule that began long ago, what is further back than this is not wanted."""
OLDEST = timedelta(days=15 * 366)
"""A rule that began longer ago is not followed to this day: no timetable has one."""
MOST = 800
_LONGEST_NUMBER = 9
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_KNOWN = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "WKST"})


class OddRule(ValueError):  # noqa: N818 - it is the file's, not an error of ours
    """A rule of a kind that no timetable has."""


def repeats(
    rule: str,
    start: datetime,
    *,
    until_of: Callable[[str], datetime | None],
    today: date | None = None,
) -> list[datetime]:
    """Every time that something which begins at `start` happens, the first one with it.

    What began years ago goes on: it is followed to two years from today. Only the newest times are
    given then, and the first.

    Args:
        rule: the value of the RRULE.
        start: the first time.
        until_of: what the UNTIL of the rule means, on the clock of `start`.
        today: the day it is; without it a rule is followed from its first time only.

    Raises:
        OddRule: the rule says something that is not understood.
    """
    said = _said(rule)
    last, since = _span(start, today)
    if "UNTIL" in said:
        until = until_of(said["UNTIL"])
        if until is None:
            raise OddRule(rule)
        last = min(last, until)
    left = _number(said, "COUNT", OLDEST.days) - 1
    fits = _rule(said, start)
    found: deque[datetime] = deque(maxlen=MOST - 1)
    day = start
    while left > 0:
        day += timedelta(days=1)
        if day > last:
            break
        if fits(day.date()):
            left -= 1
            if day.date() >= since:
                found.append(day)
    return [start, *found]  # the first time counts, whether it fits the rule or not


def _span(start: datetime, today: date | None) -> tuple[datetime, date]:
    """How far a rule is followed, and from which day on its times are wanted."""
    if today is None or not timedelta() < today - start.date() <= OLDEST:
        return start + LONGEST, date.min
    return start + (today - start.date()) + LONGEST, today - BACK


def _said(rule: str) -> dict[str, str]:
    pairs = [part.partition("=") for part in rule.upper().strip().split(";") if part]
    said = {name: value for name, _, value in pairs}
    if not said.keys() <= _KNOWN:
        raise OddRule(rule)
    return said


def _number(said: Mapping[str, str], name: str, default: int) -> int:
    text = said.get(name, str(default))
    if not (text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER) or not int(text):
        raise OddRule(text)
    return int(text)


def _rule(said: Mapping[str, str], start: datetime) -> Callable[[date], bool]:
    """Whether a day is one of the rule's."""
    interval, begin = _number(said, "INTERVAL", 1), start.date()
    by_day = list(_by_day(said.get("BYDAY", "")))
    month_days = list(_figures(said.get("BYMONTHDAY", "")))
    months = frozenset(_figures(said.get("BYMONTH", "")))
    weekdays = frozenset(day for _, day in by_day)
    week_starts = _DAYS.index(said.get("WKST", "MO")) if said.get("WKST", "MO") in _DAYS else 0

    def in_months(day: date) -> bool:
        return not months or day.month in months

    def daily(day: date) -> bool:
        return (
            (day - begin).days % interval == 0
            and in_months(day)
            and (not weekdays or day.weekday() in weekdays)
            and (not month_days or _is_month_day(day, month_days))
        )

    def weekly(day: date) -> bool:
        weeks = (_week(day, week_starts) - _week(begin, week_starts)).days // 7
        wanted = weekdays or {begin.weekday()}
        return weeks % interval == 0 and day.weekday() in wanted and in_months(day)

    def of_month(day: date) -> bool:
        if month_days and not _is_month_day(day, month_days):
            return False
        if by_day:
            return any(_is_nth(day, nth, weekday) for nth, weekday in by_day)
        return bool(month_days) or day.day == begin.day

    def monthly(day: date) -> bool:
        apart = (day.year - begin.year) * 12 + day.month - begin.month
        return apart % interval == 0 and in_months(day) and of_month(day)

    def yearly(day: date) -> bool:
        right_month = day.month in months if months else day.month == begin.month
        return (day.year - begin.year) % interval == 0 and right_month and of_month(day)

    known = {"DAILY": daily, "WEEKLY": weekly, "MONTHLY": monthly, "YEARLY": yearly}
    if said.get("FREQ") not in known:
        raise OddRule(said.get("FREQ", ""))
    return known[said["FREQ"]]


def _by_day(text: str) -> Iterator[tuple[int, int]]:
    """Weekdays, each with which of its month it is; 0 for every one."""
    for part in filter(None, text.split(",")):
        found = _BY_DAY.fullmatch(part.strip())
        if found is None:
            raise OddRule(text)
        yield int(found[1] or 0), _DAYS.index(found[2])


def _figures(text: str) -> Iterator[int]:
    for part in filter(None, text.split(",")):
        if not re.fullmatch(r"[+-]?\d{1,2}", part.strip()):
            raise OddRule(text)
        yield int(part)


def _is_month_day(day: date, wanted: list[int]) -> bool:
    return day.day in wanted or day.day - _length(day) - 1 in wanted


def _is_nth(day: date, nth: int, weekday: int) -> bool:
    """Whether a day is the nth such weekday of its month, from the end where that is negative."""
    if day.weekday() != weekday:
        return False
    from_begin, from_end = (day.day - 1) // 7 + 1, -((_length(day) - day.day) // 7 + 1)
    return nth in (0, from_begin, from_end)


def _length(day: date) -> int:
    following = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    return (following - timedelta(days=1)).day


def _week(day: date, starts: int) -> date:
    return day - timedelta(days=(day.weekday() - starts) % 7)
