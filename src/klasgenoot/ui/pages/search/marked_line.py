"""How is a line drawn in which some words were found? Each on a tint, the rest as it is."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextLine

from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.theme import Colour

RADIUS, REACH = 4, 2
"""Roundness of the tint, and how far it goes beyond the letters."""


def paint_marked(
    painter: QPainter,
    box: QRectF,
    *,
    look: Look,
    text: str,
    places: Sequence[tuple[int, int]],
    font: QFont,
    colour: Colour,
) -> float:
    """Draw one line in a box, elided at its end; returns how wide it came to be.

    Where the theme is high contrast a line below the words stands for the tint.
    """
    tokens = look.tokens
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    last = len(shown) - (shown != text)
    places = [(start, min(end, last)) for start, end in places if start < last]
    layout = QTextLayout(shown, font)
    layout.setFormats([_format(look, start, end) for start, end in places])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(box.width(), metrics.horizontalAdvance(shown) + 1))
    layout.endLayout()
    top = box.center().y() - line.height() / 2
    if not tokens.is_contrast:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens["accent_tint_2"])
        for start, end in places:
            edges = sorted((_x(line, start), _x(line, end)))
            width = edges[1] - edges[0] + 2 * REACH
            mark = QRectF(box.left() + edges[0] - REACH, top - 1, width, line.height() + 2)
            painter.drawRoundedRect(mark, RADIUS, RADIUS)
    painter.setPen(tokens[colour])
    layout.draw(painter, QPointF(box.left(), top))
    return line.naturalTextWidth()


def _format(look: Look, start: int, end: int) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    marked.start, marked.length = start, end - start
    form = QTextCharFormat()
    form.setForeground(look.tokens["text"])
    form.setFontUnderline(look.tokens.is_contrast)
    marked.format = form
    return marked


def _x(line: QTextLine, at: int) -> float:
    """Where a letter begins, from the left of its line."""
    x, _ = cast("tuple[float, int]", line.cursorToX(at))
    return x
