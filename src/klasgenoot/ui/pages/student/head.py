"""Who is it, and when did you last see them? The name, one line, and contact week by week."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.attention import Reason
from klasgenoot.domain.people import Student
from klasgenoot.domain.weeks import CellKind
from klasgenoot.ui.kit import strip
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Line
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label, name_label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.strip import Strip, WeekCell
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.viewmodels.student_timeline import WeekRow

translate = QCoreApplication.translate

REASON_LOOK: dict[Reason, tuple[Colour, str]] = {
    Reason.PROMISE_PASSED: ("brick_text", "calendar-x-2"),
    Reason.NEVER: ("honey_text", "circle-dashed"),
    Reason.LONG_AGO: ("honey_text", "clock"),
    Reason.ON_SCHEDULE: ("text_2", ""),
    Reason.SNOOZED: ("text_2", ""),
}
"""Colour and icon of each reason; the words say the same."""

CELLS: dict[CellKind, strip.CellKind] = {
    CellKind.NONE: strip.CellKind.NONE,
    CellKind.NOTICED: strip.CellKind.NOTICED,
    CellKind.MESSAGE: strip.CellKind.WRITTEN,
    CellKind.BRIEF: strip.CellKind.BRIEF,
    CellKind.TALK: strip.CellKind.TALK,
}
"""How what happened in a week is drawn."""


class Head(QWidget):
    """The top of the middle column.

    Attributes:
        log: the button that logs a contact.

    Signals:
        log_requested: a contact is to be logged.
    """

    log_requested = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[object, ...] = ()
        self._log_text = translate("Student", "Log contact")
        self.log = self._log_button(first=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._body = QWidget()
        self._column.addWidget(self._body)

    def say(
        self,
        student: Student,
        *,
        reason: Reason,
        standing: str,
        weeks: Sequence[WeekRow],
        weeks_sentence: str,
        log_first: bool,
    ) -> None:
        """Show a student.

        Args:
            student: who it is.
            reason: why it is their turn, or that it is not.
            standing: the same in a line.
            weeks: contact week by week.
            weeks_sentence: the same in words.
            log_first: whether logging is the first thing to do here.
        """
        shown = (student, reason, standing, tuple(weeks), log_first)
        if shown == self._shown:
            return
        self._shown = shown
        had_focus = self.log.hasFocus()
        self._column.removeWidget(self._body)
        self._body.hide()
        self._body.deleteLater()
        self.log = self._log_button(first=log_first)
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._name(student))
        column.addSpacing(4)
        if student.pronouns:
            pronouns = Label(self._look, student.pronouns, colour="text_2", lines=1)
            words = translate("Student", "Pronouns: {words}").format(words=student.pronouns)
            pronouns.setAccessibleName(words)
            pronouns.setToolTip(words)
            column.addWidget(pronouns)
            column.addSpacing(2)
        column.addLayout(self._standing(reason, standing))
        column.addSpacing(24)
        words = translate("Student", "Contact by teaching week")
        weight = QFont.Weight.Medium
        column.addWidget(Label(self._look, words, Text.CAPTION, colour="text_2", weight=weight))
        column.addSpacing(8)
        column.addWidget(self._strip(weeks, weeks_sentence))
        column.addSpacing(16)
        column.addWidget(Line(self._look))
        self._column.addWidget(self._body)
        self._body.show()
        if had_focus:
            self.log.setFocus(Qt.FocusReason.OtherFocusReason)

    def _log_button(self, *, first: bool) -> Button:
        button = Button(
            self._look, self._log_text, kind="primary" if first else "plain", icon="pencil"
        )
        button.clicked.connect(self.log_requested)
        return button

    def _name(self, student: Student) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        top = Qt.AlignmentFlag.AlignTop
        name = name_label(self._look, student.name, student.rest_of_name, role=Text.NAME, lines=0)
        row.addWidget(name, 1)
        row.addWidget(self.log, 0, top)
        return row

    def _standing(self, reason: Reason, standing: str) -> QHBoxLayout:
        colour, icon = REASON_LOOK[reason]
        row = QHBoxLayout()
        row.setSpacing(7)
        if icon:
            mark = IconLabel(self._look, icon, colour=colour)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        weight = QFont.Weight.Medium if icon else QFont.Weight.Normal
        row.addWidget(Label(self._look, standing, colour=colour, weight=weight), 1)
        return row

    def _strip(self, weeks: Sequence[WeekRow], sentence: str) -> Strip:
        shown = [
            WeekCell(
                week.number,
                strip.CellKind.FREE if week.is_free else CELLS[week.kind],
                is_now=week.is_now,
            )
            for week in weeks
        ]
        return Strip(self._look, shown, name=sentence, large=True)
