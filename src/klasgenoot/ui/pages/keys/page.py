"""The passphrase: choose one, keep the recovery sheet, type part of it back."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.kit.save_dialog import ask_where_to_save
from klasgenoot.ui.kit.toast import announce
from klasgenoot.ui.pages.keys.check_step import CheckStep
from klasgenoot.ui.pages.keys.done_step import DoneStep
from klasgenoot.ui.pages.keys.old_step import OldStep
from klasgenoot.ui.pages.keys.phrase_step import PhraseStep
from klasgenoot.ui.pages.keys.prove_step import ProveStep
from klasgenoot.ui.pages.keys.sheet import write_sheet
from klasgenoot.ui.pages.keys.sheet_step import SheetStep
from klasgenoot.viewmodels.keys import KeyStep, KeysViewModel, Want
from klasgenoot.viewmodels.target import PageId, Target

WIDEST = 620
WANTS = {"sheet": Want.SHEET, "leaked": Want.LEAKED, "off": Want.OFF}


class KeysPage(Page):
    """A few steps and a last word.

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: KeysViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        self._next = Target(PageId.SETTINGS)
        self._prove = ProveStep(look)
        self._phrase = PhraseStep(look)
        self._sheet = SheetStep(look)
        self._check = CheckStep(look)
        self._old = OldStep(look)
        self._done = DoneStep(look)
        self._steps: dict[KeyStep, QWidget] = {
            KeyStep.PROVE: self._prove,
            KeyStep.PHRASE: self._phrase,
            KeyStep.SHEET: self._sheet,
            KeyStep.CHECK: self._check,
            KeyStep.OLD: self._old,
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
        """Begins; `act` "import" or "add" is what follows, the others are what is wanted."""
        follows = {
            "import": Target(PageId.IMPORT),
            "add": Target(PageId.STUDENTS, act="add"),
        }
        self._next = follows.get(target.act, Target(PageId.SETTINGS))
        self._phrase.offer_computer(target.act in follows)
        want = WANTS.get(target.act, Want.PHRASE)
        titles = {
            Want.PHRASE: self.tr("Another passphrase"),
            Want.SHEET: self.tr("New recovery sheet"),
            Want.LEAKED: self.tr("Somebody knows my passphrase"),
            Want.OFF: self.tr("Take the passphrase off"),
        }
        title = titles[want] if self._view_model.has_passphrase else self.tr("Passphrase")
        why = self.tr("Who can open your classes?")
        if target.act == "import":
            why = self.tr("Who can open your classes? After this you choose your class list.")
        self.set_title(title, why)
        self._phrase.know(self._view_model.known_of_teacher)
        self._prove.explain(want)
        self._view_model.begin(want)

    def leave(self) -> None:
        """Another page is opened."""
        self._view_model.leave()

    def close_work(self) -> None:
        """Waits for what is being put on."""
        self._view_model.close()

    def _connect(self) -> None:
        view_model = self._view_model
        self._prove.typed.connect(view_model.prove)
        self._prove.left.connect(lambda: self.open_requested.emit(self._next))
        self._phrase.chosen.connect(view_model.choose)
        self._phrase.computer_chosen.connect(self._on_computer_chosen)
        self._sheet.save_requested.connect(self._on_save_requested)
        self._sheet.kept.connect(view_model.check)
        self._check.answered.connect(self._on_check_answered)
        self._check.back_requested.connect(view_model.look_again)
        self._old.kept.connect(view_model.keep_old_copies)
        self._old.dropped.connect(view_model.drop_old_copies)
        self._done.left.connect(lambda: self.open_requested.emit(self._next))
        view_model.changed.connect(self._show)
        view_model.failed.connect(self._on_view_model_failed)

    @Slot()
    def _show(self) -> None:
        view_model = self._view_model
        now = view_model.step
        for step, widget in self._steps.items():
            widget.setVisible(step is now)
        self._prove.set_busy(view_model.is_busy)
        self._phrase.set_busy(view_model.is_busy)
        if now is KeyStep.PROVE:
            self._prove.begin()
        elif now is KeyStep.PHRASE:
            self._phrase.begin()
        elif now is KeyStep.SHEET:
            self._sheet.show_code(view_model.groups)
        elif now is KeyStep.CHECK:
            self._check.ask(view_model.asked)
        elif now is KeyStep.OFF:
            self.open_requested.emit(Target(PageId.SETTINGS))
        elif now is KeyStep.OLD:
            self._old.ask(view_model.old_copies, leaked=view_model.is_leaked)
        else:
            self._done.begin()

    @Slot(str)
    def _on_view_model_failed(self, sentence: str) -> None:
        says = {KeyStep.PROVE: self._prove.say, KeyStep.OLD: self._old.say}
        says.get(self._view_model.step, self._phrase.say)(sentence)
        announce(self, sentence)

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
        path = ask_where_to_save(
            self,
            title=self.tr("Save the recovery sheet"),
            name="herstelvel.pdf",
            kinds="PDF (*.pdf)",
        )
        if path is None:
            return
        try:
            write_sheet(self.look, path, groups=self._view_model.groups)
        except OSError:
            self._sheet.say(self.tr("The sheet could not be saved there. Choose another place."))
            return
        words = self.tr("Saved. Print it and delete the file: whoever has it can open everything.")
        self._sheet.say(words)
        announce(self, words)
