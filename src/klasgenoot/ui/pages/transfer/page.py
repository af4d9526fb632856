"""Facts for the study coach: asked first, ticked, put in words, and passed on by the teacher."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import back_button
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_panel import OnePanel
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.kit.save_dialog import ask_where_to_save
from klasgenoot.ui.kit.tab_order import tab_in_order
from klasgenoot.ui.pages.transfer.asking import AskingCard
from klasgenoot.ui.pages.transfer.editing import EditPanel
from klasgenoot.ui.pages.transfer.facts import FactsCard
from klasgenoot.ui.pages.transfer.text import TextCard
from klasgenoot.ui.pages.transfer.told import ToldCard
from klasgenoot.viewmodels.target import PageId, Target
from klasgenoot.viewmodels.transfer import ToldRow, TransferViewModel

translate = QCoreApplication.translate

GAP = 20
SETTLED_MS = 50
IN_SIGHT = 120
"""So much is seen around what was pressed: below it stands how it went, or a message."""
BESIDE_FROM = 860
"""From so many pixels, at text scale 1, the text stands beside what is ticked."""


class TransferPage(Page):
    """The question and the facts at the left, the text at the right.

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: TransferViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        self._asking, self._facts = AskingCard(look), FactsCard(look)
        self._text, self._told = TextCard(look), ToldCard(look)
        self._panels = OnePanel(self)
        back = back_button(look, translate("Transfer", "Back"))
        back.clicked.connect(self._go_back)
        self.header.tools.addWidget(back)
        ground = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, ground)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(_column(self._asking, self._facts), 1)
        self._row.addWidget(_column(self._text, self._told), 1)
        self.body.addWidget(ground)
        self.body.addStretch(1)
        self._connect()

    def arrive(self, target: Target) -> None:
        """Shows a student; who is not there leads back to the class."""
        if target.student is not None:
            self._view_model.open(target.student)
        self._text.begin(self._view_model)
        self._refresh()
        self._propose()
        if self._view_model.is_refused:
            self._asking.rest()
        elif not self._view_model.is_allowed:
            self._asking.ask()

    def leave(self) -> None:
        """Closes the panel."""
        self._panels.close()

    def place(self) -> dict[str, Any]:
        """The words as far as the teacher changed them."""
        return {"text": self._text.text} if self._text.is_own else {}

    def take_place(self, said: dict[str, Any]) -> None:
        """Goes on with them."""
        if said:
            self._text.fill(said["text"])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_beside = self.width() >= self.look.fonts.px(BESIDE_FROM)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if is_beside else directions.TopToBottom)

    def _connect(self) -> None:
        view_model = self._view_model
        self._asking.answered.connect(
            lambda is_yes, on, about: view_model.note_consent(is_yes=is_yes, on=on, about=about)
        )
        self._asking.remove_requested.connect(view_model.remove_consent)
        self._facts.ticked.connect(self._on_ticked)
        self._text.coach_named.connect(self._on_coach_named)
        self._text.copy_requested.connect(self._on_copy_requested)
        self._text.print_requested.connect(self._on_print_requested)
        self._text.anew_requested.connect(self._propose)
        self._told.settled.connect(view_model.settle)
        self._told.edit_requested.connect(self._on_edit_requested)
        self._told.remove_requested.connect(view_model.remove)
        view_model.changed.connect(self._on_view_model_changed)
        view_model.failed.connect(self._on_view_model_failed)

    def _refresh(self) -> None:
        shown, student = self._view_model, self._view_model.student
        if student is None:
            self.open_requested.emit(Target(PageId.STUDENTS))
            return
        title = translate("Transfer", "Pass on facts about {name}").format(name=student.name)
        line = translate("Transfer", "Only what {name} agrees to, and only what you saw or heard")
        self.set_title(title, line.format(name=student.name))
        self._asking.show_answers(shown)
        self._facts.show_facts(shown.facts)
        self._text.show_coach(shown.coach)
        self._text.show_allowed(is_allowed=shown.is_allowed)
        self._told.show_told(shown.told, after=self._text.copy)
        tab_in_order(self._asking, self._facts, self._text, self._told)
        self.show_filled()

    @Slot()
    def _propose(self) -> None:
        days, words = self._facts.chosen
        self._text.propose(self._view_model.proposal(days, with_text=words))

    def _say(self, sentence: str) -> None:
        """Says how it went, where it is seen in a low window too."""
        self._text.say(sentence)
        # the sentence and what was told make the page higher: once everything has its place
        QTimer.singleShot(SETTLED_MS, self, self._bring_said_in_sight)

    def _bring_said_in_sight(self) -> None:
        there = QApplication.focusWidget()
        if there is None or self._text.isAncestorOf(there):  # not while asking comes first
            self.scroll_area.ensureWidgetVisible(self._text.copy, 0, IN_SIGHT)

    def _may_pass_on(self) -> bool:
        """Whether the student agreed; if not, says so, and asks who was not asked."""
        shown = self._view_model
        if shown.is_allowed:
            return True
        if shown.is_refused:
            self._say(translate("Transfer", "The student would rather not: nothing leaves."))
            self._asking.rest()
            return False
        self._say(translate("Transfer", "Ask the student first: without a yes nothing leaves."))
        self._asking.ask()
        return False

    @Slot(object)
    def _on_edit_requested(self, told: ToldRow) -> None:
        if not self._panels.is_free:
            return
        shown = self._view_model
        panel = EditPanel(
            self.look,
            self._panels.ground,
            told=told,
            suggested=shown.suggested_return,
            today=shown.today,
        )
        panel.mended.connect(
            lambda text, day: self._panels.done(shown.edit(told.id, text, return_on=day))
        )
        self._panels.open(panel, panel.first)

    @Slot(str)
    def _on_view_model_failed(self, sentence: str) -> None:
        if not self._panels.set_trouble(sentence):
            self._say(sentence)

    @Slot()
    def _go_back(self) -> None:
        self.open_requested.emit(Target(PageId.STUDENT, student=self._view_model.student_id))

    @Slot()
    def _on_view_model_changed(self) -> None:
        # a hidden page reads everything anew when it is opened
        if self.isVisible():
            self._refresh()
            if not self._text.is_own:
                self._propose()

    @Slot()
    def _on_ticked(self) -> None:
        if not self._text.is_own:
            self._propose()

    @Slot(str)
    def _on_coach_named(self, name: str) -> None:
        if name.strip() != self._view_model.coach:
            self._view_model.name_coach(name)

    @Slot()
    def _on_copy_requested(self) -> None:
        text = self._text.text
        if self._may_pass_on() and self._view_model.pass_on(text, return_on=self._text.return_on):
            QGuiApplication.clipboard().setText(text)
            self._say(
                translate("Transfer", "Copied and kept. It leaves the clipboard in half a minute.")
            )

    @Slot()
    def _on_print_requested(self) -> None:
        if not self._may_pass_on():
            return
        path = ask_where_to_save(
            self,
            title=translate("Transfer", "Save for the study coach"),
            name=translate("Transfer", "facts.pdf"),
            kinds="PDF (*.pdf)",
        )
        if path is None or not self._view_model.pass_on(
            self._text.text, return_on=self._text.return_on
        ):
            return
        try:
            self._write(path)
        except OSError:
            self._say(translate("Transfer", "It could not be saved there. Choose another place."))
        else:
            self._say(
                translate("Transfer", "Saved and kept. Delete the file once the coach has it.")
            )

    def _write(self, path: Path) -> None:
        from klasgenoot.ui.kit.paper import Kind, Paragraph, write_paper

        lines = self._text.text.strip().splitlines()
        title = translate("Transfer", "For the study coach")
        write_paper(
            self.look,
            path,
            title=title,
            paragraphs=[
                Paragraph(Kind.TITLE, title),
                *(Paragraph(Kind.LINE, line) for line in lines),
            ],
            foot=translate("Transfer", "page {page} of {pages}"),
        )


def _column(*cards: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return whole
