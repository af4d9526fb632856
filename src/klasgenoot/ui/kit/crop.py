"""Where is the face? The whole photo with a frame to drag and scale, by mouse, wheel and keys."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.domain.people import Crop
from klasgenoot.ui.kit.crop_frame import CropFrame, frame_on
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.steps import ARROWS, GROWTH, NOTCH, SCALES

ROOM = QSize(440, 440)
GRIP, GRIP_REACH = 18, 16
STEP, LARGE_STEP = 0.01, 0.05
RADIUS = 8


class CropView(QWidget):
    """A photo with a 4:5 frame.

    Drag inside the frame to move it, a corner to scale it; the wheel and plus and minus scale it,
    arrows move it (with Shift further).

    Signals:
        changed: the frame is somewhere else.
        ring_moved: the photo is somewhere else.
    """

    changed = Signal()
    ring_moved = Signal()
    ring_radius = RADIUS

    def __init__(self, look: Look, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._image = QImage()
        self._frame: CropFrame | None = None
        self._grabbed: QPointF | None = None
        self._by_corner = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_photo(self, data: bytes, crop: Crop | None) -> bool:
        """Show a photo (JPEG or PNG) with the frame where it was; False if it is none."""
        self._image = QImage.fromData(data)
        if self._image.isNull():
            self._frame = None
            return False
        self._frame = frame_on(self._image.width(), self._image.height(), crop)
        self.update()
        return True

    @property
    def crop(self) -> Crop | None:
        """The part inside the frame; None without a photo."""
        return self._frame.crop if self._frame else None

    def reset(self) -> None:
        """Put the frame where it would be by itself."""
        if self._frame is not None:
            self._set(frame_on(self._frame.width, self._frame.height, None))

    def ring_rect(self) -> QRect:
        """Where the ring goes: around the photo."""
        return self._photo_box().toRect()

    def sizeHint(self) -> QSize:
        return ROOM

    def minimumSizeHint(self) -> QSize:
        return ROOM / 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ring_moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._frame is None:
            super().keyPressEvent(event)
        elif key in ARROWS:
            further = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            step = LARGE_STEP if further else STEP
            across, down = ARROWS[key]
            self._set(self._frame.moved(across * step, down * step))
        elif key in SCALES:
            self._set(self._frame.scaled(SCALES[key]))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._frame is not None:
            notches = event.angleDelta().y() / NOTCH
            self._set(self._frame.scaled(GROWTH**notches))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        self._by_corner = self._corner_at(place) is not None
        if self._by_corner or self._frame_box().contains(place):
            self._grabbed = place

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._grabbed is None or self._frame is None:
            self._show_cursor(place)
            return
        if self._by_corner:
            middle = self._frame_box().center()
            before, after = _away(self._grabbed, middle), _away(place, middle)
            self._set(self._frame.scaled(after / max(1.0, before)))
        else:
            photo, moved = self._photo_box(), place - self._grabbed
            self._set(self._frame.moved(moved.x() / photo.width(), moved.y() / photo.height()))
        self._grabbed = place

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grabbed = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._frame is None:
            return
        tokens, photo, frame = self._look.tokens, self._photo_box(), self._frame_box()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        outline = QPainterPath()
        outline.addRoundedRect(photo, RADIUS, RADIUS)
        painter.setClipPath(outline)
        painter.drawImage(photo, self._image)
        inside = QPainterPath()
        inside.addRoundedRect(frame, RADIUS, RADIUS)
        painter.fillPath(outline.subtracted(inside), tokens["scrim"])
        painter.setPen(QPen(tokens.light, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        self._paint_grips(painter, frame)
        painter.end()

    def _paint_grips(self, painter: QPainter, frame: QRectF) -> None:
        """Heavier lines at the corners say that they can be dragged."""
        pen = painter.pen()
        pen.setWidth(5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        box = frame.adjusted(3, 3, -3, -3)
        for corner, across, down in (
            (box.topLeft(), 1, 1),
            (box.topRight(), -1, 1),
            (box.bottomLeft(), 1, -1),
            (box.bottomRight(), -1, -1),
        ):
            bend = QPainterPath(corner + QPointF(0, down * GRIP))
            bend.lineTo(corner + QPointF(0, down * RADIUS))
            bend.quadTo(corner, corner + QPointF(across * RADIUS, 0))
            bend.lineTo(corner + QPointF(across * GRIP, 0))
            painter.drawPath(bend)

    def _photo_box(self) -> QRectF:
        """Where the photo is: as large as fits, in the middle."""
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(round(left), round(top), size.width(), size.height())

    def _frame_box(self) -> QRectF:
        """Where the frame is, in this widget."""
        if self._frame is None:
            return QRectF()
        photo, crop = self._photo_box(), self._frame.crop
        return QRectF(
            photo.left() + crop.left * photo.width(),
            photo.top() + crop.top * photo.height(),
            crop.width * photo.width(),
            crop.height * photo.height(),
        )

    def _corner_at(self, place: QPointF) -> Qt.CursorShape | None:
        """How the pointer looks at a corner; None elsewhere."""
        box = self._frame_box()
        falling, rising = Qt.CursorShape.SizeFDiagCursor, Qt.CursorShape.SizeBDiagCursor
        corners = (
            (box.topLeft(), falling),
            (box.bottomRight(), falling),
            (box.topRight(), rising),
            (box.bottomLeft(), rising),
        )
        return next((shape for at, shape in corners if _away(place, at) <= GRIP_REACH), None)

    def _show_cursor(self, place: QPointF) -> None:
        inside = self._frame_box().contains(place)
        usual = Qt.CursorShape.SizeAllCursor if inside else Qt.CursorShape.ArrowCursor
        self.setCursor(self._corner_at(place) or usual)

    def _set(self, frame: CropFrame) -> None:
        if frame != self._frame:
            self._frame = frame
            self.update()
            self.changed.emit()


def _away(one: QPointF, other: QPointF) -> float:
    """How far two points are from each other."""
    apart = one - other
    return float((apart.x() ** 2 + apart.y() ** 2) ** 0.5)
