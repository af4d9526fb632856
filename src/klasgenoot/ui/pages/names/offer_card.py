"""How many names do I know, and what is there to practise now? The card with the big button."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.memory import Level
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.choice import Check, Dropdown
from klasgenoot.ui.kit.curve import DeadlineCurve
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.levels import LevelBar
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.deadline import DeadlineViewModel
from klasgenoot.viewmodels.offer import Offer

translate = QCoreApplication.translate

GAP, CLOSE = 14, 10
"""Between the parts of the card, and where height is short."""


class OfferCard(Card):
    """The names known and the session on offer.

    Signals:
        practise_requested: the button was pressed.
        minutes_chosen: how many minutes a day to practise.
        first_lesson_requested: the day of the first lesson is to be said.
        together_chosen: whether the other classes share those minutes.
    """

    practise_requested = Signal()
    minutes_chosen = Signal(int)
    together_chosen = Signal(bool)
    first_lesson_requested = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._known = Label(look, "", Text.NAME)
        self._total = Label(look, "", Text.BODY, colour="text_2")
        self._countdown = Label(look, "", Text.SUPPORT, colour="text_2")
        self._bar = LevelBar(look)
        self._curve = DeadlineCurve(look)
        self._minutes = Dropdown(look, name=translate("Names", "Minutes a day"), enter_opens=True)
        self._minutes.activated.connect(self._on_minutes_activated)
        self._first_lesson = Button(
            look, translate("Names", "When is your first lesson?"), size="small", icon="calendar"
        )
        self._first_lesson.setToolTip(
            translate("Names", "Then there is a plan: so many names by that day.")
        )
        self._first_lesson.clicked.connect(self.first_lesson_requested)
        self._together = Check(look)
        self._together.toggled.connect(self.together_chosen)
        self._expected = Label(look, "", Text.SUPPORT, colour="text_2")
        self._sentence = Label(look, "", Text.BODY)
        self._line = Label(look, "", Text.SUPPORT, colour="text_2")
        self._without_photo = Label(look, "", Text.CAPTION, colour="text_3")
        self._now = Button(look, kind="primary", size="large", icon="play")
        self._anyway = Button(look, size="large", icon="play")
        for button in (self._now, self._anyway):
            button.setAutoDefault(True)  # Enter presses it, too
            button.clicked.connect(self.practise_requested)
        for label in (self._line, self._without_photo):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        self._fill()

    @property
    def button(self) -> Button:
        """The button that is there."""
        return self._anyway if self._now.isHidden() else self._now

    def _fill(self) -> None:
        figures = QHBoxLayout()
        figures.setSpacing(8)
        figures.addWidget(self._known, 0, Qt.AlignmentFlag.AlignBottom)
        total = QHBoxLayout()
        total.setContentsMargins(0, 0, 0, self._look.fonts.px(5))  # on the line of the figure
        total.addWidget(self._total, 0, Qt.AlignmentFlag.AlignBottom)
        figures.addLayout(total, 1)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addLayout(figures)
        head.addWidget(self._countdown)
        foot = QVBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self._line)
        foot.addWidget(self._without_photo)
        self.set_terse(False)
        self.body.addLayout(head)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._curve)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._now)
        self.body.addWidget(self._anyway)
        self.body.addLayout(foot)
        self.body.addWidget(self._first_lesson)
        aim = QVBoxLayout()
        aim.setSpacing(8)
        aim.addWidget(self._expected)
        aim.addWidget(self._minutes)
        aim.addWidget(self._together)
        self.body.addLayout(aim)

    def set_terse(self, terse: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Stand closer together, where height is short."""
        self.body.setSpacing(CLOSE if terse else GAP)
        self.updateGeometry()

    def show_known(self, counts: dict[Level, int], *, name: str) -> None:
        """Show how many names are known; `name` says how many have each level."""
        known, total = counts[Level.KNOWN], sum(counts.values())
        self._known.setText(str(known))
        self._total.setText(translate("Names", "of %n name(s)", None, total))
        self._bar.set_counts(counts, name=name)

    def show_deadline(self, deadline: DeadlineViewModel) -> None:
        """Show the way to the first lesson, in place of the bar, while there is one ahead."""
        is_aimed = deadline.aim is not None
        self._bar.setVisible(not is_aimed)
        for part in (self._curve, self._minutes, self._expected):
            part.setVisible(is_aimed)
        self._together.setVisible(is_aimed and bool(deadline.together_words))
        if deadline.aim is None:
            return
        total = deadline.aim.total
        self._known.setText(str(deadline.known_now))
        self._total.setText(translate("Names", "of %n name(s) would come now", None, total))
        self._curve.show_curve(deadline.curve)
        self._expected.setText(
            deadline.sentence or translate("Names", "Working out what to expect…")
        )
        self._minutes.clear()
        for minutes, words in deadline.choices:
            self._minutes.addItem(words, minutes)
        self._minutes.setCurrentIndex(self._minutes.findData(deadline.chosen))
        self._together.setText(deadline.together_words)
        with QSignalBlocker(self._together):
            self._together.setChecked(deadline.is_together)

    @Slot(int)
    def _on_minutes_activated(self, place: int) -> None:
        self.minutes_chosen.emit(self._minutes.itemData(place))

    def show_offer(
        self, offer: Offer, *, countdown: str, without_photo: str, has_first_lesson: bool
    ) -> None:
        """Show what can be practised now, or why nothing needs to be."""
        self._first_lesson.setVisible(not has_first_lesson)
        for label, text in (
            (self._countdown, countdown),
            (self._sentence, offer.sentence),
            (self._line, offer.line),
            (self._without_photo, without_photo),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self._now.setVisible(not offer.anyway)
        self._anyway.setVisible(offer.anyway)
        self.button.setText(offer.button)
        self.button.updateGeometry()
        self.body.invalidate()  # the page asks at once how wide this is now
