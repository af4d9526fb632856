"""Which part of a picture is chosen? A 4:5 frame to move and scale, always inside the picture."""

from dataclasses import dataclass, replace

from klasgenoot.domain.people import Crop
from klasgenoot.domain.portrait import RATIO, default_crop

SMALLEST = 0.2
"""The frame is at least this part of the largest one that fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CropFrame:
    """A frame on a picture.

    Attributes:
        width: of the picture, in pixels.
        height: of the picture, in pixels.
        left, top: of the frame, as fractions of the picture.
        size: how wide the frame is as a part of the widest one that fits.
    """

    width: int
    height: int
    left: float
    top: float
    size: float

    @property
    def crop(self) -> Crop:
        """The part inside the frame."""
        wide, high = _largest(self.width, self.height)
        return Crop(self.left, self.top, wide * self.size, high * self.size)

    def moved(self, across: float, down: float) -> "CropFrame":
        """The frame so far to the right and down, in fractions of the picture."""
        crop = self.crop
        return replace(
            self,
            left=max(0.0, min(1 - crop.width, self.left + across)),
            top=max(0.0, min(1 - crop.height, self.top + down)),
        )

    def scaled(self, factor: float) -> "CropFrame":
        """The frame larger or smaller around its own middle."""
        before = self.crop
        grown = replace(self, size=max(SMALLEST, min(1.0, self.size * factor)))
        after = grown.crop
        across, down = (before.width - after.width) / 2, (before.height - after.height) / 2
        return grown.moved(across, down)


def frame_on(width: int, height: int, crop: Crop | None) -> CropFrame:
    """The frame on a picture of this many pixels that comes nearest to a crop.

    Without a crop it is the usual portrait.
    """
    crop = crop or default_crop(width, height)
    wide, high = _largest(width, height)
    size = max(SMALLEST, min(1.0, crop.width / wide, crop.height / high))
    frame = CropFrame(width=width, height=height, left=0.0, top=0.0, size=size)
    across = crop.left + (crop.width - wide * size) / 2
    down = crop.top + (crop.height - high * size) / 2
    return frame.moved(across, down)


def _largest(width: int, height: int) -> tuple[float, float]:
    """Width and height of the largest 4:5 frame, as fractions of the picture."""
    return min(1.0, height * RATIO / width), min(1.0, width / RATIO / height)
