"""Which day and hour does a calendar file mean, on Dutch clocks?

Without a database of time zones: this is read where no file can be opened. A time in a zone whose
winter time differs from ours is moved by that difference, which is right wherever clocks change on
the European days; a time in UTC follows the European rule itself.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from klasgenoot.exchange.ics_lines import Component, Property

_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MOMENT = re.compile(r"(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?(Z?)")
_OFFSET = re.compile(r"([+-])(\d{2})(\d{2})")
_DURATION = re.compile(
    r"\+?P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,5})S)?)?"
)
YEARS = range(1900, 2201)
"""What lies further off is no moment of a timetable, and could not be moved by a day or an hour."""
FOREVER = "22001231"
"""The last day there is, as a file writes it: what ends later has no end."""
_OURS = timedelta(hours=1)
"""Dutch winter time, east of Greenwich."""
_AHEAD_OF_US = {
    "utc": None,
    "etc/utc": None,
    "gmt": None,
    "europe/london": timedelta(hours=1),
    "europe/lisbon": timedelta(hours=1),
    "gmt standard time": timedelta(hours=1),
}
"""How much later our clocks are, for zones that a file names without saying what they are."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a day and a time, as the file has it.

    Attributes:
        at: on the clock of its own zone; midnight for a whole day.
        is_day: whether it is a whole day.
        shift: what brings it to Dutch clocks; None for a time in UTC.
    """

    at: datetime
    is_day: bool = False
    shift: timedelta | None = timedelta()

    def local(self, at: datetime | None = None) -> datetime:
        """This moment on Dutch clocks, or another one of its series."""
        moment = self.at if at is None else at
        return moment + (summer_shift(moment) if self.shift is None else self.shift)


class Zones:
    """The time zones that a file explains itself."""

    def __init__(self, calendars: Iterable[Component]) -> None:
        self._shifts: dict[str, timedelta] = {}
        for calendar in calendars:
            for zone in calendar.parts("VTIMEZONE"):
                offsets = [
                    offset
                    for each in zone.parts("STANDARD")
                    if (offset := _offset(each.text("TZOFFSETTO"))) is not None
                ]
                if offsets:
                    self._shifts[zone.text("TZID").casefold()] = _OURS - offsets[-1]

    def moment(self, found: Property, value: str = "") -> Moment | None:
        """What a property says; None where that is no moment.

        Args:
            found: the property.
            value: one of its values, where it has several.
        """
        value = (value or found.value).strip()
        if value[:4].isdecimal() and int(value[:4]) not in YEARS:
            return None
        try:
            if day := _DAY.fullmatch(value):
                year, month, number = map(int, day.groups())
                return Moment(datetime.combine(date(year, month, number), time()), is_day=True)
            if moment := _MOMENT.fullmatch(value):
                *figures, zulu = moment.groups()
                year, month, number, hour, minute, second = (int(each or 0) for each in figures)
                at = datetime.combine(date(year, month, number), time(hour, minute, second))
                return Moment(at, shift=None if zulu else self._shift(found))
        except (ValueError, OverflowError):  # there is no such day
            return None
        return None

    def _shift(self, found: Property) -> timedelta | None:
        zone = found.parameters.get("TZID", "").casefold()
        if zone in self._shifts:
            return self._shifts[zone]
        return _AHEAD_OF_US.get(zone, timedelta())


def duration(value: str) -> timedelta | None:
    """A length of time: "PT1H45M", "P1D"; None where it is none."""
    found = _DURATION.fullmatch(value.strip())
    if found is None or not any(found.groups()):
        return None
    weeks, days, hours, minutes, seconds = (int(each or 0) for each in found.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def summer_shift(moment: datetime) -> timedelta:
    """How much later Dutch clocks are than UTC at a moment in UTC."""
    begins, ends = (_last_sunday(moment.year, month) for month in (3, 10))
    return _OURS * (2 if begins <= moment < ends else 1)


def _last_sunday(year: int, month: int) -> datetime:
    """One o'clock UTC on the last Sunday of March or October, when European clocks change."""
    last = date(year, month, 31)
    return datetime.combine(last - timedelta(days=(last.weekday() + 1) % 7), time(1))


def _offset(text: str) -> timedelta | None:
    found = _OFFSET.match(text)
    if found is None:
        return None
    size = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return -size if found[1] == "-" else size
