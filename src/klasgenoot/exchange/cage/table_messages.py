"""How a class list comes out of the cage: cells in one text, and the numbers of its lines."""

import re
from array import array
from collections.abc import Iterator
from itertools import pairwise

from klasgenoot.domain.columns import Table
from klasgenoot.domain.errors import TooLarge
from klasgenoot.domain.remarks import Remark, RemarkKind
from klasgenoot.exchange.cage.frames import Message, Nonsense
from klasgenoot.exchange.cage.reader import number_in, text_in, two_parts
from klasgenoot.exchange.tables import MAX_CELL, MAX_COLUMNS, MAX_ROWS

MOST_OF_TABLE = 64_000_000
_BETWEEN_CELLS = "\x1f"
"""No cell has it: it counts as a blank, and those are tidied away."""
_UNSEEN = re.compile("[\x00-\x1e\x7f]")
_ANY_ORDER = frozenset({RemarkKind.STACKED, RemarkKind.EVERYTHING})
"""Of these the lines begin anew with each class."""


def pack_table(table: Table) -> Message:
    """A class list as a message."""
    cells = [*table.header, *(cell for row in table.rows for cell in row)]
    text = _BETWEEN_CELLS.join(cells).encode()
    if len(text) > MOST_OF_TABLE:
        raise TooLarge("", "20 MB")
    shape: dict[str, str | int] = {
        "columns": len(table.rows[0]),
        "rows": len(table.rows),
        "has_header": int(bool(table.header)),
    }
    for remark in table.remarks:
        shape |= {f"{remark.kind}_count": remark.count, f"{remark.kind}_text": remark.text}
    return Message("done", shape, (text, array("I", table.lines).tobytes()))


def unpack_table(message: Message, source: str) -> Table:
    """The class list in a message, of a file of this name.

    Raises:
        Nonsense: it is none, or more than there can be in one.
    """
    text, numbers = two_parts(message)
    columns = number_in(message, "columns", most=MAX_COLUMNS)
    count = number_in(message, "rows", most=MAX_ROWS)
    has_header = number_in(message, "has_header", most=1)
    lines = array("I")
    if len(numbers) != count * lines.itemsize:
        raise Nonsense
    lines.frombytes(numbers)
    rows = _rows(text, columns=columns, count=count + has_header)
    remarks = tuple(_remarks(message))
    in_order = _ANY_ORDER.isdisjoint(remark.kind for remark in remarks)
    if not (count and columns) or (in_order and any(a > b for a, b in pairwise(lines))):
        raise Nonsense
    return Table(
        header=rows[0] if has_header else (),
        rows=tuple(rows[has_header:]),
        lines=tuple(lines),
        source=source,
        remarks=remarks,
    )


def _remarks(message: Message) -> Iterator[Remark]:
    for kind in RemarkKind:
        if f"{kind}_count" not in message.head:
            continue
        text = message.head.get(f"{kind}_text")
        if not isinstance(text, str) or _UNSEEN.search(text) or len(text) > MAX_CELL:
            raise Nonsense
        yield Remark(kind, number_in(message, f"{kind}_count", most=MAX_ROWS), text)


def _rows(data: bytes, *, columns: int, count: int) -> list[tuple[str, ...]]:
    if data.count(_BETWEEN_CELLS.encode()) != columns * count - 1:
        raise Nonsense
    text = text_in(data)
    cells = text.split(_BETWEEN_CELLS)
    if _UNSEEN.search(text) or max(map(len, cells)) > MAX_CELL:
        raise Nonsense
    return [tuple(cells[at : at + columns]) for at in range(0, len(cells), columns)]
