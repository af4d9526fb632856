"""A pen for smooth shapes on a picture: flat paint, tapering strokes, soft shadows.

It draws in sheet units, y down, and knows at which point of the sheet the picture starts.
"""

from dataclasses import dataclass
from math import cos, radians, sin
from typing import TYPE_CHECKING, TypeAlias

from klasgenoot.exchange.drawing.paths import Path, Point, curve, oval, ribbon

if TYPE_CHECKING:
    from PIL import Image

Colour: TypeAlias = tuple[int, int, int]
Box: TypeAlias = tuple[int, int, int, int]


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with a `share` (0 to 1) of `other` stirred in."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


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
        self,
        path: Path,
        colour: Colour,
        width: float,
        *,
        ends: Point = (0.0, 0.0),
        closed: bool = False,
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
            [((x - left) / across, (y - top) / along) for x, y in points],
            fill=round(255 * strength),
        )
        if blur:
            shape = shape.filter(ImageFilter.GaussianBlur(blur * self._scale / shrink))
        if shrink > 1:
            shape = enlarged(shape, (right - left, bottom - top))
        self._lay(colour, shape, box, within)

    def glow(
        self, centre: Point, radii: Point, colour: Colour, *, within: Mask, strength: float
    ) -> None:
        """Lays a soft round spot that fades to nothing at `radii`."""
        from PIL import Image

        x, y = self._placed([centre])[0]
        rx, ry = radii[0] * self._scale, radii[1] * self._scale
        spot = Image.radial_gradient("L")
        rim = spot.tobytes()[128 * 256]  # its value at the middle of the left edge
        fade = [max(0.0, 1 - v / rim) for v in range(256)]
        spot = spot.point([round(255 * strength * f * f) for f in fade])
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
        self._lay(colour, enlarged(spot, size, part=part), box, within)

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


def enlarged(
    image: "Image.Image",
    size: tuple[int, int],
    *,
    part: tuple[float, float, float, float] | None = None,
) -> "Image.Image":
    """A soft image stretched to `size`: smoothly to half of it, then each pixel twice.

    The finished sheet is halved in any case, so nobody sees the difference, and it is much faster.
    """
    from PIL import Image

    half = (-(-size[0] // 2), -(-size[1] // 2))
    smooth = image.resize(half, Image.Resampling.BILINEAR, part)
    return smooth.resize(size, Image.Resampling.NEAREST)
