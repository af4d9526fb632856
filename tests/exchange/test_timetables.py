"""Timetables as schools and calendar apps write them, and files that are none."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.errors import TooLarge, Trouble, UnreadableList
from klasgenoot.domain.timetable import Happening
from klasgenoot.exchange import timetables
from klasgenoot.exchange.cage.cage import Cage
from klasgenoot.exchange.cage.frames import Message, Nonsense
from klasgenoot.exchange.cage.timetable_reader import TIMETABLE
from klasgenoot.exchange.source_files import SourceFile
from klasgenoot.exchange.timetables import read_timetable

OUTLOOK_ZONE = """BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16011028T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010325T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
"""
FINNISH_ZONE = OUTLOOK_ZONE.replace("W. Europe Standard Time", "Thuis").replace("+0100", "+0200")


def calendar(*events: str, zones: str = "", head: str = "PRODID:-//X\n") -> bytes:
    inside = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{zones}{inside}END:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()


def happen(*events: str, zones: str = "") -> list[Happening]:
    return list(read_timetable(calendar(*events, zones=zones), source="x.ics").happenings)


def times(found: list[Happening]) -> list[tuple[str, str]]:
    return [(f"{each.on:%m-%d}", f"{each.starts:%H:%M}" if each.starts else "") for each in found]


def test_a_single_lesson_with_title_room_and_times():
    (found,) = happen(
        "UID:77@untis\nSUMMARY:CMV-1B Ontwerpen\\, publiek\nLOCATION:3.14\n"
        "DESCRIPTION:Docent: X\\nY\n"
        "DTSTART;TZID=Europe/Amsterdam:20261029T101500\nDTEND;TZID=Europe/Amsterdam:20261029T120000"
    )
    assert (found.title, found.place, found.detail) == (
        "CMV-1B Ontwerpen, publiek",
        "3.14",
        "Docent: X Y",
    )
    assert (found.on, found.starts, found.ends) == (date(2026, 10, 29), time(10, 15), time(12))


@pytest.mark.parametrize(
    ("start", "clock"),
    [
        (":20261029T101500", "10:15"),
        (":20261029T091500Z", "10:15"),
        (":20260929T081500Z", "10:15"),
        (":20261025T005900Z", "02:59"),
        (":20261025T010000Z", "02:00"),
        (":20260329T005900Z", "01:59"),
        (":20260329T010000Z", "03:00"),
        (";TZID=W. Europe Standard Time:20261029T101500", "10:15"),
        (';TZID="W. Europe Standard Time":20260929T101500', "10:15"),
        (";TZID=Thuis:20261029T111500", "10:15"),
        (";TZID=Europe/London:20261029T091500", "10:15"),
        (";TZID=Etc/UTC:20261029T091500", "10:15"),
        (";TZID=Europe/Brussels:20261029T101500", "10:15"),
    ],
)
def test_whatever_zone_it_is_in_it_stands_on_dutch_clocks(start: str, clock: str):
    (found,) = happen(
        f"UID:1\nSUMMARY:x\nDTSTART{start}\nDURATION:PT45M", zones=OUTLOOK_ZONE + FINNISH_ZONE
    )
    assert f"{found.starts:%H:%M}" == clock


def test_a_series_with_an_exception_a_moved_time_and_an_end():
    found = happen(
        "UID:1\nSUMMARY:les\nDTSTART;TZID=Europe/Amsterdam:20261001T101500\n"
        "DTEND;TZID=Europe/Amsterdam:20261001T120000\n"
        "RRULE:FREQ=WEEKLY;UNTIL=20261105T091500Z\n"
        "EXDATE;TZID=Europe/Amsterdam:20261022T101500",
        "UID:1\nSUMMARY:les\nRECURRENCE-ID;TZID=Europe/Amsterdam:20261015T101500\n"
        "DTSTART;TZID=Europe/Amsterdam:20261016T133000\nDTEND;TZID=Europe/Amsterdam:20261016T150000",
    )
    assert sorted(times(found)) == [
        ("10-01", "10:15"),
        ("10-08", "10:15"),
        ("10-16", "13:30"),
        ("10-29", "10:15"),
        ("11-05", "10:15"),
    ]
    assert len({each.uid for each in found}) == 5


def test_a_time_of_a_series_keeps_its_uid_when_it_is_moved():
    series = "UID:1\nSUMMARY:les\nDTSTART:20261001T101500\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2"
    moved = (
        "UID:1\nSUMMARY:les\nRECURRENCE-ID:20261008T101500\nDTSTART:20261009T090000\nDURATION:PT1H"
    )
    before, after = happen(series), happen(series, moved)
    assert {each.uid for each in before} == {each.uid for each in after}
    assert ("10-09", "09:00") in times(after)


def test_one_time_of_a_series_keeps_its_own_title_and_knows_its_series():
    series = (
        "UID:1\nSUMMARY:CMV-1B Ontwerpen\nDTSTART:20261001T101500\nDURATION:PT1H\n"
        "RRULE:FREQ=WEEKLY;COUNT=3"
    )
    guest = (
        "UID:1\nSUMMARY:Gastcollege\nRECURRENCE-ID:20261008T101500\n"
        "DTSTART:20261008T101500\nDURATION:PT1H"
    )
    bare = "UID:1\nRECURRENCE-ID:20261015T101500\nDTSTART:20261016T101500\nDURATION:PT1H"
    found = {each.on.day: (each.title, each.series) for each in happen(guest, series, bare)}
    assert found == {
        1: ("CMV-1B Ontwerpen", ""),
        8: ("Gastcollege", "CMV-1B Ontwerpen"),
        16: ("CMV-1B Ontwerpen", ""),
    }


def test_two_things_with_one_uid_and_one_time_but_another_title_are_both_there():
    when = "UID:1\nDTSTART:20261001T101500\nDURATION:PT1H"
    found = happen(f"{when}\nSUMMARY:CMV-1A", f"{when}\nSUMMARY:CMV-1B", f"{when}\nSUMMARY:CMV-1B")
    assert [each.title for each in found] == ["CMV-1A", "CMV-1B"]


def test_one_time_of_a_series_that_is_called_off_is_not_there():
    series = "UID:1\nSUMMARY:les\nDTSTART:20261001T101500\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2"
    off = "UID:1\nRECURRENCE-ID:20261008T101500\nDTSTART:20261008T101500\nSTATUS:CANCELLED"
    assert times(happen(series, off)) == [("10-01", "10:15")]


def test_what_was_called_off_is_not_there():
    event = "UID:1\nSUMMARY:les\nDTSTART:20261001T101500\nDURATION:PT1H"
    assert happen(f"{event}\nSTATUS:CANCELLED") == []
    assert len(happen(f"{event}\nSTATUS:CONFIRMED")) == 1


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=3", ["10-01", "10-15", "10-29"]),
        ("FREQ=WEEKLY;BYDAY=TH,FR;COUNT=3", ["10-01", "10-02", "10-08"]),
        ("FREQ=DAILY;COUNT=2", ["10-01", "10-02"]),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20261006", ["10-01", "10-02", "10-05", "10-06"]),
        ("FREQ=MONTHLY;BYDAY=1TH;COUNT=3", ["10-01", "11-05", "12-03"]),
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", ["10-01", "10-30"]),
        ("FREQ=MONTHLY;BYMONTHDAY=1;COUNT=2", ["10-01", "11-01"]),
        ("FREQ=YEARLY;COUNT=2", ["10-01", "10-01"]),
        ("FREQ=SECONDLY", ["10-01"]),
        ("FREQ=WEEKLY;BYSETPOS=1", ["10-01"]),
        ("FREQ=WEEKLY;COUNT=nul", ["10-01"]),
        ("onzin", ["10-01"]),
    ],
)
def test_rules_as_timetables_have_them_and_odd_ones_happen_once(rule: str, days: list[str]):
    found = happen(f"UID:1\nSUMMARY:x\nDTSTART:20261001T101500\nDURATION:PT1H\nRRULE:{rule}")
    assert [day for day, _ in times(found)] == days


@pytest.mark.parametrize("end", ["99991231T235959Z", "99991231T235959", "99991231"])
def test_a_series_until_the_year_9999_never_ends(end: str):
    lesson = "UID:1\nSUMMARY:les\nDTSTART:20261001T101500\nDURATION:PT1H"
    assert len(happen(f"{lesson}\nRRULE:FREQ=WEEKLY;UNTIL={end}")) > 100


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_a_lesson_at_the_edge_of_the_calendar_stops_nothing(year: str):
    far = f"UID:1\nSUMMARY:ooit\nDTSTART:{year}1231T233000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY"
    near = "UID:2\nSUMMARY:les\nDTSTART:20261001T101500\nDURATION:PT1H"
    assert happen(far, near)[-1].title == "les"


def test_whole_days_end_on_the_day_before_their_end():
    (holiday,) = happen(
        "UID:1\nSUMMARY:Herfstvakantie\nDTSTART;VALUE=DATE:20261019\nDTEND;VALUE=DATE:20261026"
    )
    assert (holiday.on, holiday.last_on, holiday.starts) == (
        date(2026, 10, 19),
        date(2026, 10, 25),
        None,
    )
    (day,) = happen("UID:1\nSUMMARY:Studiedag\nDTSTART;VALUE=DATE:20261112")
    assert day.on == day.last_on


def test_what_goes_over_midnight_or_takes_no_time_is_no_lesson():
    assert happen("UID:1\nSUMMARY:x\nDTSTART:20261001T101500") == []
    assert happen("UID:1\nSUMMARY:x\nDTSTART:20261001T101500\nDTEND:20261001T101500") == []
    for end in ("20261002T010000", "20261002T000000"):
        (found,) = happen(f"UID:1\nSUMMARY:x\nDTSTART:20261001T220000\nDTEND:{end}")
        assert found.starts is None


def test_folded_lines_strange_line_ends_and_other_encodings():
    text = calendar("UID:1\nSUMMARY:Caf\u00e9 CMV\n -1B\nDTSTART:20261001T101500\nDURATION:PT1H")
    for data in (text, text.replace(b"\r\n", b"\n"), text.decode().encode("cp1252")):
        (found,) = read_timetable(data, source="").happenings
        assert found.title == "Caf\u00e9 CMV-1B"
    (found,) = read_timetable(b"\xef\xbb\xbf" + text[:-20], source="").happenings
    assert found.on == date(2026, 10, 1)


@pytest.mark.parametrize(
    "data", [b"", b"Voornaam;Achternaam\nSanne;Bos\n", b"\x89PNG\r\n\x1a\n" * 9, b"\x00" * 99]
)
def test_what_is_no_calendar_is_said_to_be_none(data: bytes):
    with pytest.raises(UnreadableList) as told:
        read_timetable(data, source="rooster.ics")
    assert (told.value.source, told.value.why) == ("rooster.ics", "calendar")


LESSON = "UID:1\nSUMMARY:x\nDURATION:PT1H\nDTSTART:20261001T101500"
FAR_ZONE = FINNISH_ZONE.replace("Thuis", "Ver").replace("TZOFFSETTO:+0200", "TZOFFSETTO:-9900")


@pytest.mark.parametrize(
    "odd",
    [
        f"UID:2\nSUMMARY:y\n{ends}\nDTSTART{zone}:{day}{clock}{rule}"
        for day in ("00010101", "00010102", "99990101", "99991231")
        for zone, clock in (("", ""), ("", "T000000Z"), ("", "T235959Z"), (";TZID=Ver", "T120000"))
        for ends in ("DURATION:PT1H", "DURATION:P999W", "DTEND:99991231T235900")
        for rule in ("", "\nRRULE:FREQ=WEEKLY;WKST=SU", "\nRRULE:FREQ=MONTHLY;BYMONTHDAY=-1")
    ],
)
def test_one_thing_at_the_edge_of_time_does_not_take_the_others_along(odd: str):
    assert times(happen(LESSON, odd, zones=FAR_ZONE)) == [("10-01", "10:15")]


@pytest.mark.parametrize(
    ("line", "many"),
    [
        ("RRULE:FREQ=WEEKLY;COUNT=2\nEXDATE:00010101T000000Z,99991231", 2),
        ("RDATE:00010101T000000,99991231T235959Z,20261003T101500", 2),
        ("DTEND:99991231T235959", 0),
        ("DURATION:-PT1H", 1),
        (f"RRULE:FREQ=WEEKLY;COUNT=000001{'9' * 9000}", 1),
        (f"RRULE:FREQ=WEEKLY;INTERVAL={'9' * 9000}", 1),
        ("RRULE:FREQ=MONTHLY;COUNT=99999999", 25),
        ("RRULE:FREQ=MONTHLY;UNTIL=99991231", 25),
        ("RRULE:FREQ=MONTHLY;UNTIL=99991231T235959Z", 25),
        ("RRULE:FREQ=MONTHLY;UNTIL=00010101", 1),
    ],
)
def test_odd_numbers_are_no_reason_to_refuse_a_timetable(line: str, many: int):
    assert len(happen(f"{LESSON}\n{line}")) == many


def test_a_line_that_is_folded_halfway_a_letter_is_put_together():
    text = calendar("UID:1\nSUMMARY:Caf\u00e9\nDTSTART:20261001T101500\nDURATION:PT1H")
    (found,) = read_timetable(text.replace(b"\xc3\xa9", b"\xc3\r\n \xa9"), source="").happenings
    assert found.title == "Caf\u00e9"


def test_the_same_thing_over_and_over_is_too_much_as_well(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(timetables, "MAX_HAPPENINGS", 40)
    with pytest.raises(TooLarge):
        happen(*[f"{LESSON}\nRRULE:FREQ=DAILY;COUNT=9"] * 5)


def test_too_much_is_said_to_be_too_much(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(timetables, "MAX_HAPPENINGS", 10)
    with pytest.raises(TooLarge):
        happen("UID:1\nSUMMARY:x\nDTSTART:20261001T101500\nDURATION:PT1H\nRRULE:FREQ=DAILY")


pieces = st.sampled_from(
    [
        "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE",
        "DTSTART:20261001T101500", "DTSTART:20261301T999999", "DTSTART;VALUE=DATE:20261001",
        "DTEND:20261001T120000Z", "DURATION:PT1H", "DURATION:P999W", "UID:1", "UID:", "SUMMARY:x",
        "RRULE:FREQ=WEEKLY;INTERVAL=0", "RRULE:FREQ=MONTHLY;BYMONTHDAY=99", "RRULE:;;=",
        "RRULE:FREQ=YEARLY;BYDAY=-5MO", "EXDATE:20261001T101500,x", "RDATE:20261003T101500,,",
        "RECURRENCE-ID:20261001T101500", "TZID:x", "TZOFFSETTO:+9900", " verder", ";=:", "\x00",
    ]
)  # fmt: skip


@given(st.lists(pieces | st.text(max_size=40), max_size=25))
def test_whatever_stands_in_it_the_answer_is_a_timetable_or_a_trouble(lines: list[str]):
    data = "\r\n".join(["BEGIN:VCALENDAR", *lines]).encode("utf-8", "replace")
    try:
        found = read_timetable(data, source="x")
    except Trouble:
        return
    for each in found.happenings:
        assert each.on <= each.last_on
        assert (each.starts is None) == (each.ends is None)
    assert TIMETABLE.unpack(TIMETABLE.pack(found), "") == found


def test_it_is_read_in_the_cage():
    data = calendar(
        "UID:1\nSUMMARY:CMV-1B\nDTSTART:20261001T081500Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=4"
    )
    with Cage(is_cancelled=lambda: False, workers=1) as cage:
        found = cage.read(TIMETABLE, SourceFile("rooster.ics", lambda size: data[:size]))
        with pytest.raises(UnreadableList) as told:
            cage.read(TIMETABLE, SourceFile("foto.jpg", lambda _: b"\xff\xd8\xff"))
    assert times(list(found.happenings))[0] == ("10-01", "10:15")
    assert told.value.source == "foto.jpg"


def test_nothing_strange_is_believed_of_what_comes_out_of_the_cage():
    good = TIMETABLE.pack(
        read_timetable(
            calendar("UID:1\nSUMMARY:x\nDTSTART:20261001T101500\nDURATION:PT1H"), source=""
        )
    )
    name, text = good.parts
    cells = text.split(b"\x1f")

    def told(**changes: bytes) -> tuple[bytes, bytes]:
        places = {"on": 4, "starts": 5, "ends": 6, "title": 1}
        changed = list(cells)
        for what, value in changes.items():
            changed[places[what]] = value
        return name, b"\x1f".join(changed)

    assert TIMETABLE.unpack(Message("done", good.head, told()), "").happenings
    for parts in (
        (name, text + b"\x1f"),
        (b"x" * 500, text),
        (b"\x00", text),
        told(starts=b"25:15"),
        told(starts=b""),
        told(ends=b"09:15"),
        told(on=b"2026-10-02"),
        told(on=b"ooit"),
        told(title=b"x" * 999),
        told(title=b"a\nb"),
    ):
        with pytest.raises(Nonsense):
            TIMETABLE.unpack(Message("done", good.head, parts), "")


def test_a_weekly_series_that_began_years_ago_goes_on_to_this_year_and_the_next():
    """It was followed for two years from its first lesson, and then no lesson was found at all."""
    weekly = "UID:1\nSUMMARY:CMV-1B\nDTSTART:20190902T101500\nDURATION:PT1H\nRRULE:FREQ=WEEKLY"
    today = date(2026, 10, 29)
    found = read_timetable(calendar(weekly), source="x.ics", today=today).happenings
    days = [each.on for each in found]
    assert date(2026, 10, 26) in days
    assert date(2027, 10, 25) in days
    assert days[0] == date(2019, 9, 2)
    assert all((today - day).days <= 400 for day in days[1:])


def test_what_was_counted_has_ended_however_long_ago_it_began():
    counted = "UID:1\nSUMMARY:x\nDTSTART:20190902T101500\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=9"
    found = read_timetable(calendar(counted), source="x.ics", today=date(2026, 10, 29)).happenings
    assert [each.on for each in found] == [date(2019, 9, 2)]


def test_in_the_cage_a_series_is_followed_from_the_day_it_is():
    weekly = "UID:1\nSUMMARY:CMV-1B\nDTSTART:20200902T101500\nDURATION:PT1H\nRRULE:FREQ=WEEKLY"
    today = date(2026, 10, 29)
    file = SourceFile("x.ics", lambda _limit: calendar(weekly), part=today.toordinal())
    with Cage(is_cancelled=lambda: False, workers=1) as cage:
        read = cage.read(TIMETABLE, file)
    assert max(each.on for each in read.happenings) > today
