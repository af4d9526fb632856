"""Erasing for good: look at what goes and what stays, say that it is meant, keep the proof."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.copies_card import CopiesCard
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.narrow import Narrow
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.kit.proof import Proof
from klasgenoot.ui.kit.save_dialog import ask_where_to_save
from klasgenoot.ui.pages.erasing.closing_cards import AnewCard, ClassesCard, NotesCard
from klasgenoot.ui.pages.erasing.mention_rows import MentionsCard
from klasgenoot.ui.pages.erasing.question_card import QuestionCard
from klasgenoot.viewmodels.certificate import counts_words
from klasgenoot.viewmodels.erasing import ErasingViewModel, Stage
from klasgenoot.viewmodels.target import PageId, Target

translate = QCoreApplication.translate

WIDEST = 720
BULLET = "•  {}"


class ErasingPage(Page):
    """One student, or the classes of a year.

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: ErasingViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        self._back = Target(PageId.SETTINGS)
        self._classes = ClassesCard(look)
        self._what = Card(look, title=translate("Erasing", "What goes"))
        self._lines = Label(look, "")
        self._copies = Label(look, "", Text.SUPPORT, colour="text_2")
        self._what.body.addWidget(self._lines)
        self._what.body.addWidget(self._copies)
        self._notes = NotesCard(look)
        self._mentions = MentionsCard(look)
        self._anew = AnewCard(look)
        self._question = QuestionCard(look, view_model)
        self._busy = CopiesCard(look)
        self._proof = Proof(look)
        self._sheet = Card(look, title=translate("Erasing", "Your recovery sheet"))
        self._fill_sheet_card()
        holder = Narrow(look, widest=WIDEST)
        for card in self._cards():
            holder.cards.addWidget(card)
        self.body.addWidget(holder)
        self.body.addStretch(1)
        self._connect()

    def arrive(self, target: Target) -> None:
        """Looks at a student, or at the classes; while it is busy it stays with what it does."""
        if self._view_model.stage is Stage.BUSY:
            return
        if target.student is not None:
            self._back = Target(PageId.STUDENT, student=target.student)
            self._view_model.open_student(target.student)
        else:
            self._back = Target(PageId.SETTINGS)
            self._view_model.open_classes()
            self._classes.begin(self._view_model)
        self._question.begin()
        self._anew.passphrase.clear()
        self._take_focus()

    def close_work(self) -> None:
        """Waits for the copy that is being written."""
        self._view_model.close()

    def _take_focus(self) -> None:
        if self._classes.isVisibleTo(self):
            self._classes.take_focus()
            return
        is_naming = self._mentions.isVisibleTo(self)
        first = self._mentions.first if is_naming else self._question.field
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cards(self) -> tuple[QWidget, ...]:
        return (
            self._classes,
            self._what,
            self._notes,
            self._mentions,
            self._anew,
            self._question,
            self._busy,
            self._sheet,
            self._proof,
        )

    def _fill_sheet_card(self) -> None:
        words = translate(
            "Erasing",
            "The sheet you had no longer works. Make a new one now: without it a forgotten"
            " passphrase is the end.",
        )
        self._sheet.body.addWidget(Label(self.look, words))
        make = Button(self.look, translate("Erasing", "Make a new recovery sheet"), icon="printer")
        make.clicked.connect(lambda: self.open_requested.emit(Target(PageId.KEYS, act="sheet")))
        self._sheet.body.addLayout(flow(make))

    def _connect(self) -> None:
        view_model = self._view_model
        self._classes.chosen.connect(
            lambda class_id, is_on: view_model.choose_class(class_id, is_chosen=is_on)
        )
        self._classes.export_requested.connect(self._on_export_requested)
        self._notes.kept.connect(view_model.keep_notes)
        self._anew.chosen.connect(view_model.begin_anew)
        self._mentions.text_changed.connect(view_model.set_text)
        self._mentions.out_requested.connect(view_model.take_names_out)
        self._question.meant.connect(self._on_meant)
        self._question.left.connect(lambda: self.open_requested.emit(self._back))
        self._proof.done.connect(self._on_done)
        view_model.changed.connect(self._show)
        view_model.failed.connect(self._on_failed)
        view_model.progressed.connect(self._busy.show_done)

    @Slot()
    def _show(self) -> None:
        view_model = self._view_model
        stage, student = view_model.stage, view_model.student
        looks = stage is Stage.LOOKING
        about_classes = looks and student is None
        if stage is Stage.NOBODY:
            self.show_empty(translate("Erasing", "There is nobody here to erase."))
            return
        self.show_filled()
        self._say_title()
        self._classes.setVisible(about_classes)
        self._what.setVisible(looks)
        self._question.setVisible(looks)
        # what stays on screen is not hidden even for a moment: the keyboard would leave it
        if not looks:
            self._mentions.hide()
        if not about_classes:
            self._notes.hide()
            self._anew.hide()
        self._busy.setVisible(stage is Stage.BUSY)
        self._proof.setVisible(stage is Stage.DONE)
        certificate = view_model.certificate
        self._sheet.setVisible(
            stage is Stage.DONE and certificate is not None and certificate.is_key_new
        )
        if looks:
            self._show_sight()
        if about_classes:
            self._notes.show_notes(view_model)
            self._anew.show_choice(view_model)
            self._anew.setVisible(True)
        if stage is Stage.BUSY:
            self._busy.begin()
        if stage is Stage.DONE and certificate is not None:
            self._proof.show_certificate(certificate)

    def _say_title(self) -> None:
        student = self._view_model.student
        if self._view_model.stage is Stage.DONE:
            self.set_title(
                translate("Erasing", "Erased"), translate("Erasing", "Nothing of it is left here.")
            )
        elif student is not None:
            self.set_title(
                translate("Erasing", "Erase {name}").format(name=student.full_name),
                translate("Erasing", "For good: from your data, from your backups, from undo."),
            )
        else:
            self.set_title(
                translate("Erasing", "Close the year"),
                translate("Erasing", "What is no longer needed goes, with its backups."),
            )

    def _show_sight(self) -> None:
        sight = self._view_model.sight
        lines = counts_words(sight.counts) if sight else ()
        nothing = translate("Erasing", "Nothing yet: choose a class.")
        self._lines.setText("\n".join(BULLET.format(line) for line in lines) or nothing)
        self._copies.setText(self._copies_words())
        self._copies.setVisible(bool(self._copies.text()))
        self._mentions.show_mentions(self._view_model)
        self._question.refresh()

    def _copies_words(self) -> str:
        sight = self._view_model.sight
        if sight is None:
            return ""
        told = []
        if sight.backups:
            told.append(translate("Erasing", "Also in %n backup(s).", None, sight.backups))
        if sight.shared:
            told.append(
                translate(
                    "Erasing",
                    "%n contact(s) with others stay for them, without what was written about"
                    " this student alone.",
                    None,
                    sight.shared,
                )
            )
        return " ".join(told)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._question.say(sentence)
        field: QWidget = self._anew.passphrase
        if not field.isVisibleTo(self):
            field = self._question.field
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._show_question)  # once the cards are laid out again

    def _show_question(self) -> None:
        for scroll in self.findChildren(QScrollArea):
            scroll.ensureWidgetVisible(self._question)

    @Slot()
    def _on_meant(self) -> None:
        passphrase = self._anew.passphrase.text()
        self._anew.passphrase.clear()
        self._view_model.erase(passphrase=passphrase)

    @Slot()
    def _on_done(self) -> None:
        target = PageId.STUDENTS if self._back.page is PageId.STUDENT else PageId.SETTINGS
        self.open_requested.emit(Target(target))

    @Slot()
    def _on_export_requested(self) -> None:
        path = ask_where_to_save(
            self,
            title=translate("Erasing", "Save a copy"),
            name="klasgenoot.json",
            kinds="JSON (*.json)",
        )
        if path is not None:
            self._classes.say(self._view_model.export_to(path))
