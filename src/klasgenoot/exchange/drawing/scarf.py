"""The headscarf: folded round the face and draped over the shoulders."""

from typing import Final

from klasgenoot.domain.faces import Face
from klasgenoot.exchange.drawing.colours import CLOTHS, Skin, brighter, dimmer
from klasgenoot.exchange.drawing.head import Head
from klasgenoot.exchange.drawing.paths import Point, both_sides, curve, moved, points
from klasgenoot.exchange.drawing.pen import Mask, Pen

_DRAPE: Final = (
    "27.4 62, 26.4 74, 25 84, 20.6 92, 14.4 99, 15.6 108, 24 115, 40 120, 58 118, 72 112.5, "
    "83 105, 85 98.4, 79.6 92, 75 84, 73.6 74, 72.6 62, 50 54"
)
_DRAPE_FOLDS: Final = (
    "28.6 76, 36 88, 50 95.4, 66 97.6, 80 96",
    "27.4 84, 36 95, 52 102.6, 68 103.4, 81.6 101",
    "22.6 92, 34 103, 52 109.6, 68 108.6",
    "71.6 78, 66 88, 56 93.6",
)
_HOOD_FOLDS: Final = (
    "38.4 35.4, 31.6 42, 28.4 54, 30 68, 37 80, 48 87",
    "44 24, 33.4 30.4, 26.6 42, 25.6 56",
    "58 22, 67.4 29.4, 72.4 42, 73.4 58, 70 72, 60 83",
    "56 28.6, 64.6 33.6, 69.8 43, 71 56",
)
TEMPLES: Final = 47.0
"""How low the cap beneath the scarf shows."""


def draw_scarf_drape(pen: Pen, face: Face, head: Head) -> None:
    """What lies on neck and shoulders; drawn before the face."""
    colour, low = CLOTHS[face.scarf], head.chin
    dark, light = dimmer(colour, 0.45), brighter(colour, 0.2)
    drape = points(_DRAPE)
    pen.paint(moved(drape, by=(0, 1.6)), dimmer(CLOTHS[face.cloth], 0.5))
    pen.paint(drape, colour)
    inside = pen.mask(drape)
    under_chin = [(34, 60), (66, 60), (68, low + 2), (52, low + 8.5), (34, low + 3)]
    pen.shade(under_chin, dark, within=inside, strength=0.6, blur=1.4)
    far = points("72 70, 80 86, 96 96, 92 112, 70 118, 76 100")
    pen.shade(far, dark, within=inside, strength=0.5, blur=2.0)
    pen.glow((30, 96), (13, 10), light, within=inside, strength=0.6)
    for i, fold in enumerate(_DRAPE_FOLDS):
        line = points(fold)
        pen.stroke(line, dimmer(colour, 0.34), 1.15 - 0.12 * i, ends=(0.1, 0))
        pen.stroke(moved(line[:4], by=(-0.2, 1.3)), light, 0.8, ends=(0, 0))


def draw_scarf_hood(pen: Pen, face: Face, head: Head, inside_face: Mask, skin: Skin) -> None:
    """What lies round the face; drawn after it."""
    colour, low, cheek = CLOTHS[face.scarf], head.chin, head.cheek
    opening = _round(
        cheek,
        "0 36.4, 0.52 38.4, 0.86 46, 0.93 57",
        (0.84, low - 12.4),
        (0.5, low - 3.4),
        (0, low - 0.4),
    )
    outer = _round(
        cheek,
        "0 17.4, 0.62 19.4, 1.08 28.6, 1.28 42, 1.3 57, 1.22 70, 0.98 82",
        (0.5, low + 5.4),
        (0, low + 7.2),
    )
    # the hood keeps the light off the edge of the face
    rim = [(50 + (x - 50) * 0.95, 58 + (y - 58) * 0.955) for x, y in opening]
    edge = _ring(points("8 8, 92 8, 92 112, 8 112"), rim)
    pen.shade(edge, dimmer(skin.shade, 0.15), within=inside_face, strength=0.6, blur=0.9)

    hood = _ring(outer, opening)
    pen.paint(hood, colour)
    cloth = pen.mask(hood)
    far = points("62 12, 90 20, 90 100, 54 98, 66 82, 71.6 60, 69.4 38")
    pen.shade(far, dimmer(colour, 0.45), within=cloth, strength=0.5, blur=2.0)
    pen.glow((36, 28), (15, 13), brighter(colour, 0.22), within=cloth, strength=0.75)
    for fold in _HOOD_FOLDS:
        pen.stroke(points(fold), dimmer(colour, 0.36), 0.95, ends=(0, 0))

    # the cap beneath it shows on the forehead
    top = sorted(p for p in curve(opening, closed=True) if p[1] < TEMPLES)
    brim = [(x, y + 2.1 * (1 - ((x - 50) / (cheek * 0.9)) ** 2)) for x, y in top]
    pen.paint([top[0], *top[::3], top[-1], *brim[::-3]], dimmer(colour, 0.5))


def _round(cheek: float, above: str, *below: Point) -> list[Point]:
    """An outline round the face from its right half; x counts in half face widths."""
    right = [(50 + x * cheek, y) for x, y in [*points(above), *below]]
    return both_sides(right)[:-1]


def _ring(outer: list[Point], hole: list[Point]) -> list[Point]:
    """One outline for a shape with a hole, joined by a seam at the bottom."""
    start = max(range(len(outer)), key=lambda i: outer[i][1])
    cut = max(range(len(hole)), key=lambda i: hole[i][1])
    around = [*outer[start:], *outer[:start], outer[start]]
    inside = [*hole[cut:], *hole[:cut], hole[cut]][::-1]
    return [around[0], *around, around[-1], inside[0], *inside, inside[-1]]
