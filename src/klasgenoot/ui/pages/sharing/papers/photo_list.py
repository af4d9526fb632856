"""The photo list: a whole class on paper, the larger the fewer they are."""

from collections.abc import Iterator, Sequence
from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from klasgenoot.ui.pages.sharing.papers.ink import (
    INK,
    SOFT,
    Bold,
    draw_face,
    height_of,
    letters,
    mm,
    settled,
    write,
)
from klasgenoot.ui.pages.sharing.papers.paper import (
    MARGIN,
    PORTRAIT,
    Paper,
    Shown,
    Words,
    paint_foot,
    paint_head,
)

COLUMNS = (3, 4, 5, 6)
"""As few as make all fit on one page."""
GAP, LINE_GAP, HEAD, FOOT = mm(6), mm(3), mm(17), mm(6)
TALL = 5 / 4
_NAME, _REST = 10.5, 8.5
_LEAST_NAME, _LEAST, _LEAST_REST = 8.5, 7.0, 6.0
_LINES = 3


class PhotoList(Paper):
    """Rows of faces with their names below them."""

    def __init__(self, people: Sequence[Shown], words: Words) -> None:
        super().__init__(people, words)
        self._columns = next(
            (count for count in COLUMNS if len(people) <= count * self._rows(count)), COLUMNS[-1]
        )

    @property
    def pages(self) -> int:
        return max(1, ceil(len(self.people) / self._on_a_page))

    def paint(self, painter: QPainter, page: int) -> Iterator[None]:
        paint_head(painter, self.words, width=PORTRAIT.width())
        first = page * self._on_a_page
        width, height = self._cell(self._columns)
        for place, person in enumerate(self.people[first : first + self._on_a_page]):
            row, column = divmod(place, self._columns)
            left = MARGIN + column * (width + GAP)
            top = MARGIN + HEAD + row * (height + LINE_GAP)
            self._paint_person(painter, QRectF(left, top, width, height), person)
            yield
        paint_foot(painter, self.words, size=PORTRAIT, page=page, pages=self.pages)

    @property
    def _on_a_page(self) -> int:
        return self._columns * self._rows(self._columns)

    @staticmethod
    def _cell(columns: int) -> tuple[float, float]:
        """Width and height of one face with its name."""
        width = (PORTRAIT.width() - 2 * MARGIN - (columns - 1) * GAP) / columns
        caption = height_of(letters(_NAME, Bold)) + 2 * height_of(letters(_REST)) + mm(1.2)
        return width, width * TALL + caption

    @classmethod
    def _rows(cls, columns: int) -> int:
        room = PORTRAIT.height() - 2 * MARGIN - HEAD - FOOT + LINE_GAP
        return int(room // (cls._cell(columns)[1] + LINE_GAP))

    @staticmethod
    def _paint_person(painter: QPainter, box: QRectF, person: Shown) -> None:
        face = QRectF(box.left(), box.top(), box.width(), box.width() * TALL)
        draw_face(painter, face, image=person.image, initials=person.initials)
        top = face.bottom() + mm(1.2)
        name, names = settled(
            person.name, room=box.width(), lines=1, most=_NAME, least=_LEAST_NAME, weight=Bold
        )
        if len(names) > 1:
            name, names = settled(
                person.name, room=box.width(), lines=2, most=_NAME, least=_LEAST, weight=Bold
            )
        left = _LINES - len(names)
        rest, rests = settled(
            person.rest, room=box.width(), lines=left, most=_REST, least=_LEAST_REST
        )
        for lines, font, light in ((names, name, INK), (rests, rest, SOFT)):
            for line in lines:
                room = QRectF(box.left(), top, box.width(), height_of(font))
                write(painter, room, line, font, light=light)
                top += height_of(font)
