"""Reads the fields of a protobuf message, as far as a deck of Anki needs it.

A message is fields, one after the other: a number that says which and of what make, and a value.
Which number means what, the reader of the message knows (protobuf.dev/programming-guides/encoding).
"""

from collections.abc import Iterator

Value = int | bytes

_VARINT, _FIXED_64, _BYTES, _FIXED_32 = 0, 1, 2, 5
_WIDTH = {_FIXED_64: 8, _FIXED_32: 4}
_LONGEST_NUMBER = 10
"""Bytes: seven bits of each make 64."""


def fields_of(message: bytes) -> Iterator[tuple[int, Value]]:
    """The fields in their order: which, and its value; a text or a message within it is bytes.

    Raises:
        ValueError: this is no message, or it is cut off.
    """
    at = 0
    while at < len(message):
        tag, at = _number(message, at)
        make = tag & 0x7
        if make == _VARINT:
            number, at = _number(message, at)
            yield tag >> 3, number
            continue
        if make == _BYTES:
            length, at = _number(message, at)
        elif make in _WIDTH:
            length = _WIDTH[make]
        else:
            raise ValueError
        if at + length > len(message):
            raise ValueError
        yield tag >> 3, message[at : at + length]
        at += length


def _number(message: bytes, at: int) -> tuple[int, int]:
    """A number of one to ten bytes, the smallest first, and where what follows begins."""
    number = 0
    for place, byte in enumerate(message[at : at + _LONGEST_NUMBER]):
        number |= (byte & 0x7F) << 7 * place
        if byte < 0x80:  # noqa: PLR2004 - the last of them has no mark
            return number, at + place + 1
    raise ValueError
