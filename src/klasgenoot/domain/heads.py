"""Where are the heads on a class photo? Frames to place, move and scale; each becomes a photo."""

from dataclasses import dataclass, replace

from klasgenoot.domain.people import Crop
from klasgenoot.domain.portrait import RATIO

SMALLEST, LARGEST = 0.02, 1.0
"""The height of a frame, as a part of the picture's."""
FIRST = 0.16
"""The height of the first frame: some three rows of people fit in a picture."""
_BESIDE = 1.15
"""How far the next frame is put, in widths of one."""


@dataclass(frozen=True, slots=True)
class Head:
    """A frame of portrait ratio around a head.

    Attributes:
        across, down: its middle, as parts of the picture's width and height.
        height: as a part of the picture's height.
    """

    across: float
    down: float
    height: float

    def on(self, aspect: float) -> Crop:
        """The part of a picture that is inside.

        Args:
            aspect: the width of the picture to its height.
        """
        height = min(self.height, aspect / RATIO, 1.0)
        width = min(1.0, height * RATIO / aspect)
        left = max(0.0, min(1 - width, self.across - width / 2))
        top = max(0.0, min(1 - height, self.down - height / 2))
        return Crop(left, top, width, height)

    def moved(self, across: float, down: float, *, aspect: float) -> "Head":
        """The frame so far to the right and down, in parts of its own size, within the picture."""
        inside = self.on(aspect)
        return replace(
            self, across=self.across + across * inside.width, down=self.down + down * inside.height
        ).within(aspect)

    def scaled(self, factor: float, *, aspect: float) -> "Head":
        """The frame larger or smaller around its own middle."""
        height = max(SMALLEST, min(LARGEST, aspect / RATIO, self.height * factor))
        return replace(self, height=height).within(aspect)

    def within(self, aspect: float) -> "Head":
        """The frame with its middle where it is seen."""
        inside = self.on(aspect)
        return Head(inside.left + inside.width / 2, inside.top + inside.height / 2, inside.height)


def next_head(before: Head | None, *, aspect: float) -> Head:
    """Where the next head probably is: beside the last one, or at the start of the next row."""
    if before is None:
        return Head(0.15, 0.25, FIRST).within(aspect)
    inside = before.on(aspect)
    across = before.across + _BESIDE * inside.width
    if across + inside.width / 2 <= 1:
        return replace(before, across=across).within(aspect)
    below = before.down + _BESIDE * inside.height
    return replace(before, across=inside.width, down=below).within(aspect)


def head_at(heads: tuple[Head, ...], across: float, down: float, *, aspect: float) -> int | None:
    """Which frame lies at a place; of several the smallest."""
    hit = []
    for place, head in enumerate(heads):
        inside = head.on(aspect)
        if (
            inside.left <= across <= inside.left + inside.width
            and inside.top <= down <= inside.top + inside.height
        ):
            hit.append((head.height, place))
    return min(hit)[1] if hit else None
