"""How does something get on paper? A title and paragraphs as a PDF of A4, or as plain text."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.mark import paint_mark

MARGIN_MM, POINTS_PER_INCH, RESOLUTION = 25.0, 72, 300
MARK, TITLE, BODY = 36, 22, 11.5
"""Sizes in points."""


def write_paper(look: Look, path: Path, *, title: str, paragraphs: Sequence[str]) -> None:
    """Writes a paper: as text when the name ends in .txt, else as a PDF of one page.

    Raises:
        OSError: the file cannot be written there.
    """
    if path.suffix.casefold() == ".txt":
        path.write_text("\n\n".join((title, *paragraphs)) + "\n", encoding="utf-8")
        return
    path.open("wb").close()  # a PDF writer does not say why it could not
    page = QPdfWriter(str(path))
    page.setTitle("Klasgenoot")
    page.setResolution(RESOLUTION)
    page.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    page.setPageMargins(
        QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter
    )
    painter = QPainter(page)
    unit = RESOLUTION / POINTS_PER_INCH
    paint_mark(painter, QRectF(0, 0, MARK * unit, MARK * unit), tokens=look.tokens)
    top = (MARK + 24) * unit
    for text, size in ((title, TITLE), *((each, BODY) for each in paragraphs)):
        weight = QFont.Weight.DemiBold if size == TITLE else QFont.Weight.Normal
        font = look.fonts.font(Text.BODY, weight=weight)
        font.setPointSizeF(size)
        painter.setFont(font)
        room = QRectF(0, top, page.width(), page.height() - top)
        drawn = painter.drawText(room, Qt.TextFlag.TextWordWrap, text)
        top += drawn.height() + size * unit * 0.7
    painter.end()
