"""Reads photos: decoded under limits, turned upright, in the two sizes the app shows."""

import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING

from klasgenoot.domain.errors import UnreadablePhoto
from klasgenoot.exchange.hevc_library import NoDecoder, can_decode
from klasgenoot.exchange.metadata import picture_only
from klasgenoot.exchange.signatures import PHOTOS, Kind, kind_of

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

LARGE = (720, 960)
"""The box the large picture fits in, in pixels. No picture is scaled up."""
SMALL = (240, 320)
"""The box the small picture fits in: rows, tiles and avatars."""
MAX_FILE = 50_000_000
"""Bytes of one file."""
MAX_PIXELS = 50_000_000
QUALITY = 85
_FIRST_ON_ITS_SIDE = 5
"""From this EXIF orientation on, width and height change places."""
_NEARLY = 0.9
"""A picture this near to its box is as good as one that fills it."""
_SCAN, _END = b"\xff\xda", b"\xff\xd9"
_SPARE = 1.05
"""A picture that we write once more differs by a hundredth in length."""
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, AssertionError, struct.error, zlib.error)
"""What Pillow raises on a file that is not sound."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo as it is kept: two JPEGs without metadata, and the pixels of the large one."""

    large: bytes
    small: bytes
    width: int
    height: int


def read_photo(data: bytes, *, source: str) -> Picture:
    """Reads a JPEG, PNG or WebP; and a HEIC where the extra for it is.

    A colour profile is dropped, not applied: it costs more than all the rest and faces do not need
    it. Everything is encoded anew, so that no byte of the file itself is kept; but for a picture
    that is written as we write ours: that has been here before, and stays what it was.

    Args:
        data: the whole file.
        source: its name, as a trouble says it.

    Raises:
        UnreadablePhoto: it is broken, too large, or no photo that can be read.
    """
    picture = picture_of(opened_photo(data, source=source, box=LARGE))
    return replace(picture, large=data) if _is_as_ours(data, picture.large) else picture


def opened_photo(data: bytes, *, source: str, box: tuple[int, int]) -> "Image":
    """The picture in a photo: upright, in RGB, and made to fit in a box.

    Raises:
        UnreadablePhoto: it is broken, too large, or no photo that can be read.
    """
    from PIL.Image import DecompressionBombError

    kind = kind_of(data[:16])
    if kind not in PHOTOS and kind is not Kind.HEIC:
        raise UnreadablePhoto(source, "unknown_format")
    if len(data) > MAX_FILE:
        raise UnreadablePhoto(source, "too_large")
    try:
        if kind is Kind.HEIC:
            return _opened_heic(data, source=source, box=box)
        plain, orientation = picture_only(data)
        image = _opened(plain, kind=kind)
        if image.width * image.height > MAX_PIXELS:
            raise UnreadablePhoto(source, "too_many_pixels")
        return _upright(image, orientation=orientation, box=box)
    except NoDecoder as error:
        raise UnreadablePhoto(source, "heic") from error
    except DecompressionBombError as error:
        raise UnreadablePhoto(source, "too_many_pixels") from error
    except _BROKEN as error:
        raise UnreadablePhoto(source, "broken") from error


def _is_as_ours(data: bytes, ours: bytes) -> bool:
    """Whether a JPEG that was read is to the byte as we would have written it, but for its pixels.

    Args:
        data: the JPEG.
        ours: the same picture as we write it: same size, tables and marks up to the pixels.
    """
    begin = ours.index(_SCAN)
    begin += len(_SCAN) + int.from_bytes(ours[begin + 2 : begin + 4], "big")
    end = len(data) - len(_END)
    return (
        data[:begin] == ours[:begin]
        and data.endswith(_END)
        and data.count(b"\xff", begin, end) == data.count(b"\xff\x00", begin, end)
        and len(data) <= _SPARE * len(ours)  # nothing else lies behind the pixels
    )


def picture_of(image: "Image") -> Picture:
    """A photo as it is kept, of a picture in RGB."""
    large = _scaled(image, LARGE, sharp=True)
    small = _scaled(large, SMALL, sharp=False)
    return Picture(_encoded(large), _encoded(small), large.width, large.height)


def _opened(data: bytes, *, kind: Kind) -> "ImageFile":
    """The image with its size known and nothing decoded.

    Opened by its own class: `Image.open` would warn about large pictures through a filter that all
    threads share, and would try formats that are not wanted.
    """
    from PIL.JpegImagePlugin import JpegImageFile
    from PIL.PngImagePlugin import PngImageFile
    from PIL.WebPImagePlugin import WebPImageFile

    formats: dict[Kind, Callable[[BytesIO], ImageFile]] = {
        Kind.JPEG: JpegImageFile,
        Kind.PNG: PngImageFile,
        Kind.WEBP: WebPImageFile,
    }
    return formats[kind](BytesIO(data))


def _opened_heic(data: bytes, *, source: str, box: tuple[int, int]) -> "Image":
    from klasgenoot.exchange.heic import HeicPicture

    if not can_decode():
        raise NoDecoder
    picture = HeicPicture(data, source=source, most_pixels=MAX_PIXELS)
    box = box[::-1] if picture.is_on_its_side else box
    return _on_white(picture.drawn(_fitted(picture.size, box)))


def _upright(image: "ImageFile", *, orientation: int, box: tuple[int, int]) -> "Image":
    """The picture upright, in RGB and in a box."""
    from PIL import Image

    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
    turn = turns.get(orientation)
    is_on_its_side = orientation >= _FIRST_ON_ITS_SIDE
    box = box[::-1] if is_on_its_side else box
    image.draft("RGB", _fitted(image.size, box))
    large = _on_white(_scaled(_in_full_colour(image), box, sharp=True))
    return large if turn is None else large.transpose(turn)


def _in_full_colour(image: "Image") -> "Image":
    """The picture in RGB, or in RGBA if parts of it can be seen through."""
    image.load()
    if image.mode == "I;16":
        image = image.point(lambda level: level * (1 / 256)).convert("L")
    wanted = "RGBA" if image.has_transparency_data else "RGB"
    return image if image.mode == wanted else image.convert(wanted)


def _on_white(image: "Image") -> "Image":
    if image.mode == "RGB":
        return image
    from PIL import Image

    white = Image.new("RGB", image.size, (255, 255, 255))
    white.paste(image, mask=image.getchannel("A"))
    return white


def _scaled(image: "Image", box: tuple[int, int], *, sharp: bool) -> "Image":
    """The picture in a box, made smaller only.

    Dividing by a whole number is by far the cheapest, and exact: it is done where that nearly fills
    the box. Else Lanczos for the picture one looks at, Hamming (half the cost) for a thumbnail.
    """
    from PIL.Image import Resampling

    size = _fitted(image.size, box)
    if size == image.size:
        return image
    factor = max(ceil(image.width / box[0]), ceil(image.height / box[1]))
    if max(image.size) / factor >= _NEARLY * max(size):
        return image.reduce(factor)
    resampling = Resampling.LANCZOS if sharp else Resampling.HAMMING
    return image.resize(size, resampling, reducing_gap=2.0)


def _fitted(size: tuple[int, int], box: tuple[int, int]) -> tuple[int, int]:
    scale = min(1.0, box[0] / size[0], box[1] / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _encoded(image: "Image") -> bytes:
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=QUALITY)
    return buffer.getvalue()
