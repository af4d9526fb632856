"""Who to begin with today? Three faces, each with the reason, the last line and a question."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_stop import OneStop
from klasgenoot.ui.kit.panel import Panel
from klasgenoot.ui.kit.who_card import WhoCard
from klasgenoot.viewmodels.who_rows import WhoRow

translate = QCoreApplication.translate

WIDTH = 1128
BESIDE = 700
"""In a window narrower than this, pixels at text scale 1, the faces stand below each other."""


class WhoNowPanel(Panel):
    """Three students; from each one logs, opens the student or puts off.

    Attributes:
        first: where the focus begins.

    Signals:
        log_requested: the row of whom was spoken with.
        opened: the row of whom more is to be seen.
        snooze_requested: the row of who is to be put off.
    """

    log_requested = Signal(object)
    opened = Signal(object)
    snooze_requested = Signal(object)

    def __init__(self, look: Look, window: QWidget, *, rows: Sequence[WhoRow]) -> None:
        super().__init__(
            look,
            window,
            title=translate("CheckIns", "Who now?"),
            subtitle=translate("CheckIns", "Three is enough for today."),
            close_name=translate("CheckIns", "Close"),
            width=WIDTH,
        )
        narrow = window.width() < look.fonts.px(BESIDE)
        direction = QBoxLayout.Direction
        column = QBoxLayout(direction.TopToBottom if narrow else direction.LeftToRight)
        column.setSpacing(14)
        cards = [self._card_for(look, row) for row in rows]
        for card in cards:
            column.addWidget(card, 1)
        self.body.addLayout(column)
        if not rows:
            nobody = translate("CheckIns", "Everybody is put off for now.")
            self.body.addWidget(Label(look, nobody, colour="text_2"))
        stops = [stop for card in cards for stop in card.stops]
        OneStop(self).set_stops(stops)
        self.first: QWidget | None = stops[0] if stops else None

    def _card_for(self, look: Look, row: WhoRow) -> WhoCard:
        card = WhoCard(look, row)
        card.explain(
            spoken=translate("CheckIns", "Begins a contact"),
            later=translate("CheckIns", "Asks until when, and why"),
        )
        for asked, signal in (
            (card.spoken, self.log_requested),
            (card.later, self.snooze_requested),
            (card.opened, self.opened),
        ):
            asked.connect(lambda signal=signal: self._leave(signal, row))
        return card

    def _leave(self, signal: Signal, row: WhoRow) -> None:
        self.close_panel()
        signal.emit(row)  # type: ignore[attr-defined]  # bound to this panel
