"""Makes red, green and blue of the planes of a picture: its brightness, and both its colours."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from klasgenoot.exchange.hevc import Plane

if TYPE_CHECKING:
    from PIL.Image import Image

_BYTE = 8
_COLOURLESS = 128
_GREEN_BLUE_RED = 0
_WEIGHTS = {1: (0.2126, 0.0722), 9: (0.2627, 0.0593)}
"""How much red and blue count for brightness, by the number of the table (ISO 23091-2)."""
_USUAL_WEIGHTS = (0.299, 0.114)
_DARKEST, _BRIGHTEST, _MOST_COLOURED = 16, 235, 240
"""Where there is room at both ends: black, white and the strongest of a colour."""


def image_of(plane: Plane) -> "Image":
    """A plane as an image of 8 bits."""
    from PIL import Image

    size, stride = (plane.width, plane.height), plane.stride
    data = plane.data.ljust(stride * plane.height, b"\0")
    if plane.bits <= _BYTE:
        return Image.frombytes("L", size, data, "raw", "L", stride)
    deep = Image.frombytes("I;16", size, data, "raw", "I;16", stride)
    part = 1 / (1 << (plane.bits - _BYTE))
    return deep.point(lambda level: level * part).convert("L")


def in_colour(planes: "Sequence[Image]", *, matrix: int, is_full: bool) -> "Image":
    """Brightness and colours as red, green and blue.

    Args:
        planes: of one size; the brightness alone is a picture in grey.
        matrix: by which table they are counted (ISO 23091-2).
        is_full: whether black is 0 and white 255.
    """
    from PIL import Image

    if len(planes) == 1:
        planes = [*planes, *(Image.new("L", planes[0].size, _COLOURLESS) for _ in range(2))]
    if matrix == _GREEN_BLUE_RED:
        return Image.merge("RGB", (planes[2], planes[0], planes[1]))
    if is_full and matrix not in _WEIGHTS:
        return Image.merge("YCbCr", planes).convert("RGB")
    red, blue = _WEIGHTS.get(matrix, _USUAL_WEIGHTS)
    green = 1 - red - blue
    bright, strong, dark = 1.0, 1.0, 0
    if not is_full:
        dark = _DARKEST
        bright, strong = 255 / (_BRIGHTEST - dark), 255 / (_MOST_COLOURED - dark)
    rows = (
        (0.0, 2 * (1 - red)),
        (-2 * blue * (1 - blue) / green, -2 * red * (1 - red) / green),
        (2 * (1 - blue), 0.0),
    )
    numbers = []
    for of_blue, of_red in rows:
        less = bright * dark + strong * (of_blue + of_red) * _COLOURLESS
        numbers += [bright, strong * of_blue, strong * of_red, -less]
    return Image.merge("RGB", planes).convert("RGB", tuple(numbers))
