"""What did you promise? Each promise with a round check: pressed, it was kept."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_stop import OneStop
from klasgenoot.ui.kit.round_check import RoundCheck
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.viewmodels.student_facts import PromiseRow

translate = QCoreApplication.translate


class Promises(QWidget):
    """All open promises to one student. One tab stop.

    Signals:
        kept: the id of the promise that was kept.
    """

    kept = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[PromiseRow, ...] | None = None
        self._checks: list[RoundCheck] = []
        self._stop = OneStop(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        title = translate("Student", "Promised")
        self.setAccessibleName(title)
        column.addWidget(Label(look, title, Text.CARD))
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        column.addLayout(self._column)

    def set_promises(self, promises: Sequence[PromiseRow]) -> None:
        """Show these promises."""
        if tuple(promises) == self._shown:
            return
        focused = next((n for n, check in enumerate(self._checks) if check.hasFocus()), None)
        self._shown = tuple(promises)
        self._clear()
        for promise in promises:
            self._add(self._item(promise))
        if not promises:
            words = translate("Student", "No open promises.")
            self._add(Label(self._look, words, Text.SUPPORT, colour="text_2"))
        self._stop.set_stops(self._checks)
        if focused is not None and self._checks:
            self._checks[min(focused, len(self._checks) - 1)].setFocus()

    def _add(self, part: QWidget) -> None:
        self._column.addWidget(part)
        part.show()  # at once, so that it can have the focus

    def _item(self, promise: PromiseRow) -> QWidget:
        name = translate("Student", "Kept: {what}, {when}").format(
            what=promise.text, when=promise.due
        )
        check = RoundCheck(self._look, name=name)
        check.clicked.connect(lambda: self.kept.emit(promise.id))
        self._checks.append(check)
        item = QWidget()
        row = QHBoxLayout(item)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(check, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(Label(self._look, promise.text))
        colour: Colour = "brick_text" if promise.is_passed else "honey_text"
        weight = QFont.Weight.Medium
        texts.addWidget(Label(self._look, promise.due, Text.CAPTION, colour=colour, weight=weight))
        row.addLayout(texts, 1)
        return item

    def _clear(self) -> None:
        self._checks = []
        clear(self._column)
