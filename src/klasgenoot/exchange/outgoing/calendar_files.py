"""Writes days and appointments for the teacher's own calendar app (.ics, RFC 5545).

Our own writer: all that is written is a handful of properties, and these pages of the standard are
short. Reading what other programs write is another matter (`exchange/timetables.py`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_ZONE = "Europe/Amsterdam"
_WIDEST = 75
"""In bytes: no line of the file is longer (RFC 5545, 3.1)."""
_DOMAIN = "@klasgenoot"

_AMSTERDAM = (
    "BEGIN:VTIMEZONE",
    f"TZID:{_ZONE}",
    "BEGIN:DAYLIGHT",
    "DTSTART:19810329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""Dutch clocks, written out so that a reader without time zones of its own shows the right hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing for the calendar: a whole day (`on`), or from `starts` to `ends`.

    Attributes:
        uid: the same each time this thing is written, so that it is changed and not doubled. Never
            a name: a number of ours with what it is, as in "promise-12".
        starts: on Dutch clocks, without a time zone.
        ends: the same; after `starts`.
        summary: what it is called; the teacher's own calendar may sync, so think before a name.
    """

    uid: str
    summary: str
    on: date | None = None
    starts: datetime | None = None
    ends: datetime | None = None
    description: str = ""
    place: str = ""

    def __post_init__(self) -> None:
        timed = self.starts is not None and self.ends is not None
        if timed == (self.on is not None):
            raise ValueError("either a day, or a beginning and an end")
        if self.starts and self.ends and self.ends <= self.starts:
            raise ValueError("it ends before it begins")


def write_calendar(events: Iterable[Event], *, made_at: datetime) -> bytes:
    """A file with these events, as any calendar app takes it in.

    Args:
        made_at: when it is written, with its time zone.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Klasgenoot//NL",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *_AMSTERDAM,
        *(line for event in events for line in _event(event, made_at)),
        "END:VCALENDAR",
    ]
    return b"".join(folded + b"\r\n" for line in lines for folded in _folded(line))


def _event(event: Event, made_at: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}{_DOMAIN}"
    yield f"DTSTAMP:{made_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    if event.on:
        yield f"DTSTART;VALUE=DATE:{_day(event.on)}"
        yield f"DTEND;VALUE=DATE:{_day(event.on + timedelta(days=1))}"  # the first day after it
        yield "TRANSP:TRANSPARENT"  # a whole day does not make the teacher busy
    elif event.starts and event.ends:
        yield f"DTSTART;TZID={_ZONE}:{_moment(event.starts)}"
        yield f"DTEND;TZID={_ZONE}:{_moment(event.ends)}"
    yield f"SUMMARY:{_escaped(event.summary)}"
    if event.place:
        yield f"LOCATION:{_escaped(event.place)}"
    if event.description:
        yield f"DESCRIPTION:{_escaped(event.description)}"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _moment(moment: datetime) -> str:
    return f"{_day(moment.date())}T{moment:%H%M%S}"


def _escaped(text: str) -> str:
    """A text as one value: the signs that mean something get a backslash, control signs go."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(sign for sign in plain if sign in "\n\t" or sign.isprintable() or sign > "\x9f")
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def _folded(line: str) -> Iterator[bytes]:
    """The line in pieces of at most 75 bytes, the later ones after a blank; no sign is cut."""
    piece = b""
    for sign in line:
        more = sign.encode("utf-8", "replace")
        if len(piece) + len(more) > _WIDEST:
            yield piece
            piece = b" "
        piece += more
    yield piece
