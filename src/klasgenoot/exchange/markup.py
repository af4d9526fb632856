"""Reads a class list out of markup: a school's XML, a workbook saved as XML, or a web page."""

from collections.abc import Iterator

from klasgenoot.domain.columns import Table, likeness
from klasgenoot.domain.errors import Trouble, UnreadableList
from klasgenoot.domain.remarks import Remark, RemarkKind
from klasgenoot.domain.stacking import stacked
from klasgenoot.exchange.encodings import beginning
from klasgenoot.exchange.school_xml import is_school, read_school
from klasgenoot.exchange.tables import MAX_COLUMNS, Row, clean, table_of
from klasgenoot.exchange.web_tables import read_web_table
from klasgenoot.exchange.xml_trees import Element, read_xml

_LOOKED_AT = 8_192
_OF_A_PAGE = ("<html", "<!doctype html")
_OF_HALF_A_PAGE = ("<table", "<head", "<body", "<meta", "<div", "<style")
_LONGEST_NAME = 100


def read_markup(data: bytes, *, source: str) -> Table:
    """Reads a class list out of markup.

    Raises:
        UnreadableList: there is no list in it, it is damaged, or not safe to read (`why`).
        EmptyList: nobody stands in it.
        TooLarge: there is more of it than any teacher has.
    """
    start = beginning(data[:_LOOKED_AT]).casefold()
    is_xml = start.startswith("<?xml")
    if any(word in start for word in (_OF_A_PAGE if is_xml else _OF_A_PAGE + _OF_HALF_A_PAGE)):
        return read_web_table(data, source=source)
    root = read_xml(data, source=source)
    if root.name == "Workbook":
        return _read_workbook(root, source=source)
    if is_school(root):
        return read_school(root, source=source)
    raise UnreadableList(source)


def _read_workbook(root: Element, *, source: str) -> Table:
    """The sheet most like a class list, of a workbook that Excel 2003 saved as XML."""
    sheets = list(root.all("Worksheet"))
    tables: list[tuple[str, Table]] = []
    troubles: list[Trouble] = []
    for sheet in sheets:
        name = clean(sheet.attributes.get("Name", ""))[:_LONGEST_NAME]
        remarks = (Remark(RemarkKind.SHEET, len(sheets), name),) if len(sheets) > 1 else ()
        try:
            table = table_of(_rows(sheet), source=source, remarks=remarks)
        except Trouble as trouble:
            troubles.append(trouble)
            continue
        tables.append((name, table))
    if not tables:
        raise next(iter(troubles), UnreadableList(source))
    return stacked(tables) or max((table for _, table in tables), key=likeness)


def _rows(sheet: Element) -> Iterator[Row]:
    line = 0
    for row in (each for part in sheet.all("Table") for each in part.all("Row")):
        line = max(line + 1, _number(row.attributes.get("Index", "")))
        cells: list[str] = []
        for cell in row.all("Cell"):
            place = min(_number(cell.attributes.get("Index", "")), 2 * MAX_COLUMNS)
            cells += [""] * (place - 1 - len(cells))
            data = cell.one("Data")
            cells.append("".join(part.text for part in data.inside()) if data else "")
        yield line, cells


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < len("10000000") else 0
