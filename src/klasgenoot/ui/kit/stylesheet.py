"""The one style sheet: a template whose `$names` are colours and lengths."""

from string import Template

from klasgenoot.ui.kit.fonts import Fonts
from klasgenoot.ui.kit.theme import Tokens

CONTROL_HEIGHTS = {"small": 30, "control": 34, "large": 44}
"""Heights of buttons and fields in pixels at text scale 1."""


def stylesheet(template: str, tokens: Tokens, fonts: Fonts) -> str:
    """The style sheet of a theme.

    Args:
        template: QSS with `$text_2` for a colour and `$control` for a height (without border).
        tokens: the colours.
        fonts: for the text scale.

    Raises:
        KeyError: the template asks for a name that is neither a colour nor a length.
    """
    borders, focused_borders = 2, 4
    lengths = {name: f"{fonts.px(px) - borders}px" for name, px in CONTROL_HEIGHTS.items()}
    for name in ("control", "large"):
        lengths[f"{name}_focused"] = f"{fonts.px(CONTROL_HEIGHTS[name]) - focused_borders}px"
    lengths["row"] = f"{fonts.px(32)}px"
    # in high contrast a quiet button has a line too
    quiet = tokens["line"] if tokens.is_contrast else None
    extra = {"quiet_line": quiet.name() if quiet else "transparent"}
    return Template(template).substitute(tokens.as_texts() | lengths | extra)
