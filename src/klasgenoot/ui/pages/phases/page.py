"""The page Phases: notes on how the group is doing, and one move that fits."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from klasgenoot.domain.groups import NoteId
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.columns import Columns
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.pages.phases.editor import NoteEditor
from klasgenoot.ui.pages.phases.move import MoveCard
from klasgenoot.ui.pages.phases.notes import Notes
from klasgenoot.viewmodels.phases import PhasesViewModel
from klasgenoot.viewmodels.phases_draft import Draft, draft_of, text_of
from klasgenoot.viewmodels.target import Target


class PhasesPage(Page):
    """How is the group doing?

    From top to bottom: the note being written, when there is one; the notes; beside them a move.

    Signals:
        open_requested: another page is wanted.
    """

    open_requested = Signal(object)

    def __init__(
        self, look: Look, view_model: PhasesViewModel, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent=parent)
        self._view_model = view_model
        self._note = self._note_button()
        self.header.tools.addWidget(self._note)
        self._first_note: Button | None = None
        self._editor = NoteEditor(look, view_model.texts)
        self._editor.hide()
        self._editor.edited.connect(self._on_editor_edited)
        self._editor.save_requested.connect(self._on_editor_save_requested)
        self._editor.close_requested.connect(self._on_editor_close_requested)
        self._notes = Notes(look)
        self._notes.edit_requested.connect(self._on_note_edit_requested)
        self._notes.remove_requested.connect(self._on_note_remove_requested)
        self._move = MoveCard(look, about=view_model.texts.about)
        self._columns = Columns(look, self._notes, self._move)
        self.body.setSpacing(24)
        self._trouble = Label(look, "", Text.BODY, colour="brick_text")
        self.body.addWidget(self._editor)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._columns)
        self.body.addStretch(1)
        view_model.changed.connect(self._on_view_model_changed)
        view_model.failed.connect(self._on_view_model_failed)

    def arrive(self, target: Target) -> None:
        """Shows the notes as they are now; with `act` "note" a note is begun at once."""
        self._show()
        if target.act == "note":
            self._write()
        elif self._editor.isVisible():
            self._editor.begin()
        elif self._columns.isHidden():
            self._focus_note_button()

    def leave(self) -> None:
        """Another page is opened; what is being written stays."""
        self._view_model.leave()

    def place(self) -> dict[str, Any]:
        """The note that is being written."""
        draft = self._view_model.draft
        return {"note": draft.note, "draft": text_of(draft)} if draft is not None else {}

    def take_place(self, said: dict[str, Any]) -> None:
        """Goes on writing it; an older note that is gone is passed over."""
        if said and self._view_model.go_on(draft_of(said["draft"], note=said["note"])):
            self._editor.begin()

    def _write(self) -> None:
        self._view_model.write()
        self._editor.begin()

    def _show(self) -> None:
        view_model = self._view_model
        subtitle = self.tr("{class_name} as a group. A hunch, not a verdict.")
        self.set_title(self.tr("Phases"), subtitle.format(class_name=view_model.class_name))
        self._trouble.hide()
        draft, notes = view_model.draft, view_model.notes
        self._note.setText(self._note_words())
        self._note.setVisible(draft is None and bool(notes))
        if draft is not None:
            self._editor.show_draft(draft, last_day=view_model.today)
            self._editor.set_suggestion(view_model.suggestion)
        self._editor.setVisible(draft is not None)
        self._notes.set_notes(notes)
        self._move.set_move(view_model.move)
        self._columns.setVisible(bool(notes))
        if notes or draft is not None:
            self.show_filled()
        else:
            self._show_empty()

    def _show_empty(self) -> None:
        self._first_note = self._note_button()
        sentence = self.tr("Here your notes on how the group is doing will stand.")
        self.show_empty(sentence, self._first_note)

    def _focus_note_button(self) -> None:
        empty = self._note.isHidden() and self._first_note is not None
        button = self._first_note if empty else self._note
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note_button(self) -> Button:
        button = Button(self.look, self._note_words(), kind="primary", icon="pencil")
        button.clicked.connect(self._on_note_clicked)
        return button

    def _note_words(self) -> str:
        if self._view_model.has_draft:
            return self.tr("Go on with your note")
        return self.tr("Note on the group")

    @Slot()
    def _on_view_model_changed(self) -> None:
        if self.isVisible():
            self._show()

    @Slot(str)
    def _on_view_model_failed(self, sentence: str) -> None:
        if self._editor.isVisible():
            self._editor.set_trouble(sentence)
        else:
            self._trouble.setText(sentence)
            self._trouble.show()

    @Slot()
    def _on_note_clicked(self) -> None:
        self._write()

    @Slot(object)
    def _on_editor_edited(self, draft: Draft) -> None:
        self._view_model.keep(draft)
        self._editor.set_suggestion(self._view_model.suggestion)

    @Slot()
    def _on_editor_save_requested(self) -> None:
        if self._view_model.save():
            self._focus_note_button()

    @Slot()
    def _on_editor_close_requested(self) -> None:
        self._view_model.put_aside()
        self._focus_note_button()

    @Slot(object)
    def _on_note_edit_requested(self, note_id: NoteId) -> None:
        self._view_model.edit(note_id)
        self._editor.begin()

    @Slot(object)
    def _on_note_remove_requested(self, note_id: NoteId) -> None:
        self._view_model.remove(note_id)
