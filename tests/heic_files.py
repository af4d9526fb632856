"""HEIC photos for tests: encoded as phones do, and put together box by box to hurt.

They need the extra `heic`, whose wheel can encode too; a test that has none is skipped.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import pytest
from PIL import Image

from made_files import picture

TILE = 512
"""How large the tiles are that a phone makes its photos of."""


def heic(image: Image.Image | None = None, *, tile: int | None = None, **options: object) -> bytes:
    """A picture as the bytes of a HEIC; in tiles if their size is given."""
    encoder = pytest.importorskip("pillow_heif")
    buffer = BytesIO()
    made = encoder.from_pillow(image or picture())
    if tile is not None:
        options["tile_size"] = tile
    made.save(buffer, **{"quality": 80, **options})
    return buffer.getvalue()


def several(images: Sequence[Image.Image], *, primary: int) -> bytes:
    """Pictures in one file, one of which its maker chose."""
    encoder = pytest.importorskip("pillow_heif")
    made = encoder.from_pillow(images[0])
    for image in images[1:]:
        made.add_from_pillow(image)
    buffer = BytesIO()
    made.save(buffer, quality=80, primary_index=primary)
    return buffer.getvalue()


# ---- box by box ----


def box(name: bytes, *parts: bytes) -> bytes:
    """A box with its length and its name."""
    body = b"".join(parts)
    return struct.pack(">I4s", 8 + len(body), name) + body


def size_told(width: int, height: int) -> bytes:
    """What a file says of the size of a picture."""
    return box(b"ispe", struct.pack(">4xII", width, height))


@dataclass(frozen=True, slots=True)
class Item:
    """A thing in a file: what it is, its bytes, what is told of it, and what it is made of."""

    kind: bytes
    data: bytes
    told: tuple[bytes, ...]
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Coded:
    """A picture in code: how it is coded, and the code."""

    how: bytes
    data: bytes

    def item(self, *told: bytes, width: int = 64, height: int = 64) -> Item:
        """It as an item."""
        return Item(b"hvc1", self.data, (self.how, size_told(width, height), *told))


def coded(image: Image.Image | None = None, **options: object) -> Coded:
    """A picture as code: of 64 x 64, red above and blue below unless it is another."""
    data = heic(image or picture(64, 64), **options)
    at = data.index(b"hvcC") - 4
    how = data[at : at + int.from_bytes(data[at : at + 4], "big")]
    return Coded(how, data[data.index(b"mdat") + 4 :])


def grid(
    rows: int,
    columns: int,
    *,
    parts: Sequence[int],
    told: tuple[bytes, ...] = (),
    size: tuple[int, int] | None = None,
) -> Item:
    """A picture of tiles, of 64 x 64 unless its size is given."""
    width, height = size or (64 * columns, 64 * rows)
    data = struct.pack(">BBBBII", 0, 1, rows - 1, columns - 1, width, height)
    return Item(b"grid", data, (size_told(width, height), *told), tuple(parts))


def put_together(items: Sequence[Item], *, primary: int = 1, brand: bytes = b"heic") -> bytes:
    """A file of items, which are counted from 1 on."""
    told = [each for item in items for each in item.told]
    kinds = [
        box(b"infe", struct.pack(">IHH4sx", 2 << 24, place, 0, item.kind))
        for place, item in enumerate(items, 1)
    ]
    links = [
        box(b"dimg", struct.pack(f">HH{len(item.parts)}H", place, len(item.parts), *item.parts))
        for place, item in enumerate(items, 1)
        if item.parts
    ]
    at, said, notes, places = 0, 0, [], []
    for place, item in enumerate(items, 1):
        marks = bytes(range(said + 1, said + 1 + len(item.told)))
        notes.append(struct.pack(">HB", place, len(marks)) + marks)
        places.append(struct.pack(">HHHHII", place, 1, 0, 1, at, len(item.data)))
        at, said = at + len(item.data), said + len(marks)
    meta = box(
        b"meta",
        bytes(4),
        box(b"hdlr", bytes(8), b"pict", bytes(13)),
        box(b"pitm", struct.pack(">IH", 0, primary)),
        box(b"iinf", struct.pack(">IH", 0, len(items)), *kinds),
        box(b"iloc", struct.pack(">IHH", 1 << 24, 0x4400, len(items)), *places),
        box(b"iref", bytes(4), *links) if links else b"",
        box(
            b"iprp",
            box(b"ipco", *told),
            box(b"ipma", struct.pack(">II", 0, len(items)), *notes),
        ),
        box(b"idat", *(item.data for item in items)),
    )
    return box(b"ftyp", brand, bytes(4), b"mif1heic") + meta
