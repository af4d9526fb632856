"""Fields of protobuf messages: what is written is what is read; any bytes give fields or an end."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.exchange.protobuf import Value, fields_of


def number(value: int) -> bytes:
    """A number as the format writes it: seven bits at a time, the smallest first."""
    written = bytearray()
    while value > 0x7F:
        written.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*written, value])


def message(fields: Sequence[tuple[int, Value]]) -> bytes:
    """A message of these fields."""
    return b"".join(
        number(field << 3 | 2) + number(len(value)) + value
        if isinstance(value, bytes)
        else number(field << 3) + number(value)
        for field, value in fields
    )


@given(
    st.lists(
        st.tuples(
            st.integers(1, 2**29 - 1), st.one_of(st.integers(0, 2**64 - 1), st.binary(max_size=300))
        )
    )
)
def test_fields_are_read_as_they_were_written(fields: list[tuple[int, Value]]) -> None:
    assert list(fields_of(message(fields))) == fields


def test_numbers_of_a_set_width_are_bytes() -> None:
    assert list(fields_of(b"\x09" + bytes(8) + b"\x15" + bytes(4))) == [
        (1, bytes(8)),
        (2, bytes(4)),
    ]


@given(st.binary(max_size=200))
def test_any_bytes_give_fields_within_them_or_an_end(data: bytes) -> None:
    try:
        found = list(fields_of(data))
    except ValueError:
        return
    assert sum(len(value) for _, value in found if isinstance(value, bytes)) <= len(data)


@pytest.mark.parametrize("data", [b"\x0a\x05abc", b"\x80" * 11, b"\x0b", b"\x08", b"\x0d\x00"])
def test_what_is_cut_off_is_damage(data: bytes) -> None:
    with pytest.raises(ValueError):
        list(fields_of(data))
