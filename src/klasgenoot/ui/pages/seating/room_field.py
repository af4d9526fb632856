"""The room that is arranged: faces to drag, and the same with the keys alone."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from klasgenoot.domain.seating import Seat
from klasgenoot.ui.kit.enter import PRESS
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.room_view import RoomView
from klasgenoot.ui.pages.seating.carrying import Carrying
from klasgenoot.viewmodels.seating import SeatingViewModel

REMOVES = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class RoomField(RoomView):
    """Arrows move, Enter lifts and drops, Delete takes off the seat, letters find a name.

    Signals:
        entered: the `Seat` on which Enter was pressed.
        removed: the `Seat` on which Delete was pressed.
        letter_typed: a letter.
    """

    entered = Signal(object)
    removed = Signal(object)
    letter_typed = Signal(str)

    def __init__(
        self,
        look: Look,
        view_model: SeatingViewModel,
        carrying: Carrying,
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, name=name, parent=parent)
        self._view_model = view_model
        self._carrying = carrying

    def middle(self, seat: Seat) -> QPoint:
        """The middle of a seat on the screen."""
        return self.mapToGlobal(self.box(seat).center())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, carrying = event.key(), self._carrying
        if key == Qt.Key.Key_Escape and carrying.who is not None:
            carrying.let_go()
        elif key in PRESS:
            if not event.isAutoRepeat():
                self.entered.emit(self.current)
        elif key in REMOVES:
            self.removed.emit(self.current)
        elif is_letter(event):
            self.letter_typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        seat = self.seat_at(event.position().toPoint())
        if seat is None or event.button() is not Qt.MouseButton.LeftButton:
            self._carrying.let_go()
            return
        self.go_to(seat)
        sitter = self._view_model.seats.get(seat)
        if sitter is not None:
            self._carrying.press(sitter, event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons():
            self._carrying.move(event.globalPosition().toPoint())
            return
        seat = self.seat_at(event.position().toPoint())
        is_face = seat is not None and seat in self._view_model.seats
        self.setCursor(Qt.CursorShape.OpenHandCursor if is_face else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._carrying.release(event.globalPosition().toPoint())


def is_letter(event: QKeyEvent) -> bool:
    """Whether a key types a letter and nothing else."""
    held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return bool(event.text()) and event.text().isalpha() and not held
