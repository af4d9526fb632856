"""The calendar: one week, the weekly lessons, and blocks, holidays and exam weeks."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog

from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.people import ClassId
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.kit.panel import ground_of
from klasgenoot.ui.kit.trouble_line import TroubleLine
from klasgenoot.ui.pages.calendar.entries_card import EntriesCard
from klasgenoot.ui.pages.calendar.lesson_panel import LessonPanel
from klasgenoot.ui.pages.calendar.period_panel import PeriodPanel
from klasgenoot.ui.pages.calendar.timetable_panel import TimetablePanel
from klasgenoot.ui.pages.calendar.week_card import WeekCard
from klasgenoot.viewmodels.calendar import CalendarViewModel, LessonTyped, PeriodTyped
from klasgenoot.viewmodels.calendar_rows import EntryRow
from klasgenoot.viewmodels.target import Target
from klasgenoot.viewmodels.timetable import TimetableViewModel

translate = QCoreApplication.translate

GAP = 20
STACKED_BELOW = 700
"""Width under which the two lists stand below each other, in pixels at text scale 1."""


class CalendarPage(Page):
    """When do you teach whom, and when not?

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(
        self, look: Look, view_model: CalendarViewModel, timetable: TimetableViewModel
    ) -> None:
        super().__init__(look)
        self._view_model = view_model
        self._timetable = timetable
        self._panel: LessonPanel | PeriodPanel | TimetablePanel | None = None
        importing = Button(look, translate("Calendar", "Import a timetable"), icon="folder-input")
        importing.setToolTip(
            translate("Calendar", "A calendar file (.ics) of your school, Outlook or Google")
        )
        importing.clicked.connect(self._on_importing_clicked)
        self.header.tools.addWidget(importing)
        self._week = WeekCard(look)
        self._week.turned.connect(view_model.turn_week)
        self._lessons = EntriesCard(
            look,
            title=translate("Calendar", "Every week"),
            add=translate("Calendar", "Add lessons"),
            nothing=translate(
                "Calendar", "Which class do you have on which day, and at what time?"
            ),
        )
        self._lessons.add_requested.connect(self._on_lessons_add_requested)
        self._lessons.change_requested.connect(self._on_lessons_change_requested)
        self._periods = EntriesCard(
            look,
            title=translate("Calendar", "Blocks, holidays and exam weeks"),
            add=translate("Calendar", "Add"),
            nothing=translate(
                "Calendar", "In holidays and exam weeks there are no weekly lessons."
            ),
        )
        self._periods.add_requested.connect(self._on_periods_add_requested)
        self._periods.change_requested.connect(self._on_periods_change_requested)
        for card in (self._lessons, self._periods):
            card.remove_requested.connect(view_model.remove)
        self._year = Button(look, size="small", icon="calendar")
        self._year.clicked.connect(self._on_year_clicked)
        self._periods.tools.addWidget(self._year)
        self._guess = Label(
            look,
            translate(
                "Calendar",
                "A usual year at a Dutch school. Yours will have days of its own: look them over.",
            ),
            Text.CAPTION,
            colour="text_2",
        )
        self._periods.body.insertWidget(3, self._guess)
        self._trouble = TroubleLine(look)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(GAP)
        self._columns.addWidget(self._lessons, 1)
        self._columns.addWidget(self._periods, 1)
        self.body.setSpacing(GAP)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._week)
        self.body.addLayout(self._columns)
        self.body.addStretch(1)
        view_model.changed.connect(self._on_view_model_changed)
        view_model.failed.connect(self._trouble.say)
        timetable.changed.connect(self._on_timetable_changed)
        timetable.failed.connect(self._on_timetable_failed)

    def arrive(self, target: Target) -> None:
        """Shows the calendar as it is now; timetables that were dropped are read at once."""
        self._trouble.say("")
        self._refresh()
        self._lessons.button.setFocus(Qt.FocusReason.OtherFocusReason)
        paths = [path for path in target.paths if isinstance(path, Path)]
        if paths:
            self.read(paths)

    def leave(self) -> None:
        """Closes what stands over the page."""
        if self._panel is not None:
            self._panel.close_panel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - 2 * self.density.value[0]
        is_stacked = room < self.look.fonts.px(STACKED_BELOW)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(below if is_stacked else beside)

    def _refresh(self) -> None:
        shown = self._view_model
        self.set_title(
            translate("Calendar", "Lessons and holidays"),
            translate(
                "Calendar",
                "So the app knows which class you just had, and when there are no lessons",
            ),
        )
        self._week.show_week(shown.week, is_this_week=shown.is_this_week)
        self._lessons.show_rows(shown.lessons)
        self._lessons.button.setEnabled(bool(shown.classes))
        self._periods.show_rows(shown.periods)
        year = shown.offered_year
        self._year.setText(translate("Calendar", "Fill in {year}").format(year=year))
        self._year.setVisible(bool(year))
        self._guess.setVisible(bool(year))

    def close_work(self) -> None:
        """Stops and waits; for when the window closes."""
        self._timetable.close_work()

    def _open(self, panel: LessonPanel | PeriodPanel | TimetablePanel) -> None:
        self._panel = panel
        panel.closed.connect(self._on_panel_closed)
        panel.open_panel(panel.first())

    @Slot()
    def _on_panel_closed(self) -> None:
        panel, self._panel = self._panel, None
        if isinstance(panel, TimetablePanel):
            self._timetable.forget()
        if panel is not None:
            panel.deleteLater()

    @Slot()
    def _on_view_model_changed(self) -> None:
        # a hidden page reads everything anew when it is opened
        if self.isVisible():
            self._refresh()

    @Slot()
    def _on_lessons_add_requested(self) -> None:
        typed = self._view_model.new_lesson()
        if typed is not None:
            self._ask_lesson(translate("Calendar", "Lessons every week"), typed, None)

    @Slot(object)
    def _on_lessons_change_requested(self, row: EntryRow) -> None:
        typed = self._view_model.lesson(row.slot) if row.slot is not None else None
        if typed is not None:
            self._ask_lesson(row.title, typed, row)

    def _ask_lesson(self, title: str, typed: LessonTyped, row: EntryRow | None) -> None:
        classes, slot = self._view_model.classes, row.slot if row else None
        panel = LessonPanel(self.look, ground_of(self), title=title, classes=classes, typed=typed)
        if row is None:
            panel.class_chosen.connect(self._on_class_chosen)
        self._ask(panel, lambda typed: self._view_model.save_lesson(typed, slot))

    @Slot(object)
    def _on_class_chosen(self, class_id: ClassId) -> None:
        typed = self._view_model.new_lesson(class_id)
        if typed is not None and isinstance(self._panel, LessonPanel):
            self._panel.propose(typed)

    @Slot()
    def _on_periods_add_requested(self) -> None:
        self._ask_period(translate("Calendar", "In the calendar"), None, None)

    @Slot(object)
    def _on_periods_change_requested(self, row: EntryRow) -> None:
        typed = self._view_model.period(row.period) if row.period is not None else None
        if typed is not None:
            self._ask_period(row.title, typed, row)

    def _ask_period(self, title: str, typed: PeriodTyped | None, row: EntryRow | None) -> None:
        period = row.period if row else None
        panel = PeriodPanel(self.look, ground_of(self), title=title, typed=typed)
        self._ask(panel, lambda typed: self._view_model.save_period(typed, period))

    def _ask(self, panel: LessonPanel | PeriodPanel, save: Callable[[Any], object]) -> None:
        """Opens a panel that closes once what is typed in it was saved."""

        def keep(typed: object) -> None:
            try:
                save(typed)
            except Trouble as trouble:
                panel.set_trouble(trouble)
            else:
                panel.close_panel()

        panel.save_requested.connect(keep)
        self._open(panel)

    @Slot()
    def _on_year_clicked(self) -> None:
        self._view_model.fill_in_year()
        self._periods.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self, paths: Sequence[Path]) -> None:
        """Reads timetables, to look them over."""
        self._trouble.say("")
        self._timetable.read(paths)

    @Slot()
    def _on_importing_clicked(self) -> None:
        kinds = translate("Calendar", "Calendar files (*.ics *.ical)")
        title = translate("Calendar", "Import a timetable")
        names, _ = QFileDialog.getOpenFileNames(self, title, "", kinds)
        if names:
            self.read([Path(name) for name in names])

    @Slot()
    def _on_timetable_changed(self) -> None:
        if isinstance(self._panel, TimetablePanel):
            self._panel.show_found()
        elif self.isVisible() and self._panel is None:
            panel = TimetablePanel(self.look, ground_of(self), self._timetable)
            panel.keep_requested.connect(self._on_panel_keep_requested)
            self._open(panel)

    @Slot(str)
    def _on_timetable_failed(self, sentence: str) -> None:
        if isinstance(self._panel, TimetablePanel):
            self._panel.set_trouble(sentence)
        else:
            self._trouble.say(sentence)

    @Slot()
    def _on_panel_keep_requested(self) -> None:
        panel = self._panel
        if self._timetable.keep() and panel is not None:
            panel.close_panel()
