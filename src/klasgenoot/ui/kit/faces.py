"""Where do photos come from? Decoded, cut and scaled once for each size they are shown in."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPixmap

from klasgenoot.domain.people import Crop, PhotoId

MOST_BYTES = 96 * 2**20
"""How much the kept pictures may weigh together: 500 tiles on a sharp screen fit in it."""
SMALL_EDGE = 256
"""Above this many device pixels the large picture is asked for."""
LOOK_UP = 0.2
"""Where to cut when a picture is too tall: this part of the excess goes from the top, because
faces sit in the upper half."""


@dataclass(frozen=True, slots=True)
class Face:
    """What is needed to draw somebody: a photo, or initials when there is none."""

    photo: PhotoId | None
    crop: Crop | None
    initials: str


class Faces:
    """Photos at the size wanted, the least recently used thrown out first.

    Args:
        load: gives the bytes (JPEG or PNG) of a stored picture, small or (True) large.
    """

    def __init__(self, load: Callable[[PhotoId, bool], bytes]) -> None:
        self._load = load
        self._kept: OrderedDict[tuple[PhotoId, Crop | None, int, int, float], QPixmap] = (
            OrderedDict()
        )
        self._weight = 0

    def pixmap(self, face: Face, size: QSize, *, ratio: float = 1.0) -> QPixmap | None:
        """The photo, filling `size` (in points) exactly; None when there is no readable photo."""
        if face.photo is None or size.isEmpty():
            return None
        key = (face.photo, face.crop, size.width(), size.height(), ratio)
        if key in self._kept:
            self._kept.move_to_end(key)
            return None if self._kept[key].isNull() else self._kept[key]
        made = self._make(face.photo, crop=face.crop, size=size * ratio)
        made.setDevicePixelRatio(ratio)
        self._keep(key, made)
        return None if made.isNull() else made

    def has(self, face: Face, size: QSize, *, ratio: float = 1.0) -> bool:
        """Whether the photo is at hand at this size, so that drawing it costs nothing."""
        return (face.photo, face.crop, size.width(), size.height(), ratio) in self._kept

    def forget(self) -> None:
        """Let go of every picture: the vault is locked, or photos changed."""
        self._kept.clear()
        self._weight = 0

    def _make(self, photo: PhotoId, *, crop: Crop | None, size: QSize) -> QPixmap:
        image = QImage.fromData(self._load(photo, max(size.width(), size.height()) > SMALL_EDGE))
        if image.isNull():
            return QPixmap()
        part = image.copy(part_to_show(image.size(), crop=crop, shape=size))
        return QPixmap.fromImage(
            part.scaled(
                size,
                Qt.AspectRatioMode.IgnoreAspectRatio,  # the part has the right shape already
                Qt.TransformationMode.SmoothTransformation,
            )
        )

    def _keep(self, key: tuple[PhotoId, Crop | None, int, int, float], made: QPixmap) -> None:
        self._kept[key] = made
        self._weight += _bytes(made)
        while self._weight > MOST_BYTES and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._weight -= _bytes(dropped)


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
