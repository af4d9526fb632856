"""Reads the JSON of everything, as Klasgenoot gives it out: of it the classes, names and photos.

What else stands in it (contacts, promises, notes, answers) is let go while it is parsed: that comes
back from a backup (docs/decisions/0036-everything-comes-back.md). Photos are cut out of the bytes
before anything is made text of them: all but a few of the bytes are theirs.
"""

import json
import re
from binascii import Error, a2b_base64
from codecs import iterdecode, iterencode
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from klasgenoot.domain.columns import Table
from klasgenoot.domain.errors import TooLarge, UnreadableList
from klasgenoot.domain.people import Crop
from klasgenoot.domain.remarks import Remark, RemarkKind
from klasgenoot.exchange.archives import MAX_ENTRIES
from klasgenoot.exchange.encodings import utf16_of
from klasgenoot.exchange.tables import MAX_ROWS, table_under

SHAPE = 1
"""The shape of the JSON of everything; another shape is another number."""
MAX_BYTES = 150_000_000
"""Of the whole file; 500 students with photos are 60 MB."""
MAX_TEXT = 60_000_000
"""Of what is no photo; ten years with 100,000 contacts are 40 MB."""

MAX_OBJECTS = 400_000
"""A contact is one, and so is an answer to a card."""

HEADER = (
    *("student_number", "call_name", "given_name", "infix", "family_name"),
    *("email", "pronouns", "class"),
)
_TEXTS = HEADER[:-1]
_ALWAYS = frozenset({"given_name", "family_name", "class"})
"""Columns that are there though empty: where no list has a given name, the call name is it."""
_SIDES = ("left", "top", "width", "height")
_TAKEN = frozenset(
    {"klasgenoot", "shape", "classes", "name", "students", "id", "photo", "crop", *_TEXTS, *_SIDES}
)
"""What is looked at; whatever else stands in the file is in nobody's memory after that."""
_PHOTO = re.compile(rb'"([A-Za-z0-9+/]{800,}+={0,2})"')
"""A JPEG of ours in base64 is longer than this, and no text has as many letters without a blank."""
_CUT_OUT = "\x01"
_ROUNDED = 1e-9
_AT_ONCE = 1 << 20
"""So many bytes of a file in UTF-16 are put into UTF-8 at a time."""


@dataclass(frozen=True, slots=True)
class KeptPhoto:
    """A photo in the file: whose, the number of that student in it, its bytes, and the portrait."""

    name: str
    line: int
    data: bytes
    crop: Crop | None


@dataclass(frozen=True, slots=True)
class _Person:
    """A student in the file. `line` is the same in each of their classes."""

    line: int
    texts: tuple[str, ...]
    photo: str
    crop: Crop | None


def read_everything(data: bytes, *, source: str) -> Table:
    """Makes a class list of everything: a row for each student in each of their classes.

    Raises:
        UnreadableList: it is no such file (`why` is json), of a newer Klasgenoot, or damaged.
        EmptyList: nobody stands in it.
        TooLarge: there is more in it than any teacher has.
    """
    classes, _ = _classes(data, source=source)
    rows = [(each.line, (*each.texts, name)) for name, those in classes for each in those]
    remark = Remark(RemarkKind.EVERYTHING, sum(bool(those) for _, those in classes))
    return table_under(HEADER, rows, source=source, remarks=(remark,), may_be_empty=_ALWAYS)


def photos_in_everything(data: bytes, *, source: str) -> tuple[KeptPhoto, ...]:
    """The photos in the file, each once.

    Raises:
        UnreadableList, TooLarge: as `read_everything`.
    """
    classes, photos = _classes(data, source=source)
    found: dict[int, KeptPhoto] = {}
    for each in (person for _, those in classes for person in those if person.photo):
        written = photos.get(each.photo, each.photo.encode("ascii", "replace"))
        try:
            picture = a2b_base64(written, strict_mode=True)
        except Error:
            continue
        name = " ".join(filter(None, (each.texts[1] or each.texts[2], *each.texts[3:5])))
        found.setdefault(each.line, KeptPhoto(name, each.line, picture, each.crop))
        if len(found) > MAX_ENTRIES:
            raise TooLarge(source, f"{MAX_ENTRIES} photos")
    return tuple(found.values())


def _classes(
    data: bytes, *, source: str
) -> tuple[list[tuple[str, list[_Person]]], dict[str, memoryview]]:
    """The classes with their students, and the photos by what stands for them."""
    told, photos = _parsed(data, source=source)
    known: dict[int | str, _Person] = {}
    classes: list[tuple[str, list[_Person]]] = []
    count = 0
    match told:
        case {"klasgenoot": {"shape": int(shape)}} if shape > SHAPE:
            raise UnreadableList(source, "newer")
        case {"classes": list(there)}:
            pass
        case _:
            raise UnreadableList(source, "json")
    for each in there:
        match each:
            case {"name": str(name), "students": list(those)}:
                inside = [person for one in those if (person := _person(one, known))]
            case _:
                raise UnreadableList(source, "damaged")
        count += len(inside)
        if len(inside) < len(those):
            raise UnreadableList(source, "damaged")
        if count > MAX_ROWS:
            raise TooLarge(source, f"{MAX_ROWS} rows")
        classes.append((_sayable(name), inside))
    return classes, photos


def _person(told: Any, known: dict[int | str, _Person]) -> _Person | None:  # noqa: ANN401 - whatever a file says
    """A student of the file, one who is in several classes once; None if it is none."""
    if not isinstance(told, dict):
        return None
    number = told.get("id")
    if type(number) is int and number in known:
        return known[number]
    texts = [told.get(name, "") for name in _TEXTS]
    photo = told.get("photo", "")
    if not all(isinstance(text, str) for text in (*texts, photo)):
        return None
    line = len(known) + 1
    person = _Person(line, tuple(map(_sayable, texts)), photo, _crop(told.get("crop")))
    known[number if type(number) is int else f"line {line}"] = person
    return person


def _crop(told: Any) -> Crop | None:  # noqa: ANN401 - likewise
    """Which part of a photo is the portrait; None where that is not said, or makes no sense."""
    if not isinstance(told, dict):
        return None
    found = (told.get(name) for name in _SIDES)
    try:
        sides = [float(side) for side in found if isinstance(side, int | float)]
    except OverflowError:  # a whole number of hundreds of figures
        return None
    if len(sides) < len(_SIDES):
        return None
    crop = Crop(*sides)
    return crop if is_within(crop) else None


def is_within(crop: Crop) -> bool:
    """Whether a portrait lies within its photo."""
    wide = crop.left >= 0 and crop.width > 0 and crop.left + crop.width <= 1 + _ROUNDED
    return wide and crop.top >= 0 and crop.height > 0 and crop.top + crop.height <= 1 + _ROUNDED


def _sayable(text: str) -> str:
    """A text that can be written: JSON can name half a sign."""
    return text.encode("utf-8", "replace").decode()


# ---- from bytes to values ----


def _parsed(data: bytes, *, source: str) -> tuple[Any, dict[str, memoryview]]:
    if len(data) > MAX_BYTES:
        raise TooLarge(source, "150 MB")
    photos: dict[str, memoryview] = {}
    try:
        text = b"".join(_without_photos(_in_utf8(data), photos))
        if len(text) > MAX_TEXT:
            raise TooLarge(source, "60 MB")
        told = json.loads(
            text.decode("utf-8-sig"), object_pairs_hook=_Taker(source), parse_constant=_refused
        )
    except (ValueError, RecursionError) as error:
        raise UnreadableList(source, "damaged") from error
    return told, photos


def _in_utf8(data: bytes) -> bytes:
    """The file as we write it: some editors save what they opened as UTF-16.

    Raises:
        ValueError: it begins so and goes on otherwise.
    """
    encoding = utf16_of(data)
    if encoding is None:
        return data
    whole = memoryview(data)
    parts = (bytes(whole[at : at + _AT_ONCE]) for at in range(0, len(data), _AT_ONCE))
    return b"".join(iterencode(iterdecode(parts, encoding), "utf-8"))


def _without_photos(data: bytes, photos: dict[str, memoryview]) -> Iterator[bytes]:
    """The bytes with a short text for each photo."""
    whole, at = memoryview(data), 0
    for found in _PHOTO.finditer(data):
        yield data[at : found.start(1)]
        stands_for = f"{_CUT_OUT}{len(photos)}"
        photos[stands_for] = whole[found.start(1) : found.end(1)]
        yield json.dumps(stands_for)[1:-1].encode()
        at = found.end(1)
    yield data[at:]


class _Taker:
    """Takes of each object what is looked at, as it is parsed."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._count = 0

    def __call__(self, pairs: list[tuple[str, Any]]) -> dict[str, Any] | None:
        """What counts of an object; None where nothing does.

        Raises:
            ValueError: a name stands in it twice, and so one of them would be passed over.
            TooLarge: this is one object too many.
        """
        self._count += 1
        if self._count > MAX_OBJECTS:
            raise TooLarge(self._source, f"{MAX_OBJECTS} objects")
        if not pairs:
            return None
        told = dict(pairs)
        if len(told) < len(pairs):
            raise ValueError
        return {name: told[name] for name in _TAKEN.intersection(told)} or None


def _refused(name: str) -> None:
    """NaN and Infinity are no JSON."""
    raise ValueError(name)
