"""Getting data back while none is open: choose a backup, open it, look at it, put it back."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.empty import FailedState
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.kit.said_line import SaidLine
from klasgenoot.ui.pages.backups.choose_step import ChooseStep
from klasgenoot.ui.pages.backups.look_step import BackStep, LookStep
from klasgenoot.ui.pages.backups.unlock_step import UnlockStep
from klasgenoot.viewmodels.restoring import RestoreStep, RestoreViewModel

translate = QCoreApplication.translate

WIDEST = 620


class RestorePage(Page):
    """Four steps, one card each.

    Args:
        look: how everything looks.
        view_model: what does it.
        reason: what is wrong with the data that is there; empty if nothing is.

    Signals:
        left: the teacher wants to go on without.
    """

    left = Signal()

    def __init__(self, look: Look, view_model: RestoreViewModel, *, reason: str = "") -> None:
        super().__init__(look)
        title = translate("Restore", "Put a backup back")
        self.setAccessibleName(title)
        self._view_model = view_model
        self._choose = ChooseStep(look)
        self._unlock = UnlockStep(look)
        self._look_step = LookStep(look)
        self._done = BackStep(look)
        self._steps: dict[RestoreStep, QWidget] = {
            RestoreStep.CHOOSE: self._choose,
            RestoreStep.UNLOCK: self._unlock,
            RestoreStep.PREVIEW: self._look_step,
            RestoreStep.DONE: self._done,
        }
        self._wrong = SaidLine(look, colour="brick_text")
        self._shown: RestoreStep | None = None
        column = QWidget()
        column.setMaximumWidth(look.fonts.px(WIDEST))
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(14)
        inside.addWidget(Label(look, title, Text.TITLE))
        self._reason = FailedState(
            look,
            sentence=reason,
            detail=translate(
                "Restore", "A backup can take its place. Nothing is lost before you say so."
            ),
        )
        inside.addWidget(self._reason)
        inside.addWidget(self._wrong)
        for step in self._steps.values():
            inside.addWidget(step)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(column, 10)
        middle.addStretch(1)
        self.body.addStretch(1)
        self.body.addLayout(middle)
        self.body.addStretch(2)
        self._connect()
        self._show()

    def _connect(self) -> None:
        view_model = self._view_model
        self._choose.chosen.connect(view_model.choose)
        self._choose.file_requested.connect(self._on_file_requested)
        self._choose.left.connect(self.left)
        self._unlock.passphrase_given.connect(view_model.try_passphrase)
        self._unlock.code_given.connect(view_model.try_code)
        self._unlock.key_file_requested.connect(self._on_key_file_requested)
        self._look_step.agreed.connect(view_model.put_back)
        for step in (self._unlock, self._look_step):
            step.back_requested.connect(view_model.go_back)
        self._done.opened.connect(view_model.open)
        view_model.changed.connect(self._show)
        view_model.refused.connect(self._say)

    @Slot()
    def _show(self) -> None:
        view_model = self._view_model
        now = view_model.step
        if now is not self._shown or view_model.is_busy:
            self._say("")
        self._choose.show_backups(view_model.choices, is_busy=view_model.is_busy)
        self._unlock.show_try(
            when=view_model.title,
            by_key_file=view_model.needs_key_file,
            is_busy=view_model.is_busy,
            wait=view_model.wait,
        )
        self._look_step.show_backup(view_model)
        self._done.show_done(when=view_model.title, kept=view_model.kept_words)
        for step, widget in self._steps.items():
            widget.setVisible(step is now)
        is_told = bool(self._reason.accessibleName()) and now is not RestoreStep.DONE
        self._reason.setVisible(is_told)
        if now is not self._shown:
            self._shown = now
            {
                RestoreStep.CHOOSE: self._choose.begin,
                RestoreStep.UNLOCK: self._unlock.begin,
                RestoreStep.PREVIEW: self._look_step.begin,
                RestoreStep.DONE: self._done.begin,
            }[now]()

    @Slot(str)
    def _say(self, sentence: str) -> None:
        self._wrong.say(sentence)
        if sentence and self._view_model.step is RestoreStep.UNLOCK:
            self._unlock.again()

    @Slot()
    def _on_file_requested(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            translate("Restore", "Which backup?"),
            QDir.homePath(),
            translate("Restore", "Backups (*.backup);;All files (*)"),
        )
        if name:
            self._say("")
            self._view_model.choose_file(Path(name))

    @Slot()
    def _on_key_file_requested(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            translate("Restore", "Where is the key?"),
            QDir.homePath(),
            "klasgenoot.key (klasgenoot.key)",
        )
        if name:
            self._say("")
            self._view_model.try_key_file(Path(name))

    def begin(self) -> None:
        """Puts the focus where one begins."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._shown = None
        self._show()
