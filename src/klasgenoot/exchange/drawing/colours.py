"""The paint box of the drawn portraits: every pigment they use, as red, green, blue (0 to 255)."""

from dataclasses import dataclass
from typing import Final

from klasgenoot.domain.faces import Backdrop, Cloth, EyeColour, HairColour, SkinTone
from klasgenoot.exchange.drawing.pen import Colour, mixed


@dataclass(frozen=True, slots=True)
class Skin:
    """One skin: lit, shaded, the lines in it, the blush, the lips and where light falls full."""

    lit: Colour
    shade: Colour
    line: Colour
    blush: Colour
    lip: Colour
    light: Colour


SKINS: Final[dict[SkinTone, Skin]] = {
    SkinTone.PORCELAIN: Skin(
        (251, 227, 213),
        (234, 195, 178),
        (178, 118, 104),
        (243, 165, 155),
        (208, 112, 112),
        (255, 241, 232),
    ),
    SkinTone.ROSY: Skin(
        (247, 211, 194),
        (228, 177, 158),
        (169, 103, 89),
        (236, 145, 132),
        (198, 98, 98),
        (255, 229, 216),
    ),
    SkinTone.FAIR: Skin(
        (243, 205, 177),
        (223, 171, 140),
        (160, 101, 76),
        (230, 146, 120),
        (194, 101, 90),
        (253, 224, 200),
    ),
    SkinTone.BEIGE: Skin(
        (234, 190, 155),
        (211, 155, 118),
        (146, 90, 63),
        (219, 132, 100),
        (182, 92, 78),
        (246, 211, 180),
    ),
    SkinTone.OLIVE: Skin(
        (219, 173, 131),
        (192, 138, 97),
        (128, 78, 50),
        (203, 120, 84),
        (168, 84, 70),
        (235, 195, 156),
    ),
    SkinTone.HONEY: Skin(
        (202, 151, 107),
        (172, 117, 77),
        (110, 66, 40),
        (187, 101, 67),
        (152, 76, 63),
        (221, 175, 131),
    ),
    SkinTone.BRONZE: Skin(
        (178, 125, 84), (147, 94, 59), (90, 51, 31), (166, 83, 55), (134, 66, 57), (199, 150, 107)
    ),
    SkinTone.BROWN: Skin(
        (147, 98, 65), (117, 72, 46), (68, 37, 23), (142, 69, 48), (122, 60, 55), (171, 122, 86)
    ),
    SkinTone.DEEP: Skin(
        (116, 75, 51), (89, 54, 37), (47, 26, 18), (121, 58, 43), (110, 55, 54), (142, 98, 70)
    ),
    SkinTone.EBONY: Skin(
        (89, 57, 42), (66, 40, 30), (33, 19, 15), (99, 48, 39), (98, 50, 50), (115, 78, 59)
    ),
}

HAIRS: Final[dict[HairColour, tuple[Colour, Colour, Colour]]] = {
    # the colour itself, its shadow, its shine
    HairColour.BLACK: ((41, 35, 37), (25, 21, 24), (74, 66, 70)),
    HairColour.ESPRESSO: ((62, 43, 35), (42, 28, 23), (96, 71, 58)),
    HairColour.BROWN: ((95, 64, 44), (68, 44, 30), (132, 95, 69)),
    HairColour.CHESTNUT: ((126, 74, 46), (92, 51, 31), (166, 107, 70)),
    HairColour.AUBURN: ((146, 66, 38), (107, 45, 26), (186, 98, 60)),
    HairColour.GINGER: ((201, 112, 56), (159, 82, 39), (229, 151, 90)),
    HairColour.DARK_BLOND: ((164, 124, 79), (126, 91, 55), (197, 160, 112)),
    HairColour.BLOND: ((214, 172, 108), (176, 133, 76), (236, 204, 146)),
    HairColour.LIGHT_BLOND: ((235, 210, 158), (201, 169, 115), (249, 233, 196)),
    HairColour.PLUM: ((112, 56, 88), (78, 37, 62), (150, 88, 120)),
}

IRISES: Final[dict[EyeColour, Colour]] = {
    EyeColour.DARK: (52, 33, 26),
    EyeColour.BROWN: (98, 60, 36),
    EyeColour.HAZEL: (128, 94, 48),
    EyeColour.GREEN: (96, 124, 86),
    EyeColour.BLUE: (84, 130, 166),
    EyeColour.GREY: (112, 128, 138),
}

CLOTHS: Final[dict[Cloth, Colour]] = {
    Cloth.INK: (47, 48, 56),
    Cloth.CHARCOAL: (86, 86, 92),
    Cloth.CREAM: (240, 231, 214),
    Cloth.SAND: (205, 182, 148),
    Cloth.RUST: (184, 96, 62),
    Cloth.MUSTARD: (214, 162, 70),
    Cloth.SAGE: (146, 164, 134),
    Cloth.FOREST: (58, 92, 74),
    Cloth.TEAL: (52, 118, 116),
    Cloth.DUSTY_BLUE: (120, 148, 174),
    Cloth.NAVY: (51, 66, 98),
    Cloth.LILAC: (166, 146, 186),
    Cloth.BURGUNDY: (126, 54, 66),
    Cloth.ROSE: (214, 150, 146),
}

BACKDROPS: Final[dict[Backdrop, Colour]] = {
    Backdrop.WARM_GREY: (221, 214, 205),
    Backdrop.SAND: (232, 218, 194),
    Backdrop.SAGE: (208, 217, 201),
    Backdrop.DUSTY_BLUE: (203, 213, 223),
    Backdrop.BLUSH: (235, 212, 203),
}

WHITE: Final[Colour] = (255, 255, 255)
EYE_WHITE: Final[Colour] = (250, 247, 243)
TEETH: Final[Colour] = (253, 250, 245)
MOUTH_INSIDE: Final[Colour] = (104, 38, 42)
LASH: Final[Colour] = (40, 28, 28)
GOLD: Final[Colour] = (222, 180, 92)
STITCH: Final[Colour] = (206, 164, 96)
SHADOW: Final[Colour] = (58, 42, 48)


def dimmer(colour: Colour, share: float) -> Colour:
    """A colour with a `share` (0 to 1) of warm shadow in it."""
    return mixed(colour, SHADOW, share)


def brighter(colour: Colour, share: float) -> Colour:
    """A colour with a `share` (0 to 1) of white in it."""
    return mixed(colour, WHITE, share)
