"""Several lists below each other in one sheet, or one whose header comes back on each page."""

from collections.abc import Sequence
from itertools import pairwise

from klasgenoot.domain.captions import class_in_heading
from klasgenoot.domain.columns import NAME_FIELDS, Field, field_of, known_headers, normal
from klasgenoot.domain.remarks import Remark, RemarkKind
from klasgenoot.domain.stacking import CLASS_HEADER

Filled = tuple[int, list[str]]
"""Which row of the file it is, and its cells."""

_TELLING = 3
"""So many known names in a row that is not the first header make another one of it."""
_MOST_LOOKS = 200
_MOST_TITLES = 4
"""So many rows above a header may belong to it: the class, the teacher, the room, the page."""


def class_above(rows: Sequence[Sequence[str]]) -> str:
    """The class that is named above a header, in one cell or in two; empty where several are."""
    texts = [text for row in rows for text in (*row, *map(" ".join, pairwise(row)))]
    names = dict.fromkeys(filter(None, map(class_in_heading, texts)))
    return next(iter(names)) if len(names) == 1 else ""


def one_below_the_other(
    header: Sequence[str], rows: Sequence[Filled], *, first_class: str
) -> tuple[list[str], list[Filled], tuple[Remark, ...]]:
    """The students of all lists in a sheet, under the first header; the other headers are gone.

    Where a class is named above each, that is the class of who stands below it.

    Args:
        header: the first header.
        rows: what stands below it.
        first_class: the class that is named above it.
    """
    heads = _heads(header, rows)
    if not heads:
        return list(header), list(rows), ()
    sections = [(0, first_class, list(header))]
    titles: set[int] = set(heads)
    for at in heads:
        above = _titles_above(rows, at, header=header)
        titles |= set(above)
        name = class_above([rows[place][1] for place in above])
        sections.append((at, name or sections[-1][1], rows[at][1]))
    classes = {name for _, name, _ in sections}
    is_by_class = (
        len(classes) > 1 and "" not in classes and Field.CLASS not in map(field_of, header)
    )
    found: list[Filled] = []
    for (begin, name, own), (end, _, _) in pairwise((*sections, (len(rows), "", []))):
        order = _order(own, header)
        for at in range(begin, end):
            if at not in titles:
                line, cells = rows[at]
                own_class = [name] if is_by_class else []
                found.append((line, [*_laid(cells, order), *own_class]))
    remarks = (Remark(RemarkKind.STACKED, len(classes)),) if is_by_class else ()
    return [*header, *([CLASS_HEADER] if is_by_class else [])], found, remarks


def _heads(header: Sequence[str], rows: Sequence[Filled]) -> list[int]:
    """Where a header stands among the rows: the same one, or another below a gap or a title."""
    begin = list(header[:_TELLING])
    heads = []
    looks = _MOST_LOOKS
    line_before, cells_before = 0, [""]
    for at, (line, cells) in enumerate(rows):
        may_begin = line - line_before > 1 or sum(map(bool, cells_before)) == 1
        if cells[:_TELLING] == begin:
            heads.append(at)
        elif may_begin and looks:
            looks -= 1  # a look takes a while, and there may be an empty row between all of them
            heads += [at] if _is_header(cells) else []
        line_before, cells_before = line, cells
    return heads


def _is_header(cells: Sequence[str]) -> bool:
    is_known = known_headers(cells) >= _TELLING
    return is_known and any(field_of(cell) in NAME_FIELDS for cell in cells)


def _titles_above(rows: Sequence[Filled], at: int, *, header: Sequence[str]) -> range:
    """The rows above a header that belong to it: below an empty row, or that name a class."""
    least = max(0, at - _MOST_TITLES)
    for place in range(at - 1, least, -1):
        if rows[place][0] - rows[place - 1][0] > 1:  # an empty row between
            above = rows[place:at]
            if all(sum(map(bool, cells)) < max(2, len(header) - 1) for _, cells in above):
                return range(place, at)
            break
    begin = at
    while begin > least and class_above([rows[begin - 1][1]]):
        begin -= 1
    return range(begin, at)


def _order(own: Sequence[str], header: Sequence[str]) -> list[int | None]:
    """For each column of the first header, where that is under another one."""
    place = {normal(name): at for at, name in reversed(list(enumerate(own)))}
    if [*map(normal, own)] == [*map(normal, header)]:
        return list(range(len(header)))
    return [place.get(normal(name)) if normal(name) else at for at, name in enumerate(header)]


def _laid(cells: Sequence[str], order: Sequence[int | None]) -> list[str]:
    return ["" if at is None or at >= len(cells) else cells[at] for at in order]
