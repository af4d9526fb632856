"""What is worth doing this week? One recommendation with its step, at the top of the page."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.guide import Mark
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.guide.evidence import EvidenceLine
from klasgenoot.ui.pages.guide.step import CopyButton
from klasgenoot.viewmodels.guide import GuideRow, mark_words

GAP = 28
TITLE_SHARE, WHY_SHARE = 32, 46
STACKED_BELOW = 820
"""Width under which the parts stand below each other, pixels at text scale 1."""


class WeekStrip(Card):
    """This week's recommendation: why, what the records show, and its step.

    Attributes:
        row: what is shown; None when nothing waits.

    Signals:
        step_requested: its step is to be done.
        marked: what the teacher said to it, a `Mark`.
    """

    step_requested = Signal()
    marked = Signal(object)

    def __init__(self, look: Look, row: GuideRow | None, *, parent: QWidget | None = None) -> None:
        super().__init__(look, sunken=True, parent=parent)
        this_week = Label(look, self.tr("This week"), Text.SUPPORT, colour="text_2")
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(GAP)
        self.body.addLayout(self._parts)
        self.row = row
        self._first: Button | None = None
        if row is None:
            words = self.tr("Nothing waits for you this week. The eleven are below.")
            self._parts.addWidget(Label(look, words))
            return
        title = f"{row.number}. {row.text.title}"
        self.setAccessibleName(f"{self.tr('This week')}: {title}")
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(this_week)
        left.addWidget(Label(look, title, Text.SECTION))
        left.addStretch(1)
        self._parts.addLayout(left, TITLE_SHARE)
        self._parts.addLayout(self._why(row), WHY_SHARE)
        self._parts.addLayout(self._what_to_do(row))

    def begin(self) -> None:
        """Give the focus to the step."""
        if self._first is not None:
            self._first.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_stacked = self.width() < self._look.fonts.px(STACKED_BELOW)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(below if is_stacked else beside)
        self._parts.setSpacing(12 if is_stacked else GAP)

    def _why(self, row: GuideRow) -> QVBoxLayout:
        look = self._look
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(Label(look, row.text.why, Text.SUPPORT, colour="text_2"))
        if not row.seen.is_nothing or not row.step.say:
            column.addWidget(EvidenceLine(look, row.seen, strong=True))
        else:
            column.addWidget(Label(look, row.step.say, Text.SUPPORT))
        column.addStretch(1)
        return column

    def _what_to_do(self, row: GuideRow) -> QVBoxLayout:
        look, step = self._look, row.step
        if row.target is None:
            first: Button = CopyButton(look, step.title, sentence=step.say, kind="primary")
        else:
            first = Button(look, step.title, kind="primary", icon="arrow-right")
            first.clicked.connect(self.step_requested)
        self._first = first
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(first)
        marks = QHBoxLayout()
        marks.setSpacing(0)
        for mark in Mark:
            icon = "check" if mark is Mark.DONE else ""
            button = Button(look, mark_words(mark), kind="ghost", size="small", icon=icon)
            button.clicked.connect(lambda _=False, mark=mark: self.marked.emit(mark))
            marks.addWidget(button)
        column.addLayout(marks)
        column.addStretch(1)
        return column
