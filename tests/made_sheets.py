"""Workbooks made in code for tests: small, exact, and hostile where that is asked."""

from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Cell = str | int | float | None


def xlsx(sheets: dict[str, Sequence[Sequence[Cell]]], *, hidden: Sequence[str] = ()) -> bytes:
    """A workbook with these sheets: texts as texts, numbers as numbers."""
    return packed_xlsx({name: sheet_part(rows) for name, rows in sheets.items()}, hidden=hidden)


def packed_xlsx(
    sheets: dict[str, str],
    *,
    hidden: Sequence[str] = (),
    more: dict[str, str] | None = None,
) -> bytes:
    """A workbook of parts as they are, with more files in the zip."""
    links, named = [], []
    for number, name in enumerate(sheets, start=1):
        state = ' state="hidden"' if name in hidden else ""
        named.append(f'<sheet name="{escape(name)}" sheetId="{number}"{state} r:id="r{number}"/>')
        links.append(
            f'<Relationship Id="r{number}" Type="{_OFFICE}/worksheet"'
            f' Target="worksheets/sheet{number}.xml"/>'
        )
    if more and "xl/sharedStrings.xml" in more:
        links.append(
            f'<Relationship Id="rs" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        )
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{_LINKS}"><Relationship Id="r0"'
        f' Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f"<sheets>{''.join(named)}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_LINKS}">{"".join(links)}'
        "</Relationships>",
        **(more or {}),
    }
    parts |= {f"xl/worksheets/sheet{n}.xml": part for n, part in enumerate(sheets.values(), 1)}
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as book:
        for name, part in parts.items():
            book.writestr(name, part)
    return held.getvalue()


def sheet_part(rows: Sequence[Sequence[Cell]]) -> str:
    """The XML of one sheet."""
    written = []
    for number, row in enumerate(rows, start=1):
        cells = "".join(
            _cell(value, f"{_column(place)}{number}")
            for place, value in enumerate(row)
            if value is not None
        )
        written.append(f'<row r="{number}">{cells}</row>')
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(written)}</sheetData></worksheet>'


def _cell(value: Cell, place: str) -> str:
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def _column(place: int) -> str:
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def ods(rows: Sequence[Sequence[str]], *, content: str = "") -> bytes:
    """An OpenDocument sheet of texts; or with a content part as it is."""
    cells = "".join(
        "<table:table-row>"
        + "".join(
            '<table:table-cell office:value-type="string">'
            f"<text:p>{escape(cell)}</text:p></table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = content or (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="Klas">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    held = BytesIO()
    with ZipFile(held, "w") as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        book.writestr("content.xml", content)
        book.writestr("META-INF/manifest.xml", "<manifest/>")
    return held.getvalue()
