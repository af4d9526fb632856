"""A second place for backups: a stick or a synced folder, and when a copy last got there."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from klasgenoot.domain.errors import Trouble
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.viewmodels.backups import BackupsViewModel
from klasgenoot.viewmodels.troubles import trouble_words

translate = QCoreApplication.translate


class SecondCard(Card):
    """Chooses the folder, and says how it goes."""

    def __init__(self, look: Look, view_model: BackupsViewModel) -> None:
        super().__init__(look, title=translate("Backups", "A second place"))
        self._view_model = view_model
        self._why = Label(look, "", colour="text_2")
        self._folder = Label(look, "", Text.SUPPORT, colour="text_2")
        self._folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._state = Label(look, "", Text.SUPPORT, colour="text_3")
        self._wrong = Label(look, "", Text.SUPPORT, colour="brick_text")
        for label in (self._why, self._folder, self._state, self._wrong):
            self.body.addWidget(label)
        self._choose = Button(look, icon="hard-drive", size="small")
        self._choose.clicked.connect(self._on_choose_clicked)
        self._leave = Button(
            look, translate("Backups", "No second place"), kind="ghost", size="small"
        )
        self._leave.clicked.connect(self._on_leave_clicked)
        self.body.addSpacing(4)
        self.body.addLayout(flow(self._choose, self._leave))
        self.refresh()

    def refresh(self) -> None:
        """Shows how it is now."""
        view_model = self._view_model
        folder = view_model.second_folder
        with_key = translate(
            "Backups",
            "If your laptop is lost, a copy on a stick or in a synced folder and your passphrase"
            " are enough to get everything back on another computer.",
        )
        without_key = translate(
            "Backups",
            "If your laptop is lost, a copy on a stick or in a synced folder brings everything back"
            " on another computer, once you have a passphrase: the copies open with that."
            " You choose one in Settings.",
        )
        self._why.setText(with_key if view_model.has_passphrase else without_key)
        self._folder.setText(folder)
        self._state.setText(view_model.second_words)
        choose = translate("Backups", "Choose a folder…")
        self._choose.setText(translate("Backups", "Another folder…") if folder else choose)
        for label in (self._folder, self._state, self._wrong):
            label.setVisible(bool(label.text()))
        self._leave.setVisible(bool(folder))

    def say(self, sentence: str) -> None:
        """Says what went wrong; an empty text takes it back."""
        self._wrong.setText(sentence)
        self.refresh()

    @Slot()
    def _on_choose_clicked(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, translate("Backups", "Where do copies of the backups go?")
        )
        if name:
            self._do(lambda: self._view_model.choose_second(Path(name)))

    @Slot()
    def _on_leave_clicked(self) -> None:
        self._do(self._view_model.leave_second)

    def _do(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Trouble as trouble:
            self.say(trouble_words(trouble))
        else:
            self.say("")
