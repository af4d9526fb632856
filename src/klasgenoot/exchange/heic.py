"""Reads a HEIC photo, as phones make them: tiles of HEVC, put together, cut, turned and coloured.

What a camera told (EXIF, XMP, a colour profile) is not looked at. Which side is up, a HEIC says
beside the picture itself (`irot`, `imir`), and what EXIF says of it does not count.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from klasgenoot.domain.errors import UnreadablePhoto
from klasgenoot.exchange.heic_colours import image_of, in_colour
from klasgenoot.exchange.heif_boxes import HeifFile
from klasgenoot.exchange.hevc import decode

if TYPE_CHECKING:
    from PIL.Image import Image, Transpose

Area = tuple[float, float, float, float]

_MOST_TILES = 1_000
"""Fifty megapixels in tiles of 512 x 512 are two hundred."""
_PICTURE, _GRID = b"hvc1", b"grid"
_ALPHA = (
    b"urn:mpeg:hevc:2015:auxid:1\x00",
    b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\x00",
)
_SLICES = range(32)
"""The kinds of NAL units that hold a picture; all others are remarks."""
_PARAMETERS = frozenset({32, 33, 34})
"""Those that say how it is coded."""
_BEFORE_PARAMETERS = 23
"""Bytes of what stands before them where a picture says how it is coded; the last counts them."""
_SHORTEST_UNIT = 3
_MOST_UNITS = 2_000
"""Of one picture, which has a slice for each of its rows at most."""


@dataclass(frozen=True, slots=True)
class _Flat:
    """A picture in planes of 8 bits: its brightness, and both its colours if it has any.

    How they make red, green and blue stands in `hevc.Decoded`.
    """

    planes: "tuple[Image, ...]"
    matrix: int
    is_full: bool


class HeicPicture:
    """The picture of a HEIC file, decoded; of several the one that its maker chose.

    Args:
        data: the whole file.
        source: its name, as a trouble says it.
        most_pixels: of the picture, and of each tile; one that has more is not decoded.

    Raises:
        UnreadablePhoto: it has too many pixels, or is of a kind that is not read here.
        ValueError: it is broken.
        NoDecoder: nothing here can decode it.
    """

    def __init__(self, data: bytes, *, source: str, most_pixels: int) -> None:
        file = HeifFile(data)
        item = file.primary
        if file.kind(item) not in {_PICTURE, _GRID}:
            raise UnreadablePhoto(source, "unknown_format")
        # a single tile may be larger than the picture that is cut out of it
        for each in (item, *file.parts(item)):
            width, height = _size(file, each)
            if width * height > most_pixels:
                raise UnreadablePhoto(source, "too_many_pixels")
        self._area, self._turns = _changes(file, item)
        self._flat = _with_own_colours(file, item, _flat(file, item))
        self._alpha = _alpha(file, item)

    @property
    def size(self) -> tuple[int, int]:
        """Pixels of the picture before it is turned."""
        left, top, right, bottom = self._area
        return max(1, round(right - left)), max(1, round(bottom - top))

    @property
    def is_on_its_side(self) -> bool:
        """Whether turning it upright makes its width its height."""
        from PIL.Image import Transpose

        quarters = {Transpose.ROTATE_90, Transpose.ROTATE_270}
        return sum(turn in quarters for turn in self._turns) % 2 == 1

    def drawn(self, size: tuple[int, int]) -> "Image":
        """The picture upright, in RGB, or in RGBA if parts of it can be seen through.

        Args:
            size: its pixels before it is turned.
        """
        planes = [self._scaled(plane, size) for plane in self._flat.planes]
        image = in_colour(planes, matrix=self._flat.matrix, is_full=self._flat.is_full)
        if self._alpha is not None:
            image.putalpha(self._scaled(self._alpha, size))
        for turn in self._turns:
            image = image.transpose(turn)
        return image

    def _scaled(self, plane: "Image", size: tuple[int, int]) -> "Image":
        """One plane of the picture, of which the colours have fewer pixels than the brightness."""
        from PIL.Image import Resampling

        whole = self._flat.planes[0]
        across, down = _share(plane.width, whole.width), _share(plane.height, whole.height)
        left, top, right, bottom = self._area
        area = (left * across, top * down, right * across, bottom * down)
        is_whole = not (left or top) and (right, bottom) == whole.size
        if is_whole and size == plane.size:
            return plane
        return plane.resize(size, Resampling.LANCZOS, box=area, reducing_gap=2.0)


def _share(of_plane: int, of_whole: int) -> float:
    """How many pixels of a plane one of the picture is: a whole one, or half of one."""
    return 1.0 if of_plane == of_whole else 0.5


def _size(file: HeifFile, item: int) -> tuple[int, int]:
    told = file.property(item, b"ispe")
    if told is None or len(told) < struct.calcsize(">4xII"):
        raise ValueError
    width, height = struct.unpack_from(">4xII", told)
    if not (width and height):
        raise ValueError
    return width, height


def _changes(file: HeifFile, item: int) -> "tuple[Area, list[Transpose]]":
    """What is cut out of the picture, and then how it is turned, in turn."""
    from PIL.Image import Transpose

    width, height = _size(file, item)
    area: Area = (0, 0, width, height)
    quarters = (Transpose.ROTATE_90, Transpose.ROTATE_180, Transpose.ROTATE_270)
    mirrors = (Transpose.FLIP_TOP_BOTTOM, Transpose.FLIP_LEFT_RIGHT)
    turns: list[Transpose] = []
    for told in file.properties(item):
        way = int.from_bytes(told.body[:1], "big") & 3
        if told.name == b"clap":
            if turns:
                raise ValueError
            area = _cut(told.body, width, height)
        elif told.name == b"irot" and way:
            turns.append(quarters[way - 1])
        elif told.name == b"imir":
            turns.append(mirrors[way & 1])
    return area, turns


def _cut(told: bytes, width: int, height: int) -> Area:
    """The part of a picture that is shown, which is told by its size and its middle."""
    if len(told) != struct.calcsize(">IIIIiIiI"):
        raise ValueError
    numbers = struct.unpack(">IIIIiIiI", told)
    if not all(numbers[1::2]):
        raise ValueError
    across, down, right_of, below = (
        a / b for a, b in zip(numbers[::2], numbers[1::2], strict=True)
    )
    left = width / 2 + right_of - across / 2
    top = height / 2 + below - down / 2
    area = (left, top, left + across, top + down)
    if not (-1 < left < area[2] < width + 1 and -1 < top < area[3] < height + 1):
        raise ValueError
    return max(0, left), max(0, top), min(width, area[2]), min(height, area[3])


def _with_own_colours(file: HeifFile, item: int, flat: _Flat) -> _Flat:
    """The picture with what the file says of its colours, which outranks what the code says."""
    for each in (item, *file.parts(item)[:1]):
        for told in file.properties(each):
            if told.name == b"colr" and told.body[:4] == b"nclx" and len(told.body) > 10:  # noqa: PLR2004 - four numbers
                matrix = int.from_bytes(told.body[8:10], "big")
                return _Flat(flat.planes, matrix, bool(told.body[10] & 0x80))
    return flat


def _alpha(file: HeifFile, item: int) -> "Image | None":
    """How much of each pixel can be seen through, if that is told."""
    for each in file.companions(item):
        if (file.property(each, b"auxC") or b"")[4:].startswith(_ALPHA):
            if _size(file, each) != _size(file, item):
                raise ValueError
            return _flat(file, each).planes[0]
    return None


def _flat(file: HeifFile, item: int) -> _Flat:
    """A picture, decoded."""
    if file.kind(item) != _PICTURE:
        return _put_together(file, item)
    width, height = _size(file, item)
    decoded = decode(_units(file, item), width=width, height=height)
    planes = tuple(image_of(plane) for plane in decoded.planes)
    return _Flat(planes, decoded.matrix, decoded.is_full)


def _put_together(file: HeifFile, item: int) -> _Flat:
    """A picture of tiles, which lie in rows from the top left on."""
    from PIL import Image

    grid, tiles = file.content(item), file.parts(item)
    if len(grid) < struct.calcsize(">BBBBHH") or len(tiles) > _MOST_TILES:
        raise ValueError
    rows, columns = grid[2] + 1, grid[3] + 1
    numbers = ">II" if grid[1] & 1 else ">HH"
    if len(grid) != 4 + struct.calcsize(numbers):
        raise ValueError
    size = struct.unpack_from(numbers, grid, 4)
    if size != _size(file, item) or len(tiles) != rows * columns:
        raise ValueError
    across, down = _size(file, tiles[0])
    if not (0 <= columns * across - size[0] < across and 0 <= rows * down - size[1] < down):
        raise ValueError
    if any(file.kind(each) != _PICTURE or _size(file, each) != (across, down) for each in tiles):
        raise ValueError
    first = _flat(file, tiles[0])
    parts = [plane.size for plane in first.planes]
    whole = tuple(Image.new("L", _of_plane(size, part, parts[0])) for part in parts)
    for place, tile in enumerate(tiles):
        planes = _flat(file, tile).planes if place else first.planes
        if [plane.size for plane in planes] != parts:
            raise ValueError
        row, column = divmod(place, columns)
        for made, plane in zip(whole, planes, strict=True):
            made.paste(plane, (column * plane.width, row * plane.height))
    return _Flat(whole, first.matrix, first.is_full)


def _of_plane(
    size: tuple[int, int], part: tuple[int, int], tile: tuple[int, int]
) -> tuple[int, int]:
    """How large a plane is of which each tile has a part of this size."""
    if tile[0] % part[0] or tile[1] % part[1]:
        raise ValueError
    return ceil(size[0] * part[0] / tile[0]), ceil(size[1] * part[1] / tile[1])


def _units(file: HeifFile, item: int) -> Iterator[bytes]:
    """How a picture is coded, and then its parts; remarks among them are left out."""
    told = file.property(item, b"hvcC")
    if told is None or len(told) < _BEFORE_PARAMETERS:
        raise ValueError
    at = _BEFORE_PARAMETERS
    for _ in range(told[at - 1]):
        count, at = int.from_bytes(told[at + 1 : at + 3], "big"), at + 3
        for _ in range(count):
            unit, at = _unit(told, at, of_length=2)
            if unit[0] >> 1 & 63 in _PARAMETERS:
                yield unit
    of_length = (told[21] & 3) + 1
    data, at = file.content(item), 0
    for _ in range(_MOST_UNITS):
        if at == len(data):
            return
        unit, at = _unit(data, at, of_length=of_length)
        if unit[0] >> 1 & 63 in _SLICES:
            yield unit
    raise ValueError


def _unit(data: bytes, at: int, *, of_length: int) -> tuple[bytes, int]:
    """A part of a picture that begins with its length, and where the next begins."""
    start = at + of_length
    end = start + int.from_bytes(data[at:start], "big")
    if end - start < _SHORTEST_UNIT or end > len(data):
        raise ValueError
    return data[start:end], end
