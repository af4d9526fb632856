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
    part_of_width = min(1.0, height * RATIO / width)
    part_of_height = min(1.0, width / RATIO / height)
    return Crop(
        left=(1 - part_of_width) / 2,
        top=(1 - part_of_height) * _SPARE_ABOVE,
        width=part_of_width,
        height=part_of_height,
    )
