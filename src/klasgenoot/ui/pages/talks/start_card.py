"""What does a round ask? In how many weeks, how long each talk, and what that comes to."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from klasgenoot.domain.talk_round import FEWEST_WEEKS, MINUTES, MOST_WEEKS
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.choice import Dropdown
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look

translate = QCoreApplication.translate


class StartCard(Card):
    """The form for a new round.

    Attributes:
        start: plans it.

    Signals:
        weeks_chosen: in how many weeks.
        minutes_chosen: how long a talk is.
        start_requested: plan it.
    """

    weeks_chosen = Signal(int)
    minutes_chosen = Signal(int)
    start_requested = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, title=translate("Talks", "A talk with everybody"), parent=parent)
        advice = translate(
            "Talks",
            "Who you have not spoken with yet comes first, then who you have not seen for the"
            " longest time. Where that is equal, a lot decides. Taking part is up to the student:"
            " who would rather not, you leave out with one press.",
        )
        self._weeks = _choice(
            look,
            translate("Talks", "In how many weeks?"),
            [
                (weeks, translate("Talks", "%n week(s)", None, weeks))
                for weeks in range(FEWEST_WEEKS, MOST_WEEKS + 1)
            ],
        )
        self._minutes = _choice(
            look,
            translate("Talks", "How long is a talk?"),
            [(minutes, translate("Talks", "%n minute(s)", None, minutes)) for minutes in MINUTES],
        )
        self._cost = Label(look, "", Text.SECTION)
        self.start = Button(
            look, translate("Talks", "Plan the round"), kind="primary", icon="messages-square"
        )
        self.start.clicked.connect(self.start_requested)
        form = QGridLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(10)
        for number, field in enumerate((self._weeks, self._minutes)):
            form.addWidget(Label(look, field.accessibleName(), Text.BODY), number, 0)
            form.addWidget(field, number, 1)
        form.setColumnStretch(2, 1)
        self.body.setSpacing(16)
        self.body.addWidget(Label(look, advice, Text.BODY, colour="text_2"))
        self.body.addLayout(form)
        self.body.addWidget(self._cost)
        self.body.addLayout(flow(self.start))
        self._weeks.activated.connect(self._on_weeks_activated)
        self._minutes.activated.connect(self._on_minutes_activated)

    def show_form(self, *, weeks: int, minutes: int, cost: str) -> None:
        """Show what is chosen and what it comes to."""
        self._weeks.setCurrentIndex(self._weeks.findData(weeks))
        self._minutes.setCurrentIndex(self._minutes.findData(minutes))
        self._cost.setText(cost)

    @Slot()
    def _on_weeks_activated(self) -> None:
        self.weeks_chosen.emit(self._weeks.currentData())

    @Slot()
    def _on_minutes_activated(self) -> None:
        self.minutes_chosen.emit(self._minutes.currentData())


def _choice(look: Look, question: str, choices: Sequence[tuple[int, str]]) -> Dropdown:
    made = Dropdown(look, name=question)
    for value, words in choices:
        made.addItem(words, value)
    return made
