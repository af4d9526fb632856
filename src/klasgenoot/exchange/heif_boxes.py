"""What is in a HEIC file? Its boxes, as ISO 23008-12 describes them; no picture is decoded here.

A file of that kind holds items: pictures, tiles of pictures, thumbnails, what a camera told. Only
what leads from the picture to its tiles is looked at; what a camera told is never read.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_MOST_BOXES = 20_000
"""No photo has as many parts; one that has is made to take long to look through."""
_MOST_ITEMS = 4_000
"""A picture of fifty megapixels has two hundred tiles, and as many of what lies under it."""
_MOST_STRETCHES = 20_000
"""In how many pieces all items lie; a phone writes each in one. A piece may take no room to name,
so that a small file could name billions."""
_LONG, _TO_THE_END = 1, 0
"""What the length of a box says where it stands elsewhere, or is all there is."""
_HEAD = 8
_IN_FILE, _IN_META = 0, 1
"""Where an item may lie; a third place, within another item, no camera uses."""
_FLAGS = 24
"""Bits of what stands behind the version of a table."""
_WIDE_NUMBERS = 2
"""From this version of a table on, items are counted in 32 bits."""


@dataclass(frozen=True, slots=True)
class Property:
    """What is told of an item: its size, how it is turned, its colours."""

    name: bytes
    body: bytes


class HeifFile:
    """The items of a file, and what each of them is.

    Args:
        data: the whole file.

    Raises:
        ValueError: it does not follow its format; here and wherever it is read.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._left = _MOST_BOXES
        start, end = self._only(b"meta", 0, len(data))
        meta = {name: (at, to) for name, at, to in self._boxes(start + 4, end)}
        self._meta = meta
        self._kinds = self._read_kinds()
        self._places = self._read_places()
        self._links = self._read_links()
        self._properties = self._read_properties()
        cursor, version = self._table(b"pitm")
        self.primary = cursor.number(4 if version else 2)

    def kind(self, item: int) -> bytes:
        """What an item is, in four letters; four blanks where there is no such item."""
        return self._kinds.get(item, b"    ")

    def content(self, item: int) -> bytes:
        """The bytes of an item."""
        base = self._meta[b"idat"] if self._is_in_meta(item) else (0, len(self._data))
        parts = []
        left = base[1] - base[0]
        for at, size in self._places[item][1]:
            start = base[0] + at
            left -= size
            if left < 0 or start + size > base[1]:
                raise ValueError
            parts.append(self._data[start : start + size])
        return b"".join(parts)

    def properties(self, item: int) -> tuple[Property, ...]:
        """What is told of an item, in the order in which it counts."""
        return self._properties.get(item, ())

    def property(self, item: int, name: bytes) -> bytes | None:
        """The first thing of this name that is told of an item."""
        return next((each.body for each in self.properties(item) if each.name == name), None)

    def parts(self, item: int) -> tuple[int, ...]:
        """The items that an item is put together of."""
        return self._links.get((b"dimg", item), ())

    def companions(self, item: int) -> tuple[int, ...]:
        """The items that belong to an item: what can be seen through, how far away things are."""
        return tuple(
            other for (kind, other), to in self._links.items() if kind == b"auxl" and item in to
        )

    def _is_in_meta(self, item: int) -> bool:
        if item not in self._places:
            raise ValueError
        where = self._places[item][0]
        if where not in {_IN_FILE, _IN_META} or (where == _IN_META and b"idat" not in self._meta):
            raise ValueError
        return where == _IN_META

    def _boxes(self, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
        """The boxes in a stretch: the name of each, and where its body begins and ends."""
        while at < end:
            self._left -= 1
            if self._left < 0 or at + _HEAD > end:
                raise ValueError
            size, name = struct.unpack_from(">I4s", self._data, at)
            start = at + _HEAD
            if size == _LONG:
                size, start = _Cursor(self._data, start, end).number(8), start + 8
            elif size == _TO_THE_END:
                size = end - at
            if at + size > end or start > at + size:
                raise ValueError
            yield name, start, at + size
            at += size

    def _only(self, wanted: bytes, at: int, end: int) -> tuple[int, int]:
        found = next(((s, e) for name, s, e in self._boxes(at, end) if name == wanted), None)
        if found is None:
            raise ValueError
        return found

    def _table(self, name: bytes, within: tuple[int, int] | None = None) -> "tuple[_Cursor, int]":
        """A box with a version: where its body is read, and the version."""
        start, end = self._only(name, *within) if within else self._meta.get(name, (0, 0))
        cursor = _Cursor(self._data, start, end)
        return cursor, cursor.number(4) >> _FLAGS

    def _read_kinds(self) -> dict[int, bytes]:
        cursor, version = self._table(b"iinf")
        cursor.number(4 if version else 2)
        kinds: dict[int, bytes] = {}
        for name, start, end in self._boxes(cursor.at, cursor.end):
            if name != b"infe" or len(kinds) >= _MOST_ITEMS:
                raise ValueError
            entry = _Cursor(self._data, start, end)
            version = entry.number(4) >> _FLAGS
            item = entry.number(4 if version > _WIDE_NUMBERS else 2)
            entry.number(2)
            kinds[item] = entry.number(4).to_bytes(4, "big")
        return kinds

    def _read_places(self) -> dict[int, tuple[int, list[tuple[int, int]]]]:
        cursor, version = self._table(b"iloc")
        sizes = cursor.number(2)
        of_place, of_length, of_base, of_index = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
        places: dict[int, tuple[int, list[tuple[int, int]]]] = {}
        left = _MOST_STRETCHES
        for _ in range(_few(cursor.number(2 if version < _WIDE_NUMBERS else 4))):
            item = cursor.number(2 if version < _WIDE_NUMBERS else 4)
            where = cursor.number(2) & 15 if version else _IN_FILE
            cursor.number(2)
            base, count = cursor.number(of_base), cursor.number(2)
            left -= count
            if left < 0:
                raise ValueError
            stretches = []
            for _ in range(count):
                cursor.number(of_index if version else 0)
                at, size = cursor.number(of_place), cursor.number(of_length)
                stretches.append((base + at, size))
            places[item] = where, stretches
        return places

    def _read_links(self) -> dict[tuple[bytes, int], tuple[int, ...]]:
        if b"iref" not in self._meta:
            return {}
        cursor, version = self._table(b"iref")
        size = 4 if version else 2
        links: dict[tuple[bytes, int], tuple[int, ...]] = {}
        for name, start, end in self._boxes(cursor.at, cursor.end):
            entry = _Cursor(self._data, start, end)
            item = entry.number(size)
            links[name, item] = tuple(entry.number(size) for _ in range(entry.number(2)))
        return links

    def _read_properties(self) -> dict[int, tuple[Property, ...]]:
        if b"iprp" not in self._meta:
            return {}
        inside = self._meta[b"iprp"]
        known = [
            Property(name, self._data[start:end])
            for name, start, end in self._boxes(*self._only(b"ipco", *inside))
        ]
        told: dict[int, tuple[Property, ...]] = {}
        for name, start, end in self._boxes(*inside):
            if name == b"ipma":
                told |= self._told_of_items(start, end, known)
        return told

    def _told_of_items(
        self, start: int, end: int, known: list[Property]
    ) -> dict[int, tuple[Property, ...]]:
        cursor = _Cursor(self._data, start, end)
        version, flags = divmod(cursor.number(4), 1 << _FLAGS)
        size = 2 if flags & 1 else 1
        told: dict[int, tuple[Property, ...]] = {}
        for _ in range(_few(cursor.number(4))):
            item = cursor.number(4 if version else 2)
            places = [
                cursor.number(size) & (0x7FFF if size > 1 else 0x7F)
                for _ in range(cursor.number(1))
            ]
            if any(place > len(known) for place in places):
                raise ValueError
            told[item] = tuple(known[place - 1] for place in places if place)
        return told


def _few(count: int) -> int:
    """How many items a table is about, which is not more than there can be."""
    if count > _MOST_ITEMS:
        raise ValueError
    return count


class _Cursor:
    """Reads numbers one after the other, and never past the end."""

    def __init__(self, data: bytes, at: int, end: int) -> None:
        self._data = data
        self.at = at
        self.end = end

    def number(self, size: int) -> int:
        """A whole number of so many bytes; of none it is 0."""
        start, self.at = self.at, self.at + size
        if self.at > self.end:
            raise ValueError
        return int.from_bytes(self._data[start : self.at], "big")
