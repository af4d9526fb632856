"""What does one recommendation say? The report's own words, why, ideas, the step and the marks."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.guide import Mark
from klasgenoot.ui.kit.buttons import Button, Kind
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.chips import Choice
from klasgenoot.ui.kit.columns import Columns
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_of import OneOrNone
from klasgenoot.ui.kit.quote import Quote
from klasgenoot.ui.pages.guide.evidence import EvidenceLine
from klasgenoot.ui.pages.guide.row import ICONS
from klasgenoot.ui.pages.guide.step import CopyButton
from klasgenoot.viewmodels.guide import GuideRow, mark_words

DOT, DOT_BOX = 5, 14
BLOCK_GAP = 22


class Dot(QWidget):
    """The dot before an idea, on the middle of its first line."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedWidth(DOT_BOX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.tokens["accent"])
        painter.setBrush(self._look.tokens["accent"])
        middle = self._look.fonts.line(Text.BODY) / 2
        painter.drawEllipse(1, round(middle - DOT / 2), DOT, DOT)
        painter.end()


class Detail(QWidget):
    """One recommendation, whole.

    Signals:
        step_requested: its step is to be done on another page.
        open_requested: what else helps is wanted, a Target.
        marked: what the teacher said to it, a `Mark`, or None when a mark was taken off.
    """

    step_requested = Signal()
    open_requested = Signal(object)
    marked = Signal(object)

    def __init__(self, look: Look, row: GuideRow, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown = row
        self._first: QWidget | None = None
        self._said = Label(look, "", Text.CAPTION, colour="text_3")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Columns(look, self._words(row), self._side(row)))
        self.show_mark(row)

    def begin(self) -> None:
        """Give the focus to the step."""
        if self._first is not None:
            self._first.setFocus()

    def show_mark(self, row: GuideRow) -> bool:
        """Show what the teacher said to it now; False when anything else is another thing too."""
        if _unmarked(row) != _unmarked(self._shown):
            return False
        self._shown = row
        self._marks.choose(row.mark or "")
        said = f"{mark_words(row.mark)}, {row.marked}" if row.mark else ""
        self._said.setText(said)
        self._said.setVisible(bool(said))
        return True

    def _words(self, row: GuideRow) -> QWidget:
        look, text = self._look, row.text
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addWidget(Quote(look, text.quote, role=Text.SECTION))
        if text.translation:
            words = self.tr("Our translation: {words}.").format(words=text.translation)
            column.addWidget(Label(look, words, colour="text_2"))
        source = self.tr("Hogeschool Inholland, Gezien en gehoord worden op de hogeschool (2022)")
        column.addWidget(Label(look, source, Text.CAPTION, colour="text_3"))
        column.addSpacing(BLOCK_GAP - 6)
        column.addWidget(Label(look, self.tr("Why"), Text.CARD))
        column.addWidget(Label(look, text.why, colour="text_2"))
        column.addSpacing(BLOCK_GAP - 6)
        column.addWidget(Label(look, self.tr("Ideas"), Text.CARD))
        for idea in text.ideas:
            line = QHBoxLayout()
            line.setSpacing(4)
            line.addWidget(Dot(look))
            line.addWidget(Label(look, idea), 1)
            column.addLayout(line)
        return side

    def _side(self, row: GuideRow) -> Card:
        look, step = self._look, row.step
        title = self.tr("Step of %n minute(s)", None, step.minutes)
        card = Card(look, title=title, sunken=True)
        card.body.setSpacing(10)
        card.body.addWidget(Label(look, step.title, weight=QFont.Weight.Medium))
        if step.say:
            card.body.addWidget(Quote(look, step.say))
        card.body.addLayout(flow(*self._buttons(row)))
        card.body.addSpacing(BLOCK_GAP - 10)
        card.body.addWidget(Label(look, self.tr("What you already see"), Text.CARD))
        card.body.addWidget(EvidenceLine(look, row.seen))
        card.body.addSpacing(BLOCK_GAP - 10)
        card.body.addWidget(Label(look, self.tr("How is it for you?"), Text.CARD))
        choices = [Choice(mark.value, mark_words(mark), ICONS[mark]) for mark in Mark]
        self._marks = OneOrNone(look, choices, name=self.tr("How is it for you?"))
        self._marks.picked.connect(self._on_mark_picked)
        card.body.addWidget(self._marks)
        card.body.addWidget(self._said)
        return card

    def _buttons(self, row: GuideRow) -> list[QWidget]:
        look, step = self._look, row.step
        buttons: list[QWidget] = []
        if row.target is not None:
            go = Button(look, self.tr("Do it now"), kind="primary", icon="arrow-right")
            go.clicked.connect(self.step_requested)
            buttons.append(go)
        if step.say:
            kind: Kind = "plain" if row.target is not None else "primary"
            copy = CopyButton(look, self.tr("Copy the sentence"), sentence=step.say, kind=kind)
            buttons.append(copy)
        if row.more is not None:
            title, target = row.more
            more = Button(look, title, kind="ghost", icon="arrow-right")
            more.clicked.connect(lambda: self.open_requested.emit(target))
            buttons.append(more)
        self._first = buttons[0]
        return buttons

    @Slot(str)
    def _on_mark_picked(self, key: str) -> None:
        self.marked.emit(Mark(key) if key else None)


def _unmarked(row: GuideRow) -> GuideRow:
    """The row without what a mark changes in it."""
    return replace(row, mark=None, marked="", is_this_weeks=False)
