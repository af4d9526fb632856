"""The monthly round: the whole window, one face after the other, three minutes."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.kit.progress import Segments
from klasgenoot.ui.kit.stop_bar import StopBar
from klasgenoot.ui.kit.toast import announce
from klasgenoot.ui.pages.month_round.ending import EndView
from klasgenoot.ui.pages.month_round.question import QuestionView
from klasgenoot.viewmodels.month_round import MonthRoundViewModel
from klasgenoot.viewmodels.target import PageId, Target

translate = QCoreApplication.translate

WIDEST_BAR = 300
SHARE, LEAST_FACE, AROUND = 0.5, 160, 330
"""How tall the face is: a share of the window, and what stands around it in pixels."""


class MonthRoundPage(Page):
    """Would they come to you?

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: MonthRoundViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        self.setAccessibleName(translate("MonthRound", "Monthly round"))
        self._bar = Segments(look)
        self._top = StopBar(look, self._bar, widest=WIDEST_BAR)
        self._top.stop_requested.connect(self._go_back)
        self._question = QuestionView(look)
        self._question.answered.connect(view_model.answer)
        self._question.footing_chosen.connect(view_model.choose_footing)
        self._question.step_requested.connect(view_model.go)
        self._end = EndView(look)
        self._end.again_requested.connect(view_model.look_again)
        self._end.done_requested.connect(self._go_back)
        self._end.student_requested.connect(
            lambda who: self.open_requested.emit(Target(PageId.STUDENT, student=who))
        )
        self.cap(self._top)
        for view in (self._question, self._end):
            self.body.addWidget(view, 1)
            view.hide()
        view_model.changed.connect(self._on_view_model_changed)
        view_model.failed.connect(lambda sentence: announce(self, sentence))

    def arrive(self, _target: Target) -> None:
        """Goes on where the round of this month was left."""
        self._view_model.open()
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self.look.fonts.px
        width = self.width() - 2 * self.density.value[0]
        room = self.height() - px(AROUND)
        tall = max(px(LEAST_FACE), min(round(self.height() * SHARE), room))
        self._question.fit(width=width, height=tall)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        elif event.key() == Qt.Key.Key_Left and self._end.isVisible():
            self._view_model.go(-1)
        elif self._question.isHidden() or not self._question.press(event):
            super().keyPressEvent(event)

    def _refresh(self) -> None:
        shown = self._view_model
        if not shown.has_students:
            self._show_nobody()
            return
        self.show_filled()
        is_asking = shown.student is not None
        had_focus = self._question.isVisible()
        self._bar.set_progress(*shown.done_part, name=shown.place)
        self._top.say_place(shown.place if is_asking else "")
        self._question.setVisible(is_asking)
        self._end.setVisible(not is_asking)
        if is_asking:
            self._question.ask(shown)
            announce(self, shown.question)
            if not had_focus or not self._question.isAncestorOf(self.focusWidget() or self):
                self._question.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._end.show_end(shown)
            announce(self, shown.summary)
            self._end.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_nobody(self) -> None:
        importing = Button(
            self.look, translate("MonthRound", "Import a class"), icon="folder-input"
        )
        importing.clicked.connect(lambda: self.open_requested.emit(Target(PageId.IMPORT)))
        self.show_empty(
            translate("MonthRound", "Here you think of each student once a month."), importing
        )

    @Slot()
    def _go_back(self) -> None:
        self.open_requested.emit(Target(PageId.CHECK_INS))

    @Slot()
    def _on_view_model_changed(self) -> None:
        # a hidden page reads everything anew when it is opened
        if self.isVisible():
            self._refresh()
