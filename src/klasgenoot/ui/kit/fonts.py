"""Which letters? Inter in nine sizes by role, with figures of one width."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

TEXT_FAMILY = "Inter"
DISPLAY_FAMILY = "Inter Display"
FONT_FILES = (
    "Inter-Regular.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "InterDisplay-Regular.ttf",
    "InterDisplay-SemiBold.ttf",
)


@dataclass(frozen=True, slots=True)
class TypeRole:
    """Size and line height in pixels at text scale 1, and how heavy."""

    size: int
    line: int
    weight: QFont.Weight = QFont.Weight.Normal


class Text(Enum):
    """The roles a text can have. `CAPTION` is the smallest text allowed."""

    FOCUS_NAME = TypeRole(44, 50, QFont.Weight.DemiBold)
    NAME = TypeRole(32, 38, QFont.Weight.DemiBold)
    TITLE = TypeRole(28, 34, QFont.Weight.DemiBold)
    TITLE_COMPACT = TypeRole(24, 30, QFont.Weight.DemiBold)
    SECTION = TypeRole(18, 24, QFont.Weight.DemiBold)
    CARD = TypeRole(15, 20, QFont.Weight.DemiBold)
    BODY = TypeRole(14, 20)
    SUPPORT = TypeRole(13, 18)
    CAPTION = TypeRole(12, 16)


SMALLEST_DISPLAY_SIZE = 18
"""From this size up the Display cut is drawn, pixels at text scale 1."""
LARGE_SIZE, LARGE_SPACING = 24, -0.01
"""From this size up letters stand a little closer, as part of the size."""


class Fonts:
    """The fonts of the app at one text scale (1.0 is 100 %)."""

    def __init__(self, scale: float = 1.0) -> None:
        self.scale = scale
        self._made: dict[tuple[Text | int, QFont.Weight], QFont] = {}

    def font(self, role: Text, *, weight: QFont.Weight | None = None) -> QFont:
        """The font of a role; `weight` replaces the role's own."""
        return self._font(role, size=role.value.size, weight=weight or role.value.weight)

    def medium(self, role: Text) -> QFont:
        """The font of a role, one step heavier than plain: emphasis inside a line."""
        return self.font(role, weight=QFont.Weight.Medium)

    def bold(self, role: Text) -> QFont:
        """The font of a role in semi-bold, the heaviest there is."""
        return self.font(role, weight=QFont.Weight.DemiBold)

    def sized(self, pixels: int, *, weight: QFont.Weight = QFont.Weight.DemiBold) -> QFont:
        """A font that follows the size of a picture instead of the text scale: initials."""
        key = (pixels, weight)
        if key not in self._made:
            self._made[key] = _inter(pixels, weight, display=pixels >= SMALLEST_DISPLAY_SIZE)
        return self._made[key]

    def line(self, role: Text) -> int:
        """Line height of a role in pixels."""
        return round(role.value.line * self.scale)

    def px(self, pixels: float) -> int:
        """A length that grows with the text, such as the height of a button."""
        return round(pixels * self.scale)

    def _font(self, role: Text, *, size: int, weight: QFont.Weight) -> QFont:
        key = (role, weight)
        if key not in self._made:
            self._made[key] = _inter(
                round(size * self.scale), weight, display=size >= SMALLEST_DISPLAY_SIZE
            )
        return self._made[key]


def register_fonts(folder: Path) -> None:
    """Make the bundled fonts known to Qt. Without them the system's own font is used."""
    if TEXT_FAMILY in QFontDatabase.families() and DISPLAY_FAMILY in QFontDatabase.families():
        return
    for name in FONT_FILES:
        QFontDatabase.addApplicationFont(str(folder / name))


def _inter(pixels: int, weight: QFont.Weight, *, display: bool) -> QFont:
    font = QFont(DISPLAY_FAMILY if display else TEXT_FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    if pixels >= LARGE_SIZE:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, pixels * LARGE_SPACING)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    font.setFeature(QFont.Tag("tnum"), 1)  # figures of one width, so that numbers align
    return font
