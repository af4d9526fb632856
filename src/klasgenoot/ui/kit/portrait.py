"""How is a face drawn? Rounded, with a fine inner edge; initials when there is no photo."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.ui.kit.faces import Face
from klasgenoot.ui.kit.look import Look

AVATAR_ROUNDNESS = 0.26
"""Radius of a small avatar as part of its size."""
LARGEST_AVATAR = 54
TILE_RADIUS, HERO_RADIUS = 14, 22
SMALLEST_HERO = 200
INITIALS_SIZE = 0.31
"""Size of the initials as part of the shorter side."""
OVERLAP = 8
"""How far faces in a stack lie on each other, in pixels."""


def photo_radius(size: QSize) -> float:
    """The corner radius that suits a portrait of this size."""
    edge = min(size.width(), size.height())
    if edge <= LARGEST_AVATAR:
        return edge * AVATAR_ROUNDNESS
    return TILE_RADIUS if edge < SMALLEST_HERO else HERO_RADIUS


def is_at_hand(painter: QPainter, box: QRectF, *, look: Look, face: Face) -> bool:
    """Whether `paint_portrait` has nothing to decode."""
    size = QSize(round(box.width()), round(box.height()))
    ratio = painter.device().devicePixelRatioF()
    return look.faces.has(face, size, radius=photo_radius(size), ratio=ratio)


def paint_portrait(
    painter: QPainter,
    box: QRectF,
    *,
    look: Look,
    face: Face,
    radius: float | None = None,
    ground: QColor | None = None,
) -> None:
    """Draw a face in `box`.

    Args:
        painter: draws on any device; the photo is made for its pixel ratio.
        box: where, in points.
        look: colours and photos.
        face: whose.
        radius: corner radius; by default what suits the size.
        ground: colour behind the initials; by default the quiet grey of `hover`.
    """
    size = QSize(round(box.width()), round(box.height()))
    radius = photo_radius(size) if radius is None else radius
    ratio = painter.device().devicePixelRatioF()
    photo = look.faces.pixmap(face, size, radius=radius, ratio=ratio)
    if photo is not None:
        painter.drawPixmap(box.topLeft(), photo)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground or look.tokens["hover"])
    if look.tokens.is_contrast:
        painter.setPen(QPen(look.tokens["line"], 1))
        box = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, radius, radius)
    paint_initials(painter, box, look=look, initials=face.initials)
    painter.restore()


def paint_initials(painter: QPainter, box: QRectF, *, look: Look, initials: str) -> None:
    """Draw initials in the middle of a box, as large as suits it."""
    pixels = max(9, round(min(box.width(), box.height()) * INITIALS_SIZE))
    painter.setFont(look.fonts.sized(pixels))
    painter.setPen(look.tokens["text_2"])
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initials)


class Portrait(QWidget):
    """One face on a page. Its accessible name is what you pass as `name`."""

    def __init__(
        self,
        look: Look,
        face: Face,
        *,
        name: str,
        size: QSize,
        radius: float | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._face = face
        self._radius = radius
        self.setFixedSize(size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def set_face(self, face: Face, *, name: str) -> None:
        """Show somebody else."""
        self._face = face
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_portrait(
            painter, QRectF(self.rect()), look=self._look, face=self._face, radius=self._radius
        )
        painter.end()


def paint_mosaic(painter: QPainter, box: QRectF, *, look: Look, faces: list[Face]) -> None:
    """Draw up to four faces in a square with 8 px corners."""
    half = (box.width() - 1) / 2
    for number in range(4):
        left = box.left() + (number % 2) * (half + 1)
        top = box.top() + (number // 2) * (half + 1)
        cell = QRectF(left, top, half, half)
        if number < len(faces):
            paint_portrait(painter, cell, look=look, face=faces[number], radius=4)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.tokens["hover"])
            painter.drawRoundedRect(cell, 4, 4)


class FaceStack(QWidget):
    """Faces that overlap a little, for "together with"."""

    def __init__(
        self,
        look: Look,
        faces: list[Face],
        *,
        name: str,
        size: int = 24,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._faces = faces
        self._edge = size
        self.setFixedSize(stack_width(len(faces), edge=size), size)
        self.setAccessibleName(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_stack(painter, QPointF(), look=self._look, faces=self._faces, edge=self._edge)
        painter.end()


def stack_width(count: int, *, edge: int) -> int:
    """How wide so many faces are that overlap a little."""
    return edge + max(0, count - 1) * (edge - OVERLAP)


def paint_stack(
    painter: QPainter, at: QPointF, *, look: Look, faces: Sequence[Face], edge: int
) -> None:
    """Draw faces that overlap a little, each cut out of the one before it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, face in enumerate(faces):
        box = QRectF(at.x() + number * (edge - OVERLAP), at.y(), edge, edge)
        if number:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.tokens["surface"])
            gap = box.adjusted(-2, -2, 2, 2)
            radius = edge * AVATAR_ROUNDNESS + 2
            painter.drawRoundedRect(gap, radius, radius)
        paint_portrait(painter, box, look=look, face=face)
