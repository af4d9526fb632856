"""What is asked on the page of promises? What you promise whom, and what goes to a calendar."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from klasgenoot.domain.people import StudentId
from klasgenoot.ui.kit.asking_panel import AskingPanel
from klasgenoot.ui.kit.choice import Check, Dropdown
from klasgenoot.ui.kit.due_field import DueField
from klasgenoot.ui.kit.field import Ask
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.word_tip import WordTipPanel

translate = QCoreApplication.translate


class PromisePanel(AskingPanel):
    """What is promised, to whom and for when.

    Signals:
        promised: the student (the one that was given, for an earlier promise), words, and the day.
    """

    promised = Signal(object, str, object)

    def __init__(
        self,
        look: Look,
        window: QWidget,
        *,
        people: Sequence[tuple[StudentId, str]],
        text: str,
        due_on: date,
        today: date,
    ) -> None:
        super().__init__(
            look,
            window,
            title=translate("Promises", "What do you promise?"),
            sentence=translate("Promises", "What you will come back to, and by which day."),
        )
        self._whom = Dropdown(look, name=translate("Promises", "To whom"))
        for student_id, name in people:
            self._whom.addItem(name, student_id)
        self._whom.setEnabled(len(people) > 1)
        if len(people) > 1:
            self._whom.setPlaceholderText(translate("Promises", "choose, or type a name"))
            self._whom.setCurrentIndex(-1)  # nobody is meant until somebody is chosen
        self._text = Ask(look, translate("Promises", "What"))
        self._text.field.setText(text)
        self._text.field.returnPressed.connect(self._on_do_clicked)
        self._due = DueField(look)
        self._due.show_due(due_on, today=today)
        whom = Label(look, translate("Promises", "To whom"), Text.SUPPORT, colour="text_2")
        when = Label(look, translate("Promises", "By"), Text.SUPPORT, colour="text_2")
        self.body.addLayout(flow(whom, self._whom))
        self.body.addWidget(self._text)
        self.body.addWidget(WordTipPanel(look, self._text.field))
        self.body.addLayout(flow(when, self._due))
        self.finish(translate("Promises", "Save"), self._on_do_clicked)

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self._whom if self._whom.isEnabled() else self._text.field

    @Slot()
    def _on_do_clicked(self) -> None:
        whom = self._whom.currentData()
        if whom is None:
            self.set_trouble(translate("Promises", "Choose first to whom."))
            self._whom.setFocus()
            return
        self.promised.emit(whom, self._text.field.text(), self._due.day)


class CalendarPanel(AskingPanel):
    """What goes along to a calendar.

    Signals:
        save_requested: whether names and words go along.
    """

    save_requested = Signal(bool)

    def __init__(self, look: Look, window: QWidget, *, holds: str) -> None:
        super().__init__(
            look, window, title=translate("Promises", "Promises in your calendar"), sentence=holds
        )
        self._names = Check(look, translate("Promises", "With names and what you promised"))
        self.body.addWidget(self._names)
        self.finish(translate("Promises", "Save as .ics…"), self._on_do_clicked)

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self._names

    @Slot()
    def _on_do_clicked(self) -> None:
        self.save_requested.emit(self._names.isChecked())
