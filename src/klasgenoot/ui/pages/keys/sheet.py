"""The recovery sheet on paper: one page that says what it is for, and the code in large groups."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.mark import paint_mark

translate = QCoreApplication.translate

MARGIN_MM, POINTS_PER_INCH, RESOLUTION = 25.0, 72, 300
TITLE, BODY, CODE = 24, 12, 20
"""Sizes in points."""


def write_sheet(look: Look, path: Path, *, groups: tuple[str, ...]) -> None:
    """Writes the sheet as a PDF of one A4 page.

    Raises:
        OSError: the file cannot be written there.
    """
    path.open("wb").close()  # a PDF writer does not say why it could not
    page = QPdfWriter(str(path))
    page.setTitle("Klasgenoot")
    page.setResolution(RESOLUTION)
    page.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    page.setPageMargins(
        QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter
    )
    painter = QPainter(page)
    _paint(painter, look, groups=groups, width=page.width(), height=page.height())
    painter.end()


def _paint(
    painter: QPainter, look: Look, *, groups: tuple[str, ...], width: int, height: int
) -> None:
    unit = RESOLUTION / POINTS_PER_INCH
    paint_mark(painter, QRectF(0, 0, 36 * unit, 36 * unit), tokens=look.tokens)
    top = 60 * unit

    def write(text: str, size: float, *, weight: QFont.Weight = QFont.Weight.Normal) -> None:
        nonlocal top
        font = look.fonts.font(Text.BODY, weight=weight)
        font.setPointSizeF(size)
        painter.setFont(font)
        room = QRectF(0, top, width, height - top)
        drawn = painter.drawText(room, Qt.TextFlag.TextWordWrap, text)
        top += drawn.height() + size * unit * 0.6

    write(translate("Keys", "Recovery sheet of Klasgenoot"), TITLE, weight=QFont.Weight.DemiBold)
    write(
        translate(
            "Keys",
            "With this code you open your classes when you have forgotten the passphrase. So can"
            " anybody else who has it: keep it where you keep your diploma, not beside the"
            " computer.",
        ),
        BODY,
    )
    top += 12 * unit
    for number, group in enumerate(groups, 1):
        write(f"{number}.   {group}", CODE, weight=QFont.Weight.Medium)
    top += 12 * unit
    write(
        translate(
            "Keys",
            "On the locked window, choose “Use the recovery sheet” and type the code. Capitals,"
            " blanks and dashes do not count. A new sheet makes this one worthless.",
        ),
        BODY,
    )
