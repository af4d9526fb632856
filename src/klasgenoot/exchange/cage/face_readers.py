"""Which readers are there for pictures with many faces? As `readers.py`, for those."""

from array import array
from collections.abc import Sequence
from typing import Any

from klasgenoot.domain.errors import TooLarge, Trouble, UnreadablePhoto
from klasgenoot.exchange import wide
from klasgenoot.exchange.cage.frames import Message, Nonsense
from klasgenoot.exchange.cage.own_jpeg import size_within
from klasgenoot.exchange.cage.reader import Given, Reader, number_in, two_parts
from klasgenoot.exchange.photos import LARGE, SMALL, Picture
from klasgenoot.exchange.photos import MAX_FILE as MAX_PHOTO
from klasgenoot.exchange.wide import MAX_CUTS, MOST_ACROSS, SHOWN_ACROSS, WidePicture

MOST_OF_PHOTOS = 120_000_000
"""Bytes of all photos on one picture or page."""
MOST_OF_WIDE = 40_000_000
_LENGTHS = 2


def _wide(given: Given) -> WidePicture:
    return wide.read_wide(given.data)


def pack_wide(picture: WidePicture) -> Message:
    """Puts a picture with many faces into a message."""
    return Message("done", parts=(picture.data, picture.shown))


def unpack_wide(message: Message, _source: str) -> WidePicture:
    """Takes one out of a message, or raises Nonsense."""
    data, shown = two_parts(message)
    width, height = size_within(data, (MOST_ACROSS, MOST_ACROSS))
    size_within(shown, (SHOWN_ACROSS, SHOWN_ACROSS))
    return WidePicture(data, shown, width, height)


def _cut(given: Given) -> tuple[Picture, ...]:
    return wide.cut(given.data)


def _pack_cut(pictures: tuple[Picture, ...]) -> Message:
    return Message("done", {"pictures": len(pictures)}, pack_photos(pictures))


def _unpack_cut(message: Message, _source: str) -> tuple[Picture, ...]:
    lengths, photos = two_parts(message)
    return unpack_photos(lengths, photos, count=number_in(message, "pictures", most=MAX_CUTS))


def pack_photos(pictures: Sequence[Picture]) -> tuple[bytes, bytes]:
    """Several photos as two parts of a message: how long each size is, and all bytes.

    Raises:
        TooLarge: they come to more than a message may have.
    """
    lengths = array("I")
    for picture in pictures:
        lengths.extend((len(picture.large), len(picture.small)))
    photos = b"".join(part for each in pictures for part in (each.large, each.small))
    if len(photos) > MOST_OF_PHOTOS - 1_000_000:
        raise TooLarge("", f"{MOST_OF_PHOTOS // 1_000_000} MB")
    return lengths.tobytes(), photos


def unpack_photos(lengths: bytes, photos: bytes, *, count: int) -> tuple[Picture, ...]:
    """The photos that these two parts have to be, or Nonsense."""
    sizes = numbers_in(lengths, "I", count=_LENGTHS * count)
    if sum(sizes) != len(photos):
        raise Nonsense
    pictures, at = [], 0
    for large, small in zip(sizes[::2], sizes[1::2], strict=True):
        whole, part = photos[at : at + large], photos[at + large : at + large + small]
        at += large + small
        width, height = size_within(whole, LARGE)
        size_within(part, SMALL)
        pictures.append(Picture(whole, part, width, height))
    return tuple(pictures)


def numbers_in(data: bytes, kind: str, *, count: int) -> "array[int]":
    """As many numbers as bytes have to be, or Nonsense."""
    numbers: array[int] = array(kind)
    if len(data) != count * numbers.itemsize:
        raise Nonsense
    numbers.frombytes(data)
    return numbers


def _too_long_photo(source: str) -> Trouble:
    return UnreadablePhoto(source, "too_large")


WIDE = Reader("wide", _wide, pack_wide, unpack_wide, MOST_OF_WIDE, MAX_PHOTO, _too_long_photo)
"""A class photo."""
CUT = Reader("cut", _cut, _pack_cut, _unpack_cut, MOST_OF_PHOTOS, MAX_PHOTO, _too_long_photo)
"""Faces, cut out of one of those, or of a page that was scanned."""

FACE_READERS: dict[str, Reader[Any]] = {reader.name: reader for reader in (WIDE, CUT)}
"""What is read beside photos and lists."""
