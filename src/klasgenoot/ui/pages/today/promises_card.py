"""What was promised: the oldest first, each done with one key."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card, Line
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.flow import Flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_stop import OneStop
from klasgenoot.ui.kit.portrait import FaceStack
from klasgenoot.ui.kit.round_check import RoundCheck
from klasgenoot.ui.kit.tab_order import tab_ahead_of
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.ui.kit.typeset import Run
from klasgenoot.viewmodels.target import PROMISE, PageId, Target
from klasgenoot.viewmodels.today_rows import MOST_PROMISES, PromiseShown

translate = QCoreApplication.translate

FACE = 34


class PromisesCard(Card):
    """The open promises. One tab stop; Enter or Space says that one was kept.

    Signals:
        kept: the promise that was kept.
        open_requested: a Target.
    """

    kept = Signal(object)
    open_requested = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, title=translate("Today", "Promised"), count=" ", parent=parent)
        self._promises: tuple[PromiseShown, ...] | None = None
        self._checks: list[RoundCheck] = []
        self._stop = OneStop(self)
        self.body.setSpacing(0)
        self._column = QVBoxLayout()
        self._column.setSpacing(9)
        self.body.addLayout(self._column)
        self.body.addStretch(1)
        self.body.addSpacing(8)
        foot = QWidget()
        flow = Flow(gap=4, line_gap=4)
        foot.setLayout(flow)
        self._add = Button(
            look, translate("Today", "Add a promise"), kind="ghost", size="small", icon="plus"
        )
        self._add.clicked.connect(
            lambda: self.open_requested.emit(Target(PageId.PROMISES, act=PROMISE))
        )
        self._more = Button(look, kind="ghost", size="small")
        self._more.clicked.connect(lambda: self.open_requested.emit(Target(PageId.PROMISES)))
        flow.addWidget(self._add)
        flow.addWidget(self._more)
        self.body.addWidget(foot)

    def show_promises(self, promises: tuple[PromiseShown, ...]) -> None:
        """Show these promises, as many as there is room for."""
        if promises == self._promises:
            return
        self._promises = promises
        count = translate("Today", "%n open", None, len(promises)) if promises else ""
        self.set_count(count)
        focused = next((n for n, check in enumerate(self._checks) if check.hasFocus()), None)
        clear(self._column)
        self._checks = []
        for promise in promises[:MOST_PROMISES]:
            if self._checks:
                line = Line(self._look)
                self._column.addWidget(line)
                line.show()
            item = self._item(promise)
            self._column.addWidget(item)
            item.show()  # at once: the keyboard may be on it
        if not promises:
            words = translate("Today", "No open promises. “back Fri” in a log line makes one.")
            self._column.addWidget(Label(self._look, words, Text.SUPPORT, colour="text_2"))
        more = len(promises) - MOST_PROMISES
        self._more.setText(translate("Today", "and %n more", None, more))
        self._more.setVisible(more > 0)
        self._stop.set_stops(self._checks)
        tab_ahead_of(self._add, self._checks)
        if focused is not None:
            left: list[QWidget] = [*self._checks] or [self._add]
            left[min(focused, len(left) - 1)].setFocus()

    def _item(self, promise: PromiseShown) -> QWidget:
        look = self._look
        name = translate("Today", "Kept: {text}, {name}, {due}").format(
            text=promise.text, name=promise.student.full_name, due=promise.due
        )
        check = RoundCheck(look, name=name)
        check.clicked.connect(lambda: self.kept.emit(promise))
        self._checks.append(check)
        tone: Colour = "text_2"
        if promise.is_passed or promise.is_today:
            tone = "brick_text" if promise.is_passed else "honey_text"
        due = Label(look, "", Text.SUPPORT, lines=1)
        due.set_runs(
            Run(f"{promise.student.name} · ", QFont.Weight.Normal, "text_2"),
            Run(promise.due, QFont.Weight.Medium, tone),
        )
        texts = QVBoxLayout()
        texts.setSpacing(0)
        weight = QFont.Weight.Medium
        texts.addWidget(Label(look, promise.text, Text.SUPPORT, weight=weight, lines=1))
        texts.addWidget(due)
        item = QWidget()
        row = QHBoxLayout(item)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(check, 0, middle)
        face = FaceStack(
            look, [face_of(promise.student)], name=promise.student.name, size=look.fonts.px(FACE)
        )
        row.addWidget(face, 0, middle)
        row.addLayout(texts, 1)
        return item
