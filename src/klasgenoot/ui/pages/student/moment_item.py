"""One moment on the timeline that is no contact: quiet, and told whole to who cannot see it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.ui.kit.typeset import Run
from klasgenoot.ui.pages.student.timeline_item import (
    ABOVE,
    BELOW,
    ENTER,
    MARK,
    MARK_GAP,
    MARK_RADIUS,
    Rail,
)
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
}


BRIEF_TOP = 5
"""What puts a single line in the middle of its mark."""


class MomentItem(QWidget):
    """One moment; a note on the group in a single line, as there are many of those.

    A kept promise can be open again: by its button, or Enter.

    Signals:
        reopen_requested: it was not kept after all.
    """

    reopen_requested = Signal()

    def __init__(self, look: Look, moment: Moment, *, is_last: bool) -> None:
        super().__init__()
        self._moment = moment
        self.setAccessibleName(moment.sentence)
        self.setProperty("ring", MARK_RADIUS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        is_brief = moment.kind is MomentKind.GROUP_NOTE
        heading = Label(look, "", Text.SUPPORT, colour="text_3", lines=int(is_brief))
        more = [Run(f": {moment.text}")] if is_brief else []
        heading.set_runs(
            Run(moment.day, QFont.Weight.Medium, "text_2"), Run(f" · {moment.heading}"), *more
        )
        column = QVBoxLayout()
        column.setContentsMargins(0, BRIEF_TOP if is_brief else 0, 0, 0 if is_brief else BELOW)
        column.setSpacing(2)
        column.addWidget(heading)
        if is_brief:
            column.addStretch(1)
        if moment.text and not is_brief:
            colour: Colour = "text" if moment.stands_alone else "text_2"
            column.addWidget(Label(look, moment.text, colour=colour))
        if moment.line:
            column.addWidget(Label(look, moment.line, Text.CAPTION, colour="text_2"))
        if moment.promise is not None:
            again = Button(
                look,
                translate("Student", "Not kept after all"),
                kind="ghost",
                size="small",
                icon="rotate-ccw",
            )
            again.clicked.connect(self.reopen_requested)
            again.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter does the same
            column.addLayout(flow(again))
            self.setAccessibleDescription(translate("Student", "Enter makes it open again"))
        self.setMinimumHeight(MARK + BELOW)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, ABOVE, 0, 0)
        line.setSpacing(MARK_GAP)
        line.addWidget(Rail(look, ICONS[moment.kind], is_last=is_last))
        line.addLayout(column, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._moment.promise is not None and Qt.Key(event.key()) in ENTER:
            self.reopen_requested.emit()
        else:
            super().keyPressEvent(event)
