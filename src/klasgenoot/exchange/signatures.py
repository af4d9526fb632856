"""What is a file really? Its first bytes say so; its name only says what someone thinks it is."""

from enum import StrEnum
from pathlib import PurePath

from klasgenoot.exchange.tables import is_text

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
    TEXT = "text"
    DATABASE = "database"
    PROGRAM = "program"
    EMPTY = "empty"
    OTHER = "other"


PHOTOS = frozenset({Kind.JPEG, Kind.PNG, Kind.WEBP})
"""The photos that can be read."""

_SIGNATURES = (
    (0, b"\xff\xd8\xff", Kind.JPEG),
    (0, b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (8, b"WEBPVP8", Kind.WEBP),
    (0, b"\x89KLASGENOOT", Kind.CLASS_FILE),
    (0, b"PK\x03\x04", Kind.ZIP),
    (0, b"PK\x05\x06", Kind.ZIP),
    (0, b"SQLite format 3\x00", Kind.DATABASE),
    (0, b"\x00\x01\x00\x00Standard Jet DB", Kind.DATABASE),
    (0, b"\x00\x01\x00\x00Standard ACE DB", Kind.DATABASE),
    (0, b"\x7fELF", Kind.PROGRAM),
    (0, b"#!", Kind.PROGRAM),
    *((0, magic, Kind.PROGRAM) for magic in (b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")),
    *((4, b"ftyp" + brand, Kind.HEIC) for brand in (b"heic", b"heix", b"hevc", b"heim", b"mif1")),
)
_WINDOWS_PROGRAM = b"MZ"
"""Two letters, with which a list of names may begin too."""
PICTURE_ENDINGS = """
    .jpg .jpeg .jfif .png .webp .gif .bmp .tif .tiff .svg .avif .heic .heif .ico .jxl .dng"""
LIST_ENDINGS = """
    .csv .tsv .tab .txt .xls .xlsx .ods .xml .vcf .pdf .docx"""


def kind_of(head: bytes) -> Kind:
    """What a file that begins with these bytes is."""
    for place, signature, kind in _SIGNATURES:
        if head.startswith(signature, place):
            return kind
    if not head:
        return Kind.EMPTY
    if is_text(head):
        return Kind.TEXT
    return Kind.PROGRAM if head.startswith(_WINDOWS_PROGRAM) else Kind.OTHER


def is_called_picture(name: str) -> bool:
    """Whether someone named this file as a picture."""
    return PurePath(name).suffix.casefold() in PICTURE_ENDINGS.split()


def is_called_list(name: str) -> bool:
    """Whether someone named this file as a list."""
    return PurePath(name).suffix.casefold() in LIST_ENDINGS.split()
