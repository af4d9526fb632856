"""What was told before? Each transfer with a check for when the teacher asked what came of it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import icon_button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.round_check import RoundCheck
from klasgenoot.ui.kit.theme import Colour
from klasgenoot.viewmodels.transfer import ToldRow

translate = QCoreApplication.translate


class ToldCard(Card):
    """The transfers that were made; not there as long as there are none.

    Signals:
        settled: the id of the transfer that was asked after.
        edit_requested: the `ToldRow` to mend.
        remove_requested: the id of the transfer to remove.
    """

    settled = Signal(object)
    edit_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, title=translate("Transfer", "Told before"))
        self._look = look
        self._shown: tuple[ToldRow, ...] | None = None
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(14)
        self.body.addLayout(self._column)

    def show_told(self, rows: tuple[ToldRow, ...], *, after: QWidget) -> None:
        """Shows these; `after` is where the keyboard goes when the last of them goes."""
        there = QApplication.focusWidget()
        if not rows and there is not None and self.isAncestorOf(there):
            after.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setVisible(bool(rows))
        if rows == self._shown:
            return
        self._shown = rows
        places = (n for n, line in enumerate(self._lines) if there and line.isAncestorOf(there))
        at = next(places, None)
        clear(self._column)
        self._lines = [self._line(row) for row in rows]
        for line in self._lines:
            self._column.addWidget(line)
            line.show()
        if at is not None and self._lines:
            line = self._lines[min(at, len(rows) - 1)]
            line.findChildren(QAbstractButton)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, row: ToldRow) -> QWidget:
        look, line = self._look, QWidget()
        inside = QHBoxLayout(line)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        if row.is_open:
            name = translate("Transfer", "Asked after it: {line}").format(line=row.line)
            check = RoundCheck(look, name=name)
            check.clicked.connect(lambda: self.settled.emit(row.id))
            inside.addWidget(check, 0, top)
        else:
            inside.addWidget(IconLabel(look, "circle-check", colour="text_3", size=18), 0, top)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        colour: Colour = "brick_text" if row.is_passed else "text_2"
        texts.addWidget(Label(look, row.line, Text.SUPPORT, colour=colour))
        texts.addWidget(Label(look, row.text, Text.SUPPORT, lines=4))
        inside.addLayout(texts, 1)
        edit = icon_button(look, "pencil", translate("Transfer", "Change"), size="small")
        edit.clicked.connect(lambda: self.edit_requested.emit(row))
        inside.addWidget(edit, 0, top)
        remove = icon_button(look, "trash-2", translate("Transfer", "Remove"), size="small")
        remove.clicked.connect(lambda: self.remove_requested.emit(row.id))
        inside.addWidget(remove, 0, top)
        return line
