"""One number is one number, however a list, a login or a file name writes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.domain.student_numbers import number_key


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("500123", "500123"),
        ("0500123", "500123"),
        ("s500123", "500123"),
        ("S0500123", "500123"),
        ("#500123 ", "500123"),
        ("500.123", "500123"),
        ("P500123", "p500123"),
        ("sjansen", "sjansen"),
        ("s", "s"),
        ("B001299", "b001299"),
        ("s.bakker", "sbakker"),
        ("000", ""),
        ("", ""),
    ],
)
def test_what_stands_before_a_number_does_not_count(written: str, key: str) -> None:
    assert number_key(written) == key


@given(st.text("s0123#- Ab", max_size=8))
def test_a_key_is_the_key_of_itself(text: str) -> None:
    assert number_key(number_key(text)) == number_key(text)
