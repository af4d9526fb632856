"""When is a photo decoded? After the frame it is first wanted in, a few at a time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QRect, QRectF, QSize, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from klasgenoot.ui.kit.faces import Face
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import paint_portrait, photo_radius

AT_A_TIME_MS = 3
"""Past this a photo waits for the next turn, so that a key in between is not kept waiting."""
AT_ONCE_MS = 8
"""What a grid may decode in a picture of itself, so that few faces do not come flat first."""
FLAT = Face(None, None, "")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A face as large, as round and as sharp as it is drawn."""

    face: Face
    size: QSize
    radius: float
    ratio: float


def nothing_ahead() -> Iterable[Wanted]:
    """Of what is not in sight, nothing is made ready."""
    return ()


class LateFaces(QObject):
    """Draws faces that are at hand; the others flat, and once more when they are decoded.

    Args:
        look: colours and photos.
        owner: what is painted on; of what scrolls, its viewport is.
        at_once_ms: so long one picture of it may decode photos itself, counted from `begin`.
        ahead: what is made ready when nothing in sight is owed, in this order; asked after each
            `begin`, and again for each photo.
    """

    def __init__(
        self,
        look: Look,
        owner: QWidget,
        *,
        at_once_ms: int = 0,
        ahead: Callable[[], Iterable[Wanted]] = nothing_ahead,
    ) -> None:
        super().__init__(owner)
        self._look = look
        self._owner = owner
        self._at_once_ms = at_once_ms
        self._ahead = ahead
        self._spent = QElapsedTimer()
        self._owed: dict[tuple[int, int, int, int], Wanted] = {}
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._on_turn)

    @property
    def widget(self) -> QWidget:
        """What is painted on.

        Asked each time, as its bar is: what Python holds of a part that Qt made can go stale.
        """
        owner = self._owner
        return owner.viewport() if isinstance(owner, QAbstractScrollArea) else owner

    def begin(self, region: QRegion) -> None:
        """A part of the widget is painted anew: what stood there is asked again, if it still is."""
        part = region.translated(self._scrolled)
        for corner in [corner for corner in self._owed if part.intersects(QRect(*corner))]:
            del self._owed[corner]
        self._spent.start()
        self._turn.start()

    def shown(self, wanted: Wanted, *, place: QRect) -> Face:
        """The face as it can be drawn now: flat while its photo is still to be decoded.

        Args:
            wanted: the face, and how it is drawn.
            place: the part of the widget that is painted anew when the photo is there.
        """
        may_decode = self._spent.isValid() and self._spent.elapsed() < self._at_once_ms
        if may_decode or self._is_at_hand(wanted):
            return wanted.face
        whole = place.translated(self._scrolled)  # where it stays, however far one scrolls
        self._owed[whole.x(), whole.y(), whole.width(), whole.height()] = wanted
        self._turn.start()
        return FLAT

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
        size, ratio = box.size().toSize(), painter.device().devicePixelRatioF()
        shown = self.shown(Wanted(face, size, photo_radius(size), ratio), place=place)
        paint_portrait(painter, box, look=self._look, face=shown)
        return shown is face

    @property
    def _scrolled(self) -> QPoint:
        owner = self._owner
        if isinstance(owner, QAbstractScrollArea):
            return QPoint(0, owner.verticalScrollBar().value())
        return QPoint()

    def _is_at_hand(self, wanted: Wanted) -> bool:
        faces, radius = self._look.faces, wanted.radius
        return faces.has(wanted.face, wanted.size, radius=radius, ratio=wanted.ratio)

    @Slot()
    def _on_turn(self) -> None:
        if not self.widget.isVisible():
            self._owed.clear()  # whoever shows it again asks again
            return
        spent = QElapsedTimer()
        spent.start()
        while self._decode_next():
            if spent.elapsed() >= AT_A_TIME_MS:
                self._turn.start()
                return

    def _decode_next(self) -> bool:
        """Decode one photo, of those in sight first; whether there was one."""
        widget = self.widget
        while self._owed:
            corner = next(iter(self._owed))
            wanted = self._owed.pop(corner)
            place = QRect(*corner).translated(-self._scrolled)
            if place.intersects(widget.rect()):
                self._decode(wanted)
                widget.update(place)
                return True
        for wanted in self._ahead():
            if not self._is_at_hand(wanted):
                self._decode(wanted)
                return True
        return False

    def _decode(self, wanted: Wanted) -> None:
        faces, radius = self._look.faces, wanted.radius
        faces.pixmap(wanted.face, wanted.size, radius=radius, ratio=wanted.ratio)


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
