"""How long is what kept? A term for each kind; and the ways to what is past it."""

from PySide6.QtCore import QCoreApplication, Signal

from klasgenoot.domain.retention import MONTHS, Keeping
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.choice import Dropdown
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.settings.rows import SettingRows
from klasgenoot.viewmodels.retention import keeping_words, term_words
from klasgenoot.viewmodels.settings import SettingsViewModel
from klasgenoot.viewmodels.target import PageId, Target

translate = QCoreApplication.translate


class KeepingCard(Card):
    """The terms.

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: SettingsViewModel) -> None:
        super().__init__(look, title=translate("Keeping", "How long things are kept"))
        self._view_model = view_model
        words = translate(
            "Keeping",
            "What is past its term is shown to you. Nothing goes by itself.",
        )
        self.body.addWidget(Label(look, words, colour="text_2"))
        rows = SettingRows(look, self)
        self._choices = {keeping: self._choice(look, keeping) for keeping in Keeping}
        for keeping, choice in self._choices.items():
            rows.add(keeping_words(keeping), choice)
        self._waiting = Label(look, "")
        self.body.addWidget(self._waiting)
        see = Button(look, translate("Keeping", "Look through it"), icon="list", size="small")
        see.clicked.connect(lambda: self.open_requested.emit(Target(PageId.RETENTION)))
        close = Button(look, translate("Keeping", "Close the year…"), icon="archive", size="small")
        close.clicked.connect(lambda: self.open_requested.emit(Target(PageId.ERASING)))
        self.body.addLayout(flow(see, close))
        self.refresh()

    def refresh(self) -> None:
        """Shows the terms, and how much is past its own now."""
        for keeping, choice in self._choices.items():
            choice.setCurrentIndex(choice.findData(self._view_model.term_of(keeping)))
        count = self._view_model.overdue
        self._waiting.setText(translate("Keeping", "%n thing(s) are past their term.", None, count))
        self._waiting.setVisible(count > 0)

    def _choice(self, look: Look, keeping: Keeping) -> Dropdown:
        choice = Dropdown(look, name=keeping_words(keeping))
        kept = self._view_model.term_of(keeping)
        for months in sorted({*MONTHS, kept}):
            choice.addItem(term_words(months), months)
        choice.setCurrentIndex(choice.findData(kept))
        choice.activated.connect(
            lambda place: self._view_model.keep_for(keeping, choice.itemData(place))
        )
        return choice
