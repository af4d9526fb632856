"""Builders for the tests of the kit: looks, photos, and a small list of students."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage

from klasgenoot.domain.people import Crop, PhotoId
from klasgenoot.ui.kit.look import Look, make_look
from klasgenoot.ui.kit.theme import ThemeName
from klasgenoot.viewmodels.rows import Rows

RESOURCES = Path(__file__).parents[2] / "resources"


def a_photo(width: int = 80, height: int = 100) -> bytes:
    """A picture whose upper half is red and whose lower half is blue, as a fine JPEG."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    for row in range(height // 2):
        for column in range(width):
            image.setPixelColor(column, row, QColor("red"))
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", 100)
    return held.data()


def a_look(theme: ThemeName = "light", *, text_scale: float = 1.0, photo: bytes = b"") -> Look:
    """A look whose every photo is the same."""
    return make_look(
        RESOURCES, theme=theme, load_photo=lambda _id, _large: photo, text_scale=text_scale
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentRow:
    """A row as a grid of tiles wants it."""

    key: int
    name: str
    photo: PhotoId | None = None
    crop: Crop | None = None
    initials: str = "AB"
    level: int | None = None
    dots: int | None = None

    @property
    def sentence(self) -> str:
        return f"{self.name}, seen a week ago"


def some_rows(*names: str) -> Rows[StudentRow]:
    """A model with a row for each name."""
    model: Rows[StudentRow] = Rows()
    model.set_rows([StudentRow(key=key, name=name) for key, name in enumerate(names)])
    return model


def a_class(count: int) -> Rows[StudentRow]:
    """A model with so many students."""
    return some_rows(*(f"Student {number}" for number in range(count)))
