"""Where do things stand on a page of a PDF as one sees it, however it is turned or cropped?"""

import ctypes
from typing import TYPE_CHECKING

from klasgenoot.domain.errors import UnreadablePdf
from klasgenoot.domain.page_layout import Box

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

MAX_SIDE = 15_000
"""Points: PDF itself knows no larger page without a special unit."""
_FINE = 100
"""How many parts a point is divided into when a place is asked for."""


class Places:
    """Where things stand on a page as one sees it: turned, and from the upper left corner."""

    def __init__(self, page: "PdfPage") -> None:
        import pypdfium2.raw as c

        self._page, self._ask = page, c.FPDF_PageToDevice
        self.width, self.height = page.get_width(), page.get_height()
        if not (0 < self.width <= MAX_SIDE and 0 < self.height <= MAX_SIDE):
            raise UnreadablePdf("", "damaged")
        self._size = (round(self.width * _FINE), round(self.height * _FINE))

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The box on the page as one sees it, of one in the page's own measure."""
        (a, b), (d, e) = self._at(left, bottom), self._at(right, top)
        return Box(min(a, d), min(b, e), max(a, d), max(b, e))

    def seen(self, box: Box) -> Box:
        """The part of a box that is on the page."""
        return shared(box, Box(0, 0, self.width, self.height))

    def _at(self, across: float, up: float) -> tuple[float, float]:
        x, y = ctypes.c_int(), ctypes.c_int()
        limit = 10.0 * MAX_SIDE
        across, up = (max(-limit, min(limit, place)) for place in (across, up))
        self._ask(self._page, 0, 0, *self._size, 0, across, up, x, y)
        return x.value / _FINE, y.value / _FINE


def shared(one: Box, other: Box) -> Box:
    """Where two boxes overlap; of a negative width or height where they do not."""
    return Box(
        max(one.left, other.left),
        max(one.top, other.top),
        min(one.right, other.right),
        min(one.bottom, other.bottom),
    )
