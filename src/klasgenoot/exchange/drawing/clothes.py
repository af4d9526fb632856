"""What is worn on the shoulders.

Cuts are written down for a medium build (neck 9.2 and shoulders 33.5 from the middle) and fitted to
each body.
"""

from collections.abc import Callable
from typing import Final

from klasgenoot.domain.faces import Build, Clothes, Face
from klasgenoot.exchange.drawing.colours import CLOTHS, STITCH, brighter, dimmer
from klasgenoot.exchange.drawing.head import NECKS, Head
from klasgenoot.exchange.drawing.paths import Path, Point, both_sides, mirrored, moved, points
from klasgenoot.exchange.drawing.pen import Colour, Mask, Pen

_SHOULDERS: Final[dict[Build, float]] = {Build.SLIGHT: 30.5, Build.MEDIUM: 33.5, Build.BROAD: 38.0}
_SIDE: Final = "67.2 92.6, 77.5 97, 84 102.4, 86.9 110, 88.5 122!"
"""The right edge of every garment, from the neck over the shoulder to below the picture."""


class _Tailor:
    """Cuts cloth for one body and lays it on."""

    def __init__(self, pen: Pen, face: Face, head: Head) -> None:
        self.pen = pen
        self._neck = (NECKS[Build.MEDIUM], head.neck)
        self._shoulder = (_SHOULDERS[Build.MEDIUM], _SHOULDERS[face.build])

    def cut(self, text: str) -> list[Point]:
        """A path on this body."""
        (neck, own_neck), (wide, own_wide) = self._neck, self._shoulder
        slope = (own_wide - own_neck) / (wide - neck)
        out = []
        for x, y in points(text):
            away = abs(x - 50)
            fit = away * own_neck / neck if away < neck else own_neck + (away - neck) * slope
            out.append((50 + fit if x > 50 else 50 - fit, y))  # noqa: PLR2004 - the middle
        return out

    def pullover(self, neckline: str, colour: Colour, *, rib: float = 0.0) -> Mask:
        """A whole garment, given by the right half of its neckline, middle first."""
        inside = self.lay(both_sides(self.cut(f"{neckline}!, {_SIDE}")), colour)
        if rib:
            self.rib(neckline, colour, rib)
        return inside

    def fronts(self, opening: str, colour: Colour) -> None:
        """Both halves of a garment that is open in front, given by its right edge, neck first."""
        right = self.cut(f"59.8 88.4!, {_SIDE}, {opening}")
        self.lay(mirrored(right), colour)
        self.lay(right, colour)

    def lay(self, outline: Path, colour: Colour) -> Mask:
        """Cloth with the light on its left shoulder; returned to paint within."""
        pen = self.pen
        pen.paint(outline, colour)
        inside = pen.mask(outline)
        pen.glow((29, 99), (24, 16), brighter(colour, 0.22), within=inside, strength=0.6)
        self.shadow(inside, colour)
        for fold in (
            self.cut("75.5 123, 74.6 115, 77 108.5"),
            self.cut("24.5 123, 25.4 115, 23 108.5"),
        ):
            pen.stroke(fold, dimmer(colour, 0.34), 0.9, ends=(1, 0))
        return inside

    def shadow(self, inside: Mask, colour: Colour) -> None:
        """The dark under the head and on the arm away from the light."""
        dark = dimmer(colour, 0.42)
        arm = points("66 94, 78 97, 100 100, 100 125, 65 125, 73 108")
        self.pen.shade(arm, dark, within=inside, strength=0.42, blur=2.2)
        chest = points("36 80, 64 80, 66 95, 54 102.5, 42 99")
        self.pen.shade(chest, dark, within=inside, strength=0.42, blur=1.8)

    def rib(self, neckline: str, colour: Colour, width: float) -> None:
        """The knitted edge of a neckline."""
        half = self.cut(neckline)
        whole = [*mirrored(half), *half[1:]]
        self.pen.stroke(whole, dimmer(colour, 0.2), width, ends=(0.9, 0.9))
        seam = moved(whole, by=(0, width * 0.42))
        self.pen.stroke(seam, dimmer(colour, 0.42), 0.45, ends=(0.6, 0.6))

    def pair(self, flap: str, colour: Colour, *, thick: float) -> None:
        """Two flaps of cloth, left and right, that throw a shadow `thick` units long."""
        right = self.cut(flap)
        for shape, tone in (
            (mirrored(right), brighter(colour, 0.1)),
            (right, dimmer(colour, 0.08)),
        ):
            self.pen.paint(moved(shape, by=(0.3, thick)), dimmer(colour, 0.36))
            self.pen.paint(shape, tone)

    def seams(self, line: str, colour: Colour, width: float, *, ends: Point = (0.8, 0.8)) -> None:
        """The same line on both sides."""
        right = self.cut(line)
        self.pen.stroke(mirrored(right)[::-1], colour, width, ends=ends)
        self.pen.stroke(right, colour, width, ends=ends)

    def button(self, x: float, y: float, size: float, colour: Colour) -> None:
        """A round button."""
        self.pen.disc((x, y), (size, size), colour)


_ROUND: Final = "50 96.4, 55.7 94.8, 59.7 90.8, 60 89.6"
_LOW_ROUND: Final = "50 97.2, 55.7 95.6, 59.7 91.6, 60 89.6"


def _crew_neck(on: _Tailor, colour: Colour, _under: Colour) -> None:
    on.pullover(_ROUND, colour, rib=2.0)


def _v_neck(on: _Tailor, colour: Colour, _under: Colour) -> None:
    on.pullover("50 104.4, 50.9 103.6, 55.5 97.6, 60.4 89.4", colour, rib=1.8)


def _stripes(on: _Tailor, colour: Colour, under: Colour) -> None:
    neckline = "50 96, 55.7 94.4, 60.5 90.4, 61.4 89.6"
    inside = on.pullover(neckline, colour)
    band = points("4 4.6, 26 1, 50 0, 74 1, 96 4.6, 96 7.2, 74 3.5, 50 2.5, 26 3.5, 4 7.2")
    for y in (99.4, 105.2, 111.0):
        on.pen.shade(moved(band, by=(0, y)), under, within=inside)
    on.shadow(inside, colour)
    on.rib(neckline, colour, 1.6)


def _hoodie(on: _Tailor, colour: Colour, under: Colour) -> None:
    on.pullover(_LOW_ROUND, under, rib=1.5)
    on.pullover("50 103!, 55.7 97.6, 60.2 88.8", colour)
    hood = (
        "58.6 82.6!, 65.2 84.6, 68.6 91, 66 98.2, 53.4 107.6, 50 108.6, 50 103.2!, 55.7 97.4, 59 90"
    )
    on.pair(hood, colour, thick=1.2)
    on.seams("61 84.4, 62 92, 55 101.2", dimmer(colour, 0.3), 0.7, ends=(0.2, 0.2))
    on.seams("53.6 105.6, 54.4 111, 54 117", brighter(colour, 0.62), 0.95, ends=(1, 1))


def _shirt(on: _Tailor, colour: Colour, _under: Colour) -> None:
    on.pullover("50 96.6!, 55.5 92.4, 60 88.2", colour)
    on.pen.stroke(points("51.6 97, 51.8 108, 51.8 123"), dimmer(colour, 0.32), 0.6, ends=(0.8, 0.8))
    on.button(50, 103.2, 0.85, dimmer(colour, 0.38))
    on.button(50, 111.4, 0.85, dimmer(colour, 0.38))
    on.pair("59.6 85.6!, 63 90, 62.8 101.4!, 52.4 97.2, 50.6 96.2!, 56.6 92.6", colour, thick=1.1)


def _turtleneck(on: _Tailor, colour: Colour, _under: Colour) -> None:
    on.pullover("50 95, 55.5 94, 59.8 89.4", colour)
    half = "50 87.4, 56.4 86.4, 60 83!, 60.5 90, 61 94.4, 57.4 97.4, 50 98.4"
    tube = both_sides(on.cut(half))
    on.pen.paint(moved(tube, by=(0, 1.1)), dimmer(colour, 0.4))
    on.pen.paint(tube, colour)
    under_chin = points("34 78, 66 78, 66 87, 50 91.4, 36 87")
    on.pen.shade(under_chin, dimmer(colour, 0.5), within=on.pen.mask(tube), strength=0.5, blur=1.0)
    for rib in ("50 87.6, 49.5 92, 50 97", "52.5 87.6, 52 92, 52.5 97", "55 87.6, 54.6 92, 55 96.6",
                "57.4 87, 57 91.6, 57.4 96"):  # fmt: skip
        on.seams(rib, dimmer(colour, 0.22), 0.5, ends=(0.2, 0.2))


def _blazer(on: _Tailor, colour: Colour, under: Colour) -> None:
    on.pullover(_LOW_ROUND, under, rib=1.5)
    on.fronts("51.2 122!, 51.2 117!, 56.6 97", colour)
    lapel = "59.4 87.8!, 63.8 91.6, 67.8 100.6!, 64.8 102!, 66.6 105.2!, 51 119!, 56.4 99"
    on.pair(lapel, colour, thick=0.0)
    edge = "67.8 100.6!, 64.8 102!, 66.6 105.2!, 51.6 118.6"
    on.seams(edge, dimmer(colour, 0.5), 0.6, ends=(0.6, 0.4))


def _denim(on: _Tailor, colour: Colour, under: Colour) -> None:
    on.pullover(_LOW_ROUND, under, rib=1.5)
    on.fronts("53.6 122!, 53.6 104!, 56.6 97", colour)
    on.seams("58.6 109.4, 68 110.4, 80 107.8", dimmer(colour, 0.4), 0.7)
    on.seams("58.6 110.5, 68 111.5, 80 108.9", STITCH, 0.4)
    on.seams("55.4 103.4, 55.4 123", STITCH, 0.4)
    on.button(45, 107.2, 0.95, STITCH)
    on.pair("59.6 85.6!, 63 90, 66 102.6!, 55 97.2, 50.6 96.2!, 56.6 92.6", colour, thick=1.1)


def _cardigan(on: _Tailor, colour: Colour, under: Colour) -> None:
    on.pullover(_LOW_ROUND, under, rib=1.5)
    on.fronts("50.6 122!, 50.6 111!, 56.6 97", colour)
    on.seams("60.4 88.4, 58.5 96.6, 52.6 110.4, 52 123", dimmer(colour, 0.22), 2.8, ends=(0.9, 0.9))
    on.button(48.2, 113.4, 1.0, brighter(colour, 0.55))


def _overalls(on: _Tailor, colour: Colour, under: Colour) -> None:
    _crew_neck(on, under, under)
    bib = both_sides(points("50 111, 60.5 110.6!, 63 123, 50 123"))
    on.pen.paint(moved(bib, by=(0, -0.6)), dimmer(under, 0.3))
    on.pen.paint(bib, colour)
    on.seams("68 92.8, 64.3 101.4, 59.8 113.4", dimmer(under, 0.3), 5.2, ends=(1, 1))
    on.seams("67.6 92.4, 64 101, 59.6 113", colour, 4.4, ends=(1, 1))
    for x in (40.4, 59.6):
        on.button(x, 112.4, 1.35, STITCH)


_WORN: Final[dict[Clothes, Callable[[_Tailor, Colour, Colour], None]]] = {
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
    _WORN[face.clothes](_Tailor(pen, face, head), CLOTHS[face.cloth], CLOTHS[face.under])
