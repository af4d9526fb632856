"""Prints a photo list with Qt: TARGET SIDE, and lines of a name, a tab and a portrait."""

import sys
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPageSize, QPainter, QPdfWriter

DOTS = 300
MILLIMETRE = DOTS / 25.4


def printed(target: Path, those: list[tuple[str, Path]], *, side: str) -> None:
    writer = QPdfWriter(str(target))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(10, 10, 10, 10))
    writer.setResolution(DOTS)
    painter = QPainter(writer)
    font = painter.font()
    font.setPointSize(8)
    painter.setFont(font)
    columns, rows, wide, high = (2, 6, 90, 42) if side == "right" else (4, 5, 46, 54)
    for n, (name, portrait) in enumerate(those):
        at = n % (columns * rows)
        if n and not at:
            writer.newPage()
        x, y = at % columns * wide * MILLIMETRE, at // columns * high * MILLIMETRE
        photo = QRectF(
            x, y + (12 * MILLIMETRE if side == "above" else 0), 28 * MILLIMETRE, 36 * MILLIMETRE
        )
        text = {
            "below": QRectF(x, photo.bottom() + 10, 45 * MILLIMETRE, 11 * MILLIMETRE),
            "middle": QRectF(
                x - 6 * MILLIMETRE, photo.bottom() + 10, 40 * MILLIMETRE, 8 * MILLIMETRE
            ),
            "above": QRectF(x, y, 45 * MILLIMETRE, 11 * MILLIMETRE),
            "right": QRectF(photo.right() + 30, y + 60, 55 * MILLIMETRE, 20 * MILLIMETRE),
        }[side]
        painter.drawImage(photo, QImage(str(portrait)))
        flags = Qt.AlignmentFlag.AlignHCenter if side == "middle" else Qt.AlignmentFlag.AlignLeft
        painter.drawText(text, int(flags) | int(Qt.TextFlag.TextWordWrap), f"{name}\n{500_100 + n}")
    painter.end()


if __name__ == "__main__":
    app = QGuiApplication(sys.argv[:1])
    lines = [line.split("\t") for line in sys.stdin.read().splitlines()]
    printed(Path(sys.argv[1]), [(name, Path(path)) for name, path in lines], side=sys.argv[2])
