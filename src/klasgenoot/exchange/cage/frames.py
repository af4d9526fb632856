"""How the two sides of the cage talk: a head and some parts, every length said beforehand.

Neither side takes code, objects or more bytes than it said it would; the head is one flat JSON
object of texts and whole numbers. What a message means is held against exact shapes by who gets it.
"""

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

_LENGTHS = struct.Struct(">II")
"""The length of the head, and how many parts follow."""
_PART = struct.Struct(">I")
LONGEST_HEAD = 16_384
MOST_PARTS = 4
_AT_ONCE = 262_144
"""A message up to so many bytes is written at once: each write wakes the other side."""


class Nonsense(Exception):  # noqa: N818 - it is the other side's, not an error of ours
    """The other side said something that cannot be a message."""


class Pipe(Protocol):
    """An end of a pipe, without a buffer of its own."""

    def readinto(self, buffer: memoryview, /) -> int | None:
        """Reads what there is, at most what fits."""

    def write(self, data: bytes | memoryview, /) -> int | None:
        """Writes what there is room for."""


@dataclass(frozen=True, slots=True)
class Message:
    """What one side says to the other.

    Attributes:
        what: which message it is.
        head: what belongs to it, by name.
        parts: the bytes that go along.
    """

    what: str
    head: Mapping[str, str | int] = field(default_factory=dict)
    parts: tuple[bytes, ...] = ()


def send(pipe: Pipe, message: Message) -> None:
    """Writes a message, whole.

    Raises:
        OSError: nobody reads any more.
    """
    head = json.dumps({"what": message.what, **message.head}, ensure_ascii=True).encode()
    lengths = b"".join(_PART.pack(len(part)) for part in message.parts)
    begin = _LENGTHS.pack(len(head), len(message.parts)) + lengths + head
    if sum(map(len, message.parts)) <= _AT_ONCE:
        _write(pipe, b"".join((begin, *message.parts)))
        return
    for piece in (begin, *message.parts):
        _write(pipe, piece)


def receive(pipe: Pipe, *, most: int) -> Message:
    """Reads a message, whole.

    Args:
        pipe: where from.
        most: how many bytes its parts may come to.

    Raises:
        EOFError: the other side is gone.
        Nonsense: it is no message, or a larger one than that.
    """
    head_length, count = _LENGTHS.unpack(_read(pipe, _LENGTHS.size))
    if head_length > LONGEST_HEAD or count > MOST_PARTS:
        raise Nonsense
    begin = _read(pipe, count * _PART.size + head_length)
    lengths = [length for (length,) in _PART.iter_unpack(begin[: count * _PART.size])]
    if sum(lengths) > most:
        raise Nonsense
    head = _head(begin[count * _PART.size :])
    what = head.pop("what", "")
    return Message(str(what), head, tuple(_read(pipe, length) for length in lengths))


def _head(data: bytes) -> dict[str, str | int]:
    try:
        head = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Nonsense from error
    if not isinstance(head, dict) or any(type(told) not in {str, int} for told in head.values()):
        raise Nonsense
    return head


def _write(pipe: Pipe, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[pipe.write(left) or 0 :]


def _read(pipe: Pipe, length: int) -> bytes:
    data = bytearray(length)
    left = memoryview(data)
    while left:
        count = pipe.readinto(left)
        if not count:
            raise EOFError
        left = left[count:]
    return bytes(data)
