"""Settings: the app, this class, and where the data lies. Each choice is kept at once."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, Qt, Signal, Slot
from PySide6.QtWidgets import QDateEdit, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot import __version__
from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.settings import Language, Theme
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.chips import Choice
from klasgenoot.ui.kit.choice import Check, Dropdown
from klasgenoot.ui.kit.field import Ask
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.kit.segmented import Segmented
from klasgenoot.viewmodels.settings import SIZES, TARGETS, SettingsViewModel
from klasgenoot.viewmodels.target import Target
from klasgenoot.viewmodels.troubles import trouble_words

translate = QCoreApplication.translate

WIDEST = 760


class SettingsPage(Page):
    """What the teacher can set.

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: SettingsViewModel) -> None:
        super().__init__(look, title=QCoreApplication.translate("SettingsPage", "Settings"))
        self._view_model = view_model
        column = QWidget()
        column.setMaximumWidth(look.fonts.px(WIDEST))
        cards = QVBoxLayout(column)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(16)
        cards.addWidget(self._app_card())
        self._class_card = self._make_class_card()
        cards.addWidget(self._class_card)
        cards.addWidget(self._data_card())
        self.body.addWidget(column)
        self.body.addStretch(1)
        view_model.changed.connect(self._on_view_model_changed)
        self._on_view_model_changed()

    def arrive(self, _target: Target) -> None:
        """Nothing waits here."""

    def _app_card(self) -> Card:
        settings = self._view_model.settings
        card = Card(self.look, title=self.tr("On screen"))
        grid = self._grid(card)
        language = Segmented(
            self.look,
            [Choice("nl", "Nederlands"), Choice("en", "English")],
            name=self.tr("Language"),
        )
        language.choose(settings.language.value)
        language.chosen.connect(lambda key: self._view_model.speak(Language(key)))
        self._row(grid, self.tr("Language"), language)
        theme = Segmented(
            self.look,
            [
                Choice(Theme.SYSTEM.value, self.tr("System")),
                Choice(Theme.LIGHT.value, self.tr("Light")),
                Choice(Theme.DARK.value, self.tr("Dark")),
                Choice(Theme.HIGH_CONTRAST.value, self.tr("High contrast")),
            ],
            name=self.tr("Looks"),
        )
        theme.choose(settings.theme.value)
        theme.chosen.connect(lambda key: self._view_model.wear(Theme(key)))
        self._row(grid, self.tr("Looks"), theme)
        sizes = Dropdown(self.look, name=self.tr("Text size"))
        for percent in sorted({*SIZES, settings.text_percent}):
            sizes.addItem(f"{percent} %", percent)
        sizes.setCurrentIndex(sizes.findData(settings.text_percent))
        sizes.activated.connect(lambda place: self._view_model.write_at(sizes.itemData(place)))
        self._row(grid, self.tr("Text size"), sizes)
        return card

    def _make_class_card(self) -> Card:
        card = Card(self.look, title=self.tr("This class"))
        self._name = Ask(self.look, self.tr("Name"))
        self._name.field.editingFinished.connect(self._on_name_edited)
        card.body.addWidget(self._name)
        grid = self._grid(card)
        self._known = Check(self.look, self.tr("known"))
        self._known.setAccessibleName(self.tr("The first lesson is known"))
        self._first = QDateEdit()
        self._first.setCalendarPopup(True)
        self._first.setDisplayFormat("d MMMM yyyy")
        self._first.setAccessibleName(self.tr("First lesson"))
        self._known.toggled.connect(self._on_first_lesson_edited)
        self._first.userDateChanged.connect(self._on_first_lesson_edited)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._known)
        row.addWidget(self._first)
        row.addStretch(1)
        holder = QWidget()
        holder.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self._row(grid, self.tr("First lesson"), holder)
        aims = Dropdown(self.look, name=self.tr("Aim for contact"))
        target = self._view_model.settings.target_days
        for days in sorted({*TARGETS, target}):
            words = translate("SettingsPage", "every %n day(s)", None, days)
            aims.addItem(words, days)
        aims.setCurrentIndex(aims.findData(target))
        aims.activated.connect(lambda place: self._view_model.aim_for(aims.itemData(place)))
        self._row(grid, self.tr("Aim for contact"), aims)
        remove = Button(self.look, self.tr("Remove this class"), icon="trash-2", size="small")
        remove.clicked.connect(self._view_model.remove_class)
        card.body.addSpacing(6)
        card.body.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _data_card(self) -> Card:
        card = Card(self.look, title=self.tr("Your data"))
        words = self.tr(
            "Everything is kept in one encrypted file on this computer. The key lies beside it, for"
            " your own account only, so lock your computer when you leave it."
        )
        card.body.addWidget(Label(self.look, words, colour="text_2"))
        place = Label(self.look, self._view_model.data_folder, Text.SUPPORT, colour="text_3")
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(place)
        version = self.tr("Klasgenoot {version}. It never goes online.").format(version=__version__)
        card.body.addWidget(Label(self.look, version, Text.SUPPORT, colour="text_3"))
        return card

    def _grid(self, card: Card) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        card.body.addLayout(grid)
        return grid

    def _row(self, grid: QGridLayout, words: str, widget: QWidget) -> None:
        row = grid.rowCount()
        grid.addWidget(Label(self.look, words, colour="text_2"), row, 0)
        grid.addWidget(widget, row, 1, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _on_view_model_changed(self) -> None:
        known = self._view_model.school_class
        self._class_card.setVisible(known is not None)
        if known is None:
            return
        self._name.field.setText(known.name)
        first = known.first_lesson
        for widget in (self._known, self._first):
            widget.blockSignals(True)
        self._known.setChecked(first is not None)
        self._first.setEnabled(first is not None)
        shown = QDate(first.year, first.month, first.day) if first else QDate.currentDate()
        self._first.setDate(shown)
        for widget in (self._known, self._first):
            widget.blockSignals(False)

    @Slot()
    def _on_name_edited(self) -> None:
        try:
            self._view_model.rename_class(self._name.field.text())
            self._name.set_trouble("")
        except Trouble as trouble:
            self._name.set_trouble(trouble_words(trouble))

    @Slot()
    def _on_first_lesson_edited(self) -> None:
        day = self._first.date()
        known = date(day.year(), day.month(), day.day()) if self._known.isChecked() else None
        self._view_model.plan_first_lesson(known)
