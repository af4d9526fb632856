"""Two minutes on ten school days, not about school: with whom, which day, and done."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.people import StudentId
from klasgenoot.domain.talk_round import TEN_DAYS
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.choice import Dropdown
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import Portrait
from klasgenoot.ui.kit.progress import Segments
from klasgenoot.viewmodels.talks_rows import TenDaysRow

translate = QCoreApplication.translate

FACE = QSize(44, 44)


class TenDaysCard(Card):
    """With whom ten days go on, and with whom they could begin.

    Signals:
        held: today had its two minutes, a `TenDaysRow`.
        end_requested: stop, a `TenDaysRow`.
        begin_requested: with whom.
    """

    held = Signal(object)
    end_requested = Signal(object)
    begin_requested = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, title=translate("Talks", "Ten days, two minutes"), parent=parent)
        self._look = look
        self._shown: tuple[TenDaysRow, ...] | None = None
        self._spoken: list[Button] = []
        about = translate(
            "Talks",
            "For one student you hardly reach: two minutes a day, ten school days, not about"
            " school. With two at most, so that it stays a talk.",
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        holder = QWidget()
        holder.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._list = holder
        self._who = Dropdown(look, name=translate("Talks", "With whom?"))
        begin = Button(look, translate("Talks", "Begin"), size="small", icon="plus")
        begin.clicked.connect(self._on_begin_clicked)
        self._beginning = QWidget()
        self._beginning.setLayout(flow(self._who, begin))
        self.body.setSpacing(12)
        self.body.addWidget(Label(look, about, Text.SUPPORT, colour="text_2"))
        self.body.addWidget(holder)
        self.body.addWidget(self._beginning)

    def take_focus(self) -> bool:
        """Puts the keyboard on today's two minutes, else on with whom; False without either."""
        ready: list[QWidget] = [each for each in self._spoken if each.isEnabled()]
        if self._beginning.isVisibleTo(self):
            ready.append(self._who)
        for first in ready[:1]:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(ready)

    def show_rows(
        self, rows: Sequence[TenDaysRow], *, candidates: Sequence[tuple[StudentId, str]]
    ) -> None:
        """Show with whom it goes on; without candidates nobody can be added."""
        kept = self._who.currentData()
        self._who.clear()
        for student_id, name in candidates:
            self._who.addItem(name, student_id)
        self._who.setCurrentIndex(max(0, self._who.findData(kept)))
        self._beginning.setVisible(bool(candidates))
        if tuple(rows) == self._shown:
            return
        self._shown = tuple(rows)
        there = QApplication.focusWidget()
        had_focus = there is not None and self._list.isAncestorOf(there)
        clear(self._rows)
        self._spoken.clear()
        parts = [self._row(row) for row in rows]
        for part in parts:
            self._rows.addWidget(part)
            part.show()
        self._list.setVisible(bool(rows))
        if had_focus:  # rather not on a button that stops what was just done
            buttons = (each for part in parts for each in part.findChildren(Button))
            after = next((each for each in buttons if each.isEnabled()), self._who)
            (self._who if candidates else after).setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, row: TenDaysRow) -> QWidget:
        look = self._look
        holder = QWidget()
        holder.setAccessibleName(f"{row.name}, {row.line}")
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        portrait = Portrait(look, face_of(row.student), name=row.student.full_name, size=FACE)
        line.addWidget(portrait, 0, top)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(Label(look, row.name, Text.BODY, weight=QFont.Weight.DemiBold))
        words.addWidget(Label(look, row.line, Text.SUPPORT, colour="text_2"))
        steps = Segments(look)
        steps.set_progress(row.held, TEN_DAYS, name=row.line)
        words.addWidget(steps)
        spoken = Button(
            look,
            translate("Talks", "Spoken"),
            kind="tonal" if row.is_today else "plain",
            size="small",
            icon="check",
        )
        spoken.setAccessibleName(translate("Talks", "Spoken with {name}").format(name=row.name))
        spoken.setEnabled(row.is_today)
        spoken.clicked.connect(lambda: self.held.emit(row))
        self._spoken.append(spoken)
        stop = Button(look, translate("Talks", "Stop"), kind="ghost", size="small")
        stop.setAccessibleName(translate("Talks", "Stop with {name}").format(name=row.name))
        stop.clicked.connect(lambda: self.end_requested.emit(row))
        words.addSpacing(8)
        words.addLayout(flow(spoken, stop))
        line.addLayout(words, 1)
        return holder

    @Slot()
    def _on_begin_clicked(self) -> None:
        who = self._who.currentData()
        if who is not None:
            self.begin_requested.emit(who)
