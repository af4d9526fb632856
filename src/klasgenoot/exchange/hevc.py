"""Decodes one picture of HEVC, the code that HEIC holds, with libde265: the extra `heic`.

It decodes on the thread that asks, for its worker threads are not asked for: a caged process may
start none (`cage/seal.py`).
"""

import ctypes
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from klasgenoot.exchange.hevc_library import NoDecoder, library

_OK, _WANTS_MORE = 0, 13
_WITHOUT_FAULTY_PICTURES = 6
_PIXELS_AT = 4
"""Where the limits that it keeps say how many pixels a picture may have."""
_ROOM = 64
"""A coded picture is as much larger at most: it has whole blocks."""
_CHANNELS = 3
_MONO = 0
_LONGEST_PICTURE = 2_000
"""Rounds of decoding; a picture takes one for each of its slices."""


@dataclass(frozen=True, slots=True)
class Plane:
    """The brightness, or one of both colours, of each pixel.

    Attributes:
        data: the rows; a pixel of more than 8 bits has two bytes, the lower first.
        width: pixels in a row.
        height: rows.
        stride: bytes from a row to the next.
        bits: of one pixel.
    """

    data: bytes
    width: int
    height: int
    stride: int
    bits: int


@dataclass(frozen=True, slots=True)
class Decoded:
    """A picture as it comes out of the code.

    Attributes:
        planes: its brightness, and both its colours if it has any.
        matrix: by which table those make red, green and blue (ISO 23091-2), if the code says so.
        is_full: whether black is 0 and white the highest number; else there is room at both ends.
    """

    planes: tuple[Plane, ...]
    matrix: int
    is_full: bool


def decode(units: Iterable[bytes], *, width: int, height: int) -> Decoded:
    """Decodes a picture of a known size.

    Args:
        units: its parts (NAL units), those that say how it is coded first.
        width: its pixels across.
        height: its rows.

    Raises:
        ValueError: it is broken, or has another size.
        NoDecoder: the library is not here, or cannot be used.
    """
    code = _loaded()
    with _decoder(code, most_pixels=(width + _ROOM) * (height + _ROOM)) as decoder:
        for unit in units:
            code.de265_push_NAL(decoder, unit, len(unit), 0, None)
        code.de265_flush_data(decoder)
        picture = _next_picture(code, decoder)
        decoded = Decoded(
            planes=tuple(_plane(code, picture, channel) for channel in _channels(code, picture)),
            matrix=code.de265_get_image_matrix_coefficients(picture),
            is_full=bool(code.de265_get_image_full_range_flag(picture)),
        )
    if (decoded.planes[0].width, decoded.planes[0].height) != (width, height):
        raise ValueError
    return decoded


@cache
def _loaded() -> Any:  # noqa: ANN401 - a library of C: its functions are described below
    """The library, with what its functions take and give.

    Raises:
        NoDecoder: it is not there, too old, or of another kind of computer.
    """
    place = library()
    if place is None:
        raise NoDecoder
    try:
        code = ctypes.CDLL(str(place))
    except OSError as error:
        raise NoDecoder from error
    pointer, number = ctypes.c_void_p, ctypes.c_int
    shapes: dict[str, tuple[Any, tuple[Any, ...]]] = {
        "new_decoder": (pointer, ()),
        "free_decoder": (number, (pointer,)),
        "get_security_limits": (pointer, (pointer,)),
        "set_parameter_bool": (None, (pointer, number, number)),
        "push_NAL": (number, (pointer, ctypes.c_char_p, number, ctypes.c_int64, pointer)),
        "flush_data": (number, (pointer,)),
        "decode": (number, (pointer, ctypes.POINTER(number))),
        "get_next_picture": (pointer, (pointer,)),
        "get_chroma_format": (number, (pointer,)),
        "get_image_full_range_flag": (number, (pointer,)),
        "get_image_matrix_coefficients": (number, (pointer,)),
        "get_image_width": (number, (pointer, number)),
        "get_image_height": (number, (pointer, number)),
        "get_bits_per_pixel": (number, (pointer, number)),
        "get_image_plane": (pointer, (pointer, number, ctypes.POINTER(number))),
    }
    for name, (gives, takes) in shapes.items():
        try:
            function = getattr(code, f"de265_{name}")
        except AttributeError as error:  # an older one, without limits
            raise NoDecoder from error
        function.restype, function.argtypes = gives, takes
    return code


@contextmanager
def _decoder(code: Any, *, most_pixels: int) -> Iterator[int]:  # noqa: ANN401 - as above
    decoder = code.de265_new_decoder()
    if not decoder:
        raise MemoryError
    try:
        limits = code.de265_get_security_limits(decoder)
        ctypes.c_uint32.from_address(limits + _PIXELS_AT).value = most_pixels
        code.de265_set_parameter_bool(decoder, _WITHOUT_FAULTY_PICTURES, 1)
        yield decoder
    finally:
        code.de265_free_decoder(decoder)


def _next_picture(code: Any, decoder: int) -> int:  # noqa: ANN401 - as above
    more = ctypes.c_int(1)
    for _ in range(_LONGEST_PICTURE):
        answer = code.de265_decode(decoder, ctypes.byref(more))
        if answer not in {_OK, _WANTS_MORE}:
            raise ValueError
        if picture := code.de265_get_next_picture(decoder):
            return int(picture)
        if not more.value or answer == _WANTS_MORE:
            break
    raise ValueError


def _channels(code: Any, picture: int) -> range:  # noqa: ANN401 - as above
    return range(1 if code.de265_get_chroma_format(picture) == _MONO else _CHANNELS)


def _plane(code: Any, picture: int, channel: int) -> Plane:  # noqa: ANN401 - as above
    stride = ctypes.c_int()
    place = code.de265_get_image_plane(picture, channel, ctypes.byref(stride))
    width = code.de265_get_image_width(picture, channel)
    height = code.de265_get_image_height(picture, channel)
    bits = code.de265_get_bits_per_pixel(picture, channel)
    row = width * ((bits + 7) // 8)
    if not place or min(width, height) < 1 or stride.value < row:
        raise ValueError
    # the last row ends where the picture does, not where its memory does
    size = stride.value * (height - 1) + row
    return Plane(ctypes.string_at(place, size), width, height, stride.value, bits)
