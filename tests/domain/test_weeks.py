"""Weeks: the strip's columns over the turn of a year, and what stands in each cell."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.contact import Contact, ContactId, ContactKind
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.weeks import CELLS, CellKind, Week, cells, week_of, weeks_until

TODAY = date(2026, 10, 29)

days = st.dates(date(1990, 1, 1), date(2100, 1, 1))


def contact(day: date, kind: ContactKind) -> Contact:
    return Contact(
        id=ContactId(1), happened_on=day, kind=kind, text="", student_ids=(StudentId(1),)
    )


@pytest.mark.parametrize(
    ("day", "year", "number"),
    [
        (date(2026, 10, 29), 2026, 44),
        (date(2026, 12, 31), 2026, 53),
        (date(2027, 1, 3), 2026, 53),
        (date(2027, 1, 4), 2027, 1),
        (date(2024, 12, 30), 2025, 1),
        (date(2023, 1, 1), 2022, 52),
    ],
)
def test_a_week_is_counted_in_its_iso_year(day, year, number):
    week = week_of(day)
    assert (week.year, week.number) == (year, number)


@given(days)
def test_a_day_lies_in_its_week(day):
    week = week_of(day)
    assert week.monday <= day < week.monday + timedelta(days=7)
    assert week.monday == date.fromisocalendar(week.year, week.number, 1)


def test_the_strip_runs_over_week_53_into_the_new_year():
    numbers = [week.number for week in weeks_until(date(2027, 1, 13), count=5)]
    assert numbers == [51, 52, 53, 1, 2]


def test_the_strip_starts_with_the_week_of_the_first_lesson():
    weeks = weeks_until(TODAY, count=20, since=date(2026, 9, 1))
    assert [week.number for week in weeks] == list(range(36, 45))


def test_the_strip_keeps_to_its_count_when_the_first_lesson_is_long_ago():
    weeks = weeks_until(TODAY, count=3, since=date(2025, 9, 1))
    assert [week.number for week in weeks] == [42, 43, 44]


def test_before_the_first_lesson_the_strip_is_this_week():
    assert weeks_until(TODAY, count=9, since=date(2027, 2, 1)) == (week_of(TODAY),)


@given(days, st.integers(1, 60), st.none() | days)
def test_weeks_follow_each_other_and_end_with_this_one(today, count, since):
    weeks = weeks_until(today, count=count, since=since)
    assert 1 <= len(weeks) <= count
    assert weeks[-1] == week_of(today)
    steps = {later.monday - week.monday for week, later in pairwise(weeks)}
    assert steps <= {timedelta(days=7)}


def test_the_strongest_contact_of_a_week_shows():
    week = week_of(TODAY)
    kinds = list(ContactKind)
    shown = {
        first: [
            cells([contact(TODAY, first), contact(TODAY, second)], weeks=[week])[0]
            for second in kinds
        ]
        for first in kinds
    }
    assert set(shown[ContactKind.TALK]) == {CellKind.TALK}
    assert shown[ContactKind.NOTICED] == [CELLS[kind] for kind in kinds]
    assert CellKind.BRIEF > CELLS[ContactKind.MAIL] == CELLS[ContactKind.PHONE] > CellKind.NOTICED


def test_every_kind_of_contact_has_a_cell():
    assert set(CELLS) == set(ContactKind)
    assert CellKind.NONE not in CELLS.values()


def test_contacts_fall_in_their_own_week_from_monday_to_sunday():
    weeks = weeks_until(TODAY, count=3)
    contacts = [
        contact(date(2026, 10, 18), ContactKind.TALK),  # Sunday of week 42
        contact(date(2026, 10, 26), ContactKind.MAIL),  # Monday of week 44
        contact(date(2026, 6, 1), ContactKind.TALK),  # before the strip
    ]
    assert cells(contacts, weeks=weeks) == (CellKind.TALK, CellKind.NONE, CellKind.MESSAGE)


@given(st.lists(st.tuples(days, st.sampled_from(ContactKind))))
def test_a_strip_has_one_cell_per_week(found):
    weeks: tuple[Week, ...] = weeks_until(TODAY, count=9)
    contacts = [contact(day, kind) for day, kind in found]
    shown = cells(contacts, weeks=weeks)
    assert len(shown) == len(weeks)
    seen = {week_of(day) for day, _ in found}
    assert [cell is not CellKind.NONE for cell in shown] == [week in seen for week in weeks]
