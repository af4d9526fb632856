"""Which pictures stand on a page of a PDF, and where? Drawn as they are printed."""

import ctypes
import hashlib
from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING

from klasgenoot.domain.errors import TooLarge, UnreadablePdf
from klasgenoot.domain.page_layout import Box
from klasgenoot.exchange.pdf_places import Places, shared
from klasgenoot.exchange.photos import LARGE, MAX_PIXELS, Picture, picture_of

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfObject, PdfPage

MAX_OBJECTS = 20_000
"""On one page: texts, lines and pictures, also those within others."""
MAX_PICTURES = 200
"""On one page."""
MOST_SCALE = 12.0
"""Pixels to a point, at most."""
_LEAST_SCALE = 2.0
_LEAST_SIDE = 8.0
"""Points. What is smaller is no picture but part of a drawing."""
_LEAST_SEEN = 0.5
"""Points. Of what is further off the page nothing can be drawn."""
_DEEPEST = 6
"""Forms within forms."""
SIGN = 14
"""Figures of a sign, to the base of 16."""
_PARTS = 20
"""In so many parts a picture is divided to say which of it is shown."""
_SPARE = 1.5
"""Pixels a picture is drawn with, to those it has: so scaling costs no sharpness."""


def pictures_on(page: "PdfPage", place: Places) -> Iterator[tuple[Box, tuple[int, int], str]]:
    """Where each picture stands, also beyond the edge of the page, its pixels and its sign."""
    import pypdfium2.raw as c

    seen = count = 0
    for found in page.get_objects(max_depth=_DEEPEST):
        seen += 1
        if seen > MAX_OBJECTS:
            raise TooLarge("", f"{MAX_OBJECTS} objects")
        if found.type != c.FPDF_PAGEOBJ_IMAGE:
            continue
        box = _stands_at(found, place)
        pixels = found.get_px_size()
        if min(box.width, box.height) < _LEAST_SIDE or not all(pixels):
            continue
        if pixels[0] * pixels[1] > MAX_PIXELS:
            raise TooLarge("", f"{MAX_PIXELS // 1_000_000} megapixels")
        count += 1
        if count > MAX_PICTURES:
            raise TooLarge("", f"{MAX_PICTURES} photos")
        yield box, pixels, _sign(found, box, place)


def _sign(found: "PdfObject", box: Box, place: Places) -> str:
    """The same for the same part of the same picture, wherever it stands and however fine.

    As it is drawn it differs with its place by a part of a pixel.
    """
    whole = _bounds(_on_page(_corners(*found.get_bounds()), found), place)
    wide, high = max(whole.width, 1.0), max(whole.height, 1.0)
    part = (
        (box.left - whole.left) / wide,
        (box.top - whole.top) / high,
        box.width / wide,
        box.height / high,
    )
    said = repr([round(_PARTS * each) for each in part]).encode()
    return hashlib.sha256(bytes(found.get_data()) + said).hexdigest()[:SIGN]


def is_seen(seen: Box) -> bool:
    """Whether anything of a picture is on the page, of the part of it that is there."""
    return min(seen.width, seen.height) > _LEAST_SEEN


def _stands_at(found: "PdfObject", place: Places) -> Box:
    """The part of a picture within what it and its forms are cut to; the page does not cut here.

    Who stands half off a page has their caption where it would be for the whole photo.
    """
    box = _bounds(_on_page(_corners(*found.get_bounds()), found), place)
    level = found
    while level is not None:
        if cut := _cut(level):
            box = shared(box, _bounds(_on_page(cut, level), place))
        level = level.container
    return box


def _on_page(points: list[tuple[float, float]], found: "PdfObject") -> list[tuple[float, float]]:
    """Points in the measure of the page, of points in that of the form an object lies in."""
    outer = found.container
    while outer is not None:
        matrix = outer.get_matrix()
        points = [matrix.on_point(*point) for point in points]
        outer = outer.container
    return points


def _corners(left: float, bottom: float, right: float, top: float) -> list[tuple[float, float]]:
    return [(left, bottom), (right, bottom), (right, top), (left, top)]


def _bounds(points: list[tuple[float, float]], place: Places) -> Box:
    across, up = zip(*points, strict=True)
    return place.box(min(across), min(up), max(across), max(up))


def _cut(found: "PdfObject") -> list[tuple[float, float]]:
    """The corners of what an object is cut to; empty where it is not."""
    import pypdfium2.raw as c

    clip = c.FPDFPageObj_GetClipPath(found)
    lefts, bottoms, rights, tops = [], [], [], []
    for path in range(max(0, c.FPDFClipPath_CountPaths(clip)) if clip else 0):
        points = []
        for number in range(min(c.FPDFClipPath_CountPathSegments(clip, path), MAX_OBJECTS)):
            x, y = ctypes.c_float(), ctypes.c_float()
            if c.FPDFPathSegment_GetPoint(c.FPDFClipPath_GetPathSegment(clip, path, number), x, y):
                points.append((x.value, y.value))
        if points:
            lefts.append(min(x for x, _ in points))
            bottoms.append(min(y for _, y in points))
            rights.append(max(x for x, _ in points))
            tops.append(max(y for _, y in points))
    return _corners(max(lefts), max(bottoms), min(rights), min(tops)) if lefts else []


def fineness(box: Box, pixels: tuple[int, int]) -> float:
    """How many of its pixels a picture has to a point."""
    return max(max(pixels) / max(box.width, box.height), _LEAST_SCALE)


def drawn(page: "PdfPage", place: Places, box: Box, fine: float) -> Picture:
    """A picture as it is printed, as fine as it is, or as fine as a photo is kept."""
    enough = _SPARE * max(LARGE[0] / box.width, LARGE[1] / box.height)
    return picture_of(rendered(page, place, box, min(fine, enough, MOST_SCALE)))


def rendered(page: "PdfPage", place: Places, box: Box, scale: float) -> "Image":
    """A part of a page, drawn."""
    import pypdfium2

    width, height = ceil(place.width * scale), ceil(place.height * scale)
    left, top = max(0, ceil(box.left * scale)), max(0, ceil(box.top * scale))
    right = min(width, max(left + 1, int(box.right * scale)))
    bottom = min(height, max(top + 1, int(box.bottom * scale)))
    try:
        bitmap = page.render(
            scale=scale,
            crop=(left / scale, (height - bottom) / scale, (width - right) / scale, top / scale),
            may_draw_forms=False,
            draw_annots=False,
            rev_byteorder=True,
        )
    except (ValueError, pypdfium2.PdfiumError) as error:
        raise UnreadablePdf("", "damaged") from error
    try:
        drawn: Image = bitmap.to_pil().convert("RGB")
    finally:
        bitmap.close()
    return drawn
