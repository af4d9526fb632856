"""How does everything look? The one thing that painted widgets are handed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from klasgenoot.domain.people import PhotoId
from klasgenoot.ui.kit.faces import Faces
from klasgenoot.ui.kit.fonts import Fonts, Text, register_fonts
from klasgenoot.ui.kit.icons import Icons
from klasgenoot.ui.kit.stylesheet import stylesheet
from klasgenoot.ui.kit.theme import (
    ThemeName,
    Tokens,
    keep_system_lightness,
    load_theme,
    palette,
)

STYLE = "Fusion"
"""Of Qt's styles the one that looks alike on every system; ours is laid over it."""


@dataclass(frozen=True, slots=True)
class Look:
    """Colours, letters, icons and faces of one theme at one text scale.

    Widgets get it through their constructor and never change it: the window builds its pages anew
    when the theme or the text size changes.

    Attributes:
        tokens: colours by role.
        fonts: fonts by role, at the text scale.
        icons: icons, tinted.
        faces: photos, decoded and cut to size.
        resources: the folder of what ships beside the code.
        moves: False when the computer or the teacher wants no motion.
    """

    tokens: Tokens
    fonts: Fonts
    icons: Icons
    faces: Faces
    resources: Path
    moves: bool = True


def make_look(
    resources: Path,
    *,
    theme: ThemeName,
    load_photo: Callable[[PhotoId, bool], bytes],
    text_scale: float = 1.0,
    moves: bool = True,
) -> Look:
    """The look of a theme.

    Args:
        resources: folder that holds `themes`, `fonts` and `icons`.
        theme: which colours.
        load_photo: gives the bytes of a stored picture, small or (True) large.
        text_scale: 1.0 is 100 %.
        moves: whether anything may move.
    """
    register_fonts(resources / "fonts")
    tokens = load_theme(resources / "themes", theme)
    return Look(
        tokens=tokens,
        fonts=Fonts(text_scale),
        icons=Icons(resources / "icons" / "lucide", tokens),
        faces=Faces(load_photo, tokens),
        resources=resources,
        moves=moves,
    )


def dress(app: QApplication, look: Look, *, resources: Path) -> None:
    """Give the whole app this look: style, palette, font and the one style sheet."""
    if app.property("style") != STYLE:  # else it was made in it
        app.setStyle(STYLE)
        app.setProperty("style", STYLE)
    keep_system_lightness(app)
    app.setPalette(palette(look.tokens))
    app.setFont(look.fonts.font(Text.BODY))
    template = (resources / "themes" / "style.qss").read_text(encoding="utf-8")
    sheet = stylesheet(template, look.tokens, look.fonts)
    if app.styleSheet() != sheet:  # else every widget there is would be looked at for nothing
        app.setStyleSheet(sheet)
