"""Where was the keyboard? Found back after everything in the window was made anew."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from klasgenoot.ui.kit.same import place_among


class FocusPlace(NamedTuple):
    """Where in the window the keyboard is, told without names, which change with the language."""

    part: int
    """Which part of the window."""
    kind: type[QWidget]
    nth: int
    """The how-manieth of this kind in that part, from 0."""


def focus_place(parts: Sequence[QWidget], focused: QWidget | None) -> FocusPlace | None:
    """Where the keyboard is; None when it is in none of these parts."""
    for number, part in enumerate(parts):
        if focused is not None and part.isAncestorOf(focused):
            nth = place_among(_alike(part, type(focused)), focused)
            return None if nth is None else FocusPlace(number, type(focused), nth)
    return None


def focus_again(parts: Sequence[QWidget], place: FocusPlace) -> None:
    """Puts the keyboard where it was in the parts as they are now, if that is still there."""
    alike = _alike(parts[place.part], place.kind)
    if place.nth < len(alike):
        alike[place.nth].setFocus(Qt.FocusReason.OtherFocusReason)


def _alike(part: QWidget, kind: type[QWidget]) -> list[QWidget]:
    """The part itself and all that is in it, as far as it is of this kind."""
    return [each for each in (part, *part.findChildren(QWidget)) if type(each) is kind]
