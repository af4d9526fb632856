"""What is noted beside a student? Small panels: what helps, in common, the coach, a promise."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QWidget

from klasgenoot.domain.own_words import OwnWords
from klasgenoot.domain.study_coach import StudyCoach
from klasgenoot.ui.kit.asking_panel import AskingPanel
from klasgenoot.ui.kit.choice import Check, Option
from klasgenoot.ui.kit.day_field import DayField
from klasgenoot.ui.kit.due_field import DueField
from klasgenoot.ui.kit.field import Ask, TextBox
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.word_tip import WordTipPanel

translate = QCoreApplication.translate


class OwnWordsPanel(AskingPanel):
    """What helps a student, as they say it.

    Signals:
        said: the words, the day, and whether others may know.
    """

    said = Signal(str, object, bool)

    def __init__(
        self, look: Look, window: QWidget, *, name: str, said: OwnWords | None, today: date
    ) -> None:
        title = translate("Student", "What helps {name}?").format(name=name)
        super().__init__(
            look,
            window,
            title=title,
            sentence=translate(
                "Student",
                "In their own words, and only what they want noted.",
            ),
        )
        self._text = TextBox(look, name=title, least_lines=4)
        self._text.setPlainText(said.text if said else "")
        self._chosen = today
        self._day = DayField(look)
        self._day.show_day(said.told_on if said else today, last=today)
        if said:
            self._chosen = said.told_on
        self._day.picked.connect(self._on_day_picked)
        self._share = Check(look, translate("Student", "May be shared with other teachers"))
        self._share.setChecked(said.may_share if said else False)
        when = Label(look, translate("Student", "Told on"), Text.SUPPORT, colour="text_2")
        self.body.addWidget(self._text)
        self.body.addWidget(WordTipPanel(look, self._text, proposes=False))
        self.body.addLayout(flow(when, self._day))
        self.body.addWidget(self._share)
        self.finish(translate("Student", "Save"), self._on_do_clicked)

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self._text

    @Slot(object)
    def _on_day_picked(self, day: date) -> None:
        self._chosen = day

    @Slot()
    def _on_do_clicked(self) -> None:
        self.said.emit(self._text.toPlainText(), self._chosen, self._share.isChecked())


class InCommonPanel(AskingPanel):
    """What teacher and student have in common.

    Signals:
        noted: what it is.
    """

    noted = Signal(str)

    def __init__(self, look: Look, window: QWidget, *, name: str, text: str) -> None:
        title = translate("Student", "What do you have in common with {name}?")
        super().__init__(
            look,
            window,
            title=title.format(name=name),
            sentence=translate(
                "Student", "Something real and small: a place, a sport, a book, a job on the side."
            ),
        )
        self._text = TextBox(look, name=title.format(name=name), least_lines=3)
        self._text.setPlainText(text)
        self.body.addWidget(self._text)
        self.body.addWidget(WordTipPanel(look, self._text))
        self.finish(translate("Student", "Save"), self._on_do_clicked)

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self._text

    @Slot()
    def _on_do_clicked(self) -> None:
        self.noted.emit(self._text.toPlainText())


class CoachPanel(AskingPanel):
    """Who the study coach is.

    Signals:
        named: a name, whether it is the teacher, and whether that goes for the whole class.
    """

    named = Signal(str, bool, bool)

    def __init__(
        self,
        look: Look,
        window: QWidget,
        *,
        name: str,
        coach: StudyCoach | None,
        known: Sequence[str],
    ) -> None:
        super().__init__(
            look,
            window,
            title=translate("Student", "Who is the study coach of {name}?").format(name=name),
            sentence=translate(
                "Student", "Nothing is passed on by this. For that {name} is asked first."
            ).format(name=name),
        )
        is_teacher = bool(coach and coach.is_teacher)
        self._me = Option(look, translate("Student", "I am"))
        self._other = Option(look, translate("Student", "Somebody else"))
        (self._me if is_teacher else self._other).setChecked(True)
        self._name = Ask(
            look,
            translate("Student", "Name"),
            placeholder=translate("Student", "empty when it is not known"),
        )
        self._name.field.setText(coach.name if coach else "")
        self._name.field.selectAll()  # whoever opens it means to name another
        completer = QCompleter(list(known), self._name.field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._name.field.setCompleter(completer)
        self._name.field.returnPressed.connect(self._on_do_clicked)
        self._name.setEnabled(not is_teacher)
        self._me.toggled.connect(self._name.setDisabled)
        self.body.addLayout(flow(self._me, self._other, gap=16))
        self.body.addWidget(self._name)
        self._for_class = Check(look, translate("Student", "For everybody in this class"))
        self.body.addWidget(self._for_class)
        self.finish(translate("Student", "Save"), self._on_do_clicked)

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self._me if self._me.isChecked() else self._name.field

    @Slot()
    def _on_do_clicked(self) -> None:
        self.named.emit(self._name.field.text(), self._me.isChecked(), self._for_class.isChecked())


class PromisePanel(AskingPanel):
    """What was promised, and for when.

    Signals:
        promised: the words and the day.
    """

    promised = Signal(str, object)

    def __init__(
        self,
        look: Look,
        window: QWidget,
        *,
        name: str,
        text: str,
        due_on: date,
        today: date,
    ) -> None:
        title = (
            translate("Student", "Promised to {name}")
            if text
            else translate("Student", "What do you promise {name}?")
        ).format(name=name)
        super().__init__(
            look,
            window,
            title=title,
            sentence=translate(
                "Student",
                "What you will come back to. It stands above every list from that day on.",
            ),
        )
        self._text = Ask(
            look,
            translate("Student", "What"),
            placeholder=translate("Student", "send the contact of the community centre"),
        )
        self._text.field.setText(text)
        self._due = DueField(look)
        self._due.show_due(due_on, today=today)
        when = Label(look, translate("Student", "By"), Text.SUPPORT, colour="text_2")
        self.body.addWidget(self._text)
        self.body.addLayout(flow(when, self._due))
        self._text.field.returnPressed.connect(self._on_do_clicked)
        self.finish(translate("Student", "Save"), self._on_do_clicked)

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self._text.field

    @Slot()
    def _on_do_clicked(self) -> None:
        self.promised.emit(self._text.field.text(), self._due.day)
