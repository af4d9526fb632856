"""Who is on the way from one place to another? Carried by the mouse, or lifted with Enter."""

from PySide6.QtCore import QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from klasgenoot.ui.kit.faces import Face, face_of
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import paint_portrait, photo_radius
from klasgenoot.viewmodels.seating import Sitter

EDGE = 64
RING = 2
BESIDE_KEYS = QPoint(10, 10)
"""How far from the corner of a seat the face is that hovers over it."""


class Ghost(QWidget):
    """The face that is carried, over everything else."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._look = look
        self._over = over
        self._face = Face(None, None, "")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(look.fonts.px(EDGE), look.fonts.px(EDGE))
        self.hide()

    def show_at(self, face: Face, place: QPoint) -> None:
        """Show a face with its middle at a place on the screen."""
        self._face = face
        middle = QPoint(self.width() // 2, self.height() // 2)
        self.move(self._over.mapFromGlobal(place) - middle)
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        radius = photo_radius(QSize(self.width(), self.height()))
        paint_portrait(painter, box, look=self._look, face=self._face, radius=radius)
        painter.setPen(QPen(self._look.tokens["accent"], RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(edge, radius + 1, radius + 1)
        painter.end()


class Carrying(QObject):
    """One student at most, from where they were to where they are let go.

    Attributes:
        who: who is carried; None while nobody is.

    Signals:
        changed: somebody was lifted or let go.
        moved: the mouse is at this place on the screen, with somebody.
        dropped: somebody was let go at this place on the screen; until then they are in `who`.
    """

    changed = Signal()
    moved = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._ghost = Ghost(look, over)
        self._pressed: tuple[Sitter, QPoint] | None = None
        self.who: Sitter | None = None

    def press(self, sitter: Sitter, place: QPoint) -> None:
        """The mouse went down on somebody; they come along once it moves."""
        self.let_go()
        self._pressed = sitter, place

    def move(self, place: QPoint) -> None:
        """The mouse moved while it is down."""
        if self._pressed is None:
            return
        sitter, start = self._pressed
        if self.who is None:
            if (place - start).manhattanLength() < QApplication.startDragDistance():
                return
            self.who = sitter
            self.changed.emit()
        self._ghost.show_at(face_of(sitter), place)
        self.moved.emit(place)

    def release(self, place: QPoint) -> None:
        """The mouse came up."""
        is_carried = self._pressed is not None and self.who is not None
        self._pressed = None
        if is_carried:
            self.dropped.emit(place)
        self.let_go()

    def lift(self, sitter: Sitter) -> None:
        """Lifts somebody with the keys."""
        self.let_go()
        self.who = sitter
        self.changed.emit()

    def hover(self, place: QPoint) -> None:
        """Shows who was lifted at a place on the screen."""
        if self.who is not None and self._pressed is None:
            self._ghost.show_at(face_of(self.who), place + BESIDE_KEYS)

    def let_go(self) -> None:
        """Leaves everybody where they are."""
        self._pressed = None
        self._ghost.hide()
        if self.who is not None:
            self.who = None
            self.changed.emit()
