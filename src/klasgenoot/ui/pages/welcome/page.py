"""The first thing a teacher sees: what this is for, and the ways to begin."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.errors import Trouble
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.field import Ask
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.mark import Mark
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.pages.welcome.choice_button import ChoiceButton
from klasgenoot.viewmodels.target import PageId, Target
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.welcome import WelcomeViewModel

COLUMN = 560
ASK_GAP = 4
"""Between a question and its field."""


class WelcomePage(Page):
    """Shown while there is no class.

    Signals:
        open_requested: a Target.
        sample_requested: the sample class is wanted.
    """

    open_requested = Signal(object)
    sample_requested = Signal()

    def __init__(self, look: Look, view_model: WelcomeViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        self.setAccessibleName(self.tr("Welcome"))
        column = QWidget()
        column.setMaximumWidth(look.fonts.px(COLUMN))
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(4, 4, 4, 4)
        self._column.setSpacing(10)
        self._add_words()
        self._first = self._add_choices()
        self._name = self._add_name_row()
        self._column.addSpacing(8)
        self._column.addLayout(self._promise())
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(column, 10)
        middle.addStretch(1)
        self.body.addStretch(2)
        self.body.addLayout(middle)
        self.body.addStretch(3)

    def arrive(self, _target: Target) -> None:
        """Puts the focus on the way most teachers take."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_words(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Mark(self.look, size=self.look.fonts.px(34)))
        head.addWidget(Label(self.look, "Klasgenoot", Text.SECTION), 1)
        self._column.addLayout(head)
        self._column.addSpacing(14)
        self._column.addWidget(Label(self.look, self.tr("Who is in your class?"), Text.NAME))
        purpose = self.tr(
            "Learn the names before the first lesson, log whom you spoke with after class,"
            " and see who has not been seen for a while."
        )
        self._column.addWidget(Label(self.look, purpose, colour="text_2"))
        self._column.addSpacing(14)

    def _add_choices(self) -> ChoiceButton:
        first = ChoiceButton(
            self.look,
            title=self.tr("Import my class"),
            line=self.tr("A class list and photos, or a photo list as PDF"),
            icon="folder-input",
            first=True,
        )
        first.clicked.connect(self._on_import_clicked)
        sample = ChoiceButton(
            self.look,
            title=self.tr("Look at the sample class"),
            line=self.tr("28 drawn students, apart from your own data"),
            icon="users",
        )
        sample.clicked.connect(self.sample_requested)
        empty = ChoiceButton(
            self.look,
            title=self.tr("Start empty"),
            line=self.tr("Name a class and add students by hand"),
            icon="plus",
        )
        empty.clicked.connect(self._on_empty_clicked)
        back = ChoiceButton(
            self.look,
            title=self.tr("I have a backup"),
            line=self.tr("On a stick or in a synced folder"),
            icon="archive",
        )
        back.clicked.connect(self._view_model.restore)
        back.setVisible(self._view_model.can_restore)
        for button in (first, sample, empty, back):
            self._column.addWidget(button)
        return first

    def _add_name_row(self) -> Ask:
        self._name_row = QWidget()
        row = QHBoxLayout(self._name_row)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        name = Ask(self.look, self.tr("What is the class called?"), placeholder="CMV-1B")
        name.field.returnPressed.connect(self._on_name_given)
        start = Button(self.look, self.tr("Start"), kind="primary")
        start.clicked.connect(self._on_name_given)
        beside = QVBoxLayout()  # beside the field, whether or not something is said below it
        beside.setSpacing(0)
        beside.addSpacing(self.look.fonts.line(Text.SUPPORT) + ASK_GAP)
        beside.addWidget(start)
        beside.addStretch(1)
        row.addWidget(name, 1)
        row.addLayout(beside)
        self._name_row.hide()
        self._column.addWidget(self._name_row)
        return name

    def _promise(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel(self.look, "hard-drive", colour="text_3"))
        words = self.tr(
            "Everything stays on this computer, encrypted. Klasgenoot never goes online."
        )
        row.addWidget(Label(self.look, words, Text.SUPPORT, colour="text_3"), 1)
        return row

    @Slot()
    def _on_import_clicked(self) -> None:
        """Before the first real student comes in: who may open this?"""
        first_who = self._view_model.needs_keys
        target = Target(PageId.KEYS, act="import") if first_who else Target(PageId.IMPORT)
        self.open_requested.emit(target)

    @Slot()
    def _on_empty_clicked(self) -> None:
        self._name_row.show()
        self._name.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_name_given(self) -> None:
        try:
            self._view_model.start_class(self._name.field.text())
        except Trouble as trouble:
            self._name.set_trouble(trouble_words(trouble))
            return
        first_who = self._view_model.needs_keys
        add = Target(PageId.STUDENTS, act="add")
        self.open_requested.emit(Target(PageId.KEYS, act="add") if first_who else add)
