"""A pen for smooth shapes on a picture: splines, tapering strokes, soft shadows.

All points are in sheet units, y runs down; the pen knows which corner of the sheet the picture
starts at. A path bends smoothly through its points; a point given twice in a row is a corner.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, radians, sin
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

Point: TypeAlias = tuple[float, float]
Path: TypeAlias = Sequence[Point]
Colour: TypeAlias = tuple[int, int, int]
Box: TypeAlias = tuple[int, int, int, int]

STEPS: Final = 9
"""Straight pieces per curve between two points: below what the eye can tell at 720 px."""


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with a `share` (0 to 1) of `other` stirred in."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def mirrored(path: Path, *, about: float = 50.0) -> list[Point]:
    """The path seen in a mirror that stands at x = `about`, in reverse order."""
    return [(2 * about - x, y) for x, y in reversed(path)]


def both_sides(right: Path, *, about: float = 50.0) -> list[Point]:
    """A closed outline from its right half, given from top to bottom."""
    return [*right, *mirrored(right, about=about)]


def moved(path: Path, *, by: Point, scale: Point = (1.0, 1.0)) -> list[Point]:
    """The path scaled about the origin, then moved."""
    return [(x * scale[0] + by[0], y * scale[1] + by[1]) for x, y in path]


def curve(path: Path, *, closed: bool) -> list[Point]:
    """Points on the centripetal Catmull-Rom spline through `path` (Catmull and Rom 1974).

    Centripetal spacing (Yuksel et al. 2011) keeps curves free of loops where points lie unevenly.
    """
    count = len(path)
    last = count if closed else count - 1
    out: list[Point] = []
    for i in range(last):
        p1, p2 = path[i], path[(i + 1) % count]
        if p1 == p2:
            continue
        p0 = path[i - 1] if closed or i else p1
        p3 = path[(i + 2) % count] if closed or i + 2 < count else p2
        b1, b2 = _handle(p0, p1, p2), _handle(p3, p2, p1)
        for step in range(STEPS):
            t = step / STEPS
            u = 1 - t
            w0, w1, w2, w3 = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
            out.append(
                (
                    w0 * p1[0] + w1 * b1[0] + w2 * b2[0] + w3 * p2[0],
                    w0 * p1[1] + w1 * b1[1] + w2 * b2[1] + w3 * p2[1],
                )
            )
    if not closed:
        out.append(path[-1])
    return out


def _handle(before: Point, here: Point, after: Point) -> Point:
    """The Bezier handle that leaves `here` towards `after`."""
    d1 = hypot(here[0] - before[0], here[1] - before[1])
    d2 = hypot(after[0] - here[0], after[1] - here[1])
    if d1 == 0:
        return here
    root = (d1 * d2) ** 0.5
    below = 3 * (d1 + root)
    x, y = (
        (d1 * a - d2 * b + (2 * d1 + 3 * root + d2) * h) / below
        for a, b, h in zip(after, before, here, strict=True)
    )
    return x, y


@dataclass(frozen=True, slots=True)
class Mask:
    """A shape to paint within: its box in pixels and how far each pixel lies inside it."""

    box: Box
    inside: "Image.Image"


class Pen:
    """Draws on one picture, in sheet units, leaning `angle` degrees about a point."""

    def __init__(
        self,
        sheet: "Image.Image",
        *,
        scale: float,
        origin: Point,
        angle: float = 0.0,
        about: Point = (0.0, 0.0),
    ) -> None:
        from PIL import ImageDraw

        self._sheet = sheet
        self._draw: ImageDraw.ImageDraw = ImageDraw.Draw(sheet)
        self._scale = scale
        self._origin = origin
        self._about = about
        self._angle = angle

    def leaning(self, angle: float, *, about: Point) -> "Pen":
        """The same pen on the same picture, turned: for a head that leans."""
        return Pen(self._sheet, scale=self._scale, origin=self._origin, angle=angle, about=about)

    # ---- plain paint ----

    def paint(self, path: Path, colour: Colour) -> None:
        """Fills the smooth closed outline through `path`."""
        self._draw.polygon(self._placed(curve(path, closed=True)), fill=colour)

    def disc(self, centre: Point, radii: Point, colour: Colour) -> None:
        """Fills an ellipse."""
        self.paint(oval(centre, radii), colour)

    def stroke(
        self, path: Path, colour: Colour, width: float, *, ends: Point = (0.0, 0.0), closed: bool = False
    ) -> None:
        """Draws a line that is `width` wide in the middle and `ends` times that at its ends."""
        self._draw.polygon(self._placed(ribbon(path, width, ends=ends, closed=closed)), fill=colour)

    # ---- paint within a shape ----

    def mask(self, path: Path) -> Mask:
        """The smooth closed outline through `path` as a shape to paint within."""
        from PIL import Image, ImageDraw

        points = self._placed(curve(path, closed=True))
        box = self._box(points)
        inside = Image.new("L", (box[2] - box[0], box[3] - box[1]), 0)
        ImageDraw.Draw(inside).polygon([(x - box[0], y - box[1]) for x, y in points], fill=255)
        return Mask(box, inside)

    def shade(
        self, path: Path, colour: Colour, *, within: Mask, strength: float = 1.0, blur: float = 0.0
    ) -> None:
        """Lays a shape over what is there, only inside `within`, its edge `blur` units soft."""
        from PIL import Image, ImageDraw, ImageFilter

        points = self._placed(curve(path, closed=True))
        box = _overlap(self._box(points, margin=2.5 * blur * self._scale), within.box)
        if box is None:
            return
        left, top, right, bottom = box
        # a soft edge needs no detail: it is drawn small and enlarged
        shrink = max(1, min(8, int(blur * self._scale / 2)))
        size = (max(1, (right - left) // shrink), max(1, (bottom - top) // shrink))
        across, along = (right - left) / size[0], (bottom - top) / size[1]
        shape = Image.new("L", size, 0)
        ImageDraw.Draw(shape).polygon(
            [((x - left) / across, (y - top) / along) for x, y in points], fill=round(255 * strength)
        )
        if blur:
            shape = shape.filter(ImageFilter.GaussianBlur(blur * self._scale / shrink))
        if shrink > 1:
            shape = shape.resize((right - left, bottom - top), Image.Resampling.BILINEAR)
        self._lay(colour, shape, box, within)

    def glow(
        self, centre: Point, radii: Point, colour: Colour, *, within: Mask, strength: float
    ) -> None:
        """Lays a soft round spot that fades to nothing at `radii`."""
        from PIL import Image

        x, y = self._placed([centre])[0]
        rx, ry = radii[0] * self._scale, radii[1] * self._scale
        spot = Image.radial_gradient("L")
        rim = spot.getpixel((0, 128))
        fade = [max(0.0, 1 - v / rim) for v in range(256)]
        spot = spot.point([round(255 * strength * f * f * (3 - 2 * f)) for f in fade])
        area = (round(x - rx), round(y - ry), round(x + rx), round(y + ry))
        box = _overlap(area, within.box)
        if box is None:
            return
        width, height = area[2] - area[0], area[3] - area[1]
        part = (
            (box[0] - area[0]) * 256 / width,
            (box[1] - area[1]) * 256 / height,
            (box[2] - area[0]) * 256 / width,
            (box[3] - area[1]) * 256 / height,
        )
        size = (box[2] - box[0], box[3] - box[1])
        self._lay(colour, spot.resize(size, Image.Resampling.BILINEAR, part), box, within)

    def _lay(self, colour: Colour, shape: "Image.Image", box: Box, within: Mask) -> None:
        from PIL import ImageChops

        left, top = within.box[:2]
        clip = within.inside.crop((box[0] - left, box[1] - top, box[2] - left, box[3] - top))
        self._sheet.paste(colour, box, ImageChops.multiply(shape, clip))

    # ---- from sheet units to pixels ----

    def _placed(self, path: Path) -> list[Point]:
        scale = self._scale
        left, top = self._origin
        if not self._angle:
            return [((x - left) * scale, (y - top) * scale) for x, y in path]
        across, along = cos(radians(self._angle)), sin(radians(self._angle))
        ox, oy = self._about
        return [
            (
                (ox - left + (x - ox) * across - (y - oy) * along) * scale,
                (oy - top + (x - ox) * along + (y - oy) * across) * scale,
            )
            for x, y in path
        ]

    def _box(self, points: Path, *, margin: float = 0.0) -> Box:
        width, height = self._sheet.size
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return (
            max(0, int(min(xs) - margin) - 1),
            max(0, int(min(ys) - margin) - 1),
            min(width, int(max(xs) + margin) + 2),
            min(height, int(max(ys) + margin) + 2),
        )


def _overlap(one: Box, other: Box) -> Box | None:
    left, top = max(one[0], other[0]), max(one[1], other[1])
    right, bottom = min(one[2], other[2]), min(one[3], other[3])
    return (left, top, right, bottom) if left < right and top < bottom else None


def oval(centre: Point, radii: Point) -> list[Point]:
    """Eight points that the spline rounds to an ellipse."""
    (x, y), (rx, ry) = centre, radii
    k = 0.7071
    return [
        (x, y - ry),
        (x + k * rx, y - k * ry),
        (x + rx, y),
        (x + k * rx, y + k * ry),
        (x, y + ry),
        (x - k * rx, y + k * ry),
        (x - rx, y),
        (x - k * rx, y - k * ry),
    ]


def ribbon(path: Path, width: float, *, ends: Point, closed: bool) -> list[Point]:
    """The outline of a brush stroke along `path`, `width` at its middle, `ends` times that at its ends."""
    line = curve(path, closed=closed)
    if closed:
        line = [*line, line[0]]
    reach = [0.0]
    for (ax, ay), (bx, by) in pairwise(line):
        reach.append(reach[-1] + hypot(bx - ax, by - ay))
    full = reach[-1] or 1.0
    left: list[Point] = []
    right: list[Point] = []
    for i, (x, y) in enumerate(line):
        (ax, ay), (bx, by) = line[max(0, i - 1)], line[min(len(line) - 1, i + 1)]
        length = hypot(bx - ax, by - ay) or 1.0
        at = reach[i] / full
        swell = 1 - (2 * at - 1) ** 2
        end = ends[0] if at < 0.5 else ends[1]  # noqa: PLR2004 - the middle of the stroke
        half = width / 2 * (end + (1 - end) * swell) if not closed else width / 2
        nx, ny = -(by - ay) / length * half, (bx - ax) / length * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return [*left, *reversed(right)]
