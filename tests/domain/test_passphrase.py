"""The hint on a passphrase: what thieves try weighs little, and more never weighs less."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.errors import Missing
from klasgenoot.domain.known_words import COMMON
from klasgenoot.domain.passphrase import (
    GUESSES_A_SECOND,
    SUGGESTED_WORDS,
    YEAR,
    Strength,
    guess_bits,
    passphrase_bytes,
    strength_of,
    suggestion,
)
from klasgenoot.domain.plain_words import WORDS


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "a",
        "welkom01",
        "Welkom2026!",
        "hogeschool2026",
        "klasgenoot-inholland",
        "Rotterdam010!",
        "W3lk0m",
        "P@ssw0rd!",
        "Tr0ub4dor&3",
        "qwertyuiop",
        "lkjhgfdsa",
        "abcdefghijklmnop",
        "24-10-1998",
        "1234567890" * 4,
        "a" * 60,
        "ab" * 50,
        "koe koe koe koe koe koe",
        "een twee drie vier vijf zes zeven",
        "maandag dinsdag woensdag donderdag",
        "mokklew",
        "voetbalvereniging",
        "zomervakantie",
    ],
)
def test_what_is_tried_first_holds_for_less_than_a_day(typed: str) -> None:
    assert strength_of(typed) is Strength.TOO_SHORT


@pytest.mark.parametrize(
    ("typed", "strength"),
    [
        ("schrift herfst sprong", Strength.WEAK),
        ("vier kleine eenden zwemmen", Strength.FAIR),
        ("correct horse battery staple", Strength.FAIR),
        ("mijn hond blaft elke dinsdag om zes uur", Strength.STRONG),
        ("k8Fq2mXz9LpR4tWc", Strength.STRONG),
        ("7kqd2m9xh4tb", Strength.STRONG),
    ],
)
def test_words_and_signs_that_go_together_hold_longer(typed: str, strength: Strength) -> None:
    assert strength_of(typed) is strength


def test_the_names_of_ones_own_classes_are_no_secret() -> None:
    without, known = guess_bits("zwqk-7b 2026"), guess_bits("zwqk-7b 2026", about=["ZWQK-7B"])
    assert known < without - 20


@given(st.text(max_size=200))
def test_any_text_has_a_strength(typed: str) -> None:
    assert guess_bits(typed) >= 0
    assert strength_of(typed) in Strength


@given(st.lists(st.sampled_from(WORDS), max_size=8), st.sampled_from(WORDS))
def test_another_word_never_makes_it_weaker(words: list[str], word: str) -> None:
    assert guess_bits(" ".join([*words, word])) >= guess_bits(" ".join(words))


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6))
def test_what_divides_the_words_does_not_matter(words: list[str]) -> None:
    assert len({guess_bits(sign.join(words)) for sign in (" ", "-", ". ", "_")}) == 1


def test_there_are_512_plain_words_of_nine_bits_each() -> None:
    assert len(set(WORDS)) == len(WORDS) == 2**9
    assert all(word.isascii() and word.islower() and 3 <= len(word) <= 8 for word in WORDS)
    assert not set(WORDS) & set(COMMON)


@given(st.integers())
def test_a_suggestion_is_five_words_and_holds(seed: int) -> None:
    typed = suggestion(Random(seed))
    assert len(set(typed.split())) == SUGGESTED_WORDS
    assert set(typed.split()) <= set(WORDS)
    assert strength_of(typed) is Strength.STRONG


def test_a_suggestion_takes_the_years_that_we_say() -> None:
    assert int(2 ** (9 * SUGGESTED_WORDS - 1) / GUESSES_A_SECOND / YEAR) == 557


@given(st.text(min_size=1))
def test_a_passphrase_in_bytes_is_the_same_in_every_spelling_of_its_signs(typed: str) -> None:
    import unicodedata

    forms = {passphrase_bytes(unicodedata.normalize(form, typed)) for form in ("NFC", "NFD")}
    assert forms == {passphrase_bytes(typed)}


def test_nothing_else_of_a_passphrase_is_changed() -> None:
    assert passphrase_bytes(" Twee  Woorden ") == b" Twee  Woorden "
    with pytest.raises(Missing):
        passphrase_bytes("")
