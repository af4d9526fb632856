"""Would this student come to you? One face, three answers, and what the bond asks for."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.domain.month_round import Footing, WouldCome
from klasgenoot.domain.portrait import RATIO
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.chips import Choice, FilterChips
from klasgenoot.ui.kit.faces import Face, face_of
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import Portrait
from klasgenoot.viewmodels.bond_words import footing_words
from klasgenoot.viewmodels.month_round import MonthRoundViewModel

translate = QCoreApplication.translate

MIDDLE = Qt.AlignmentFlag.AlignHCenter
ANSWERS: dict[int, WouldCome] = {
    Qt.Key.Key_J: WouldCome.YES,
    Qt.Key.Key_Y: WouldCome.YES,
    Qt.Key.Key_M: WouldCome.MAYBE,
    Qt.Key.Key_N: WouldCome.NO,
}
"""The keys of both languages; ja and yes do the same in each."""
FOOTINGS: dict[int, Footing] = {
    Qt.Key.Key_1: Footing.BUILDING,
    Qt.Key.Key_2: Footing.KEEPING,
    Qt.Key.Key_3: Footing.MENDING,
}
NOT_SAID = "not_said"
STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
WIDTH, GAP = 146, 10
RADIUS = 22


class AnswerButton(Button):
    """One of the answers; letters, figures and arrows are for the whole page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {*ANSWERS, *FOOTINGS, *STEPS}:
            event.ignore()
            return
        super().keyPressEvent(event)


class QuestionView(QWidget):
    """The face, the question, the answers.

    Signals:
        answered: a `WouldCome`.
        footing_chosen: a `Footing`, or None.
        step_requested: 1 for the next student, -1 for the previous one.
    """

    answered = Signal(object)
    footing_chosen = Signal(object)
    step_requested = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look = look
        empty = Face(None, None, "")
        self._photo = Portrait(look, empty, name="", size=QSize(200, 250), radius=RADIUS)
        self._question = Label(look, "", Text.TITLE)
        self._before = Label(look, "", Text.SUPPORT, colour="text_2")
        for label in (self._question, self._before):
            label.setAlignment(MIDDLE | Qt.AlignmentFlag.AlignVCenter)
        words = {
            WouldCome.YES: (translate("MonthRound", "Yes"), translate("MonthRound", "Y")),
            WouldCome.MAYBE: (translate("MonthRound", "Maybe"), "M"),
            WouldCome.NO: (translate("MonthRound", "Not yet"), "N"),
        }
        buttons = []
        for answer, (text, key) in words.items():
            button = AnswerButton(look, text, size="large", keys=key)
            button.setMinimumWidth(look.fonts.px(WIDTH))
            button.clicked.connect(lambda _=False, said=answer: self.answered.emit(said))
            buttons.append(button)
        answers = QWidget()
        answers.setLayout(flow(*buttons, gap=GAP))
        choices = [Choice(NOT_SAID, translate("MonthRound", "not said"))]
        choices += [Choice(each.value, footing_words(each)) for each in Footing]
        self._footings = FilterChips(look, choices)
        self._footings.chosen.connect(self._on_footing_chosen)
        self._asked = QWidget()
        hint = translate(
            "MonthRound",
            "What does the bond ask for? Choose before you answer, with 1 2 3; it is optional.",
        )
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(8)
        said = Label(look, hint, Text.CAPTION, colour="text_2")
        said.setAlignment(MIDDLE | Qt.AlignmentFlag.AlignVCenter)
        asked.addWidget(said)
        asked.addWidget(self._footings, 0, MIDDLE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(3)
        column.addWidget(self._photo, 0, MIDDLE)
        column.addSpacing(18)
        column.addWidget(self._question)
        column.addWidget(self._before)
        column.addSpacing(16)
        column.addWidget(answers, 0, MIDDLE)
        column.addSpacing(16)
        column.addWidget(self._asked)
        column.addStretch(4)

    def ask(self, shown: MonthRoundViewModel) -> None:
        """Ask about the student of a view-model."""
        student = shown.student
        if student is None:
            return
        face = face_of(student)
        self._photo.set_face(face, name=student.full_name)
        self._question.setText(shown.question)
        self._before.setText(shown.before)
        self._before.setVisible(bool(shown.before))
        self._asked.setVisible(shown.asks_footing)
        self._footings.choose(shown.footing.value if shown.footing else NOT_SAID)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.press(event):
            super().keyPressEvent(event)

    def press(self, event: QKeyEvent) -> bool:
        """Does what a key stands for, once for each time it goes down; whether it is one."""
        key = event.key()
        known = key in {*ANSWERS, *STEPS} or (key in FOOTINGS and self._asked.isVisible())
        if not known:
            return False
        if event.isAutoRepeat():
            return True
        if key in ANSWERS:
            self.answered.emit(ANSWERS[key])
        elif key in STEPS:
            self.step_requested.emit(STEPS[key])
        else:
            self.footing_chosen.emit(FOOTINGS[key])
        return True

    def fit(self, *, width: int, height: int) -> None:
        """Size the face for the room there is."""
        tall = min(height, round(width / RATIO))
        self._photo.setFixedSize(round(tall * RATIO), tall)

    @Slot(str)
    def _on_footing_chosen(self, key: str) -> None:
        self.footing_chosen.emit(None if key == NOT_SAID else Footing(key))
