"""The seating plan: the room on one page that lies on its side, faces with names where they sit."""

from collections.abc import Iterator, Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QPainter

from klasgenoot.domain.people import StudentId
from klasgenoot.domain.seating import MOST_COLUMNS, Board, Room, Seating
from klasgenoot.ui.pages.sharing.papers.ink import (
    EDGE,
    HAIR,
    INK,
    SOFT,
    Bold,
    Middle,
    Plain,
    draw_face,
    draw_line,
    height_of,
    letters,
    mm,
    settled,
    write,
)
from klasgenoot.ui.pages.sharing.papers.paper import (
    LANDSCAPE,
    MARGIN,
    Paper,
    Shown,
    Words,
    paint_foot,
    paint_head,
)

HEAD, FOOT, BOARD, BELOW_BOARD = mm(15), mm(5), mm(6.5), mm(4)
GAP, AISLE, LINE_GAP, BELOW_FACE = 0.08, 0.28, mm(2), mm(0.6)
WIDEST = mm(34)
CAPTION_SHARE = 0.34
"""How much of the height of a seat its names take."""
LARGEST_NAME, LARGEST_REST, LEAST = 10.0, 7.5, 4.0
USUAL_COLUMNS = 7


class SeatingPlan(Paper):
    """A room as it is drawn on the page Seating. Who has no known seat comes on a free one."""

    size = LANDSCAPE

    def __init__(self, people: Sequence[Shown], words: Words) -> None:
        super().__init__(people, words)
        self._seating = _seating_of(people)

    @property
    def pages(self) -> int:
        return 1

    def paint(self, painter: QPainter, page: int) -> Iterator[None]:
        paint_head(painter, self.words, width=LANDSCAPE.width())
        room = self._seating.room
        inner = QRectF(
            MARGIN,
            MARGIN + HEAD,
            LANDSCAPE.width() - 2 * MARGIN,
            LANDSCAPE.height() - 2 * MARGIN - HEAD - FOOT,
        )
        is_top = room.board is Board.TOP
        top = inner.top() if is_top else inner.bottom() - BOARD
        board = QRectF(inner.left(), top, inner.width(), BOARD)
        for start, end in (
            (board.topLeft(), board.topRight()),
            (board.bottomLeft(), board.bottomRight()),
        ):
            draw_line(painter, start, end, light=EDGE)
        write(painter, board, self.words.board, letters(8), light=SOFT, where=Middle)
        taken = BOARD + BELOW_BOARD
        seats = inner.adjusted(0, taken if is_top else 0, 0, 0 if is_top else -taken)
        yield from self._paint_seats(painter, seats)
        paint_foot(painter, self.words, size=LANDSCAPE, page=page, pages=1)

    def _paint_seats(self, painter: QPainter, within: QRectF) -> Iterator[None]:
        room = self._seating.room
        parts = room.columns + (room.columns - 1) * GAP + len(room.aisles) * AISLE
        width = min(WIDEST, within.width() / parts)
        height = min(within.height() / room.rows - LINE_GAP, width * 1.5)
        left = within.left() + (within.width() - parts * width) / 2
        for seat in sorted(room.seats, key=room.drawn_at):  # as one reads it
            drawn = room.drawn_at(seat)
            aisles = sum(aisle <= drawn.column for aisle in room.drawn_aisles)
            across = (drawn.column * (1 + GAP) + aisles * AISLE) * width
            down = drawn.row * (height + LINE_GAP)
            box = QRectF(left + across, within.top() + down, width, height)
            number = self._seating.seats.get(seat)
            if number is None:
                draw_line(
                    painter,
                    QPointF(box.left() + width * 0.3, box.center().y()),
                    QPointF(box.right() - width * 0.3, box.center().y()),
                    light=HAIR,
                )
            else:
                self._paint_person(painter, box, self.people[number])
                yield

    def _paint_person(self, painter: QPainter, box: QRectF, person: Shown) -> None:
        caption = box.height() * CAPTION_SHARE if self.has_faces else box.height()
        if self.has_faces:
            edge = min(box.width(), box.height() - caption - BELOW_FACE)
            face = QRectF(box.center().x() - edge / 2, box.top(), edge, edge)
            draw_face(painter, face, image=person.image, initials=person.initials)
        half = QSizeF(box.width(), caption / 2)
        name, names = _fitted(person.name, half, most=LARGEST_NAME, weight=Bold)
        rest, rests = _fitted(person.rest, half, most=LARGEST_REST, weight=Plain)
        top = box.bottom() - caption
        if not self.has_faces:  # then in the middle of the seat
            top += (caption - len(names) * height_of(name) - len(rests) * height_of(rest)) / 2
        for lines, font, light in ((names, name, INK), (rests, rest, SOFT)):
            for line in lines:
                row = QRectF(box.left(), top, box.width(), height_of(font))
                write(painter, row, line, font, light=light, where=Middle)
                top += height_of(font)


def _fitted(
    text: str, within: QSizeF, *, most: float, weight: QFont.Weight
) -> tuple[QFont, list[str]]:
    """The largest letters in which a text fits in a box on one line or two, and those lines."""
    points = most
    while True:
        font, lines = settled(
            text, room=within.width(), lines=2, most=points, least=LEAST, weight=weight
        )
        if len(lines) * height_of(font) <= within.height() or points <= LEAST:
            return font, lines
        points -= 0.5


def _seating_of(people: Sequence[Shown]) -> Seating:
    """Who sits where, by their numbers in the list."""
    room = next((one.room for one in people if one.room), None)
    if room is None:
        columns = max(1, min(USUAL_COLUMNS, len(people), MOST_COLUMNS))
        room = Room(rows=max(1, ceil(len(people) / columns)), columns=columns)
    taken = {
        one.seat: StudentId(number) for number, one in enumerate(people) if one.seat is not None
    }
    return Seating(room=room, seats=taken).filled(map(StudentId, range(len(people))))
