"""What is a paper? Pages of one size that draw themselves, about people with or without faces."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from klasgenoot.domain.seating import Room, Seat
from klasgenoot.ui.pages.sharing.papers.ink import (
    HAIR,
    SOFT,
    Bold,
    Left,
    Plain,
    draw_line,
    letters,
    mm,
    width_of,
    write,
)

PORTRAIT = QSizeF(mm(210), mm(297))
LANDSCAPE = QSizeF(mm(297), mm(210))
MARGIN = mm(15)


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on a paper besides names.

    Attributes:
        title: of which class it is.
        subtitle: how many there are, and of which day.
        foot: at the bottom, with places for `page` and `pages`.
        fold: what to do at a fold line.
        board: what stands on the board of a room.
    """

    title: str
    subtitle: str
    foot: str
    fold: str
    board: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """Somebody on paper, and where they sit if that is known."""

    name: str
    rest: str
    initials: str
    image: QImage | None
    room: Room | None = None
    seat: Seat | None = None


class Paper(ABC):
    """Some pages about some people.

    Args:
        people: who, in order.
        words: what else stands on it.
    """

    size = PORTRAIT

    def __init__(self, people: Sequence[Shown], words: Words) -> None:
        self.people = people
        self.words = words
        self.has_faces = any(person.image is not None for person in people)

    @property
    @abstractmethod
    def pages(self) -> int:
        """How many pages there are, at least 1."""

    @abstractmethod
    def paint(self, painter: QPainter, page: int) -> Iterator[None]:
        """Draws one page, counted from 0, in tenths of a point; with a pause after each person."""


def paint_head(painter: QPainter, words: Words, *, width: float) -> None:
    """The title at the left, the subtitle on its line at the right, a line below."""
    box = QRectF(MARGIN, MARGIN, width - 2 * MARGIN, mm(9))
    small = letters(9.5)
    beside = width_of(words.subtitle, small)
    room = box.width() - beside - mm(8)
    size = letters(20, Bold)
    if width_of(words.title, size) > room:
        size = letters(max(9.0, 20 * room / width_of(words.title, size)), Bold)
    write(painter, box, words.title, size)
    right = QRectF(box.right() - beside, box.top() + mm(1.4), beside, box.height())
    write(painter, right, words.subtitle, small, light=SOFT)
    below = box.bottom() + mm(2)
    draw_line(painter, QPointF(box.left(), below), QPointF(box.right(), below), light=HAIR)


def paint_foot(painter: QPainter, words: Words, *, size: QSizeF, page: int, pages: int) -> None:
    """The line at the bottom of a page."""
    text = words.foot.format(page=page + 1, pages=pages)
    font = letters(8, Plain)
    box = QRectF(
        size.width() - MARGIN - width_of(text, font), size.height() - mm(12), mm(60), mm(5)
    )
    write(painter, box, text, font, light=SOFT, where=Left)
