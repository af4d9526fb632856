"""When is a photo decoded? After the frame it is first wanted in, a few at a time."""

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QRect, QRectF, QSize, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from klasgenoot.ui.kit.faces import Face
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import paint_portrait, photo_radius

AT_A_TIME_MS = 3
"""Past this a photo waits for the next turn, so that a key in between is not kept waiting."""
FLAT = Face(None, None, "")


@dataclass(frozen=True, slots=True)
class _Owed:
    """A face that was drawn flat, as it is wanted."""

    face: Face
    size: QSize
    ratio: float


class LateFaces(QObject):
    """Draws faces that are at hand; the others flat, and once more when they are decoded.

    Args:
        look: colours and photos.
        widget: what is painted on.
    """

    def __init__(self, look: Look, widget: QWidget) -> None:
        super().__init__(widget)
        self._look = look
        self._owed: dict[tuple[int, int, int, int], _Owed] = {}
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._on_turn)

    @property
    def widget(self) -> QWidget:
        """What is painted on; asked each time: what Python holds of a viewport can go stale."""
        return cast("QWidget", self.parent())

    def paint(self, painter: QPainter, box: QRectF, *, face: Face, place: QRect) -> bool:
        """Draw a face in a box, flat while its photo is still to be decoded.

        Args:
            painter: draws on the widget, or on a picture of a part of it.
            box: where.
            face: whose.
            place: the part of the widget that is painted anew when the photo is there.

        Returns:
            Whether the face is drawn as it stays.
        """
        size = box.size().toSize()
        ratio = painter.device().devicePixelRatioF()
        is_there = self._look.faces.has(face, size, radius=photo_radius(size), ratio=ratio)
        if not is_there:
            corner = (place.x(), place.y(), place.width(), place.height())
            self._owed[corner] = _Owed(face, size, ratio)
            self._turn.start()
        paint_portrait(painter, box, look=self._look, face=face if is_there else FLAT)
        return is_there

    @Slot()
    def _on_turn(self) -> None:
        widget = self.widget
        if not widget.isVisible():
            self._owed.clear()  # whoever shows it again asks again
            return
        spent = QElapsedTimer()
        spent.start()
        while self._owed and spent.elapsed() < AT_A_TIME_MS:
            place = next(iter(self._owed))
            owed = self._owed.pop(place)
            radius = photo_radius(owed.size)
            self._look.faces.pixmap(owed.face, owed.size, radius=radius, ratio=owed.ratio)
            widget.update(QRect(*place))
        if self._owed:
            self._turn.start()


class LatePortrait(QWidget):
    """One of many faces on a page, drawn when its turn comes.

    Args:
        late: of the widget that holds them all, so that they are decoded one by one.
        face: whose.
        name: what a screen reader says.
        size: of the face.
    """

    def __init__(self, late: LateFaces, face: Face, *, name: str, size: QSize) -> None:
        super().__init__()
        self._late = late
        self._face = face
        self.setFixedSize(size)
        self.setAccessibleName(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        place = QRect(self.mapTo(self._late.widget, QPoint()), self.size())
        painter = QPainter(self)
        self._late.paint(painter, QRectF(self.rect()), face=self._face, place=place)
        painter.end()
