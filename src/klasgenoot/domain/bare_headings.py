"""Which lines on a photo list are no more than a class, above the photos of it? "INF1A"."""

from collections.abc import Sequence

from klasgenoot.domain.captions import is_class_code
from klasgenoot.domain.page_layout import Line, on_one_line
from klasgenoot.domain.portraits_on_pages import Frame

_A_CLASS = 2
"""So many photos for each heading, or the lines are captions."""


def bare_headings(
    lines: Sequence[tuple[Line, ...]], frames: Sequence[tuple[Frame, ...]]
) -> list[tuple[Line, ...]]:
    """The headings on each page: alone at their height, beside no photo, with photos below.

    A code that stands at every photo, or comes back on a page, is part of a caption.

    Args:
        lines: the lines of each page.
        frames: the places of photos on each page.
    """
    found = [
        tuple(line for line in page if _is_heading(line, page, places))
        for page, places in zip(lines, frames, strict=True)
    ]
    comes_back = any(len({line.text for line in page}) < len(page) for page in found)
    photos, headings = sum(map(len, frames)), sum(map(len, found))
    if comes_back or headings * _A_CLASS > photos:
        return [() for _ in lines]
    return found


def _is_heading(line: Line, page: Sequence[Line], frames: Sequence[Frame]) -> bool:
    box = line.box
    return (
        is_class_code(line.text)
        and not any(on_one_line(box, other.box) for other in page if other is not line)
        and not any(frame.box.top < box.down < frame.box.bottom for frame in frames)
        and any(frame.box.top > box.down for frame in frames)
    )
