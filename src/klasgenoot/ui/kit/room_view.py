"""How is a room drawn? The board, and a seat each with a face, hidden, lit or free."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.domain.seating import Room, Seat
from klasgenoot.ui.kit.enter import PRESS
from klasgenoot.ui.kit.faces import Face
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import paint_portrait, photo_radius
from klasgenoot.ui.kit.room_plan import RoomPlan, least_size, plan_room
from klasgenoot.ui.kit.steps import ARROWS

translate = QCoreApplication.translate

BOARD, CAPTION, NARROW_CAPTION = 28, 24, 6
LEAST, MOST = 30, 128
"""The smallest and the largest seat."""
BOARD_RADIUS, RING, FADED = 8, 3, 0.35


@dataclass(frozen=True, slots=True)
class SeatShown:
    """What a seat shows. Without a face and a name somebody sits there who is hidden.

    Attributes:
        face: who sits there.
        name: below the face.
        lit: it is about this seat.
        faded: it is about another.
    """

    face: Face | None = None
    name: str = ""
    lit: bool = False
    faded: bool = False


class RoomView(QWidget):
    """A room with seats to go to with the arrows and to choose with Enter or a click.

    Args:
        look: how everything looks.
        name: what a screen reader says of it.
        captions: whether names stand below the seats.
        margin: how much is free around the outer seats.
        chooses: whether a seat can be chosen; else it only shows.
        parent: the widget it is on.

    Signals:
        chosen: a `Seat` that was clicked or entered.
        current_changed: the `Seat` that the keyboard is on now.
        ring_moved: the seat of the keyboard is somewhere else.
    """

    chosen = Signal(object)
    current_changed = Signal(object)
    ring_moved = Signal()

    def __init__(
        self,
        look: Look,
        *,
        name: str,
        captions: bool = True,
        margin: int = 0,
        chooses: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._has_captions = captions
        self._margin = margin
        self._chooses = chooses
        self._room = Room(rows=1, columns=1)
        self._seats: Mapping[Seat, SeatShown] = {}
        self._current = Seat(0, 0)
        self._target: Seat | None = None
        self._plan = self._planned()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        if chooses:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setMouseTracking(True)

    @property
    def ring_radius(self) -> float:
        """How round the ring around the seat of the keyboard is."""
        return photo_radius(QSize(self._plan.edge, self._plan.edge))

    @property
    def current(self) -> Seat:
        """The seat that the keyboard is on."""
        return self._current

    @property
    def edge(self) -> int:
        """How large a seat is."""
        return self._plan.edge

    def show_room(self, room: Room, seats: Mapping[Seat, SeatShown]) -> None:
        """Shows a room; a seat that is not among these is free."""
        self._seats = seats
        if room != self._room:
            self._room = room
            if not room.has(self._current):
                self._current = Seat(
                    min(self._current.row, room.rows - 1),
                    min(self._current.column, room.columns - 1),
                )
            self._arrange()
            self.updateGeometry()
        self.update()

    def size_within(self, space: QSize) -> QSize:
        """How much of a space the room takes when its seats are as large as fits."""
        px = self._look.fonts.px
        board, caption = px(BOARD), self._caption()
        around = QSize(2 * self._margin, 2 * self._margin)
        plan = plan_room(self._room, space - around, board=board, caption=caption, most=px(MOST))
        return least_size(self._room, board=board, caption=caption, edge=plan.edge) + around

    def go_to(self, seat: Seat) -> None:
        """Puts the keyboard on a seat."""
        if self._room.has(seat) and seat != self._current:
            self._current = seat
            self.ring_moved.emit()
            self.current_changed.emit(seat)
            self.update()

    def box(self, seat: Seat) -> QRect:
        """Where a seat is, in this widget."""
        return self._plan.box(seat)

    def seat_at(self, place: QPoint) -> Seat | None:
        """The seat at a place in this widget; None beside the seats."""
        return self._plan.seat_at(place)

    def set_target(self, seat: Seat | None) -> None:
        """Marks the seat that something would be dropped on."""
        if seat != self._target:
            self._target = seat
            self.update()

    def ring_rect(self) -> QRect:
        """Where the ring goes: around the seat of the keyboard."""
        return self._plan.box(self._current)

    def sizeHint(self) -> QSize:
        return self._least()

    def minimumSizeHint(self) -> QSize:
        return self._least()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if not self._chooses:
            super().keyPressEvent(event)
        elif key in ARROWS:
            across, down = ARROWS[key]
            drawn = self._room.drawn_at(self._current)
            there = Seat(drawn.row + down, drawn.column + across)
            if self._room.has(there):
                self.go_to(self._room.drawn_at(there))
        elif key in PRESS:
            if not event.isAutoRepeat():
                self.chosen.emit(self._current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        seat = self._plan.seat_at(event.position().toPoint()) if self._chooses else None
        if seat is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.go_to(seat)
        self.chosen.emit(seat)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._chooses:
            seat = self._plan.seat_at(event.position().toPoint())
            pointing = Qt.CursorShape.PointingHandCursor
            self.setCursor(pointing if seat else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_board(painter)
        for seat in self._room.seats:
            self._paint_seat(painter, seat)
        painter.end()

    def _arrange(self) -> None:
        self._plan = self._planned()
        self.ring_moved.emit()
        self.update()

    def _planned(self) -> RoomPlan:
        px = self._look.fonts.px
        around = QSize(2 * self._margin, 2 * self._margin)
        plan = plan_room(
            self._room,
            self.size() - around,
            board=px(BOARD),
            caption=self._caption(),
            most=px(MOST),
        )
        return plan.moved(QPoint(self._margin, self._margin))

    def _least(self) -> QSize:
        px = self._look.fonts.px
        return least_size(self._room, board=px(BOARD), caption=self._caption(), edge=px(LEAST))

    def _caption(self) -> int:
        return self._look.fonts.px(CAPTION if self._has_captions else NARROW_CAPTION)

    def _paint_board(self, painter: QPainter) -> None:
        tokens = self._look.tokens
        painter.setPen(QPen(tokens["line"], 1))
        painter.setBrush(tokens["sunken"])
        box = QRectF(self._plan.board).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, BOARD_RADIUS, BOARD_RADIUS)
        painter.setFont(self._look.fonts.font(Text.CAPTION))
        painter.setPen(tokens["text_2"])
        words = translate("Seating", "Board")
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_seat(self, painter: QPainter, seat: Seat) -> None:
        tokens, box = self._look.tokens, QRectF(self._plan.box(seat))
        shown, radius = self._seats.get(seat), self.ring_radius
        painter.save()
        if shown is not None and shown.faded:
            painter.setOpacity(FADED)
        if shown is None:
            pen = QPen(tokens["line_strong" if tokens.is_contrast else "line_2"], 1)
            pen.setDashPattern([3, 2.5])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        elif shown.face is not None:
            paint_portrait(painter, box, look=self._look, face=shown.face, radius=radius)
        else:
            self._paint_hidden(painter, box, lit=shown.lit)
        painter.restore()
        if (shown is not None and shown.lit) or seat == self._target:
            painter.setPen(QPen(tokens["accent"], RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            # around it where there is room beside the outer seats, else on its edge
            reach = RING if self._margin else -RING / 2
            around = box.adjusted(-reach, -reach, reach, reach)
            painter.drawRoundedRect(around, radius + reach, radius + reach)
        if shown is not None and shown.name and self._has_captions:
            self._paint_name(painter, seat, shown)

    def _paint_hidden(self, painter: QPainter, box: QRectF, *, lit: bool) -> None:
        """Somebody sits there, and it is not said who."""
        tokens, radius = self._look.tokens, self.ring_radius
        painter.setPen(QPen(tokens["line"], 1) if tokens.is_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(tokens["accent_tint" if lit else "hover"])
        painter.drawRoundedRect(box, radius, radius)
        size = min(box.width() * 0.42, 40.0)
        middle = QRectF(0, 0, size, size)
        middle.moveCenter(box.center())
        icon = "circle-question-mark" if lit else "user"
        painter.setOpacity(painter.opacity() * (1.0 if lit else FADED))
        self._look.icons.paint(painter, icon, middle, colour="accent_text" if lit else "text_3")

    def _paint_name(self, painter: QPainter, seat: Seat, shown: SeatShown) -> None:
        fonts, tokens = self._look.fonts, self._look.tokens
        weight = QFont.Weight.DemiBold if shown.lit else QFont.Weight.Normal
        whole = self._plan.whole(seat)
        height = self._plan.caption
        row = QRectF(whole.left() - 4, whole.bottom() + 1 - height, whole.width() + 8, height)
        font = fonts.font(Text.CAPTION, weight=weight)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(tokens["accent_text" if shown.lit else "text"])
        text = metrics.elidedText(shown.name, Qt.TextElideMode.ElideRight, row.width())
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, text)
