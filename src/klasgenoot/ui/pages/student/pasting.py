"""What photo was copied elsewhere? A file, or a picture from a page or a program."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

from klasgenoot.viewmodels.photo_change import Source, dropped_file

FORMATS = ("image/jpeg", "image/png", "image/webp")
"""As other programs name them on the clipboard, best first."""


def pasted() -> Source | None:
    """The photo on the clipboard: the file that was copied, or the bytes; None without one."""
    mime = QGuiApplication.clipboard().mimeData()
    file = dropped_file(mime)
    if file is not None:
        return file
    kind = next((each for each in FORMATS if mime.hasFormat(each)), None)
    if kind is not None:
        return bytes(mime.data(kind).data())
    image = mime.imageData() if mime.hasImage() else None
    return _as_png(image) if isinstance(image, QImage) and not image.isNull() else None


def _as_png(image: QImage) -> bytes:
    """A picture that the system has unpacked already, as a file that can be read like others."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(held.data())
