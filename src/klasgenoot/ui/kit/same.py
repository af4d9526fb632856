"""Is it the same widget? Asked of Qt, which alone knows.

What Python holds of a widget can go stale: then two things stand for one, `is` and `==` tell them
apart, and a list that has the one does not have the other.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from shiboken6 import getCppPointer, isValid


def is_same(one: QObject | None, other: QObject | None) -> bool:
    """Whether both stand for one thing that is there."""
    if one is None or other is None or not isValid(one) or not isValid(other):
        return False
    return bool(getCppPointer(one) == getCppPointer(other))


def place_among(those: Sequence[QObject], sought: QObject | None) -> int | None:
    """Which of these it is, from 0; None where it is none of them."""
    return next((place for place, each in enumerate(those) if is_same(each, sought)), None)
