"""What is there to know? The lines under the photo."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.pips import Pips
from klasgenoot.viewmodels.student_details import Detail

translate = QCoreApplication.translate

LABEL_WIDTH, LABEL_GAP, LINE_GAP = 80, 12, 9


class DetailLines(QWidget):
    """A line for each thing that is known, how well the name is, and the teacher's own note.

    Args:
        look: how everything looks.
        sound: stands below how the name is said.
        parent: the widget it is on.
    """

    def __init__(self, look: Look, *, sound: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sound = sound
        sound.setParent(self)  # from the beginning: Tab goes in the order of arrival
        self._shown: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._body = QWidget(self)
        self._column.addWidget(self._body)

    def say(self, details: Sequence[Detail], *, level: int, level_words: str, note: str) -> None:
        """Show these lines."""
        shown = (tuple(details), level, level_words, note)
        if shown == self._shown:
            return
        self._shown = shown
        self._column.removeWidget(self._body)
        self._sound.setParent(self)  # it outlives the lines it stands between
        self._body.hide()
        self._body.deleteLater()
        self._body = QWidget(self)
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(LABEL_GAP)
        grid.setVerticalSpacing(LINE_GAP)
        grid.setColumnMinimumWidth(0, self._look.fonts.px(LABEL_WIDTH))
        grid.setColumnStretch(1, 1)
        for row, line in enumerate(details):
            self._add(grid, row, line.label, self._value(line))
        name = translate("Student", "Name")
        self._add(grid, len(details), name, self._known(level, level_words))
        if note:
            said = Label(self._look, note, Text.SUPPORT)
            self._add(grid, len(details) + 1, translate("Student", "Own note"), said)
        self._column.addWidget(self._body)
        self._body.show()
        self._sound.show()

    def _value(self, line: Detail) -> QWidget:
        lines = 0 if " " in line.value else 1  # one long word would make the column wider
        value = Label(self._look, line.value, Text.SUPPORT, lines=lines)
        if not (line.remark or line.has_sound):
            return value
        whole = QWidget(self._body)  # of one window all the time: Tab keeps its order
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(value)
        if line.remark:
            column.addWidget(Label(self._look, line.remark, Text.CAPTION, colour="text_3"))
        if line.has_sound:
            column.addWidget(self._sound)
        return whole

    def _add(self, grid: QGridLayout, row: int, label: str, value: QWidget) -> None:
        top = Qt.AlignmentFlag.AlignTop
        caption = Label(self._look, label, Text.SUPPORT, colour="text_3", lines=1)
        grid.addWidget(caption, row, 0, top)
        grid.addWidget(value, row, 1, top)

    def _known(self, level: int, words: str) -> QWidget:
        known = QWidget()
        row = QHBoxLayout(known)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(Pips(self._look, level, name=words))
        row.addWidget(Label(self._look, words, Text.SUPPORT, lines=1), 1)
        return known
