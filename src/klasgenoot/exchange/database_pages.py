"""Reads the rows of a table out of the bytes of an SQLite file, without SQLite.

A deck of Anki is such a file. A strange database is never opened as one: what is in it could run.
This reads pages and records as the format describes them (sqlite.org/fileformat2.html) and knows no
SQL and no trigger. Tables without rowid are kept as an index is: those are read, other indexes not.
"""

import struct
from collections.abc import Iterator

from klasgenoot.domain.errors import UnreadableList

Value = int | float | str | bytes | None

_MAGIC = b"SQLite format 3\x00"
_HEAD = 100
_INTERIOR, _LEAF = 0x05, 0x0D
_INDEX_INTERIOR, _INDEX_LEAF = 0x02, 0x0A
_MOST_PAGES = 200_000
_LONGEST_RECORD = 2_000_000
_ENCODINGS = {1: "utf-8", 2: "utf-16-le", 3: "utf-16-be"}
_WHOLE_NUMBERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_FLOAT, _ZERO, _ONE, _BLOB = 7, 8, 9, 12
_SMALLEST_PAGE = 512


class Pages:
    """The pages of a database.

    Raises:
        UnreadableList: this is none, or it is damaged; here and wherever it is read.
    """

    def __init__(self, data: bytes, *, source: str) -> None:
        self._source = source
        self._data = data
        if len(data) < _HEAD or not data.startswith(_MAGIC):
            raise UnreadableList(source, "damaged")
        size = int.from_bytes(data[16:18], "big")
        self._size = 65_536 if size == 1 else size
        self._usable = self._size - data[20]
        self._encoding = _ENCODINGS.get(int.from_bytes(data[56:60], "big"), "utf-8")
        if self._size < _SMALLEST_PAGE or self._usable < _SMALLEST_PAGE - 32:
            raise UnreadableList(source, "damaged")

    def rows(self, table: str) -> Iterator[tuple[Value, ...]]:
        """The rows of a table, in their order; none if there is no such table.

        Of a table without rowid the columns of its key come first, and the order is that of the
        pages: rows that stand above others come before them.
        """
        try:
            root = next(
                (
                    row[3]
                    for row in self._records(1)
                    if len(row) > 3 and row[0] == "table" and row[1] == table  # noqa: PLR2004 - type, name, table, page
                ),
                None,
            )
            if isinstance(root, int):
                yield from self._records(root)
        except (IndexError, struct.error, UnicodeDecodeError, ValueError) as error:
            raise UnreadableList(self._source, "damaged") from error

    def _records(self, root: int) -> Iterator[tuple[Value, ...]]:
        left, seen = [root], set[int]()
        while left:
            number = left.pop()
            if number in seen or len(seen) > _MOST_PAGES:
                raise ValueError
            seen.add(number)
            page = self._page(number)
            start = _HEAD if number == 1 else 0
            kind, count = page[start], int.from_bytes(page[start + 3 : start + 5], "big")
            if kind in {_INTERIOR, _INDEX_INTERIOR}:
                cells = struct.unpack_from(f">{count}H", page, start + 12)
                below = [int.from_bytes(page[at : at + 4], "big") for at in cells]
                below.append(int.from_bytes(page[start + 8 : start + 12], "big"))
                left.extend(reversed(below))
                for at in cells if kind == _INDEX_INTERIOR else ():
                    yield self._record(self._payload(page, at + 4, most=self._most_in_index))
            elif kind in {_LEAF, _INDEX_LEAF}:
                for at in struct.unpack_from(f">{count}H", page, start + 8):
                    yield self._record(self._row(page, at, in_index=kind == _INDEX_LEAF))
            else:
                raise ValueError

    def _row(self, page: bytes, at: int, *, in_index: bool) -> bytes:
        """The bytes of the record that begins here; in a table its number stands before it."""
        if in_index:
            return self._payload(page, at, most=self._most_in_index)
        _, end = _number(page, at)
        _, begin = _number(page, end)
        return self._payload(page, at, most=self._usable - 35, begin=begin)

    def _page(self, number: int) -> bytes:
        page = self._data[(number - 1) * self._size : number * self._size]
        if number < 1 or len(page) < self._size:
            raise ValueError
        return page

    @property
    def _most_in_index(self) -> int:
        """So many bytes of a record stand on a page of an index; a longer one goes on elsewhere."""
        return (self._usable - 12) * 64 // 255 - 23

    def _payload(self, page: bytes, at: int, *, most: int, begin: int = 0) -> bytes:
        """The bytes of a record, with what stands on other pages for want of room.

        Args:
            page: where it is.
            at: where its length is.
            most: so many bytes of it may stand there.
            begin: where it begins; 0 for right behind its length.
        """
        length, end = _number(page, at)
        at = begin or end
        if length > _LONGEST_RECORD:
            raise ValueError
        if length <= most:
            return page[at : at + length]
        least = (self._usable - 12) * 32 // 255 - 23
        here = least + (length - least) % (self._usable - 4)
        here = here if here <= most else least
        found = bytearray(page[at : at + here])
        following = int.from_bytes(page[at + here : at + here + 4], "big")
        while len(found) < length:
            more = self._page(following)
            following = int.from_bytes(more[:4], "big")
            found += more[4 : self._usable]
        return bytes(found[:length])

    def _record(self, payload: bytes) -> tuple[Value, ...]:
        end, at = _number(payload, 0)
        values: list[Value] = []
        body = end
        while at < end:
            kind, at = _number(payload, at)
            length = _length(kind)
            values.append(self._value(kind, payload[body : body + length]))
            body += length
        if body > len(payload):
            raise ValueError
        return tuple(values)

    def _value(self, kind: int, data: bytes) -> Value:
        if kind in _WHOLE_NUMBERS:
            return int.from_bytes(data, "big", signed=True)
        if kind == _FLOAT:
            return float(struct.unpack(">d", data)[0])
        if kind in {_ZERO, _ONE}:
            return kind - _ZERO
        if kind < _BLOB:
            return None
        return data if kind % 2 == 0 else data.decode(self._encoding)


def _length(kind: int) -> int:
    if kind in _WHOLE_NUMBERS:
        return _WHOLE_NUMBERS[kind]
    if kind == _FLOAT:
        return 8
    return (kind - _BLOB) // 2 if kind >= _BLOB else 0


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where what follows begins."""
    number = 0
    for place in range(at, at + 8):
        byte = data[place]
        number = number << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - the last of them has no mark
            return number, place + 1
    return number << 8 | data[at + 8], at + 9
