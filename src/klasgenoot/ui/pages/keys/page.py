"""The passphrase: choose one, keep the recovery sheet, type part of it back."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.kit.toast import announce
from klasgenoot.ui.pages.keys.check_step import CheckStep
from klasgenoot.ui.pages.keys.done_step import DoneStep
from klasgenoot.ui.pages.keys.phrase_step import PhraseStep
from klasgenoot.ui.pages.keys.sheet import write_sheet
from klasgenoot.ui.pages.keys.sheet_step import SheetStep
from klasgenoot.viewmodels.keys import KeyStep, KeysViewModel
from klasgenoot.viewmodels.target import PageId, Target

WIDEST = 620


class KeysPage(Page):
    """Three steps and a last word.

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: KeysViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        self._next = Target(PageId.SETTINGS)
        self._phrase = PhraseStep(look)
        self._sheet = SheetStep(look)
        self._check = CheckStep(look)
        self._done = DoneStep(look)
        self._steps: dict[KeyStep, QWidget] = {
            KeyStep.PHRASE: self._phrase,
            KeyStep.SHEET: self._sheet,
            KeyStep.CHECK: self._check,
            KeyStep.DONE: self._done,
        }
        column = QWidget()
        column.setMaximumWidth(look.fonts.px(WIDEST))
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 0, 0)
        for step in self._steps.values():
            inside.addWidget(step)
        self.body.addWidget(column)
        self.body.addStretch(1)
        self._connect()

    def arrive(self, target: Target) -> None:
        """Begins; `act` "import" or "add" is what follows, "sheet" makes another sheet at once."""
        follows = {
            "import": Target(PageId.IMPORT),
            "add": Target(PageId.STUDENTS, act="add"),
        }
        self._next = follows.get(target.act, Target(PageId.SETTINGS))
        self._phrase.offer_computer(target.act in follows)
        title = self.tr("Passphrase")
        if self._view_model.has_passphrase:
            title = self.tr("Another passphrase")
        self.set_title(title, self.tr("Who can open your classes?"))
        self._phrase.know(self._view_model.known_of_teacher)
        self._view_model.begin()
        if target.act == "sheet":
            self._view_model.new_sheet()

    def close_work(self) -> None:
        """Waits for what is being put on."""
        self._view_model.close()

    def _connect(self) -> None:
        view_model = self._view_model
        self._phrase.chosen.connect(view_model.choose)
        self._phrase.computer_chosen.connect(self._on_computer_chosen)
        self._sheet.save_requested.connect(self._on_save_requested)
        self._sheet.kept.connect(view_model.check)
        self._check.answered.connect(self._on_check_answered)
        self._check.back_requested.connect(view_model.look_again)
        self._done.left.connect(lambda: self.open_requested.emit(self._next))
        view_model.changed.connect(self._show)
        view_model.failed.connect(self._phrase.say)

    @Slot()
    def _show(self) -> None:
        view_model = self._view_model
        now = view_model.step
        for step, widget in self._steps.items():
            widget.setVisible(step is now)
        self._phrase.set_busy(view_model.is_busy)
        if now is KeyStep.PHRASE:
            self._phrase.begin()
        elif now is KeyStep.SHEET:
            self._sheet.show_code(view_model.groups)
        elif now is KeyStep.CHECK:
            self._check.ask(view_model.asked)
        else:
            self._done.begin()

    @Slot()
    def _on_computer_chosen(self) -> None:
        self._view_model.stay_on_this_computer()
        self.open_requested.emit(self._next)

    @Slot(object)
    def _on_check_answered(self, typed: tuple[str, ...]) -> None:
        if not self._view_model.answer(typed):
            self._check.say_wrong()

    @Slot()
    def _on_save_requested(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the recovery sheet"), "herstelvel.pdf", "PDF (*.pdf)"
        )
        if not name:
            return
        try:
            write_sheet(self.look, Path(name), groups=self._view_model.groups)
        except OSError:
            self._sheet.say(self.tr("The sheet could not be saved there. Choose another place."))
            return
        words = self.tr("Saved. Print it and delete the file: whoever has it can open everything.")
        self._sheet.say(words)
        announce(self, words)
