"""Which readers are there? One `Reader` for each thing that is read in the cage.

What a reader is stands in `reader.py`. Another kind of list has its place in `exchange/lists.py`;
another kind of thing is one more `Reader`, and one word in `READERS`.
"""

from dataclasses import dataclass
from typing import Any

from klasgenoot.domain.columns import Table
from klasgenoot.domain.errors import TooLarge, Trouble, UnreadablePhoto
from klasgenoot.exchange.archives import MAX_ENTRIES, reaches_outside
from klasgenoot.exchange.cage.enclosed import CARD_PICTURES, FACES
from klasgenoot.exchange.cage.everything_readers import EVERYTHING, KEPT_PHOTOS
from klasgenoot.exchange.cage.frames import Message, Nonsense
from klasgenoot.exchange.cage.own_jpeg import size_within
from klasgenoot.exchange.cage.reader import Given, Reader, number_in, text_in, two_parts
from klasgenoot.exchange.cage.table_messages import MOST_OF_TABLE, pack_table, unpack_table
from klasgenoot.exchange.cage.timetable_reader import TIMETABLE
from klasgenoot.exchange.decks import is_deck, read_deck
from klasgenoot.exchange.lists import read_list
from klasgenoot.exchange.photos import LARGE, MAX_FILE, SMALL, Picture, read_photo
from klasgenoot.exchange.signatures import Kind
from klasgenoot.exchange.tables import MAX_BYTES
from klasgenoot.exchange.zstandard import is_packed, unpacked

MOST_OF_PICTURE = 4_000_000
"""Bytes of both sizes of a photo; noise in the large box comes to 1.2 MB."""
MOST_OF_NAMES = 8_000_000
_BETWEEN_NAMES = "\x00"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a zip. `kind` is None where the zip is damaged."""

    name: str
    kind: Kind | None


def _photo(given: Given) -> Picture:
    data = given.data
    if is_packed(data):  # as pictures in the newest decks are
        try:
            data = unpacked(data, MAX_FILE + 1)
        except ValueError as error:
            raise UnreadablePhoto("", "broken") from error
    return read_photo(data, source="")


def _pack_photo(picture: Picture) -> Message:
    return Message("done", parts=(picture.large, picture.small))


def _unpack_photo(message: Message, _source: str) -> Picture:
    large, small = two_parts(message)
    width, height = size_within(large, LARGE)
    size_within(small, SMALL)
    return Picture(large, small, width, height)


def _table(given: Given) -> Table:
    if given.archive is not None and is_deck(given.archive.names) and not given.data:
        return read_deck(given.archive, source="")
    return read_list(given.data, source="")


def _contents(given: Given) -> tuple[Entry, ...]:
    if given.archive is None:
        raise Nonsense
    return tuple(Entry(name, given.archive.kind_of(name)) for name in given.archive.names)


def _pack_contents(entries: tuple[Entry, ...]) -> Message:
    names = _BETWEEN_NAMES.join(entry.name for entry in entries)
    kinds = _BETWEEN_NAMES.join(entry.kind or "" for entry in entries)
    return Message("done", {"files": len(entries)}, (names.encode(), kinds.encode()))


def _unpack_contents(message: Message, _source: str) -> tuple[Entry, ...]:
    count = number_in(message, "files", most=MAX_ENTRIES)
    parts = two_parts(message)
    if not count:
        return ()
    if any(part.count(_BETWEEN_NAMES.encode()) != count - 1 for part in parts):
        raise Nonsense
    names, kinds = (text_in(part).split(_BETWEEN_NAMES) for part in parts)
    if len(set(names)) != count or any(not name or reaches_outside(name) for name in names):
        raise Nonsense
    try:
        known = [Kind(kind) if kind else None for kind in kinds]
    except ValueError as error:
        raise Nonsense from error
    return tuple(Entry(name, kind) for name, kind in zip(names, known, strict=True))


def _too_long_photo(source: str) -> Trouble:
    return UnreadablePhoto(source, "too_large")


def _too_long_list(source: str) -> Trouble:
    return TooLarge(source, "20 MB")


PHOTO = Reader(
    "photo", _photo, _pack_photo, _unpack_photo, MOST_OF_PICTURE, MAX_FILE, _too_long_photo
)
"""A JPEG, PNG or WebP, decoded and encoded anew in two sizes."""
TABLE = Reader("table", _table, pack_table, unpack_table, MOST_OF_TABLE, MAX_BYTES, _too_long_list)
"""A class list as delimited text."""
CONTENTS = Reader(
    "contents", _contents, _pack_contents, _unpack_contents, MOST_OF_NAMES, 0, _too_long_list
)
"""What files are in a zip, and what each of them is."""

_ALL = (PHOTO, TABLE, CONTENTS, CARD_PICTURES, FACES, EVERYTHING, KEPT_PHOTOS, TIMETABLE)
READERS: dict[str, Reader[Any]] = {reader.name: reader for reader in _ALL}
