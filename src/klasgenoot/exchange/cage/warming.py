"""Loads all that reading may need, by doing it once: after the seal no module can be loaded."""

from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

from klasgenoot.domain.errors import Trouble

if TYPE_CHECKING:
    from PIL.Image import Image

_LIST = "Voornaam;Achternaam;E-mail\nZoë;Jansen;z@x.nl\n"
_WEB_PAGE = b"<html><table><tr><td>Voornaam<td>Achternaam<tr><td>Sem &amp; &#39;<td>Bos</table>"
_SCHOOL = b"<EDEX><leerlingen><leerling><roepnaam>Sem</roepnaam></leerling></leerlingen></EDEX>"
_EVERYTHING = b"""{"classes": [{"name": "1A", "students": [
{"given_name": "Zo\\u00eb", "photo": "/9j/", "crop": {"left": 0.5}}]}]}"""
_TIMETABLE = b"""BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
SUMMARY:CMV-1B
DTSTART;TZID=Europe/Amsterdam:20261029T101500
DTEND:20261029T110000Z
RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=TH
END:VEVENT
END:VCALENDAR"""
_BOOK = {
    "[Content_Types].xml": """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="xml" ContentType="application/xml"/></Types>""",
    "_rels/.rels": """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="r1" Target="xl/workbook.xml" Type=
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
        </Relationships>""",
    "xl/_rels/workbook.xml.rels": """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="r1" Target="worksheets/sheet1.xml" Type=
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>
        </Relationships>""",
    "xl/workbook.xml": """
        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r=
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships">
        <sheets><sheet name="Klas" sheetId="1" r:id="r1"/></sheets></workbook>""",
    "xl/styles.xml": """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs>
        <xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="46"/></cellXfs></styleSheet>""",
    "xl/worksheets/sheet1.xml": """
        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
        <row r="1"><c r="A1" t="str"><v>Voornaam</v></c><c r="B1" t="str"><v>Naam</v></c></row>
        <row r="2"><c r="A2" s="1"><v>39000</v></c><c r="B2" s="2"><v>1.5</v></c></row>
        <row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" s="1"><v>39000.5</v></c></row>
        <row r="4"><c r="A4" s="1"><v>0.5</v></c></row></sheetData></worksheet>""",
}
"""A workbook with a cell of each kind: what dates need is asked for when the first is met."""

_HEIC = """
AAAAGGZ0eXBoZWljAAAAAG1pZjFoZWljAAABTm1ldGEAAAAAAAAAIWhkbHIAAAAAAAAAAHBpY3QAAAAAAAAAAAAA
AAAAAAAADnBpdG0AAAAAAAEAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAACBpbG9jAQAAAEQA
AAEAAQABAAAAAQAAAAAAAAAXAAAAsWlwcnAAAACUaXBjbwAAAHhodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNg
AAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbqSSmubgIaDAgA
AAMAyAAAAwAIQGIAAQAHRAHBcrAiQAAAABRpc3BlAAAAAAAAAEAAAABAAAAAFWlwbWEAAAAAAAAAAQABAgECAAAA
H2lkYXQAAAATKAGvBBj8eTjr7YgD+bQFjKEdDg=="""
"""A picture of 64 x 64 pixels of one colour; nothing that is here anyway could write it."""


_ROOM = 8 << 20
"""Bytes of the largest picture that is in work most of the time."""
_PACKED = b"\x28\xb5\x2f\xfd\x00\x00\x09\x00\x00A"
"""One letter, as Zstandard packs it."""


def warm_up() -> None:
    """Reads a picture of each kind, a list in each encoding and a zip of each packing."""
    from base64 import b64decode

    from klasgenoot.exchange.encodings import NAMES
    from klasgenoot.exchange.everything import photos_in_everything, read_everything
    from klasgenoot.exchange.lists import read_list
    from klasgenoot.exchange.photos import read_photo
    from klasgenoot.exchange.timetables import read_timetable
    from klasgenoot.exchange.zstandard import unpacked

    _keep_room()
    for packed in (_PACKED, _PACKED[:-1]):
        with suppress(ValueError):
            unpacked(packed, len(_PACKED))
    for picture in _pictures():
        read_photo(picture, source="")
        with suppress(Trouble):  # what a broken one needs is loaded too
            read_photo(picture[: len(picture) // 2], source="")
    for data in (picture := b64decode(_HEIC), picture[:-9]):
        with suppress(Trouble):  # what decodes it is an extra
            read_photo(data, source="")
    for encoding in (*NAMES, "cp437"):
        read_list(_LIST.encode(encoding, "replace"), source="")
    with suppress(Trouble):
        read_timetable(_TIMETABLE, source="")
    with suppress(Trouble):
        photos_in_everything(_EVERYTHING, source="")
    read_everything(_EVERYTHING, source="")
    warm_up_for_zip()
    book = _book()
    for data in (_WEB_PAGE, _SCHOOL, _SCHOOL[:-9], book, book[:-9]):
        with suppress(Trouble):
            read_list(data, source="")


def _keep_room() -> None:
    """Takes and gives back as much memory as a picture needs.

    The C library of Linux (glibc) learns from it to keep what pictures give back for the next one.
    Else it goes back to the system and is asked for anew, page by page: a fifth of the work on a
    small photo. Other systems lose nothing by it.
    """
    bytes(_ROOM)


def warm_up_for_zip() -> None:
    """Looks into a zip of each packing."""
    for packing in _packings():
        _look_into_zip(packing)


def _pictures() -> Iterator[bytes]:
    from PIL import Image, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

    plain = Image.new("RGB", (16, 16), (200, 120, 40))
    writers = {
        JpegImagePlugin.JpegImageFile.format: (plain, plain.convert("L"), plain.convert("CMYK")),
        PngImagePlugin.PngImageFile.format: (
            plain.convert("P"),
            plain.convert("RGBA"),
            Image.new("I;16", (16, 16)),
        ),
        WebPImagePlugin.WebPImageFile.format: (plain, plain.convert("RGBA")),
    }
    for kind, images in writers.items():
        for image in images:
            yield _written(image, kind)


def _written(image: "Image", kind: str) -> bytes:
    held = BytesIO()
    image.save(held, kind)
    return held.getvalue()


def _packings() -> tuple[int, ...]:
    from zipfile import ZIP_DEFLATED, ZIP_STORED

    return ZIP_STORED, ZIP_DEFLATED


def _look_into_zip(packing: int) -> None:
    from zipfile import ZipFile

    from klasgenoot.exchange.archives import Archive

    held = BytesIO()
    with ZipFile(held, "w", packing) as written:
        written.writestr("Zoë.csv", _LIST)
        written.writestr("oud.csv", _LIST)  # a name in the letters of old computers
    archive = Archive(held, source="")
    for name in archive.names:
        archive.kind_of(name)


def _book() -> bytes:
    from zipfile import ZipFile

    held = BytesIO()
    with ZipFile(held, "w") as written:
        for name, part in _BOOK.items():
            written.writestr(name, part.strip())
    return held.getvalue()
