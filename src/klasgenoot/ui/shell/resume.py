"""Back to where the teacher was when the app locked: page, filters, scroll, and half-typed words.

Locking ends the process, so it is written into the encrypted data just before, and read and
removed at the next opening. It may hold words and names, which is why it goes nowhere else.
"""

import json
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from klasgenoot.store import drafts
from klasgenoot.ui.kit.same import place_among
from klasgenoot.ui.shell.window import Window
from klasgenoot.viewmodels.target import AFTER_CLASS, PageId, Target

PLACE = "place"
PATIENCE_MS = 1500
"""So long a page may take to be as long as it was."""

HALF_TYPED = frozenset({"contact", "draft", "typed"})
"""What pages call what should not be lost."""

Said = dict[str, Any]
"""What goes through JSON: texts, numbers, lists."""


@runtime_checkable
class Resumable(Protocol):
    """A page with something to go back to, besides where it was scrolled to."""

    def place(self) -> Said:
        """What is chosen and half typed on it."""

    def take_place(self, said: Said) -> None:
        """Shows that again, after `arrive`; what is no longer there is passed over."""


def keep_place(window: Window) -> None:
    """Writes down where the teacher is, while the data is still open."""
    if not window.is_furnished:
        return
    page = window.page
    said: Said = {
        "page": window.target.page.value,
        "student": window.target.student,
        "own": page.place() if isinstance(page, Resumable) else {},
        "scrolls": [
            [type(area).__name__, area.verticalScrollBar().value()] for area in _areas(page)
        ],
        "focus": _focus(page),
        "log": _open_log(window),
    }
    drafts.save_draft(window.session.vault, of=PLACE, text=json.dumps(said))


def take_place(window: Window) -> None:
    """Goes back to what was written down, once; who has to choose a passphrase first does that.

    The page itself is open already, unless the app was closed while it was locked: then it is
    opened if something was half typed on it.
    """
    if window.target.page is PageId.KEYS:
        return
    vault = window.session.vault
    text = drafts.stored_draft(vault, of=PLACE)
    if not text:
        return
    drafts.save_draft(vault, of=PLACE, text="")
    said: Said = json.loads(text)
    at = Target(PageId(said["page"]), student=said["student"])
    if HALF_TYPED & {name for name, value in said["own"].items() if value}:
        window.go(at)
    page, target = window.page, window.target
    if (target.page, target.student) != (at.page, at.student):
        return
    if isinstance(page, Resumable):
        page.take_place(said["own"])
    _focus_again(page, said["focus"])
    for area, (name, value) in zip(_areas(page), said["scrolls"], strict=False):
        if type(area).__name__ == name and value:
            ScrollBack(area, value)
    if isinstance(said["log"], str):
        window.go(Target(PageId.LOG, act=said["log"]))


class ScrollBack(QObject):
    """Scrolls to where it was as soon as there is enough to scroll through.

    It belongs to the area, and asks it for its bar each time: what Python holds of that goes stale.
    """

    def __init__(self, area: QAbstractScrollArea, value: int) -> None:
        super().__init__(area)
        self._area = area
        self._value = value
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(self._try)
        bar.actionTriggered.connect(self._stop)  # the teacher scrolls by hand
        QTimer.singleShot(PATIENCE_MS, self, self._stop)
        self._try()

    @Slot()
    def _try(self) -> None:
        self._area.verticalScrollBar().setValue(self._value)

    @Slot()
    def _stop(self) -> None:
        bar = self._area.verticalScrollBar()
        bar.rangeChanged.disconnect(self._try)
        bar.actionTriggered.disconnect(self._stop)
        self.deleteLater()


def _open_log(window: Window) -> str | None:
    """How the log was opened, as a target says it; None if it was not."""
    from klasgenoot.ui.shell.log_panel import LogPanel

    shown = next((each for each in window.findChildren(LogPanel) if each.isVisible()), None)
    if shown is None:
        return None
    return AFTER_CLASS if shown.is_after_class else ""


def _areas(page: QWidget) -> list[QAbstractScrollArea]:
    return [area for area in page.findChildren(QAbstractScrollArea) if area.isVisibleTo(page)]


def _focus(page: QWidget) -> list[object] | None:
    """What kind of widget has the keyboard, and the how-manieth of that kind it is."""
    focused = page.window().focusWidget()
    if focused is None or not page.isAncestorOf(focused):
        return None
    kind = type(focused).__name__
    place = place_among(_alike(page, kind), focused)
    return None if place is None else [kind, place]


def _focus_again(page: QWidget, place: list[Any] | None) -> None:
    alike = _alike(page, place[0]) if place else []
    if place and place[1] < len(alike):
        alike[place[1]].setFocus(Qt.FocusReason.OtherFocusReason)


def _alike(page: QWidget, kind: str) -> list[QWidget]:
    return [each for each in page.findChildren(QWidget) if type(each).__name__ == kind]
