"""What do we call it on screen? Every deed and kind has a word; dates as one says them."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from builders import TODAY
from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.deeds import Deed
from klasgenoot.viewmodels.words import (
    capital,
    days_ago,
    deed_words,
    first_sentence,
    kind_words,
    listed,
    long_date,
    month_day,
    one_stop,
    short_date,
    some_names,
)

DAY = date(2026, 9, 1)
GUIDE = Path(__file__).parents[2] / "resources" / "guide"


@pytest.fixture(params=["nl", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """The computer's own language while a test runs."""
    before = QLocale()
    QLocale.setDefault(QLocale({"nl": "nl_NL", "en": "en_GB"}[request.param]))
    yield request.param
    QLocale.setDefault(before)


@pytest.mark.parametrize("deed", Deed)
def test_every_deed_has_a_word_and_no_two_the_same(deed: Deed) -> None:
    assert deed_words(deed)
    assert [deed_words(other) for other in Deed].count(deed_words(deed)) == 1


def test_every_kind_of_contact_has_a_word() -> None:
    assert len({kind_words(kind) for kind in ContactKind}) == len(ContactKind)


def test_dates_are_said_as_people_say_them(language: str) -> None:
    said = (short_date(DAY), long_date(DAY), month_day(DAY))
    assert (
        said
        == {
            "nl": ("di 1 sep", "dinsdag 1 september", "1 september"),
            "en": ("Tue 1 Sept", "Tuesday 1 September", "1 September"),
        }[language]
    )


@pytest.mark.parametrize(
    ("days", "said"), [(0, "today"), (1, "yesterday"), (2, "2 day(s) ago"), (31, "31 day(s) ago")]
)
def test_how_long_ago_is_said_in_days(days: int, said: str) -> None:
    assert days_ago(TODAY - timedelta(days=days), today=TODAY) == said


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["Jort"], "Jort"),
        (["Jort", "Noor"], "Jort and Noor"),
        (["Jort", "Noor", "Timo"], "Jort, Noor and Timo"),
        (["O'Neill {x}", "Noor"], "O'Neill {x} and Noor"),
    ],
)
def test_names_are_listed_as_one_says_them(names: list[str], said: str) -> None:
    assert listed(names) == said


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Not seen: Sanne H..", "Not seen: Sanne H."),
        ("Not seen: Sanne H. and Milan.", "Not seen: Sanne H. and Milan."),
        ("You typed wait....", "You typed wait...."),
    ],
)
def test_a_shortened_name_ends_a_sentence_with_one_stop(sentence: str, said: str) -> None:
    assert one_stop(sentence) == said


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, ""),
        (1, "A"),
        (3, "A, B and C"),
        (4, "A, B and 2 other(s)"),
        (6, "A, B and 4 other(s)"),
    ],
)
def test_of_many_names_the_first_are_said_and_never_is_one_alone_counted(count: int, said: str):
    assert some_names("ABCDEF"[:count], most=2) == said


def test_a_sentence_begins_with_a_capital():
    assert [capital(words) for words in ("", "a", "één dag")] == ["", "A", "Één dag"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_first_sentence_of_each_recommendation_stands_by_itself(language: str):
    told = json.loads((GUIDE / f"{language}.json").read_text(encoding="utf-8"))
    for each in told["recommendations"]:
        first = first_sentence(each["why"])
        assert each["why"].startswith(f"{first} ")
        assert first.endswith(".")
        assert len(first) < 150, "three lines on the card of the page Today"


def test_a_shortened_word_does_not_end_the_sentence():
    assert first_sentence("Volgens Cook e.a. (2018) kan het. Meer niet.") == (
        "Volgens Cook e.a. (2018) kan het."
    )
    assert first_sentence("Zo is het") == "Zo is het"
