"""How is a text put on paper? A PDF of A4 pages with numbers, in black on white in every theme."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
)

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look

RESOLUTION, POINTS_PER_INCH, MM_PER_INCH = 300, 72, 25.4
MARGIN_MM, FOOT_MM, PICTURE_MM = 20.0, 9.0, 34.0
FOOT_SIZE = 8.5
_LIST = re.compile(rb"\[[^\]]*\]")


class Kind(Enum):
    """What a paragraph is: size in points, weight, room above and below in points."""

    TITLE = (20.0, QFont.Weight.DemiBold, 0, 6)
    HEADING = (13.0, QFont.Weight.DemiBold, 14, 4)
    ENTRY = (10.5, QFont.Weight.DemiBold, 7, 1)
    LINE = (10.5, QFont.Weight.Normal, 0, 2)
    SMALL = (9.0, QFont.Weight.Normal, 0, 2)
    NOTE = (9.5, QFont.Weight.Normal, 0, 4)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; a label stands before the text, in grey.

    Attributes:
        on_new_page: it begins a page of its own.
    """

    kind: Kind
    text: str
    label: str = ""
    on_new_page: bool = False


def write_paper(
    look: Look,
    path: Path,
    *,
    title: str,
    paragraphs: Sequence[Paragraph],
    foot: str,
    pictures: Sequence[bytes] = (),
) -> int:
    """Writes a PDF whose text can be selected, and tells how many pages it has.

    Args:
        look: which letters.
        path: where it goes.
        title: what programs call the file; it is seen outside it, so no name belongs in it.
        paragraphs: what it says.
        foot: at the bottom of each page, with places for `page` and `pages`.
        pictures: JPEGs to stand above the first heading, beside each other.

    Raises:
        OSError: the file cannot be written there.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Klasgenoot")
    writer.setResolution(RESOLUTION)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    width, height = writer.width(), writer.height() - _mm(FOOT_MM)
    document = _document(look, writer, paragraphs, pictures=pictures)
    document.setPageSize(QSizeF(width, height))
    pages = document.pageCount()
    painter = QPainter(writer)
    for page in range(pages):
        if page:
            writer.newPage()
        painter.save()
        painter.translate(0, -page * height)
        # a pixel less: else the line that begins the next page is drawn here too, out of sight
        document.drawContents(painter, QRectF(0, page * height + 1, width, height - 2))
        painter.restore()
        painter.setFont(_font(look, FOOT_SIZE, QFont.Weight.Normal))
        painter.setPen(Qt.GlobalColor.darkGray)
        below = QRectF(0, height, width, _mm(FOOT_MM))
        words = foot.format(page=page + 1, pages=pages)
        painter.drawText(below, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, words)
    painter.end()
    path.write_bytes(with_blanks(bytes(buffer.data().data())))
    return pages


def with_blanks(pdf: bytes) -> bytes:
    """The PDF with blanks that are copied as blanks: Qt says that the empty letter is a tab."""
    first, *parts = pdf.split(b"begincmap")
    maps = []
    for part in parts:
        table, end, rest = part.partition(b"endcmap")
        # in the lists alone: a range may well end at the ninth letter
        maps.append(_LIST.sub(_with_blank, table) + end + rest)
    return b"begincmap".join((first, *maps))


def _with_blank(found: re.Match[bytes]) -> bytes:
    return found[0].replace(b"<0009>", b"<0020>")


def _document(
    look: Look, writer: QPdfWriter, paragraphs: Sequence[Paragraph], *, pictures: Sequence[bytes]
) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(writer)
    cursor = QTextCursor(document)
    is_first = True
    for paragraph in paragraphs:
        size, weight, above, under = paragraph.kind.value
        block = QTextBlockFormat()
        block.setTopMargin(_laid(0 if is_first else above))
        block.setBottomMargin(_laid(under))
        if paragraph.on_new_page:
            block.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        letters = QTextCharFormat()
        letters.setFont(_font(look, size, weight))
        letters.setForeground(
            Qt.GlobalColor.darkGray if paragraph.kind is Kind.NOTE else Qt.GlobalColor.black
        )
        if paragraph.kind is Kind.HEADING and pictures:
            cursor.insertBlock(QTextBlockFormat())
            _insert_pictures(document, cursor, pictures)
            pictures = ()
        if is_first:
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        if paragraph.label:
            quiet = QTextCharFormat(letters)
            quiet.setForeground(Qt.GlobalColor.darkGray)
            cursor.insertText(f"{paragraph.label}: ", quiet)
        cursor.insertText(paragraph.text, letters)
        is_first = False
    return document


def _insert_pictures(
    document: QTextDocument, cursor: QTextCursor, pictures: Sequence[bytes]
) -> None:
    images = [image for image in map(QImage.fromData, pictures) if not image.isNull()]
    for number, image in enumerate(images):
        name = f"photo{number}"
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
        shape = QTextImageFormat()
        shape.setName(name)
        wide = _laid(PICTURE_MM / MM_PER_INCH * POINTS_PER_INCH)
        shape.setWidth(wide)
        shape.setHeight(wide * image.height() / image.width())
        if number:
            cursor.insertText("  ")
        cursor.insertImage(shape)


def _font(look: Look, points: float, weight: QFont.Weight) -> QFont:
    """The letters of the app in their plain shapes: other shapes cannot be copied from a PDF."""
    font = QFont(look.fonts.font(Text.BODY, weight=weight))
    for feature in ("tnum", "calt", "liga", "clig"):
        font.setFeature(QFont.Tag(feature), 0)
    font.setPointSizeF(points)
    return font


def _mm(length: float) -> float:
    return length / MM_PER_INCH * RESOLUTION


def _laid(points: float) -> float:
    """A length in a layout, which Qt itself scales from the screen to the paper."""
    return points / POINTS_PER_INCH * QGuiApplication.primaryScreen().logicalDotsPerInchY()
