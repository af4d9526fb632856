"""Other names in one field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.aliases import aliases_in, aliases_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        (" , ;", ()),
        ("Lex", ("Lex",)),
        ("Lex,Sander ; Alex", ("Lex", "Sander", "Alex")),
        ("Lex, Lex", ("Lex",)),
        ("Jan  Willem", ("Jan Willem",)),
    ],
)
def test_commas_divide_them(text, expected):
    assert aliases_in(text) == expected


@given(st.text(max_size=60))
def test_what_is_shown_reads_back_as_the_same(text):
    found = aliases_in(text)
    assert aliases_in(aliases_text(found)) == found
    assert not any("\n" in name for name in found)
