"""The seating plan of the current class: who sits where, who has no seat yet, and the room."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil
from random import Random

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.calling import told_apart
from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.names import fold
from klasgenoot.domain.people import ClassId, Student, StudentId
from klasgenoot.domain.seating import MOST_ROWS, Board, Room, Seat, Seating
from klasgenoot.operations.seating import change_room, make_seating_plan, seat_students
from klasgenoot.store import students
from klasgenoot.store.seating import seating_of
from klasgenoot.viewmodels.one_student import OneStudent
from klasgenoot.viewmodels.seating_words import room_words, seat_words
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.troubles import trouble_words

translate = QCoreApplication.translate

WATCHED = frozenset({"students", "enrolments", "school_classes", "seating_plans", "seats"})
OFFERED = (
    Room(rows=4, columns=7, aisles=(2, 5)),
    Room(rows=5, columns=6, aisles=(3,)),
    Room(rows=4, columns=8, aisles=(4,)),
)
"""Rooms to begin with, with at least so many rows."""


class Emptiness(StrEnum):
    """Why there is no plan to show."""

    NO_STUDENTS = "no_students"
    NO_PLAN = "no_plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitter(OneStudent):
    """A student as a seat shows them."""

    student: Student
    name: str

    @property
    def id(self) -> StudentId:
        """Who it is."""
        return self.student.id


class SeatingViewModel(QObject):
    """The seating plan of the current class.

    Args:
        session: where it is kept.
        chance: draws who sits where.
        parent: its owner.

    Attributes:
        trouble: why the last change could not be kept, in words.

    Signals:
        changed: another class, another room, or somebody sits elsewhere.
    """

    changed = Signal()

    def __init__(
        self, session: Session, *, chance: Random | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chance = chance or Random()  # noqa: S311 - who sits where is no secret
        self._sitters: dict[StudentId, Sitter] = {}
        self._seating: Seating | None = None
        self._is_stale = True
        self.trouble = ""
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self._on_class_changed)

    @property
    def emptiness(self) -> Emptiness | None:
        """Why there is no plan to show; None when there is one."""
        seating = self._freshen()
        if not self._sitters:
            return Emptiness.NO_STUDENTS
        return None if seating else Emptiness.NO_PLAN

    @property
    def subtitle(self) -> str:
        """The room and where its board is; the class while there is no room."""
        seating, current = self._freshen(), self._session.current_class
        if seating is not None:
            return room_words(seating.room)
        return current.name if current else ""

    @property
    def offered(self) -> tuple[Room, ...]:
        """Rooms to begin with, each with a seat for everybody where that is possible."""
        self._freshen()
        count = len(self._sitters)
        return tuple(
            room.sized(
                rows=min(MOST_ROWS, max(room.rows, ceil(count / room.columns))),
                columns=room.columns,
            )
            for room in OFFERED
        )

    @property
    def room(self) -> Room | None:
        """The room; None while there is no plan."""
        seating = self._freshen()
        return seating.room if seating else None

    @property
    def seats(self) -> Mapping[Seat, Sitter]:
        """Who sits where."""
        seating = self._freshen()
        taken = seating.seats if seating else {}
        return {seat: self._sitters[who] for seat, who in taken.items() if who in self._sitters}

    @property
    def waiting(self) -> tuple[Sitter, ...]:
        """Who has no seat yet, by family name as in the list."""
        seating = self._freshen()
        everybody = tuple(self._sitters)
        without = seating.without_seat(everybody) if seating else everybody
        return tuple(self._sitters[who] for who in without)

    @property
    def has_free_seat(self) -> bool:
        """Whether there is room for somebody more."""
        seating = self._freshen()
        return seating is not None and bool(seating.free)

    @property
    def first_free(self) -> Seat | None:
        """The first seat nobody sits on."""
        seating = self._freshen()
        return seating.free[0] if seating and seating.free else None

    def sitter(self, student_id: StudentId) -> Sitter | None:
        """A student of the class."""
        self._freshen()
        return self._sitters.get(student_id)

    def seat_of(self, student_id: StudentId) -> Seat | None:
        """Where a student sits."""
        seating = self._freshen()
        return seating.seat_of(student_id) if seating else None

    def words(self, seat: Seat) -> str:
        """A seat and who sits on it, for who listens."""
        room = self.room
        if room is None:
            return ""
        sitter = self.seats.get(seat)
        who = sitter.student.full_name if sitter else translate("Seating", "nobody")
        return f"{seat_words(room, seat)}: {who}"

    def find(self, letters: str) -> StudentId | None:
        """The first by name whose name begins with these letters."""
        self._freshen()
        wanted = fold(letters)
        by_name = sorted(self._sitters.values(), key=lambda each: (fold(each.name), each.id))
        return next((each.id for each in by_name if fold(each.name).startswith(wanted)), None)

    def make(self, room: Room) -> None:
        """Makes a plan with nobody in it."""
        class_id = self._class_id()
        if class_id is not None:
            self._try(lambda: self._session.do(make_seating_plan, class_id=class_id, room=room))

    def place(self, student_id: StudentId, seat: Seat) -> None:
        """Puts a student on a seat; who sat there changes places, or waits."""
        seating = self._freshen()
        if seating is not None and student_id in self._sitters:
            self._arrange(seating.placed(student_id, seat))

    def lift(self, student_id: StudentId) -> None:
        """Takes a student off a seat."""
        seating = self._freshen()
        if seating is not None:
            self._arrange(seating.lifted(student_id))

    def fill(self, *, by_lot: bool = False) -> None:
        """Puts those who wait on the free seats, in the order of the list or by lot."""
        seating = self._freshen()
        if seating is not None:
            waiting = [sitter.id for sitter in self.waiting]
            self._arrange(seating.filled(waiting, rng=self._chance if by_lot else None))

    def clear(self) -> None:
        """Takes everybody off their seat."""
        seating = self._freshen()
        if seating is not None:
            self._arrange(seating.cleared())

    def resize(self, *, rows: int, columns: int) -> None:
        """Makes the room larger or smaller; who sat outside it waits again."""
        room = self.room
        if room is not None:
            self._change(room.sized(rows=rows, columns=columns))

    def set_aisle(self, after: int, *, there: bool) -> None:
        """Puts an aisle after so many columns of the drawing, or takes it away."""
        room = self.room
        if room is not None:
            counted = after if room.board is Board.TOP else room.columns - after
            self._change(room.with_aisle(counted, there=there))

    def turn(self) -> None:
        """Draws the room from its other side."""
        room = self.room
        if room is not None:
            self._change(replace(room, board=room.board.other))

    def rename(self, name: str) -> None:
        """Calls the room otherwise."""
        room = self.room
        if room is not None:
            self._change(replace(room, name=name.strip()))

    def _arrange(self, seating: Seating) -> None:
        class_id = self._class_id()
        if class_id is not None and seating != self._freshen():
            self._try(
                lambda: self._session.do(seat_students, class_id=class_id, seats=seating.seats)
            )

    def _change(self, room: Room) -> None:
        class_id = self._class_id()
        if class_id is not None and room != self.room:
            self._try(lambda: self._session.do(change_room, class_id=class_id, room=room))

    def _try(self, do: Callable[[], None]) -> None:
        """Does a deed; what goes wrong is said, and all stays as it was."""
        self.trouble = ""
        try:
            do()
        except Trouble as trouble:
            self.trouble = trouble_words(trouble)
            self.changed.emit()

    def _class_id(self) -> ClassId | None:
        current = self._session.current_class
        return current.id if current else None

    def _freshen(self) -> Seating | None:
        """Reads everything anew if anything changed since."""
        if self._is_stale:
            self._is_stale = False
            class_id = self._class_id()
            vault = self._session.vault
            found = students.all_students(vault, class_id=class_id) if class_id else ()
            called = told_apart(found)
            self._sitters = {
                student.id: Sitter(student=student, name=called[student.id]) for student in found
            }
            self._seating = seating_of(vault, class_id) if class_id else None
        return self._seating

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & WATCHED:
            self._is_stale = True
            self.changed.emit()

    @Slot()
    def _on_class_changed(self) -> None:
        self._is_stale, self.trouble = True, ""
        self.changed.emit()
