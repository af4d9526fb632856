"""Which day was it? A day to type as one says it, or to step through."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klasgenoot.domain.dates import BadDate, read_when
from klasgenoot.ui.kit.buttons import Button, icon_button
from klasgenoot.ui.kit.field import Field
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.words import short_date

WIDTH = 120
KEYS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}
"""How many days a key goes."""


class DayField(QWidget):
    """A day up to and including the last one allowed: "gisteren", "22 okt", "last Monday".

    Up and Down go a day, PageUp and PageDown a week. What is not understood is put back on leaving.

    Signals:
        picked: another day was chosen by hand.
    """

    picked = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = self._last = date.min
        self._field = Field(look, name=self.tr("Day"))
        self._field.setFixedWidth(look.fonts.px(WIDTH))
        self._field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._field.setToolTip(self.tr("Such as yesterday, Monday or 22 Oct"))
        self._field.textEdited.connect(self._on_text_edited)
        self._field.editingFinished.connect(self._on_editing_finished)
        earlier = self._step(look, "chevron-left", self.tr("A day earlier"), days=-1)
        self._later = self._step(look, "chevron-right", self.tr("A day later"), days=1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for part in (earlier, self._field, self._later):
            row.addWidget(part)
        self.setFocusProxy(self._field)

    def show_day(self, day: date, *, last: date) -> None:
        """Show a day, without a signal; no day after `last` can be chosen."""
        self._last = max(day, last)
        self._show(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        days = KEYS.get(Qt.Key(event.key()))
        if days is None:
            super().keyPressEvent(event)
        else:
            self._go(days)

    def _step(self, look: Look, icon: str, name: str, *, days: int) -> Button:
        button = icon_button(look, icon, name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # in the field Up and Down do the same
        button.setAutoRepeat(True)
        button.clicked.connect(lambda: self._go(days))
        return button

    def _read(self, phrase: str) -> date | BadDate | None:
        """The day that is meant by what was typed."""
        return read_when(phrase, today=self._last)

    def _go(self, days: int) -> None:
        self._pick(min(self._last, self._day + timedelta(days=days)))
        self._show(self._day)

    def _pick(self, day: date) -> None:
        if day != self._day:
            self._day = day
            self._later.setEnabled(day < self._last)
            self.picked.emit(day)

    def _show(self, day: date) -> None:
        self._day = day
        self._field.setText(short_date(day))
        self._later.setEnabled(day < self._last)

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        # the day as it stands here starts with a short day name, which is no phrase of its own
        for phrase in (text, text.partition(" ")[2]):
            day = self._read(phrase)
            if isinstance(day, date):
                self._pick(day)
                return

    @Slot()
    def _on_editing_finished(self) -> None:
        self._show(self._day)
