"""Whose turn is it? The face, what was said last, a question to begin with, and what came of it."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button, icon_button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.field import TextBox
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import Portrait
from klasgenoot.ui.kit.quote import Quote
from klasgenoot.ui.kit.word_tip import WordTipPanel
from klasgenoot.viewmodels.talks_rows import Turn

translate = QCoreApplication.translate

FACE = QSize(112, 140)


class TurnCard(Card):
    """One talk, in front. Enter in the line says that it was held.

    Attributes:
        spoken: the button for the same.

    Signals:
        held: the talk was held, with the line that was written or an empty one.
        later_requested: the talk is for a week later.
        left_out_requested: the student would rather not.
        student_requested: their page is wanted.
    """

    held = Signal(str)
    later_requested = Signal()
    left_out_requested = Signal()
    student_requested = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, sunken=True, parent=parent)
        self._look = look
        self._turn: Turn | None = None
        self._portrait: Portrait | None = None
        self._heading = Label(look, "", Text.SUPPORT, colour="text_2")
        self._name = Label(look, "", Text.SECTION)
        self._last = Label(look, "", Text.BODY, colour="text_2")
        self._asked = QWidget()
        self._question = QVBoxLayout(self._asked)
        self._question.setContentsMargins(0, 0, 0, 0)
        self._line = TextBox(
            look,
            name=translate("Talks", "A line about it"),
            placeholder=translate("Talks", "A line about it, if you like"),
            least_lines=2,
            most_lines=3,
        )
        self._line.installEventFilter(self)
        self.spoken = Button(
            look, translate("Talks", "Spoken"), kind="primary", icon="check", keys="Enter"
        )
        self.spoken.setToolTip(translate("Talks", "Logs a talk for today"))
        self.spoken.clicked.connect(self._on_spoken_clicked)
        later = Button(look, translate("Talks", "A week later"), icon="arrow-right")
        later.clicked.connect(self.later_requested)
        rather_not = Button(look, translate("Talks", "Would rather not"), kind="ghost")
        rather_not.setToolTip(translate("Talks", "Leaves them out of this round; nobody asks why."))
        rather_not.clicked.connect(self.left_out_requested)
        page = icon_button(look, "user", translate("Talks", "Open page"))
        page.clicked.connect(self.student_requested)
        self._row = QHBoxLayout()
        self._row.setSpacing(20)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._heading)
        words.addWidget(self._name)
        words.addWidget(self._last)
        words.addSpacing(8)
        words.addWidget(self._asked)
        words.addSpacing(12)
        words.addWidget(self._line)
        words.addWidget(WordTipPanel(look, self._line))
        words.addSpacing(10)
        words.addLayout(flow(self.spoken, later, rather_not, page))
        words.addStretch(1)
        self._row.addLayout(words, 1)
        self.body.addLayout(self._row)

    def show_turn(self, turn: Turn) -> None:
        """Show whose talk it is; what was written about another one is not theirs."""
        if turn == self._turn:
            return
        if self._turn is None or turn.student.id != self._turn.student.id:
            self._line.setPlainText("")
        self._turn = turn
        face = face_of(turn.student)
        if self._portrait is None:
            self._portrait = Portrait(self._look, face, name=turn.name, size=FACE)
            self._row.insertWidget(0, self._portrait, 0, Qt.AlignmentFlag.AlignTop)
        else:
            self._portrait.set_face(face, name=turn.name)
        self._heading.setText(turn.heading)
        self._name.setText(turn.name)
        self._last.setText(turn.last)
        clear(self._question)
        quote = Quote(self._look, turn.question)
        self._question.addWidget(quote)
        quote.show()
        self.setAccessibleName(f"{turn.heading}. {turn.name}. {turn.last}")

    @property
    def typed(self) -> str:
        """The line as it stands now."""
        return self._line.toPlainText()

    def fill(self, typed: str) -> None:
        """Go on with a line that was typed before."""
        self._line.setPlainText(typed)
        self.begin()

    def begin(self) -> None:
        """Be ready for the next talk: the keyboard is in the line."""
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._line and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and Qt.Key(event.key()) in ENTER:
                self._on_spoken_clicked()
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _on_spoken_clicked(self) -> None:
        self.held.emit(self.typed)
