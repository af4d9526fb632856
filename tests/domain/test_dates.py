"""Does a phrase give the day a teacher means? All rows of the reference, Wednesday 19-11-2025."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.dates import BadDate, read_follow_up, read_when

TODAY = date(2025, 11, 19)
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 12, 31))
# fmt: off
PIECES = (
    "over", "in", "op", "2", "31", "0", "9999", "twee", "a", "w", "b", "dagen", "maanden", "week",
    "wk", "vr", "vrijdag", "volgende", "vorige", "eind", "maand", "31-2", "24-11", "29-2-2025",
    "nov", "ago", "geleden", "0000-1-1", "99/99",
)
# fmt: on
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("vr", "2025-11-21"),
        ("vrijdag", "2025-11-21"),
        ("a.s. vrijdag", "2025-11-21"),
        ("wo", "2025-11-26"),
        ("morgen", "2025-11-20"),
        ("overmorgen", "2025-11-21"),
        ("volgende week dinsdag", "2025-11-25"),
        ("24-11", "2025-11-24"),
        ("24/11", "2025-11-24"),
        ("24 november", "2025-11-24"),
        ("3-2", "2026-02-03"),
        ("week 48", "2025-11-24"),
        ("wk 48", "2025-11-24"),
        ("wk 2", "2026-01-05"),
        ("over twee weken", "2025-12-03"),
        ("over 2 weken", "2025-12-03"),
        ("2w", "2025-12-03"),
        ("3d", "2025-11-22"),
        ("5b", "2025-11-26"),
        ("eind van de maand", "2025-11-28"),
    ],
)
def test_a_follow_up_reads_as_in_the_reference(words, day):
    assert read_follow_up(words, today=TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Friday", "2025-11-21"),
        ("on Friday", "2025-11-21"),
        ("fri", "2025-11-21"),
        ("this Friday", "2025-11-21"),
        ("next Tuesday", "2025-11-25"),
        ("Tuesday next week", "2025-11-25"),
        ("next Friday", "2025-11-28"),
        ("next week", "2025-11-24"),
        ("tomorrow", "2025-11-20"),
        ("the day after tomorrow", "2025-11-21"),
        ("24 Nov", "2025-11-24"),
        ("Nov 24", "2025-11-24"),
        ("24th of November", "2025-11-24"),
        ("November 24th, 2026", "2026-11-24"),
        ("in two weeks", "2025-12-03"),
        ("in a month", "2025-12-19"),
        ("5 working days", "2025-11-26"),
        ("end of the month", "2025-11-28"),
        ("end of the week", "2025-11-21"),
    ],
)
def test_a_follow_up_reads_in_english_too(words, day):
    assert read_follow_up(words, today=TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("op vrijdag", "2025-11-21"),
        ("di 25-11", "2025-11-25"),
        ("vrijdag 5 december", "2025-12-05"),
        ("24-11-25", "2025-11-24"),
        ("24-11-2026", "2026-11-24"),
        ("2026-02-03", "2026-02-03"),
        ("3 mrt.", "2026-03-03"),
        ("wk48", "2025-11-24"),
        ("in week 48", "2025-11-24"),
        ("week 48 donderdag", "2025-11-27"),
        ("over één week", "2025-11-26"),
        ("over een maand", "2025-12-19"),
        ("over twaalf dagen", "2025-12-01"),
        ("volgende week", "2025-11-24"),
        ("EIND VAN DEZE MAAND", "2025-11-28"),
        ("vr.", "2025-11-21"),
    ],
)
def test_a_follow_up_reads_as_people_write_it(words, day):
    assert read_follow_up(words, today=TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("vandaag", "2025-11-19"),
        ("gisteren", "2025-11-18"),
        ("eergisteren", "2025-11-17"),
        ("maandag", "2025-11-17"),
        ("vrijdag", "2025-11-14"),
        ("woensdag", "2025-11-12"),
        ("vorige week donderdag", "2025-11-13"),
        ("17-11", "2025-11-17"),
        ("today", "2025-11-19"),
        ("yesterday", "2025-11-18"),
        ("the day before yesterday", "2025-11-17"),
        ("last Thursday", "2025-11-13"),
        ("last week Monday", "2025-11-10"),
        ("afgelopen dinsdag", "2025-11-18"),
        ("5 november", "2025-11-05"),
        ("3-2", "2025-02-03"),
        ("19-11", "2025-11-19"),
        ("twee dagen geleden", "2025-11-17"),
        ("3 weeks ago", "2025-10-29"),
    ],
)
def test_the_start_of_a_line_looks_back(words, day):
    assert read_when(words, today=TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize("words", ["31-2", "week 60", "wk 53", "di 24-11", "29-2", "0 januari"])
def test_a_day_that_does_not_exist_is_a_bad_date(words):
    assert read_follow_up(words, today=TODAY) is BadDate.IMPOSSIBLE


@pytest.mark.parametrize("words", ["31-12-9999", "2150-01-01", "over 9999 weken", "1-1-0001"])
def test_a_day_more_than_a_century_off_is_a_slip(words):
    assert read_follow_up(words, today=TODAY) is BadDate.IMPOSSIBLE
    assert read_when(words, today=TODAY) in (BadDate.IMPOSSIBLE, None)


@pytest.mark.parametrize(
    "words",
    ["vandaag", "gisteren", "19-11", "18-11", "24-11-2024", "week 47", "vorige week vrijdag", "0d"],
)
def test_a_follow_up_that_is_not_ahead_is_a_bad_date(words):
    assert read_follow_up(words, today=TODAY) is BadDate.WRONG_WAY


@pytest.mark.parametrize(
    "words", ["morgen", "20-11", "24-11", "volgende week dinsdag", "a.s. vrijdag", "1-1-2026"]
)
def test_a_contact_that_is_still_to_come_is_a_bad_date(words):
    assert read_when(words, today=TODAY) is BadDate.WRONG_WAY


@pytest.mark.parametrize(
    "words",
    [
        "",
        "nu",
        "mei",
        "jan",
        "dus",
        "vr of za",
        "vr?",
        "(vr)",
        "3",
        "2 x",
        "over",
        "24-13-1-1",
        ".",
    ],
)
def test_other_words_are_no_date(words):
    assert read_follow_up(words, today=TODAY) is None


@pytest.mark.parametrize(
    "words", ["vr", "do", "zo", "ma", "mei", "week 46", "2w", "Jan 3", "gisteren van"]
)
def test_short_days_and_bare_weeks_need_a_lead_word(words):
    assert read_when(words, today=TODAY) is None


def test_words_may_come_one_by_one():
    assert read_follow_up(["over", "twee", "weken"], today=TODAY) == date(2025, 12, 3)


def test_the_end_of_a_month_that_ended_is_not_next_month():
    assert read_follow_up("eind van de maand", today=date(2025, 11, 28)) is BadDate.WRONG_WAY


def test_the_first_week_may_begin_in_the_old_year():
    assert read_follow_up("week 1", today=TODAY) == date(2025, 12, 29)


def test_week_53_is_read_in_a_year_that_has_one():
    assert read_follow_up("wk 53", today=date(2026, 11, 19)) == date(2026, 12, 28)


def test_a_month_on_from_the_last_day_is_the_last_day_of_a_shorter_month():
    assert read_follow_up("over een maand", today=date(2026, 1, 31)) == date(2026, 2, 28)


def test_working_days_skip_the_weekend():
    assert read_follow_up("1b", today=date(2025, 11, 21)) == date(2025, 11, 24)
    assert read_follow_up("1b", today=date(2025, 11, 22)) == date(2025, 11, 24)


def test_the_leap_day_is_read_when_it_comes():
    assert read_follow_up("29-2", today=date(2027, 12, 1)) == date(2028, 2, 29)


@given(st.text(max_size=40), DAYS)
def test_any_text_gives_a_day_the_right_way_or_none(words, today):
    ahead, back = read_follow_up(words, today=today), read_when(words, today=today)
    assert ahead is None or isinstance(ahead, BadDate) or ahead > today
    assert back is None or isinstance(back, BadDate) or back <= today


@given(
    st.lists(st.sampled_from(PIECES), max_size=4),
    DAYS | st.just(date.max) | st.just(date.min),
)
def test_scrambled_date_words_never_raise(words, today):
    read_follow_up(words, today=today)
    read_when(words, today=today)


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_a_day_name_is_the_nearest_such_day_both_ways(today, name):
    ahead, back = read_follow_up(name, today=today), read_when(name, today=today)
    assert ahead - back == timedelta(days=7 if WEEKDAYS[today.weekday()] != name else 14)
    assert WEEKDAYS[ahead.weekday()] == WEEKDAYS[back.weekday()] == name


@given(DAYS, st.integers(min_value=1, max_value=330))
def test_a_day_and_month_within_eleven_months_finds_its_year(today, distance):
    day = today + timedelta(days=distance)
    assert read_follow_up(f"{day.day}-{day.month}", today=today) == day
    day = today - timedelta(days=distance)
    assert read_when(f"{day.day}-{day.month}", today=today) == day


@given(DAYS, st.integers(min_value=7, max_value=330))
def test_a_week_number_finds_the_monday_of_that_week(today, distance):
    day = today + timedelta(days=distance)
    monday = day - timedelta(days=day.weekday())
    assert read_follow_up(f"week {day.isocalendar().week}", today=today) == monday
