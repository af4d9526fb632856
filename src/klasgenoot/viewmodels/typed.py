"""What was typed in a field: a day as one says it, or a time on the clock."""

import re
from datetime import date, time

from klasgenoot.domain.dates import read_follow_up, read_when
from klasgenoot.domain.errors import Unknown

_CLOCK = re.compile(r"(?P<hour>[0-9]{1,2})(?:[:.hu ]?(?P<minute>[0-9]{2})|[hu]?)", re.IGNORECASE)


def day_in(text: str, *, today: date) -> date:
    """A day: "1 September", "1-9", "next Monday". Without a year the nearest, gone or to come.

    Raises:
        Unknown: that is no day.
    """
    read = (read_when(text, today=today), read_follow_up(text, today=today))
    days = [day for day in read if isinstance(day, date)]
    if not days:
        raise Unknown("day", text)
    return min(days, key=lambda day: abs(day - today))


def clock_in(text: str) -> time:
    """A time: "10:15", "10.15", "1015", "9u30", "9".

    Raises:
        Unknown: that is no time.
    """
    found = _CLOCK.fullmatch(text.strip())
    if found:
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        if hour < 24 and minute < 60:  # noqa: PLR2004 - of a clock
            return time(hour, minute)
    raise Unknown("clock", text)
