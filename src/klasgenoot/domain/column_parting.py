"""Where does one caption end and the next begin? Names that run on into their neighbour, parted.

"Jan-Willem van der Berg" is wider than his photo and touches "Sanne", who stands at the next one.
"""

from collections.abc import Sequence
from itertools import pairwise

from klasgenoot.domain.page_layout import Box, Line

_NEAR = 9.0
"""Points between where a text begins and where its photo does."""
_EXACT = 2.0
"""Likewise, of letters without a space before them: most of these were set apart to look better."""


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
    best: tuple[float, int, int] | None = None
    for place, word in enumerate(line.words):
        if not place or not word.begins:
            continue
        before, after = line.parted(place)
        for column, (left, right) in enumerate(pairwise(columns), start=1):
            off = _off_at_start(after, right)
            if off < (_EXACT if word.glued else _NEAR) and _off(before.box, left) < _NEAR:
                best = min(best or (off, place, column), (off, place, column))
    if best is None:
        return [line]
    _, place, column = best
    before, after = line.parted(place)
    return [*_parted(before, columns[:column]), *_parted(after, columns[column:])]


def _off(text: Box, photo: Box) -> float:
    return min(abs(text.left - photo.left), abs(text.across - photo.across))


def _off_at_start(rest: Line, photo: Box) -> float:
    """How well some words from the start of a line are aligned with a photo."""
    ends = [n for n, word in enumerate(rest.words) if n and word.begins] + [len(rest.words)]
    return min(_off(Line(rest.words[:end]).box, photo) for end in ends)
