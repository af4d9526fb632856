"""Where do photos come from? Decoded, cut, scaled and rounded once for each size in use."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QImage, QImageReader, QPainter, QPainterPath, QPen, QPixmap

from klasgenoot.domain.people import Crop, PhotoId
from klasgenoot.ui.kit.theme import Tokens

MOST_BYTES = 96 * 2**20
"""How much the kept pictures may weigh together: 500 tiles on a sharp screen fit in it."""
SMALL_EDGE = 256
"""Above this many device pixels the large picture is asked for."""
KEPT_AS = b"JPEG"
"""What photos are kept as; told to Qt, so that it need not try every format it knows."""
ENOUGH = 2.0
"""A picture is decoded to so many times the size it is shown in, so that it stays sharp."""
LOOK_UP = 0.2
"""Where to cut when a picture is too tall: this part of the excess goes from the top, because
faces sit in the upper half."""


@dataclass(frozen=True, slots=True)
class Face:
    """What is needed to draw somebody: a photo, or initials when there is none."""

    photo: PhotoId | None
    crop: Crop | None
    initials: str


class Pictured(Protocol):
    """Whatever shows somebody: a student, a row about one, a name in an import."""

    @property
    def photo(self) -> PhotoId | None:
        """The stored picture."""

    @property
    def crop(self) -> Crop | None:
        """The part of it to show."""

    @property
    def initials(self) -> str:
        """For when there is no photo."""


def face_of(somebody: Pictured) -> Face:
    """What is needed to draw somebody."""
    return Face(somebody.photo, somebody.crop, somebody.initials)


@dataclass(frozen=True, slots=True)
class _Print:
    """What makes one finished picture different from another."""

    photo: PhotoId
    crop: Crop | None
    width: int
    height: int
    radius: float
    ratio: float


class Faces:
    """Finished portraits at the size wanted, the least recently used thrown out first.

    Args:
        load: gives the bytes (JPEG) of a stored picture, small or (True) large.
        tokens: for the fine inner edge, and what makes photos calmer in the dark.
    """

    def __init__(self, load: Callable[[PhotoId, bool], bytes], tokens: Tokens) -> None:
        self._load = load
        self._tokens = tokens
        self._kept: OrderedDict[_Print, QPixmap] = OrderedDict()
        self._weight = 0

    def pixmap(
        self, face: Face, size: QSize, *, radius: float = 0, ratio: float = 1.0
    ) -> QPixmap | None:
        """The portrait, filling `size` (in points) exactly; None without a readable photo."""
        if face.photo is None or size.isEmpty():
            return None
        key = _Print(face.photo, face.crop, size.width(), size.height(), radius, ratio)
        if key in self._kept:
            self._kept.move_to_end(key)
        else:
            self._keep(key, self._finish(key))
        made = self._kept[key]
        return None if made.isNull() else made

    def has(self, face: Face, size: QSize, *, radius: float = 0, ratio: float = 1.0) -> bool:
        """Whether drawing the portrait costs nothing, because it is at hand or there is none."""
        if face.photo is None:
            return True
        key = _Print(face.photo, face.crop, size.width(), size.height(), radius, ratio)
        return key in self._kept

    def forget(self) -> None:
        """Let go of every picture: the vault is locked, or photos changed."""
        self._kept.clear()
        self._weight = 0

    def _finish(self, key: _Print) -> QPixmap:
        """Cut, scale, round and edge a picture; a null picture when it cannot be read."""
        size = QSize(round(key.width * key.ratio), round(key.height * key.ratio))
        large = max(size.width(), size.height()) > SMALL_EDGE
        image = _decoded(self._load(key.photo, large), crop=key.crop, shape=size)
        if image.isNull():
            return QPixmap()
        part = image.copy(part_to_show(image.size(), crop=key.crop, shape=size))
        part = part.scaled(
            size,
            Qt.AspectRatioMode.IgnoreAspectRatio,  # the part has the right shape already
            Qt.TransformationMode.SmoothTransformation,
        )
        canvas = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        canvas.fill(Qt.GlobalColor.transparent)
        painter = QPainter(canvas)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        corner = key.radius * key.ratio
        shape.addRoundedRect(QRectF(canvas.rect()), corner, corner)
        painter.fillPath(shape, QBrush(part))
        painter.fillPath(shape, self._tokens["photo_veil"])
        painter.setPen(QPen(self._tokens["photo_edge"], key.ratio))
        inset = key.ratio / 2
        edge = QRectF(canvas.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(edge, max(0, corner - inset), max(0, corner - inset))
        painter.end()
        made = QPixmap.fromImage(canvas)
        made.setDevicePixelRatio(key.ratio)
        return made

    def _keep(self, key: _Print, made: QPixmap) -> None:
        self._kept[key] = made
        self._weight += _bytes(made)
        while self._weight > MOST_BYTES and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._weight -= _bytes(dropped)


def _decoded(data: bytes, *, crop: Crop | None, shape: QSize) -> QImage:
    """A picture, not much larger than it takes to cut `shape` out of it; null when broken.

    Small faces take half the time when the decoder itself makes the picture smaller.
    """
    kept = QByteArray(data)
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, KEPT_AS)
    try:
        if not reader.canRead():
            return QImage()
        whole = reader.size()
        part = part_to_show(whole, crop=crop, shape=shape)
        if part.isEmpty():  # a broken head
            return QImage()
        needed = ENOUGH * max(shape.width() / part.width(), shape.height() / part.height())
        if needed < 1:
            reader.setScaledSize(whole * needed)
        return reader.read()
    finally:
        del reader  # before its buffer: a broken picture makes it look there once more


def part_to_show(picture: QSize, *, crop: Crop | None, shape: QSize) -> QRect:
    """Which pixels of a picture are shown in a frame of a given shape.

    The crop is narrowed to the shape, never stretched: in width from the middle, in height mostly
    from below, so that a square and an upright frame keep the same eyes in the same place.
    """
    crop = crop or Crop(left=0, top=0, width=1, height=1)
    left, top = crop.left * picture.width(), crop.top * picture.height()
    width, height = crop.width * picture.width(), crop.height * picture.height()
    wanted = shape.width() / shape.height()
    if width > height * wanted:
        left += (width - height * wanted) / 2
        width = height * wanted
    else:
        top += (height - width / wanted) * LOOK_UP
        height = width / wanted
    whole = QRect(0, 0, picture.width(), picture.height())
    part = QRect(round(left), round(top), max(1, round(width)), max(1, round(height)))
    return part.intersected(whole)


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
