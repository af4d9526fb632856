"""Where does one caption end and the next begin? Names that run on into their neighbour, parted.

"Jan-Willem van der Berg" is wider than his photo and touches "Sanne", who stands at the next one.
"""

from collections.abc import Sequence
from itertools import pairwise

from klasgenoot.domain.page_layout import Box, Line

_NEAR = 9.0
"""Points between where a text begins and where its photo does."""


def parted_at_columns(lines: Sequence[Line], photos: Sequence[Box]) -> tuple[Line, ...]:
    """Lines, each of them parted where it runs from the column of one photo into another's.

    A line is parted only where a text that was set by itself begins, and where that text is aligned
    with the next photo: at its left, or around its middle.
    """
    columns = _columns(photos)
    parted: list[Line] = []
    for line in lines:
        parted += _parted(line, columns)
    return tuple(parted)


def _columns(photos: Sequence[Box]) -> list[Box]:
    """One photo of each column, from left to right."""
    columns: list[Box] = []
    for photo in sorted(photos, key=lambda box: box.across):
        if not columns or photo.across - columns[-1].across > photo.width / 2:
            columns.append(photo)
    return columns


def _parted(line: Line, columns: Sequence[Box]) -> list[Line]:
    places = [place for place, word in enumerate(line.words) if place and word.begins]
    best: tuple[float, int] | None = None
    for place in places:
        before, after = line.parted(place)
        for left, right in pairwise(columns):
            off = _off(before.box, left) + _off_at_start(after, right)
            if off < 2 * _NEAR and (best is None or off < best[0]):
                best = (off, place)
    if best is None:
        return [line]
    before, after = line.parted(best[1])
    return [*_parted(before, columns), *_parted(after, columns)]


def _off(text: Box, photo: Box) -> float:
    return min(abs(text.left - photo.left), abs(text.across - photo.across))


def _off_at_start(rest: Line, photo: Box) -> float:
    """How well some words from the start of a line are aligned with a photo."""
    ends = [n for n, word in enumerate(rest.words) if n and word.begins] + [len(rest.words)]
    return min(_off(Line(rest.words[:end]).box, photo) for end in ends)
