"""How are letters, lines and faces put on paper? In greys, so that any printer does them right.

Lengths are tenths of a point: fine enough for letters, and whole numbers.
"""

import re

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from klasgenoot.ui.kit.fonts import DISPLAY_FAMILY, TEXT_FAMILY

PER_POINT = 10
PER_INCH = 72 * PER_POINT
_MM_PER_INCH = 25.4
_DISPLAY_FROM = 13.5
_STEP = 0.5
_PIECE = re.compile(r"[^\s-]+-?\s*|-\s*")
"""What a line can break behind."""
_IMAGE_DPI = 300
_ROUNDNESS = 0.09
_FINE = 0.4

INK, SOFT, EDGE, HAIR, GROUND = 0.10, 0.36, 0.62, 0.82, 0.94
"""How light: text, quieter text, fold lines, cut lines, and the ground behind initials."""

Bold, Plain = QFont.Weight.DemiBold, QFont.Weight.Normal
Middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
Left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def mm(length: float) -> float:
    """Millimetres as tenths of a point."""
    return length / _MM_PER_INCH * PER_INCH


def grey(lightness: float) -> QColor:
    """A grey from 0 (black) to 1 (white)."""
    return QColor.fromRgbF(lightness, lightness, lightness)


def letters(points: float, weight: QFont.Weight = Plain) -> QFont:
    """The letters of the app in their plain shapes: other shapes cannot be copied from a PDF."""
    font = QFont(DISPLAY_FAMILY if points >= _DISPLAY_FROM else TEXT_FAMILY)
    font.setPixelSize(max(1, round(points * PER_POINT)))
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in ("tnum", "calt", "liga", "clig"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


def width_of(text: str, font: QFont) -> float:
    """How wide a line of text is."""
    return QFontMetricsF(font).horizontalAdvance(text)


def height_of(font: QFont) -> float:
    """How high a line of text is."""
    return QFontMetricsF(font).height()


def fitting(
    text: str, *, room: float, most: float, least: float, weight: QFont.Weight = Plain
) -> QFont:
    """The largest letters in which a text fits on one line; not smaller than the least."""
    wide = width_of(text, letters(most, weight))
    points = most if wide <= room else max(least, most * room / wide * 0.99)
    return letters(points, weight)


def settled(
    text: str, *, room: float, lines: int, most: float, least: float, weight: QFont.Weight = Plain
) -> tuple[QFont, list[str]]:
    """The largest letters in which a text fits on so many lines, and those lines.

    Names are never cut: where even the least letters are too large, they become smaller still.
    """
    points = most
    while True:
        font = letters(points, weight)
        found = _lines(text, font, room=room)
        wide = max((width_of(line, font) for line in found), default=0.0)
        if (len(found) <= lines and wide <= room) or points <= _STEP:
            return font, found
        if points <= least and len(found) <= lines:
            return letters(points * room / wide * 0.99, weight), found
        points -= _STEP


def _lines(text: str, font: QFont, *, room: float) -> list[str]:
    """A text in lines that break at blanks and behind hyphens."""
    pieces = _PIECE.findall(text)
    lines: list[str] = []
    for piece in pieces:
        if lines and width_of(f"{lines[-1]}{piece}".rstrip(), font) <= room:
            lines[-1] += piece
        else:
            lines.append(piece)
    return [line.rstrip() for line in lines]


def write(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    *,
    light: float = INK,
    where: Qt.AlignmentFlag = Left,
) -> None:
    """Puts a line of text in a box; it may stick out, and is never cut."""
    painter.setFont(font)
    painter.setPen(grey(light))
    painter.drawText(box, int(where) | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine, text)


def draw_line(
    painter: QPainter, start: QPointF, end: QPointF, *, light: float, dashed: bool = False
) -> None:
    """A fine line."""
    pen = QPen(grey(light), _FINE * PER_POINT)
    if dashed:
        pen.setDashPattern([8, 6])
    painter.setPen(pen)
    painter.drawLine(start, end)


def draw_face(painter: QPainter, box: QRectF, *, image: QImage | None, initials: str) -> None:
    """A portrait with rounded corners; initials on a light ground where there is none."""
    painter.save()
    radius = min(box.width(), box.height()) * _ROUNDNESS
    shape = QPainterPath()
    shape.addRoundedRect(box, radius, radius)
    if image is None or image.isNull():
        painter.fillPath(shape, grey(GROUND))
        size = box.width() / PER_POINT * 0.3
        write(painter, box, initials, letters(size, Bold), light=SOFT, where=Middle)
    else:
        painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        painter.drawImage(box, _filling(image, box.size()))
    painter.restore()


def _filling(image: QImage, size: QSizeF) -> QImage:
    """The middle of an image in the shape of a box, no finer than a printer prints."""
    ratio = size.width() / size.height()
    width = min(image.width(), round(image.height() * ratio))
    height = min(image.height(), round(width / ratio))
    left, top = (image.width() - width) // 2, (image.height() - height) // 3
    cut = image.copy(left, top, width, height)
    enough = round(size.width() / PER_INCH * _IMAGE_DPI)
    if cut.width() > enough:
        cut = cut.scaledToWidth(enough, Qt.TransformationMode.SmoothTransformation)
    return cut.convertToFormat(QImage.Format.Format_RGB32)
