"""Which backup? Those that were found, or a file that lies anywhere."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.backups.backup_list import BackupList
from klasgenoot.viewmodels.backup_rows import BackupRow

translate = QCoreApplication.translate


class ChooseStep(QWidget):
    """A list, and a button for a stick.

    Signals:
        chosen: a Backup.
        file_requested: it lies elsewhere.
        left: go on without.
    """

    chosen = Signal(object)
    file_requested = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card(look)
        card.body.setSpacing(12)
        self._words = Label(look, "", colour="text_2")
        card.body.addWidget(self._words)
        self._list = BackupList(look)
        self._list.wanted.connect(self.chosen)
        card.body.addWidget(self._list)
        self._file = Button(
            look, translate("Restore", "Choose a file…"), kind="primary", icon="hard-drive"
        )
        self._file.clicked.connect(self.file_requested)
        leave = Button(look, translate("Restore", "Not now"), kind="ghost")
        leave.clicked.connect(self.left)
        card.body.addLayout(flow(self._file, leave))
        column.addWidget(card)

    def begin(self) -> None:
        """Puts the focus on the way most teachers take."""
        self._file.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_backups(self, rows: Sequence[BackupRow], *, is_busy: bool) -> None:
        """Shows these; while one is looked at nothing else can be chosen."""
        found = translate(
            "Restore",
            "These were found on this computer. If yours is on a stick or in another folder, choose"
            " that file.",
        )
        none = translate(
            "Restore",
            "Choose the newest file that ends in .backup, on your stick or in your synced folder."
            " You need the passphrase or the recovery sheet that you had then.",
        )
        self._words.setText(found if rows else none)
        self._list.show_rows(rows)
        self._list.setVisible(bool(rows))
        self._file.setEnabled(not is_busy)
        choose = translate("Restore", "Choose a file…")
        self._file.setText(translate("Restore", "Being looked at…") if is_busy else choose)
