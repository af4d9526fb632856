"""Beloftes: what you said you would do, the oldest day first; done with one key."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.exports import ExportKind
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Line
from klasgenoot.ui.kit.clearing import clear
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_panel import OnePanel
from klasgenoot.ui.kit.one_stop import OneStop
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.kit.round_check import RoundCheck
from klasgenoot.ui.kit.said_line import SaidLine
from klasgenoot.ui.kit.save_dialog import ask_where_to_save
from klasgenoot.ui.pages.promises.line_item import LineItem
from klasgenoot.ui.pages.promises.panels import CalendarPanel, PromisePanel
from klasgenoot.viewmodels.promises import PromiseLine, PromisesViewModel, When
from klasgenoot.viewmodels.sharing_words import holds_words
from klasgenoot.viewmodels.target import PROMISE, PageId, Target

translate = QCoreApplication.translate

WIDEST, MOST = 760, 99


class PromisesPage(Page):
    """The promises of all classes. One tab stop, arrows inside.

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: PromisesViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        self._panels = OnePanel(self)
        self._shown: tuple[PromiseLine, ...] | None = None
        self._checks: list[RoundCheck] = []
        self._stop = OneStop(self)
        self._calendar = Button(look, translate("Promises", "To a calendar…"), icon="calendar")
        self._calendar.clicked.connect(self._on_calendar_clicked)
        self._new = Button(look, translate("Promises", "New promise"), kind="primary", icon="plus")
        self._new.clicked.connect(self._ask)
        self.header.tools.addWidget(self._calendar)
        self.header.tools.addWidget(self._new)
        self._sentence = SaidLine(look, text=Text.SUPPORT, colour="text_2")
        self._list = QWidget()
        self._list.setMaximumWidth(look.fonts.px(WIDEST))
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        self.body.addWidget(self._sentence)
        row = QHBoxLayout()  # it knows how wide the list is, and so how high
        row.addWidget(self._list, MOST)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)
        view_model.changed.connect(self._on_view_model_changed)
        view_model.failed.connect(self._on_view_model_failed)
        view_model.said.connect(self._sentence.say)

    def arrive(self, target: Target) -> None:
        """Shows them as they are now, with the keyboard on the first."""
        self._sentence.say("")
        self._refresh()
        (self._checks[0] if self._checks else self._new).setFocus(Qt.FocusReason.OtherFocusReason)
        if target.act == PROMISE:
            self._ask()

    def leave(self) -> None:
        """Closes the panel."""
        self._panels.close()

    def _refresh(self) -> None:
        shown = self._view_model
        lines = shown.lines
        subtitle = shown.sentence if lines else ""
        self.set_title(translate("Promises", "What you promised"), subtitle)
        self._calendar.setVisible(bool(lines))
        self._new.setEnabled(bool(shown.classmates))
        if not lines:
            had_focus = any(check.hasFocus() for check in self._checks)
            self._shown = ()
            self._checks = []
            self._stop.set_stops([])
            if had_focus:  # before what it was on goes: Qt would look for another place itself
                self._new.setFocus(Qt.FocusReason.OtherFocusReason)
            self.show_empty(
                translate("Promises", "Here you see what you promised students."),
                detail=translate(
                    "Promises",
                    "You make them in the log with a day to come back, with a student, or here.",
                ),
            )
            return
        self.show_filled()
        self._show(lines)

    def _show(self, lines: tuple[PromiseLine, ...]) -> None:
        if lines == self._shown:
            return
        focused = next((n for n, check in enumerate(self._checks) if check.hasFocus()), None)
        self._shown = lines
        self._checks = []
        clear(self._rows)
        words = {
            When.PASSED: translate("Promises", "Past its date"),
            When.THIS_WEEK: translate("Promises", "This week"),
            When.NEXT_WEEK: translate("Promises", "Next week"),
            When.LATER: translate("Promises", "Later"),
        }
        for when, title in words.items():
            those = [line for line in lines if line.when is when]
            if those:
                self._add(Label(self.look, title, Text.CARD))
                for line in those:
                    self._add(self._item(line))
                self._add(Line(self.look))
        self._stop.set_stops(self._checks)
        if focused is not None and self._checks:
            self._checks[min(focused, len(self._checks) - 1)].setFocus()

    def _add(self, part: QWidget) -> None:
        self._rows.addWidget(part)
        part.show()  # at once, so that it can have the focus

    def _item(self, line: PromiseLine) -> LineItem:
        item = LineItem(self.look, line)
        item.done.connect(lambda: self._view_model.done(line))
        item.edit_requested.connect(lambda: self._ask_again(line))
        item.remove_requested.connect(lambda: self._remove(line))
        item.student_requested.connect(
            lambda: self.open_requested.emit(Target(PageId.STUDENT, student=line.student.id))
        )
        self._checks.append(item.check)
        return item

    def _remove(self, line: PromiseLine) -> None:
        if line.promise is not None:
            self._view_model.remove(line.promise)

    def _ask_again(self, line: PromiseLine) -> None:
        shown, promise = self._view_model, line.promise
        if promise is None or not self._panels.is_free:
            return
        panel = PromisePanel(
            self.look,
            self._panels.ground,
            people=[(line.student.id, line.name)],
            text=line.text,
            due_on=line.due_on,
            today=shown.today,
        )
        panel.promised.connect(
            lambda _who, text, day: self._panels.done(shown.edit(promise, text, day))
        )
        self._panels.open(panel, panel.first)

    @Slot()
    def _ask(self) -> None:
        shown = self._view_model
        if not shown.classmates or not self._panels.is_free:
            return
        panel = PromisePanel(
            self.look,
            self._panels.ground,
            people=shown.classmates,
            text="",
            due_on=shown.suggested_due,
            today=shown.today,
        )
        panel.promised.connect(lambda who, text, day: self._panels.done(shown.make(who, text, day)))
        self._panels.open(panel, panel.first)

    @Slot()
    def _on_calendar_clicked(self) -> None:
        if not self._panels.is_free:
            return
        panel = CalendarPanel(
            self.look, self._panels.ground, holds=holds_words(ExportKind.PROMISES)
        )
        panel.save_requested.connect(self._on_save_requested)
        self._panels.open(panel, panel.first)

    @Slot(bool)
    def _on_save_requested(self, with_names: bool) -> None:  # noqa: FBT001 - a Qt slot
        path = ask_where_to_save(
            self,
            title=translate("Promises", "Save for your calendar"),
            name=translate("Promises", "promises.ics"),
            kinds="iCalendar (*.ics)",
        )
        if path is not None:
            self._panels.done(self._view_model.write_calendar(path, with_names=with_names))

    @Slot(str)
    def _on_view_model_failed(self, sentence: str) -> None:
        if not self._panels.set_trouble(sentence):
            self._sentence.say(sentence)

    @Slot()
    def _on_view_model_changed(self) -> None:
        # a hidden page reads everything anew when it is opened
        if self.isVisible():
            self._refresh()
