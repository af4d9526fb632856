"""What does the study coach read? The proposed text, left by the teacher, copied or printed."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot

from klasgenoot.domain.study_coach import LONGEST_TRANSFER
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.choice import Check
from klasgenoot.ui.kit.due_field import DueField
from klasgenoot.ui.kit.field import Ask, TextBox
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.toast import announce
from klasgenoot.ui.kit.word_tip import WordTipPanel
from klasgenoot.viewmodels.transfer import TransferViewModel

translate = QCoreApplication.translate

LINES = 9


class TextCard(Card):
    """The text, when to ask what came of it, and the ways out.

    As long as the teacher changed nothing it follows what is ticked.

    Attributes:
        copy: the button that copies the text and keeps it.

    Signals:
        copy_requested: it is to be copied.
        print_requested: it is to be saved as a PDF.
        coach_named: who is told.
        anew_requested: propose the text once more.
    """

    copy_requested = Signal()
    print_requested = Signal()
    coach_named = Signal(str)
    anew_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, title=translate("Transfer", "3. What the study coach reads"))
        self._proposed = ""
        self._coach = Ask(look, translate("Transfer", "To whom"))
        self._coach.field.editingFinished.connect(self._on_coach_edited)
        name = translate("Transfer", "What the study coach reads")
        self._text = TextBox(look, name=name, least_lines=LINES, most_lines=18)
        self._text.textChanged.connect(self._on_text_changed)
        hint = translate(
            "Transfer",
            "What did you see or hear, and what did you agree? No guesses, nothing on health."
            " The student may read it.",
        )
        self._count = Label(look, "", Text.CAPTION, colour="text_3")
        self._count.hide()
        self._asks = Check(look, translate("Transfer", "Ask what came of it on"))
        self._asks.setChecked(True)
        self._due = DueField(look)
        self._asks.toggled.connect(self._due.setEnabled)
        self._sentence = Label(look, "", Text.SUPPORT, colour="text_2")
        self._sentence.hide()
        self.copy = Button(look, translate("Transfer", "Copy and keep"), icon="copy")
        self.copy.clicked.connect(self.copy_requested)
        paper = Button(look, translate("Transfer", "PDF…"), icon="printer")
        paper.clicked.connect(self.print_requested)
        self._anew = Button(
            look, translate("Transfer", "Propose anew"), kind="ghost", icon="rotate-ccw"
        )
        self._anew.clicked.connect(self._on_anew_clicked)
        self.body.addWidget(self._coach)
        self.body.addWidget(self._text)
        self.body.addWidget(WordTipPanel(look, self._text))
        self.body.addWidget(self._count)
        self.body.addWidget(Label(look, hint, Text.CAPTION, colour="text_3"))
        self.body.addLayout(flow(self._asks, self._due))
        self.body.addWidget(self._sentence)
        self.body.addLayout(flow(self.copy, paper, self._anew))

    @property
    def text(self) -> str:
        """The words as they stand now."""
        return self._text.toPlainText()

    @property
    def is_own(self) -> bool:
        """Whether the teacher changed the proposed words."""
        return self.text != self._proposed

    @property
    def return_on(self) -> date | None:
        """When to ask what came of it; None when not at all."""
        return self._due.day if self._asks.isChecked() else None

    def begin(self, view_model: TransferViewModel) -> None:
        """Starts with a student."""
        self._due.show_due(view_model.suggested_return, today=view_model.today)
        self._proposed = ""
        self._text.setPlainText("")
        self.say("")

    def show_coach(self, name: str) -> None:
        """Shows who is told."""
        if not self._coach.field.hasFocus():
            self._coach.field.setText(name)

    def show_allowed(self, *, is_allowed: bool) -> None:
        """Lets copying be what there is to do here only after a yes."""
        self.copy.set_kind("primary" if is_allowed else "plain")

    def propose(self, text: str) -> None:
        """Puts a text in the place of what stands there."""
        self._proposed = text
        self._text.setPlainText(text)

    def fill(self, text: str) -> None:
        """Goes on with what was typed before."""
        self._text.setPlainText(text)

    def say(self, sentence: str) -> None:
        """Says what was done, or why not."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    @Slot()
    def _on_coach_edited(self) -> None:
        self.coach_named.emit(self._coach.field.text())

    @Slot()
    def _on_anew_clicked(self) -> None:
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes with what it did
        self.anew_requested.emit()

    @Slot()
    def _on_text_changed(self) -> None:
        self._anew.setVisible(self.is_own)
        length = len(self.text.strip())
        words = translate("Transfer", "{count} of {most} characters")
        self._count.setText(words.format(count=length, most=LONGEST_TRANSFER))
        self._count.setVisible(length > LONGEST_TRANSFER * 9 // 10)
