"""Where does everything stand in a row of the list? Face, name, weeks and reason, for any width."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.strip import SMALL_CELL

MENU_SIGN = "."
"""Opens the menu of a row or a face on a keyboard without a menu key."""
CELL_GAP = 4
PITCH = SMALL_CELL + CELL_GAP
FACE, SMALL_FACE = 34, 20
FACE_GAP, NAME_GAP, REASON_GAP = 10, 8, 14
SCROLL_BAR, BAR_GAP = 10, 8
"""How wide a scroll bar is, and how far it stays from the words beside it."""
NARROWEST_NAME = 82
"""A call name has at least this room, pixels at text scale 1; old weeks make way for it."""


@dataclass(frozen=True, slots=True)
class RowPlan:
    """The columns of the list, in pixels from its left edge.

    Attributes:
        name: where names begin.
        strip: where the weeks begin.
        weeks: how many weeks fit, counted back from this one.
        reason: where the reason may begin; it ends at the right edge.
        width: of the whole row.
    """

    name: int
    strip: int
    weeks: int
    reason: int
    width: int

    @property
    def name_room(self) -> int:
        """The most that a name may take."""
        return self.strip - NAME_GAP - self.name

    def cell(self, number: int) -> QRectF:
        """The column of one of the weeks that fit, counted from 0; only left and width count."""
        return QRectF(self.strip + number * PITCH, 0, SMALL_CELL, SMALL_CELL)


def plan_row(look: Look, *, width: int, weeks: int, reason_width: int) -> RowPlan:
    """The columns for a list `width` wide whose widest reason takes `reason_width`."""
    name = look.fonts.px(FACE) + FACE_GAP
    reason = width - reason_width
    room = reason - REASON_GAP - NAME_GAP - name - look.fonts.px(NARROWEST_NAME) + CELL_GAP
    shown = max(0, min(weeks, room // PITCH))
    strip = reason - REASON_GAP - (shown * PITCH - CELL_GAP if shown else 0)
    return RowPlan(name=name, strip=strip, weeks=shown, reason=reason, width=width)


def wanted_width(look: Look, *, weeks: int, reason_width: int) -> int:
    """How wide the list is at best: every week in sight beside a name, with its scroll bar."""
    name = look.fonts.px(FACE) + FACE_GAP + look.fonts.px(NARROWEST_NAME) + NAME_GAP
    return name + weeks * PITCH - CELL_GAP + REASON_GAP + reason_width + BAR_GAP + SCROLL_BAR


def weeks_apart(number_width: float) -> int:
    """Which weeks have their number above them: each, or each second where they would touch."""
    return 1 if number_width <= SMALL_CELL else 2
