"""The room on a card: faces hidden and one seat lit, or with who sits there."""

from PySide6.QtCore import QCoreApplication, QSize, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from klasgenoot.domain.seating import Seat
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.room_view import RoomView, SeatShown
from klasgenoot.ui.kit.toast import announce
from klasgenoot.ui.pages.practice.hero import nameless
from klasgenoot.viewmodels.practice_room import SeatedRoom
from klasgenoot.viewmodels.seating_words import seat_words

translate = QCoreApplication.translate


MARGIN = 6
"""Free around the outer seats, for the ring around the one it is about."""


class PracticeRoom(RoomView):
    """A room without names, as large as it is told to be.

    Args:
        look: how everything looks.
        chooses: whether a seat can be chosen.
        parent: the widget it is on.
    """

    def __init__(self, look: Look, *, chooses: bool, parent: QWidget | None = None) -> None:
        name = translate("Practice", "room, faces hidden")
        super().__init__(
            look, name=name, captions=False, margin=MARGIN, chooses=chooses, parent=parent
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._space = QSize(400, 300)
        self.current_changed.connect(self._on_current_changed)

    def ask(self, asked: SeatedRoom) -> None:
        """Shows who sits somewhere and not who: one seat is lit, or none."""
        hidden = {
            seat: SeatShown(lit=seat == asked.lit) for seat in asked.people if seat != asked.lit
        }
        lit = {asked.lit: SeatShown(lit=True)} if asked.lit else {}
        self.show_room(asked.room, {**hidden, **lit})
        self.setAccessibleDescription(asked.words)
        self._fit()

    def tell(self, told: SeatedRoom) -> None:
        """Shows who sits where, the seat it is about above the others."""
        seats = {
            seat: SeatShown(face=nameless(student), lit=seat == told.lit, faded=seat != told.lit)
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

    @Slot(object)
    def _on_current_changed(self, seat: Seat) -> None:
        announce(self, seat_words(self._room, seat))

    def _fit(self) -> None:
        self.setFixedSize(self.size_within(self._space))
