"""What is written on a page of a PDF? Its letters as words, each with its place."""

import ctypes
import sys
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from klasgenoot.domain.errors import TooLarge
from klasgenoot.domain.page_layout import Box, Word
from klasgenoot.exchange.pdf_places import Places

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

MAX_LETTERS = 20_000
"""On one page."""
_HYPHEN_AT_END = 0x02
_NEW_LINE, _JUMP, _TOUCHING = 0.5, 0.35, 0.12


def words_of(page: "PdfPage", place: Places) -> Iterator[Word]:
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


def _box_of(text: "PdfTextPage", number: int, place: Places) -> Box | None:
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
