"""Who has no seat yet? Small faces to drag into the room, or to lift with Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.domain.people import StudentId
from klasgenoot.ui.kit.enter import PRESS
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import paint_portrait, photo_radius
from klasgenoot.ui.kit.room_view import FADED
from klasgenoot.ui.kit.steps import ARROWS
from klasgenoot.ui.kit.toast import announce
from klasgenoot.ui.pages.seating.carrying import Carrying
from klasgenoot.ui.pages.seating.room_field import is_letter
from klasgenoot.viewmodels.seating import Sitter

EDGE, GAP, CAPTION, BETWEEN = 50, 8, 20, 4


class WaitingField(QWidget):
    """The faces beside the room. One tab stop, arrows inside.

    Signals:
        entered: the `Sitter` on whom Enter was pressed.
        letter_typed: a letter.
        ring_moved: the keyboard is on somebody else.
    """

    entered = Signal(object)
    letter_typed = Signal(str)
    ring_moved = Signal()

    def __init__(
        self, look: Look, carrying: Carrying, *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._carrying = carrying
        self._sitters: Sequence[Sitter] = ()
        self._at = 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        carrying.changed.connect(self.update)

    @property
    def ring_radius(self) -> float:
        """How round the ring is."""
        edge = self._look.fonts.px(EDGE)
        return photo_radius(QSize(edge, edge))

    def show_sitters(self, sitters: Sequence[Sitter]) -> None:
        """Shows who waits."""
        self._sitters = sitters
        self._at = max(0, min(self._at, len(sitters) - 1))
        self.updateGeometry()
        self.ring_moved.emit()
        self.update()

    def go_to(self, student_id: StudentId) -> bool:
        """Puts the keyboard on somebody; False if they do not wait."""
        ids = [sitter.id for sitter in self._sitters]
        if student_id not in ids:
            return False
        self._move_to(ids.index(student_id))
        return True

    def box(self, number: int) -> QRect:
        """Where the face with this number is, counted from 0."""
        px, columns = self._look.fonts.px, self._columns(self.width())
        row, column = divmod(number, columns)
        spread = (self.width() - px(EDGE)) / max(1, columns - 1)
        left = round(column * spread)
        down = row * (px(EDGE) + px(CAPTION) + BETWEEN)
        return QRect(left, down, px(EDGE), px(EDGE))

    def name_box(self, number: int) -> QRectF:
        """Where the name under that face is: a little wider, as far as the edges leave room."""
        px = self._look.fonts.px
        name = QRectF(self.box(number)).adjusted(-GAP / 2, px(EDGE), GAP / 2, px(CAPTION))
        name.setLeft(max(0.0, name.left()))
        name.setRight(min(float(self.width()), name.right()))
        return name

    def ring_rect(self) -> QRect:
        """Where the ring goes."""
        return self.box(self._at) if self._sitters else QRect()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        px = self._look.fonts.px
        rows = -(-len(self._sitters) // self._columns(width))
        return rows * (px(EDGE) + px(CAPTION) + BETWEEN)

    def sizeHint(self) -> QSize:
        width = 5 * (self._look.fonts.px(EDGE) + GAP)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.fonts.px(EDGE), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ring_moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self._carrying.who is not None:
            self._carrying.let_go()
        elif key in ARROWS:
            across, down = ARROWS[key]
            self._move_to(self._at + across + down * self._columns(self.width()))
        elif key in PRESS and self._sitters:
            if not event.isAutoRepeat():
                self.entered.emit(self._sitters[self._at])
        elif is_letter(event):
            self.letter_typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position().toPoint())
        if number is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._move_to(number)
        self._carrying.press(self._sitters[number], event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons():
            self._carrying.move(event.globalPosition().toPoint())
            return
        over = self._number_at(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._carrying.release(event.globalPosition().toPoint())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = look.fonts.font(Text.CAPTION)
        metrics = QFontMetricsF(font)
        carried = self._carrying.who
        for number, sitter in enumerate(self._sitters):
            box = QRectF(self.box(number))
            name = self.name_box(number)
            if not box.united(name).intersects(QRectF(event.rect())):
                continue
            is_carried = carried is not None and carried.id == sitter.id
            painter.setOpacity(FADED if is_carried else 1.0)
            paint_portrait(painter, box, look=look, face=face_of(sitter))
            painter.setFont(font)
            painter.setPen(look.tokens["text_2"])
            text = metrics.elidedText(sitter.name, Qt.TextElideMode.ElideRight, name.width())
            painter.drawText(name, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()

    def _columns(self, width: int) -> int:
        return max(1, (width + GAP) // (self._look.fonts.px(EDGE) + GAP))

    def _number_at(self, place: QPoint) -> int | None:
        below = self._look.fonts.px(CAPTION)
        numbers = range(len(self._sitters))
        return next(
            (each for each in numbers if self.box(each).adjusted(0, 0, 0, below).contains(place)),
            None,
        )

    def _move_to(self, number: int) -> None:
        if 0 <= number < len(self._sitters):
            self._at = number
            self.ring_moved.emit()
            announce(self, self._sitters[number].student.full_name)
            self.update()
