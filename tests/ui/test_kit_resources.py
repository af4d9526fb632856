"""What ships beside the code: fonts and icons, small, licensed and without addresses."""

import re

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QImage, QPainter, QRawFont
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from klasgenoot.ui.kit.fonts import (
    DISPLAY_FAMILY,
    FONT_FILES,
    TEXT_FAMILY,
    Fonts,
    Text,
    register_fonts,
)
from klasgenoot.ui.kit.mark import paint_mark
from ui.kit_looks import RESOURCES, a_look

ICONS = sorted((RESOURCES / "icons" / "lucide").glob("*.svg"))
LETTERS = "aAzZ ÀÉÎÕÜ ğşıİ łŁ đ ř ő ț ẽ Ạ ʼ ˀ 0123456789 –—…‘’“”·• € ← → ↑ ↓ ↵ ✓ ⌘ ⇧ ⌥"
ALMOST = 12
"""So much two ways of smoothing an edge may differ, of 255."""
FEW = 40
"""So many points of 4,096 may lie on an edge that one of the two breaks off earlier."""
NO_ADDRESS_BUT = {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("name", FONT_FILES)
def test_a_font_is_small_and_has_the_letters_of_dutch_names(qapp: QApplication, name):
    path = RESOURCES / "fonts" / name
    assert path.stat().st_size <= 250_000
    font = QRawFont(str(path), 16)
    assert [letter for letter in LETTERS if not font.supportsCharacter(ord(letter))] == []


def test_fonts_and_icons_come_with_their_licences():
    assert "SIL OPEN FONT LICENSE" in (RESOURCES / "fonts" / "LICENSE.txt").read_text()
    icons = (RESOURCES / "icons" / "lucide" / "LICENSE.txt").read_text()
    assert "ISC License" in icons
    assert "The MIT License" in icons


def test_registered_fonts_are_the_ones_drawn_with(qapp: QApplication):
    register_fonts(RESOURCES / "fonts")
    fonts = Fonts()
    assert QFontInfo(fonts.font(Text.BODY)).family() == TEXT_FAMILY
    assert QFontInfo(fonts.font(Text.TITLE)).family() == DISPLAY_FAMILY


def test_figures_are_of_one_width_so_that_numbers_align(qapp: QApplication):
    register_fonts(RESOURCES / "fonts")
    metrics = QFontMetricsF(Fonts().font(Text.BODY))
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")


def test_hyphens_stay_narrow_between_figures_of_one_width(qapp: QApplication):
    register_fonts(RESOURCES / "fonts")
    font = Fonts().font(Text.BODY)
    plain = QFont(font)
    plain.unsetFeature(QFont.Tag("tnum"))
    with_figures = QFontMetricsF(font).horizontalAdvance("-")
    assert with_figures == QFontMetricsF(plain).horizontalAdvance("-")


@pytest.mark.parametrize("role", list(Text))
def test_no_text_is_smaller_than_twelve_pixels_and_all_grow_with_the_scale(role):
    assert role.value.size >= 12
    assert Fonts(2.0).font(role).pixelSize() == 2 * Fonts(1.0).font(role).pixelSize()
    assert Fonts(2.0).line(role) == 2 * Fonts(1.0).line(role)


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_has_no_address_no_comment_and_takes_any_tint(path):
    source = path.read_text(encoding="utf-8")
    assert set(re.findall(r"\w+://[^\s\"']+", source)) == NO_ADDRESS_BUT
    assert "<!--" not in source
    assert 'stroke="currentColor"' in source
    assert 'stroke-width="2"' in source


def test_every_icon_can_be_drawn(qapp: QApplication):
    icons = a_look().icons
    for path in ICONS:
        image = icons.pixmap(path.stem, colour="text", size=24).toImage()
        alphas = (image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))
        assert max(alphas) > 0, path.stem


def test_an_icon_is_drawn_in_its_tint_and_for_the_sharpness_of_the_screen(qapp: QApplication):
    icons = a_look().icons
    sharp = icons.pixmap("circle", colour=QColor("#ff0000"), size=18, ratio=2)
    assert sharp.width() == 36
    assert sharp.devicePixelRatio() == 2
    image = sharp.toImage()
    colours = {
        image.pixelColor(x, 18).name() for x in range(36) if image.pixelColor(x, 18).alpha() == 255
    }
    assert colours == {"#ff0000"}


def test_the_same_icon_is_drawn_once(qapp: QApplication):
    icons = a_look().icons
    assert icons.pixmap("check") is icons.pixmap("check")
    assert icons.pixmap("check") is not icons.pixmap("check", colour="accent")


def test_the_mark_as_a_file_is_the_mark_as_it_is_drawn(qapp: QApplication):
    drawn, filed = (QImage(192, 192, QImage.Format.Format_ARGB32) for _ in range(2))
    for picture in (drawn, filed):
        picture.fill(0)
    painter = QPainter(drawn)
    paint_mark(painter, QRectF(drawn.rect()), tokens=a_look().tokens)
    painter.end()
    painter = QPainter(filed)
    QSvgRenderer(str(RESOURCES / "icons" / "klasgenoot.svg")).render(painter)
    painter.end()
    unlike = [
        (x, y)
        for x in range(0, 192, 3)
        for y in range(0, 192, 3)
        if max_difference(drawn.pixelColor(x, y), filed.pixelColor(x, y)) > ALMOST
    ]
    assert len(unlike) < FEW, unlike


def max_difference(one: QColor, other: QColor) -> int:
    return max(abs(a - b) for a, b in zip(one.getRgb(), other.getRgb(), strict=True))
