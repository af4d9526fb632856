"""A picture with many faces on it, as large as it helps: a class photo, or a page that was scanned.

Faces are cut out of it; each of them is then a photo like any other.
"""

import struct
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from klasgenoot.domain.errors import UnreadablePhoto
from klasgenoot.domain.people import Crop
from klasgenoot.exchange.photos import Picture, opened_photo, picture_of

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_ACROSS = 4_000
"""Pixels of its longer side."""
MAX_CUTS = 200
"""Faces on one picture."""
SHOWN_ACROSS = 1_600
"""Pixels of the longer side of the one to look at: it has to be on screen at once."""
_QUALITY = 90
_COUNT = struct.Struct(">I")
_FRAME = struct.Struct(">4d")


@dataclass(frozen=True, slots=True)
class WidePicture:
    """A JPEG without metadata and its pixels; and a smaller one to look at."""

    data: bytes
    shown: bytes
    width: int
    height: int


def wide_of(image: "Image") -> WidePicture:
    """A picture in RGB as it is shown to cut faces out of."""
    from PIL.Image import Resampling

    if max(image.size) > MOST_ACROSS:
        image.thumbnail((MOST_ACROSS, MOST_ACROSS), Resampling.LANCZOS, reducing_gap=2.0)
    small = image.copy()
    small.thumbnail((SHOWN_ACROSS, SHOWN_ACROSS), Resampling.HAMMING, reducing_gap=2.0)
    return WidePicture(_encoded(image), _encoded(small), image.width, image.height)


def read_wide(data: bytes) -> WidePicture:
    """Reads a class photo.

    Raises:
        UnreadablePhoto: it is broken, too large, or no photo that can be read.
    """
    return wide_of(opened_photo(data, source="", box=(MOST_ACROSS, MOST_ACROSS)))


def with_frames(data: bytes, frames: tuple[Crop, ...]) -> bytes:
    """A picture with what is to be cut out of it, as `cut` takes it."""
    sides = [_FRAME.pack(frame.left, frame.top, frame.width, frame.height) for frame in frames]
    return _COUNT.pack(len(frames)) + b"".join(sides) + data


def cut(data: bytes) -> tuple[Picture, ...]:
    """Cuts faces out of a picture that comes with its frames.

    Raises:
        UnreadablePhoto: it is broken, or a frame lies outside it.
    """
    (count,) = _COUNT.unpack_from(data)
    if count > MAX_CUTS:
        raise UnreadablePhoto("", "broken")
    start = _COUNT.size + count * _FRAME.size
    frames = [_FRAME.unpack_from(data, _COUNT.size + n * _FRAME.size) for n in range(count)]
    image = opened_photo(data[start:], source="", box=(MOST_ACROSS, MOST_ACROSS))
    return tuple(picture_of(image.crop(_pixels(frame, image.size))) for frame in frames)


def _encoded(image: "Image") -> bytes:
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=_QUALITY)
    return buffer.getvalue()


def _pixels(
    frame: tuple[float, float, float, float], size: tuple[int, int]
) -> tuple[int, int, int, int]:
    left, top, width, height = frame
    if not (0 <= left < 1 and 0 <= top < 1 and 0 < width <= 1 and 0 < height <= 1):
        raise UnreadablePhoto("", "broken")
    right, bottom = min(1.0, left + width), min(1.0, top + height)
    x, y = int(left * size[0]), int(top * size[1])
    return x, y, max(x + 1, round(right * size[0])), max(y + 1, round(bottom * size[1]))
