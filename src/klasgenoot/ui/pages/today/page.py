"""Today, the page the app opens on: the lesson, who now, promises, names, and a step this week."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from klasgenoot.domain.guide import Mark
from klasgenoot.domain.people import Student
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Density, Page
from klasgenoot.ui.kit.tab_order import tab_after
from klasgenoot.ui.kit.trouble_line import TroubleLine
from klasgenoot.ui.pages.today.lesson_card import LessonCard
from klasgenoot.ui.pages.today.names_card import NamesCard
from klasgenoot.ui.pages.today.promises_card import PromisesCard
from klasgenoot.ui.pages.today.week_card import WeekCard
from klasgenoot.ui.pages.today.who_now import WhoNow
from klasgenoot.viewmodels.target import PageId, Target
from klasgenoot.viewmodels.today import Today, TodayViewModel

if TYPE_CHECKING:
    from klasgenoot.ui.kit.ten_days_note import TenDaysNote
    from klasgenoot.ui.pages.today.start_view import StartView
    from klasgenoot.viewmodels.today_start import Start

translate = QCoreApplication.translate

LOOK_AT_CLOCK_MS = 20_000
GAP = 20
LOWEST = 276
"""The height of the cards at the bottom, in pixels at text scale 1."""
STACKED_BELOW = 820
"""Width under which those cards stand below each other, in pixels at text scale 1."""


class TodayPage(Page):
    """What is there to do today?

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: TodayViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        week = Button(look, translate("Today", "Week"), kind="ghost", icon="calendar")
        week.setToolTip(translate("Today", "Lessons, holidays and exam weeks"))
        week.clicked.connect(lambda: self.open_requested.emit(Target(PageId.CALENDAR)))
        self.header.tools.addWidget(week)
        self._lesson = LessonCard(look)
        self._over: TenDaysNote | None = None
        self._who = WhoNow(look)
        self._start: StartView | None = None
        self._promises = PromisesCard(look)
        self._promised: PromisesCard | None = None
        self._names = NamesCard(look)
        self._week = WeekCard(look)
        self._trouble = TroubleLine(look)
        self._term = QWidget()
        self._bottom = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()
        self._timer = QTimer(self, interval=LOOK_AT_CLOCK_MS)
        self._timer.timeout.connect(view_model.look_at_clock)

    def arrive(self, _target: Target) -> None:
        """Shows the day as it is now; Enter does what the filled button says."""
        self._view_model.follow_lesson()
        self._trouble.say("")
        self._refresh()
        shown = self._view_model.shown
        if shown is not None:
            start = self._start if shown.start else None
            button = start.card.button if start else self._lesson.button
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_work(self) -> None:
        """Stops and waits; for when the window closes."""
        self._timer.stop()
        self._view_model.close_work()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - 2 * self.density.value[0]
        is_stacked = room < self.look.fonts.px(STACKED_BELOW)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._bottom.setDirection(below if is_stacked else beside)
        for card in self._cards():
            card.setMinimumHeight(0 if is_stacked else self.look.fonts.px(LOWEST))

    def _cards(self) -> tuple[Card, ...]:
        """What stands at the foot, beside each other or one below the other."""
        return self._promises, self._names, self._week

    def _lay_out(self) -> None:
        self._bottom.setSpacing(GAP)
        for card in self._cards():
            card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._bottom.addWidget(card, 1)
        self._parts = QVBoxLayout(self._term)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(24)
        self._parts.addWidget(self._lesson)
        self._parts.addWidget(self._who)
        self._parts.addLayout(self._bottom)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._term)
        self.body.addStretch(1)

    def _connect(self) -> None:
        view_model = self._view_model
        for part in (self._lesson, self._who, self._names, self._week, self._promises):
            part.open_requested.connect(self.open_requested)
        self._lesson.student_opened.connect(self._on_student_opened)
        self._who.spoken.connect(view_model.spoken_with)
        self._who.later.connect(view_model.later)
        self._promises.kept.connect(view_model.keep)
        self._week.marked.connect(self._on_week_marked)
        view_model.changed.connect(self._on_view_model_changed)
        view_model.failed.connect(self._trouble.say)
        self.density_changed.connect(self._on_density_changed)

    def _refresh(self) -> None:
        shown = self._view_model.shown
        self.set_title(self._view_model.title, self._view_model.subtitle)
        if shown is None or not shown.faces:
            self._show_nobody()
            return
        self.show_filled()
        self._term.setVisible(shown.start is None)
        if shown.start is not None:
            self._show_start(shown, shown.start)
            return
        for part in (self._start, self._promised):
            if part is not None:
                part.hide()
        self._show_term(shown)

    def _show_start(self, shown: Today, start: "Start") -> None:
        """Show the time before the first lesson; what that takes is made when it is wanted."""
        if self._start is None or self._promised is None:
            from klasgenoot.ui.pages.today.start_view import StartView

            self._start, self._promised = StartView(self.look), PromisesCard(self.look)
            self._start.student_opened.connect(self._on_student_opened)
            self._promised.kept.connect(self._view_model.keep)
            self._start.open_requested.connect(self.open_requested)
            self._promised.open_requested.connect(self.open_requested)
            self._start.show_compact(self.density is Density.COMPACT)
            self.body.insertWidget(1, self._start)
            self.body.insertWidget(2, self._promised)
        self._start.show_start(start, self._view_model.road)
        self._promised.show_promises(shown.promises)
        self._start.show()
        # before the first lesson of this class, promises in others still wait
        self._promised.setVisible(bool(shown.promises))

    def _show_term(self, shown: Today) -> None:
        self._lesson.show_day(shown)
        self._show_over(shown)
        self._who.show_day(shown)
        self._promises.show_promises(shown.promises)
        self._names.show_names(shown.names)
        self._week.show_week(shown.week)

    def _show_over(self, shown: Today) -> None:
        """Show ten days that are complete; what that takes is made when there are any."""
        if self._over is None and shown.over:
            from klasgenoot.ui.kit.ten_days_note import TenDaysNote

            self._over = TenDaysNote(self.look, beside=True)
            self._over.next_requested.connect(self.open_requested)
            self._parts.insertWidget(1, self._over)
        if self._over is not None:
            self._over.show_rows(shown.over)
            tab_after(self._lesson.button, self._over.stops)

    def _show_nobody(self) -> None:
        importing = Button(
            self.look, translate("Today", "Import a class"), kind="primary", icon="folder-input"
        )
        importing.clicked.connect(lambda: self.open_requested.emit(Target(PageId.IMPORT)))
        self.show_empty(
            translate("Today", "With students in this class, your day begins here."), importing
        )

    @Slot()
    def _on_view_model_changed(self) -> None:
        # a hidden page reads everything anew when it is opened
        if self.isVisible():
            self._refresh()

    @Slot(object)
    def _on_student_opened(self, student: Student) -> None:
        self.open_requested.emit(Target(PageId.STUDENT, student=student.id))

    @Slot(object)
    def _on_week_marked(self, mark: Mark) -> None:
        shown = self._view_model.shown
        if shown is not None and shown.week is not None:
            self._view_model.mark(shown.week.number, mark)

    @Slot(Density)
    def _on_density_changed(self, density: Density) -> None:
        is_compact = density is Density.COMPACT
        self._parts.setSpacing(16 if is_compact else 24)
        if self._start is not None:
            self._start.show_compact(is_compact)
