"""What is worn on the shoulders."""

from collections.abc import Callable
from typing import Final

from klasgenoot.domain.faces import Build, Clothes, Face
from klasgenoot.exchange.drawing.colours import CLOTHS, SHADOW, STITCH, WHITE
from klasgenoot.exchange.drawing.head import Head
from klasgenoot.exchange.drawing.paths import Path, Point, both_sides, mirrored, points
from klasgenoot.exchange.drawing.pen import Colour, Mask, Pen, mixed

_SHOULDERS: Final[dict[Build, float]] = {Build.SLIGHT: 30.5, Build.MEDIUM: 33.5, Build.BROAD: 38.0}
_FLOOR: Final = 122.0
"""Below the lower edge of every portrait."""


def _garment(face: Face, head: Head, neckline: Path) -> list[Point]:
    """The outline of a garment from the right half of its neckline (middle first)."""
    wide = _SHOULDERS[face.build]
    n = head.neck
    right = [
        *neckline,
        neckline[-1],
        (50 + n + 8, 92.6),
        (50 + wide - 6, 97.0),
        (50 + wide + 0.5, 102.4),
        (50 + wide + 3.4, 110.0),
        (50 + wide + 5.0, _FLOOR),
        (50 + wide + 5.0, _FLOOR),
    ]
    return both_sides(right)


def _round_neck(head: Head, low: float, *, wide: float = 0.8) -> list[Point]:
    n = head.neck
    return [
        (50.0, low),
        (50 + n * 0.62, low - 1.6),
        (50 + n + wide * 0.6, low - 5.6),
        (50 + n + wide, 89.6),
    ]


def _lay(pen: Pen, outline: Path, colour: Colour) -> Mask:
    """A garment with the light on its left shoulder; returned to paint within."""
    pen.paint(outline, colour)
    inside = pen.mask(outline)
    dark, light = mixed(colour, SHADOW, 0.42), mixed(colour, WHITE, 0.22)
    pen.glow((29, 99), (24, 16), light, within=inside, strength=0.6)
    pen.shade(
        points("66 94, 78 97, 100 100, 100 125, 65 125, 73 108"),
        dark,
        within=inside,
        strength=0.42,
        blur=2.2,
    )
    # where the arm meets the body
    for side in (-1, 1):
        fold = [(50 + side * 25.5, 123), (50 + side * 24.6, 115), (50 + side * 27.0, 108.5)]
        pen.stroke(fold, mixed(colour, SHADOW, 0.34), 0.9, ends=(1.0, 0.0))
    # the head and the neck keep the light off
    pen.shade(
        points("36 80, 64 80, 66 95, 54 102.5, 42 99"),
        dark,
        within=inside,
        strength=0.42,
        blur=1.8,
    )
    return inside


def _rib(pen: Pen, neckline: Path, colour: Colour, width: float = 2.0) -> None:
    whole = [*mirrored(neckline), *neckline[1:]]
    pen.stroke(whole, mixed(colour, SHADOW, 0.2), width, ends=(0.9, 0.9))
    pen.stroke(
        [(x, y + width * 0.42) for x, y in whole],
        mixed(colour, SHADOW, 0.42),
        0.45,
        ends=(0.6, 0.6),
    )


def _crew_neck(pen: Pen, face: Face, head: Head, colour: Colour, _under: Colour) -> None:
    neckline = _round_neck(head, 96.4)
    _lay(pen, _garment(face, head, neckline), colour)
    _rib(pen, neckline, colour)


def _stripes(pen: Pen, face: Face, head: Head, colour: Colour, under: Colour) -> None:
    neckline = _round_neck(head, 96.0, wide=2.2)
    outline = _garment(face, head, neckline)
    pen.paint(outline, colour)
    inside = pen.mask(outline)
    for top in (99.4, 105.2, 111.0):
        pen.shade(
            [
                (4, top + 4.6),
                (26, top + 1.0),
                (50, top),
                (74, top + 1.0),
                (96, top + 4.6),
                (96, top + 7.2),
                (74, top + 3.5),
                (50, top + 2.5),
                (26, top + 3.5),
                (4, top + 7.2),
            ],
            under,
            within=inside,
        )
    dark = mixed(colour, SHADOW, 0.5)
    pen.shade(
        points("66 94, 78 97, 100 100, 100 125, 64 125, 71 108"),
        dark,
        within=inside,
        strength=0.36,
        blur=2.2,
    )
    pen.shade(
        points("36 80, 64 80, 66 95, 54 101, 42 98"),
        dark,
        within=inside,
        strength=0.3,
        blur=1.8,
    )
    for side in (-1, 1):
        fold = [(50 + side * 25.5, 123), (50 + side * 24.6, 115), (50 + side * 27.0, 108.5)]
        pen.stroke(fold, mixed(colour, SHADOW, 0.45), 0.9, ends=(1.0, 0.0))
    _rib(pen, neckline, colour, 1.6)


def _v_neck(pen: Pen, face: Face, head: Head, colour: Colour, _under: Colour) -> None:
    n = head.neck
    neckline = [(50.0, 104.4), (50.9, 103.6), (50 + n * 0.6, 97.6), (50 + n + 1.2, 89.4)]
    _lay(pen, _garment(face, head, neckline), colour)
    _rib(pen, neckline, colour, 1.8)


def _tee(pen: Pen, face: Face, head: Head, colour: Colour) -> None:
    """A plain shirt that only shows between the fronts of something else."""
    neckline = _round_neck(head, 97.2)
    _lay(pen, _garment(face, head, neckline), colour)
    _rib(pen, neckline, colour, 1.5)


def _fronts(
    pen: Pen, face: Face, head: Head, colour: Colour, *, low: float, gap: float
) -> list[list[Point]]:
    """Both halves of something open in front, left and right."""
    wide, n = _SHOULDERS[face.build], head.neck
    right = [
        (50 + n + 0.6, 88.4),
        (50 + n + 0.6, 88.4),
        (50 + n + 8, 92.2),
        (50 + wide - 6, 96.6),
        (50 + wide + 0.9, 102.2),
        (50 + wide + 3.8, 110.0),
        (50 + wide + 5.4, _FLOOR),
        (50 + wide + 5.4, _FLOOR),
        (50 + gap, _FLOOR),
        (50 + gap, _FLOOR),
        (50 + gap, low),
        (50 + gap, low),
        (50 + n * 0.72, 97.0),
    ]
    halves = [mirrored(right), right]
    for half in halves:
        _lay(pen, half, colour)
    return halves


def _blazer(pen: Pen, face: Face, head: Head, colour: Colour, under: Colour) -> None:
    _tee(pen, face, head, under)
    _fronts(pen, face, head, colour, low=117, gap=1.2)
    n = head.neck
    lapel = [
        (50 + n + 0.2, 87.8),
        (50 + n + 0.2, 87.8),
        (50 + n + 4.6, 91.6),
        (50 + n + 8.6, 100.6),
        (50 + n + 8.6, 100.6),
        (50 + n + 5.6, 102.0),
        (50 + n + 5.6, 102.0),
        (50 + n + 7.4, 105.2),
        (50 + n + 7.4, 105.2),
        (50 + 1.0, 119),
        (50 + 1.0, 119),
        (50 + n * 0.7, 99.0),
    ]
    for side, shape in ((-1, mirrored(lapel)), (1, lapel)):
        tone = mixed(colour, WHITE, 0.08) if side < 0 else mixed(colour, SHADOW, 0.12)
        pen.paint(shape, tone)
        edge = [
            (50 + side * (n + 8.6), 100.6),
            (50 + side * (n + 5.6), 102.0),
            (50 + side * (n + 7.4), 105.2),
            (50 + side * 1.6, 118.6),
        ]
        pen.stroke(
            [edge[0], edge[0], edge[1], edge[1], edge[2], edge[2], edge[3]],
            mixed(colour, SHADOW, 0.5),
            0.6,
            ends=(0.6, 0.4),
        )


def _cardigan(pen: Pen, face: Face, head: Head, colour: Colour, under: Colour) -> None:
    _tee(pen, face, head, under)
    _fronts(pen, face, head, colour, low=111, gap=0.6)
    n = head.neck
    band = [(50 + n + 1.2, 88.4), (50 + n * 0.92, 96.6), (50 + 2.6, 110.4), (50 + 2.0, 123)]
    pen.stroke(mirrored(band), mixed(colour, SHADOW, 0.16), 2.8, ends=(0.9, 0.9))
    pen.stroke(band, mixed(colour, SHADOW, 0.28), 2.8, ends=(0.9, 0.9))
    pen.disc((48.2, 113.4), (1.0, 1.0), mixed(colour, WHITE, 0.55))


def _collar(pen: Pen, head: Head, colour: Colour, *, spread: float, low: float) -> None:
    """Two flaps folded down from the neck."""
    n = head.neck
    flap = [
        (50 + n + 0.4, 85.6),
        (50 + n + 0.4, 85.6),
        (50 + n + 3.8, 90.0),
        (50 + n + 2.6 + spread, low),
        (50 + n + 2.6 + spread, low),
        (50 + 1.6 + spread * 0.8, 97.2),
        (50 + 0.6, 96.2),
        (50 + 0.6, 96.2),
        (50 + n * 0.72, 92.6),
    ]
    for side, shape in ((-1, mirrored(flap)), (1, flap)):
        shadow = [(x + 0.5, y + 1.1) for x, y in shape]
        pen.paint(shadow, mixed(colour, SHADOW, 0.36))
        pen.paint(shape, mixed(colour, WHITE, 0.12) if side < 0 else mixed(colour, SHADOW, 0.06))


def _shirt(pen: Pen, face: Face, head: Head, colour: Colour, _under: Colour) -> None:
    n = head.neck
    neckline = [(50.0, 96.6), (50.0, 96.6), (50 + n * 0.6, 92.4), (50 + n + 0.8, 88.2)]
    _lay(pen, _garment(face, head, neckline), colour)
    pen.stroke(
        points("51.6 97, 51.8 108, 51.8 123"),
        mixed(colour, SHADOW, 0.32),
        0.6,
        ends=(0.8, 0.8),
    )
    for y in (103.2, 111.4):
        pen.disc((50.0, y), (0.85, 0.85), mixed(colour, SHADOW, 0.38))
    _collar(pen, head, colour, spread=1.0, low=101.4)


def _denim(pen: Pen, face: Face, head: Head, colour: Colour, under: Colour) -> None:
    _tee(pen, face, head, under)
    _fronts(pen, face, head, colour, low=104, gap=3.6)
    wide = _SHOULDERS[face.build]
    for side in (-1, 1):
        yoke = [(50 + side * 8.6, 109.4), (50 + side * 18, 110.4), (50 + side * (wide - 3), 107.8)]
        pen.stroke(yoke, mixed(colour, SHADOW, 0.4), 0.7, ends=(0.8, 0.8))
        pen.stroke([(x, y + 1.1) for x, y in yoke], STITCH, 0.4, ends=(0.8, 0.8))
        edge = [(50 + side * 5.4, 103.4), (50 + side * 5.4, 123)]
        pen.stroke(edge, STITCH, 0.4, ends=(0.8, 0.8))
    pen.disc((45.0, 107.2), (0.95, 0.95), STITCH)
    _collar(pen, head, colour, spread=4.2, low=102.6)


def _hoodie(pen: Pen, face: Face, head: Head, colour: Colour, under: Colour) -> None:
    n = head.neck
    _tee(pen, face, head, under)
    neckline = [(50.0, 103.0), (50.0, 103.0), (50 + n * 0.62, 97.6), (50 + n + 1.0, 88.8)]
    _lay(pen, _garment(face, head, neckline), colour)
    hood = [
        (50 + n - 0.6, 82.6),
        (50 + n - 0.6, 82.6),
        (50 + n + 6.0, 84.6),
        (50 + n + 9.4, 91.0),
        (50 + n + 6.8, 98.2),
        (50 + 3.4, 107.6),
        (50.0, 108.6),
        (50.0, 103.2),
        (50.0, 103.2),
        (50 + n * 0.62, 97.4),
        (50 + n * 0.98, 90.0),
    ]
    for side, shape in ((-1, mirrored(hood)), (1, hood)):
        pen.paint([(x, y + 1.2) for x, y in shape], mixed(colour, SHADOW, 0.36))
        pen.paint(shape, mixed(colour, WHITE, 0.07) if side < 0 else mixed(colour, SHADOW, 0.1))
        inner = [
            (50 + side * (n + 1.8), 84.4),
            (50 + side * (n + 2.8), 92.0),
            (50 + side * (n * 0.55), 101.2),
        ]
        pen.stroke(inner, mixed(colour, SHADOW, 0.3), 0.7, ends=(0.2, 0.2))
        cord = [(50 + side * 3.6, 105.6), (50 + side * 4.4, 111.0), (50 + side * 4.0, 117.0)]
        pen.stroke(cord, mixed(colour, WHITE, 0.62), 0.95, ends=(1.0, 1.0))


def _turtleneck(pen: Pen, face: Face, head: Head, colour: Colour, _under: Colour) -> None:
    n = head.neck
    neckline = [(50.0, 95.0), (50 + n * 0.6, 94.0), (50 + n + 0.6, 89.4)]
    _lay(pen, _garment(face, head, neckline), colour)
    tube = both_sides(
        [
            (50.0, 87.4),
            (50 + n * 0.7, 86.4),
            (50 + n + 0.8, 83.0),
            (50 + n + 0.8, 83.0),
            (50 + n + 1.3, 90.0),
            (50 + n + 1.8, 94.4),
            (50 + n * 0.8, 97.4),
            (50.0, 98.4),
        ]
    )
    pen.paint([(x, y + 1.1) for x, y in tube], mixed(colour, SHADOW, 0.4))
    pen.paint(tube, colour)
    inside = pen.mask(tube)
    pen.shade(
        points("34 78, 66 78, 66 87, 50 91.4, 36 87"),
        mixed(colour, SHADOW, 0.5),
        within=inside,
        strength=0.5,
        blur=1.0,
    )
    for i in range(-3, 4):
        x = 50 + i * n * 0.27
        pen.stroke(
            [(x, 87.6), (x * 1.01 - 0.5, 92.0), (x, 97.0)],
            mixed(colour, SHADOW, 0.22),
            0.5,
            ends=(0.2, 0.2),
        )


def _overalls(pen: Pen, face: Face, head: Head, colour: Colour, under: Colour) -> None:
    _crew_neck(pen, face, head, under, under)
    bib = both_sides(points("50 111, 60.5 110.6!, 63 123, 50 123"))
    pen.paint([(x, y - 0.6) for x, y in bib], mixed(under, SHADOW, 0.3))
    pen.paint(bib, colour)
    for side in (-1, 1):
        n = head.neck
        strap = [(50 + side * (n + 8.4), 92.4), (50 + side * 14.0, 101), (50 + side * 9.6, 113.0)]
        pen.stroke(
            [(x + 0.5, y + 0.5) for x, y in strap], mixed(under, SHADOW, 0.3), 4.6, ends=(1.0, 1.0)
        )
        pen.stroke(
            strap,
            mixed(colour, WHITE, 0.05) if side < 0 else mixed(colour, SHADOW, 0.12),
            4.4,
            ends=(1.0, 1.0),
        )
        pen.disc((50 + side * 9.6, 112.4), (1.35, 1.35), STITCH)


_WORN: Final[dict[Clothes, Callable[[Pen, Face, Head, Colour, Colour], None]]] = {
    Clothes.CREW_NECK: _crew_neck,
    Clothes.V_NECK: _v_neck,
    Clothes.STRIPES: _stripes,
    Clothes.HOODIE: _hoodie,
    Clothes.SHIRT: _shirt,
    Clothes.TURTLENECK: _turtleneck,
    Clothes.BLAZER: _blazer,
    Clothes.DENIM: _denim,
    Clothes.CARDIGAN: _cardigan,
    Clothes.OVERALLS: _overalls,
}


def draw_clothes(pen: Pen, face: Face, head: Head) -> None:
    """What this face wears."""
    _WORN[face.clothes](pen, face, head, CLOTHS[face.cloth], CLOTHS[face.under])
