"""The whole plan: a row for each week, with the faces of that week."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.people import StudentId
from klasgenoot.ui.kit.card import Line
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_stop import OneStop
from klasgenoot.ui.pages.talks.face_button import FaceButton
from klasgenoot.viewmodels.talks_rows import WeekRow

translate = QCoreApplication.translate

HEAD = 124
"""Width of what stands before the faces, in pixels at text scale 1."""


class WeekRows(QWidget):
    """All weeks; the faces are one tab stop, arrow keys go from one to the next.

    Signals:
        chosen: whose talk is wanted in front.
    """

    chosen = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[object, ...] = ()
        self._faces = OneStop(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setAccessibleName(translate("Talks", "The plan"))

    def show_weeks(
        self, rows: Sequence[WeekRow], *, chosen: StudentId | None, is_planned: bool
    ) -> None:
        """Show the plan, with one face marked; one that is not planned yet is there to look at."""
        shown = (tuple(rows), chosen, is_planned)
        if shown == self._shown:
            return
        had_focus = any(button.hasFocus() for button in self.findChildren(FaceButton))
        self._shown = shown
        clear(self._column)
        buttons: list[FaceButton] = []
        for number, row in enumerate(rows):
            if number:
                self._add(Line(self._look))
            self._add(self._week(row, chosen=chosen, buttons=buttons))
        for button in buttons:
            button.setEnabled(is_planned and button.isEnabled())
        self._faces.set_stops(buttons if is_planned else ())
        for button in buttons:
            if button.is_chosen:
                self._faces.move_to(button)
                if had_focus:
                    button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _week(
        self, row: WeekRow, *, chosen: StudentId | None, buttons: list[FaceButton]
    ) -> QWidget:
        look = self._look
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 8, 0, 8)
        line.setSpacing(12)
        head = QWidget()
        head.setFixedWidth(look.fonts.px(HEAD))
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(0)
        weight = QFont.Weight.DemiBold if row.is_now else QFont.Weight.Medium
        column.addWidget(Label(look, row.number, Text.BODY, weight=weight))
        column.addWidget(Label(look, row.days, Text.CAPTION, colour="text_3"))
        column.addStretch(1)
        line.addWidget(head, 0, Qt.AlignmentFlag.AlignTop)
        if not row.faces:
            words = (
                translate("Talks", "no lessons") if row.is_free else translate("Talks", "nobody")
            )
            line.addWidget(Label(look, words, Text.SUPPORT, colour="text_3"), 1)
            return holder
        faces = QWidget()
        made = [
            FaceButton(look, each, is_chosen=each.student.id == chosen and not each.is_held)
            for each in row.faces
        ]
        for button, face in zip(made, row.faces, strict=True):
            who = face.student.id
            button.clicked.connect(lambda _on=False, who=who: self.chosen.emit(who))
        faces.setLayout(flow(*made, gap=4, line_gap=4))
        buttons += made
        line.addWidget(faces, 1)
        return holder

    def _add(self, part: QWidget) -> None:
        self._column.addWidget(part)
        part.show()
