"""Which colours? One table of colours by role per theme, and the system palette made of it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, get_args

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

Colour = Literal[
    "bg", "side", "surface", "sunken", "hover", "press",
    "edge", "line", "line_2", "line_strong",
    "text", "text_2", "text_3",
    "accent", "accent_hover", "on_accent", "accent_text", "accent_tint", "accent_tint_2",
    "honey", "honey_text", "honey_tint", "honey_edge",
    "brick", "brick_text", "brick_tint",
    "plum", "plum_text", "plum_tint",
    "slate", "slate_text", "slate_tint",
    "lvl0", "lvl1", "lvl2", "lvl3",
    "focus", "focus_gap", "scrim", "shadow", "photo_edge", "photo_veil",
]  # fmt: skip
"""The roles a colour can have: a page, its chrome, lines, text, the accent, and five tones."""

ThemeName = Literal["light", "dark", "contrast"]

MIDDLE_LIGHTNESS = 128
SYSTEM_LIGHTNESS = "system_lightness"
"""What the app is told about the palette it had before it was given ours."""


class Tokens:
    """The colours of one theme: `tokens["accent"]`.

    Exactly the roles of `Colour`: a role too many or too few in the file is a bug and stops here.
    """

    def __init__(self, name: ThemeName, colours: Mapping[str, str]) -> None:
        """Takes hex texts: `#RRGGBB`, or `#AARRGGBB` for a colour one can look through."""
        roles = frozenset(get_args(Colour))
        if roles != colours.keys():
            raise ValueError(f"theme {name}: {sorted(roles ^ colours.keys())}")
        self.name = name
        self._colours = {role: QColor(text) for role, text in colours.items()}

    def __getitem__(self, role: Colour) -> QColor:
        return self._colours[role]

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on a dark page."""
        return self["bg"].lightness() < MIDDLE_LIGHTNESS

    @property
    def light(self) -> QColor:
        """The lightest ink there is, for a line on a photo, which is the same in any theme."""
        return self["text"] if self.is_dark else self["on_accent"]

    @property
    def is_contrast(self) -> bool:
        """Whether tints carry no meaning and everything has a line around it."""
        return self.name == "contrast"

    def as_texts(self) -> dict[str, str]:
        """Each role as the text that style sheets understand: `#aarrggbb`."""
        return {role: c.name(QColor.NameFormat.HexArgb) for role, c in self._colours.items()}


def load_theme(folder: Path, name: ThemeName) -> Tokens:
    """The colours from `folder/<name>.json`."""
    return Tokens(name, json.loads((folder / f"{name}.json").read_text(encoding="utf-8")))


def system_theme() -> ThemeName:
    """The theme that suits the computer's own look.

    Without a desktop theme Qt answers `Unknown`; the lightness of the window colour decides then,
    as it was before a palette of ours was set.
    """
    hints = QGuiApplication.styleHints()
    if hasattr(hints, "accessibility"):  # since Qt 6.10
        wanted = hints.accessibility().contrastPreference()
        if wanted == Qt.ContrastPreference.HighContrast:
            return "contrast"
    scheme = hints.colorScheme()
    if scheme is Qt.ColorScheme.Unknown:
        app = QGuiApplication.instance()
        kept = app.property(SYSTEM_LIGHTNESS) if app is not None else None
        lightness = _window_lightness() if kept is None else int(kept)
        return "dark" if lightness < MIDDLE_LIGHTNESS else "light"
    return "dark" if scheme is Qt.ColorScheme.Dark else "light"


def keep_system_lightness(app: QGuiApplication) -> None:
    """Remembers how light the system's windows are; call it before an own palette is set."""
    if app.property(SYSTEM_LIGHTNESS) is None:
        app.setProperty(SYSTEM_LIGHTNESS, _window_lightness())


def _window_lightness() -> int:
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness()


def palette(tokens: Tokens) -> QPalette:
    """The same colours under the names that Qt's own widgets ask for."""
    role = QPalette.ColorRole
    pairs: dict[QPalette.ColorRole, Colour] = {
        role.Window: "bg",
        role.WindowText: "text",
        role.Base: "surface",
        role.AlternateBase: "sunken",
        role.Text: "text",
        role.PlaceholderText: "text_3",
        role.Button: "surface",
        role.ButtonText: "text",
        role.BrightText: "brick_text",
        role.Light: "surface",
        role.Midlight: "hover",
        role.Mid: "line_2",
        role.Dark: "line_strong",
        role.Shadow: "edge",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.Accent: "accent",
        role.Link: "accent_text",
        role.LinkVisited: "accent_text",
        role.ToolTipBase: "surface",
        role.ToolTipText: "text",
    }
    made = QPalette()
    for qt_role, colour in pairs.items():
        made.setColor(qt_role, tokens[colour])
    for qt_role in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, qt_role, tokens["text_3"])
    return made
