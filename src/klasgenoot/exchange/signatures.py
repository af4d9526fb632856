"""What is a file really? Its first bytes say so; its name only says what someone thinks it is."""

import re
from enum import StrEnum
from pathlib import PurePath

from klasgenoot.exchange.delimited import is_text
from klasgenoot.exchange.encodings import beginning

HEAD = 4096
"""How many bytes `kind_of` wants to see."""


class Kind(StrEnum):
    """What a file can be to an import."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    HEIC = "heic"
    ZIP = "zip"
    CLASS_FILE = "class_file"
    PDF = "pdf"
    TEXT = "text"
    SHEET = "sheet"
    MARKUP = "markup"
    CARDS = "cards"
    EVERYTHING = "everything"
    JSON = "json"
    DATABASE = "database"
    PROGRAM = "program"
    EMPTY = "empty"
    OTHER = "other"


PHOTOS = frozenset({Kind.JPEG, Kind.PNG, Kind.WEBP})
"""The photos that can be read anywhere; HEIC can be where the extra for it is (`hevc.py`)."""
LISTS = frozenset({Kind.TEXT, Kind.SHEET, Kind.MARKUP, Kind.CARDS})
"""The class lists that can be read."""

_SIGNATURES = (
    (0, b"\xff\xd8\xff", Kind.JPEG),
    (0, b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (8, b"WEBPVP8", Kind.WEBP),
    (0, b"\x89KLASGENOOT", Kind.CLASS_FILE),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.SHEET),
    (0, b"PK\x03\x04", Kind.ZIP),
    (0, b"PK\x05\x06", Kind.ZIP),
    (0, b"%PDF-", Kind.PDF),
    (0, b"SQLite format 3\x00", Kind.DATABASE),
    (0, b"\x00\x01\x00\x00Standard Jet DB", Kind.DATABASE),
    (0, b"\x00\x01\x00\x00Standard ACE DB", Kind.DATABASE),
    (0, b"\x7fELF", Kind.PROGRAM),
    (0, b"#!", Kind.PROGRAM),
    *((0, magic, Kind.PROGRAM) for magic in (b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")),
    *((4, b"ftyp" + brand, Kind.HEIC) for brand in (b"heic", b"heix", b"hevc", b"heim", b"mif1")),
)
_EVERYTHING = re.compile(r'\{\s*"(?:KLASGENOOT|CLASSES)"\s*:')
"""With which Klasgenoot begins what it gives out as JSON."""
_JSON = re.compile(r'\{\s*["}]|\[\s*[\[{]')
_LOOKED_AT = 64
_WINDOWS_PROGRAM = b"MZ"
"""Two letters, with which a list of names may begin too."""
PICTURE_ENDINGS = """
    .jpg .jpeg .jfif .png .webp .gif .bmp .tif .tiff .svg .avif .heic .heif .ico .jxl .dng"""
LIST_ENDINGS = """
    .csv .tsv .tab .txt .xls .xlsx .ods .xml .vcf .pdf .docx"""

_ZIP = b"PK\x03\x04"
_NAME_IN_ZIP = 30
_FIRST_IN_BOOK = (
    *(b"[Content_Types].xml", b"_rels/", b"docProps/", b"xl/", b"customXml/"),
    b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
)
"""With which of its files a workbook begins, which is a zip too."""
_OTHER_OFFICE = (b"word/", b"ppt/")
"""What a letter or a set of slides has in it, and a workbook has not."""


def kind_of(head: bytes) -> Kind:
    """What a file that begins with these bytes is."""
    if _is_book(head):
        return Kind.SHEET
    for place, signature, kind in _SIGNATURES:
        if head.startswith(signature, place):
            return kind
    text = beginning(head)[:_LOOKED_AT].upper()
    kinds = (
        (not head, Kind.EMPTY),
        (text.startswith("<"), Kind.MARKUP),
        (text.startswith("BEGIN:VCARD"), Kind.CARDS),
        (_EVERYTHING.match(text), Kind.EVERYTHING),
        (_JSON.match(text), Kind.JSON),
        (is_text(head), Kind.TEXT),
        (head.startswith(_WINDOWS_PROGRAM), Kind.PROGRAM),
    )
    return next((kind for is_so, kind in kinds if is_so), Kind.OTHER)


def _is_book(head: bytes) -> bool:
    return (
        head.startswith(_ZIP)
        and head.startswith(_FIRST_IN_BOOK, _NAME_IN_ZIP)
        and not any(name in head for name in _OTHER_OFFICE)
    )


def is_called_picture(name: str) -> bool:
    """Whether someone named this file as a picture."""
    return PurePath(name).suffix.casefold() in PICTURE_ENDINGS.split()


def is_called_list(name: str) -> bool:
    """Whether someone named this file as a list."""
    return PurePath(name).suffix.casefold() in LIST_ENDINGS.split()
