"""Reads a deck of Anki (.apkg): names with their pictures, as other teachers practise them.

It is a zip with a database, a list of what the pictures are called, and the pictures. Decks of
newer programs are packed with zstandard, which Python cannot undo; those say so.
"""

import html
import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from klasgenoot.domain.columns import NAME_FIELDS, Table, guess_columns
from klasgenoot.domain.errors import EmptyList, TooLarge, UnreadableList
from klasgenoot.domain.names import tidy
from klasgenoot.domain.roster import RosterRow, rows_from
from klasgenoot.exchange.archives import Archive
from klasgenoot.exchange.database_pages import Pages
from klasgenoot.exchange.tables import MAX_CELL, MAX_ROWS, table_under

NEWER = "collection.anki21b"
COLLECTIONS = ("collection.anki21", "collection.anki2")
"""The database, in the form that can be read; the first that is there is the one that counts."""

_MAX_COLLECTION = 100_000_000
_MAX_NAMES = 5_000_000
_BETWEEN_FIELDS = "\x1f"
_KIND_AT, _FIELDS_AT, _MODELS_AT = 2, 6, 9
"""Where the kind and the fields stand in a row of `notes`, and the kinds in that of `col`."""
_PICTURE = re.compile(r"""<img[^>]{0,300}?src=["']?([^"'>]{1,300})""", re.IGNORECASE)
_BREAK = re.compile(r"<(?:br|/?div|/?p|/?li)\b[^>]{0,300}>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]{0,2000}>|\[sound:[^\]]{0,300}\]")
_LONGEST_FIELD = 10 * MAX_CELL
_NAME = ("Name",)


@dataclass(frozen=True, slots=True)
class Face:
    """A picture in a deck: whose it is, and under which name it stands in the zip."""

    name: str
    entry: str


@dataclass(frozen=True, slots=True)
class _Note:
    kind: int
    texts: tuple[str, ...]
    pictures: tuple[str, ...]


def is_deck(names: Iterable[str]) -> bool:
    """Whether a zip with these files in it is a deck."""
    return not {NEWER, *COLLECTIONS}.isdisjoint(names)


def read_deck(archive: Archive, *, source: str) -> Table:
    """Makes a class list of the notes in a deck that have a picture.

    Raises:
        UnreadableList: it is packed as newer programs do (`why` is anki), or damaged.
        EmptyList: no note has a picture and a name.
        TooLarge: there is more in it than any teacher has.
    """
    pages = _pages(archive, source=source)
    notes = _notes(pages, source=source)
    header = _field_names(pages).get(notes[0].kind, ())
    rows = [(number, note.texts) for number, note in enumerate(notes, start=1)]
    if NAME_FIELDS.intersection(guess_columns(header, ())):
        return table_under(header, rows, source=source)
    filled = Counter(place for note in notes for place, text in enumerate(note.texts) if text)
    if not filled:
        raise EmptyList(source)
    place = min(filled, key=lambda place: (-filled[place], place))
    names = [(number, (texts[place] if place < len(texts) else "",)) for number, texts in rows]
    return table_under(_NAME, names, source=source)


def faces_in(archive: Archive, *, source: str) -> tuple[Face, ...]:
    """The pictures in a deck, named after whom they show.

    Raises:
        UnreadableList, EmptyList, TooLarge: as `read_deck`.
    """
    table = read_deck(archive, source=source)
    people = rows_from(table, fields=guess_columns(table.header, table.rows))
    pictures = [note.pictures for note in _notes(_pages(archive, source=source), source=source)]
    entries = _entries(archive, source=source)
    shown = ((person, picture) for person in people for picture in pictures[person.line - 1])
    return tuple(
        Face(_file_name(person), entries[picture])
        for person, picture in shown
        if picture in entries
    )


def _file_name(person: RosterRow) -> str:
    return person.full_name.replace("/", " ")


def _pages(archive: Archive, *, source: str) -> Pages:
    names = archive.names
    if NEWER in names:
        raise UnreadableList(source, "anki")
    name = next((name for name in COLLECTIONS if name in names), None)
    if name is None:
        raise UnreadableList(source, "damaged")
    data = archive.start_of(name, _MAX_COLLECTION + 1)
    if len(data) > _MAX_COLLECTION:
        raise TooLarge(source, "100 MB")
    return Pages(data, source=source)


def _notes(pages: Pages, *, source: str) -> list[_Note]:
    """The notes with a picture, of the kind of which there are most."""
    found: list[_Note] = []
    for row in pages.rows("notes"):
        if len(row) <= _FIELDS_AT:
            continue
        kind, fields = row[_KIND_AT], row[_FIELDS_AT]
        if isinstance(kind, int) and isinstance(fields, str) and "<img" in fields.casefold():
            cells = [cell[:_LONGEST_FIELD] for cell in fields.split(_BETWEEN_FIELDS)]
            pictures = [html.unescape(each) for cell in cells for each in _PICTURE.findall(cell)]
            found.append(_Note(kind, tuple(map(_text, cells)), tuple(dict.fromkeys(pictures))))
        if len(found) > MAX_ROWS:
            raise TooLarge(source, f"{MAX_ROWS} rows")
    if not found:
        raise EmptyList(source)
    counts = Counter(note.kind for note in found)
    kind = max(counts, key=lambda kind: counts[kind])
    return [note for note in found if note.kind == kind]


def _text(cell: str) -> str:
    """The first line of a field, without markup."""
    lines = (_TAG.sub("", line) for line in _BREAK.split(cell))
    return next(filter(None, (tidy(html.unescape(line)) for line in lines)), "")


def _field_names(pages: Pages) -> dict[int, tuple[str, ...]]:
    """What the fields of each kind of note are called, where the deck says so."""
    for row in pages.rows("col"):
        try:
            models = json.loads(str(row[_MODELS_AT]))
            return {
                int(kind): tuple(str(field["name"])[:MAX_CELL] for field in model["flds"])
                for kind, model in models.items()
            }
        except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
            break
    return {}


def _entries(archive: Archive, *, source: str) -> dict[str, str]:
    """Under which name each picture stands in the zip."""
    try:
        told = json.loads(archive.start_of("media", _MAX_NAMES))
        return {str(name): str(entry) for entry, name in told.items()}
    except (ValueError, AttributeError, RecursionError) as error:
        raise UnreadableList(source, "damaged") from error
