"""Who can open the data? The passphrase, the recovery sheet, and when it locks itself."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.choice import Dropdown
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_stop import go_to
from klasgenoot.ui.kit.switch import Switch
from klasgenoot.ui.pages.settings.rows import SettingRows
from klasgenoot.viewmodels.settings import LOCK_MINUTES, SettingsViewModel
from klasgenoot.viewmodels.target import PageId, Target

translate = QCoreApplication.translate


ABOVE_THE_BAR = 160
"""So far from the edge is what a bar at the bottom points at."""


class LockCard(Card):
    """Says how the data is kept now, and changes that.

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: SettingsViewModel) -> None:
        super().__init__(look, title=translate("LockCard", "Passphrase"))
        self._view_model = view_model
        self._words = Label(look, "", colour="text_2")
        self.body.addWidget(self._words)
        self._minutes = self._make_minutes(look)
        SettingRows(look, self).add(translate("LockCard", "Locks itself"), self._minutes)
        by_itself = translate("LockCard", "Opens by itself on this computer")
        self._keychain = Switch(look, name=by_itself)
        self._keychain.setChecked(view_model.settings.keychain)
        self._keychain.toggled.connect(view_model.open_by_keychain)
        keychain_line = Label(
            look,
            translate(
                "LockCard",
                "The keychain of this computer keeps what opens your classes, so who is logged in"
                " can. After a lock, and every two weeks, your passphrase is asked all the same.",
            ),
            Text.SUPPORT,
            colour="text_3",
        )
        self._keychain_part = QWidget()
        switch = QHBoxLayout()
        switch.setSpacing(12)
        switch.addWidget(Label(look, by_itself, colour="text_2"), 1)
        switch.addWidget(self._keychain, 0, Qt.AlignmentFlag.AlignTop)
        part = QVBoxLayout(self._keychain_part)
        part.setContentsMargins(0, 0, 0, 0)
        part.setSpacing(4)
        part.addLayout(switch)
        part.addWidget(keychain_line)
        self.body.addWidget(self._keychain_part)
        view_model.failed.connect(self._on_view_model_failed)
        view_model.changed.connect(self.refresh)
        self._choose = Button(look, icon="key-round", size="small")
        self._choose.clicked.connect(lambda: self.open_requested.emit(Target(PageId.KEYS)))
        self._sheet = Button(
            look, translate("LockCard", "New recovery sheet"), icon="printer", size="small"
        )
        self._sheet.clicked.connect(
            lambda: self.open_requested.emit(Target(PageId.KEYS, act="sheet"))
        )
        self._leaked = Button(
            look,
            translate("LockCard", "Somebody knows my passphrase"),
            icon="triangle-alert",
            size="small",
        )
        self._leaked.clicked.connect(
            lambda: self.open_requested.emit(Target(PageId.KEYS, act="leaked"))
        )
        self._off = Button(
            look, translate("LockCard", "Take the passphrase off"), kind="ghost", size="small"
        )
        self._off.clicked.connect(lambda: self.open_requested.emit(Target(PageId.KEYS, act="off")))
        self.body.addLayout(flow(self._choose, self._sheet, self._leaked, self._off))
        self._wrong = Label(look, "", Text.SUPPORT, colour="brick_text")
        self.body.addWidget(self._wrong)
        self.refresh()

    def take_focus(self) -> None:
        """Puts the keyboard where a passphrase is chosen, once it is known where that is."""
        QTimer.singleShot(0, self, lambda: go_to(self._choose, margin=ABOVE_THE_BAR))

    def refresh(self) -> None:
        """Shows how it is now."""
        has = self._view_model.has_passphrase
        self.setVisible(self._view_model.can_lock)
        with_one = translate(
            "LockCard",
            "Your classes open with your passphrase, or with the code of the recovery sheet.",
        )
        without = translate(
            "LockCard",
            "No passphrase: whoever is logged in on this computer can open your classes. The key"
            " lies beside the data, for your own account only.",
        )
        self._words.setText(with_one if has else without)
        another = translate("LockCard", "Another passphrase")
        self._choose.setText(another if has else translate("LockCard", "Choose a passphrase"))
        self._sheet.setVisible(has)
        self._leaked.setVisible(has)
        self._off.setVisible(has)
        self._minutes.setEnabled(has)
        self._keychain_part.setVisible(self._view_model.can_have_keychain)
        self._keychain.setEnabled(not self._view_model.is_busy)
        self._wrong.setVisible(bool(self._wrong.text()))

    def _make_minutes(self, look: Look) -> Dropdown:
        choice = Dropdown(look, name=translate("LockCard", "Locks itself"))
        kept = self._view_model.settings.lock_minutes
        for minutes in sorted({*LOCK_MINUTES, kept}):
            words = translate("LockCard", "after %n minute(s) without you", None, minutes)
            choice.addItem(words, minutes)
        choice.setCurrentIndex(choice.findData(kept))
        choice.activated.connect(lambda place: self._view_model.lock_after(choice.itemData(place)))
        return choice

    @Slot(str)
    def _on_view_model_failed(self, sentence: str) -> None:
        with QSignalBlocker(self._keychain):
            self._keychain.setChecked(self._view_model.settings.keychain)
        self._wrong.setText(sentence)
        self.refresh()
