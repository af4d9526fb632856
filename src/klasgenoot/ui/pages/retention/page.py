"""What is past its term: a list to look at before anything goes, and never by itself."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.choice import Dropdown
from klasgenoot.ui.kit.copies_card import CopiesCard
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.narrow import Narrow
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.kit.proof import Proof
from klasgenoot.ui.kit.said_line import SaidLine
from klasgenoot.ui.pages.retention.overdue_tree import OverdueTree
from klasgenoot.viewmodels.retention import LONGER, RetentionViewModel
from klasgenoot.viewmodels.target import PageId, Target
from klasgenoot.viewmodels.words import month_day

translate = QCoreApplication.translate

WIDEST = 1080


class RetentionPage(Page):
    """The list, and what can be done with it.

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: RetentionViewModel) -> None:
        super().__init__(look, title=translate("Keeping", "What is past its term"))
        self._view_model = view_model
        self._doubt = self._make_doubt()
        self._list = Card(look)
        self._tree = OverdueTree(look)
        self._tree.ticked.connect(self._on_ticked)
        self._list.body.addWidget(self._tree, 1)
        self._go = Button(look, "", kind="danger", icon="trash-2")
        self._go.clicked.connect(self._on_go_clicked)
        self._sure = Button(look, translate("Keeping", "Yes, for good"), kind="danger")
        self._sure.clicked.connect(self._on_sure_clicked)
        self._not = Button(look, translate("Keeping", "Rather not"), kind="ghost")
        self._not.clicked.connect(lambda: self._ask(False))
        self._months = Dropdown(look, name=translate("Keeping", "How much longer"))
        self._keep = Button(look, translate("Keeping", "Keep what is not ticked"))
        self._keep.clicked.connect(self._on_keep_clicked)
        self._list.body.addLayout(flow(self._go, self._sure, self._not, self._keep, self._months))
        self._said = SaidLine(look, text=Text.SUPPORT, colour="text_2")
        self._list.body.addWidget(self._said)
        self._busy = CopiesCard(look)
        self._proof = Proof(look)
        self._proof.done.connect(lambda: self.open_requested.emit(Target(PageId.SETTINGS)))
        holder = Narrow(look, widest=WIDEST)
        for card in (self._doubt, self._busy, self._proof):
            holder.cards.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        holder.cards.addWidget(self._list, 1)
        self.body.addWidget(holder, 1)
        view_model.changed.connect(self._show)
        view_model.failed.connect(self._said.say)
        view_model.progressed.connect(self._busy.show_done)

    def arrive(self, _target: Target) -> None:
        """Looks anew; while it is busy it stays with what it does."""
        if not self._view_model.is_busy:
            self._said.say("")
            self._view_model.open()
            self._tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_work(self) -> None:
        """Waits for the copy that is being written."""
        self._view_model.close()

    def _make_doubt(self) -> Card:
        card = Card(self.look, title=translate("Keeping", "Is this the right day?"))
        self._doubt_words = Label(self.look, "")
        card.body.addWidget(self._doubt_words)
        right = Button(self.look, translate("Keeping", "Yes, that is today"))
        right.clicked.connect(self._view_model.believe_clock)
        card.body.addLayout(flow(right))
        return card

    @Slot()
    def _show(self) -> None:
        view_model = self._view_model
        groups, is_busy = view_model.groups, view_model.is_busy
        count = sum(len(rows) for _, rows in groups)
        is_done = view_model.certificate is not None
        self.set_title(
            translate("Keeping", "What is past its term"),
            translate("Keeping", "Nothing goes by itself: you look, and you say what goes."),
        )
        if not count and not is_done and not is_busy:
            back = Button(self.look, translate("Keeping", "Back to Settings"))
            back.clicked.connect(lambda: self.open_requested.emit(Target(PageId.SETTINGS)))
            self.show_empty(
                translate("Keeping", "Nothing is past its term."),
                back,
                detail=translate("Keeping", "How long what is kept, you choose in Settings."),
            )
            return
        self.show_filled()
        believed = view_model.is_clock_believed
        self._doubt.setVisible(not believed and not is_busy and not is_done)
        self._doubt_words.setText(
            translate(
                "Keeping",
                "According to this computer it is {day}. Its clock made a leap, or you were away:"
                " look whether the day is right before anything goes.",
            ).format(day=view_model.today)
        )
        self._list.setVisible(bool(count) and not is_busy and not is_done)
        self._busy.setVisible(is_busy)
        self._busy.begin()
        self._proof.setVisible(is_done)
        if view_model.certificate is not None:
            self._proof.show_certificate(view_model.certificate)
        self._tree.show_groups(view_model)
        self._fill_months()
        self._ask(False)

    def _fill_months(self) -> None:
        if self._months.count():
            return
        for months in LONGER:
            day = self._view_model.longer_until(months)
            words = translate("Keeping", "until {day}")
            self._months.addItem(words.format(day=f"{month_day(day)} {day.year}"), day)
        self._months.setCurrentIndex(LONGER.index(6))

    def _ask(self, asks: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Between the press and the deed there is one more: it cannot be undone."""
        ticked = len(self._tree.held(is_ticked=True))
        rest = len(self._tree.held(is_ticked=False))
        self._go.setText(translate("Keeping", "Erase %n for good", None, ticked))
        self._go.setVisible(not asks)
        self._go.setEnabled(bool(ticked) and self._view_model.is_clock_believed)
        self._sure.setVisible(asks)
        self._not.setVisible(asks)
        self._keep.setVisible(not asks)
        self._months.setVisible(not asks)
        self._keep.setEnabled(bool(rest))
        self._months.setEnabled(bool(rest))
        if asks:
            words = translate(
                "Keeping", "%n thing(s) will go, also from your backups.", None, ticked
            )
            self._said.say(f"{words} " + translate("Keeping", "This cannot be undone."))
            self._not.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._said.text():
            self._said.say("")

    @Slot()
    def _on_ticked(self) -> None:
        self._ask(False)

    @Slot()
    def _on_go_clicked(self) -> None:
        self._ask(True)

    @Slot()
    def _on_sure_clicked(self) -> None:
        self._view_model.remove(self._tree.held(is_ticked=True))

    @Slot()
    def _on_keep_clicked(self) -> None:
        self._view_model.keep(self._tree.held(is_ticked=False), until=self._months.currentData())
