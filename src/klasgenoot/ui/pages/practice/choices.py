"""What can be said of a name on screen? The buttons below it, each with its key."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from klasgenoot.domain.memory import Rating
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.practice_moment import Stage
from klasgenoot.viewmodels.practice_words import AnswerView

translate = QCoreApplication.translate

GAP, FEWEST_WORDS = 12, 88
"""Between the words and the buttons, and how wide the words are at least, on two lines."""


class Choices(QWidget):
    """The buttons that go with the stage; Enter presses the one with the focus.

    Signals:
        next_requested: the next card.
        guess_requested: the right answer was a guess.
        overrule_requested: the verdict is the wrong way round.
        settled: whether a doubtful answer counts.
        graded: how well the name was recalled, a `Rating`.
    """

    next_requested = Signal()
    guess_requested = Signal()
    overrule_requested = Signal()
    settled = Signal(bool)
    graded = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._comes_back = Label(look, "", Text.SUPPORT, colour="text_2")
        self._next = Button(
            look, translate("Practice", "Next"), kind="primary", size="large", keys="↵"
        )
        self._next.clicked.connect(self.next_requested)
        self._guess = Button(look, translate("Practice", "I guessed"), keys="1")
        self._guess.clicked.connect(self.guess_requested)
        self._overrule = Button(look, kind="ghost", keys="2")
        self._overrule.clicked.connect(self.overrule_requested)
        self._right = Button(
            look, translate("Practice", "That counts"), kind="primary", size="large", keys="1"
        )
        self._right.clicked.connect(lambda: self.settled.emit(True))
        self._wrong = Button(look, translate("Practice", "That is wrong"), size="large", keys="2")
        self._wrong.clicked.connect(lambda: self.settled.emit(False))
        self._grades = self._make_grades()
        others = (self._overrule, self._guess, self._next, self._wrong, self._right)
        self._buttons: tuple[Button, ...] = (*others, *self._grades.values())
        self._row = QWidget()
        self._row.setLayout(flow(*others, *self._grades.values(), to_right=True))
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(GAP)
        self._parts.addWidget(self._comes_back, 1)
        self._parts.addWidget(self._row)
        self._by_key: dict[int, Button] = {}
        self._first = self._next

    def offer(self, stage: Stage, view: AnswerView) -> None:
        """Show the buttons for what is on screen."""
        self._comes_back.setText(view.comes_back)
        self._comes_back.setVisible(bool(view.comes_back))
        first, keys = self._next, {}
        if stage is Stage.DOUBT:
            first, keys = self._right, {1: self._right, 2: self._wrong}
        elif stage is Stage.REVEALED:
            first = self._grades[Rating.GOOD]
            keys = {int(rating): button for rating, button in self._grades.items()}
        else:
            if view.can_guess:
                keys[1] = self._guess
            if view.overrule:
                keys[2] = self._overrule
                self._overrule.setText(view.overrule)
                self._overrule.updateGeometry()
        self._by_key = keys
        for button in self._buttons:
            button.setVisible(button is first or button in keys.values())
        self._first = first
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def take_focus(self) -> None:
        """Put the keyboard on the button that goes on."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def press(self, event: QKeyEvent) -> bool:
        """Presses the button that a figure stands for, once for each time it goes down.

        Returns:
            Whether there is such a button.
        """
        button = self._by_key.get(event.key() - Qt.Key.Key_0)
        if button is None:
            return False
        if not event.isAutoRepeat():
            button.click()
        return True

    def _arrange(self) -> None:
        """Say when the face comes back beside the buttons, or above them if narrow."""
        buttons = self._row.layout()
        hint = buttons.sizeHint().width() if buttons else 0
        has_words = not self._comes_back.isHidden()
        needed = hint + (GAP + self._look.fonts.px(FEWEST_WORDS) if has_words else 0)
        above, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(beside if needed <= self.width() else above)

    def _make_grades(self) -> dict[Rating, Button]:
        grades = {}
        for rating, text in (
            (Rating.AGAIN, translate("Practice", "Did not know")),
            (Rating.HARD, translate("Practice", "With effort")),
            (Rating.GOOD, translate("Practice", "Good")),
            (Rating.EASY, translate("Practice", "At once")),
        ):
            button = Button(
                self._look,
                text,
                kind="primary" if rating is Rating.GOOD else "plain",
                keys=str(int(rating)),
            )
            button.clicked.connect(lambda _on=False, rating=rating: self.graded.emit(rating))
            grades[rating] = button
        return grades
