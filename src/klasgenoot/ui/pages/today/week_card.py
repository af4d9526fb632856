"""The recommendation of this week: why, what the records show, and its step."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.guide import Mark
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.flow import Flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.portrait import FaceStack
from klasgenoot.ui.kit.typeset import Run
from klasgenoot.viewmodels.guide import GuideRow, mark_words
from klasgenoot.viewmodels.target import PageId, Target
from klasgenoot.viewmodels.words import capital, first_sentence, listed

translate = QCoreApplication.translate

FACE = 30


class WeekCard(Card):
    """One recommendation with a step of two minutes.

    Signals:
        marked: what the teacher said to it, a `Mark`.
        open_requested: a Target: the page of the step, or the guide.
    """

    marked = Signal(object)
    open_requested = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._row: GuideRow | None = None
        self._is_filled = False
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self._marks = QWidget()
        self._flow = Flow(gap=4, line_gap=4)
        self._marks.setLayout(self._flow)
        self.body.addLayout(self._column)
        self.body.addStretch(1)
        self.body.addWidget(self._marks)

    def show_week(self, row: GuideRow | None) -> None:
        """Show this recommendation; None when all of them rest."""
        if self._is_filled and row == self._row:
            return
        had_focus = any(button.hasFocus() for button in self._marks.findChildren(Button))
        self._is_filled, self._row = True, row
        clear(self._column)
        clear(self._flow)
        title = translate("Today", "This week")
        if row is None:
            self._column.addWidget(Label(self._look, title, Text.CARD))
            words = translate("Today", "Nothing waits for you this week.")
            self._column.addWidget(Label(self._look, words, Text.SUPPORT, colour="text_2"))
            guide = self._button(translate("Today", "All eleven"))
            guide.clicked.connect(lambda: self.open_requested.emit(Target(PageId.GUIDE)))
            self.setAccessibleName(title)
        else:
            self._fill(row, title=title)
        if had_focus:
            self._marks.findChildren(Button)[0].setFocus()

    def _fill(self, row: GuideRow, *, title: str) -> None:
        look, column = self._look, self._column
        heading = f"{title}: {row.text.title[:1].lower()}{row.text.title[1:]}"
        self.setAccessibleName(heading)
        column.addWidget(Label(look, heading, Text.CARD))
        why = first_sentence(row.text.why)
        column.addWidget(Label(look, why, Text.SUPPORT, colour="text_2", lines=3))
        if not row.seen.is_nothing:
            column.addWidget(self._evidence(row))
        step = Label(look, "", Text.SUPPORT, lines=3)
        minutes = translate("Today", "Step of %n minute(s).", None, row.step.minutes)
        said = row.step.title if row.target or not row.step.say else row.step.say
        step.set_runs(Run(f"{minutes} ", QFont.Weight.DemiBold), Run(said))
        column.addWidget(step)
        target = row.target
        if target is None:
            done = self._button(mark_words(Mark.DONE), kind="tonal", icon="check")
            done.clicked.connect(lambda: self.marked.emit(Mark.DONE))
        else:
            go = self._button(translate("Today", "Do it now"), kind="tonal", icon="arrow-right")
            go.clicked.connect(lambda: self.open_requested.emit(target))
        for mark in (Mark.LATER, Mark.NOT_FOR_ME):
            button = self._button(mark_words(mark))
            button.clicked.connect(lambda _=False, mark=mark: self.marked.emit(mark))

    def _evidence(self, row: GuideRow) -> QWidget:
        evidence = QWidget()
        across = QHBoxLayout(evidence)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        if row.seen.faces:
            faces = [face_of(student) for student in row.seen.faces]
            size = self._look.fonts.px(FACE)
            across.addWidget(FaceStack(self._look, faces, name=listed(row.seen.names), size=size))
        words = capital(row.seen.words)
        across.addWidget(Label(self._look, words, Text.SUPPORT, lines=3), 1)
        return evidence

    def _button(self, words: str, *, kind: str = "ghost", icon: str = "") -> Button:
        if kind == "tonal":
            button = Button(self._look, words, kind="tonal", size="small", icon=icon)
        else:
            button = Button(self._look, words, kind="ghost", size="small", icon=icon)
        self._flow.addWidget(button)
        return button
