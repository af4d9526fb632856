"""The page Talk round without a window: what it says, and what leaves."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from builders import TODAY, school_class
from klasgenoot.domain.exports import ExportKind
from klasgenoot.domain.periods import Period, PeriodId, PeriodKind
from klasgenoot.domain.snoozing import SnoozeReason
from klasgenoot.operations.attention import snooze
from klasgenoot.operations.calendar import add_periods, plan_lessons
from klasgenoot.store import exports
from klasgenoot.store.contacts import contacts_of
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.talks import TalksViewModel
from klasgenoot.viewmodels.talks_leaving import TalksLeaving
from klasgenoot.viewmodels.ten_days import TenDaysViewModel


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


def test_a_round_says_what_it_asks_before_it_is_planned(session: Session) -> None:
    school_class(session.desk)
    shown = TalksViewModel(session)
    shown.choose_weeks(3)

    assert shown.cost == "2 talk(s) of 5 minutes a week, done in week 46."
    before = [[face.student.id for face in row.faces] for row in shown.rows]
    assert shown.start()
    assert [[face.student.id for face in row.faces] for row in shown.rows] == before
    assert shown.subtitle == "CMV-1B · 0 of 5 spoken with · done in week 46"


def test_a_lesson_free_week_is_passed_over(session: Session) -> None:
    school_class(session.desk)
    monday = date(2026, 11, 2)
    holiday = Period(
        id=PeriodId(0),
        kind=PeriodKind.HOLIDAY,
        name="vrij",
        first_on=monday,
        last_on=monday + timedelta(days=6),
    )
    session.do(add_periods, drafts=[holiday])
    shown = TalksViewModel(session)
    shown.choose_weeks(3)
    shown.start()

    assert [(row.number, row.is_free) for row in shown.rows] == [
        ("week 44", False),
        ("week 45", True),
        ("week 46", False),
        ("week 47", False),
    ]


def test_without_a_day_with_lessons_today_is_fine_too(session: Session) -> None:
    school_class(session.desk, size=2)
    forever = Period(
        id=PeriodId(0),
        kind=PeriodKind.HOLIDAY,
        name="Sabbatical",
        first_on=date(2020, 1, 1),
        last_on=date(2040, 1, 1),
    )
    session.do(add_periods, drafts=[forever])
    shown = TalksViewModel(session)
    shown.start()
    assert not shown.is_done
    for _ in range(2):
        assert shown.turn is not None
        shown.hold("")
    assert shown.is_done


def test_a_talk_goes_from_the_turn_to_the_timeline_and_back(session: Session) -> None:
    school_class(session.desk)
    shown = TalksViewModel(session)
    assert shown.turn is None
    shown.start()
    first = shown.turn
    assert first is not None
    assert first.last == "You have not spoken with each other yet."

    assert shown.hold("nieuwe kamer")
    assert shown.turn is not None
    assert shown.turn.student != first.student
    assert contacts_of(session.vault, first.student.id)[0].text == "nieuwe kamer"
    session.undo()
    assert shown.turn is not None
    assert shown.turn.student == first.student


def test_later_and_rather_not_put_somebody_else_in_front(session: Session) -> None:
    school_class(session.desk)
    shown = TalksViewModel(session)
    shown.choose_weeks(2)
    shown.start()
    order = [face.student.id for row in shown.rows for face in row.faces]
    shown.move_on()
    assert shown.turn is not None
    assert shown.turn.student.id == order[1]
    shown.choose(order[4])
    shown.leave_out()
    (away,) = shown.left_out
    assert away.student.id == order[4]
    shown.take_back(away.student.id)
    assert shown.left_out == ()


def test_who_is_left_in_peace_waits_and_moving_a_talk_still_moves_it(session: Session) -> None:
    _, ids = school_class(session.desk)
    shown = TalksViewModel(session)
    shown.choose_weeks(5)
    shown.start()
    order = [face.student.id for row in shown.rows for face in row.faces]
    session.do(
        snooze,
        student_id=order[0],
        on=TODAY,
        until=TODAY + timedelta(days=9),
        reason=SnoozeReason.ILL,
    )
    assert shown.turn is not None
    assert shown.turn.student.id == order[1]
    shown.move_on()
    assert shown.turn.student.id == order[2]
    assert sorted(face.student.id for row in shown.rows for face in row.faces) == sorted(ids)


def test_a_line_that_is_too_long_is_said_and_nothing_is_kept(session: Session) -> None:
    _, ids = school_class(session.desk)
    shown = TalksViewModel(session)
    said: list[str] = []
    shown.failed.connect(said.append)
    shown.start()

    assert not shown.hold("x" * 300)
    assert len(said) == 1
    assert not any(contacts_of(session.vault, who) for who in ids)


def test_the_calendar_file_names_nobody_unless_it_is_ticked(
    session: Session, tmp_path: Path
) -> None:
    class_id, ids = school_class(session.desk)
    session.do(
        plan_lessons,
        class_id=class_id,
        weekday=3,
        starts=time(10, 15),
        ends=time(12, 0),
        first_on=date(2026, 9, 1),
        last_on=date(2027, 1, 31),
    )
    shown = TalksViewModel(session)
    leaving = TalksLeaving(session, shown)
    shown.start()

    leaving.save_calendar(tmp_path / "a.ics", with_names=False)
    text = (tmp_path / "a.ics").read_text("utf-8")
    assert text.count("BEGIN:VEVENT") == len(ids)
    assert "SUMMARY:Talk\\, CMV-1B" in text
    assert "Sanne" not in text
    assert "DTSTART;TZID=Europe/Amsterdam:20261029T120000" in text
    leaving.save_calendar(tmp_path / "b.ics", with_names=True)
    assert "Talk with Sanne" in (tmp_path / "b.ics").read_text("utf-8")
    named, bare = exports.all_exports(session.vault)
    assert (named.kind, named.count) == (ExportKind.TALK_CALENDAR, len(ids))
    assert bare.count == 0
    gone = leaving.save_calendar(tmp_path / "no" / "c.ics", with_names=True)
    assert "nothing was saved" in gone


def test_on_paper_stand_the_talks_to_come(session: Session) -> None:
    school_class(session.desk)
    shown = TalksViewModel(session)
    leaving = TalksLeaving(session, shown)
    shown.start()
    shown.hold("")

    lines = [line for week in leaving.paper_weeks for line in week.lines]
    assert len(lines) == 4
    assert leaving.file_name(ExportKind.TALK_PLAN) == "CMV-1B Talk round on paper.pdf"


def test_ten_days_are_counted_and_today_is_done_once(session: Session) -> None:
    school_class(session.desk)
    shown = TenDaysViewModel(session)
    who, name = shown.candidates[0]
    shown.begin(who)
    (row,) = shown.rows
    assert (row.name, row.held, row.line, row.is_today) == (name, 0, "day 1 of 10", True)
    shown.hold(row)
    (row,) = shown.rows
    assert (row.held, row.is_today) == (1, False)
    assert row.line == "day 2 of 10, Fri 30 Oct"
    shown.begin(shown.candidates[0][0])
    assert not shown.can_begin
    shown.end(row.round_id)
    assert shown.can_begin
    assert TODAY.weekday() == 3
