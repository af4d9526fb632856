"""The headscarf: folded round the face and draped over the shoulders."""

from klasgenoot.domain.faces import Face
from klasgenoot.exchange.drawing.colours import CLOTHS, SHADOW, WHITE, Skin
from klasgenoot.exchange.drawing.head import EYES, Head
from klasgenoot.exchange.drawing.paths import Point, both_sides, curve, points
from klasgenoot.exchange.drawing.pen import Mask, Pen, mixed


def draw_scarf_drape(pen: Pen, face: Face, head: Head) -> None:
    """What lies on neck and shoulders; drawn before the face."""
    colour = CLOTHS[face.scarf]
    dark, light = mixed(colour, SHADOW, 0.45), mixed(colour, WHITE, 0.2)
    low = head.chin
    drape = points(
        "27.4 62, 26.4 74, 25 84, 20.6 92, 14.4 99, 15.6 108, 24 115, 40 120, 58 118, "
        "72 112.5, 83 105, 85 98.4, 79.6 92, 75 84, 73.6 74, 72.6 62, 50 54"
    )
    pen.paint([(x, y + 1.6) for x, y in drape], mixed(CLOTHS[face.cloth], SHADOW, 0.5))
    pen.paint(drape, colour)
    inside = pen.mask(drape)
    pen.shade(
        [(34, 60), (66, 60), (68, low + 2), (52, low + 8.5), (34, low + 3)],
        dark,
        within=inside,
        strength=0.6,
        blur=1.4,
    )
    pen.shade(
        points("72 70, 80 86, 96 96, 92 112, 70 118, 76 100"),
        dark,
        within=inside,
        strength=0.5,
        blur=2.0,
    )
    pen.glow((30, 96), (13, 10), light, within=inside, strength=0.6)
    folds = [
        points("28.6 76, 36 88, 50 95.4, 66 97.6, 80 96"),
        points("27.4 84, 36 95, 52 102.6, 68 103.4, 81.6 101"),
        points("22.6 92, 34 103, 52 109.6, 68 108.6"),
        points("71.6 78, 66 88, 56 93.6"),
    ]
    for i, fold in enumerate(folds):
        pen.stroke(fold, mixed(colour, SHADOW, 0.34), 1.15 - 0.12 * i, ends=(0.1, 0.0))
        pen.stroke([(x - 0.2, y + 1.3) for x, y in fold[:4]], light, 0.8, ends=(0.0, 0.0))


def draw_scarf_hood(pen: Pen, face: Face, head: Head, inside_face: Mask, skin: Skin) -> None:
    """What lies round the face; drawn after it."""
    colour = CLOTHS[face.scarf]
    low, cheek = head.chin, head.cheek
    opening = both_sides(
        [
            (50.0, 36.4),
            (50 + cheek * 0.52, 38.4),
            (50 + cheek * 0.86, 46.0),
            (50 + cheek * 0.93, 57.0),
            (50 + cheek * 0.84, low - 12.4),
            (50 + cheek * 0.5, low - 3.4),
            (50.0, low - 0.4),
        ]
    )[:-1]
    outer = both_sides(
        [
            (50.0, 17.4),
            (50 + cheek * 0.62, 19.4),
            (50 + cheek * 1.08, 28.6),
            (50 + cheek * 1.28, 42.0),
            (50 + cheek * 1.30, 57.0),
            (50 + cheek * 1.22, 70.0),
            (50 + cheek * 0.98, 82.0),
            (50 + cheek * 0.5, low + 5.4),
            (50.0, low + 7.2),
        ]
    )[:-1]
    # shadow of the hood on the face
    rim = [(50 + (x - 50) * 0.95, 58 + (y - 58) * 0.955) for x, y in opening]
    pen.shade(
        _ring(points("8 8, 92 8, 92 112, 8 112"), rim),
        mixed(skin.shade, SHADOW, 0.15),
        within=inside_face,
        strength=0.6,
        blur=0.9,
    )
    hood = _ring(outer, opening)
    pen.paint(hood, colour)
    cloth = pen.mask(hood)
    dark, light = mixed(colour, SHADOW, 0.45), mixed(colour, WHITE, 0.22)
    pen.shade(
        points("62 12, 90 20, 90 100, 54 98, 66 82, 71.6 60, 69.4 38"),
        dark,
        within=cloth,
        strength=0.5,
        blur=2.0,
    )
    pen.glow((36, 28), (15, 13), light, within=cloth, strength=0.75)
    folds = [
        [(38.4, 35.4), (31.6, 42.0), (28.4, 54.0), (30.0, 68.0), (37.0, 80.0), (48.0, low + 3.4)],
        points("44 24, 33.4 30.4, 26.6 42, 25.6 56"),
        [(58.0, 22.0), (67.4, 29.4), (72.4, 42.0), (73.4, 58.0), (70.0, 72.0), (60.0, low)],
        points("56 28.6, 64.6 33.6, 69.8 43, 71 56"),
    ]
    for fold in folds:
        pen.stroke(fold, mixed(colour, SHADOW, 0.36), 0.95, ends=(0.0, 0.0))
    # the cap beneath it shows on the forehead
    rise = [p for p in _smooth_top(opening) if p[1] < 47.0]  # noqa: PLR2004 - down to the temples
    edge = [(x, y + 2.1 * (1 - ((x - 50) / (cheek * 0.9)) ** 2)) for x, y in rise]
    pen.paint([rise[0], *rise, rise[-1], *reversed(edge)], mixed(colour, SHADOW, 0.5))


def _smooth_top(opening: list[Point]) -> list[Point]:
    """The upper edge of the opening from left to right."""
    return sorted(p for p in curve(opening, closed=True)[::3] if p[1] < EYES)


def _ring(outer: list[Point], hole: list[Point]) -> list[Point]:
    """One outline for a shape with a hole, joined by a seam at the bottom."""
    start = max(range(len(outer)), key=lambda i: outer[i][1])
    cut = max(range(len(hole)), key=lambda i: hole[i][1])
    around = [*outer[start:], *outer[:start], outer[start]]
    inside = [*hole[cut:], *hole[:cut], hole[cut]][::-1]
    return [around[0], *around, around[-1], inside[0], *inside, inside[-1]]
