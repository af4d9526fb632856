"""Name tents: a sheet each, folded lengthwise, the name as large as it goes on both sides."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from klasgenoot.ui.pages.sharing.papers.ink import (
    EDGE,
    SOFT,
    Bold,
    Left,
    Middle,
    draw_face,
    draw_line,
    fitting,
    height_of,
    letters,
    mm,
    write,
)
from klasgenoot.ui.pages.sharing.papers.paper import LANDSCAPE, MARGIN, Paper, Shown

FACE_WIDTH, TALL, BESIDE = mm(54), 5 / 4, mm(12)
LARGEST_NAME, LARGEST_REST = 150.0, 26.0
TICK = mm(9)
CLOSE = 0.9
"""The line below such large letters comes a little nearer."""


class NameTents(Paper):
    """A page for each; the upper half stands on its head, so that it is upright when folded."""

    size = LANDSCAPE

    @property
    def pages(self) -> int:
        return max(1, len(self.people))

    def paint(self, painter: QPainter, page: int) -> Iterator[None]:
        person = self.people[page]
        half = LANDSCAPE.height() / 2
        self._paint_side(painter, person)
        painter.save()
        painter.translate(LANDSCAPE.width(), LANDSCAPE.height())
        painter.rotate(180)
        self._paint_side(painter, person)
        painter.restore()
        yield
        right = LANDSCAPE.width()
        for start, end in ((0.0, TICK), (right - TICK, right)):
            draw_line(painter, QPointF(start, half), QPointF(end, half), light=EDGE, dashed=True)
        words = QRectF(TICK + mm(3), half - mm(3), mm(80), mm(6))
        write(painter, words, self.words.fold, letters(7), light=EDGE, where=Left)

    def _paint_side(self, painter: QPainter, person: Shown) -> None:
        """The lower half: what stands before the student."""
        half = LANDSCAPE.height() / 2
        box = QRectF(MARGIN, half + MARGIN, LANDSCAPE.width() - 2 * MARGIN, half - 2 * MARGIN)
        if self.has_faces:
            tall = FACE_WIDTH * TALL
            face = QRectF(box.left(), box.center().y() - tall / 2, FACE_WIDTH, tall)
            draw_face(painter, face, image=person.image, initials=person.initials)
            box.setLeft(face.right() + BESIDE)
        where = Middle if not self.has_faces else Left
        name = fitting(person.name, room=box.width(), most=LARGEST_NAME, least=1, weight=Bold)
        rest = fitting(person.rest, room=box.width(), most=LARGEST_REST, least=1)
        below = height_of(rest) if person.rest else 0.0
        tall = height_of(name) * CLOSE
        top = box.center().y() - (tall + below) / 2
        write(painter, QRectF(box.left(), top, box.width(), tall), person.name, name, where=where)
        if person.rest:
            line = QRectF(box.left(), top + tall, box.width(), below)
            write(painter, line, person.rest, rest, light=SOFT, where=where)
