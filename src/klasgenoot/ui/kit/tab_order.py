"""Where does Tab go next? Down the parts in order, also through what was made later."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from klasgenoot.ui.kit.same import is_same, place_among


def tab_in_order(*parts: QWidget) -> None:
    """Let Tab go through these parts one after the other.

    Qt takes the order in which widgets were made; what a part shows anew would come last of all.
    """
    stops = [
        widget
        for part in parts
        for widget in part.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.focusProxy()
        and is_same(widget.window(), part.window())  # what pops up has an order of its own
    ]
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)


def tab_after(before: QWidget, stops: Sequence[QWidget]) -> None:
    """Let Tab come to these, made later, right behind what stands before them."""
    for one, other in pairwise((before, *stops)):
        QWidget.setTabOrder(one, other)


def tab_ahead_of(following: QWidget, stops: Sequence[QWidget]) -> None:
    """Let Tab come to these, made later, right before what follows them."""
    if not stops:
        return
    before = _stop_before(following, skipping=stops)
    tab_after(before or following, stops)
    if before is None:
        tab_after(stops[-1], [following])


def _stop_before(following: QWidget, *, skipping: Sequence[QWidget]) -> QWidget | None:
    before = following.previousInFocusChain()
    while before is not None and not is_same(before, following):
        takes_focus = before.focusPolicy() != Qt.FocusPolicy.NoFocus
        # what pops up has an order of its own
        is_here = is_same(before.window(), following.window())
        if takes_focus and is_here and place_among(skipping, before) is None:
            return before
        before = before.previousInFocusChain()
    return None


def stop_at(chosen: QWidget | None, *, among: Iterable[QWidget]) -> None:
    """Let Tab come to the one of a few that is chosen, and to none of the others.

    Qt sees to that itself, but only once one of them had the focus.
    """
    for each in among:
        is_stop = each is chosen
        each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
