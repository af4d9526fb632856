"""Which readers are there? One `Reader` for each thing that is read in the cage.

A reader has three sides: `read` and `pack` run in the cage, on strange bytes; `unpack` runs outside
and believes nothing: what comes back is held against exact shapes. Another format is one more
`Reader` here, and one word in `READERS`.
"""

import re
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Generic, TypeVar

from klasgenoot.domain.columns import Table
from klasgenoot.domain.errors import TooLarge, Trouble, UnreadablePhoto
from klasgenoot.exchange.archives import MAX_ENTRIES, Archive, reaches_outside
from klasgenoot.exchange.cage.frames import Message, Nonsense
from klasgenoot.exchange.cage.own_jpeg import size_of
from klasgenoot.exchange.photos import LARGE, MAX_FILE, SMALL, Picture, read_photo
from klasgenoot.exchange.signatures import Kind
from klasgenoot.exchange.tables import MAX_BYTES, MAX_CELL, MAX_COLUMNS, MAX_ROWS, read_table

T = TypeVar("T")

MOST_OF_PICTURE = 4_000_000
"""Bytes of both sizes of a photo; noise in the large box comes to 1.2 MB."""
MOST_OF_TABLE = 64_000_000
MOST_OF_NAMES = 8_000_000
_BETWEEN_CELLS = "\x1f"
"""No cell has it: it counts as a blank, and those are tidied away."""
_BETWEEN_NAMES = "\x00"
_UNSEEN = re.compile("[\x00-\x1e\x7f]")


@dataclass(frozen=True, slots=True)
class Given:
    """What a reader is given in the cage: the bytes of a file, or a zip; and which part of it."""

    data: bytes
    archive: Archive | None
    part: int = 0


@dataclass(frozen=True, slots=True)
class Reader(Generic[T]):
    """How one kind of thing is read.

    Attributes:
        name: what it is called between the two sides.
        read: in the cage, makes something of what it is given.
        pack: in the cage, puts that into a message.
        unpack: outside, takes it out of the message, or raises Nonsense; also told the file's name.
        most: how many bytes the parts of its message may come to.
        longest: how many bytes the file may have.
        too_long: what to say of a longer one.
    """

    name: str
    read: Callable[[Given], T]
    pack: Callable[[T], Message]
    unpack: Callable[[Message, str], T]
    most: int
    longest: int
    too_long: Callable[[str], Trouble]


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a zip. `kind` is None where the zip is damaged."""

    name: str
    kind: Kind | None


def _photo(given: Given) -> Picture:
    return read_photo(given.data, source="")


def _pack_photo(picture: Picture) -> Message:
    return Message("done", parts=(picture.large, picture.small))


def _unpack_photo(message: Message, _source: str) -> Picture:
    large, small = _two(message)
    width, height = _within(large, LARGE)
    _within(small, SMALL)
    return Picture(large, small, width, height)


def _within(data: bytes, box: tuple[int, int]) -> tuple[int, int]:
    width, height = size_of(data)
    if width > box[0] or height > box[1]:
        raise Nonsense
    return width, height


def _table(given: Given) -> Table:
    return read_table(given.data, source="")


def _pack_table(table: Table) -> Message:
    cells = [*table.header, *(cell for row in table.rows for cell in row)]
    text = _BETWEEN_CELLS.join(cells).encode()
    if len(text) > MOST_OF_TABLE:
        raise TooLarge("", "20 MB")
    shape = {
        "columns": len(table.rows[0]),
        "rows": len(table.rows),
        "has_header": int(bool(table.header)),
    }
    return Message("done", shape, (text, array("I", table.lines).tobytes()))


def _unpack_table(message: Message, source: str) -> Table:
    text, numbers = _two(message)
    columns = _number(message, "columns", most=MAX_COLUMNS)
    count = _number(message, "rows", most=MAX_ROWS)
    has_header = _number(message, "has_header", most=1)
    lines = array("I")
    if len(numbers) != count * lines.itemsize:
        raise Nonsense
    lines.frombytes(numbers)
    rows = _rows(text, columns=columns, count=count + has_header)
    if not (count and columns) or any(a >= b for a, b in pairwise(lines)):
        raise Nonsense
    return Table(
        header=rows[0] if has_header else (),
        rows=tuple(rows[has_header:]),
        lines=tuple(lines),
        source=source,
    )


def _rows(data: bytes, *, columns: int, count: int) -> list[tuple[str, ...]]:
    if data.count(_BETWEEN_CELLS.encode()) != columns * count - 1:
        raise Nonsense
    text = _text(data)
    cells = text.split(_BETWEEN_CELLS)
    if _UNSEEN.search(text) or max(map(len, cells)) > MAX_CELL:
        raise Nonsense
    return [tuple(cells[at : at + columns]) for at in range(0, len(cells), columns)]


def _contents(given: Given) -> tuple[Entry, ...]:
    if given.archive is None:
        raise Nonsense
    return tuple(Entry(name, given.archive.kind_of(name)) for name in given.archive.names)


def _pack_contents(entries: tuple[Entry, ...]) -> Message:
    names = _BETWEEN_NAMES.join(entry.name for entry in entries)
    kinds = _BETWEEN_NAMES.join(entry.kind or "" for entry in entries)
    return Message("done", {"files": len(entries)}, (names.encode(), kinds.encode()))


def _unpack_contents(message: Message, _source: str) -> tuple[Entry, ...]:
    count = _number(message, "files", most=MAX_ENTRIES)
    parts = _two(message)
    if not count:
        return ()
    if any(part.count(_BETWEEN_NAMES.encode()) != count - 1 for part in parts):
        raise Nonsense
    names, kinds = (_text(part).split(_BETWEEN_NAMES) for part in parts)
    if len(set(names)) != count or any(not name or reaches_outside(name) for name in names):
        raise Nonsense
    try:
        known = [Kind(kind) if kind else None for kind in kinds]
    except ValueError as error:
        raise Nonsense from error
    return tuple(Entry(name, kind) for name, kind in zip(names, known, strict=True))


def _two(message: Message) -> tuple[bytes, bytes]:
    if len(message.parts) != 2:  # noqa: PLR2004 - as the name says
        raise Nonsense
    return message.parts[0], message.parts[1]


def _number(message: Message, name: str, *, most: int) -> int:
    number = message.head.get(name)
    if not isinstance(number, int) or not 0 <= number <= most:
        raise Nonsense
    return number


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise Nonsense from error


def _too_long_photo(source: str) -> Trouble:
    return UnreadablePhoto(source, "too_large")


def _too_long_list(source: str) -> Trouble:
    return TooLarge(source, "20 MB")


PHOTO = Reader(
    "photo", _photo, _pack_photo, _unpack_photo, MOST_OF_PICTURE, MAX_FILE, _too_long_photo
)
"""A JPEG, PNG or WebP, decoded and encoded anew in two sizes."""
TABLE = Reader(
    "table", _table, _pack_table, _unpack_table, MOST_OF_TABLE, MAX_BYTES, _too_long_list
)
"""A class list as delimited text."""
CONTENTS = Reader(
    "contents", _contents, _pack_contents, _unpack_contents, MOST_OF_NAMES, 0, _too_long_list
)
"""What files are in a zip, and what each of them is."""

READERS: dict[str, Reader[Any]] = {reader.name: reader for reader in (PHOTO, TABLE, CONTENTS)}
