"""The page Needs: print five questions, take in the totals, and tell the class what you did."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button, back_button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.choice import Dropdown
from klasgenoot.ui.kit.columns import Columns
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.kit.said_line import SaidLine
from klasgenoot.ui.kit.save_dialog import ask_where_to_save
from klasgenoot.ui.pages.needs.done_card import DoneCard
from klasgenoot.ui.pages.needs.form_card import FormCard
from klasgenoot.ui.pages.needs.results import Results
from klasgenoot.ui.pages.needs.totals_editor import TotalsEditor
from klasgenoot.viewmodels.needs import NeedsViewModel, Totals
from klasgenoot.viewmodels.target import PageId, Target

translate = QCoreApplication.translate

IN_SIGHT = 120
"""So much is seen around where one goes on."""


class NeedsPage(Page):
    """What does the class need?

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: NeedsViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        self._back = back_button(look, translate("Needs", "Guide"))
        self._times = Dropdown(look, name=translate("Needs", "Which time?"))
        self.header.tools.addWidget(self._times)
        self.header.tools.addWidget(self._back)
        self._print = Button(
            look, translate("Needs", "Print the form"), kind="primary", icon="printer"
        )
        self._type = Button(look, translate("Needs", "Type the totals"), icon="pencil")
        self._read = Button(look, translate("Needs", "Read a file"), icon="file-spreadsheet")
        self._said = SaidLine(look, colour="brick_text")
        self._saved = SaidLine(look, text=Text.SUPPORT, colour="text_2")
        self._form = FormCard(look, view_model.form)
        self._editor = TotalsEditor(look, view_model.form)
        self._results = Results(look)
        self._done = DoneCard(look)
        self._lay_out()
        self._connect()

    def arrive(self, _target: Target) -> None:
        """Shows the class as it is now."""
        self._said.say("")
        self._saved.say("")
        self._refresh()
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._begin_at_top)

    def _begin_at_top(self) -> None:
        """Show the title, also where the steps stand below in a narrow window."""
        self.scroll_area.verticalScrollBar().setValue(0)

    def _bring_next_in_sight(self) -> None:
        """Show the title too, where there is room for both."""
        self._begin_at_top()
        self.scroll_area.ensureWidgetVisible(self._next, 0, IN_SIGHT)

    @property
    def _next(self) -> QWidget:
        """What comes next: hand the form out, say what you do with it, tell the class, ask anew."""
        shown = self._view_model
        if shown.totals is not None:
            return self._editor.first
        if shown.asked is None:
            return self._print
        return self._type if shown.asked.told_on is not None else self._done.next

    def place(self) -> dict[str, Any]:
        """The totals that are being typed, or what was done with them."""
        if self._view_model.totals is None:
            return {"typed": [], "draft": self._done.typed}
        answers, counts = self._editor.typed
        those = [[*key, times] for key, times in counts.items() if times]
        return {"typed": [answers, those], "draft": ""}

    def take_place(self, said: dict[str, Any]) -> None:
        """Goes on with them."""
        if said["typed"]:
            answers, those = said["typed"]
            counts = {(question, choice): times for question, choice, times in those}
            self._view_model.fill_in(Totals(answers, counts))
        elif said["draft"]:
            self._done.fill(said["draft"])

    def close_work(self) -> None:
        """Stops and waits; for when the window closes."""
        self._view_model.close_work()

    def ask_where(self, name: str) -> Path | None:
        """Asks where the form goes; apart, so that a test can answer."""
        title = translate("Needs", "Where should it go?")
        return ask_where_to_save(self, title=title, name=name, kinds="PDF (*.pdf)")

    def ask_which(self) -> Path | None:
        """Asks which file has the answers; apart, so that a test can answer."""
        title = translate("Needs", "Which file has the answers?")
        kinds = translate("Needs", "Tables (*.csv *.xlsx *.xls *.ods *.tsv *.txt)")
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        return Path(chosen) if chosen else None

    def _lay_out(self) -> None:
        main, side = QWidget(), QWidget()
        column, beside = QVBoxLayout(main), QVBoxLayout(side)
        for each in (column, beside):
            each.setContentsMargins(0, 0, 0, 0)
            each.setSpacing(20)
        for part in (self._editor, self._results, self._form):
            column.addWidget(part)
        column.addStretch(1)
        beside.addWidget(self._done)
        beside.addWidget(self._steps())
        beside.addStretch(1)
        self.body.addWidget(self._said)
        self.body.addWidget(Columns(self.look, main, side))
        self.body.addStretch(1)

    def _steps(self) -> Card:
        card = Card(self.look, title=translate("Needs", "How it goes"))
        card.body.setSpacing(12)
        asked = translate(
            "Needs",
            "Hand the form out, or put the same questions in a form program. Voluntary, without"
            " names.",
        )
        counted = translate(
            "Needs",
            "Type how often each answer was chosen, or read the file of the form program. Only"
            " totals are kept: names, mail and own words are left behind.",
        )
        for words, buttons in ((asked, (self._print,)), (counted, (self._type, self._read))):
            card.body.addWidget(Label(self.look, words, Text.SUPPORT, colour="text_2"))
            card.body.addLayout(flow(*buttons))
            if self._print in buttons:
                card.body.addWidget(self._saved)
        return card

    def _connect(self) -> None:
        shown = self._view_model
        self._back.clicked.connect(lambda: self.open_requested.emit(Target(PageId.GUIDE)))
        self._times.activated.connect(self._on_times_activated)
        self._print.clicked.connect(self._on_print_clicked)
        self._type.clicked.connect(self._on_type_clicked)
        self._read.clicked.connect(self._on_read_clicked)
        self._editor.save_requested.connect(self._on_editor_save_requested)
        self._editor.cancel_requested.connect(self._on_editor_cancel_requested)
        self._done.save_requested.connect(shown.answer)
        self._done.told.connect(self._on_done_told)
        self._done.remove_requested.connect(shown.remove)
        shown.changed.connect(self._on_view_model_changed)
        shown.failed.connect(self._on_view_model_failed)

    def _refresh(self) -> None:
        shown = self._view_model
        self.set_title(translate("Needs", "What does your class need?"), shown.subtitle)
        totals, asked = shown.totals, shown.asked
        is_new = totals is not None and not self._editor.isVisible()
        self._editor.setVisible(totals is not None)
        if totals is not None:
            self._editor.show_totals(totals)
        if is_new:
            QTimer.singleShot(0, self, self._bring_next_in_sight)
        self._results.setVisible(totals is None and asked is not None)
        self._results.show_results(shown.results)
        self._form.setVisible(totals is None and asked is None)
        self._done.setVisible(totals is None and asked is not None)
        if asked is not None:
            self._done.show_asked(asked, told_words=shown.told_words)
        # one filled button: once there is something to answer, that comes first
        self._print.set_kind("plain" if totals is not None or asked is not None else "primary")
        self._show_times()
        words = translate("Needs", "Reading …") if shown.is_busy else ""
        self._read.setText(words or translate("Needs", "Read a file"))

    def _show_times(self) -> None:
        shown = self._view_model
        times = shown.times
        self._times.setVisible(len(times) > 1 and shown.totals is None)
        self._times.clear()
        for asked_id, day in times:
            self._times.addItem(day, asked_id)
        if shown.asked is not None:
            self._times.setCurrentIndex(self._times.findData(shown.asked.id))

    @Slot()
    def _on_view_model_changed(self) -> None:
        # a hidden page reads everything anew when it is opened
        if self.isVisible():
            self._refresh()

    @Slot(str)
    def _on_view_model_failed(self, sentence: str) -> None:
        if self._editor.isVisible():
            self._editor.set_trouble(sentence)
        else:
            self._said.say(sentence)

    @Slot()
    def _on_times_activated(self) -> None:
        self._view_model.choose(self._times.currentData())

    @Slot()
    def _on_print_clicked(self) -> None:
        path = self.ask_where(self._view_model.file_name)
        if path is None:
            return
        from klasgenoot.ui.pages.needs.on_paper import write_form

        for line in (self._said, self._saved):
            line.say("")
        try:
            write_form(self.look, path, self._view_model.form)
        except OSError:
            self._said.say(translate("Needs", "It could not be saved there. Choose another place."))
        else:
            self._saved.say(translate("Needs", "Saved. Print it and hand it out; nobody is named."))

    @Slot()
    def _on_type_clicked(self) -> None:
        self._view_model.fill_in()

    @Slot()
    def _on_read_clicked(self) -> None:
        if self._view_model.is_busy:
            return  # not switched off: the keyboard would leave the page
        path = self.ask_which()
        if path is not None:
            self._said.say("")
            self._saved.say("")
            self._view_model.read(path)

    @Slot(int, object)
    def _on_editor_save_requested(self, answers: int, counts: dict[tuple[str, str], int]) -> None:
        if self._view_model.keep(answers=answers, counts=counts):
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, self._bring_next_in_sight)

    @Slot()
    def _on_editor_cancel_requested(self) -> None:
        self._view_model.put_away()
        self._type.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str, bool)
    def _on_done_told(self, did: str, told: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._view_model.tell(did, told=told)
