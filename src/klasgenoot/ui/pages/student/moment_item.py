"""One moment on the timeline that is no contact: quiet, and told whole to who cannot see it."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.ui.kit.typeset import Run
from klasgenoot.ui.pages.student.entry import Entry, Shape
from klasgenoot.ui.pages.student.entry_parts import Part, Words
from klasgenoot.viewmodels.student_moments import Moment, MomentKind

translate = QCoreApplication.translate

ICONS = {
    MomentKind.FIRST_LESSON: "id-card",
    MomentKind.NAME: "id-card",
    MomentKind.SWEEP: "clipboard-check",
    MomentKind.PROMISE_KEPT: "check",
    MomentKind.CONSENT: "shield-check",
    MomentKind.TRANSFER: "handshake",
    MomentKind.GROUP_NOTE: "activity",
    MomentKind.PRACTICE: "scan-face",
    MomentKind.TALK_ROUND: "calendar-clock",
    MomentKind.TEN_DAYS: "calendar-clock",
}
SHAPES = {
    MomentKind.GROUP_NOTE: Shape.BRIEF,
    MomentKind.TALK_ROUND: Shape.BRIEF,
    MomentKind.TEN_DAYS: Shape.BRIEF,
    MomentKind.PRACTICE: Shape.QUIET,
}
"""What is not told in full, as there is much of it."""


class MomentItem(Entry):
    """One moment; in a single line where there are many of its kind: notes on the group, practice.

    A kept promise can be open again: by its button, or Enter.

    Signals:
        reopen_requested: it was not kept after all.
    """

    reopen_requested = Signal()

    def __init__(self, look: Look, moment: Moment, *, is_last: bool) -> None:
        shape = SHAPES.get(moment.kind, Shape.FULL)
        super().__init__(
            look,
            ICONS[moment.kind],
            tuple(_parts(look, moment) if shape is Shape.FULL else _brief(look, moment, shape)),
            is_last=is_last,
            shape=shape,
        )
        self._moment = moment
        self.setAccessibleName(moment.sentence)
        if moment.promise is not None:
            self.put_below(self._make_again(look))
            self.setAccessibleDescription(translate("Student", "Enter makes it open again"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._moment.promise is not None and Qt.Key(event.key()) in ENTER:
            self.reopen_requested.emit()
        else:
            super().keyPressEvent(event)

    def _make_again(self, look: Look) -> QWidget:
        again = Button(
            look,
            translate("Student", "Not kept after all"),
            kind="ghost",
            size="small",
            icon="rotate-ccw",
        )
        again.clicked.connect(self.reopen_requested)
        again.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter does the same
        below = QWidget()
        below.setLayout(flow(again))
        return below


def _brief(look: Look, moment: Moment, shape: Shape) -> Iterator[Part]:
    more = [Run(f": {moment.text}")] if moment.text else []
    if shape is Shape.QUIET:
        whole = (Run(f"{moment.day} · {moment.heading}"), *more)
        yield Words(look, *whole, role=Text.CAPTION, colour="text_3", lines=1)
    else:
        yield Words(look, *_heading(moment), *more, role=Text.SUPPORT, colour="text_3", lines=1)


def _parts(look: Look, moment: Moment) -> Iterator[Part]:
    yield Words(look, *_heading(moment), role=Text.SUPPORT, colour="text_3")
    if moment.text:
        colour: Colour = "text" if moment.stands_alone else "text_2"
        yield Words(look, Run(moment.text), colour=colour)
    if moment.line:
        yield Words(look, Run(moment.line), role=Text.CAPTION, colour="text_2")


def _heading(moment: Moment) -> tuple[Run, Run]:
    return Run(moment.day, QFont.Weight.Medium, "text_2"), Run(f" · {moment.heading}")
