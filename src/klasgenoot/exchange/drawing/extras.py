"""What is added to a face: glasses, earrings, freckles and a mole."""

from typing import Final

from klasgenoot.domain.faces import Earrings, Face, Glasses
from klasgenoot.exchange.drawing.colours import CLOTHS, GOLD, SHADOW, WHITE, Skin, brighter, dimmer
from klasgenoot.exchange.drawing.head import EYES, Head, ear_lobe
from klasgenoot.exchange.drawing.paths import moved, oval, points
from klasgenoot.exchange.drawing.pen import Mask, Pen, mixed

# The rim of the right lens about its middle, from the nose over the top.
_LENSES: Final[dict[Glasses, str]] = {
    Glasses.ROUND: "-6.7 0.4, -4.7 -4.3, 0 -6.2, 4.7 -4.3, 6.7 0.4, 4.7 5.1, 0 7, -4.7 5.1",
    Glasses.SQUARE: (
        "-6.6 -3.8, -5.4 -4.9, 0 -5.2, 5.6 -4.9, 6.9 -3.6, 6.7 1, 6 4.6, 4.6 5.6, 0 5.8, "
        "-4.6 5.6, -5.9 4.4, -6.5 1"
    ),
    Glasses.HALF_RIM: (
        "-6.6 -3.2, -5.2 -4.2, 0 -4.5, 5.6 -4.2, 7 -3, 6.6 1.6, 4.4 4.6, 0 5.4, -4.4 4.6, -6.3 1.4"
    ),
    Glasses.CAT_EYE: (
        "-6.4 -2.6, -4.6 -4, 1 -4.9, 6 -6.2, 8.4 -6.6!, 7.6 -2, 5.8 3.2, 1 5.4, -4.2 4.2, -6.2 0.8"
    ),
}


def draw_glasses(pen: Pen, face: Face, head: Head) -> None:
    """A frame with a hint of glass in it."""
    if face.glasses is Glasses.NONE:
        return
    colour = CLOTHS[face.frame]
    x, gap = head.middle(1.9), max(8.9, head.eye_gap + 0.2)
    for side in (-1, 1):
        at = (x + side * gap, EYES + 0.2)
        rim = moved(points(_LENSES[face.glasses]), by=at, scale=(side, 1))
        glass = pen.mask(rim)
        pen.shade(rim, WHITE, within=glass, strength=0.10)
        gleam = moved(points("-3.6 5, 2 -6, 4.4 -6, -1.2 5.4"), by=at)
        pen.shade(gleam, WHITE, within=glass, strength=0.14)
        ear = 50 + side * (head.cheek + 1.4 - side * head.turn)
        arm = [(at[0] + side * 6.2, EYES - 2.6), (ear, EYES - 2.2)]
        pen.stroke(arm, dimmer(colour, 0.3), 1.1, ends=(1, 0.8))
        if face.glasses is Glasses.HALF_RIM:
            pen.stroke(rim, brighter(colour, 0.55), 0.32, closed=True)
            pen.stroke(rim[:6], colour, 1.7, ends=(0.5, 0.5))
        else:
            pen.stroke(rim, colour, 1.25, closed=True)
    bridge = [(x - gap + 6.3, EYES - 1.4), (x, EYES - 2.6), (x + gap - 6.3, EYES - 1.4)]
    pen.stroke(bridge, colour, 1.2, ends=(1, 1))


def draw_earrings(pen: Pen, face: Face, head: Head) -> None:
    """Studs, hoops or drops at both ears."""
    for side in (-1, 1):
        x, y = ear_lobe(head, side)
        if face.earrings is Earrings.STUDS:
            pen.disc((x, y - 0.4), (0.95, 0.95), GOLD)
            pen.disc((x - 0.25, y - 0.65), (0.35, 0.35), WHITE)
        elif face.earrings is Earrings.HOOPS:
            pen.stroke(oval((x + side * 0.2, y + 3.2), (2.7, 3.4)), GOLD, 0.75, closed=True)
        elif face.earrings is Earrings.DROPS:
            pen.stroke([(x, y), (x, y + 2.4)], GOLD, 0.5, ends=(1, 1))
            drop = points("0 1.8, 1.3 4.8, 0 6.2, -1.3 4.8")
            pen.paint(moved(drop, by=(x, y)), CLOTHS[face.cloth])


_FRECKLES: Final = (
    "-14 6.8, -12.6 9, -11.2 6.6, -9.8 10.4, -9 8.2, -7 6.4, -6 9, -3.6 6.2, -1.2 5, 0.4 2.6, "
    "1.6 6, 3.8 6.8, 6.2 8.8, 7.4 6.2, 9.4 8.6, 10.2 10.8, 11.4 6.8, 12.4 9.4, 14 7.2"
)


def draw_marks(pen: Pen, face: Face, head: Head, skin: Skin, inside: Mask) -> None:
    """Freckles and a mole, beneath everything else on the face."""
    x = head.middle(1.6)
    if face.freckles:
        tone = mixed(skin.shade, skin.line, 0.55)
        for i, spot in enumerate(moved(points(_FRECKLES), by=(x, EYES))):
            size = (0.36, 0.48, 0.41)[i % 3]
            pen.shade(oval(spot, (size, size)), tone, within=inside, strength=0.8)
    if face.mole:
        pen.disc((x + 8.6, head.mouth - 4.2), (0.72, 0.72), mixed(skin.line, SHADOW, 0.5))
