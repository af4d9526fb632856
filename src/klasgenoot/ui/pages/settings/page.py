"""Settings: the app, this class, and where the data lies. Each choice is kept at once."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot import __version__
from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.settings import Language, Theme
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.chips import Choice
from klasgenoot.ui.kit.choice import Dropdown
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.kit.segmented import Segmented
from klasgenoot.ui.pages.settings.keeping_card import KeepingCard
from klasgenoot.ui.pages.settings.lock_card import LockCard
from klasgenoot.ui.pages.settings.log_card import LogCard
from klasgenoot.ui.pages.settings.privacy_card import PrivacyCard
from klasgenoot.ui.pages.settings.role_card import RoleCard
from klasgenoot.ui.pages.settings.rows import MOST, SettingRows, TypedSetting
from klasgenoot.ui.pages.settings.talks_row import TalksRow
from klasgenoot.viewmodels.privacy import PrivacyViewModel
from klasgenoot.viewmodels.settings import SIZES, TARGETS, SettingsViewModel
from klasgenoot.viewmodels.target import SENTENCES, PageId, Target
from klasgenoot.viewmodels.troubles import trouble_words

translate = QCoreApplication.translate

WIDEST = 720


class SettingsPage(Page):
    """What the teacher can set.

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(
        self,
        look: Look,
        view_model: SettingsViewModel,
        *,
        privacy: PrivacyViewModel | None = None,
    ) -> None:
        super().__init__(look, title=translate("SettingsPage", "Settings"))
        self._view_model = view_model
        column = QWidget()
        column.setMaximumWidth(look.fonts.px(WIDEST))
        cards = QVBoxLayout(column)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(16)
        cards.addWidget(self._app_card())
        self._class_card = self._make_class_card()
        cards.addWidget(self._class_card)
        self._log_card = LogCard(look, view_model)
        cards.addWidget(self._log_card)
        self._lock_card = LockCard(look, view_model)
        self._lock_card.open_requested.connect(self.open_requested)
        cards.addWidget(self._lock_card)
        self._privacy_card = PrivacyCard(look, privacy) if privacy is not None else None
        if self._privacy_card is not None:
            self._privacy_card.open_requested.connect(self.open_requested)
            cards.addWidget(self._privacy_card)
        self._role_card = RoleCard(look, view_model)
        cards.addWidget(self._role_card)
        self._keeping_card = KeepingCard(look, view_model)
        self._keeping_card.open_requested.connect(self.open_requested)
        cards.addWidget(self._keeping_card)
        cards.addWidget(self._data_card())
        row = QHBoxLayout()  # it knows how wide the column is, and so how high
        row.addWidget(column, MOST)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)
        view_model.changed.connect(self._on_view_model_changed)
        self._on_view_model_changed()

    def arrive(self, target: Target) -> None:
        """Shows how the data is kept now."""
        self._backup.setText(self._view_model.last_backup)
        self._backup.setVisible(bool(self._backup.text()))
        self._lock_card.refresh()
        self._keeping_card.refresh()
        if target.act == "passphrase":
            self._lock_card.take_focus()
        elif target.act == SENTENCES:
            self._log_card.take_focus()
        elif target.act == "first_lesson":
            self._first.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._first.field.selectAll()
        elif target.act == "aim":
            self._aims.setFocus(Qt.FocusReason.OtherFocusReason)
        elif target.act == "role":
            self._role_card.take_focus()
        elif target.act == "restricted" and self._privacy_card is not None:
            self._privacy_card.take_focus()
        elif not target.act:
            self._language.take_focus()

    def leave(self) -> None:
        """Takes what is being typed; a field that lost the data would do so too late."""
        for setting in (self._name, self._first):
            setting.field.clearFocus()
        self._log_card.take()

    def _app_card(self) -> Card:
        settings = self._view_model.settings
        card = Card(self.look, title=self.tr("On screen"))
        rows = SettingRows(self.look, card)
        self._language = language = Segmented(
            self.look,
            [Choice("nl", "Nederlands"), Choice("en", "English")],
            name=self.tr("Language"),
        )
        language.choose(settings.language.value)
        language.chosen.connect(lambda key: self._view_model.speak(Language(key)))
        rows.add(self.tr("Language"), language)
        theme = Dropdown(self.look, name=self.tr("Looks"))
        for choice, words in (
            (Theme.SYSTEM, self.tr("System")),
            (Theme.LIGHT, self.tr("Light")),
            (Theme.DARK, self.tr("Dark")),
            (Theme.HIGH_CONTRAST, self.tr("High contrast")),
        ):
            theme.addItem(words, choice.value)
        theme.setCurrentIndex(theme.findData(settings.theme.value))
        theme.activated.connect(lambda place: self._view_model.wear(Theme(theme.itemData(place))))
        rows.add(self.tr("Looks"), theme)
        sizes = Dropdown(self.look, name=self.tr("Text size"))
        for percent in sorted({*SIZES, settings.text_percent}):
            sizes.addItem(f"{percent} %", percent)
        sizes.setCurrentIndex(sizes.findData(settings.text_percent))
        sizes.activated.connect(lambda place: self._view_model.write_at(sizes.itemData(place)))
        rows.add(self.tr("Text size"), sizes)
        return card

    def _make_class_card(self) -> Card:
        card = Card(self.look, title=self.tr("This class"))
        rows = SettingRows(self.look, card)
        self._name = TypedSetting(self.look, name=self.tr("Name"))
        self._name.field.editingFinished.connect(self._on_name_edited)
        rows.add(self.tr("Name"), self._name)
        self._first = TypedSetting(
            self.look, name=self.tr("First lesson"), placeholder=self.tr("not known yet")
        )
        self._first.field.setToolTip(self.tr("Such as 1 September, 1-9 or next Monday"))
        self._first.field.editingFinished.connect(self._on_first_lesson_edited)
        rows.add(self.tr("First lesson"), self._first)
        self._end = TypedSetting(
            self.look, name=self.tr("Last day"), placeholder=self.tr("not known yet")
        )
        self._end.field.setToolTip(self.tr("Empty: 31 August, the end of the school year"))
        self._end.field.editingFinished.connect(self._on_end_edited)
        rows.add(self.tr("Last day"), self._end)
        lessons = Button(self.look, self.tr("Lessons and holidays"), icon="calendar", size="small")
        lessons.clicked.connect(lambda: self.open_requested.emit(Target(PageId.CALENDAR)))
        rows.add(self.tr("Calendar"), lessons)
        self._aims = Dropdown(self.look, name=self.tr("Aim for contact"))
        self._aims.activated.connect(
            lambda place: self._view_model.aim_for(self._aims.itemData(place))
        )
        self._show_aims()
        rows.add(self.tr("Aim for contact"), self._aims)
        talks = TalksRow(self.look, self._view_model.talks, name=self.tr("Talks a week"))
        self._view_model.talks.changed.connect(self._show_aims)
        rows.add(self.tr("Talks a week"), talks, is_wide=True)
        remove = Button(self.look, self.tr("Remove this class"), icon="trash-2", size="small")
        remove.clicked.connect(self._view_model.remove_class)
        share = Button(self.look, self.tr("Share and print"), icon="printer", size="small")
        share.clicked.connect(lambda: self.open_requested.emit(Target(PageId.SHARING)))
        card.body.addSpacing(4)
        card.body.addLayout(flow(share, remove))
        return card

    @Slot()
    def _show_aims(self) -> None:
        """The aims on offer, with the one that is set."""
        target = self._view_model.settings.target_days
        self._aims.clear()
        for days in sorted({*TARGETS, target}):
            self._aims.addItem(translate("SettingsPage", "every %n day(s)", None, days), days)
        self._aims.setCurrentIndex(self._aims.findData(target))

    def _data_card(self) -> Card:
        card = Card(self.look, title=self.tr("Your data"))
        words = self.tr(
            "Everything is kept in one encrypted file on this computer, and nowhere else."
        )
        card.body.addWidget(Label(self.look, words, colour="text_2"))
        if self._view_model.data_folder:
            place = Label(self.look, self._view_model.data_folder, Text.SUPPORT, colour="text_3")
            place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            card.body.addWidget(place)
        self._backup = Label(self.look, "", Text.SUPPORT, colour="text_3")
        card.body.addWidget(self._backup)
        if self._view_model.can_lock:
            backups = Button(self.look, self.tr("Backups"), icon="archive", size="small")
            backups.clicked.connect(lambda: self.open_requested.emit(Target(PageId.BACKUPS)))
            card.body.addSpacing(4)
            card.body.addWidget(backups, 0, Qt.AlignmentFlag.AlignLeft)
            card.body.addSpacing(4)
        version = self.tr("Klasgenoot {version}. It never goes online.").format(version=__version__)
        card.body.addWidget(Label(self.look, version, Text.SUPPORT, colour="text_3"))
        return card

    @Slot()
    def _on_view_model_changed(self) -> None:
        self._role_card.refresh()
        self._keeping_card.refresh()
        known = self._view_model.school_class
        self._class_card.setVisible(known is not None)
        if known is not None:
            self._name.show_value(known.name)
            self._first.show_value(self._view_model.first_lesson)
            self._end.show_value(self._view_model.end_of_class)

    @Slot()
    def _on_name_edited(self) -> None:
        try:
            self._view_model.rename_class(self._name.field.text())
        except Trouble as trouble:
            self._name.say(trouble_words(trouble))
        else:
            self._on_view_model_changed()

    @Slot()
    def _on_first_lesson_edited(self) -> None:
        try:
            self._view_model.plan_first_lesson(self._first.field.text())
        except Trouble as trouble:
            self._first.say(trouble_words(trouble))
        else:
            self._on_view_model_changed()

    @Slot()
    def _on_end_edited(self) -> None:
        try:
            self._view_model.plan_end(self._end.field.text())
        except Trouble as trouble:
            self._end.say(trouble_words(trouble))
        else:
            self._on_view_model_changed()
