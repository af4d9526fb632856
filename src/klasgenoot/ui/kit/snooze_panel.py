"""Who is left in peace for a while? A small panel that asks until when and why."""

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klasgenoot.domain.people import StudentId
from klasgenoot.domain.snoozing import SnoozeReason
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.chips import Choice, FilterChip, FilterChips
from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.field import Ask
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.panel import Panel
from klasgenoot.viewmodels.snooze_words import reason_name
from klasgenoot.viewmodels.turn_deeds import TurnDeeds
from klasgenoot.viewmodels.words import axis_day

translate = QCoreApplication.translate

WIDTH = 480
USUAL = 1
"""Which of the spans is chosen at first: two weeks."""


class SnoozePanel(Panel):
    """A reason, an end, and words of one's own; Enter saves.

    Args:
        look: how everything looks.
        window: the widget that is covered.
        who: whom it is about.
        name: what they are called.
        deeds: what puts them off.
    """

    def __init__(
        self, look: Look, window: QWidget, *, who: StudentId, name: str, deeds: TurnDeeds
    ) -> None:
        super().__init__(
            look,
            window,
            title=translate("Snooze", "Put {name} off").format(name=name),
            subtitle=translate(
                "Snooze", "Not on the list until then. A promise that passes is still shown."
            ),
            close_name=translate("Snooze", "Close"),
            width=WIDTH,
        )
        self._deeds = deeds
        self._who = who
        self._reasons = FilterChips(
            look, [Choice(each, reason_name(each)) for each in SnoozeReason]
        )
        self._reasons.setAccessibleName(translate("Snooze", "Why"))
        self._spans = FilterChips(
            look, [Choice(span.until.isoformat(), span.words) for span in deeds.spans]
        )
        self._spans.setAccessibleName(translate("Snooze", "For how long"))
        self._spans.chosen.connect(self._on_span_chosen)
        self._until = Ask(look, translate("Snooze", "Up to and including"))
        self._until.field.setToolTip(translate("Snooze", "Such as 6 Nov, Friday or 3w"))
        self._text = Ask(look, translate("Snooze", "In your own words (optional)"))
        self._save = Button(look, translate("Snooze", "Put off"), kind="primary", keys="Enter")
        self._save.clicked.connect(self._on_saved)
        for words, part in (
            (translate("Snooze", "Why"), self._reasons),
            (translate("Snooze", "For how long"), self._spans),
        ):
            self.body.addWidget(Label(look, words, Text.SUPPORT, colour="text_2"))
            self.body.addWidget(part)
        self.body.addWidget(self._until)
        self.body.addWidget(self._text)
        self.body.addLayout(self._buttons(look))
        self._show()

    def first(self) -> QWidget:
        """Where the focus begins: on the reason that is chosen."""
        chips = self._reasons.findChildren(FilterChip)
        return next((chip for chip in chips if chip.isChecked()), self._until.field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._on_saved()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        """What holds now, or two weeks for an internship."""
        known = self._deeds.snooze_of(self._who)
        span = self._deeds.spans[USUAL]
        self._spans.choose(span.until.isoformat())
        self._until.field.setText(axis_day(known.until if known else span.until))
        self._reasons.choose((known.reason if known else SnoozeReason.INTERNSHIP).value)
        self._text.field.setText(known.text if known else "")

    def _buttons(self, look: Look) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._save)
        if self._deeds.snooze_of(self._who) is not None:
            back = Button(look, translate("Snooze", "Back on the list"))
            back.clicked.connect(self._on_ended)
            row.addWidget(back)
        row.addStretch(1)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        return row

    @Slot(str)
    def _on_span_chosen(self, key: str) -> None:
        days = {span.until.isoformat(): span.until for span in self._deeds.spans}
        self._until.field.setText(axis_day(days[key]))

    @Slot()
    def _on_saved(self) -> None:
        reason = SnoozeReason(self._reasons.current())
        trouble = self._deeds.put_off(
            self._who, until=self._until.field.text(), reason=reason, text=self._text.field.text()
        )
        if not trouble:
            self.close_panel()
            return
        is_about_words = reason is SnoozeReason.OTHER and not self._text.field.text().strip()
        wrong = self._text if is_about_words else self._until
        for ask in (self._text, self._until):
            ask.set_trouble(trouble if ask is wrong else "")
        wrong.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refit()

    @Slot()
    def _on_ended(self) -> None:
        self._deeds.end(self._who)
        self.close_panel()
