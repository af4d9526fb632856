"""From rows of cells to a class list: header, even rows, clean cells, nothing forbidden.

Every kind of list ends here, whatever file it stood in; so what may not be kept leaves here too.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from klasgenoot.domain.columns import (
    NAME_FIELDS,
    Table,
    can_only_be_header,
    field_of,
    forbidden_columns,
    known_headers,
)
from klasgenoot.domain.errors import EmptyList, TooLarge
from klasgenoot.domain.remarks import Remark, RemarkKind
from klasgenoot.exchange.sections import class_above, one_below_the_other

MAX_BYTES = 20_000_000
MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_CELL = 1_000
MAX_CELLS = 500_000
"""With something in them: 20,000 students with 25 columns each."""

LOOKED_AT = 20
"""So many rows tell the delimiter and have the header among them."""
KNOWN_IN_HEADER = 2

_LONGEST_RAW = 4 * MAX_CELL
"""Signs of a cell before it is tidied; to tidy a cell of accents takes the square of its length."""
_WIDEST = 16_384
"""Columns of a sheet, written out although they are empty."""
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_FORMULA_STARTS = tuple("=+-@\t\uff1d\uff0b\uff0d\uff20")

Row = tuple[int, Sequence[str]]
"""Which row of the file it is (1 is the first), and its cells."""


def table_of(rows: Iterable[Row], *, source: str, remarks: tuple[Remark, ...] = ()) -> Table:
    """Makes a class list of rows as they stand in a file.

    The header is the first row with two known names; of what stands above it only the name of the
    class is told. Without such a row the header is empty. Columns that may not be kept are not in
    the result.

    Args:
        rows: the rows of the file.
        source: its name, as a trouble says it.
        remarks: what to say of it.

    Raises:
        EmptyList: no text stands in it, or none below its header.
        TooLarge: there is more of it than any teacher has; `limit` says of what.
    """
    found = list(_filled_rows(rows, source=source))
    cells = [row for _, row in found]
    header_at = _header_place(cells)
    if header_at is None:
        heading, found = _heading_of(found)
        return _table([], found, source=source, remarks=(*remarks, *_named(heading)))
    named = class_above(cells[:header_at])
    header, found, stacked = one_below_the_other(
        cells[header_at], found[header_at + 1 :], first_class=named
    )
    return _table(header, found, source=source, remarks=(*remarks, *(stacked or _named(named))))


def table_under(
    header: Sequence[str],
    rows: Iterable[Row],
    *,
    source: str,
    remarks: tuple[Remark, ...] = (),
    may_be_empty: Collection[str] | None = None,
) -> Table:
    """Makes a class list of rows whose header is known, as formats with names of their own have.

    Args:
        header: the names of the columns.
        rows: the rows below it.
        source: the name of the file, as a trouble says it.
        remarks: what to say of it.
        may_be_empty: the columns that stay though nothing stands in them; None for all of them.

    Raises:
        EmptyList, TooLarge: as `table_of`.
    """
    found = list(_filled_rows(rows, source=source))
    table = _table(list(header), found, source=source, remarks=remarks)
    return table if may_be_empty is None else _without_empty(table, spared=may_be_empty)


def _without_empty(table: Table, *, spared: Collection[str]) -> Table:
    """The list without columns in which nothing stands, but for those that are spared."""
    kept = [
        place
        for place, name in enumerate(table.header)
        if name in spared or any(row[place] for row in table.rows)
    ]
    return replace(
        table,
        header=tuple(table.header[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in table.rows),
    )


def _filled_rows(rows: Iterable[Row], *, source: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with text in them, clean, each with its place in the file."""
    count = cells_in_all = 0
    for line, row in rows:
        cells = _tidied(row, source=source) if any(row) else []
        if not cells:
            continue
        count += 1
        cells_in_all += len(cells)
        if count > MAX_ROWS + LOOKED_AT:  # a header, and titles above it, are nobody
            raise TooLarge(source, f"{MAX_ROWS} rows")
        if cells_in_all > MAX_CELLS:
            raise TooLarge(source, f"{MAX_CELLS} cells")
        yield line, cells


def _tidied(row: Sequence[str], *, source: str) -> list[str]:
    """The cells of a row, clean, up to the last with something in it."""
    if len(row) > _WIDEST:
        raise TooLarge(source, f"{MAX_COLUMNS} columns")
    if max(map(len, row)) > _LONGEST_RAW:
        raise TooLarge(source, f"{MAX_CELL} characters")
    cells = [clean(cell) for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > MAX_COLUMNS:
        raise TooLarge(source, f"{MAX_COLUMNS} columns")
    if max(map(len, cells), default=0) > MAX_CELL:
        raise TooLarge(source, f"{MAX_CELL} characters")
    return cells


def _header_place(rows: Sequence[Sequence[str]]) -> int | None:
    """Where the header is: two known names in a row, else one that can only stand there."""
    top = rows[:LOOKED_AT]
    for place, row in enumerate(top):
        if known_headers(row) >= KNOWN_IN_HEADER:
            return place
    for place, row in enumerate(top):
        others = [*rows[:place], *rows[place + 1 :]]
        for column, cell in enumerate(row):
            # "student" in every row is a role, not a header
            if field_of(cell) in NAME_FIELDS and [cell] not in (
                other[column : column + 1] for other in others
            ):
                return place
    for place, row in enumerate(top):
        below = rows[place + 1 :]
        for column, cell in enumerate(row):
            if can_only_be_header(cell, (other[column] for other in below if column < len(other))):
                return place
    return None


def _heading_of(rows: list[tuple[int, list[str]]]) -> tuple[str, list[tuple[int, list[str]]]]:
    """The class above a list without header, and the list."""
    first = rows[0][1] if len(rows) > 1 else []
    heading = class_above([first]) if sum(map(bool, first)) == 1 else ""
    return heading, rows[1:] if heading else rows


def _named(heading: str) -> tuple[Remark, ...]:
    return (Remark(RemarkKind.HEADING, 1, heading),) if heading else ()


def _table(
    header: list[str],
    found: Sequence[tuple[int, list[str]]],
    *,
    source: str,
    remarks: tuple[Remark, ...],
) -> Table:
    rows = [row for _, row in found]
    width = len(header) or max(map(len, rows), default=0)
    even = [(row + [""] * width)[:width] for row in rows]
    left_out = forbidden_columns(header, even)
    kept = [place for place in range(width) if place not in left_out]
    allowed = [
        (line, tuple(row[place] for place in kept))
        for (line, _), row in zip(found, even, strict=True)
    ]
    filled = [(line, row) for line, row in allowed if any(map(_says_something, row))]
    if not filled:
        raise EmptyList(source)
    if len(filled) > MAX_ROWS:
        raise TooLarge(source, f"{MAX_ROWS} rows")
    return Table(
        header=tuple(header[place] for place in kept) if header else (),
        rows=tuple(row for _, row in filled),
        lines=tuple(line for line, _ in filled),
        source=source,
        remarks=remarks,
    )


def _says_something(cell: str) -> bool:
    """Whether anything but dashes and dots stands in a cell."""
    return bool(cell) and (cell[0].isalnum() or any(map(str.isalnum, cell)))


def clean(cell: str) -> str:
    """A cell without what programs put around a value: quotes, guards, blanks, unseen marks."""
    if cell.isascii() and cell.isalnum():
        return cell
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", cell)).strip()
    if text.startswith('="'):  # how Excel is made to keep leading zeros
        text = text[1:]
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1].strip()
    text = text.removeprefix("#")  # Brightspace
    if text.startswith("'") and text[1:].startswith(_FORMULA_STARTS):
        text = text[1:]
    return " ".join(text.split())
