"""What was noted before? The notes on the group, newest first."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button, icon_button
from klasgenoot.ui.kit.card import Line
from klasgenoot.ui.kit.chips import Chip
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_stop import OneStop, go_to
from klasgenoot.viewmodels.phases import NoteRow

translate = QCoreApplication.translate

AT_FIRST = 12
"""So many notes are shown until the rest is asked for."""


class NoteItem(QWidget):
    """One note.

    Attributes:
        edit: its button to mend it.
        remove: its button to remove it.
    """

    def __init__(self, look: Look, note: NoteRow, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(note.sentence)
        of_day = {"day": note.day}
        self.edit = _quiet(look, "pencil", translate("Phases", "Mend the note of {day}"), of_day)
        self.remove = _quiet(
            look, "trash-2", translate("Phases", "Remove the note of {day}"), of_day
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 9, 0, 13)
        column.setSpacing(3)
        column.addLayout(self._head(look, note))
        if note.text:
            column.addWidget(Label(look, note.text))
        if note.signals:
            seen = " · ".join(note.signals)
            column.addWidget(Label(look, seen, Text.SUPPORT, colour="text_2"))

    def _head(self, look: Look, note: NoteRow) -> QHBoxLayout:
        day = Label(look, note.day, Text.SUPPORT, colour="text_2", weight=QFont.Weight.Medium)
        words: list[QWidget] = [day]
        if note.phase:
            words.append(Chip(look, note.phase, tone="teal"))
        head = QHBoxLayout()
        head.setSpacing(4)
        said = QWidget()
        said.setLayout(flow(*words, line_gap=4))
        head.addWidget(said, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(Label(look, note.age, Text.SUPPORT, colour="text_3", lines=1))
        head.addSpacing(6)
        head.addWidget(self.edit)
        head.addWidget(self.remove)
        return head


class Notes(QWidget):
    """All notes on the class. The buttons of all notes are one tab stop.

    Signals:
        edit_requested: the id of the note to mend.
        remove_requested: the id of the note to remove.
    """

    edit_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._notes: tuple[NoteRow, ...] = ()
        self._all = False
        self._items: list[NoteItem] = []
        self._stop = OneStop(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(look, self.tr("Notes"), Text.SECTION))
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column.addLayout(self._column)
        self._more = Button(look, kind="ghost", icon="chevron-down")
        self._more.clicked.connect(self._on_more_clicked)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def set_notes(self, notes: Sequence[NoteRow]) -> None:
        """Show these notes; of many the newest, and the rest when asked for."""
        if tuple(notes) == self._notes:
            return
        self._notes = tuple(notes)
        self._show()

    def _show(self) -> None:
        place = self._place_of_focus()
        shown = self._notes if self._all else self._notes[:AT_FIRST]
        self.hide()  # so that everything is laid out once, and can take the focus at once
        self._clear()
        for note in shown:
            if self._items:
                self._column.addWidget(Line(self._look))
            self._column.addWidget(self._item(note))
        self._stop.set_stops([b for item in self._items for b in (item.edit, item.remove)])
        older = len(self._notes) - len(shown)
        self._more.setText(self.tr("%n older note(s)", None, older))
        self._more.setVisible(older > 0)
        self.show()
        if place is not None and self._items:
            self._items[min(place, len(self._items) - 1)].remove.setFocus()

    def _item(self, note: NoteRow) -> NoteItem:
        item = NoteItem(self._look, note)
        item.edit.clicked.connect(lambda _=False: self.edit_requested.emit(note.id))
        item.remove.clicked.connect(lambda _=False: self.remove_requested.emit(note.id))
        self._items.append(item)
        return item

    def _place_of_focus(self) -> int | None:
        """Which note has the focus; when it goes, the one in its place takes it."""
        there = QApplication.focusWidget()
        if there is None:
            return None
        return next((n for n, item in enumerate(self._items) if item.isAncestorOf(there)), None)

    @Slot()
    def _on_more_clicked(self) -> None:
        self._all = True
        self._show()
        go_to(self._items[AT_FIRST].edit)

    def _clear(self) -> None:
        clear(self._column)
        self._items = []


def _quiet(look: Look, icon: str, name: str, data: dict[str, str]) -> Button:
    return icon_button(look, icon, name.format(**data), size="small")
