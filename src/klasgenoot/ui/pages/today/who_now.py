"""Who now? Three students to speak with, or why there is nobody."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_stop import OneStop
from klasgenoot.ui.kit.tab_order import tab_after
from klasgenoot.ui.kit.who_card import WhoCard
from klasgenoot.viewmodels.target import PageId, Target
from klasgenoot.viewmodels.today import Today
from klasgenoot.viewmodels.who_rows import AT_ONCE, WhoRow

translate = QCoreApplication.translate

GAP = 20
STACKED_BELOW = 640
"""Width under which the cards stand below each other, in pixels at text scale 1."""


class WhoNow(QWidget):
    """Those whose turn it is first. One tab stop; arrow keys go from one to the next.

    Signals:
        spoken: the student with whom there was contact.
        later: the student who is passed over for today.
        open_requested: a Target.
    """

    spoken = Signal(object)
    later = Signal(object)
    open_requested = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: tuple[WhoRow, ...] | None = None
        self._cards: list[WhoCard] = []
        self._stop = OneStop(self)
        title = translate("Today", "Who now?")
        self.setAccessibleName(title)
        self._count = Label(look, "", Text.SUPPORT, colour="text_2", lines=1)
        self._all = Button(look, kind="ghost", size="small", icon="arrow-right")
        self._all.clicked.connect(lambda: self.open_requested.emit(Target(PageId.CHECK_INS)))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(look, title, Text.SECTION, lines=1))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._all)
        self._nobody = Label(look, "", colour="text_2")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._nobody)
        column.addLayout(self._row)

    def show_day(self, day: Today) -> None:
        """Show whose turn it is."""
        shown, waiting = len(day.turns), day.waiting
        words = translate("Today", "{shown} of the {waiting} whose turn it is")
        self._count.setText(words.format(shown=shown, waiting=waiting) if shown else "")
        self._all.setText(translate("Today", "All %n", None, waiting))
        self._all.setVisible(waiting > shown)
        self._nobody.setText(_nobody_words(day))
        self._nobody.setVisible(not shown)
        if day.turns != self._rows:
            self._rows = day.turns
            self._put(day.turns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_stacked = self.width() < self._look.fonts.px(STACKED_BELOW)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(below if is_stacked else beside)

    def _put(self, rows: tuple[WhoRow, ...]) -> None:
        """Show these students; the keyboard stays on the same button of the same place."""
        stops = [stop for card in self._cards for stop in card.stops]
        focused = next((n for n, stop in enumerate(stops) if stop.hasFocus()), None)
        clear(self._row)
        self._cards = [self._card(row) for row in rows]
        fillers = [QWidget() for _ in range(AT_ONCE - len(rows))]  # a card keeps its width
        for part in (*self._cards, *fillers):
            self._row.addWidget(part, 1)
            part.show()
        stops = [stop for card in self._cards for stop in card.stops]
        self._stop.set_stops(stops)
        tab_after(self._all, stops)
        if focused is not None and stops:
            stops[min(focused, len(stops) - 1)].setFocus()

    def _card(self, row: WhoRow) -> WhoCard:
        card, who = WhoCard(self._look, row), row.student.id
        card.explain(
            spoken=translate("Today", "Logs a brief contact of today"),
            later=translate("Today", "Not today; somebody else comes in their place"),
        )
        card.spoken.connect(lambda: self.spoken.emit(who))
        card.later.connect(lambda: self.later.emit(who))
        card.opened.connect(lambda: self.open_requested.emit(Target(PageId.STUDENT, student=who)))
        return card


def _nobody_words(day: Today) -> str:
    if day.waiting:
        return translate("Today", "The others whose turn it is come back tomorrow.")
    if not day.all_seen:
        return translate(
            "Today", "Nobody is waiting. Those you have not spoken with after a week come here."
        )
    return translate("Today", "Nobody is waiting: everyone was seen within your aim.")
