"""Reads a class list out of bytes: encoding, delimiter, header, clean cells, nothing forbidden."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import islice

from klasgenoot.domain.columns import (
    NAME_FIELDS,
    Table,
    can_only_be_header,
    field_of,
    forbidden_columns,
    known_headers,
)
from klasgenoot.domain.errors import EmptyList, TooLarge, UnreadableList

MAX_BYTES = 20_000_000
MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_CELL = 1_000
MAX_CELLS = 500_000
"""With something in them: 20,000 students with 25 columns each."""

_LONGEST_LINE = MAX_COLUMNS * (MAX_CELL + 3)
"""Signs; every cell full, and quoted."""
_MOST_LINES = 1_100_000
"""A sheet has 1,048,576, and some programs write all of them, empty."""
_MOST_CELLS = MAX_ROWS * MAX_COLUMNS
"""Empty ones too."""
_LONGEST_RAW = 4 * MAX_CELL
"""Signs of a cell before it is tidied; to tidy a cell of accents takes the square of its length."""
_WIDEST = 16_384
"""Columns of a sheet, written out although they are empty."""

_DELIMITERS = ("\t", ";", ",")
_ONE_COLUMN = "\x1f"
"""The delimiter of a list that has none."""
_LOOKED_AT = 20
"""So many rows tell the delimiter and have the header among them."""
_LONGEST_HEADER = 200
_KNOWN_IN_HEADER = 2

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_OTHER_FORMATS = (b"<", b"{", b"%PDF", b"PK\x03\x04", b"BEGIN:VCARD")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")
_FEW = 0.01
"""Up to this share of control characters it is a text with a flaw, above it no text."""
_UNSEEN = re.compile("[\x1a\x7f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_FORMULA_STARTS = tuple("=+-@\t\uff1d\uff0b\uff0d\uff20")


def read_table(data: bytes, *, source: str) -> Table:
    """Reads delimited text in any usual encoding and with any usual delimiter.

    The header is the first row with two known names; what stands above it is ignored. Without such
    a row the header is empty. Columns that may not be kept are not in the result.

    Args:
        data: the whole file.
        source: its name, as a trouble says it.

    Raises:
        UnreadableList: this is no delimited text.
        EmptyList: no text stands in it, or none below its header.
        TooLarge: there is more of it than any teacher has; `limit` says of what.
    """
    if len(data) > MAX_BYTES:
        raise TooLarge(source, "20 MB")
    text = _text(data, source=source)
    delimiter = _delimiter(text, source=source)
    found = list(_filled_rows(text, delimiter=delimiter, source=source))
    rows = [cells for _, cells in found]
    header_at = _header_place(rows)
    header = [] if header_at is None else rows[header_at]
    below = 0 if header_at is None else header_at + 1
    return _table(header, rows[below:], [line for line, _ in found[below:]], source=source)


def is_text(head: bytes) -> bool:
    """Whether a file that begins like this may be delimited text."""
    if head.startswith(tuple(bom for bom, _ in _BOMS)) or _utf16_without_bom(head):
        return True
    controls = len(_CONTROLS.findall(head.decode("latin-1")))
    return controls <= _FEW * len(head) and not head.lstrip().startswith(_OTHER_FORMATS)


def _text(data: bytes, *, source: str) -> str:
    if not is_text(data):
        raise UnreadableList(source)
    known = next((name for bom, name in _BOMS if data.startswith(bom)), _utf16_without_bom(data))
    for encoding in (known,) if known else ("utf-8", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.count("\n") + text.count("\r") > _MOST_LINES:
            raise TooLarge(source, f"{MAX_ROWS} rows")
        readable = _CONTROLS.sub("", text)
        if len(text) - len(readable) > _FEW * len(text):
            break
        if not readable.strip():
            raise EmptyList(source)
        if len(max(readable.splitlines(), key=len)) > _LONGEST_LINE:
            raise TooLarge(source, f"{MAX_COLUMNS} columns")
        return readable
    raise UnreadableList(source)


def _utf16_without_bom(data: bytes) -> str | None:
    """In UTF-16 most second bytes of a European text are zero and no first ones, or reversed."""
    sample = data[:400]
    first, second = sample[::2].count(0), sample[1::2].count(0)
    if not sample or min(first, second) > 0 or max(first, second) * 4 < len(sample):
        return None
    return "utf-16-le" if second > first else "utf-16-be"


def _records(text: str, *, delimiter: str, source: str) -> Iterator[list[str]]:
    import csv

    lines = StringIO(text, newline="")
    try:
        if text.count('"') % 2:  # one is never closed, and would swallow half of the class
            yield from csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
        else:
            yield from csv.reader(lines, delimiter=delimiter)
    except csv.Error as error:
        raise UnreadableList(source) from error


def _filled_rows(text: str, *, delimiter: str, source: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with text in them, clean, each with its place in the file."""
    rows = cells_in_all = 0
    if text.count(delimiter) > _MOST_CELLS:
        raise TooLarge(source, f"{MAX_COLUMNS} columns")
    for line, record in enumerate(_records(text, delimiter=delimiter, source=source), start=1):
        cells = _tidied(record, source=source) if any(record) else []
        if not cells or (line == 1 and cells[0].startswith("sep=")):
            continue
        rows += 1
        cells_in_all += len(cells)
        if rows > MAX_ROWS:
            raise TooLarge(source, f"{MAX_ROWS} rows")
        if cells_in_all > MAX_CELLS:
            raise TooLarge(source, f"{MAX_CELLS} cells")
        yield line, cells


def _tidied(record: Sequence[str], *, source: str) -> list[str]:
    """The cells of a row, clean, up to the last with something in it."""
    if len(record) > _WIDEST:
        raise TooLarge(source, f"{MAX_COLUMNS} columns")
    if max(map(len, record)) > _LONGEST_RAW:
        raise TooLarge(source, f"{MAX_CELL} characters")
    cells = [_clean(cell) for cell in record]
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > MAX_COLUMNS:
        raise TooLarge(source, f"{MAX_COLUMNS} columns")
    if max(map(len, cells), default=0) > MAX_CELL:
        raise TooLarge(source, f"{MAX_CELL} characters")
    return cells


def _delimiter(text: str, *, source: str) -> str:
    """The delimiter under which a header shows, else the one that cuts most rows alike."""
    best, best_score = _ONE_COLUMN, (0, 0, 0)
    for delimiter in _DELIMITERS:
        records = _records(text, delimiter=delimiter, source=source)
        top = (row[: MAX_COLUMNS + 1] for row in islice(records, _LOOKED_AT) if any(row))
        sample = [[cell[:_LONGEST_HEADER] for cell in row] for row in top]
        widths = Counter(len(row) for row in sample if len(row) > 1)
        if not widths:
            continue
        known = max(map(known_headers, sample))
        width, times = max(widths.items(), key=lambda item: (item[1], item[0]))
        score = (known if known >= _KNOWN_IN_HEADER else 0, times, width)
        if not score[0] and _is_one_column(sample, delimiter=delimiter):
            continue
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _is_one_column(sample: Sequence[Sequence[str]], *, delimiter: str) -> bool:
    """Whether these rows are one column of names: below the word "Naam", or all "Jansen, Sanne"."""
    if len(sample[0]) == 1 and field_of(sample[0][0]) in NAME_FIELDS:
        return True
    name_parts = 2
    return delimiter == "," and all(
        len(row) == name_parts and row[1].startswith(" ") for row in sample
    )


def _header_place(rows: Sequence[Sequence[str]]) -> int | None:
    """Where the header is: two known names in a row, else one that can only stand there."""
    top = rows[:_LOOKED_AT]
    for place, row in enumerate(top):
        if known_headers(row) >= _KNOWN_IN_HEADER:
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


def _table(
    header: list[str], rows: Sequence[list[str]], lines: Sequence[int], *, source: str
) -> Table:
    width = len(header) or max(map(len, rows), default=0)
    even = [(row + [""] * width)[:width] for row in rows]
    left_out = forbidden_columns(header, even)
    kept = [place for place in range(width) if place not in left_out]
    allowed = [
        (line, tuple(row[place] for place in kept)) for line, row in zip(lines, even, strict=True)
    ]
    filled = [(line, row) for line, row in allowed if any(row)]
    if not filled:
        raise EmptyList(source)
    return Table(
        header=tuple(header[place] for place in kept) if header else (),
        rows=tuple(row for _, row in filled),
        lines=tuple(line for line, _ in filled),
        source=source,
    )


def _clean(cell: str) -> str:
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
