"""What makes a face look at you: eyes, brows, nose and mouth."""

from dataclasses import replace
from typing import Final

from klasgenoot.domain.faces import Beard, Brows, Eyes, Face, Mouth, Nose
from klasgenoot.exchange.drawing.colours import (
    EYE_WHITE,
    HAIRS,
    IRISES,
    LASH,
    MOUTH_INSIDE,
    TEETH,
    WHITE,
    Skin,
)
from klasgenoot.exchange.drawing.head import BROWS, EYES, Head
from klasgenoot.exchange.drawing.paths import Path, Point, moved, oval
from klasgenoot.exchange.drawing.pen import Mask, Pen, mixed

# Half width, rise of the upper lid, fall of the lower lid, lift of the outer corner,
# height of the crease above the lid (0 for none).
_EYES: Final[dict[Eyes, tuple[float, float, float, float, float]]] = {
    Eyes.ALMOND: (4.2, 2.5, 1.7, 0.5, 1.25),
    Eyes.ROUND: (4.0, 3.0, 2.2, 0.1, 1.2),
    Eyes.NARROW: (4.3, 1.95, 1.45, 0.35, 0.0),
    Eyes.HOODED: (4.2, 2.1, 1.7, -0.1, 0.55),
    Eyes.UPTURNED: (4.3, 2.35, 1.6, 1.35, 1.2),
    Eyes.DOWNTURNED: (4.2, 2.5, 1.75, -0.8, 1.3),
}


SIZE: Final = 1.12
"""How much larger than life the eyes are: faces are learned at 96 px too."""


def draw_eyes(pen: Pen, face: Face, head: Head, skin: Skin) -> None:
    """Both eyes, a little nearer on the side the head turns to."""
    for side in (-1, 1):
        near = 1 - 0.06 * side * head.turn
        at = (head.features(1.7) + side * head.eye_gap, EYES)
        _draw_eye(pen, face, skin, at, (side * near * SIZE, SIZE))


def _draw_eye(pen: Pen, face: Face, skin: Skin, at: Point, scale: Point) -> None:
    """One eye, described with its outer corner to the right."""
    wide, up, down, lift, crease = _EYES[face.eyes]

    def here(path: Path) -> list[Point]:
        return moved(path, by=at, scale=scale)

    inner, outer = (-wide, 0.75), (wide, -lift)
    upper = [(-wide * 0.5, -up * 0.72), (0.3, -up), (wide * 0.62, -up * 0.72 - lift * 0.5)]
    lower = [(wide * 0.55, down * 0.72 - lift * 0.4), (0.0, down), (-wide * 0.55, down * 0.86)]
    outline = here([inner, inner, *upper, outer, outer, *lower])
    pen.paint(outline, EYE_WHITE)
    inside = pen.mask(outline)
    # the iris looks straight ahead, whatever the head does
    x, y = at[0], at[1] - 0.35
    iris = IRISES[face.eye_colour]
    pen.shade(oval((x, y), (2.75, 2.8)), mixed(iris, LASH, 0.55), within=inside)
    pen.shade(oval((x, y), (2.4, 2.45)), iris, within=inside)
    pen.shade(oval((x, y + 0.9), (1.5, 1.0)), mixed(iris, WHITE, 0.25), within=inside, strength=0.7)
    pen.shade(oval((x, y), (1.2, 1.25)), mixed(iris, LASH, 0.92), within=inside)
    # the shadow of the upper lid on the ball
    lid_shadow = here(
        [
            (-wide, -up - 2),
            (wide, -up - 2 - lift),
            (wide, -lift + 0.2),
            *reversed([(a, b + 0.75) for a, b in upper]),
            (-wide, 0.8),
        ]
    )
    pen.shade(lid_shadow, mixed(skin.line, LASH, 0.4), within=inside, strength=0.30)
    pen.disc((x - 0.85, y - 0.95), (0.62, 0.62), WHITE)
    rim = mixed(LASH, skin.line, 0.18)
    pen.stroke(here([inner, *upper, outer]), rim, 1.05, ends=(0.45, 0.6))
    if face.lashes:
        root = (wide * 0.6, -up * 0.72 - lift * 0.5)
        tip = (wide + 1.3, -lift - 0.95)
        pen.paint(
            here(
                [
                    root,
                    root,
                    (wide * 0.92, -lift - 0.95),
                    tip,
                    tip,
                    (wide + 0.5, -lift - 0.1),
                    outer,
                ]
            ),
            rim,
        )
    pen.stroke(here([outer, *lower[:2]]), mixed(skin.shade, skin.line, 0.65), 0.42, ends=(0.9, 0.1))
    if crease:
        fold = [(a, b - crease) for a, b in upper]
        fold = [
            (-wide * 0.86, -up * 0.2 - crease * 0.7),
            *fold,
            (wide * 1.02, -lift - crease * 0.9),
        ]
        pen.stroke(here(fold), mixed(skin.shade, skin.line, 0.45), 0.5, ends=(0.1, 0.2))


# From the inner end to the outer: x, y (up is negative); then the thickness.
_BROWS: Final[dict[Brows, tuple[tuple[Point, ...], float]]] = {
    Brows.SOFT: (((-4.6, 0.6), (-1.0, -0.7), (2.4, -0.9), (5.2, 0.7)), 1.75),
    Brows.STRAIGHT: (((-4.7, 0.3), (-1.0, -0.1), (2.6, -0.2), (5.3, 0.5)), 1.9),
    Brows.ARCHED: (((-4.4, -0.3), (-0.9, -1.3), (2.2, -1.9), (5.5, 0.4)), 1.55),
    Brows.THICK: (((-5.0, 0.5), (-1.2, -0.6), (2.6, -0.9), (5.6, 0.8)), 2.6),
    Brows.ANGLED: (((-4.6, -0.4), (-0.6, -1.0), (2.8, -1.6), (2.8, -1.6), (5.7, 0.7)), 2.0),
    Brows.FINE: (((-4.3, 0.4), (-0.8, -1.0), (2.3, -1.2), (5.0, 0.3)), 1.15),
}


def draw_brows(pen: Pen, face: Face, head: Head, skin: Skin) -> None:
    """Both eyebrows, a touch darker than light hair and softer than black."""
    path, thick = _BROWS[face.brows]
    hair, deep, _shine = HAIRS[face.hair_colour]
    colour = mixed(mixed(hair, deep, 0.6), skin.line, 0.3)
    for side in (-1, 1):
        at = (head.features(1.6) + side * head.eye_gap, BROWS)
        pen.stroke(moved(path, by=at, scale=(side, 1.0)), colour, thick, ends=(0.62, 0.12))


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
    x, y = head.features(2.7), head.nose + hang
    root = head.features(1.7)
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
        pen.stroke(
            [(root + 1.6, EYES + 0.5), (x + 2.5, EYES + 4.6), (x + 1.9, y - 3.2)],
            line,
            0.55,
            ends=(0, 0),
        )
    under = [
        (x - wide, y - 0.9),
        (x - wide * 0.55, y + 0.55),
        (x, y + 1.25 + 0.25 * hang),
        (x + wide * 0.55, y + 0.55),
        (x + wide, y - 0.9),
        (x + wide * 0.45, y - 0.55),
        (x, y + 0.2),
        (x - wide * 0.45, y - 0.55),
    ]
    pen.shade(under, mixed(skin.shade, skin.line, 0.22), within=inside, strength=0.95, blur=0.2)
    for way in (-1, 1):
        wing = [
            (x + way * wide * 0.92, y - 2.7),
            (x + way * (wide + 0.35), y - 1.2),
            (x + way * wide * 0.72, y + 0.15),
        ]
        pen.stroke(wing, line, 0.62, ends=(0.1, 0.3))
        hole = [
            (x + way * wide * 0.72, y + 0.1),
            (x + way * wide * 0.42, y - 0.25),
            (x + way * wide * 0.18, y + 0.42),
        ]
        pen.stroke(hole, mixed(line, skin.line, 0.8), 0.85, ends=(0.2, 0.3))
    pen.glow((x - 0.7, y - 2.3), (1.9, 2.3), skin.light, within=inside, strength=0.8)


def draw_mouth(pen: Pen, face: Face, head: Head, skin: Skin) -> None:
    """The mouth, in one of its smiles."""
    if not face.lashes:
        skin = replace(skin, lip=mixed(skin.lip, skin.lit, 0.28))
    at = (head.features(2.0), head.mouth)
    if face.mouth in (Mouth.GRIN, Mouth.LAUGH, Mouth.FULL_SMILE):
        _draw_open_mouth(pen, face, skin, at)
    else:
        _draw_closed_mouth(pen, face, skin, at)


# Half width, lift of left and right corner, fullness of upper and lower lip.
_CLOSED: Final[dict[Mouth, tuple[float, float, float, float, float]]] = {
    Mouth.CALM: (5.6, 0.8, 0.8, 1.3, 1.9),
    Mouth.SMILE: (6.6, 1.4, 1.4, 1.2, 1.8),
    Mouth.HALF_SMILE: (6.1, 0.4, 1.7, 1.25, 1.8),
    Mouth.FULL_LIPS: (6.1, 1.3, 1.3, 2.0, 2.8),
}


def _draw_closed_mouth(pen: Pen, face: Face, skin: Skin, at: Point) -> None:
    wide, left, right, upper, lower = _CLOSED[face.mouth]
    dip = 0.5 + 0.2 * max(left, right)

    def here(path: Path) -> list[Point]:
        return moved(path, by=at)

    corner_l, corner_r = (-wide, -left), (wide, -right)
    seam = [(-wide * 0.5, dip * 0.55), (0.0, dip), (wide * 0.5, dip * 0.55)]
    top = [
        (wide * 0.52, -upper * 0.72),
        (1.15, -upper),
        (0.0, -upper * 0.72),
        (-1.15, -upper),
        (-wide * 0.52, -upper * 0.72),
    ]
    bottom = [
        (-wide * 0.55, dip + lower * 0.66),
        (0.0, dip + lower),
        (wide * 0.55, dip + lower * 0.66),
    ]
    pen.paint(
        here([corner_l, corner_l, *seam, corner_r, corner_r, *top]),
        mixed(skin.lip, skin.line, 0.28),
    )
    pen.paint(here([corner_l, corner_l, *bottom, corner_r, corner_r, *reversed(seam)]), skin.lip)
    pen.disc(
        (at[0] - 0.8, at[1] + dip + lower * 0.5),
        (wide * 0.26, lower * 0.2),
        mixed(skin.lip, skin.light, 0.35),
    )
    crease = mixed(skin.line, LASH, 0.35)
    pen.stroke(
        here([(-wide - 0.5, -left - 0.35), corner_l, *seam, corner_r, (wide + 0.5, -right - 0.35)]),
        crease,
        0.62,
        ends=(0.25, 0.25),
    )
    _draw_chin(pen, face, at, dip + lower, skin)


# Half width, lift of the corners, opening, fullness of upper and lower lip.
_OPEN: Final[dict[Mouth, tuple[float, float, float, float, float]]] = {
    Mouth.FULL_SMILE: (6.6, 1.5, 2.4, 1.4, 2.1),
    Mouth.GRIN: (7.5, 1.9, 2.9, 0.9, 1.4),
    Mouth.LAUGH: (7.2, 1.6, 4.4, 1.0, 1.6),
}


def _draw_open_mouth(pen: Pen, face: Face, skin: Skin, at: Point) -> None:
    wide, lift, gape, upper, lower = _OPEN[face.mouth]

    def here(path: Path) -> list[Point]:
        return moved(path, by=(at[0], at[1] - 0.5))

    left, right = (-wide, -lift), (wide, -lift)
    top = [(-wide * 0.55, -0.35), (0.0, 0.15), (wide * 0.55, -0.35)]
    floor = [
        (wide * 0.78, gape * 0.3),
        (wide * 0.46, gape * 0.84),
        (0.0, gape),
        (-wide * 0.46, gape * 0.84),
        (-wide * 0.78, gape * 0.3),
    ]
    lip_top = [
        (wide * 0.55, -upper - 0.5),
        (1.2, -upper - 0.2),
        (0.0, -upper * 0.8),
        (-1.2, -upper - 0.2),
        (-wide * 0.55, -upper - 0.5),
    ]
    full = gape + lower
    lip_low = [
        (wide * 0.82, full * 0.34),
        (wide * 0.48, full * 0.86),
        (0.0, full),
        (-wide * 0.48, full * 0.86),
        (-wide * 0.82, full * 0.34),
    ]
    pen.paint(here([left, left, *top, right, right, *lip_top]), mixed(skin.lip, skin.line, 0.28))
    pen.paint(here([left, left, *reversed(lip_low), right, right, *floor]), skin.lip)
    hole = here([left, left, *top, right, right, *floor])
    pen.paint(hole, MOUTH_INSIDE)
    inside = pen.mask(hole)
    teeth = here(
        [
            (-wide, -lift - 1),
            (wide, -lift - 1),
            (wide * 0.8, min(1.9, gape * 0.42)),
            (0, min(2.5, gape * 0.8)),
            (-wide * 0.8, min(1.9, gape * 0.42)),
        ]
    )
    pen.shade(teeth, TEETH, within=inside)
    if face.mouth is Mouth.LAUGH:
        pen.shade(
            oval((at[0], at[1] + gape), (wide * 0.45, gape * 0.32)),
            mixed(skin.lip, WHITE, 0.12),
            within=inside,
        )
    pen.disc(
        (at[0] - 0.8, at[1] - 0.5 + gape + lower * 0.55),
        (wide * 0.24, lower * 0.18),
        mixed(skin.lip, skin.light, 0.35),
    )
    fold = mixed(skin.shade, skin.line, 0.45)
    for side in (-1, 1):
        pen.stroke(
            here(
                [
                    (side * (wide + 0.2), -lift - 0.9),
                    (side * (wide + 0.8), -lift + 0.2),
                    (side * (wide + 0.3), -lift + 1.1),
                ]
            ),
            fold,
            0.6,
            ends=(0.1, 0.1),
        )
    _draw_chin(pen, face, at, gape + lower, skin)


def _draw_chin(pen: Pen, face: Face, at: Point, low: float, skin: Skin) -> None:
    """The hollow between lip and chin, where no beard hides it."""
    if face.beard not in (Beard.NONE, Beard.STUBBLE, Beard.MOUSTACHE):
        return
    pen.stroke(
        [
            (at[0] - 2.4, at[1] + low + 1.9),
            (at[0], at[1] + low + 1.5),
            (at[0] + 2.4, at[1] + low + 1.9),
        ],
        mixed(skin.lit, skin.shade, 0.9),
        0.9,
        ends=(0, 0),
    )
