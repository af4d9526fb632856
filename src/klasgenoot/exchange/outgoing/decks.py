"""Writes a deck of Anki (.apkg): a face on the front, the name on the back.

`genanki` knows what such a deck looks like and is an extra (docs/decisions/0026-genanki.md). Of its
own accord it works in the temp folder; here the database stays in memory.
"""

import json
from collections.abc import Sequence
from hashlib import blake2b
from html import escape
from importlib.util import find_spec
from io import BytesIO
from itertools import count
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from klasgenoot.domain.exports import Leaving

FIELDS = ("Face", "Given name", "Call name", "Infix", "Family name")
_MODEL = 1_607_392_841
"""Drawn once: the same kind of note in every deck of ours."""
_MADE = (1980, 1, 1, 0, 0, 0)
_CSS = (
    ".card{font-family:sans-serif;text-align:center;font-size:24px}"
    "img{max-width:90%;max-height:60vh;border-radius:16px}.rest{opacity:.65}"
)
_BACK = (
    "{{FrontSide}}<hr id=answer><b>{{#Call name}}{{Call name}}{{/Call name}}"
    "{{^Call name}}{{Given name}}{{/Call name}}</b>"
    " <span class=rest>{{Infix}} {{Family name}}</span>"
)


def can_write_decks() -> bool:
    """Whether the extra is there."""
    return find_spec("genanki") is not None


def write_deck(people: Sequence[Leaving], *, name: str, at: float) -> bytes:
    """A deck of those who have a photo.

    Args:
        people: who; somebody without photo has nothing to ask.
        name: what the deck is called.
        at: when, in seconds since 1970.
    """
    import sqlite3

    import genanki

    model = genanki.Model(
        _MODEL,
        "Klasgenoot",
        fields=[{"name": field} for field in FIELDS],
        templates=[{"name": "1", "qfmt": "{{Face}}", "afmt": _BACK}],
        css=_CSS,
    )
    deck = genanki.Deck(_number(name), name)
    pictures: dict[str, bytes] = {}
    for place, person in enumerate(each for each in people if each.picture):
        picture = f"{_digest(f'{name} {place} {person.full_name}')}.jpg"
        pictures[picture] = person.picture
        texts = (person.given_name, person.call_name, person.infix, person.family_name)
        deck.add_note(
            genanki.Note(
                model=model,
                fields=[f'<img src="{picture}">', *map(escape, texts)],
                guid=_digest(f"{name} {person.full_name} {person.student_number}"),
            )
        )
    connection = sqlite3.connect(":memory:")
    try:
        genanki.Package(deck).write_to_db(connection.cursor(), at, count(int(at * 1000)))
        connection.commit()
        database = connection.serialize()
    finally:
        connection.close()
    return _packed(database, pictures)


def _packed(database: bytes, pictures: dict[str, bytes]) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_STORED) as archive:
        archive.writestr(ZipInfo("collection.anki2", _MADE), database)
        names = {str(place): name for place, name in enumerate(pictures)}
        archive.writestr(ZipInfo("media", _MADE), json.dumps(names))
        for place, data in enumerate(pictures.values()):
            archive.writestr(ZipInfo(str(place), _MADE), data)
    return held.getvalue()


def _number(text: str) -> int:
    """The same number for the same name, so that a second export adds to the same deck."""
    return int.from_bytes(blake2b(text.encode(), digest_size=5).digest(), "big") | 1 << 30


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=10, person=b"klasgenoot.deck").hexdigest()
