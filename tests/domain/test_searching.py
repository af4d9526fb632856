"""What is looked for is what was typed, whatever it was, and it is marked where it stands."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.names import fold_words
from klasgenoot.domain.searching import (
    MOST_PHRASES,
    Phrase,
    found_in,
    padded,
    places_of_words,
    read_sought,
    snippet,
    words_in,
)

OPERATORS = ("stage", "and", "not", "x", "or", "col", "y")


def phrases(typed: str) -> list[tuple[str, bool]]:
    return [(" ".join(phrase.words), phrase.goes_on) for phrase in read_sought(typed).phrases]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("stage", [("stage", True)]),
        ("Zoë  STAGE", [("zoe", True), ("stage", True)]),
        ("stage stage", [("stage", True)]),
        ('"goed gegaan"', [("goed gegaan", False)]),
        ('"goed geg', [("goed geg", True)]),
        ("“goed gegaan” nu", [("goed gegaan", False), ("nu", True)]),
        ("vd Berg", [("van", True), ("d", True), ("berg", True)]),
        ("het-portfolio", [("het", True), ("portfolio", True)]),
        ("#zorg", [("zorg", True)]),
        ("stage AND NOT (x) OR col:y*", [(w, True) for w in OPERATORS]),
        ('"" "', []),
        (" ?! ", []),
        ("", []),
    ],
)
def test_words_and_phrases_are_read(typed: str, expected: list[tuple[str, bool]]) -> None:
    assert phrases(typed) == expected


def test_of_a_page_that_is_pasted_the_first_words_count() -> None:
    pasted = " ".join(f"woord{number}" for number in range(3000))
    assert len(read_sought(pasted).phrases) == MOST_PHRASES


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("stag", "De Stage, en stages.", ["Stage", "stages"]),
        ("cafe", "in het café", ["café"]),
        ('"goed gegaan"', "Goed: gegaan, niet goed", ["Goed: gegaan"]),
        ('"goed gegaan"', "goed niet gegaan", []),
        ("het wit", "het witte; wit het", ["het witte", "wit het"]),
        ("smit", "de heer Smit", ["Smit"]),
        ("emo", "😀emotie 😀", ["emotie"]),
        ("x", "", []),
    ],
)
def test_found_words_are_marked_as_a_whole(typed: str, text: str, marked: list[str]) -> None:
    found = [text[start:end] for start, end in found_in(read_sought(typed), text)]
    joined = " ".join(found)
    assert joined.split() == " ".join(marked).split()


def test_a_line_begins_near_what_was_found() -> None:
    text = f"{'lang verhaal ' * 20}over de verhuizing\nen meer"
    places = found_in(read_sought("verhuiz"), text)
    line, moved = snippet(text, places, lead=30)
    assert [line[start:end] for start, end in moved] == ["verhuizing"]
    assert line.startswith("… ")
    assert moved[0][0] <= 34
    assert "\n" not in line


@given(typed=st.text(max_size=80), text=st.text(max_size=120))
def test_nothing_raises_and_marks_lie_in_the_text_in_order(typed: str, text: str) -> None:
    sought = read_sought(typed)
    last = 0
    for start, end in found_in(sought, text):
        assert last <= start < end <= len(text)
        last = end
    line, moved = snippet(text, found_in(sought, text), lead=10)
    assert all(line[start:end].split() for start, end in moved)


@given(text=st.text(max_size=120))
def test_words_are_those_of_the_index(text: str) -> None:
    assert [word for word, _, _ in words_in(text)] == fold_words(text).split()
    assert all(text[start:end].strip() for start, end in places_of_words(text))


@given(words=st.lists(st.sampled_from(["goed", "goede", "stage"]), min_size=1, max_size=6))
def test_a_phrase_is_in_a_row_of_words_exactly_when_it_stands_there(words: list[str]) -> None:
    phrase = Phrase(("goed", "stage"), goes_on=False)
    is_there = any(pair == ("goed", "stage") for pair in pairwise(words))
    assert (phrase.sign in padded(" ".join(words))) == is_there
    assert bool(list(phrase.starts(words))) == is_there
