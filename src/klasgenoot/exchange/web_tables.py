"""Reads a class list out of a table in a web page: what many systems give as `.xls`."""

from html.parser import HTMLParser

from klasgenoot.domain.columns import Table, likeness
from klasgenoot.domain.errors import TooLarge, Trouble, UnreadableList
from klasgenoot.exchange.encodings import decoded
from klasgenoot.exchange.tables import MAX_BYTES, MAX_CELL, MAX_COLUMNS, MAX_ROWS, table_of

_MOST_TABLES = 50
_CELLS = frozenset({"td", "th"})
_UNSEEN = frozenset({"script", "style", "title", "template"})
_BREAKS = frozenset({"br", "p", "div", "li"})
_FEW = 100
_ROWS_IN_ALL = 10 * MAX_ROWS


def read_web_table(data: bytes, *, source: str) -> Table:
    """Reads the table of a page that looks most like a class list.

    Raises:
        UnreadableList: there is no table in it.
        EmptyList: nobody stands in any table.
        TooLarge: there is more of it than any teacher has.
    """
    if len(data) > MAX_BYTES:
        raise TooLarge(source, "20 MB")
    text = decoded(data)
    if text is None or text.count("<") > 2 * text.count(">") + _FEW:
        raise UnreadableList(source)  # tags that are never closed take the square of their number
    page = _Page(source)
    page.feed(text)
    page.close()
    best: Table | None = None
    troubles: list[Trouble] = []
    for rows in page.tables:
        try:
            table = table_of(enumerate(rows, start=1), source=source)
        except Trouble as trouble:
            troubles.append(trouble)
            continue
        if best is None or likeness(table) > likeness(best):
            best = table
    if best is None:
        raise next(iter(troubles), UnreadableList(source, "web_page"))
    return best


class _Page(HTMLParser):
    """Collects the tables of a page; one within another is part of the cell it stands in."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self._source = source
        self._depth = 0
        self._hidden = ""
        self._cell: list[str] | None = None
        self._length = 0
        self._rows = 0

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Opens a table, a row or a cell."""
        if tag in _UNSEEN:
            self._hidden = tag
        elif tag == "table":
            self._depth += 1
            if self._depth == 1 and len(self.tables) < _MOST_TABLES:
                self.tables.append([])
        elif self._depth == 1 and self.tables:
            if tag == "tr":
                self._begin_row()
            elif tag in _CELLS:
                self._begin_cell()
        if tag in _BREAKS:
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        """Closes what was opened."""
        if tag == self._hidden:
            self._hidden = ""
        elif tag == "table":
            if self._depth == 1:
                self._end_cell()
            self._depth = max(0, self._depth - 1)
        elif self._depth == 1 and (tag in _CELLS or tag == "tr"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        """What stands in a cell; more than a cell may hold is looked at no further."""
        if self._cell is None or self._hidden or self._length > MAX_CELL:
            return
        self._cell.append(data[: MAX_CELL + 1])
        self._length += len(data)

    def _begin_row(self) -> None:
        self._end_cell()
        self._rows += 1
        if self._rows > _ROWS_IN_ALL:
            raise TooLarge(self._source, f"{MAX_ROWS} rows")
        self.tables[-1].append([])

    def _begin_cell(self) -> None:
        self._end_cell()
        if not self.tables[-1]:
            self._begin_row()
        if len(self.tables[-1][-1]) > MAX_COLUMNS * 2:
            raise TooLarge(self._source, f"{MAX_COLUMNS} columns")
        self._cell, self._length = [], 0

    def _end_cell(self) -> None:
        if self._cell is not None and self.tables and self.tables[-1]:
            self.tables[-1][-1].append("".join(self._cell))
        self._cell = None
