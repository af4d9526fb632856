"""Themes: complete, readable, and one style sheet."""

from typing import get_args

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from klasgenoot.ui.kit.fonts import Fonts
from klasgenoot.ui.kit.stylesheet import stylesheet
from klasgenoot.ui.kit.theme import (
    SYSTEM_LIGHTNESS,
    Colour,
    ThemeName,
    Tokens,
    keep_system_lightness,
    load_theme,
    palette,
    system_theme,
)
from ui.kit_looks import RESOURCES

THEMES = get_args(ThemeName)
TEXT, GRAPHIC = 4.5, 3.0

PAIRS: list[tuple[Colour, Colour, float]] = [
    ("text", "bg", TEXT), ("text", "surface", TEXT), ("text", "side", TEXT),
    ("text", "sunken", TEXT), ("text", "hover", TEXT), ("text", "press", TEXT),
    ("text", "accent_tint", TEXT), ("text", "lvl0", TEXT), ("text", "lvl1", TEXT),
    ("text", "lvl2", TEXT), ("text", "lvl3", TEXT),
    ("text_2", "bg", TEXT), ("text_2", "surface", TEXT), ("text_2", "side", TEXT),
    ("text_2", "sunken", TEXT), ("text_2", "hover", TEXT),
    ("text_3", "bg", TEXT), ("text_3", "surface", TEXT), ("text_3", "side", TEXT),
    ("text_3", "sunken", TEXT), ("text_3", "accent_tint", TEXT),
    ("on_accent", "accent", TEXT), ("on_accent", "accent_hover", TEXT),
    ("accent_text", "bg", TEXT), ("accent_text", "surface", TEXT),
    ("accent_text", "side", TEXT), ("accent_text", "accent_tint", TEXT),
    ("honey_text", "honey_tint", TEXT), ("honey_text", "bg", TEXT), ("honey_text", "surface", TEXT),
    ("brick_text", "brick_tint", TEXT), ("brick_text", "bg", TEXT), ("brick_text", "surface", TEXT),
    ("plum_text", "plum_tint", TEXT), ("plum_text", "bg", TEXT), ("plum_text", "surface", TEXT),
    ("slate_text", "slate_tint", TEXT), ("slate_text", "bg", TEXT), ("slate_text", "surface", TEXT),
    ("focus", "bg", GRAPHIC), ("focus", "surface", GRAPHIC), ("focus", "side", GRAPHIC),
    ("focus", "lvl3", GRAPHIC), ("focus", "accent_tint", GRAPHIC),
    ("accent", "bg", GRAPHIC), ("accent", "surface", GRAPHIC), ("accent", "lvl3", GRAPHIC),
    ("line_strong", "surface", GRAPHIC), ("line_strong", "bg", GRAPHIC),
    ("line_strong", "lvl0", GRAPHIC), ("line_strong", "lvl1", GRAPHIC),
    ("line_strong", "lvl2", GRAPHIC), ("edge", "bg", GRAPHIC), ("edge", "surface", GRAPHIC),
    ("brick", "surface", GRAPHIC), ("honey_edge", "bg", GRAPHIC), ("plum", "bg", GRAPHIC),
    ("honey_edge", "sunken", GRAPHIC),
]  # fmt: skip


def luminance(colour: QColor) -> float:
    """Relative luminance, WCAG 2.2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(p) for p in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of two colours, WCAG 2.2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_has_the_contrast_that_the_formula_promises():
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_has_exactly_the_colours_that_have_a_role(name):
    tokens = load_theme(RESOURCES / "themes", name)
    assert all(tokens[role].isValid() for role in get_args(Colour))


@pytest.mark.parametrize("name", THEMES)
def test_text_and_graphics_are_readable_in_every_theme(name):
    tokens = load_theme(RESOURCES / "themes", name)
    too_weak = {
        (front, back): round(contrast(tokens[front], tokens[back]), 2)
        for front, back, least in PAIRS
        if contrast(tokens[front], tokens[back]) < least
    }
    assert too_weak == {}


def test_a_colour_too_few_is_noticed_at_once():
    colours = load_theme(RESOURCES / "themes", "light").as_texts()
    del colours["accent"]
    with pytest.raises(ValueError, match="accent"):
        Tokens("light", colours)


def test_only_the_dark_theme_is_dark_and_only_the_contrast_theme_has_lines_everywhere():
    themes = {name: load_theme(RESOURCES / "themes", name) for name in THEMES}
    assert [name for name in THEMES if themes[name].is_dark] == ["dark"]
    assert [name for name in THEMES if themes[name].is_contrast] == ["contrast"]


@pytest.mark.parametrize("name", THEMES)
def test_the_palette_of_plain_widgets_has_the_colours_of_the_theme(name):
    tokens = load_theme(RESOURCES / "themes", name)
    made = palette(tokens)
    assert made.color(QPalette.ColorRole.Window) == tokens["bg"]
    assert made.color(QPalette.ColorRole.Highlight) == tokens["accent"]


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_is_filled_in_and_understood(qapp: QApplication, name, scale):
    template = (RESOURCES / "themes" / "style.qss").read_text(encoding="utf-8")
    made = stylesheet(template, load_theme(RESOURCES / "themes", name), Fonts(scale))
    assert "$" not in made
    qapp.setStyleSheet(made)  # a sheet that Qt cannot parse is a warning, and that fails the test
    qapp.setStyleSheet("")


def test_without_a_desktop_theme_the_lightness_of_the_window_decides(qapp: QApplication):
    before, kept = qapp.palette(), qapp.property(SYSTEM_LIGHTNESS)
    try:
        qapp.setProperty(SYSTEM_LIGHTNESS, None)
        qapp.setPalette(palette(load_theme(RESOURCES / "themes", "dark")))
        assert system_theme() == "dark"
        qapp.setPalette(palette(load_theme(RESOURCES / "themes", "light")))
        assert system_theme() == "light"
        keep_system_lightness(qapp)
        qapp.setPalette(palette(load_theme(RESOURCES / "themes", "dark")))  # ours, not the system's
        assert system_theme() == "light"
    finally:
        qapp.setPalette(before)
        qapp.setProperty(SYSTEM_LIGHTNESS, kept)
