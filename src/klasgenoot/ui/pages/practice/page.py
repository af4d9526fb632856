"""Practice: a face, its name, the next face; over the whole window and with the keys alone."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut

from klasgenoot.domain.answering import Mode
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import BELOW, Page
from klasgenoot.ui.kit.toast import announce
from klasgenoot.ui.kit.trouble_line import TroubleLine
from klasgenoot.ui.pages.practice.hero import AFTER_FRAME_MS
from klasgenoot.ui.pages.practice.question import QuestionView
from klasgenoot.ui.pages.practice.reveal import RevealView
from klasgenoot.ui.pages.practice.summary import SummaryView
from klasgenoot.ui.pages.practice.top_bar import TopBar
from klasgenoot.viewmodels.occasions import Occasion
from klasgenoot.viewmodels.practice import PracticeViewModel
from klasgenoot.viewmodels.practice_moment import Stage
from klasgenoot.viewmodels.target import PageId, Target

translate = QCoreApplication.translate

View = QuestionView | RevealView | SummaryView

BAR, BAR_MARGIN = 36, 12
"""Height of the bar at the top, and what is free above and below it."""


class PracticePage(Page):
    """Learn the name behind the face. No name is anywhere before the answer.

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: PracticeViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        self.setAccessibleName(translate("Practice", "Practice"))
        self._top = TopBar(look, parent=self)
        self._question = QuestionView(look)
        self._reveal = RevealView(look)
        self._summary = SummaryView(look)
        for view in (self._question, self._reveal, self._summary):
            self.body.addWidget(view, 1)
            view.hide()
        self.pin(self._summary.foot)
        self._trouble = TroubleLine(look)
        self.body.addWidget(self._trouble)
        self._connect()
        self._ahead = QTimer(self, singleShot=True)
        self._ahead.timeout.connect(self._on_time_to_look_ahead)
        self._is_warm = False

    def arrive(self, target: Target) -> None:
        """Begins a session, or goes on with the one that was left."""
        way = Mode(target.way) if target.way else None
        self._view_model.open(way, occasion=Occasion(target.act))
        if not self.isVisible():
            self._refresh()

    def close_work(self) -> None:
        """Stops and waits; for when the window closes."""
        self._view_model.ahead.close_work()
        self._view_model.hearing.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_top_stop_requested()
            return
        super().keyPressEvent(event)

    def _connect(self) -> None:
        does = self._view_model
        does.changed.connect(self._on_view_model_changed)
        self._top.stop_requested.connect(self._on_top_stop_requested)
        self._top.way_chosen.connect(does.choose_way)
        self._question.entered.connect(does.check)
        self._question.reveal_requested.connect(does.reveal)
        self._question.hint_requested.connect(does.hint)
        self._question.give_up_requested.connect(does.give_up)
        self._question.chosen.connect(does.choose)
        self._question.seat_chosen.connect(does.choose_seat)
        for view in (self._question, self._reveal):
            view.listen_requested.connect(self._on_listen_requested)
        self._reveal.mnemonic_typed.connect(does.remember_by)
        self._reveal.photo_requested.connect(self._on_photo_requested)
        choices = self._reveal.choices
        choices.next_requested.connect(does.go_on)
        choices.guess_requested.connect(does.guess)
        choices.overrule_requested.connect(does.overrule)
        choices.settled.connect(lambda right: does.settle(right=right))
        choices.graded.connect(does.grade)
        self._summary.more_requested.connect(does.more)
        self._summary.done_requested.connect(self._go_back)
        self._summary.open_requested.connect(self.open_requested)
        does.ahead.changed.connect(self._on_view_model_changed)
        for keys, wish in (
            ("Ctrl+/", does.hint),
            ("Ctrl+Return", does.give_up),
            ("Ctrl+Enter", does.give_up),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(wish)

    def _fit(self) -> None:
        """Size the faces for the room there is."""
        margins = 2 * self.density.value[0]
        bar = self.look.fonts.px(BAR) + 2 * BAR_MARGIN
        self._top.setGeometry(0, 0, self.width(), bar)
        above = 0 if self._top.isHidden() else max(0, bar - self.density.value[1])
        self.body.setContentsMargins(0, above, 0, 0)
        height = self.height() - bar - BELOW
        self._question.fit(self.width() - margins, height)
        self._reveal.fit(self.width() - margins, height)
        if self._summary.isVisibleTo(self):
            self._summary.fit(self.contents_width)

    def _show(self, view: View) -> None:
        """Show one of the three views and put the keyboard there."""
        self.show_filled()
        for other in (self._question, self._reveal, self._summary):
            if other is not view:
                other.hide()  # first, so that two views are never fitted in together
        has_bar = view is not self._summary
        self.show_pinned(not has_bar)
        view.show()
        view.take_focus()
        if not has_bar or self._top.isHidden():
            self._top.setVisible(has_bar)
            self._fit()

    def _refresh(self) -> None:
        """Show what is on screen now."""
        shown, stage = self._view_model, self._view_model.stage
        if stage is Stage.NOTHING:
            self._show_nothing()
            return
        if stage is Stage.DONE:
            if not self._summary.isVisible():
                shown.ahead.look()
            look_back = shown.look_back
            if look_back is not None:
                self._summary.show_look_back(look_back, ahead=shown.ahead)
                self._show(self._summary)
                self._fit()  # where it leads is known a moment later, and takes a line more
            return
        student = shown.student
        if student is None:
            return
        self._top.show_progress(shown.segments, shown.place)
        self._top.show_way(shown.way, ways=shown.ways)
        self._trouble.say(shown.trouble)
        question = shown.question
        if question is not None:
            self._question.ask(question)
            self._show(self._question)
        else:
            self._show_reveal(stage)
        self._ahead.start(AFTER_FRAME_MS)

    def _show_reveal(self, stage: Stage) -> None:
        answer = self._view_model.answer
        if answer is None:
            return
        self._reveal.show_view(answer, stage)
        self._show(self._reveal)
        seat = f" {answer.room.words}." if answer.room is not None else ""
        announce(self, f"{answer.verdict} {answer.student.full_name}.{seat} {answer.comes_back}")

    def _show_nothing(self) -> None:
        self._top.hide()
        self.show_pinned(False)
        back = Button(self.look, translate("Practice", "Back to Names"))
        back.clicked.connect(self._go_back)
        offer = self._view_model.offer
        if offer is None:
            self.show_empty(
                translate("Practice", "There are no photos of this class to practise with."), back
            )
            return
        anyway = Button(self.look, offer.button, kind="primary", icon="play")
        for button in (anyway, back):
            button.setAutoDefault(True)  # Enter presses it, too
        anyway.clicked.connect(lambda: self._view_model.begin(Occasion.ANYWAY))
        self.show_empty(offer.sentence, anyway, back)
        anyway.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        self.open_requested.emit(Target(PageId.NAMES))

    @Slot()
    def _on_view_model_changed(self) -> None:
        # a hidden page shows everything as it is when it is opened
        if self.isVisible():
            self._refresh()

    @Slot()
    def _on_listen_requested(self) -> None:
        student = self._view_model.student
        if student is not None:
            self._view_model.hearing.play(student)

    @Slot()
    def _on_photo_requested(self) -> None:
        """To the page of who has none; practice goes on from here when it is opened again."""
        student = self._view_model.student
        if student is not None:
            self.open_requested.emit(Target(PageId.STUDENT, student=student.id))

    @Slot()
    def _on_top_stop_requested(self) -> None:
        if self._view_model.stage is Stage.DONE or not self._view_model.stop():
            self._go_back()

    @Slot()
    def _on_time_to_look_ahead(self) -> None:
        """While this face is looked at, make ready what comes next: one thing, then look again."""
        here, coming = self._view_model.student, self._view_model.coming
        if self._view_model.way.direction.is_about_seats:
            here = coming = None  # there are small faces only
        question, reveal = self._question.hero, self._reveal.hero
        for hero, student in ((question, here), (reveal, here), (question, coming)):
            if student is None:
                continue
            was_ready = hero.is_ready(student)
            if not hero.make_ready(student):
                self._view_model.leave_out(student.id)
            if not was_ready:
                self._ahead.start(0)
                return
        if not self._is_warm:
            self._is_warm = True
            self._view_model.warm_up()
