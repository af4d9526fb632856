"""Loads all that reading may need, by doing it once: after the seal no module can be loaded."""

from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

from klasgenoot.domain.errors import Trouble

if TYPE_CHECKING:
    from PIL.Image import Image

_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp437")
_LIST = "Voornaam;Achternaam;E-mail\nZoë;Jansen;z@x.nl\n"


def warm_up() -> None:
    """Reads a picture of each kind, a list in each encoding and a zip of each packing."""
    from klasgenoot.exchange.photos import read_photo
    from klasgenoot.exchange.tables import read_table

    for picture in _pictures():
        read_photo(picture, source="")
        with suppress(Trouble):  # what a broken one needs is loaded too
            read_photo(picture[: len(picture) // 2], source="")
    for encoding in _ENCODINGS:
        read_table(_LIST.encode(encoding), source="")
    warm_up_for_zip()


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
