"""Is what came out of the cage a JPEG as our own reader writes them, and nothing else?

The window shows these bytes with a decoder of its own, so their structure is held against the exact
one: a plain baseline JPEG without a byte that a reader of ours would not have written.
"""

import re

from klasgenoot.exchange.cage.frames import Nonsense

_START, _END = b"\xff\xd8", b"\xff\xd9"
_JFIF = b"JFIF\x00"
_FRAME, _SCAN, _JFIF_MARK = 0xC0, 0xDA, 0xE0
_MARKS = frozenset({_FRAME, _SCAN, _JFIF_MARK, 0xDB, 0xC4})
"""The parts there may be; beside those named, the tables for sizes and for letters."""
_MOST_MARKS = 20
_FRAME_LENGTH = 17
_COLOURS = 3
_MARK_AMONG_PIXELS = re.compile(rb"\xff(?!\x00)")
"""In the picture itself 255 is always followed by 0."""


def size_within(data: bytes, box: tuple[int, int]) -> tuple[int, int]:
    """Width and height in pixels of what fits in a box.

    Raises:
        Nonsense: it is larger, or anything else than such a JPEG.
    """
    width, height = size_of(data)
    if width > box[0] or height > box[1]:
        raise Nonsense
    return width, height


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height in pixels.

    Raises:
        Nonsense: it is anything else than such a JPEG.
    """
    if not (data.startswith(_START) and data.endswith(_END)):
        raise Nonsense
    at, size = 2, (0, 0)
    for place in range(_MOST_MARKS):
        mark, end = _mark(data, at)
        if (place == 0) != (mark == _JFIF_MARK and data.startswith(_JFIF, at + 4)):
            raise Nonsense
        if mark == _FRAME:
            size = _size(data, at, end, known=size)
        at = end
        if mark == _SCAN:
            break
    else:
        raise Nonsense
    if size == (0, 0) or _MARK_AMONG_PIXELS.search(data, at, len(data) - len(_END)):
        raise Nonsense
    return size


def _mark(data: bytes, at: int) -> tuple[int, int]:
    """Which part begins here, and where it ends."""
    if at + 4 > len(data) or data[at] != 0xFF or data[at + 1] not in _MARKS:  # noqa: PLR2004 - what every mark begins with
        raise Nonsense
    end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    if not at + 4 <= end <= len(data):
        raise Nonsense
    return data[at + 1], end


def _size(data: bytes, at: int, end: int, *, known: tuple[int, int]) -> tuple[int, int]:
    if known != (0, 0) or end - at != _FRAME_LENGTH + 2 or data[at + 9] != _COLOURS:
        raise Nonsense
    height, width = (int.from_bytes(data[at + n : at + n + 2], "big") for n in (5, 7))
    if not (width and height):
        raise Nonsense
    return width, height
