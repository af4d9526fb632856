"""A list of things in the calendar, each to be changed or removed, and a button for a new one."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button, icon_button
from klasgenoot.ui.kit.card import Card, Line
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.flow import Flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_stop import OneStop
from klasgenoot.ui.kit.tab_order import tab_ahead_of
from klasgenoot.viewmodels.calendar_rows import EntryRow

translate = QCoreApplication.translate


class EntriesCard(Card):
    """Weekly lessons, or periods. The rows are one tab stop; arrow keys go through them.

    Args:
        look: how everything looks.
        title: what stands in the list.
        add: what the button for a new one says.
        nothing: what is said while the list is empty.

    Attributes:
        tools: the row below the list, for more buttons.
        button: adds a new one.

    Signals:
        add_requested: a new one is wanted.
        change_requested: the row to be changed.
        remove_requested: the row to be removed.
    """

    add_requested = Signal()
    change_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(
        self, look: Look, *, title: str, add: str, nothing: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, title=title, parent=parent)
        self._rows: tuple[EntryRow, ...] | None = None
        self._nothing = nothing
        self._stops: list[QWidget] = []
        self._stop = OneStop(self)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.button = Button(look, add, size="small", icon="plus")
        self.button.clicked.connect(self.add_requested)
        self.tools = Flow()
        self.body.addLayout(self._column)
        self.body.addSpacing(6)
        self.body.addLayout(self.tools)
        self.tools.addWidget(self.button)
        self.body.addStretch(1)

    def show_rows(self, rows: Sequence[EntryRow]) -> None:
        """Show these; the keyboard stays at its place."""
        if tuple(rows) == self._rows:
            return
        focused = next((n for n, stop in enumerate(self._stops) if stop.hasFocus()), None)
        self._rows = tuple(rows)
        clear(self._column)
        self._stops = []
        for row in rows:
            if self._stops:
                line = Line(self._look)
                self._column.addWidget(line)
                line.show()
            item = self._item(row)
            self._column.addWidget(item)
            item.show()  # at once: the keyboard may be on one of its buttons
        if not rows:
            self._column.addWidget(Label(self._look, self._nothing, Text.SUPPORT, colour="text_2"))
        self._stop.set_stops(self._stops)
        tab_ahead_of(self.button, self._stops)
        if focused is not None:
            again = self._stops[min(focused, len(self._stops) - 1)] if self._stops else self.button
            again.setFocus()

    def _item(self, row: EntryRow) -> QWidget:
        look = self._look
        item = QWidget()
        item.setAccessibleName(row.sentence)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(look, row.title, weight=QFont.Weight.Medium))
        texts.addWidget(Label(look, row.line, Text.SUPPORT, colour="text_2"))
        across = QHBoxLayout(item)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(2)
        across.addLayout(texts, 1)
        if row.can_be_changed:
            words = translate("Calendar", "Change {title}").format(title=row.title)
            change = icon_button(look, "pencil", words, size="small")
            change.clicked.connect(lambda: self.change_requested.emit(row))
            self._add(change, across)
        words = translate("Calendar", "Remove {title}").format(title=row.title)
        remove = icon_button(look, "trash-2", words, size="small")
        remove.clicked.connect(lambda: self.remove_requested.emit(row))
        self._add(remove, across)
        return item

    def _add(self, button: Button, across: QHBoxLayout) -> None:
        across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._stops.append(button)
