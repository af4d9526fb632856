"""Readers of the pictures that stand within a list: on vCards, and in a deck of Anki.

What comes out is not decoded yet: bytes of a card's picture, or where in the zip a deck has it.
They go into the cage once more, as any photo does.
"""

from dataclasses import dataclass

from klasgenoot.domain.errors import TooLarge, Trouble
from klasgenoot.exchange.archives import MAX_ENTRIES, reaches_outside
from klasgenoot.exchange.cage.frames import Message, Nonsense
from klasgenoot.exchange.cage.reader import Given, Reader, number_in, text_in, two_parts
from klasgenoot.exchange.cards import cards_in
from klasgenoot.exchange.decks import Face, faces_in
from klasgenoot.exchange.tables import MAX_BYTES, MAX_CELL, clean

_MOST_OF_PICTURES = 30_000_000
_MOST_OF_NAMES = 8_000_000
_BETWEEN = "\x00"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A picture within a list: the name of who it shows, and its bytes as they are."""

    name: str
    data: bytes


def _card_pictures(given: Given) -> tuple[Enclosed, ...]:
    cards = [card for card in cards_in(given.data, source="") if card.photo and card.name]
    if len(cards) > MAX_ENTRIES:
        raise TooLarge("", f"{MAX_ENTRIES} files")
    return tuple(Enclosed(sayable(card.name), card.photo) for card in cards)


def _pack_pictures(pictures: tuple[Enclosed, ...]) -> Message:
    told = _BETWEEN.join(f"{len(each.data)} {each.name}" for each in pictures)
    data = b"".join(each.data for each in pictures)
    return Message("done", {"pictures": len(pictures)}, (told.encode("utf-8", "replace"), data))


def _unpack_pictures(message: Message, _source: str) -> tuple[Enclosed, ...]:
    told, data = two_parts(message)
    lengths_and_names = texts_in(told, count=number_in(message, "pictures", most=MAX_ENTRIES))
    found, at = [], 0
    for each in lengths_and_names:
        length, _, name = each.partition(" ")
        if not (length.isascii() and length.isdigit() and len(length) < len("100000000")):
            raise Nonsense
        found.append(Enclosed(checked_name(name), data[at : at + int(length)]))
        at += int(length)
    if at != len(data):
        raise Nonsense
    return tuple(found)


def _faces(given: Given) -> tuple[Face, ...]:
    if given.archive is None:
        raise Nonsense
    faces = faces_in(given.archive, source="")
    if len(faces) > MAX_ENTRIES:
        raise TooLarge("", f"{MAX_ENTRIES} files")
    return faces


def _pack_faces(faces: tuple[Face, ...]) -> Message:
    names = _BETWEEN.join(sayable(face.name) for face in faces)
    entries = _BETWEEN.join(face.entry for face in faces)
    parts = tuple(text.encode("utf-8", "replace") for text in (names, entries))
    return Message("done", {"faces": len(faces)}, parts)


def _unpack_faces(message: Message, _source: str) -> tuple[Face, ...]:
    count = number_in(message, "faces", most=MAX_ENTRIES)
    names, entries = (texts_in(part, count=count) for part in two_parts(message))
    if any(not entry or reaches_outside(entry) for entry in entries):
        raise Nonsense
    return tuple(
        Face(checked_name(name), entry) for name, entry in zip(names, entries, strict=True)
    )


def sayable(name: str) -> str:
    """A name without signs that nobody sees."""
    return "".join(c for c in clean(name) if c.isprintable())[:MAX_CELL] or "?"


def texts_in(data: bytes, *, count: int) -> list[str]:
    """So many texts, with a sign between them that none has."""
    if not count:
        return []
    texts = text_in(data).split(_BETWEEN)
    if len(texts) != count:
        raise Nonsense
    return texts


def checked_name(text: str) -> str:
    """A name as a file may be called after it, shown to nobody but a teacher."""
    if not text or len(text) > MAX_CELL or not text.isprintable():
        raise Nonsense
    return text.replace("/", " ")


def _too_long(source: str) -> Trouble:
    return TooLarge(source, "20 MB")


CARD_PICTURES = Reader(
    *("card pictures", _card_pictures, _pack_pictures, _unpack_pictures),
    *(_MOST_OF_PICTURES, MAX_BYTES, _too_long),
)
"""The pictures on vCards."""
FACES = Reader("faces", _faces, _pack_faces, _unpack_faces, _MOST_OF_NAMES, 0, _too_long)
"""Whose pictures are in a deck, and where in it."""
