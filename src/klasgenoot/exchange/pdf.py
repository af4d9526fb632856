"""Reads PDF photo lists: what stands where on a page, and its pictures as they are printed.

PDFium is C++, and a PDF is a program: this runs in the cage only (docs/decisions/0021). What an
answer of the cage is held against is asked of this room too.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klasgenoot.domain.errors import TooLarge, UnreadablePdf
from klasgenoot.domain.page_layout import Box, Page, PagePicture, words_on_page
from klasgenoot.exchange.pdf_pictures import (
    MAX_PICTURES,
    MOST_SCALE,
    SIGN,
    drawn,
    fineness,
    is_seen,
    pictures_on,
    rendered,
)
from klasgenoot.exchange.pdf_places import MAX_SIDE, Places
from klasgenoot.exchange.pdf_words import MAX_LETTERS, words_of
from klasgenoot.exchange.photos import Picture
from klasgenoot.exchange.wide import MOST_ACROSS, WidePicture, wide_of

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

__all__ = [
    "MAX_FILE",
    "MAX_LETTERS",
    "MAX_PAGES",
    "MAX_PICTURES",
    "MAX_SIDE",
    "SIGN",
    "ReadPage",
    "count_pages",
    "read_page",
    "read_wide_page",
]

MAX_FILE = 50_000_000
"""Bytes of one file."""
MAX_PAGES = 100


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
        place = Places(page)
        everything = list(pictures_on(page, place))
        found = [each for each in everything if is_seen(place.seen(each[0]))]
        pictures = [
            drawn(page, place, place.seen(box), fineness(box, pixels)) for box, pixels, _ in found
        ]
        layout = Page(
            width=place.width,
            height=place.height,
            words=words_on_page(words_of(page, place), width=place.width, height=place.height),
            pictures=tuple(PagePicture(box, sign) for box, _, sign in found),
            off_page=len(everything) - len(found),
        )
        return ReadPage(layout, tuple(pictures))


def read_wide_page(data: bytes, number: int) -> WidePicture:
    """Draws one page as a picture to cut faces out of by hand.

    Raises:
        UnreadablePdf: it is damaged.
    """
    with _opened(data) as pdf, _page(pdf, number) as page:
        place = Places(page)
        scale = min(MOST_SCALE, MOST_ACROSS / max(place.width, place.height))
        return wide_of(rendered(page, place, Box(0, 0, place.width, place.height), scale))


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
