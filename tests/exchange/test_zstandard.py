"""Zstandard: what was packed comes out, up to a limit, and hostile bytes take no room."""

import sys
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klasgenoot.exchange.zstandard import MAGIC, is_packed, unpacked

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd


@given(st.binary(max_size=5_000), st.integers(0, 6_000))
def test_the_first_bytes_of_what_was_packed_come_out(data: bytes, limit: int) -> None:
    packed = zstd.compress(data)
    assert is_packed(packed)
    assert unpacked(packed, limit) == data[:limit]


@given(st.binary(max_size=300))
def test_any_bytes_give_no_more_than_was_asked_or_damage(data: bytes) -> None:
    with suppress(ValueError):
        assert len(unpacked(MAGIC + data, 100)) <= 100


def test_what_unpacks_without_end_stops_at_the_limit() -> None:
    assert len(unpacked(zstd.compress(bytes(50_000_000)), 1_000)) == 1_000


def test_what_asks_for_gigabytes_or_is_cut_off_is_damage() -> None:
    asks_for_two_gigabytes = MAGIC + b"\x00\xa8\x09\x00\x00A"
    for packed in (asks_for_two_gigabytes, zstd.compress(b"A" * 9)[:-1], MAGIC, b"A"):
        with pytest.raises(ValueError):
            unpacked(packed, 100)
