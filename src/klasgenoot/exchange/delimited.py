"""Reads a class list out of delimited text: any usual encoding, delimiter and quoting."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import islice

from klasgenoot.domain.columns import NAME_FIELDS, Table, field_of, known_headers
from klasgenoot.domain.errors import EmptyList, TooLarge, UnreadableList
from klasgenoot.exchange.encodings import beginning, decoded, has_mark, utf16_without_mark
from klasgenoot.exchange.tables import (
    KNOWN_IN_HEADER,
    LOOKED_AT,
    MAX_BYTES,
    MAX_CELL,
    MAX_COLUMNS,
    MAX_ROWS,
    Row,
    table_of,
)

_LONGEST_LINE = MAX_COLUMNS * (MAX_CELL + 3)
"""Signs; every cell full, and quoted."""
_MOST_LINES = 1_100_000
"""A sheet has 1,048,576, and some programs write all of them, empty."""
_MOST_CELLS = MAX_ROWS * MAX_COLUMNS
"""Empty ones too."""

_DELIMITERS = ("\t", ";", ",", "|")
_ONE_COLUMN = "\x1f"
"""The delimiter of a list that has none."""
_LONGEST_HEADER = 200

_OTHER_FORMATS = ("<", "{", "%PDF", "PK\x03\x04", "BEGIN:VCARD")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")
_FEW = 0.01
"""Up to this share of control characters it is a text with a flaw, above it no text."""
_SAID = re.compile(r"sep=(.)\r?\n?")
"""The first line with which Excel is told what the delimiter is."""


def read_delimited(data: bytes, *, source: str) -> Table:
    """Reads delimited text in any usual encoding and with any usual delimiter.

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
    said = _SAID.match(text)
    delimiter = said[1] if said else _delimiter(text, source=source)
    return table_of(_rows(text, delimiter=delimiter, source=source), source=source)


def is_text(head: bytes) -> bool:
    """Whether a file that begins like this may be delimited text."""
    if beginning(head)[:16].upper().startswith(_OTHER_FORMATS):
        return False
    if has_mark(head) or utf16_without_mark(head):
        return True
    return len(_CONTROLS.findall(head.decode("latin-1"))) <= _FEW * len(head)


def _text(data: bytes, *, source: str) -> str:
    text = decoded(data) if is_text(data) else None
    if text is None:
        raise UnreadableList(source)
    if text.count("\n") + text.count("\r") > _MOST_LINES:
        raise TooLarge(source, f"{MAX_ROWS} rows")
    readable = _CONTROLS.sub("", text)
    if len(text) - len(readable) > _FEW * len(text):
        raise UnreadableList(source)
    if not readable.strip():
        raise EmptyList(source)
    if len(max(readable.splitlines(), key=len)) > _LONGEST_LINE:
        raise TooLarge(source, f"{MAX_COLUMNS} columns")
    return readable


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


def _rows(text: str, *, delimiter: str, source: str) -> Iterator[Row]:
    if text.count(delimiter) > _MOST_CELLS:
        raise TooLarge(source, f"{MAX_COLUMNS} columns")
    for line, record in enumerate(_records(text, delimiter=delimiter, source=source), start=1):
        if line > 1 or not record or not record[0].startswith("sep="):
            yield line, record


def _delimiter(text: str, *, source: str) -> str:
    """The delimiter under which a header shows, else the one that cuts most rows alike."""
    best, best_score = _ONE_COLUMN, (0, 0, 0)
    for delimiter in _DELIMITERS:
        records = _records(text, delimiter=delimiter, source=source)
        top = (row[: MAX_COLUMNS + 1] for row in islice(records, LOOKED_AT) if any(row))
        sample = [[cell[:_LONGEST_HEADER] for cell in row] for row in top]
        widths = Counter(len(row) for row in sample if len(row) > 1)
        if not widths:
            continue
        known = max(map(known_headers, sample))
        width, times = max(widths.items(), key=lambda item: (item[1], item[0]))
        score = (known if known >= KNOWN_IN_HEADER else 0, times, width)
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
