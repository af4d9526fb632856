"""May the study coach know? The question to ask, and what the student answered."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button, icon_button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.day_field import DayField
from klasgenoot.ui.kit.field import Ask
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.quote import Quote
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.viewmodels.transfer import ConsentRow, TransferViewModel

translate = QCoreApplication.translate


class AskingCard(Card):
    """The student is asked first; their answers stand here, the last one counts.

    Attributes:
        yes: the button for "yes".

    Signals:
        answered: yes or no, the day, and what it was about.
        remove_requested: the id of an answer that was noted by mistake.
    """

    answered = Signal(bool, object, str)
    remove_requested = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, title=translate("Transfer", "1. Ask first"))
        self._look = look
        self._shown: object = None
        self._day_chosen = date.min
        self._lines: list[QWidget] = []
        self._said = QVBoxLayout()
        self._said.setSpacing(6)
        self.body.addLayout(self._said)
        self._sentence = Label(look, "", colour="text_2")
        self._quote = Quote(look, translate("Transfer", "May I tell this to your study coach?"))
        self._about = Ask(
            look,
            translate("Transfer", "What about? (optional)"),
            placeholder=translate("Transfer", "the internship"),
        )
        self._day = DayField(look)
        self._day.picked.connect(self._on_day_picked)
        self.yes = Button(look, translate("Transfer", "Yes, they may"), icon="check")
        self.yes.clicked.connect(lambda: self._answer(is_yes=True))
        no = Button(look, translate("Transfer", "Rather not"), kind="ghost")
        no.clicked.connect(lambda: self._answer(is_yes=False))
        when = Label(look, translate("Transfer", "Asked on"), Text.SUPPORT, colour="text_2")
        self._refused = Label(look, "", colour="text_2")
        self._question = QWidget()
        column = QVBoxLayout(self._question)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self._sentence, self._quote, self._about):
            column.addWidget(part)
        column.addLayout(flow(when, self._day))
        column.addLayout(flow(self.yes, no))
        self.body.addWidget(self._refused)
        self.body.addWidget(self._question)
        self._again = Button(
            look, translate("Transfer", "Asked again…"), kind="ghost", size="small", icon="plus"
        )
        self._again.clicked.connect(self._on_again_clicked)
        self.body.addLayout(flow(self._again))

    def show_answers(self, view_model: TransferViewModel) -> None:
        """Shows what the student answered, and asks when they were not asked."""
        student, rows = view_model.student, view_model.consents
        if student is None or (student, rows, view_model.today) == self._shown:
            return
        self._shown = (student, rows, view_model.today)
        words = translate(
            "Transfer", "Nothing is passed on without {name}. Ask it as it stands here:"
        )
        self._sentence.setText(words.format(name=student.name))
        self._day_chosen = view_model.today
        self._day.show_day(view_model.today, last=view_model.today)
        self._about.field.clear()
        there = QApplication.focusWidget()
        was_removed = there is not None and any(line.isAncestorOf(there) for line in self._lines)
        clear(self._said)
        self._lines = [self._answer_line(row) for row in rows]
        for line in self._lines:
            self._said.addWidget(line)
        refused = translate(
            "Transfer", "So nothing is passed on. {name} can always come back to it."
        )
        self._refused.setText(refused.format(name=student.name))
        self._refused.setVisible(view_model.is_refused)
        had_focus = self._question.isAncestorOf(QApplication.focusWidget() or self)
        self._question.setVisible(not rows)
        self._again.setVisible(bool(rows))
        if was_removed and not rows:
            self.ask()
        elif was_removed or (had_focus and view_model.is_refused):
            self.rest()

    def ask(self) -> None:
        """Puts the keyboard on the question."""
        self._question.show()
        self._again.hide()
        self.yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def rest(self) -> None:
        """Puts the keyboard where one goes on after a no: for the day they are asked again."""
        self._again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer_line(self, row: ConsentRow) -> QWidget:
        look, line = self._look, QWidget()
        inside = QHBoxLayout(line)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        icon = IconLabel(look, "shield-check" if row.counts else "clock", colour="text_2")
        inside.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        colour: Colour = "text" if row.counts else "text_3"
        said = Label(look, row.line, colour=colour)
        said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)  # as its mark
        inside.addWidget(said, 1)
        remove = icon_button(look, "x", translate("Transfer", "Noted by mistake"), size="small")
        remove.clicked.connect(lambda: self.remove_requested.emit(row.id))
        inside.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _answer(self, *, is_yes: bool) -> None:
        self.answered.emit(is_yes, self._day_chosen, self._about.field.text())

    @Slot(object)
    def _on_day_picked(self, day: date) -> None:
        self._day_chosen = day

    @Slot()
    def _on_again_clicked(self) -> None:
        self.ask()
