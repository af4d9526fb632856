"""Takes out of a photo file what it tells beside the picture: camera, place, remarks, thumbnails.

It is taken out before decoding, so that none of it is ever interpreted.
Only which side is up is read.
"""

from typing import Literal

from klasgenoot.exchange.signatures import Kind, kind_of

UPRIGHT = 1
"""The EXIF orientation of a picture that needs no turning."""

_EXIF = b"Exif\x00\x00"
_ORIENTATION = 0x0112
_ENTRIES = 200
"""So many EXIF entries are looked through; orientation is among the first."""
_SCANS = 100
"""A progressive JPEG has about ten scans. Each costs a pass over the whole picture."""
_PARTS = 20_000
"""No photo has as many parts; one that has is made to take long to look through."""
_PNG_PICTURE = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})


class _Jpeg:
    """The second byte of the markers that count."""

    START_OF_SCAN = 0xDA
    EXIF = 0xE1
    ADOBE = 0xEE
    TOLD = frozenset(range(0xE1, 0xF0)) - {ADOBE} | {0xFE}
    """What a camera or program tells; Adobe's is needed to know the colours."""
    WITHOUT_LENGTH = frozenset({0x00, 0x01, *range(0xD0, 0xDA)})
    FILLER = 0xFF


def picture_only(data: bytes) -> tuple[bytes, int]:
    """The same photo without anything beside the picture, and its EXIF orientation (1 to 8).

    A WebP keeps its container, of which the decoder reads the picture alone.

    Raises:
        ValueError: the file does not follow its format.
    """
    kind = kind_of(data[:16])
    if kind is Kind.JPEG:
        return _jpeg(data)
    if kind is Kind.PNG:
        return _png(data)
    return data, _webp_orientation(data)


def _jpeg(data: bytes) -> tuple[bytes, int]:
    kept = [data[:2]]
    orientation = UPRIGHT
    at = 2
    parts = 0
    while (at := data.find(b"\xff", at)) >= 0:
        parts = _one_more(parts)
        marker = data[at + 1 : at + 2]
        code = marker[0] if marker else _Jpeg.START_OF_SCAN
        if code == _Jpeg.START_OF_SCAN:
            break
        if code == _Jpeg.FILLER or code in _Jpeg.WITHOUT_LENGTH:
            at += 1 if code == _Jpeg.FILLER else 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if code == _Jpeg.EXIF and data.startswith(_EXIF, at + 4):
            orientation = _orientation(data[at + 10 : end])
        if code not in _Jpeg.TOLD:
            kept.append(data[at:end])
        at = end
    if at < 0 or data.count(b"\xff\xda", at) > _SCANS:
        raise ValueError
    kept.append(data[at:])
    return b"".join(kept), orientation


def _png(data: bytes) -> tuple[bytes, int]:
    kept = [data[:8]]
    orientation = UPRIGHT
    at = 8
    parts = 0
    while at < len(data):
        parts = _one_more(parts)
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        name = data[at + 4 : at + 8]
        if name == b"eXIf":
            orientation = _orientation(data[at + 8 : end])
        elif name in _PNG_PICTURE:
            kept.append(data[at:end])
        at = end
    return b"".join(kept), orientation


def _webp_orientation(data: bytes) -> int:
    at = 12
    parts = 0
    while at < len(data):
        parts = _one_more(parts)
        end = at + 8 + int.from_bytes(data[at + 4 : at + 8], "little")
        if data.startswith(b"EXIF", at):
            return _orientation(data[at + 8 : end].removeprefix(_EXIF))
        at = end + end % 2
    return UPRIGHT


def _one_more(parts: int) -> int:
    if parts >= _PARTS:
        raise ValueError
    return parts + 1


def _orientation(tiff: bytes) -> int:
    """Which side is up, out of the first directory of EXIF data; upright if it does not say."""
    order: Literal["little", "big"] = "little" if tiff.startswith(b"II") else "big"

    def number(at: int, size: int) -> int:
        return int.from_bytes(tiff[at : at + size], order)

    first = number(4, 4) + 2
    for entry in range(first, first + 12 * min(number(first - 2, 2), _ENTRIES), 12):
        if number(entry, 2) == _ORIENTATION:
            value = number(entry + 8, 2)
            return value if UPRIGHT <= value <= 8 else UPRIGHT  # noqa: PLR2004 - EXIF has eight
    return UPRIGHT
