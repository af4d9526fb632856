"""Reads a timetable (.ics): every time that something in it happens, on Dutch clocks.

As Untis, xedule, TimeEdit, MyTimetable, Outlook, Google and Apple write it: series with exceptions
and moved times, whole days, time zones of their own. Decision record 0029 says why it is our own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import NamedTuple, TypedDict

from klasgenoot.domain.errors import TooLarge, UnreadableList
from klasgenoot.domain.names import tidy
from klasgenoot.domain.timetable import Happening, Timetable, once
from klasgenoot.exchange.ics_lines import Component, read_components
from klasgenoot.exchange.ics_repeats import OddRule, repeats
from klasgenoot.exchange.ics_times import FOREVER, Moment, Zones, duration

MAX_HAPPENINGS = 20_000
LONGEST_TITLE, LONGEST_DETAIL, LONGEST_UID = 200, 500, 400
_A_DAY = timedelta(days=1)


class _Series(NamedTuple):
    """What the events of a file say of each other.

    Attributes:
        moved: times of a series that an event of their own stands for.
        titles: what each series is called, by its UID.
    """

    moved: frozenset[tuple[str, datetime]]
    titles: Mapping[str, str]


class _Time(TypedDict):
    """What of a happening differs from one time of its series to the next."""

    on: date
    starts: time | None
    ends: time | None
    last_on: date


def read_timetable(data: bytes, *, source: str, today: date | None = None) -> Timetable:
    """Everything that happens according to a calendar file, in the order of the file.

    Args:
        data: the file.
        source: what it is called.
        today: the day it is; a series that goes on is followed from there.

    Raises:
        UnreadableList: it is no calendar file.
        TooLarge: more happens in it than in anybody's year.
    """
    calendars = read_components(data, source=source)
    if not calendars:
        raise UnreadableList(source, "calendar")
    zones = Zones(calendars)
    events = [event for calendar in calendars for event in calendar.parts("VEVENT")]
    series = _Series(_moved(events, zones), _titles(events))
    found: list[Happening] = []
    every = (each for event in events for each in _happenings(event, zones, series, today))
    for count, each in enumerate(every):
        if count == MAX_HAPPENINGS:  # also when it is the same thing each time: a bomb
            raise TooLarge(source, f"{MAX_HAPPENINGS} rows")
        found.append(each)
    name = " ".join(calendars[0].text(name) for name in ("PRODID", "X-WR-CALNAME"))
    return Timetable(name=_plain(name, LONGEST_TITLE), happenings=once(found))


def _titles(events: list[Component]) -> dict[str, str]:
    return {
        event.text("UID"): _plain(event.text("SUMMARY"), LONGEST_TITLE)
        for event in events
        if event.first("RRULE") or event.first("RDATE")
    }


def _moved(events: list[Component], zones: Zones) -> frozenset[tuple[str, datetime]]:
    found = set()
    for event in events:
        instead = event.first("RECURRENCE-ID")
        moment = zones.moment(instead) if instead else None
        if moment is not None:
            found.add((event.text("UID"), moment.local()))
    return frozenset(found)


def _happenings(
    event: Component,
    zones: Zones,
    series: _Series,
    today: date | None,
) -> Iterator[Happening]:
    begin = event.first("DTSTART")
    start = zones.moment(begin) if begin else None
    length = _length(event, zones, start)
    if start is None or length is None or event.text("STATUS").upper() == "CANCELLED":
        return
    uid = event.text("UID") or event.text("SUMMARY")
    instead = event.first("RECURRENCE-ID")
    original = zones.moment(instead) if instead else None
    first = _first(event, start.local(), length, is_day=start.is_day)
    if original is not None:
        known = series.titles.get(uid, "")
        title = first.title or known
        of = "" if title == known else known
        yield replace(first, uid=_uid(uid, original.local()), title=title, series=of)
        return
    for at in _times(event, zones, start, today):
        local = start.local(at)
        if (uid, local) not in series.moved:
            again = _time(local, length, is_day=start.is_day)
            yield replace(first, uid=_uid(uid, local), **again)


def _times(event: Component, zones: Zones, start: Moment, today: date | None) -> list[datetime]:
    """When it happens, on the clock of its start; without the exceptions."""

    def until(value: str) -> datetime | None:
        found = event.first("DTSTART")
        moment = zones.moment(found, min(value, FOREVER)) if found else None
        if moment is None:
            return None
        if moment.is_day:
            return moment.at + _A_DAY - timedelta(seconds=1)
        return _on_clock_of(start, moment)

    times = [start.at]
    rule = event.first("RRULE")
    if rule is not None:
        try:
            times = repeats(rule.value, start.at, until_of=until, today=today)
        except OddRule:
            times = [start.at]  # what is not understood happens once
    for added in event.all("RDATE"):
        for value in added.value.split(","):
            moment = zones.moment(added, value)
            if moment is not None:
                times.append(_on_clock_of(start, moment))
    gone = {
        moment.local().date() if moment.is_day else moment.local()
        for each in event.all("EXDATE")
        for value in each.value.split(",")
        if (moment := zones.moment(each, value)) is not None
    }
    return [at for at in times if not gone & {start.local(at), start.local(at).date()}]


def _on_clock_of(start: Moment, moment: Moment) -> datetime:
    """Another moment of a file on the clock that its series runs by."""
    return moment.at if start.shift is None else moment.local() - start.shift


def _length(event: Component, zones: Zones, start: Moment | None) -> timedelta | None:
    """How long it takes; None where that is not said, or is less than nothing."""
    ending, lasting = event.first("DTEND"), event.text("DURATION")
    length = None
    if start is None:
        return None
    if ending is not None:
        moment = zones.moment(ending)
        length = moment.local() - start.local() if moment else None
    elif lasting:
        length = duration(lasting)
    elif start.is_day:
        length = _A_DAY
    if start.is_day and length is not None:
        length = max(length, _A_DAY)
    return length if length and length > timedelta() else None


def _first(event: Component, at: datetime, length: timedelta, *, is_day: bool) -> Happening:
    """The first time of a series: its words are looked up once."""
    return Happening(
        uid="",
        title=_plain(event.text("SUMMARY"), LONGEST_TITLE),
        detail=_plain(event.text("DESCRIPTION"), LONGEST_DETAIL),
        place=_plain(event.text("LOCATION"), LONGEST_TITLE),
        **_time(at, length, is_day=is_day),
    )


def _time(at: datetime, length: timedelta, *, is_day: bool) -> _Time:
    ends = at + length
    last = (ends - timedelta(seconds=1)).date()  # a whole day ends where the next begins
    starts_at, ends_at = (each.time().replace(second=0) for each in (at, ends))
    is_timed = not is_day and ends.date() == at.date() and starts_at < ends_at
    return {
        "on": at.date(),
        "starts": starts_at if is_timed else None,
        "ends": ends_at if is_timed else None,
        "last_on": at.date() if is_timed else last,
    }


def _uid(uid: str, at: datetime) -> str:
    return f"{_plain(uid, LONGEST_UID)} {at:%Y-%m-%dT%H:%M}"


def _plain(text: str, most: int) -> str:
    """A text on one line without signs that nobody sees."""
    return tidy("".join(sign if sign.isprintable() else " " for sign in text[: 4 * most]))[:most]
