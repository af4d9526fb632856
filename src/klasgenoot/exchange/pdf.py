"""Reads PDF photo lists: what stands where on a page, and its pictures as they are printed.

PDFium is C++, and a PDF is a program: this runs in the cage only (docs/decisions/0021).
"""

import ctypes
import hashlib
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from klasgenoot.domain.errors import TooLarge, UnreadablePdf
from klasgenoot.domain.page_layout import Box, Page, PagePicture, Word, words_on_page
from klasgenoot.exchange.photos import LARGE, MAX_PIXELS, Picture, picture_of
from klasgenoot.exchange.wide import MOST_ACROSS, WidePicture, wide_of

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument, PdfObject, PdfPage, PdfTextPage

MAX_FILE = 50_000_000
"""Bytes of one file."""
MAX_PAGES = 100
MAX_LETTERS = 20_000
"""On one page."""
MAX_OBJECTS = 20_000
"""On one page: texts, lines and pictures, also those within others."""
MAX_PICTURES = 200
"""On one page."""
MAX_SIDE = 15_000
"""Points: PDF itself knows no larger page without a special unit."""
_LEAST_SIDE = 8.0
"""Points. What is smaller is no picture but part of a drawing."""
_LEAST_SEEN = 0.5
"""Points. Of what is further off the page nothing can be drawn."""
_DEEPEST = 6
"""Forms within forms."""
_FINE = 100
"""How many parts a point is divided into when a place is asked for."""
_HYPHEN_AT_END = 0x02
_NEW_LINE, _JUMP, _TOUCHING = 0.5, 0.35, 0.12
_SPARE = 1.5
"""Pixels a picture is drawn with, to those it has: so scaling costs no sharpness."""
_LEAST_SCALE, _MOST_SCALE = 2.0, 12.0


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page that was read: its layout, and the pictures of it in the same order."""

    layout: Page
    pictures: tuple[Picture, ...]


def count_pages(data: bytes) -> int:
    """How many pages a PDF has.

    Raises:
        UnreadablePdf: it is damaged or under a password.
        TooLarge: it has more than a photo list would.
    """
    with _opened(data) as pdf:
        count = len(pdf)
    if count > MAX_PAGES:
        raise TooLarge("", f"{MAX_PAGES} pages")
    if not count:
        raise UnreadablePdf("", "damaged")
    return count


def read_page(data: bytes, number: int) -> ReadPage:
    """Reads one page, 0 being the first.

    Raises:
        UnreadablePdf: it is damaged.
        TooLarge: there is more on it than on any photo list.
    """
    with _opened(data) as pdf, _page(pdf, number) as page:
        place = _Places(page)
        everything = list(_pictures(page, place))
        found = [(box, pixels) for box, pixels in everything if _is_seen(place.seen(box))]
        pictures = [
            _drawn(page, place, place.seen(box), _fineness(box, pixels)) for box, pixels in found
        ]
        signs = [hashlib.sha256(each.small).hexdigest() for each in pictures]
        layout = Page(
            width=place.width,
            height=place.height,
            words=words_on_page(_words(page, place), width=place.width, height=place.height),
            pictures=tuple(
                PagePicture(box, sign) for (box, _), sign in zip(found, signs, strict=True)
            ),
            off_page=len(everything) - len(found),
        )
        return ReadPage(layout, tuple(pictures))


def read_wide_page(data: bytes, number: int) -> WidePicture:
    """Draws one page as a picture to cut faces out of by hand.

    Raises:
        UnreadablePdf: it is damaged.
    """
    with _opened(data) as pdf, _page(pdf, number) as page:
        place = _Places(page)
        scale = min(_MOST_SCALE, MOST_ACROSS / max(place.width, place.height))
        return wide_of(_rendered(page, place, Box(0, 0, place.width, place.height), scale))


@contextmanager
def _opened(data: bytes) -> "Iterator[PdfDocument]":
    import pypdfium2
    import pypdfium2.raw as c

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) == c.FPDF_ERR_PASSWORD
        raise UnreadablePdf("", "encrypted" if is_locked else "damaged") from error
    try:
        yield pdf
    finally:
        pdf.close()


@contextmanager
def _page(pdf: "PdfDocument", number: int) -> "Iterator[PdfPage]":
    import pypdfium2

    try:
        page = pdf[number]
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise UnreadablePdf("", "damaged") from error
    try:
        yield page
    finally:
        page.close()


class _Places:
    """Where things stand on a page as one sees it: turned, and from the upper left corner."""

    def __init__(self, page: "PdfPage") -> None:
        import pypdfium2.raw as c

        self._page, self._ask = page, c.FPDF_PageToDevice
        self.width, self.height = page.get_width(), page.get_height()
        if not (0 < self.width <= MAX_SIDE and 0 < self.height <= MAX_SIDE):
            raise UnreadablePdf("", "damaged")
        self._size = (round(self.width * _FINE), round(self.height * _FINE))

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The box on the page as one sees it, of one in the page's own measure."""
        (a, b), (d, e) = self._at(left, bottom), self._at(right, top)
        return Box(min(a, d), min(b, e), max(a, d), max(b, e))

    def seen(self, box: Box) -> Box:
        """The part of a box that is on the page."""
        return _shared(box, Box(0, 0, self.width, self.height))

    def _at(self, across: float, up: float) -> tuple[float, float]:
        x, y = ctypes.c_int(), ctypes.c_int()
        limit = 10.0 * MAX_SIDE
        across, up = (max(-limit, min(limit, place)) for place in (across, up))
        self._ask(self._page, 0, 0, *self._size, 0, across, up, x, y)
        return x.value / _FINE, y.value / _FINE


# ---- words ----


def _words(page: "PdfPage", place: _Places) -> Iterator[Word]:
    """The words of a page, as it has them one after the other."""
    import pypdfium2.raw as c

    text = page.get_textpage()
    try:
        count = text.count_chars()
        if count > MAX_LETTERS:
            raise TooLarge("", f"{MAX_LETTERS} characters")
        letters: list[str] = []
        boxes: list[Box] = []
        owner, glued, begins, is_parted = 0, False, True, False
        for number in range(count):
            letter = _letter(code := c.FPDFText_GetUnicode(text, number))
            if letters and code == _HYPHEN_AT_END:
                letters.append("-")  # its place is not known
                continue
            box = None if letter.isspace() else _box_of(text, number, place)
            if not letter or box is None:
                if letter.isspace() and c.FPDFText_IsGenerated(text, number) == 1:
                    is_parted = True  # by PDFium, which takes a page of few lines for upright text
                elif letter.isspace() and letters:
                    yield Word("".join(letters), _hull(boxes), glued, begins)
                    letters, boxes, glued = [], [], False
                continue
            now = ctypes.cast(c.FPDFText_GetTextObject(text, number), ctypes.c_void_p).value or 0
            jumps = bool(boxes) and (
                _jumps(boxes[-1], box) or (is_parted and not _touch(boxes[-1], box))
            )
            is_parted = False
            if letters and (jumps or now != owner):
                yield Word("".join(letters), _hull(boxes), glued, begins)
                letters, boxes, glued = [], [], not jumps
            if not letters:
                begins = now != owner
            letters.append(letter)
            boxes.append(box)
            owner = now
        if letters:
            yield Word("".join(letters), _hull(boxes), glued, begins)
    finally:
        text.close()


def _letter(code: int) -> str:
    """One letter; a hyphen at the end of a line has a sign of its own. Nothing for what is none."""
    letter = chr(code) if code <= sys.maxunicode else ""
    if code == _HYPHEN_AT_END or letter == "\u00ad":
        return "-"
    if letter.isspace():
        return " "
    return "" if not letter or unicodedata.category(letter).startswith("C") else letter


def _box_of(text: "PdfTextPage", number: int, place: _Places) -> Box | None:
    import pypdfium2.raw as c

    found = c.FS_RECTF()
    if not c.FPDFText_GetLooseCharBox(text, number, found):
        return None
    return place.box(found.left, found.bottom, found.right, found.top)


def _jumps(before: Box, after: Box) -> bool:
    """Whether a letter stands elsewhere than behind the one before it."""
    height = min(before.height, after.height)
    apart = after.left - before.right
    return abs(after.bottom - before.bottom) > _NEW_LINE * height or not (
        -height < apart < _JUMP * height
    )


def _touch(before: Box, after: Box) -> bool:
    """Whether there is no room for a blank between two letters."""
    return abs(after.left - before.right) < _TOUCHING * min(before.height, after.height)


def _hull(boxes: list[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


# ---- pictures ----


def _pictures(page: "PdfPage", place: _Places) -> Iterator[tuple[Box, tuple[int, int]]]:
    """Where each picture stands, also beyond the edge of the page, and its pixels."""
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
        yield box, pixels


def _is_seen(seen: Box) -> bool:
    """Whether anything of a picture is on the page, of the part of it that is there."""
    return min(seen.width, seen.height) > _LEAST_SEEN


def _stands_at(found: "PdfObject", place: _Places) -> Box:
    """The part of a picture within what it and its forms are cut to; the page does not cut here.

    Who stands half off a page has their caption where it would be for the whole photo.
    """
    box = _bounds(_on_page(_corners(*found.get_bounds()), found), place)
    level = found
    while level is not None:
        if cut := _cut(level):
            box = _shared(box, _bounds(_on_page(cut, level), place))
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


def _bounds(points: list[tuple[float, float]], place: _Places) -> Box:
    across, up = zip(*points, strict=True)
    return place.box(min(across), min(up), max(across), max(up))


def _shared(one: Box, other: Box) -> Box:
    return Box(
        max(one.left, other.left),
        max(one.top, other.top),
        min(one.right, other.right),
        min(one.bottom, other.bottom),
    )


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


def _fineness(box: Box, pixels: tuple[int, int]) -> float:
    """How many of its pixels a picture has to a point."""
    return max(max(pixels) / max(box.width, box.height), _LEAST_SCALE)


def _drawn(page: "PdfPage", place: _Places, box: Box, fine: float) -> Picture:
    """A picture as it is printed, as fine as it is, or as fine as a photo is kept."""
    enough = _SPARE * max(LARGE[0] / box.width, LARGE[1] / box.height)
    return picture_of(_rendered(page, place, box, min(fine, enough, _MOST_SCALE)))


def _rendered(page: "PdfPage", place: _Places, box: Box, scale: float) -> "Image":
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
