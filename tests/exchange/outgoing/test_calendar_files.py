"""What is written for a calendar app is what RFC 5545 asks for."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.exchange.outgoing.calendar_files import Event, write_calendar

MADE_AT = datetime.fromisoformat("2026-10-29T12:00:00+01:00")
PROMISE = Event(uid="promise-12", summary="Leestips mailen", on=date(2026, 10, 31))
TALK = Event(
    uid="talk-3",
    summary="Gesprek",
    starts=datetime(2026, 10, 29, 13, 30),  # noqa: DTZ001 - on Dutch clocks, as Event says
    ends=datetime(2026, 10, 29, 13, 35),  # noqa: DTZ001 - likewise
    place="3.14",
)


def lines(*events: Event) -> list[str]:
    data = write_calendar(events, made_at=MADE_AT).decode("utf-8")
    return data.replace("\r\n ", "").split("\r\n")


def test_a_whole_day_ends_on_the_day_after_it():
    there = lines(PROMISE)
    assert "DTSTART;VALUE=DATE:20261031" in there
    assert "DTEND;VALUE=DATE:20261101" in there
    assert "UID:promise-12@klasgenoot" in there
    assert "DTSTAMP:20261029T110000Z" in there


def test_a_time_stands_on_dutch_clocks_and_the_file_says_what_those_are():
    there = lines(TALK)
    assert "DTSTART;TZID=Europe/Amsterdam:20261029T133000" in there
    assert "DTEND;TZID=Europe/Amsterdam:20261029T133500" in there
    assert there.index("TZID:Europe/Amsterdam") < there.index("BEGIN:VEVENT")
    assert "LOCATION:3.14" in there


def test_what_stands_for_something_in_the_format_is_written_out():
    said = Event(uid="a", summary="a, b; c\\d", on=date(2026, 1, 1), description="een\r\ntwee\0")
    assert "SUMMARY:a\\, b\\; c\\\\d" in lines(said)
    assert "DESCRIPTION:een\\ntwee" in lines(said)


def test_nothing_can_be_put_in_by_a_text():
    said = Event(uid="a", summary="x\r\nEND:VCALENDAR\r\nBEGIN:VEVENT", on=date(2026, 1, 1))
    assert lines(said).count("END:VCALENDAR") == 1
    assert lines(said).count("BEGIN:VEVENT") == 1


@given(st.text(max_size=300))
def test_no_line_is_too_long_and_no_sign_is_cut(text: str):
    data = write_calendar(
        [Event(uid="a", summary=text, on=date(2026, 1, 1), description=text)], made_at=MADE_AT
    )
    assert data.endswith(b"END:VCALENDAR\r\n")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")


def test_it_is_a_day_or_a_time_and_never_both():
    with pytest.raises(ValueError, match="either"):
        Event(uid="a", summary="b")
    with pytest.raises(ValueError, match="either"):
        Event(uid="a", summary="b", on=date(2026, 1, 1), starts=TALK.starts, ends=TALK.ends)
    with pytest.raises(ValueError, match="before"):
        Event(uid="a", summary="b", starts=TALK.ends, ends=TALK.starts)
