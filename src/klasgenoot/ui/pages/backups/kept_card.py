"""Older data files that were kept to be sure: they stay until the teacher removes them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.backups import KeptRow

translate = QCoreApplication.translate


class KeptCard(Card):
    """A row for each; gone when there is none.

    Signals:
        remove_requested: a KeptRow.
    """

    remove_requested = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, title=translate("Backups", "Kept aside"))
        self._rows: tuple[KeptRow, ...] | None = None
        words = translate(
            "Backups", "Older files of your data, kept to be sure. You can remove them."
        )
        self.body.addWidget(Label(look, words, colour="text_2"))
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.body.addLayout(self._list)

    def show_rows(self, rows: Sequence[KeptRow]) -> None:
        """Shows these files."""
        self.setVisible(bool(rows))
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        clear(self._list)
        for row in rows:
            self._list.addWidget(self._line(row))

    def _line(self, row: KeptRow) -> QWidget:
        look = self._look
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(Label(look, row.when, weight=QFont.Weight.DemiBold))
        texts.addWidget(Label(look, row.about, Text.SUPPORT, colour="text_2"))
        remove = Button(look, translate("Backups", "Remove…"), size="small", icon="trash-2")
        remove.setAccessibleName(
            translate("Backups", "Remove the file of {when}").format(when=row.when)
        )
        remove.clicked.connect(lambda: self.remove_requested.emit(row))
        line = QWidget()
        inside = QHBoxLayout(line)
        inside.setContentsMargins(0, 4, 0, 4)
        inside.setSpacing(12)
        inside.addLayout(texts, 1)
        inside.addWidget(remove, 0, Qt.AlignmentFlag.AlignVCenter)
        return line
