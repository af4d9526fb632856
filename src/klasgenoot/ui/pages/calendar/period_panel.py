"""Which days go by a name? A holiday, exam weeks or a block; Enter saves."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.periods import PeriodKind
from klasgenoot.domain.timetable import kind_told_by
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.chips import Choice, FilterChips
from klasgenoot.ui.kit.field import Ask
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.panel import Panel
from klasgenoot.ui.kit.trouble_line import TroubleLine
from klasgenoot.ui.pages.calendar.wrong_field import go_to_wrong_field
from klasgenoot.viewmodels.calendar import PeriodTyped
from klasgenoot.viewmodels.calendar_rows import kind_words
from klasgenoot.viewmodels.troubles import trouble_words

translate = QCoreApplication.translate

WIDTH = 480


class PeriodPanel(Panel):
    """One period.

    Signals:
        save_requested: a PeriodTyped.
    """

    save_requested = Signal(object)

    def __init__(
        self, look: Look, window: QWidget, *, title: str, typed: PeriodTyped | None
    ) -> None:
        super().__init__(
            look, window, title=title, close_name=translate("Calendar", "Close"), width=WIDTH
        )
        choices = [Choice(kind.value, kind_words(kind)) for kind in PeriodKind]
        self._kind = typed.kind if typed else PeriodKind.HOLIDAY
        self._kinds = FilterChips(look, choices)
        self._kinds.choose(self._kind.value)
        self._kinds.chosen.connect(self._on_kinds_chosen)
        self._is_kind_chosen = typed is not None
        self._name = Ask(
            look,
            translate("Calendar", "Name"),
            placeholder=translate("Calendar", "Autumn holiday"),
        )
        first, last = translate("Calendar", "19 October"), translate("Calendar", "25 October")
        self._first = Ask(look, translate("Calendar", "First day"), placeholder=first)
        self._last = Ask(look, translate("Calendar", "Last day"), placeholder=last)
        if typed is not None:
            self._name.field.setText(typed.name)
            self._first.field.setText(typed.first)
            self._last.field.setText(typed.last)
        self._name.field.textEdited.connect(self._on_name_edited)
        for ask in (self._name, self._first, self._last):
            ask.field.returnPressed.connect(self._on_save_clicked)
        self._trouble = TroubleLine(look)
        days = QHBoxLayout()
        days.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        days.addWidget(self._first, 1, top)
        days.addWidget(self._last, 1, top)
        save = Button(look, translate("Calendar", "Save"), kind="primary", keys="Enter")
        save.clicked.connect(self._on_save_clicked)
        foot = QHBoxLayout()
        foot.addWidget(save)
        foot.addStretch(1)
        self.body.addWidget(self._kinds)
        self.body.addWidget(self._name)
        self.body.addLayout(days)
        self.body.addWidget(self._trouble)
        self.body.addLayout(foot)

    def first(self) -> QWidget:
        """The field to begin in."""
        return self._name.field

    def set_trouble(self, trouble: Trouble) -> None:
        """Say why it was not saved, and go where it can be mended."""
        self._trouble.say(trouble_words(trouble))
        go_to_wrong_field((self._name, self._first, self._last), trouble)
        self.refit()

    @Slot(str)
    def _on_kinds_chosen(self, key: str) -> None:
        self._kind, self._is_kind_chosen = PeriodKind(key), True

    @Slot(str)
    def _on_name_edited(self, name: str) -> None:
        """A name that says what it is chooses that, unless the teacher did."""
        kind = kind_told_by(name)
        if kind is not None and not self._is_kind_chosen:
            self._kind = kind
            self._kinds.choose(kind.value)

    @Slot()
    def _on_save_clicked(self) -> None:
        self.save_requested.emit(
            PeriodTyped(
                kind=self._kind,
                name=self._name.field.text(),
                first=self._first.field.text(),
                last=self._last.field.text(),
            )
        )
