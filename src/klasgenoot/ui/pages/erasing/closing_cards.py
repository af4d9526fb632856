"""Closing a year: which classes end, what of them stays, and a new beginning for the data."""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.domain.people import ClassId
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.choice import Check
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.secret_field import SecretField
from klasgenoot.viewmodels.erasing import ErasingViewModel

translate = QCoreApplication.translate


class ClassesCard(Card):
    """Which classes end now; and a copy for who wants one first.

    Signals:
        chosen: a class, and whether it ends.
        export_requested: what is kept about them is to be saved first.
    """

    chosen = Signal(object, bool)
    export_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, title=translate("Erasing", "Which classes end?"))
        self._look = look
        self._checks: dict[ClassId, Check] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.body.addLayout(self._rows)
        words = translate(
            "Erasing", "Is there anything you still need? Save a copy first: it is a plain file."
        )
        self.body.addSpacing(4)
        self.body.addWidget(Label(look, words, Text.SUPPORT, colour="text_2"))
        self._export = Button(
            look, translate("Erasing", "Save a copy…"), icon="download", size="small"
        )
        self._export.clicked.connect(self.export_requested)
        self.body.addLayout(flow(self._export))
        self._said = Label(look, "", Text.SUPPORT, colour="text_2")
        self.body.addWidget(self._said)

    def begin(self, view_model: ErasingViewModel) -> None:
        """Shows the classes there are."""
        clear(self._rows)
        self._checks = {}
        for school_class in view_model.classes:
            check = Check(self._look, view_model.words_for(school_class))
            check.setChecked(school_class.id in view_model.chosen)
            check.toggled.connect(
                lambda is_on, class_id=school_class.id: self.chosen.emit(class_id, is_on)
            )
            self._checks[school_class.id] = check
            self._rows.addWidget(check)
        stops: list[QWidget] = [*self._checks.values(), self._export]
        for before, following in pairwise(stops):
            self.setTabOrder(before, following)  # else they would come last of all
        self.say("")

    def take_focus(self) -> None:
        """Puts the keyboard on the first class."""
        for check in tuple(self._checks.values())[:1]:
            check.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, sentence: str) -> None:
        """Says what became of the copy."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))


class NotesCard(Card):
    """What of the classes may stay: the teacher's own notes.

    Signals:
        kept: whether they stay.
    """

    kept = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__(look, title=translate("Erasing", "What stays"))
        self._check = Check(look, "")
        self._check.toggled.connect(self.kept)
        self.body.addWidget(self._check)
        words = translate(
            "Erasing",
            "The class stays too then, with nobody in it. A note that names a student goes, unless"
            " you take the name out.",
        )
        self.body.addWidget(Label(look, words, Text.SUPPORT, colour="text_2"))

    def show_notes(self, view_model: ErasingViewModel) -> None:
        """Shows how many there are, and whether they stay."""
        count = view_model.own_notes
        self._check.setText(
            translate("Erasing", "Keep my %n own note(s) on the group", None, count)
        )
        self._check.blockSignals(True)
        self._check.setChecked(view_model.keeps_notes)
        self._check.blockSignals(False)
        self.setVisible(count > 0)


class AnewCard(Card):
    """A new key, and no old backups.

    Attributes:
        passphrase: where it is typed.

    Signals:
        chosen: whether that is wanted.
    """

    chosen = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__(look, title=translate("Erasing", "A new beginning"))
        self.body.setSpacing(10)
        self._check = Check(look, "")
        self._check.toggled.connect(self.chosen)
        self.body.addWidget(self._check)
        self._words = Label(look, "", Text.SUPPORT, colour="text_2")
        self.body.addWidget(self._words)
        self.passphrase = SecretField(
            look,
            name=translate("Erasing", "Your passphrase"),
            placeholder=translate("Erasing", "your passphrase, as it is now"),
            show_words=translate("Keys", "Show what I type"),
        )
        self.body.addWidget(self.passphrase)

    def show_choice(self, view_model: ErasingViewModel) -> None:
        """Shows whether it is wanted, and what that takes."""
        has = view_model.has_passphrase
        self._check.setText(
            translate("Erasing", "A new key, and throw the old backups away")
            if has
            else translate("Erasing", "Throw the old backups away")
        )
        self._check.blockSignals(True)
        self._check.setChecked(view_model.begins_anew)
        self._check.blockSignals(False)
        with_key = translate(
            "Erasing",
            "One new backup is made of what stays. Your recovery sheet stops working; you get a new"
            " one. Somebody who has an old backup can open that only with the passphrase of then.",
        )
        without_key = translate(
            "Erasing",
            "One new backup is made of what stays. There is no new key, because no passphrase is on"
            " your data. You can choose one in Settings first.",
        )
        left = translate("Erasing", "Your backups stay, and are cleared one by one.")
        anew = with_key if has else without_key
        self._words.setText(anew if view_model.begins_anew else left)
        self.passphrase.setVisible(view_model.asks_passphrase)
