"""A timetable thought over: lessons of the right class, importing again, and nobody's name."""

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from builders import TODAY, content, school_class
from klasgenoot.domain.errors import UnreadableList, UnreadablePlace
from klasgenoot.domain.people import ClassId
from klasgenoot.domain.timetable import Happening, Timetable, joined
from klasgenoot.operations.calendar import calendar, import_calendar
from klasgenoot.operations.classes import add_class
from klasgenoot.operations.desk import Desk
from klasgenoot.operations.timetables import (
    TimetableProposal,
    propose_timetable,
    read_timetables,
)
from klasgenoot.store.calendar import lesson_names


def event(title: str, *, days: int = 0, uid: str = "", place: str = "3.14") -> Happening:
    on = TODAY + timedelta(days=days)
    return Happening(
        uid=uid or f"{title} {days}",
        title=title,
        detail="",
        place=place,
        on=on,
        starts=time(9),
        ends=time(10),
        last_on=on,
    )


def propose(
    desk: Desk, *events: Happening, said: dict[str, ClassId] | None = None, name: str = "Untis"
) -> TimetableProposal:
    timetable = Timetable(name=name, happenings=events)
    return propose_timetable(desk.vault, [timetable], said=said or {}, today=TODAY)


def take_in(desk: Desk, found: TimetableProposal) -> None:
    desk.do(
        import_calendar,
        lessons=found.lessons,
        periods=found.periods,
        names=found.names,
        dropped=found.dropped,
    )


def test_one_time_of_a_series_under_another_title_is_a_lesson_of_its_class(desk: Desk) -> None:
    one, _ = school_class(desk)
    guest = replace(event("Gastcollege", days=7), series="CMV-1B Ontwerpen")
    take_in(desk, propose(desk, event("CMV-1B Ontwerpen"), guest))
    kept = calendar(desk.vault).lessons
    assert [(each.class_id, each.subject) for each in kept] == [
        (one, "CMV-1B Ontwerpen"),
        (one, "Gastcollege"),
    ]


def test_a_lecture_that_stands_in_two_files_is_one_lesson_for_each_class(desk: Desk) -> None:
    one, _ = school_class(desk)
    other = desk.do(add_class, name="CMV-1A", first_lesson=None).result
    lecture = event("Hoorcollege", uid="1")
    files = [
        Timetable(name="Untis", happenings=(replace(lecture, detail=f"Groep: {name}"),))
        for name in ("CMV-1A", "CMV-1B")
    ]
    found = propose_timetable(desk.vault, joined(files), said={}, today=TODAY)
    assert {each.class_id for each in found.lessons} == {one, other}
    twice = propose(desk, *(replace(lecture, detail=f"CMV-1B {at}") for at in ("9:00", "9:01")))
    assert len(twice.lessons) == 1


def test_lessons_go_to_the_class_they_name_and_others_are_asked_about(desk: Desk) -> None:
    one, _ = school_class(desk)
    found = propose(
        desk, event("CMV-1B Ontwerpen"), event("Studio"), event("Studio", days=7), event("tandarts")
    )
    assert [(each.class_id, each.subject, each.room) for each in found.lessons] == [
        (one, "CMV-1B Ontwerpen", "3.14")
    ]
    assert [(each.title, each.count) for each in found.unknown] == [("Studio", 2)]


def test_what_the_teacher_says_of_a_title_is_remembered_for_the_next_time(desk: Desk) -> None:
    one, _ = school_class(desk)
    events = (event("Studio"), event("Studio", days=7))
    take_in(desk, propose(desk, *events, said={"Studio": one}))
    assert len(calendar(desk.vault).lessons) == 2
    assert lesson_names(desk.vault) == {"studio": one}
    again = propose(desk, *events, event("Studio", days=14))
    assert (len(again.lessons), again.unknown) == (3, ())


def test_importing_again_moves_drops_and_doubles_nothing(desk: Desk) -> None:
    school_class(desk)
    first, second = event("CMV-1B", uid="a"), event("CMV-1B", days=7, uid="b")
    last = event("CMV-1B", days=14, uid="c")
    take_in(desk, propose(desk, first, second, last))
    moved = replace(first, on=TODAY + timedelta(days=1), last_on=TODAY + timedelta(days=1))
    take_in(desk, propose(desk, moved, last))
    assert [each.on for each in calendar(desk.vault).lessons] == [moved.on, last.on]
    before = content(desk.vault)
    take_in(desk, propose(desk, moved, last))
    assert content(desk.vault) == before


def test_the_last_lesson_that_moves_to_a_day_before_leaves_nothing_behind(desk: Desk) -> None:
    school_class(desk)
    first, last = event("CMV-1B"), event("CMV-1B", days=14, uid="last")
    elsewhere = event("CMV-2A", days=30)
    take_in(desk, propose(desk, first, last, elsewhere))
    moved = event("CMV-1B", days=13, uid="last, moved")
    take_in(desk, propose(desk, first, moved, elsewhere))
    assert [each.on for each in calendar(desk.vault).lessons] == [first.on, moved.on]


def test_two_timetables_do_not_take_each_others_lessons(desk: Desk) -> None:
    school_class(desk)
    take_in(desk, propose(desk, event("CMV-1B", uid="a"), name="Untis"))
    take_in(desk, propose(desk, event("CMV-1B", days=1, uid="b"), name="Outlook"))
    assert len(calendar(desk.vault).lessons) == 2


def test_several_at_once_are_one_deed_and_drop_only_what_is_in_none(desk: Desk) -> None:
    school_class(desk)
    first = event("CMV-1B Ontwerpen", uid="first")
    gone = event("CMV-1B Studio", days=1, uid="gone")
    take_in(desk, propose(desk, first, gone))
    of_one_place = joined(
        Timetable(name="Untis", happenings=happenings)
        for happenings in (
            (first, event("kerstvakantie", uid="free")),
            (event("CMV-1B Les", days=2, uid="second"), first),
        )
    )
    other = Timetable(name="Outlook", happenings=(event("CMV-1B Vergadering", days=1),))
    found = propose_timetable(desk.vault, [*of_one_place, other], said={}, today=TODAY)
    assert [each.subject for each in found.lessons] == [
        "CMV-1B Ontwerpen",
        "CMV-1B Les",
        "CMV-1B Vergadering",
    ]
    take_in(desk, found)
    assert {each.subject for each in calendar(desk.vault).lessons} == {
        each.subject for each in found.lessons
    }


def test_nobodys_name_gets_into_the_calendar(desk: Desk) -> None:
    one, _ = school_class(desk)
    events = (
        event("CMV-1B gesprek Sanne", uid="sanne@school.nl", place="bij Milan"),
        event("Noor SLB", uid="noor"),
        event("Noor SLB", days=7, uid="noor2"),
        replace(event("Kerstvakantie Sanne Hoekstra"), starts=None, ends=None),
    )
    take_in(desk, propose(desk, *events, said={"Noor SLB": one}))
    tables = ("lessons", "lesson_names", "periods")
    kept = "".join(repr(content(desk.vault)[table]) for table in tables)
    assert "Kerstvakantie" in kept
    for name in ("anne", "oor", "ilan", "school.nl"):
        assert name not in kept
    assert len(calendar(desk.vault).lessons) == 3


def test_what_is_long_gone_is_left_out_and_a_file_is_read_from_its_place(
    desk: Desk, tmp_path: Path
) -> None:
    school_class(desk)
    assert propose(desk, event("CMV-1B", days=-500)).lessons == ()
    path = tmp_path / "rooster.ics"
    path.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:CMV-1B\nDTSTART:20261029T101500\n"
        "DURATION:PT1H\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nSUMMARY:Herfstvakantie\n"
        "DTSTART;VALUE=DATE:20261019\nDTEND;VALUE=DATE:20261026\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    timetables = read_timetables([path], today=TODAY, is_cancelled=lambda: False)
    found = propose_timetable(desk.vault, timetables, said={}, today=TODAY)
    assert [each.on for each in found.lessons] == [date(2026, 10, 29)]
    assert [(each.name, each.last_on) for each in found.periods] == [
        ("Herfstvakantie", date(2026, 10, 25))
    ]
    path.write_text("Voornaam;Achternaam\n")
    with pytest.raises(UnreadableList):
        read_timetables([path], today=TODAY, is_cancelled=lambda: False)
    for gone in (tmp_path, tmp_path / "weg.ics"):
        with pytest.raises(UnreadablePlace):
            read_timetables([gone], today=TODAY, is_cancelled=lambda: False)
