"""What can be said of how it goes? A trend, and how far a forecast can be off."""

from collections.abc import Sequence
from math import ceil, sqrt

from klasgenoot.domain.sweep import SweepResult

ENOUGH_ASKED = 10
"""A sweep through fewer faces says too little to be held beside another."""

ENOUGH_SWEEPS = 3
"""With fewer sweeps there are points, and no line."""


def comparable(sweeps: Sequence[SweepResult]) -> tuple[SweepResult, ...]:
    """Those sweeps that can be held side by side; none where they are too few or too small."""
    enough = tuple(sweep for sweep in sweeps if sweep.asked >= ENOUGH_ASKED)
    return enough if len(enough) >= ENOUGH_SWEEPS else ()


def give_or_take(known: float, *, total: int) -> int:
    """How many names more or fewer than expected there may well be, rounded up.

    The standard deviation of a sum of chances, were all of them the same. With the same sum and
    chances that differ it is smaller, so this says too much rather than too little. That the model
    itself may be off comes on top, and nobody knows how much.
    """
    if total <= 0:
        return 0
    part = min(1.0, max(0.0, known / total))
    return ceil(sqrt(total * part * (1 - part)))
