"""The room on a card: faces hidden and one seat lit, or with who sits there."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.domain.people import Student
from klasgenoot.domain.seating import Seat
from klasgenoot.ui.kit.keys import HEIGHT, badge_width, paint_badge
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.room_view import RoomView, SeatShown
from klasgenoot.ui.kit.toast import announce
from klasgenoot.ui.pages.practice.hero import nameless
from klasgenoot.viewmodels.practice_room import SeatedRoom
from klasgenoot.viewmodels.seating_words import seat_words

translate = QCoreApplication.translate

MARGIN, FIGURES_MARGIN = 6, 28
"""Free around the outer seats: for the ring around the one it is about, for figures of rows."""
BESIDE, INSIDE = 17, 17
"""From the edge of a seat to the middle of a figure: of its row, and of its own."""
MOST = 9
"""So many rows, and seats in a row, have a figure."""


class PracticeRoom(RoomView):
    """A room without names, as large as it is told to be.

    Where a seat can be chosen, two figures do it: that of its row, then that of the seat.

    Args:
        look: how everything looks.
        chooses: whether a seat can be chosen.
        parent: the widget it is on.
    """

    def __init__(self, look: Look, *, chooses: bool, parent: QWidget | None = None) -> None:
        name = translate("Practice", "room, faces hidden")
        margin = FIGURES_MARGIN if chooses else MARGIN
        super().__init__(
            look, name=name, captions=False, margin=margin, chooses=chooses, parent=parent
        )
        self._row: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._space = QSize(400, 300)
        self.current_changed.connect(self._on_current_changed)

    def ask(self, asked: SeatedRoom) -> None:
        """Shows who sits somewhere and not who: one seat is lit, or none."""
        hidden = {
            seat: SeatShown(lit=seat == asked.lit) for seat in asked.people if seat != asked.lit
        }
        lit = {asked.lit: SeatShown(lit=True)} if asked.lit else {}
        self._row = None
        self.show_room(asked.room, {**hidden, **lit})
        self.setAccessibleDescription(asked.words)
        self._fit()

    def tell(self, told: SeatedRoom, *, said: Sequence[Student] = ()) -> None:
        """Shows who sits where, the seat it is about above the others, and where `said` sit."""
        seats = {
            seat: SeatShown(
                face=nameless(student),
                lit=seat == told.lit,
                faded=seat != told.lit and student not in said,
            )
            for seat, student in told.people.items()
        }
        self.show_room(told.room, seats)
        self.setAccessibleDescription(told.words)
        self._fit()

    def set_space(self, space: QSize) -> None:
        """Take no more than this."""
        self._space = space
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)  # nothing in it is to be read

    def press(self, event: QKeyEvent) -> bool:
        """Takes a figure: the first one goes to a row, the next chooses a seat in it.

        Returns:
            Whether there is such a row or seat.
        """
        figure = event.key() - Qt.Key.Key_0
        if event.isAutoRepeat() or not 1 <= figure <= MOST:
            return False
        row = self._row
        seat = self._room.numbered(figure, 1) if row is None else self._room.numbered(row, figure)
        if seat is None:
            return False
        if row is None:
            self.setFocus(Qt.FocusReason.TabFocusReason)
            self.go_to(seat)
            self._row = figure
            self.update()
        else:
            self.chosen.emit(seat)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._chooses:
            return
        painter = QPainter(self)
        for figure in range(1, MOST + 1):
            if self._row is None:
                seat = self._room.numbered(figure, 1)
                if seat is not None:
                    box = QRectF(self.box(seat))
                    self._paint_figure(
                        painter, figure, QPointF(box.left() - BESIDE, box.center().y())
                    )
            else:
                seat = self._room.numbered(self._row, figure)
                if seat is not None:
                    box = QRectF(self.box(seat))
                    self._paint_figure(painter, figure, box.bottomLeft() + QPointF(INSIDE, -INSIDE))
        painter.end()

    def _paint_figure(self, painter: QPainter, figure: int, middle: QPointF) -> None:
        look, keys = self._look, str(figure)
        box = QRectF(0, 0, badge_width(look, keys), look.fonts.px(HEIGHT))
        box.moveCenter(middle)
        paint_badge(painter, box, look=look, keys=keys)

    @Slot(object)
    def _on_current_changed(self, seat: Seat) -> None:
        if self._row not in {None, seat.row + 1}:  # the arrows went to another row
            self._row = None
            self.update()
        announce(self, seat_words(self._room, seat))

    def _fit(self) -> None:
        self.setFixedSize(self.size_within(self._space))
