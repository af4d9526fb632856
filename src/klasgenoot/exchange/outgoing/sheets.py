"""Writes a class list as xlsx: one sheet of cells that are text, so that nothing is worked out.

A workbook is a zip with a few pages of XML. They are written here because openpyxl puts each sheet
in the temp folder first (docs/decisions/0025-own-xlsx.md).
"""

import re
from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from klasgenoot.domain.exports import Leaving
from klasgenoot.exchange.outgoing.rows import Headers, rows_of

_MADE = (1980, 1, 1, 0, 0, 0)
"""When each part was made: the file says nothing about the computer, not even its clock."""
_TOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_IN_TITLE = re.compile(r"[\[\]:*?/\\]")
_LONGEST_TITLE = 31
_LEAST_WIDTH, _MOST_WIDTH = 8, 45
"""Of a column, in letters."""

_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>",
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/>'
    '<name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill'
    ' patternType="gray125"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2">'
    '<xf numFmtId="49" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="49" fontId="1" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>",
}
"""What is the same in every workbook. Number format 49 is text: zeros at the front stay."""


def write_xlsx(people: Sequence[Leaving], *, headers: Headers, title: str) -> bytes:
    """A workbook with one sheet called after the class; the header stays in sight."""
    rows = rows_of(people, headers=headers)
    parts = {
        **_PARTS,
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{_quoted(_title(title))}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": _sheet(rows),
    }
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as book:
        for name, part in parts.items():
            info = ZipInfo(name, _MADE)
            info.compress_type = ZIP_DEFLATED
            book.writestr(info, _TOP + part)
    return held.getvalue()


def _sheet(rows: Sequence[Sequence[str]]) -> str:
    written = "".join(
        f'<row r="{number}">'
        + "".join(
            f'<c r="{_letter(place)}{number}" s="{int(number == 1)}" t="inlineStr">'
            f'<is><t xml:space="preserve">{_text(cell)}</t></is></c>'
            for place, cell in enumerate(row)
            if cell
        )
        + "</row>"
        for number, row in enumerate(rows, start=1)
    )
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        '<sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        f"</sheetView></sheetViews><cols>{_widths(rows)}</cols><sheetData>{written}</sheetData>"
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    )


def _widths(rows: Sequence[Sequence[str]]) -> str:
    """Each column as wide as what stands in it."""
    longest = [max(map(len, column)) + 2 for column in zip(*rows, strict=True)]
    return "".join(
        f'<col min="{place}" max="{place}" customWidth="1"'
        f' width="{min(max(wide, _LEAST_WIDTH), _MOST_WIDTH)}"/>'
        for place, wide in enumerate(longest, start=1)
    )


def _letter(place: int) -> str:
    return chr(ord("A") + place)


def _text(cell: str) -> str:
    return escape(_NOT_IN_XML.sub("", cell))


def _quoted(text: str) -> str:
    return escape(_NOT_IN_XML.sub("", text), {'"': "&quot;"})


def _title(name: str) -> str:
    """The name of a sheet, without the signs and the length that Excel refuses."""
    return _NOT_IN_TITLE.sub(" ", name).strip(" '")[:_LONGEST_TITLE].strip(" '") or "1"
