"""The practice sheet: faces with a line to write on, and their names on a strip that folds away."""

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from klasgenoot.ui.pages.sharing.papers.ink import (
    EDGE,
    HAIR,
    SOFT,
    Bold,
    draw_face,
    draw_line,
    fitting,
    height_of,
    letters,
    mm,
    settled,
    width_of,
    write,
)
from klasgenoot.ui.pages.sharing.papers.paper import (
    MARGIN,
    PORTRAIT,
    Paper,
    Shown,
    paint_foot,
)

COLUMNS, ROWS = 4, 5
FOLD = mm(148)
"""Where the strip with names begins."""
HEAD = mm(16)
FACE_WIDTH, TALL, ROW = mm(29), 5 / 4, mm(50)
_NUMBER, _NAME, _REST, _LEAST = 8.0, 10.5, 8.5, 7.0


class PracticeSheet(Paper):
    """Twenty faces on a page; fold the strip back, write the names, fold it out and look."""

    @property
    def pages(self) -> int:
        return max(1, ceil(len(self.people) / (COLUMNS * ROWS)))

    def paint(self, painter: QPainter, page: int) -> Iterator[None]:
        self._paint_head(painter)
        first = page * COLUMNS * ROWS
        step = (FOLD - MARGIN) / COLUMNS
        for place, person in enumerate(self.people[first : first + COLUMNS * ROWS]):
            row, column = divmod(place, COLUMNS)
            top = MARGIN + HEAD + row * ROW
            self._paint_face(painter, QPointF(MARGIN + column * step, top), person, first + place)
            self._paint_name(painter, top, column, person, first + place)
            yield
        paint_foot(painter, self.words, size=PORTRAIT, page=page, pages=self.pages)

    def _paint_head(self, painter: QPainter) -> None:
        room = FOLD - MARGIN - mm(6)
        title = fitting(self.words.title, room=room, most=20, least=8, weight=Bold)
        write(painter, QRectF(MARGIN, MARGIN - mm(3), room, mm(9)), self.words.title, title)
        line = QRectF(MARGIN, MARGIN + mm(5.5), room, mm(5))
        write(painter, line, self.words.subtitle, letters(9), light=SOFT)
        top, bottom = QPointF(FOLD, 0), QPointF(FOLD, PORTRAIT.height())
        draw_line(painter, top, bottom, light=EDGE, dashed=True)
        painter.save()
        font = letters(7)
        painter.translate(FOLD + mm(4), MARGIN + HEAD)
        painter.rotate(90)
        room = width_of(self.words.fold, font)
        write(painter, QRectF(0, 0, room, mm(3)), self.words.fold, font, light=EDGE)
        painter.restore()

    @staticmethod
    def _paint_face(painter: QPainter, at: QPointF, person: Shown, place: int) -> None:
        face = QRectF(at.x(), at.y(), FACE_WIDTH, FACE_WIDTH * TALL)
        draw_face(painter, face, image=person.image, initials="")
        font = letters(_NUMBER, Bold)
        number = str(place + 1)
        below = face.bottom() + mm(7.5)
        beside = width_of(number, font) + mm(1.5)
        box = QRectF(face.left(), below - mm(4), beside, mm(4))
        write(painter, box, number, font, light=SOFT)
        draw_line(
            painter,
            QPointF(face.left() + beside, below),
            QPointF(face.right(), below),
            light=HAIR,
        )

    @staticmethod
    def _paint_name(painter: QPainter, top: float, column: int, person: Shown, place: int) -> None:
        """A name on the strip, in the row of its face."""
        left = FOLD + mm(8)
        line = ROW / COLUMNS
        top += column * line - mm(1)
        number = letters(_NUMBER, Bold)
        write(painter, QRectF(left, top, mm(7), mm(5)), str(place + 1), number, light=SOFT)
        left += mm(7)
        room = PORTRAIT.width() - mm(8) - left
        name, names = settled(
            person.name, room=room, lines=1, most=_NAME, least=_LEAST, weight=Bold
        )
        rest, rests = settled(person.rest, room=room, lines=1, most=_REST, least=_LEAST)
        write(painter, QRectF(left, top, room, mm(5)), " ".join(names), name)
        box = QRectF(left, top + mm(4.8), room, height_of(rest))
        write(painter, box, " ".join(rests), rest, light=SOFT)
