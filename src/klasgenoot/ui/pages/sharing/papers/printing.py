"""Which paper is it, and how does it become a PDF? In memory; who saves it says where it goes."""

from collections.abc import Iterator, Sequence
from itertools import islice

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from klasgenoot.domain.exports import ExportKind
from klasgenoot.ui.kit.paper import with_blanks
from klasgenoot.ui.pages.sharing.papers.ink import PER_INCH
from klasgenoot.ui.pages.sharing.papers.name_tents import NameTents
from klasgenoot.ui.pages.sharing.papers.paper import LANDSCAPE, Paper, Shown, Words
from klasgenoot.ui.pages.sharing.papers.photo_list import PhotoList
from klasgenoot.ui.pages.sharing.papers.practice_sheet import PracticeSheet
from klasgenoot.ui.pages.sharing.papers.seat_labels import SeatLabels
from klasgenoot.ui.pages.sharing.papers.seating_plan import SeatingPlan

AT_A_TIME = 6
"""So many people are drawn between two turns of the window; a face of a phone costs most."""

_PAPERS: dict[ExportKind, type[Paper]] = {
    ExportKind.PHOTO_LIST: PhotoList,
    ExportKind.NAME_TENTS: NameTents,
    ExportKind.SEAT_LABELS: SeatLabels,
    ExportKind.PRACTICE_SHEET: PracticeSheet,
    ExportKind.SEATING_PLAN: SeatingPlan,
}


def make_paper(kind: ExportKind, people: Sequence[Shown], words: Words) -> Paper:
    """The paper of a kind about some people, at least one."""
    return _PAPERS[kind](people, words)


class Press:
    """Prints a paper into a PDF whose text can be selected, some people at a time.

    Args:
        paper: what is drawn.
        title: what programs call the file; it is seen outside it, so no name belongs in it.
    """

    def __init__(self, paper: Paper, *, title: str) -> None:
        self._paper = paper
        self._page = 0
        self._steps: Iterator[None] | None = None
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        self._writer.setTitle(title)
        self._writer.setCreator("Klasgenoot")
        self._writer.setResolution(PER_INCH)
        lies = paper.size == LANDSCAPE
        ways = QPageLayout.Orientation
        size = QPageSize(QPageSize.PageSizeId.A4)
        way = ways.Landscape if lies else ways.Portrait
        self._writer.setPageLayout(QPageLayout(size, way, QMarginsF()))
        self._painter = QPainter(self._writer)

    def print_some(self, most: int = AT_A_TIME) -> bool:
        """Draws the next people, none of another page; False once there is nothing left."""
        if self._steps is None:
            if self._page:
                self._writer.newPage()
            self._steps = painted(self._painter, self._paper, self._page)
        if sum(1 for _ in islice(self._steps, most)) == most:
            return True
        self._steps = None
        self._page += 1
        return self._page < self._paper.pages

    def finish(self) -> bytes:
        """The whole file. Always called, or the painter outlives what it paints on."""
        self._steps = None
        self._painter.end()
        return with_blanks(bytes(self._buffer.data().data()))


def paint_page(painter: QPainter, paper: Paper, page: int, *, into: QSizeF | None = None) -> None:
    """One page of a paper, scaled into a size or (None) as large as it is."""
    for _ in painted(painter, paper, page, into=into):
        pass


def painted(
    painter: QPainter, paper: Paper, page: int, *, into: QSizeF | None = None
) -> Iterator[None]:
    """The same with a pause after each person."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if into is not None:
        painter.scale(into.width() / paper.size.width(), into.height() / paper.size.height())
    try:
        yield from paper.paint(painter, page)
    finally:  # who stops halfway leaves the painter as it was
        painter.restore()
