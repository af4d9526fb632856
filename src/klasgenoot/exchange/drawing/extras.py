"""What is added to a face: beard, glasses, earrings, freckles and a mole."""

from typing import Final

from klasgenoot.domain.faces import Beard, Earrings, Face, Glasses
from klasgenoot.exchange.drawing.colours import CLOTHS, GOLD, HAIRS, SHADOW, WHITE, Skin
from klasgenoot.exchange.drawing.head import EYES, Head, ear_lobe
from klasgenoot.exchange.drawing.paths import Point, both_sides, moved, oval, points
from klasgenoot.exchange.drawing.pen import Mask, Pen, mixed


def draw_beard(pen: Pen, face: Face, head: Head, skin: Skin) -> None:
    """Beard and moustache, drawn before the mouth."""
    if face.beard is Beard.NONE:
        return
    plain, deep, shine = HAIRS[face.hair_colour]
    colour = mixed(mixed(plain, deep, 0.35), skin.shade, 0.12)
    x, mouth = head.features(1.0), head.mouth
    if face.beard in (Beard.STUBBLE, Beard.SHORT, Beard.FULL):
        grown = {Beard.STUBBLE: 0.0, Beard.SHORT: 1.1, Beard.FULL: 4.6}[face.beard]
        path = _jaw_beard(head, grown=grown, high=face.beard is Beard.FULL)
        shape = pen.mask(path)
        if face.beard is Beard.STUBBLE:
            pen.shade(
                path,
                mixed(colour, skin.shade, 0.1),
                within=pen.mask(head.outline),
                strength=0.5,
                blur=0.8,
            )
            return
        pen.shade(path, colour, within=shape, strength=0.96)
        pen.shade(
            [(54, head.chin - 16), (80, 50), (80, 100), (46, 100), (52, head.chin - 2)],
            deep,
            within=shape,
            strength=0.55,
            blur=1.6,
        )
        for i in range(-3, 4):
            hx = 50 + i * head.jaw * 0.2
            top = mouth + 5.4 + (1.6 if abs(i) < 2 else 0.2)  # noqa: PLR2004
            pen.stroke(
                [(hx, top), (hx * 0.99 + 0.55, top + 1.8), (hx * 0.985 + 0.75, top + 3.2)],
                shine,
                0.5,
                ends=(0, 0),
            )
    if face.beard is Beard.GOATEE:
        chin = [
            (x - 6.4, mouth + 3.2),
            (x - 4.0, mouth + 4.6),
            (x, mouth + 4.2),
            (x + 4.0, mouth + 4.6),
            (x + 6.4, mouth + 3.2),
            (x + 6.8, head.chin - 5.0),
            (x + 4.0, head.chin - 0.4),
            (x, head.chin + 1.2),
            (x - 4.0, head.chin - 0.4),
            (x - 6.8, head.chin - 5.0),
        ]
        pen.paint(chin, colour)
        for side in (-1, 1):
            pen.stroke(
                [
                    (x + side * 7.2, mouth - 3.0),
                    (x + side * 8.4, mouth + 0.6),
                    (x + side * 6.4, mouth + 4.6),
                ],
                colour,
                1.8,
                ends=(0.7, 0.9),
            )
    _draw_moustache(pen, face, head, colour, shine)


def _draw_moustache(
    pen: Pen, face: Face, head: Head, colour: tuple[int, int, int], shine: tuple[int, int, int]
) -> None:
    x, y = head.features(1.9), head.mouth
    bushy = 1.25 if face.beard is Beard.MOUSTACHE else 1.0
    half: list[Point] = [
        (0.0, -4.4),
        (2.6, -4.9 * bushy),
        (6.2, -3.6 * bushy),
        (8.6, -0.4),
        (8.8, 0.9),
        (8.8, 0.9),
        (6.2, -0.7),
        (2.8, -1.2),
        (0.0, -1.5),
    ]
    pen.paint(moved(both_sides(half, about=0.0), by=(x, y)), colour)
    for side in (-1, 1):
        for reach in (2.2, 4.4, 6.2):
            pen.stroke(
                moved(
                    [
                        (side * reach * 0.8, -4.0),
                        (side * reach, -2.9),
                        (side * (reach + 0.9), -1.6),
                    ],
                    by=(x, y),
                ),
                shine,
                0.4,
                ends=(0, 0),
            )


def _jaw_beard(head: Head, *, grown: float, high: bool) -> list[Point]:
    """The outline of a beard from ear to ear with its moustache left open for the lip above."""
    low, mouth = head.chin, head.mouth
    right: list[Point] = [
        (50.0, mouth - 3.4),
        (50 + 4.2, mouth - 3.9),
        (50 + 8.0, mouth - 2.6),
        (50 + 10.6, mouth + (-1.6 if high else -0.8)),
        (50 + head.cheek * 0.76, EYES + (10.6 if high else 11.8)),
        (50 + head.cheek * 0.93, EYES + 4.0),
        (50 + head.cheek + 0.2, EYES - 1.0),
        (50 + head.cheek + 0.5 + grown * 0.12, EYES + 5.0),
        (50 + head.jaw + 0.5 + grown * 0.34, low - 13.0),
        (50 + (head.jaw + head.chin_width) * 0.51 + 0.3 + grown * 0.42, low - 6.0 + grown * 0.35),
        (50 + head.chin_width * 0.8 + grown * 0.2, low - 1.4 + grown * 0.9),
        (50.0, low + 0.4 + grown),
    ]
    return both_sides(right)


# The right half of a lens about its middle, inner side first, going over the top.
_LENSES: Final[dict[Glasses, tuple[Point, ...]]] = {
    Glasses.ROUND: tuple(oval((0.0, 0.4), (6.7, 6.6))),
    Glasses.SQUARE: (
        (-6.6, -3.8),
        (-5.4, -4.9),
        (0.0, -5.2),
        (5.6, -4.9),
        (6.9, -3.6),
        (6.7, 1.0),
        (6.0, 4.6),
        (4.6, 5.6),
        (0.0, 5.8),
        (-4.6, 5.6),
        (-5.9, 4.4),
        (-6.5, 1.0),
    ),
    Glasses.HALF_RIM: (
        (-6.6, -3.2),
        (-5.2, -4.2),
        (0.0, -4.5),
        (5.6, -4.2),
        (7.0, -3.0),
        (6.6, 1.6),
        (4.4, 4.6),
        (0.0, 5.4),
        (-4.4, 4.6),
        (-6.3, 1.4),
    ),
    Glasses.CAT_EYE: (
        (-6.4, -2.6),
        (-4.6, -4.0),
        (1.0, -4.9),
        (6.0, -6.2),
        (8.4, -6.6),
        (8.4, -6.6),
        (7.6, -2.0),
        (5.8, 3.2),
        (1.0, 5.4),
        (-4.2, 4.2),
        (-6.2, 0.8),
    ),
}


def draw_glasses(pen: Pen, face: Face, head: Head) -> None:
    """A frame with a hint of glass in it."""
    if face.glasses is Glasses.NONE:
        return
    colour = CLOTHS[face.frame]
    lens = _LENSES[face.glasses]
    x = head.features(1.9)
    gap = max(8.9, head.eye_gap + 0.2)
    for side in (-1, 1):
        at = (x + side * gap, EYES + 0.2)
        outline = moved(lens, by=at, scale=(side, 1.0))
        glass = pen.mask(outline)
        pen.shade(outline, WHITE, within=glass, strength=0.10)
        gleam: list[Point] = points("-4.6 5, 1 -6, 3.4 -6, -2.2 5.4")
        pen.shade(moved(gleam, by=(at[0] + 1.0, at[1])), WHITE, within=glass, strength=0.14)
        arm = [
            (at[0] + side * 6.2, EYES - 2.6),
            (50 + side * (head.cheek + 1.4 - side * head.turn), EYES - 2.2),
        ]
        pen.stroke(arm, mixed(colour, SHADOW, 0.3), 1.1, ends=(1.0, 0.8))
        if face.glasses is Glasses.HALF_RIM:
            pen.stroke(outline[:6] if side > 0 else outline[:6], colour, 1.7, ends=(0.5, 0.5))
            pen.stroke(outline, mixed(colour, WHITE, 0.55), 0.32, closed=True)
        else:
            pen.stroke(outline, colour, 1.25, closed=True)
    pen.stroke(
        [(x - gap + 6.3, EYES - 1.4), (x, EYES - 2.6), (x + gap - 6.3, EYES - 1.4)],
        colour,
        1.2,
        ends=(1.0, 1.0),
    )


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
            pen.paint(
                [(x, y + 1.8), (x + 1.3, y + 4.8), (x, y + 6.2), (x - 1.3, y + 4.8)],
                CLOTHS[face.cloth],
            )


_FRECKLES: Final[tuple[tuple[float, float, float], ...]] = (
    (-11.2, 6.6, 0.42),
    (-9.0, 8.2, 0.5),
    (-7.0, 6.4, 0.4),
    (-12.6, 9.0, 0.36),
    (-6.0, 9.0, 0.42),
    (-9.8, 10.4, 0.4),
    (-3.6, 6.2, 0.4),
    (-1.2, 5.0, 0.36),
    (1.6, 6.0, 0.42),
    (3.8, 6.8, 0.38),
    (6.2, 8.8, 0.44),
    (7.4, 6.2, 0.4),
    (9.4, 8.6, 0.5),
    (11.4, 6.8, 0.42),
    (12.4, 9.4, 0.36),
    (10.2, 10.8, 0.4),
    (0.4, 2.6, 0.32),
    (-14.0, 6.8, 0.34),
    (14.0, 7.2, 0.34),
)


def draw_marks(pen: Pen, face: Face, head: Head, skin: Skin, inside: Mask) -> None:
    """Freckles and a mole, beneath everything else on the face."""
    x = head.features(1.6)
    if face.freckles:
        tone = mixed(skin.shade, skin.line, 0.55)
        for dx, dy, size in _FRECKLES:
            pen.shade(oval((x + dx, EYES + dy), (size, size)), tone, within=inside, strength=0.8)
    if face.mole:
        pen.disc((x + 8.6, head.mouth - 4.2), (0.72, 0.72), mixed(skin.line, SHADOW, 0.5))
