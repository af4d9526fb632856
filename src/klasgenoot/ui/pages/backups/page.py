"""Backups: what there is, one more now, a second place, and putting one back."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.backups import Backup
from klasgenoot.domain.errors import Trouble
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.empty import FailedState
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.kit.panel import ground_of
from klasgenoot.ui.kit.said_line import SaidLine
from klasgenoot.ui.pages.backups.backup_list import BackupList
from klasgenoot.ui.pages.backups.kept_card import KeptCard
from klasgenoot.ui.pages.backups.preview import PutBackPanel, RemovePanel
from klasgenoot.ui.pages.backups.second_card import SecondCard
from klasgenoot.viewmodels.backups import BackupsViewModel, KeptRow, Offer
from klasgenoot.viewmodels.target import PageId, Target
from klasgenoot.viewmodels.troubles import trouble_words

WIDEST = 720
MOST = 99
"""The stretch of what takes all the room it may have."""


class BackupsPage(Page):
    """The list, and what can be done with it.

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: BackupsViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        self._panel: QWidget | None = None
        self._notice: FailedState | None = None
        column = QWidget()
        column.setMaximumWidth(look.fonts.px(WIDEST))
        self._cards = QVBoxLayout(column)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(16)
        self._cards.addWidget(self._list_card())
        self._second = SecondCard(look, view_model)
        self._cards.addWidget(self._second)
        self._kept = KeptCard(look)
        self._kept.remove_requested.connect(self._on_remove_requested)
        self._cards.addWidget(self._kept)
        row = QHBoxLayout()  # it knows how wide the column is, and so how high
        row.addWidget(column, MOST)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)
        view_model.changed.connect(self._show)
        view_model.offered.connect(self._on_offered)
        view_model.refused.connect(self._wrong.say)

    def arrive(self, _target: Target) -> None:
        """Looks at what is there now."""
        if not self._view_model.is_kept:
            back = Button(self.look, self.tr("To Settings"))
            back.clicked.connect(lambda: self.open_requested.emit(Target(PageId.SETTINGS)))
            self.set_title(self.tr("Backups"))
            self.show_empty(self.tr("No backups are made of the sample class."), back)
            return
        self._wrong.say("")
        self._view_model.begin()

    def leave(self) -> None:
        """Nobody looks any more."""
        self._view_model.leave()

    def close_work(self) -> None:
        """Waits for what is being looked through."""
        self._view_model.close()

    def _list_card(self) -> Card:
        card = Card(self.look, title=self.tr("On this computer"))
        words = self.tr(
            "Made by itself every half hour if something changed, before an import or a large"
            " removal, and when you stop. Each one is read back before it counts."
        )
        card.body.addWidget(Label(self.look, words, colour="text_2"))
        self._wrong = SaidLine(self.look, text=Text.SUPPORT, colour="brick_text")
        card.body.addWidget(self._wrong)
        self._list = BackupList(self.look)
        self._list.wanted.connect(self._on_wanted)
        card.body.addWidget(self._list)
        self._now = Button(self.look, self.tr("Make one now"), kind="primary", icon="archive")
        self._now.clicked.connect(self._view_model.make_now)
        elsewhere = Button(self.look, self.tr("Put back one from elsewhere…"), kind="ghost")
        elsewhere.clicked.connect(self._view_model.open_elsewhere)
        card.body.addSpacing(4)
        card.body.addLayout(flow(self._now, elsewhere))
        return card

    @Slot()
    def _show(self) -> None:
        view_model = self._view_model
        rows = view_model.rows
        self.set_title(self.tr("Backups"), view_model.summary if rows else "")
        self.show_filled()
        self._show_notice_card(view_model.notice)
        self._list.show_rows(rows)
        self._list.setVisible(bool(rows))
        now = self.tr("Make one now")
        self._now.setText(self.tr("Being made…") if view_model.is_making else now)
        self._second.refresh()
        self._kept.show_rows(view_model.kept)

    def _show_notice_card(self, sentence: str) -> None:
        if self._notice is not None and self._notice.accessibleName() == sentence:
            return
        if self._notice is not None:
            self._cards.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        if sentence:
            self._notice = FailedState(self.look, sentence=sentence)
            self._cards.insertWidget(0, self._notice)

    @Slot(object)
    def _on_wanted(self, backup: Backup) -> None:
        self._wrong.say("")
        self._view_model.ask(backup)

    @Slot(object)
    def _on_offered(self, offer: Offer) -> None:
        panel = PutBackPanel(self.look, ground_of(self), offer)
        # once the panel has closed: the window goes with its data
        panel.agreed.connect(
            lambda: QTimer.singleShot(0, self, lambda: self._view_model.put_back(offer))
        )
        panel.closed.connect(panel.deleteLater)
        panel.begin()

    @Slot(object)
    def _on_remove_requested(self, row: KeptRow) -> None:
        panel = RemovePanel(self.look, ground_of(self), when=row.when, about=row.about)
        panel.agreed.connect(lambda: self._remove(row))
        panel.closed.connect(panel.deleteLater)
        panel.begin()

    def _remove(self, row: KeptRow) -> None:
        try:
            self._view_model.remove_kept(row.path)
        except Trouble as trouble:
            self._wrong.say(trouble_words(trouble))
