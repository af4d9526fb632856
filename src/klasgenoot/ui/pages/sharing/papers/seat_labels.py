"""Seat labels: 24 on a sheet of 70 by 37 mm, for label paper or for scissors."""

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from klasgenoot.ui.pages.sharing.papers.ink import (
    HAIR,
    INK,
    SOFT,
    Bold,
    draw_face,
    draw_line,
    height_of,
    mm,
    settled,
    write,
)
from klasgenoot.ui.pages.sharing.papers.paper import PORTRAIT, Paper, Shown

COLUMNS, ROWS = 3, 8
WIDTH, HEIGHT = mm(70), mm(37)
PADDING, FACE_WIDTH, TALL, GAP = mm(4.5), mm(21), 5 / 4, mm(3.5)
LARGEST_NAME, LARGEST_ALONE, LARGEST_REST = 22.0, 30.0, 10.5
LEAST_ALONE, LEAST = 13.0, 7.0


class SeatLabels(Paper):
    """Labels in three columns; fine lines show where to cut."""

    @property
    def pages(self) -> int:
        return max(1, ceil(len(self.people) / (COLUMNS * ROWS)))

    def paint(self, painter: QPainter, page: int) -> Iterator[None]:
        first = page * COLUMNS * ROWS
        top = (PORTRAIT.height() - ROWS * HEIGHT) / 2
        those = self.people[first : first + COLUMNS * ROWS]
        for place, person in enumerate(those):
            row, column = divmod(place, COLUMNS)
            box = QRectF(column * WIDTH, top + row * HEIGHT, WIDTH, HEIGHT)
            self._paint_label(painter, box, person)
            yield
        used = ceil(len(those) / COLUMNS)
        for row in range(used + 1):
            y = top + row * HEIGHT
            draw_line(painter, QPointF(0, y), QPointF(PORTRAIT.width(), y), light=HAIR)
        for column in range(1, COLUMNS):
            start = QPointF(column * WIDTH, top)
            end = QPointF(column * WIDTH, top + used * HEIGHT)
            draw_line(painter, start, end, light=HAIR)

    def _paint_label(self, painter: QPainter, box: QRectF, person: Shown) -> None:
        inner = box.adjusted(PADDING, PADDING, -PADDING, -PADDING)
        if self.has_faces:
            tall = FACE_WIDTH * TALL
            face = QRectF(inner.left(), inner.center().y() - tall / 2, FACE_WIDTH, tall)
            draw_face(painter, face, image=person.image, initials=person.initials)
            inner.setLeft(face.right() + GAP)
        most = LARGEST_ALONE if not self.has_faces else LARGEST_NAME
        name, names = settled(
            person.name, room=inner.width(), lines=1, most=most, least=LEAST_ALONE, weight=Bold
        )
        if len(names) > 1:
            name, names = settled(
                person.name, room=inner.width(), lines=2, most=LEAST_ALONE, least=LEAST, weight=Bold
            )
        rest, rests = settled(
            person.rest, room=inner.width(), lines=2, most=LARGEST_REST, least=LEAST
        )
        tall = len(names) * height_of(name) + len(rests) * height_of(rest)
        top = inner.center().y() - tall / 2
        for lines, font, light in ((names, name, INK), (rests, rest, SOFT)):
            for line in lines:
                room = QRectF(inner.left(), top, inner.width(), height_of(font))
                write(painter, room, line, font, light=light)
                top += height_of(font)
