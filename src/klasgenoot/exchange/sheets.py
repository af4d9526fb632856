"""Reads a class list out of a workbook: xlsx, xlsb, xls and ods, with python-calamine.

A workbook is a zip in which sizes can lie, so what is in it is unpacked here first, with a cap, and
calamine gets a plain one. Numbers become the text that a teacher sees: 500124.0 is "500124".
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from klasgenoot.domain.columns import Table, likeness
from klasgenoot.domain.errors import EmptyList, TooLarge, Trouble, UnreadableList, UnsafeArchive
from klasgenoot.domain.remarks import Remark, RemarkKind
from klasgenoot.domain.stacking import stacked
from klasgenoot.exchange.archives import Archive
from klasgenoot.exchange.tables import (
    MAX_BYTES,
    MAX_CELL,
    MAX_COLUMNS,
    MAX_ROWS,
    Row,
    clean,
    table_of,
)

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_MAX_UNPACKED = 100_000_000
_MOST_SHEETS = 60
_MOST_LINES = 1_100_000
_WIDEST = 16_384
_LONGEST_NAME = 100
_TEXTS = "xl/sharedStrings.xml"
_LONGEST_TEXT = 200_000
"""Bytes of one text with its markup; a cell holds 32,767 signs, and may be one of thousands."""
_PARTS = (".xml", ".rels", ".bin", "mimetype")
"""What of a workbook matters to a list; pictures and programs in it do not."""
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_NEW = "EncryptedPackage".encode("utf-16-le")
_BEGIN, _LOCKED_OLD = b"\x09\x08\x10\x00\x00\x06", b"\x2f\x00"
_BEGIN_LENGTH = 20
"""In an old workbook: the record it begins with, and the one that says it has a password."""


def read_sheet(data: bytes, *, source: str) -> Table:
    """Reads the sheet that looks most like a class list; sheets that are each a class, as one list.

    Raises:
        UnreadableList: this is no workbook, it is damaged, or it has a password (`why`).
        EmptyList: nobody stands in any of its sheets.
        TooLarge: there is more of it than any teacher has.
    """
    if len(data) > MAX_BYTES:
        raise TooLarge(source, "20 MB")
    with _sound(source):
        book = _opened(_unlocked(data, source=source))
        sheets = _shown_sheets(book)
        tables: list[tuple[str, Table]] = []
        troubles: list[Trouble] = []
        for name in sheets:
            try:
                remarks = _remarks(name, count=len(sheets))
                table = table_of(
                    _rows(book.get_sheet_by_name(name), source=source),
                    source=source,
                    remarks=remarks,
                )
            except Trouble as trouble:
                troubles.append(trouble)
                continue
            tables.append((clean(name)[:_LONGEST_NAME], table))
    if not tables:
        raise next(
            (each for each in troubles if not isinstance(each, EmptyList)), EmptyList(source)
        )
    return stacked(tables) or max((table for _, table in tables), key=likeness)


def _unlocked(data: bytes, *, source: str) -> bytes:
    """The workbook as calamine may have it.

    Raises:
        UnreadableList: it has a password, or is none.
    """
    if data.startswith(_OLD):
        begin = data.find(_BEGIN)
        after = data[begin + _BEGIN_LENGTH :][:2] if begin >= 0 else b""
        if _LOCKED_NEW in data or after == _LOCKED_OLD:
            raise UnreadableList(source, "password")
        return data
    try:
        return _plain(data, source=source)
    except UnsafeArchive as unsafe:
        locked = unsafe.why == "encrypted"
        raise UnreadableList(source, "password" if locked else "damaged") from unsafe


def _plain(data: bytes, *, source: str) -> bytes:
    """The same workbook, not packed, without what no list needs."""
    from zipfile import ZIP_STORED, ZipFile

    archive = Archive(BytesIO(data), source=source, with_hidden=True)
    held, room = BytesIO(), _MAX_UNPACKED
    with ZipFile(held, "w", ZIP_STORED) as plain:
        for name in archive.names:
            if not name.casefold().endswith(_PARTS):
                continue
            part = archive.start_of(name, room + 1)
            room -= len(part)
            if room < 0:
                raise TooLarge(source, "100 MB")
            if name == _TEXTS and max(map(len, part.split(b"<si"))) > _LONGEST_TEXT:
                raise TooLarge(source, f"{MAX_CELL} characters")
            if name == "META-INF/manifest.xml" and b"encryption-data" in part:
                raise UnreadableList(source, "password")
            plain.writestr(name, part)
    return held.getvalue()


def _opened(data: bytes) -> "CalamineWorkbook":
    from python_calamine import load_workbook

    return load_workbook(BytesIO(data))


def _shown_sheets(book: "CalamineWorkbook") -> list[str]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return [
        each.name
        for each in book.sheets_metadata
        if each.typ is SheetTypeEnum.WorkSheet and each.visible is SheetVisibleEnum.Visible
    ][:_MOST_SHEETS]


def _remarks(name: str, *, count: int) -> tuple[Remark, ...]:
    return (Remark(RemarkKind.SHEET, count, clean(name)[:_LONGEST_NAME]),) if count > 1 else ()


def _rows(sheet: "CalamineSheet", *, source: str) -> Iterator[Row]:
    if sheet.start is None or sheet.end is None:
        return
    if sheet.end[0] >= _MOST_LINES:
        raise TooLarge(source, f"{MAX_ROWS} rows")
    if sheet.end[1] >= _WIDEST:
        raise TooLarge(source, f"{MAX_COLUMNS} columns")
    # the rows above the first filled one are given too
    for line, cells in enumerate(sheet.iter_rows(), start=1):
        yield line, [_written(cell) for cell in cells]


def _written(value: Any) -> str:  # noqa: ANN401 - whatever a cell may hold
    """A cell as text, as a teacher would read it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


@contextmanager
def _sound(source: str) -> Iterator[None]:
    """What calamine cannot read is a damaged list; also where it gives up in its own way."""
    from python_calamine import CalamineError

    try:
        yield
    except Trouble:
        raise
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise UnreadableList(source, "damaged") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # which derives from nothing we can name
            raise
        raise UnreadableList(source, "damaged") from error
