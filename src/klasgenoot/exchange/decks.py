"""Reads a deck of Anki (.apkg): names with their pictures, as other teachers practise them.

It is a zip with a database, a list of what the pictures are called, and the pictures. Of the newest
decks each of these is packed once more, and the list is a protobuf message; such a zip also has an
empty database, which asks an older Anki for an update.
"""

import html
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from klasgenoot.domain.columns import NAME_FIELDS, Table, guess_columns
from klasgenoot.domain.errors import EmptyList, TooLarge, UnreadableList, UnsafeArchive
from klasgenoot.domain.names import tidy
from klasgenoot.domain.roster import RosterRow, rows_from
from klasgenoot.exchange.archives import Archive
from klasgenoot.exchange.database_pages import Pages
from klasgenoot.exchange.hevc_library import can_decode
from klasgenoot.exchange.protobuf import fields_of
from klasgenoot.exchange.signatures import HEAD, PHOTOS, Kind, kind_of
from klasgenoot.exchange.tables import MAX_CELL, MAX_COLUMNS, MAX_ROWS, table_under
from klasgenoot.exchange.zstandard import is_packed, unpacked

COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""The database; the first that is there is the one that counts. That of the newest is packed."""
_NEWEST_FORM = 3
"""What is said in `meta` of the newest form we know."""

_MAX_COLLECTION = 100_000_000
_MAX_NAMES = 5_000_000
_SIGNS, _FIRST_BLOCK = 16, 140_000
"""So many bytes tell a photo, and hold the first block of what is packed, which tells them."""
_BETWEEN_FIELDS = "\x1f"
_KIND_AT, _FIELDS_AT, _MODELS_AT = 2, 6, 9
"""Where the kind and the fields stand in a row of `notes`, and the kinds in that of `col`."""
_ENTRY, _ENTRY_NAME, _ENTRY_PLACE = 1, 1, 255
"""Fields of the list of pictures, and of one in it: its name, and its place in older zips."""
_FORM = 1
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
    return not set(COLLECTIONS).isdisjoint(names)


def read_deck(archive: Archive, *, source: str) -> Table:
    """Makes a class list of the notes in a deck that have a picture.

    Raises:
        UnreadableList: its form is newer than we know (`why` is anki), or it is damaged.
        EmptyList: no note has a picture and a name.
        TooLarge: there is more in it than any teacher has.
    """
    pages = _pages(archive, source=source)
    notes = _notes(pages, source=source)
    header = _field_names(pages, notes[0].kind)
    rows = [(number, note.texts) for number, note in enumerate(notes, start=1)]
    if NAME_FIELDS.intersection(guess_columns(header, ())):
        return table_under(header, rows, source=source, may_be_empty=())  # not that of pictures
    filled = Counter(place for note in notes for place, text in enumerate(note.texts) if text)
    if not filled:
        raise EmptyList(source)
    place = min(filled, key=lambda place: (-filled[place], place))
    names = [(number, (texts[place] if place < len(texts) else "",)) for number, texts in rows]
    return table_under(_NAME, names, source=source)


def faces_in(archive: Archive, *, source: str) -> tuple[Face, ...]:
    """The pictures in a deck that can be photos, named after whom they show.

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
        if picture in entries and _is_photo(archive, entries[picture])
    )


def _file_name(person: RosterRow) -> str:
    return person.full_name.replace("/", " ")


def _is_photo(archive: Archive, entry: str) -> bool:
    try:
        data = archive.start_of(entry, HEAD)
        if is_packed(data):
            data = unpacked(archive.start_of(entry, _FIRST_BLOCK), _SIGNS)
    except (UnsafeArchive, ValueError):
        return False
    kind = kind_of(data)
    return kind in PHOTOS or (kind is Kind.HEIC and can_decode())


def _pages(archive: Archive, *, source: str) -> Pages:
    names = archive.names
    name = next((name for name in COLLECTIONS if name in names), None)
    if name is None:
        raise UnreadableList(source, "damaged")
    with _sound(source):
        if "meta" in names and dict(fields_of(archive.start_of("meta", HEAD))).get(
            _FORM, 0
        ) not in range(_NEWEST_FORM + 1):
            raise UnreadableList(source, "anki")
    data = _unpacked(archive, name, limit=_MAX_COLLECTION + 1, source=source)
    if len(data) > _MAX_COLLECTION:
        raise TooLarge(source, "100 MB")
    return Pages(data, source=source)


def _unpacked(archive: Archive, name: str, *, limit: int, source: str) -> bytes:
    """The first bytes of a file in a deck, without the packing of the newest."""
    data = archive.start_of(name, limit)
    if not is_packed(data):
        return data
    with _sound(source):
        return unpacked(data, limit)


@contextmanager
def _sound(source: str) -> Iterator[None]:
    try:
        yield
    except (ValueError, AttributeError, RecursionError) as error:
        raise UnreadableList(source, "damaged") from error


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


def _field_names(pages: Pages, kind: int) -> tuple[str, ...]:
    """What the fields of this kind of note are called, where the deck says so."""
    names: dict[int, str] = {}
    for row in pages.rows("fields"):  # of the newest: kind, place, name
        match row:
            case (int(those), int(place), str(name), *_) if those == kind:
                names[place] = name[:MAX_CELL]
    if names:
        return tuple(names.get(place, "") for place in range(min(max(names) + 1, MAX_COLUMNS)))
    for row in pages.rows("col"):
        try:
            model = json.loads(str(row[_MODELS_AT]))[str(kind)]
            return tuple(str(field["name"])[:MAX_CELL] for field in model["flds"])
        except (ValueError, KeyError, TypeError, IndexError, RecursionError):
            break
    return ()


def _entries(archive: Archive, *, source: str) -> dict[str, str]:
    """Under which name each picture stands in the zip."""
    with _sound(source):
        data = _unpacked(archive, "media", limit=_MAX_NAMES, source=source)
        if not is_packed(archive.start_of("media", HEAD)):
            return {str(name): str(entry) for entry, name in json.loads(data).items()}
        return dict(_listed(data))


def _listed(data: bytes) -> Iterator[tuple[str, str]]:
    """The pictures in the list of the newest form: the name of each, and where it stands."""
    entries = [value for field, value in fields_of(data) if field == _ENTRY]
    for number, entry in enumerate(entries):
        if not isinstance(entry, bytes):
            raise ValueError  # noqa: TRY004 - damage, as any other here
        told = dict(fields_of(entry))
        name, place = told.get(_ENTRY_NAME), told.get(_ENTRY_PLACE, number)
        if isinstance(name, bytes) and isinstance(place, int):
            yield name.decode(), str(place)
