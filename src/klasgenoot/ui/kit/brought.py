"""What did a teacher copy or drag here? Files, a table, or a picture; no copy is made of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMimeData
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

from klasgenoot.exchange.source_files import Brought, Pasted

translate = QCoreApplication.translate

FORMATS = ("image/jpeg", "image/png", "image/webp")
"""Pictures as other programs name them on the clipboard, best first."""


def copied(*, with_lines: bool = False) -> tuple[Brought, ...]:
    """What is on the clipboard; nothing if it is of no use to an import.

    Args:
        with_lines: take lines of text for a list too; else only what surely is a table.
    """
    return brought(QGuiApplication.clipboard().mimeData(), with_lines=with_lines)


def brought(mime: QMimeData, *, with_lines: bool = False) -> tuple[Brought, ...]:
    """What was copied or dropped. A spreadsheet also gives a picture of its cells: text first."""
    files = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    if files:
        return files
    name = translate("Brought", "clipboard")
    table = table_in(mime)
    if table:
        return (Pasted(name, table.encode),)
    if give := picture_in(mime):
        return (Pasted(name, give),)
    text = mime.text() if with_lines and mime.hasText() else ""
    if len(text.split("\n")) > 1 and text.strip():
        return (Pasted(name, text.encode),)
    return ()


def table_in(mime: QMimeData) -> str:
    """The table, as cells between tabs or of a web page; empty without one."""
    text = mime.text() if mime.hasText() else ""
    if "\t" in text.strip("\n"):
        return text
    html = mime.html() if mime.hasHtml() else ""
    return html if "<table" in html.casefold() else ""


def picture_in(mime: QMimeData) -> Callable[[], bytes] | None:
    """What gives the picture as a file: as it was copied, or packed when it is asked for."""
    kind = next((each for each in FORMATS if mime.hasFormat(each)), None)
    if kind is not None:
        data = bytes(mime.data(kind).data())
        return lambda: data
    image = mime.imageData() if mime.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        return partial(as_png, image)
    return None


def as_png(image: QImage) -> bytes:
    """A picture that the system has unpacked already, as a file that can be read like others."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(held.data())
