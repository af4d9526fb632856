"""Writes a class list as CSV: a Dutch Excel opens it right, and no cell becomes a formula."""

import csv
import re
from collections.abc import Sequence
from io import StringIO

from klasgenoot.domain.exports import Leaving
from klasgenoot.exchange.outgoing.rows import Headers, rows_of

FORMULA_STARTS = "=+-@\uff1d\uff0b\uff0d\uff20"
"""Signs that begin a formula, and the wide forms that some spreadsheets take for the same."""
_LINE_STARTS = "\t\r\n"
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


def write_csv(people: Sequence[Leaving], *, headers: Headers) -> bytes:
    """A list in UTF-8 with a BOM, `;` between the cells and quotes around each."""
    written = StringIO()
    writer = csv.writer(written, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in rows_of(people, headers=headers):
        writer.writerow([guarded(cell) for cell in row])
    return written.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; numbers and phone numbers stay."""
    begins = cell.lstrip()[:1]
    is_formula = begins and begins in FORMULA_STARTS
    is_hidden = cell[:1] and cell[0] in _LINE_STARTS
    if (is_formula or is_hidden) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell
