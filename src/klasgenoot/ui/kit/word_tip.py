"""Is this needed? A quiet panel under a field that proposes a neutral wording, and never blocks."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Slot
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from klasgenoot.domain.word_check import HelpLine, Place
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.quote import MARKS
from klasgenoot.ui.kit.toast import announce
from klasgenoot.ui.kit.typeset import Run
from klasgenoot.viewmodels.word_check import WordTip, tip_for

translate = QCoreApplication.translate

QUIET_MS = 400
"""So long nothing is typed before a word is spoken of: half a word is often another one."""

Box = QTextEdit | QPlainTextEdit | QLineEdit
"""Where one types."""
Pieces = Callable[[], Sequence[Place]]
"""Gives places in the text that were recognised as something."""


def no_pieces() -> Sequence[Place]:
    """A text in which nothing is recognised."""
    return ()


class WordTipPanel(Card):
    """Watches a text and shows what is to be said of it; hidden while there is nothing.

    What the teacher leaves as it is stays so until the text is empty again. Nothing is remembered.

    Args:
        look: how everything looks.
        box: where one types.
        names: where somebody is named: that is not looked at.
        pieces: what was recognised: a neutral wording takes the place of one of them or of none.
        proposes: whether a neutral wording is offered: one about a student, in the teacher's words.
        parent: the widget it is on.
    """

    def __init__(
        self,
        look: Look,
        box: Box,
        *,
        names: Pieces = no_pieces,
        pieces: Pieces = no_pieces,
        proposes: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, sunken=True, parent=parent)
        self._look = look
        self._box = box
        self._names = names
        self._pieces = pieces
        self._proposes = proposes
        self._left: set[str] = set()
        self._tip: WordTip | None = None
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self.look_now)
        self._said = Label(look, "", Text.SUPPORT)
        self._prompt = Label(look, "", Text.SUPPORT, colour="text_2")
        self._help = QVBoxLayout()
        self._icons = {
            False: IconLabel(look, "message-circle-question-mark", colour="plum"),
            True: IconLabel(look, "life-buoy", colour="brick_text"),
        }
        self._replace = Button(look, translate("WordTip", "Replace"), size="small")
        self._replace.clicked.connect(self._on_replace_clicked)
        self._leave = Button(look, translate("WordTip", "Leave it"), kind="ghost", size="small")
        self._leave.clicked.connect(self._on_leave_clicked)
        self._lay_out()
        self.hide()
        box.textChanged.connect(self._on_text_changed)
        if _text(box):
            self._quiet.start()

    @property
    def tip(self) -> WordTip | None:
        """What is said now."""
        return self._tip

    @Slot()
    def look_now(self) -> None:
        """Looks at the text as it stands."""
        self._quiet.stop()
        tip = tip_for(
            _text(self._box),
            resources=self._look.resources,
            spared=self._names(),
            walls={side for place in self._pieces() for side in place},
            left=self._left,
        )
        if tip is not None and not self._proposes:
            tip = replace(tip, clause=None)
        is_new = tip is not None and (self._tip is None or tip.word != self._tip.word)
        self._tip = tip
        if tip is not None:
            self._show(tip)
        self.setVisible(tip is not None)
        if is_new:
            announce(self, self.accessibleName())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        for icon in self._icons.values():
            row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._said)
        holder = QWidget()
        holder.setLayout(self._help)
        self._help.setContentsMargins(0, 2, 0, 2)
        self._help.setSpacing(2)
        self._lines = holder
        column.addWidget(holder)
        column.addWidget(self._prompt)
        column.addSpacing(6)
        column.addLayout(flow(self._replace, self._leave))
        row.addLayout(column, 1)
        self.body.addLayout(row)

    def _show(self, tip: WordTip) -> None:
        is_danger = bool(tip.help)
        for danger, icon in self._icons.items():
            icon.setVisible(danger is is_danger)
        head = (
            translate("WordTip", "Is anybody in danger?")
            if is_danger
            else translate("WordTip", "Does this need to be kept?")
        )
        advice = tip.why
        if tip.clause is not None:
            proposal = translate("WordTip", "Tip: {words}.").format(
                words=MARKS.format(tip.proposal)
            )
            advice = f"{advice} {proposal}"
        self._said.set_runs(Run(head, QFont.Weight.DemiBold), Run(f" {advice}"))
        self._prompt.setText(tip.prompt)
        self._show_help(tip.help)
        self._replace.setVisible(tip.clause is not None)
        whole = (head, *map(_help_words, tip.help), advice, tip.prompt)
        self.setAccessibleName(" ".join(whole))

    def _show_help(self, lines: Sequence[HelpLine]) -> None:
        clear(self._help)
        self._lines.setVisible(bool(lines))
        for line in lines:
            label = Label(self._look, "", Text.BODY)
            number = " · ".join(part for part in (line.phone, line.web) if part)
            label.set_runs(
                Run(number, QFont.Weight.DemiBold, "brick_text"), Run(f"  {line.name}, {line.when}")
            )
            self._help.addWidget(label)

    @Slot()
    def _on_text_changed(self) -> None:
        if not _text(self._box).strip():
            self._left.clear()
            self._tip = None
            self._quiet.stop()
            self.hide()
            return
        self._quiet.start()

    @Slot()
    def _on_replace_clicked(self) -> None:
        self.look_now()  # the text may have changed since
        if self._tip is None or self._tip.clause is None:
            return
        _put(self._box, self._tip.clause, self._tip.proposal)
        self._box.setFocus()
        self.look_now()

    @Slot()
    def _on_leave_clicked(self) -> None:
        if self._tip is not None:
            self._left.add(self._tip.word)
        self._box.setFocus()
        self.look_now()


def _help_words(line: HelpLine) -> str:
    return ", ".join(part for part in (line.name, line.phone, line.web, line.when) if part) + "."


def _text(box: Box) -> str:
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()


def _put(box: Box, place: Place, words: str) -> None:
    """Puts words in a place of a text, as an edit that Ctrl Z takes back."""
    text = _text(box)
    start, end = (_unit(text, each) for each in place)
    if isinstance(box, QLineEdit):
        box.setSelection(start, end - start)
        box.insert(words)
        return
    cursor = QTextCursor(box.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(words)


def _unit(text: str, at: int) -> int:
    """A place in the text as Qt counts it, where an emoji is two."""
    return len(text[:at].encode("utf-16-le")) // 2
