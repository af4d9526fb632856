"""Where do the columns of the list stand? Name, last seen, weeks, promise, in the room there is."""

from dataclasses import dataclass

from PySide6.QtGui import QFontMetrics

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.strip import GAP as CELL_GAP
from klasgenoot.ui.kit.strip import SMALL_CELL

BLEED = 12
"""The list is this much wider than the page at each side, for the tint of a chosen row."""
GAP = 24
NAME_SHARE, LEAST_NAME = 0.24, 170
PROMISE_SHARE, LEAST_PROMISE, MOST_PROMISE = 0.19, 120, 220
LEAST_SEEN = 200
"""Lengths in pixels at text scale 1."""
FEWEST_WEEKS = 4
"""With room for fewer weeks than this the promise makes way for them."""
WIDEST_NUMBER = "44"


@dataclass(frozen=True, slots=True)
class Span:
    """Where a column begins and how wide it is; a width of 0 is a column that is left out."""

    left: int = 0
    width: int = 0

    @property
    def right(self) -> int:
        """Where it ends."""
        return self.left + self.width


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPlan:
    """The columns, counted from the left edge of the contents.

    Attributes:
        weeks: how many weeks fit, counted back from this one.
        pitch: from one week to the next.
    """

    name: Span
    seen: Span
    strip: Span
    promise: Span
    weeks: int
    pitch: int


def plan_list(width: int, *, look: Look, weeks: int) -> ListPlan:
    """The columns that fit in a width; old weeks make way first, then the promise.

    Args:
        width: of the contents, in pixels.
        look: for the sizes of texts.
        weeks: how many weeks there are to show.
    """
    px = look.fonts.px
    number = QFontMetrics(look.fonts.bold(Text.CAPTION)).horizontalAdvance(WIDEST_NUMBER)
    pitch = max(SMALL_CELL + CELL_GAP, number + CELL_GAP)
    name = min(max(px(LEAST_NAME), round(NAME_SHARE * width)), width // 2)
    promise = max(px(LEAST_PROMISE), min(px(MOST_PROMISE), round(PROMISE_SHARE * width)))
    room = width - name - px(LEAST_SEEN) - 2 * GAP
    shown = max(0, min(weeks, (room - promise - GAP) // pitch))
    if shown < min(FEWEST_WEEKS, weeks):
        promise = 0
        shown = max(0, min(weeks, room // pitch))
        shown = shown if shown >= min(FEWEST_WEEKS, weeks) else 0
    strip = shown * pitch - CELL_GAP if shown else 0
    right = width - (promise + GAP if promise else 0)
    seen_right = right - (strip + GAP if strip else 0)
    return ListPlan(
        name=Span(0, name),
        seen=Span(name + GAP, max(0, seen_right - name - GAP)),
        strip=Span(right - strip, strip),
        promise=Span(width - promise, promise),
        weeks=shown,
        pitch=pitch,
    )
