"""The page Talk round: whose turn it is, the whole plan by week, and ten days with one or two."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.domain.exports import ExportKind
from klasgenoot.domain.people import StudentId
from klasgenoot.ui.kit.buttons import Button, back_button
from klasgenoot.ui.kit.columns import Columns
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.kit.said_line import SaidLine
from klasgenoot.ui.kit.save_dialog import ask_where_to_save
from klasgenoot.ui.kit.tab_order import tab_in_order
from klasgenoot.ui.kit.ten_days_note import TenDaysNote
from klasgenoot.ui.pages.talks.left_out import LeftOut
from klasgenoot.ui.pages.talks.round_card import RoundCard
from klasgenoot.ui.pages.talks.start_card import StartCard
from klasgenoot.ui.pages.talks.ten_days_card import TenDaysCard
from klasgenoot.ui.pages.talks.turn_card import TurnCard
from klasgenoot.ui.pages.talks.week_rows import WeekRows
from klasgenoot.viewmodels.talks import TalksViewModel
from klasgenoot.viewmodels.talks_leaving import TalksLeaving
from klasgenoot.viewmodels.talks_rows import TenDaysRow
from klasgenoot.viewmodels.target import WITH_ONE, PageId, Target
from klasgenoot.viewmodels.ten_days import TenDaysViewModel

translate = QCoreApplication.translate


class TalksPage(Page):
    """A round of talks with the class.

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(
        self,
        look: Look,
        view_model: TalksViewModel,
        *,
        ten_days: TenDaysViewModel,
        leaving: TalksLeaving,
    ) -> None:
        super().__init__(look)
        self._view_model = view_model
        self._ten_days = ten_days
        self._leaving = leaving
        self._back = back_button(look, translate("Talks", "Check-ins"))
        self.header.tools.addWidget(self._back)
        self._round = RoundCard(look)
        self._said = SaidLine(look, colour="text_2")
        self._start = StartCard(look)
        self._turn = TurnCard(look)
        self._done = Label(look, translate("Talks", "Everybody had a talk."), Text.SECTION)
        self._weeks = WeekRows(look)
        self._left_out = LeftOut(look)
        self._ten = TenDaysCard(look)
        self._over = TenDaysNote(look)
        self._lay_out()
        self._connect()

    def arrive(self, target: Target) -> None:
        """Shows the round as it stands today, ready for the first talk; or ten days with one."""
        self._be_silent()
        self._refresh()
        if target.act == WITH_ONE and self._ten.take_focus():
            return
        if self._turn.isVisibleTo(self):
            self._turn.begin()  # on the button the first space of a sentence would keep the talk
        else:
            self._start.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_at_top(self) -> None:
        """Shows whose talk it is, also in a low window."""
        self.scroll_area.verticalScrollBar().setValue(0)

    def _be_silent(self) -> None:
        """Takes back what was said of what was done before."""
        self._said.say("")
        self._round.said.say("")

    def place(self) -> dict[str, Any]:
        """Whose talk is in front, and the line on it."""
        turn = self._view_model.turn
        return {"chosen": turn.student.id if turn else None, "typed": self._turn.typed}

    def take_place(self, said: dict[str, Any]) -> None:
        """Puts that talk in front again; one that is no longer to come is passed over."""
        if said["chosen"] is None:
            return
        self._view_model.choose(said["chosen"])
        turn = self._view_model.turn
        if turn is not None and turn.student.id == said["chosen"] and said["typed"]:
            self._turn.fill(said["typed"])

    def ask_where(self, name: str, kinds: str) -> Path | None:
        """Asks where a file goes; apart, so that a test can answer."""
        title = translate("Talks", "Where should it go?")
        return ask_where_to_save(self, title=title, name=name, kinds=kinds)

    def _lay_out(self) -> None:
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part in (self._start, self._turn, self._done, self._weeks):
            column.addWidget(part)
        column.addStretch(1)
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(16)
        beside.addWidget(self._round)
        beside.addWidget(self._over)
        beside.addWidget(self._ten)
        beside.addWidget(self._left_out)
        beside.addStretch(1)
        self.body.addWidget(self._said)
        self.body.addWidget(Columns(self.look, main, side))
        self.body.addStretch(1)

    def _connect(self) -> None:
        shown, ten = self._view_model, self._ten_days
        self._back.clicked.connect(lambda: self.open_requested.emit(Target(PageId.CHECK_INS)))
        self._round.end_requested.connect(self._on_end_requested)
        self._round.print_requested.connect(self._on_print_requested)
        self._round.calendar_requested.connect(self._on_calendar_requested)
        self._start.weeks_chosen.connect(shown.choose_weeks)
        self._start.minutes_chosen.connect(shown.choose_minutes)
        self._start.start_requested.connect(self._on_start_requested)
        self._turn.held.connect(self._on_turn_held)
        self._turn.later_requested.connect(shown.move_on)
        self._turn.left_out_requested.connect(shown.leave_out)
        self._turn.student_requested.connect(self._on_student_requested)
        self._weeks.chosen.connect(self._on_week_chosen)
        self._left_out.back_requested.connect(shown.take_back)
        self._ten.held.connect(self._on_ten_held)
        self._ten.end_requested.connect(lambda row: ten.end(row.round_id))
        self._ten.begin_requested.connect(ten.begin)
        self._over.next_requested.connect(self.open_requested)
        shown.changed.connect(self._on_view_model_changed)
        shown.failed.connect(self._said.say)
        ten.changed.connect(self._on_view_model_changed)
        ten.failed.connect(self._said.say)

    def _refresh(self) -> None:
        shown = self._view_model
        self.set_title(translate("Talks", "Talk round"), shown.subtitle)
        goes_on = shown.round is not None
        self._round.setVisible(goes_on)
        if not shown.count:
            self._show_nobody()
            return
        self.show_filled()
        turn = shown.turn
        self._round.allow(leaving=turn is not None)
        self._start.setVisible(not goes_on or shown.is_done)
        self._start.show_form(weeks=shown.weeks, minutes=shown.minutes, cost=shown.cost)
        self._turn.setVisible(turn is not None)
        self._done.setVisible(shown.is_done and shown.plan.held > 0)
        if turn is not None:
            self._turn.show_turn(turn)
        self._weeks.show_weeks(
            shown.rows, chosen=turn.student.id if turn else None, is_planned=goes_on
        )
        self._left_out.show_faces(shown.left_out)
        ten = self._ten_days
        candidates = ten.candidates if ten.can_begin else ()
        self._ten.show_rows(ten.rows, candidates=candidates)
        self._over.show_rows(ten.over)
        main = (self._start, self._turn, self._weeks)
        side = (self._round, self._over, self._ten)
        tab_in_order(*main, *side, self._left_out)

    def _show_nobody(self) -> None:
        importing = Button(
            self.look, translate("Talks", "Import a class"), kind="primary", icon="folder-input"
        )
        importing.clicked.connect(lambda: self.open_requested.emit(Target(PageId.IMPORT)))
        words = translate("Talks", "Here you plan a short talk with everybody in the class.")
        self.show_empty(words, importing)

    @Slot()
    def _on_view_model_changed(self) -> None:
        # a hidden page reads everything anew when it is opened
        if self.isVisible():
            self._refresh()

    @Slot()
    def _on_start_requested(self) -> None:
        self._be_silent()
        if self._view_model.start():
            self._turn.begin()
            QTimer.singleShot(0, self, self._begin_at_top)

    @Slot()
    def _on_end_requested(self) -> None:
        self._be_silent()
        self._view_model.end()
        if self._start.isVisible():
            self._start.start.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_turn_held(self, text: str) -> None:
        self._be_silent()
        if self._view_model.hold(text):
            self._turn.begin()

    @Slot(object)
    def _on_week_chosen(self, who: StudentId) -> None:
        self._view_model.choose(who)

    @Slot(object)
    def _on_ten_held(self, row: TenDaysRow) -> None:
        before = self._over.count
        self._ten_days.hold(row)
        if self._over.count > before:
            self._over.take_focus()

    @Slot()
    def _on_student_requested(self) -> None:
        turn = self._view_model.turn
        if turn is not None:
            self.open_requested.emit(Target(PageId.STUDENT, student=turn.student.id))

    @Slot()
    def _on_print_requested(self) -> None:
        path = self.ask_where(self._leaving.file_name(ExportKind.TALK_PLAN), "PDF (*.pdf)")
        if path is None:
            return
        from klasgenoot.ui.pages.talks.on_paper import write_plan

        try:
            write_plan(self.look, path, self._leaving)
        except OSError:
            self._round.said.say(
                translate("Talks", "It could not be saved there. Choose another place.")
            )
            return
        self._round.said.say(self._leaving.printed())

    @Slot(bool)
    def _on_calendar_requested(self, with_names: bool) -> None:  # noqa: FBT001 - a Qt slot
        name = self._leaving.file_name(ExportKind.TALK_CALENDAR)
        path = self.ask_where(name, translate("Talks", "Calendar (*.ics)"))
        if path is not None:
            self._round.said.say(self._leaving.save_calendar(path, with_names=with_names))
