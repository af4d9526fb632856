"""The head under the hair: where its parts sit, and the drawing of neck, ears and face."""

from dataclasses import dataclass
from typing import Final

from klasgenoot.domain.faces import Build, Face, FaceShape
from klasgenoot.exchange.drawing.colours import Skin, dimmer
from klasgenoot.exchange.drawing.paths import Path, Point, both_sides, moved, oval, points
from klasgenoot.exchange.drawing.pen import Mask, Pen, mixed

TOP: Final = 25.0
"""The crown of the skull."""
EYES: Final = 55.0
BROWS: Final = 48.6
NECK: Final[Point] = (50.0, 90.0)
"""The point a head leans about."""

# Half widths at temple, cheekbone, jaw and chin, and how low the chin reaches.
_OUTLINES: Final[dict[FaceShape, tuple[float, float, float, float, float]]] = {
    FaceShape.ROUND: (19.2, 20.9, 18.6, 11.4, 81.0),
    FaceShape.OVAL: (18.2, 19.4, 16.0, 9.2, 83.6),
    FaceShape.LONG: (17.0, 18.0, 15.4, 9.2, 86.6),
    FaceShape.SQUARE: (18.5, 19.4, 18.2, 12.6, 83.4),
    FaceShape.HEART: (19.2, 19.8, 15.2, 7.2, 83.4),
    FaceShape.DIAMOND: (17.2, 20.3, 15.8, 7.8, 84.8),
}

NECKS: Final[dict[Build, float]] = {Build.SLIGHT: 7.9, Build.MEDIUM: 9.2, Build.BROAD: 11.2}


@dataclass(frozen=True, slots=True)
class Head:
    """Where the parts of one head sit, in sheet units; half widths count from x = 50."""

    temple: float
    cheek: float
    jaw: float
    chin_width: float
    chin: float
    neck: float
    turn: float
    nose: float
    mouth: float
    eye_gap: float

    @property
    def outline(self) -> list[Point]:
        """The face from the crown round the chin."""
        low = self.chin
        right = [
            (50.0, TOP),
            (50 + self.temple * 0.44, TOP + 1.3),
            (50 + self.temple * 0.77, TOP + 5.8),
            (50 + self.temple * 0.94, TOP + 12.6),
            (50 + self.temple, 46),
            (50 + self.cheek, 57),
            (50 + self.jaw, low - 13.5),
            (50 + (self.jaw + self.chin_width) * 0.51, low - 6.6),
            (50 + self.chin_width * 0.80, low - 1.9),
            (50.0, low),
        ]
        return both_sides(right)[:-1]

    def middle(self, depth: float) -> float:
        """The middle of a feature that stands `depth` units out of the face, as the head turns."""
        return 50 + self.turn * depth


def head_of(face: Face) -> Head:
    """The measures of this face's head."""
    temple, cheek, jaw, chin_width, chin = _OUTLINES[face.shape]
    fuller = face.fullness
    return Head(
        temple=temple + 0.3 * fuller,
        cheek=cheek + 0.6 * fuller,
        jaw=jaw + 1.3 * fuller,
        chin_width=chin_width + 0.8 * fuller,
        chin=chin,
        neck=NECKS[face.build],
        turn=face.turn,
        nose=EYES + (chin - EYES) * 0.425,
        mouth=EYES + (chin - EYES) * 0.665,
        eye_gap=8.6 + 0.7 * face.eye_gap,
    )


def draw_neck(pen: Pen, head: Head, skin: Skin) -> None:
    """The neck and what shows of the chest, with the shadow of the chin on it."""
    w, low = head.neck, head.chin
    down = [(w, 66), (w, 80), (w + 0.6, 92), (w + 7, 100), (w + 20, 108), (w + 20, 128)]
    neck = both_sides(moved(down, by=(50, 0)))
    pen.paint(neck, skin.lit)
    inside = pen.mask(neck)
    top = [(46 - w, 60), (54 + w, 60)]
    wide = [*top, (52 + w, low + 6), (53, low + 11.5), (50 - w, low + 5)]
    pen.shade(wide, skin.shade, within=inside, blur=0.5)
    near = [*top, (51 + w, low + 1), (53, low + 5), (50 - w, low + 1)]
    pen.shade(near, mixed(skin.shade, skin.line, 0.35), within=inside, strength=0.55, blur=1.4)


def draw_ears(pen: Pen, head: Head, skin: Skin) -> None:
    """Both ears; the one on the far side of a turned head shows less."""
    for side in (-1, 1):
        away = side * head.turn
        x = 50 + side * (head.cheek - 0.4 - 0.9 * away)
        wide = 3.3 - 0.9 * max(0.0, away)
        ear = points("-0.45 -3.6, 0.55 -5, 1 -2.2, 0.86 3.4, 0.4 8, -0.3 8.6")
        tone = mixed(skin.lit, skin.shade, 0.35 if side < 0 else 0.7)
        pen.paint(moved(ear, by=(x, EYES), scale=(side * wide, 1)), tone)
        fold = points("0.12 -2.4, 0.62 -2.4, 0.56 1.4, 0.15 4.2")
        fold = moved(fold, by=(x, EYES), scale=(side * wide, 1))
        pen.stroke(fold, mixed(skin.shade, skin.line, 0.4), 0.7, ends=(0.3, 0.2))


def ear_lobe(head: Head, side: int) -> Point:
    """Where an earring hangs."""
    away = side * head.turn
    return (50 + side * (head.cheek + 0.9 - 1.1 * away), EYES + 8.2)


def draw_face_shape(pen: Pen, head: Head, skin: Skin) -> Mask:
    """The face itself with its light and blush; returns it as a shape to paint within."""
    outline = head.outline
    pen.paint(outline, skin.lit)
    inside = pen.mask(outline)
    lean = head.turn
    pen.glow((44 + lean, 41), (20, 17), skin.light, within=inside, strength=0.75)
    # the side away from the light
    low = head.chin
    away = [
        (50 + head.temple + 1, 36),
        (50 + head.cheek * 0.88, 54),
        (50 + head.jaw * 0.82, low - 13),
        (50 + head.chin_width * 0.72, low - 4.5),
        (50 - 2, low - 0.8),
        (50, low + 8),
        (80, low + 6),
        (80, 40),
    ]
    pen.shade(away, skin.shade, within=inside, strength=0.8, blur=1.1)
    # the sockets of the eyes, so that they lie in the face and not on it
    for side in (-1, 1):
        x = head.middle(1.5) + side * head.eye_gap
        socket = oval((x - side * 0.6, EYES - 2.6), (5.0, 3.4))
        pen.shade(socket, skin.shade, within=inside, strength=0.3, blur=1.3)
        cheek = 50 + lean * 1.2 + side * head.cheek * 0.56
        pen.glow((cheek, EYES + 11.4), (10.4, 8.4), skin.blush, within=inside, strength=0.46)
    return inside


def draw_hair_shadow(pen: Pen, inside: Mask, hairline: Path, skin: Skin) -> None:
    """What hair throws on the skin below it."""
    fallen = moved(hairline, by=(0.7, 1.7))
    pen.shade(fallen, dimmer(skin.shade, 0.12), within=inside, strength=0.8, blur=0.6)
