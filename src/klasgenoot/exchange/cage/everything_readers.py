"""Readers of the JSON of everything: the list in it, and the photos.

As with vCards, photos come out as bytes that are not decoded yet, and go into the cage once more.
"""

import re

from klasgenoot.domain.columns import Table
from klasgenoot.domain.errors import TooLarge, Trouble
from klasgenoot.domain.people import Crop
from klasgenoot.exchange.archives import MAX_ENTRIES
from klasgenoot.exchange.cage.enclosed import checked_name, sayable, texts_in
from klasgenoot.exchange.cage.frames import Message, Nonsense
from klasgenoot.exchange.cage.reader import Given, Reader, number_in, two_parts
from klasgenoot.exchange.cage.table_messages import MOST_OF_TABLE, pack_table, unpack_table
from klasgenoot.exchange.everything import (
    MAX_BYTES,
    KeptPhoto,
    is_within,
    photos_in_everything,
    read_everything,
)
from klasgenoot.exchange.tables import MAX_ROWS

_BETWEEN = "\x00"
_NUMBER = r"[0-9]{1,9}"
_PART = r"[0-9](?:\.[0-9]{1,20})?(?:e-[0-9]{1,3})?"
_TOLD = re.compile(rf"({_NUMBER}) ({_NUMBER}) (?:({_PART}) ({_PART}) ({_PART}) ({_PART}))? (.+)")
"""How many bytes, which line, the crop if there is one, and the name."""


def _everything(given: Given) -> Table:
    return read_everything(given.data, source="")


def _photos(given: Given) -> tuple[KeptPhoto, ...]:
    return photos_in_everything(given.data, source="")


def _pack_photos(photos: tuple[KeptPhoto, ...]) -> Message:
    told = _BETWEEN.join(_told(photo) for photo in photos)
    data = b"".join(photo.data for photo in photos)
    return Message("done", {"photos": len(photos)}, (told.encode("utf-8", "replace"), data))


def _told(photo: KeptPhoto) -> str:
    crop = photo.crop
    sides = (crop.left, crop.top, crop.width, crop.height) if crop else ()
    return f"{len(photo.data)} {photo.line} {' '.join(map(repr, sides))} {sayable(photo.name)}"


def _unpack_photos(message: Message, _source: str) -> tuple[KeptPhoto, ...]:
    told, data = two_parts(message)
    found, at = [], 0
    for each in texts_in(told, count=number_in(message, "photos", most=MAX_ENTRIES)):
        words = _TOLD.fullmatch(each)
        if words is None or not 0 < int(words[2]) <= MAX_ROWS:
            raise Nonsense
        length, line, sides, name = int(words[1]), int(words[2]), words.groups()[2:6], words[7]
        crop = Crop(*map(float, sides)) if all(sides) else None
        if crop is not None and not is_within(crop):
            raise Nonsense
        found.append(KeptPhoto(checked_name(name), line, data[at : at + length], crop))
        at += length
    if at != len(data):
        raise Nonsense
    return tuple(found)


def _too_long(source: str) -> Trouble:
    return TooLarge(source, "150 MB")


EVERYTHING = Reader(
    *("everything", _everything, pack_table, unpack_table, MOST_OF_TABLE, MAX_BYTES, _too_long),
)
"""The list in the JSON of everything."""
KEPT_PHOTOS = Reader(
    *("kept photos", _photos, _pack_photos, _unpack_photos, MAX_BYTES, MAX_BYTES, _too_long),
)
"""The photos in it, with which part of each is the portrait."""
