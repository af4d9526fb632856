"""Which readers are there for PDFs? As `readers.py`, for those; they have a cage of their own.

A page comes back as words and boxes in whole hundredths of a point, and as photos of exactly the
structure our own writer makes.
"""

import re
from array import array
from collections.abc import Sequence
from typing import Any

from klasgenoot.domain.errors import TooLarge, Trouble
from klasgenoot.domain.page_layout import Box, Page, PagePicture, Word
from klasgenoot.exchange import pdf
from klasgenoot.exchange.cage.face_readers import (
    MOST_OF_PHOTOS,
    MOST_OF_WIDE,
    numbers_in,
    pack_photos,
    pack_wide,
    unpack_photos,
    unpack_wide,
)
from klasgenoot.exchange.cage.frames import Message, Nonsense
from klasgenoot.exchange.cage.reader import Given, Reader
from klasgenoot.exchange.wide import WidePicture

LONGEST_WORD = 200
_PART = 100
"""Hundredths of a point."""
_FARTHEST = pdf.MAX_SIDE * _PART * 11
_BETWEEN = "\x1f"
_UNSEEN = re.compile("[\x00-\x20\x7f-\x9f]")
_SIDES = 4
_HALF = pdf.SIGN // 2
"""So much of a sign goes into one number."""


def _count(given: Given) -> int:
    return pdf.count_pages(given.data)


def _pack_count(count: int) -> Message:
    return Message("done", {"pages": count})


def _unpack_count(message: Message, _source: str) -> int:
    return _number(message, "pages", least=1, most=pdf.MAX_PAGES)


def _page(given: Given) -> pdf.ReadPage:
    return pdf.read_page(given.data, given.part)


def _pack_page(read: pdf.ReadPage) -> Message:
    page, pictures = read.layout, read.pictures
    words = [word for word in page.words if len(word.text) <= LONGEST_WORD]
    numbers = array("i")
    for box in (*(word.box for word in words), *(picture.box for picture in page.pictures)):
        numbers.extend(round(side * _PART) for side in (box.left, box.top, box.right, box.bottom))
    numbers.extend(2 * word.glued + word.begins for word in words)
    for picture in page.pictures:
        numbers.extend((int(picture.sign[:_HALF], 16), int(picture.sign[_HALF:], 16)))
    lengths, photos = pack_photos(pictures)
    shape = {
        "width": round(page.width * _PART),
        "height": round(page.height * _PART),
        "words": len(words),
        "pictures": len(pictures),
        "off_page": page.off_page,
    }
    text = _BETWEEN.join(_UNSEEN.sub("", word.text) or "?" for word in words)
    return Message("done", shape, (text.encode(), numbers.tobytes(), lengths, photos))


def _unpack_page(message: Message, _source: str) -> pdf.ReadPage:
    if len(message.parts) != 4:  # noqa: PLR2004 - words, boxes, lengths, photos
        raise Nonsense
    text, sides, lengths, photos = message.parts
    count = _number(message, "words", most=pdf.MAX_LETTERS)
    shown = _number(message, "pictures", most=pdf.MAX_PICTURES)
    numbers = numbers_in(sides, "i", count=_SIDES * (count + shown) + count + 2 * shown)
    boxes = [_box(numbers[at : at + _SIDES]) for at in range(0, _SIDES * (count + shown), _SIDES)]
    marks = numbers[_SIDES * (count + shown) :][:count]
    halves = numbers[_SIDES * (count + shown) + count :]
    if any(not 0 <= half < 16**_HALF for half in halves):
        raise Nonsense
    if any(not 0 <= mark <= 3 for mark in marks):  # noqa: PLR2004 - two bits
        raise Nonsense
    words = _words(text, count=count)
    pictures = unpack_photos(lengths, photos, count=shown)
    layout = Page(
        width=_number(message, "width", least=1, most=pdf.MAX_SIDE * _PART) / _PART,
        height=_number(message, "height", least=1, most=pdf.MAX_SIDE * _PART) / _PART,
        words=tuple(
            Word(word, box, glued=bool(mark & 2), begins=bool(mark & 1))
            for word, box, mark in zip(words, boxes, marks, strict=False)
        ),
        pictures=tuple(
            PagePicture(box, f"{one:0{_HALF}x}{other:0{_HALF}x}")
            for box, one, other in zip(boxes[count:], halves[::2], halves[1::2], strict=True)
        ),
        off_page=_number(message, "off_page", most=pdf.MAX_PICTURES),
    )
    return pdf.ReadPage(layout, pictures)


def _words(data: bytes, *, count: int) -> list[str]:
    if not count:
        if data:
            raise Nonsense
        return []
    try:
        words = data.decode().split(_BETWEEN)
    except UnicodeDecodeError as error:
        raise Nonsense from error
    if len(words) != count or any(
        not word or len(word) > LONGEST_WORD or _UNSEEN.search(word) for word in words
    ):
        raise Nonsense
    return words


def _box(sides: Sequence[int]) -> Box:
    left, top, right, bottom = sides
    if not (-_FARTHEST <= left <= right <= _FARTHEST and -_FARTHEST <= top <= bottom <= _FARTHEST):
        raise Nonsense
    return Box(left / _PART, top / _PART, right / _PART, bottom / _PART)


def _wide_page(given: Given) -> WidePicture:
    return pdf.read_wide_page(given.data, given.part)


def _number(message: Message, name: str, *, least: int = 0, most: int) -> int:
    number = message.head.get(name)
    if not isinstance(number, int) or not least <= number <= most:
        raise Nonsense
    return number


def _too_long_pdf(source: str) -> Trouble:
    return TooLarge(source, f"{pdf.MAX_FILE // 1_000_000} MB")


PAGES = Reader("pages", _count, _pack_count, _unpack_count, 0, pdf.MAX_FILE, _too_long_pdf)
"""How many pages a PDF has."""
PAGE = Reader("page", _page, _pack_page, _unpack_page, MOST_OF_PHOTOS, pdf.MAX_FILE, _too_long_pdf)
"""One page of a PDF: its words, where they stand, and its pictures."""
WIDE_PAGE = Reader(
    "wide_page", _wide_page, pack_wide, unpack_wide, MOST_OF_WIDE, pdf.MAX_FILE, _too_long_pdf
)
"""One page of a PDF as a picture."""
PDF_READERS: dict[str, Reader[Any]] = {reader.name: reader for reader in (PAGES, PAGE, WIDE_PAGE)}
"""What a cage for PDFs reads."""
