"""Which pictures on a photo list are portraits? Not the logo, and not a page as a whole."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from klasgenoot.domain.page_layout import Box, Page

_LEAST_SIDE = 16.0
"""Points. Smaller pictures are lines, bullets and icons."""
_NARROWEST, _WIDEST = 0.4, 1.7
"""Width to height of what may be a portrait."""
_LIKE_OTHERS = 0.3
"""A portrait is as wide or as high as most others, give or take this part."""
_WHOLE_PAGE = 0.6
"""A picture that takes more than this part of a page is the page."""
_FEW_WORDS = 3
_ENOUGH = 0.25
"""Of a portrait half off the page this part has to be on it, or there is no face in it."""
_ROUNDED = 1.0
"""Points that a portrait at the edge may reach over it without being cut."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A place for a photo.

    Attributes:
        box: where it stands, also beyond the edge of the page.
        picture: its place among those of the page; None: there is none, or too little of it.
        is_cut: whether the edge of the page cuts something off it.
    """

    box: Box
    picture: int | None
    is_cut: bool = False


def is_scan(page: Page) -> bool:
    """Whether a page is one picture, with no text beside a stamp or a number."""
    area = page.width * page.height
    covered = any(_area(_seen(picture.box, page)) > _WHOLE_PAGE * area for picture in page.pictures)
    return covered and len(page.words) <= _FEW_WORDS


def frames_on(pages: Sequence[Page]) -> list[tuple[Frame, ...]]:
    """The places of portraits on each page, in the order the page has its pictures.

    A picture that comes back is no portrait: a logo where it is of another size, and somebody
    without a photo where it stands in for one.
    """
    likely = [
        [(place, p) for place, p in enumerate(page.pictures) if _may_be(p.box, page)]
        for page in pages
    ]
    boxes = [picture.box for found in likely for _, picture in found]
    if not boxes:
        return [() for _ in pages]
    times = Counter(picture.sign for found in likely for _, picture in found)
    once = [p.box for found in likely for _, p in found if times[p.sign] == 1] or boxes
    width, height = median(box.width for box in once), median(box.height for box in once)
    return [
        _without_doubles(
            _frame(picture.box, place if times[picture.sign] == 1 else None, page)
            for place, picture in found
            if _is_near(picture.box.width, width) or _is_near(picture.box.height, height)
        )
        for page, found in zip(pages, likely, strict=True)
    ]


def _frame(box: Box, picture: int | None, page: Page) -> Frame:
    """A place for a photo; who is nearly off the page has a name only."""
    seen = _seen(box, page)
    is_cut = max(box.width - seen.width, box.height - seen.height) > _ROUNDED
    is_there = _area(seen) >= _ENOUGH * _area(box)
    return Frame(box, picture if is_there else None, is_cut and picture is not None)


def _seen(box: Box, page: Page) -> Box:
    """The part of a box that is on the page; of what is beside it there is none."""
    left, right = (min(max(0.0, side), page.width) for side in (box.left, box.right))
    top, bottom = (min(max(0.0, side), page.height) for side in (box.top, box.bottom))
    return Box(left, top, right, bottom)


def _area(box: Box) -> float:
    return box.width * box.height


def _without_doubles(frames: Iterable[Frame]) -> tuple[Frame, ...]:
    """Without a picture that lies on another: a shadow, a frame, a portrait in two layers."""
    kept: list[Frame] = []
    for frame in frames:
        under = [other for other in kept if _overlap(other.box, frame.box)]
        if not under:
            kept.append(frame)
        elif frame.picture is not None and under[0].picture is None:
            kept[kept.index(under[0])] = frame
    return tuple(kept)


def _overlap(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    smaller = min(_area(one), _area(other))
    return across > 0 and down > 0 and across * down > smaller / 2


def _may_be(box: Box, page: Page) -> bool:
    is_page = _area(box) > _WHOLE_PAGE * page.width * page.height
    is_large_enough = min(box.width, box.height) >= _LEAST_SIDE
    return is_large_enough and not is_page and _NARROWEST <= box.width / box.height <= _WIDEST


def _is_near(length: float, usual: float) -> bool:
    return abs(length - usual) <= _LIKE_OTHERS * usual
