"""What makes a face look at you: eyes, brows and nose."""

from typing import Final

from klasgenoot.domain.faces import Brows, Eyes, Face, Nose
from klasgenoot.exchange.drawing.colours import (
    EYE_WHITE,
    HAIRS,
    IRISES,
    LASH,
    WHITE,
    Skin,
    brighter,
)
from klasgenoot.exchange.drawing.head import BROWS, EYES, Head
from klasgenoot.exchange.drawing.paths import Path, Point, moved, oval, points
from klasgenoot.exchange.drawing.pen import Mask, Pen, mixed

SIZE: Final = 1.12
"""How much larger than life the eyes are: faces are learned at 96 px too."""

# Half width, rise of the upper lid, fall of the lower lid, lift of the outer corner, and height of
# the crease above the lid (0 for none).
_EYES: Final[dict[Eyes, tuple[float, float, float, float, float]]] = {
    Eyes.ALMOND: (4.2, 2.5, 1.7, 0.5, 1.25),
    Eyes.ROUND: (4.0, 3.0, 2.2, 0.1, 1.2),
    Eyes.NARROW: (4.3, 1.95, 1.45, 0.35, 0.0),
    Eyes.HOODED: (4.2, 2.1, 1.7, -0.1, 0.55),
    Eyes.UPTURNED: (4.3, 2.35, 1.6, 1.35, 1.2),
    Eyes.DOWNTURNED: (4.2, 2.5, 1.75, -0.8, 1.3),
}


def draw_eyes(pen: Pen, face: Face, head: Head, skin: Skin) -> None:
    """Both eyes, a little wider on the side the head turns away from."""
    for side in (-1, 1):
        near = 1 - 0.06 * side * head.turn
        at = (head.middle(1.7) + side * head.eye_gap, EYES)
        _draw_eye(pen, face, skin, at, (side * near * SIZE, SIZE))


def _draw_eye(pen: Pen, face: Face, skin: Skin, at: Point, scale: Point) -> None:
    """One eye, described with its outer corner to the right."""
    wide, up, down, lift, crease = _EYES[face.eyes]

    def here(path: Path) -> list[Point]:
        return moved(path, by=at, scale=scale)

    inner, outer = (-wide, 0.75), (wide, -lift)
    upper = [(-wide * 0.5, -up * 0.72), (0.3, -up), (wide * 0.62, -up * 0.72 - lift * 0.5)]
    lower = [(wide * 0.55, down * 0.72 - lift * 0.4), (0.0, down), (-wide * 0.55, down * 0.86)]
    ball = here([inner, inner, *upper, outer, outer, *lower])
    pen.paint(ball, EYE_WHITE)
    inside = pen.mask(ball)

    # the iris looks straight ahead, whatever the head does
    x, y = at[0], at[1] - 0.35
    iris = IRISES[face.eye_colour]
    pen.shade(oval((x, y), (2.75, 2.8)), mixed(iris, LASH, 0.55), within=inside)
    pen.shade(oval((x, y), (2.4, 2.45)), iris, within=inside)
    pen.shade(oval((x, y + 0.9), (1.5, 1.0)), brighter(iris, 0.25), within=inside, strength=0.7)
    pen.shade(oval((x, y), (1.2, 1.25)), mixed(iris, LASH, 0.92), within=inside)
    lid = [(-wide, -up - 2), (wide, -up - 2 - lift), (wide, 0.2 - lift), *upper[::-1], (-wide, 0.8)]
    lid[3:6] = [(a, b + 0.75) for a, b in lid[3:6]]
    pen.shade(here(lid), mixed(skin.line, LASH, 0.4), within=inside, strength=0.3)
    pen.disc((x - 0.85, y - 0.95), (0.62, 0.62), WHITE)

    rim = mixed(LASH, skin.line, 0.18)
    pen.stroke(here([inner, *upper, outer]), rim, 1.05, ends=(0.45, 0.6))
    if face.lashes:
        root, tip = (wide * 0.6, -up * 0.72 - lift * 0.5), (wide + 1.3, -lift - 0.95)
        back = [(wide + 0.5, -lift - 0.1), outer]
        pen.paint(here([root, root, (wide * 0.92, -lift - 0.95), tip, tip, *back]), rim)
    pen.stroke(here([outer, *lower[:2]]), mixed(skin.shade, skin.line, 0.65), 0.42, ends=(0.9, 0.1))
    if crease:
        start = (-wide * 0.86, -up * 0.2 - crease * 0.7)
        end = (wide * 1.02, -lift - crease * 0.9)
        fold = [start, *moved(upper, by=(0, -crease)), end]
        pen.stroke(here(fold), mixed(skin.shade, skin.line, 0.45), 0.5, ends=(0.1, 0.2))


# From the inner end to the outer, and the thickness.
_BROWS: Final[dict[Brows, tuple[str, float]]] = {
    Brows.SOFT: ("-4.6 0.6, -1 -0.7, 2.4 -0.9, 5.2 0.7", 1.75),
    Brows.STRAIGHT: ("-4.7 0.3, -1 -0.1, 2.6 -0.2, 5.3 0.5", 1.9),
    Brows.ARCHED: ("-4.4 -0.3, -0.9 -1.3, 2.2 -1.9, 5.5 0.4", 1.55),
    Brows.THICK: ("-5 0.5, -1.2 -0.6, 2.6 -0.9, 5.6 0.8", 2.6),
    Brows.ANGLED: ("-4.6 -0.4, -0.6 -1, 2.8 -1.6!, 5.7 0.7", 2.0),
    Brows.FINE: ("-4.3 0.4, -0.8 -1, 2.3 -1.2, 5 0.3", 1.15),
}


def draw_brows(pen: Pen, face: Face, head: Head, skin: Skin) -> None:
    """Both eyebrows, a touch darker than light hair and softer than black."""
    line, thick = _BROWS[face.brows]
    hair, deep, _shine = HAIRS[face.hair_colour]
    colour = mixed(mixed(hair, deep, 0.6), skin.line, 0.3)
    for side in (-1, 1):
        at = (head.middle(1.6) + side * head.eye_gap, BROWS)
        pen.stroke(moved(points(line), by=at, scale=(side, 1)), colour, thick, ends=(0.62, 0.12))


# Half width at the wings, how low the tip hangs, how strongly the bridge shows.
_NOSES: Final[dict[Nose, tuple[float, float, float]]] = {
    Nose.STRAIGHT: (3.3, 0.0, 0.55),
    Nose.BUTTON: (3.2, -0.9, 0.15),
    Nose.BROAD: (4.7, 0.0, 0.3),
    Nose.LONG: (3.3, 1.3, 0.7),
    Nose.HOOKED: (3.6, 1.0, 0.95),
    Nose.POINTED: (2.7, 0.3, 0.6),
}


def draw_nose(pen: Pen, face: Face, head: Head, skin: Skin, inside: Mask) -> None:
    """The nose: its lit tip, its shaded side, its wings and nostrils."""
    wide, hang, bridge = _NOSES[face.nose]
    x, y = head.middle(2.7), head.nose + hang
    root = head.middle(1.7)
    line = mixed(skin.shade, skin.line, 0.6)
    side = [
        (root + 2.1, EYES - 5.5),
        (root + 1.5, EYES),
        (x + 1.5 + bridge, y - 5.5),
        (x + wide * 0.7, y - 2.2),
        (x + wide + 1.0, y + 0.4),
        (x + wide + 0.9, y - 3.0),
        (root + 3.6, EYES + 1.5),
        (root + 3.6, EYES - 4.5),
    ]
    pen.shade(side, skin.shade, within=inside, strength=0.35 + 0.4 * bridge, blur=0.55)
    if face.nose is Nose.HOOKED:
        hook = [(root + 1.6, EYES + 0.5), (x + 2.5, EYES + 4.6), (x + 1.9, y - 3.2)]
        pen.stroke(hook, line, 0.55, ends=(0, 0))
    below = points("-1 -0.9, -0.55 0.55, 0 1.4, 0.55 0.55, 1 -0.9, 0.45 -0.55, 0 0.2, -0.45 -0.55")
    below = moved(below, by=(x, y), scale=(wide, 1))
    pen.shade(below, mixed(skin.shade, skin.line, 0.22), within=inside, strength=0.95, blur=0.2)
    for way in (-wide, wide):
        wing = moved(points("0.92 -2.7, 1.1 -1.2, 0.72 0.15"), by=(x, y), scale=(way, 1))
        pen.stroke(wing, line, 0.62, ends=(0.1, 0.3))
        hole = moved(points("0.72 0.1, 0.42 -0.25, 0.18 0.42"), by=(x, y), scale=(way, 1))
        pen.stroke(hole, mixed(line, skin.line, 0.8), 0.85, ends=(0.2, 0.3))
    pen.glow((x - 0.7, y - 2.3), (1.9, 2.3), skin.light, within=inside, strength=0.8)
