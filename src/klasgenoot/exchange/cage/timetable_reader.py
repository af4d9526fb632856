"""Reader of a timetable: what happens in it, line by line, held against exact shapes."""

import re
from datetime import date, time

from klasgenoot.domain.errors import TooLarge, Trouble
from klasgenoot.domain.timetable import Happening, Timetable
from klasgenoot.exchange.cage.frames import Message, Nonsense
from klasgenoot.exchange.cage.reader import Given, Reader, number_in, text_in, two_parts
from klasgenoot.exchange.ics_lines import MAX_BYTES
from klasgenoot.exchange.timetables import (
    LONGEST_DETAIL,
    LONGEST_TITLE,
    LONGEST_UID,
    MAX_HAPPENINGS,
    read_timetable,
)

_MOST = 40_000_000
_BETWEEN = "\x1f"
_UNSEEN = re.compile("[\x00-\x1e\x7f]")
_CELLS = 9
_LONGEST = (
    LONGEST_UID + 20,
    LONGEST_TITLE,
    LONGEST_DETAIL,
    LONGEST_TITLE,
    10,
    5,
    5,
    10,
    LONGEST_TITLE,
)


def _read(given: Given) -> Timetable:
    today = date.fromordinal(given.part) if given.part else None
    return read_timetable(given.data, source="", today=today)


def _pack(timetable: Timetable) -> Message:
    cells = [cell for each in timetable.happenings for cell in _cells(each)]
    text = _BETWEEN.join(cells).encode("utf-8", "replace")
    head = {"happenings": len(timetable.happenings)}
    return Message("done", head, (timetable.name.encode("utf-8", "replace"), text))


def _unpack(message: Message, _source: str) -> Timetable:
    name, data = two_parts(message)
    count = number_in(message, "happenings", most=MAX_HAPPENINGS)
    text, called = text_in(data), text_in(name)
    if _UNSEEN.search(text) or _UNSEEN.search(called) or len(called) > LONGEST_TITLE:
        raise Nonsense
    cells = text.split(_BETWEEN) if count else []
    if len(cells) != count * _CELLS or (not count and text):
        raise Nonsense
    rows = [cells[at : at + _CELLS] for at in range(0, len(cells), _CELLS)]
    return Timetable(name=called, happenings=tuple(map(_happening, rows)))


def _cells(each: Happening) -> tuple[str, ...]:
    return (
        each.uid,
        each.title,
        each.detail,
        each.place,
        each.on.isoformat(),
        f"{each.starts:%H:%M}" if each.starts else "",
        f"{each.ends:%H:%M}" if each.ends else "",
        each.last_on.isoformat(),
        each.series,
    )


def _happening(cells: list[str]) -> Happening:
    if any(len(cell) > most for cell, most in zip(cells, _LONGEST, strict=True)):
        raise Nonsense
    uid, title, detail, place, on, starts, ends, last, series = cells
    try:
        made = Happening(
            uid=uid,
            title=title,
            detail=detail,
            place=place,
            on=date.fromisoformat(on),
            starts=time.fromisoformat(starts) if starts else None,
            ends=time.fromisoformat(ends) if ends else None,
            last_on=date.fromisoformat(last),
            series=series,
        )
    except ValueError as error:
        raise Nonsense from error
    if (made.starts is None) != (made.ends is None) or made.last_on < made.on:
        raise Nonsense
    if made.starts and made.ends and made.ends <= made.starts:
        raise Nonsense
    return made


def _too_long(source: str) -> Trouble:
    return TooLarge(source, "10 MB")


TIMETABLE = Reader("timetable", _read, _pack, _unpack, _MOST, MAX_BYTES, _too_long)
"""What happens according to a calendar file."""
