"""What leaves exactly? What it holds, of whom, with what, and the button that saves it."""

from pathlib import Path
from random import SystemRandom

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from klasgenoot.domain.passphrase import suggestion
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.choice import Check
from klasgenoot.ui.kit.field import Ask
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.same import is_same, place_among
from klasgenoot.ui.pages.sharing.who import Who
from klasgenoot.viewmodels.sharing import SharingViewModel
from klasgenoot.viewmodels.sharing_words import export_words, holds_words

translate = QCoreApplication.translate


class WishCard(Card):
    """The choices that go with a kind.

    Signals:
        save_requested: the teacher wants to say where it goes.
        place_accepted: a path; the teacher saves it there although a service copies it.
    """

    save_requested = Signal()
    place_accepted = Signal(object)

    def __init__(self, look: Look, view_model: SharingViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        self._warned: Path | None = None
        self._fallen_to: QWidget | None = None
        self.body.setSpacing(12)
        self._title = Label(look, "", Text.SECTION)
        self._holds = Label(look, "", colour="text_2")
        self._open = Label(
            look,
            translate("Sharing", "The file is not encrypted: whoever has it can read it."),
            Text.SUPPORT,
            colour="honey_text",
        )
        self._photos = Check(look, translate("Sharing", "With photos"))
        self._photos.toggled.connect(view_model.take_photos)
        self._notes = Check(look, translate("Sharing", "With my own notes"))
        self._notes.toggled.connect(view_model.take_notes)
        self._notes_line = Label(
            look,
            translate("Sharing", "At most 900 characters each. Leave them out if in doubt."),
            Text.CAPTION,
            colour="text_3",
        )
        self.who = Who(look)
        self.who.chosen.connect(view_model.choose_only)
        self._phrase = Ask(
            look,
            translate("Sharing", "Passphrase for this file"),
            help_text=translate("Sharing", "Your colleague types it once. It is kept nowhere."),
        )
        self._phrase.field.returnPressed.connect(self.save_requested)
        self._another = Button(
            look,
            translate("Sharing", "Five other words"),
            kind="ghost",
            size="small",
            icon="shuffle",
        )
        self._another.clicked.connect(self._suggest)
        self._save = Button(look, "", kind="primary", icon="download")
        self._save.clicked.connect(self.save_requested)
        self._missing = Label(look, "", Text.SUPPORT, colour="honey_text")
        self._warning = Label(look, "", colour="honey_text")
        self._anyway = Button(look, translate("Sharing", "Save there all the same"), size="small")
        self._anyway.clicked.connect(self._on_anyway_clicked)
        self._elsewhere = Button(look, translate("Sharing", "Choose another place"), size="small")
        self._elsewhere.clicked.connect(self.save_requested)
        self._said = Label(look, "", Text.SUPPORT, colour="text_2")
        for part in (self._title, self._holds, self.who, self._photos, self._notes):
            self.body.addWidget(part)
        self.body.addWidget(self._notes_line)
        self.body.addWidget(self._phrase)
        self.body.addWidget(self._another, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._missing)
        self.body.addWidget(self._open)
        self.body.addWidget(self._warning)
        self.body.addLayout(flow(self._anyway, self._elsewhere))
        self.body.addLayout(flow(self._save))
        self.body.addWidget(self._said)
        self._suggest()
        self.say("")
        self.warn("", None)

    @property
    def passphrase(self) -> str:
        """What is typed for the file of a colleague."""
        return self._phrase.field.text()

    def refresh(self) -> None:
        """Shows what belongs to what is chosen."""
        shown = self._view_model
        self._title.setText(export_words(shown.kind))
        self._holds.setText(holds_words(shown.kind))
        self._photos.setVisible(shown.asks_photos)
        self._photos.setChecked(shown.with_photos)
        self._notes.setVisible(shown.asks_notes)
        self._notes_line.setVisible(shown.asks_notes)
        self._notes.setChecked(shown.with_notes)
        self.who.setVisible(shown.asks_who)
        self.who.show_people(shown.everybody, only=shown.only)
        self._phrase.setVisible(shown.is_sealed)
        self._another.setVisible(shown.is_sealed)
        self._open.setVisible(not shown.is_sealed and not shown.missing)
        self._missing.setText(shown.missing)
        self._missing.setVisible(bool(shown.missing))
        busy = translate("Sharing", "One moment…")
        pdf = translate("Sharing", "Save as PDF…")
        save = pdf if shown.is_paper else translate("Sharing", "Save…")
        self._save.setText(busy if shown.is_busy else save)
        can_save = not shown.missing and (shown.count > 0 or not shown.asks_who)
        # the window's own: behind the dialog that asked where nothing has the keyboard yet
        had_keyboard = is_same(self.window().focusWidget(), self._save)
        self._save.setEnabled(can_save and not shown.is_busy)
        if had_keyboard and not self._save.isEnabled():
            self._fallen_to = self.window().focusWidget()

    def say(self, sentence: str, *, went_well: bool = True) -> None:
        """Says what came of it; an empty text takes it back."""
        self._said.setText(sentence)
        self._said.set_colour("text_2" if went_well else "brick_text")
        self._said.setVisible(bool(sentence))

    def warn(self, sentence: str, path: Path | None) -> None:
        """Says what is to be known of a place before anything is saved there."""
        self._warned = path
        self._warning.setText(sentence)
        for part in (self._warning, self._anyway, self._elsewhere):
            part.setVisible(bool(sentence))
        self._save.setVisible(not sentence)
        if sentence:
            self._elsewhere.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Puts the keyboard back on the button, which could not be pressed for a while.

        Not if the teacher went on elsewhere meanwhile.
        """
        there = self.window().focusWidget()
        ours = [each for each in (self._fallen_to, self._anyway, self._elsewhere) if each]
        if there is None or place_among(ours, there) is not None:
            self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _suggest(self) -> None:
        self._phrase.field.setText(suggestion(SystemRandom()))

    @Slot()
    def _on_anyway_clicked(self) -> None:
        if self._warned is not None:
            self.place_accepted.emit(self._warned)
