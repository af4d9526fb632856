"""Real portraits on printed photo lists of four layouts: each comes back with its own name."""

import csv
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from pytestqt.qtbot import QtBot

from klasgenoot.exchange.photo_lists import read_photo_lists
from klasgenoot.exchange.source_files import SourceFile
from made_files import real_input

DOTS = 300
MILLIMETRE = DOTS / 25.4


def people() -> list[tuple[str, Path]]:
    """Names and portraits; skips where they are missing."""
    folder, names = real_input("portraits"), real_input("people.csv")
    with names.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [(row["full"], folder / f"{row['id']}.jpg") for row in rows]


def thumb(data: bytes) -> bytes:
    return Image.open(BytesIO(data)).convert("RGB").resize((12, 15)).tobytes()


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


@pytest.mark.parametrize("side", ["below", "middle", "above", "right"])
def test_real_portraits_come_back_with_their_own_names(
    side: str, tmp_path: Path, qtbot: QtBot
) -> None:
    those = people()
    printed(tmp_path / "lijst.pdf", those, side=side)
    data = (tmp_path / "lijst.pdf").read_bytes()
    found = read_photo_lists(
        [SourceFile("lijst.pdf", lambda size: data[:size])],
        on_progress=lambda *_: None,
        is_cancelled=lambda: False,
    ).people
    known = {name: thumb(portrait.read_bytes()) for name, portrait in those}
    numbers = {f"{500_100 + n}": name for n, (name, _) in enumerate(those)}
    assert len(found) == len(those) > 20
    for each in found:
        assert each.picture is not None
        shown = thumb(each.picture.large)
        off = {
            name: sum(abs(a - b) for a, b in zip(shown, other, strict=True))
            for name, other in known.items()
        }
        assert min(off, key=off.__getitem__) == numbers[each.caption.student_number]
        assert each.caption.name == numbers[each.caption.student_number]
