"""A word by which many names are remembered is said to be in use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.mnemonics import TOO_MANY, SharedHook, shared_hook


@pytest.mark.parametrize(
    ("mnemonic", "others", "expected"),
    [
        ("bril", ["bril"] * 4, SharedHook("bril", 4)),
        ("bril", ["bril"] * 3, None),
        ("Grote Bril!", ["bril, rood", "een bril", "BRIL", "bríl"], SharedHook("Bril", 4)),
        ("heeft een bril", ["heeft een hond"] * 9, None),
        ("looks like my aunt", ["looks like my dog"] * 9, None),
        ("brillen", ["bril"] * 9, None),
        ("", ["bril"] * 9, None),
        ("bril en baard", ["bril"] * 4 + ["baard"] * 6, SharedHook("baard", 6)),
        ("bril", ["bril bril"] * 2, None),
    ],
)
def test_the_word_and_how_many_others(mnemonic, others, expected):
    assert shared_hook(mnemonic, others) == expected


@given(st.text(max_size=40), st.lists(st.text(max_size=40), max_size=12))
def test_a_hook_is_never_said_to_be_used_by_more_than_there_are(mnemonic, others):
    hook = shared_hook(mnemonic, others)
    assert hook is None or TOO_MANY <= hook.others <= len(others)


@given(st.text("abcdefg", min_size=3, max_size=9), st.integers(0, 9))
def test_the_same_word_counts_each_time(word, count):
    hook = shared_hook(word, [word] * count)
    assert hook == (SharedHook(word, count) if count >= TOO_MANY else None)
