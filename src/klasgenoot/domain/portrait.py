"""Which part of a photo is the portrait? The crop it gets until the teacher chooses another."""

from klasgenoot.domain.people import Crop

RATIO = 4 / 5
"""Width to height of a portrait."""
_SPARE_ABOVE = 1 / 4
"""How much of the height that must go is taken from above the head; the rest goes below."""


def default_crop(width: int, height: int) -> Crop:
    """The largest 4:5 portrait in a picture of this many pixels: the head in the upper third.

    A wide picture keeps its middle. A tall one loses little above and more below: people
    photograph each other with some air above the head and a lot of jacket underneath.
    """
    return _largest(Crop(0.0, 0.0, 1.0, 1.0), width=width, height=height, ratio=RATIO)


def square_in(crop: Crop, *, width: int, height: int) -> Crop:
    """The largest square in a portrait, for round faces and small tiles: the same head, closer.

    Args:
        crop: the portrait.
        width: of the whole picture, in pixels.
        height: of the whole picture, in pixels.
    """
    return _largest(crop, width=width, height=height, ratio=1.0)


def _largest(within: Crop, *, width: int, height: int, ratio: float) -> Crop:
    pixels_wide, pixels_high = within.width * width, within.height * height
    part_of_width = min(1.0, pixels_high * ratio / pixels_wide)
    part_of_height = min(1.0, pixels_wide / ratio / pixels_high)
    new_width, new_height = within.width * part_of_width, within.height * part_of_height
    return Crop(
        left=within.left + (within.width - new_width) / 2,
        top=within.top + (within.height - new_height) * _SPARE_ABOVE,
        width=new_width,
        height=new_height,
    )
