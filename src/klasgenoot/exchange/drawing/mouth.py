"""The mouth in its smiles, and what grows round it."""

from dataclasses import replace
from typing import Final

from klasgenoot.domain.faces import Beard, Face, Mouth
from klasgenoot.exchange.drawing.colours import HAIRS, LASH, MOUTH_INSIDE, TEETH, Skin, brighter
from klasgenoot.exchange.drawing.head import EYES, Head
from klasgenoot.exchange.drawing.paths import Path, Point, both_sides, moved, oval, points
from klasgenoot.exchange.drawing.pen import Colour, Pen, mixed

# Half width, lift of left and right corner, fullness of upper and lower lip.
_CLOSED: Final[dict[Mouth, tuple[float, float, float, float, float]]] = {
    Mouth.CALM: (5.6, 0.8, 0.8, 1.3, 1.9),
    Mouth.SMILE: (6.6, 1.4, 1.4, 1.2, 1.8),
    Mouth.HALF_SMILE: (6.1, 0.4, 1.7, 1.25, 1.8),
    Mouth.FULL_LIPS: (6.1, 1.3, 1.3, 2.0, 2.8),
}
# Half width, lift of the corners, opening, fullness of upper and lower lip.
_OPEN: Final[dict[Mouth, tuple[float, float, float, float, float]]] = {
    Mouth.FULL_SMILE: (6.6, 1.5, 2.4, 1.4, 2.1),
    Mouth.GRIN: (7.5, 1.9, 2.9, 0.9, 1.4),
    Mouth.LAUGH: (7.2, 1.6, 4.4, 1.0, 1.6),
}
_UPPER_LIP: Final = "0.54 -0.75, 0.18 -1, 0 -0.75, -0.18 -1, -0.54 -0.75"


def draw_mouth(pen: Pen, face: Face, head: Head, skin: Skin) -> None:
    """The mouth, in one of its smiles; lips without make-up are nearer to the skin."""
    if not face.lashes:
        skin = replace(skin, lip=mixed(skin.lip, skin.lit, 0.28))
    at = (head.middle(2.0), head.mouth)
    if face.mouth in _OPEN:
        below = _draw_open_mouth(pen, face, skin, at)
    else:
        below = _draw_closed_mouth(pen, face, skin, at)
    if face.beard in (Beard.NONE, Beard.STUBBLE, Beard.MOUSTACHE):
        hollow = moved(points("-2.4 0.4, 0 0, 2.4 0.4"), by=(at[0], at[1] + below + 1.5))
        pen.stroke(hollow, mixed(skin.lit, skin.shade, 0.9), 0.9, ends=(0, 0))


def _draw_closed_mouth(pen: Pen, face: Face, skin: Skin, at: Point) -> float:
    """Lips together; returns how far below `at` they reach."""
    wide, left, right, upper, lower = _CLOSED[face.mouth]
    dip = 0.5 + 0.2 * max(left, right)

    def here(path: Path) -> list[Point]:
        return moved(path, by=at)

    corner_l, corner_r = (-wide, -left), (wide, -right)
    seam = [(-wide * 0.5, dip * 0.55), (0.0, dip), (wide * 0.5, dip * 0.55)]
    top = moved(points(_UPPER_LIP), by=(0, 0), scale=(wide, upper))
    low = dip + lower * 0.66
    bottom = [(-wide * 0.55, low), (0.0, dip + lower), (wide * 0.55, low)]
    upper_lip = [corner_l, corner_l, *seam, corner_r, corner_r, *top]
    lower_lip = [corner_l, corner_l, *bottom, corner_r, corner_r, *seam[::-1]]
    pen.paint(here(upper_lip), mixed(skin.lip, skin.line, 0.28))
    pen.paint(here(lower_lip), skin.lip)
    _draw_gloss(pen, skin, (at[0], at[1] + dip + lower * 0.5), (wide * 0.26, lower * 0.2))
    ends = (-wide - 0.5, -left - 0.35), (wide + 0.5, -right - 0.35)
    line = [ends[0], corner_l, *seam, corner_r, ends[1]]
    pen.stroke(here(line), mixed(skin.line, LASH, 0.35), 0.62, ends=(0.25, 0.25))
    return dip + lower


def _draw_open_mouth(pen: Pen, face: Face, skin: Skin, at: Point) -> float:
    """A smile that shows the teeth; returns how far below `at` it reaches."""
    wide, lift, gape, upper, lower = _OPEN[face.mouth]

    def here(path: Path) -> list[Point]:
        return moved(path, by=(at[0], at[1] - 0.5))

    full = gape + lower
    left, right = (-wide, -lift), (wide, -lift)
    edge = [(-wide * 0.55, -0.35), (0.0, 0.15), (wide * 0.55, -0.35)]
    top = moved(points(_UPPER_LIP), by=(0, -0.3), scale=(wide, upper))
    bowl = points("0.8 0.32, 0.47 0.85, 0 1, -0.47 0.85, -0.8 0.32")
    floor = moved(bowl, by=(0, 0), scale=(wide * 0.98, gape))
    bottom = moved(bowl, by=(0, 0), scale=(wide * 1.02, full))
    upper_lip = [left, left, *edge, right, right, *top]
    lower_lip = [left, left, *bottom[::-1], right, right, *floor]
    pen.paint(here(upper_lip), mixed(skin.lip, skin.line, 0.28))
    pen.paint(here(lower_lip), skin.lip)
    hole = here([left, left, *edge, right, right, *floor])
    pen.paint(hole, MOUTH_INSIDE)
    inside = pen.mask(hole)
    side, middle = min(1.9, gape * 0.42), min(2.5, gape * 0.8)
    teeth = [
        (-wide, -lift - 1),
        (wide, -lift - 1),
        (wide * 0.8, side),
        (0.0, middle),
        (-wide * 0.8, side),
    ]
    pen.shade(here(teeth), TEETH, within=inside)
    if face.mouth is Mouth.LAUGH:
        tongue = oval((at[0], at[1] + gape), (wide * 0.45, gape * 0.32))
        pen.shade(tongue, brighter(skin.lip, 0.12), within=inside)
    _draw_gloss(pen, skin, (at[0], at[1] - 0.5 + gape + lower * 0.55), (wide * 0.24, lower * 0.18))
    for way in (-1, 1):
        fold = moved(points("0.2 -0.9, 0.8 0.2, 0.3 1.1"), by=(way * wide, -lift), scale=(way, 1))
        pen.stroke(here(fold), mixed(skin.shade, skin.line, 0.45), 0.6, ends=(0.1, 0.1))
    return full


def _draw_gloss(pen: Pen, skin: Skin, at: Point, radii: Point) -> None:
    """The light on the lower lip."""
    pen.disc((at[0] - 0.8, at[1]), radii, mixed(skin.lip, skin.light, 0.35))


_GROWN: Final = {Beard.STUBBLE: 0.0, Beard.SHORT: 1.1, Beard.FULL: 4.6}
"""How far below the chin a beard reaches."""


def draw_beard(pen: Pen, face: Face, head: Head, skin: Skin) -> None:
    """Beard and moustache, drawn before the mouth."""
    plain, deep, shine = HAIRS[face.hair_colour]
    colour = mixed(mixed(plain, deep, 0.35), skin.shade, 0.12)
    if face.beard is Beard.STUBBLE:
        short = mixed(colour, skin.shade, 0.1)
        chin = pen.mask(head.outline)
        pen.shade(_jaw_beard(face, head), short, within=chin, strength=0.5, blur=0.8)
        return
    if face.beard in _GROWN:
        path = _jaw_beard(face, head)
        pen.paint(path, colour)
        far = [(54, head.chin - 16), (80, 50), (80, 100), (46, 100), (52, head.chin - 2)]
        pen.shade(far, deep, within=pen.mask(path), strength=0.55, blur=1.6)
        for step, drop in ((-0.4, 0), (-0.2, 1.4), (0, 1.4), (0.2, 1.4), (0.4, 0)):
            at = (50 + step * head.jaw, head.mouth + 5.6 + drop)
            pen.stroke(moved(points("0 0, 0.5 1.8, 0.6 3.2"), by=at), shine, 0.5, ends=(0, 0))
    if face.beard is Beard.GOATEE:
        _draw_goatee(pen, head, colour)
    if face.beard is not Beard.NONE:
        _draw_moustache(pen, face, head, colour, shine)


def _jaw_beard(face: Face, head: Head) -> list[Point]:
    """The outline of a beard from ear to ear; a full one grows higher on the cheeks too."""
    low, mouth, grown, full = head.chin, head.mouth, _GROWN[face.beard], face.beard is Beard.FULL
    right = [
        (50.0, mouth - 3.4),
        (54.2, mouth - 3.9),
        (58.0, mouth - 2.6),
        (60.6, mouth + (-1.6 if full else -0.8)),
        (50 + head.cheek * 0.76, EYES + (10.6 if full else 11.8)),
        (50 + head.cheek * 0.93, EYES + 4.0),
        (50 + head.cheek + 0.2, EYES - 1.0),
        (50 + head.cheek + 0.5 + grown * 0.12, EYES + 5.0),
        (50 + head.jaw + 0.5 + grown * 0.34, low - 13.0),
        (50 + (head.jaw + head.chin_width) * 0.51 + 0.3 + grown * 0.42, low - 6.0 + grown * 0.35),
        (50 + head.chin_width * 0.8 + grown * 0.2, low - 1.4 + grown * 0.9),
        (50.0, low + 0.4 + grown),
    ]
    return both_sides(right)


def _draw_goatee(pen: Pen, head: Head, colour: Colour) -> None:
    x, mouth, low = head.middle(1.0), head.mouth, head.chin
    right = [
        (x, mouth + 4.2),
        (x + 4.0, mouth + 4.6),
        (x + 6.4, mouth + 3.2),
        (x + 6.8, low - 5.0),
        (x + 4.0, low - 0.4),
        (x, low + 1.2),
    ]
    pen.paint(both_sides(right, about=x), colour)
    for way in (-1, 1):
        frame = moved(points("7.2 -3, 8.4 0.6, 6.4 4.6"), by=(x, mouth), scale=(way, 1))
        pen.stroke(frame, colour, 1.8, ends=(0.7, 0.9))


def _draw_moustache(pen: Pen, face: Face, head: Head, colour: Colour, shine: Colour) -> None:
    at = (head.middle(1.9), head.mouth)
    bushy = 1.2 if face.beard is Beard.MOUSTACHE else 1.0
    half = points("0 -4.4, 2.6 -4.9, 6.2 -3.6, 8.6 -0.4, 8.8 0.9!, 6.2 -0.7, 2.8 -1.2, 0 -1.5")
    pen.paint(moved(both_sides(half, about=0), by=at, scale=(1, bushy)), colour)
    for way in (-1, 1):
        for hair in (
            "1.8 -4, 2.2 -2.9, 3.1 -1.6",
            "3.5 -4, 4.4 -2.9, 5.3 -1.6",
            "5 -4, 6.2 -2.9, 7.1 -1.6",
        ):
            pen.stroke(moved(points(hair), by=at, scale=(way, 1)), shine, 0.4, ends=(0, 0))
