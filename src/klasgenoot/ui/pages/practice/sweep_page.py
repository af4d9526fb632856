"""The sweep: the whole class once, a face and a field, and nothing else until the end."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.kit.progress import Progress
from klasgenoot.ui.kit.stop_bar import StopBar
from klasgenoot.ui.kit.trouble_line import TroubleLine
from klasgenoot.ui.pages.practice.answer_box import AnswerBox
from klasgenoot.ui.pages.practice.hero import AFTER_FRAME_MS, Hero
from klasgenoot.ui.pages.practice.sweep_result import SweepResultView
from klasgenoot.viewmodels.sweep import SweepStage, SweepViewModel
from klasgenoot.viewmodels.target import PageId, Target

translate = QCoreApplication.translate

MIDDLE = Qt.AlignmentFlag.AlignHCenter
SHARE, LEAST_FACE, BELOW = 0.6, 200, 170
WIDEST_BAR = 400


class SweepPage(Page):
    """How many names come without help?

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: SweepViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        self.setAccessibleName(translate("Sweep", "Sweep"))
        self._hero = Hero(look)
        self._box = AnswerBox(
            look,
            name=translate("Sweep", "Name of this student"),
            button_name=translate("Sweep", "Next"),
        )
        self._box.entered.connect(self._on_box_entered)
        self._caption = Label(look, "", Text.SUPPORT, colour="text_2")
        self._caption.setAlignment(MIDDLE | Qt.AlignmentFlag.AlignVCenter)
        self._bar = Progress(look, name=translate("Sweep", "How far"))
        self._top = StopBar(look, self._bar, widest=WIDEST_BAR)
        self._top.stop_requested.connect(self._go_back)
        self._question = self._make_question()
        self._result = SweepResultView(look)
        self._result.done_requested.connect(self._go_back)
        self._result.practise_requested.connect(self._on_result_practise_requested)
        self.pin(self._result.foot)
        self._trouble = TroubleLine(look)
        self.cap(self._top)
        self.body.addWidget(self._trouble)
        for view in (self._question, self._result):
            self.body.addWidget(view, 1)
            view.hide()
        self._ahead = QTimer(self, singleShot=True, interval=AFTER_FRAME_MS)
        self._ahead.timeout.connect(self._on_time_to_look_ahead)
        view_model.changed.connect(self._on_view_model_changed)

    def arrive(self, _target: Target) -> None:
        """Begins a sweep; one that was left is over, for a closed book cannot be opened again."""
        self._view_model.begin()
        if not self.isVisible():
            self._refresh()

    def leave(self) -> None:
        """Closes the book: nothing is begun while nobody looks."""
        self._view_model.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
            return
        super().keyPressEvent(event)

    def _make_question(self) -> QWidget:
        question = QWidget()
        column = QVBoxLayout(question)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(3)
        column.addWidget(self._hero, 0, MIDDLE)
        column.addSpacing(22)
        column.addWidget(self._box, 0, MIDDLE)
        column.addSpacing(12)
        column.addWidget(self._caption)
        column.addStretch(4)
        return question

    def _fit(self) -> None:
        px = self.look.fonts.px
        room = self.height() - px(BELOW)
        self._hero.set_height(max(px(LEAST_FACE), min(round(self.height() * SHARE), room)))
        self._box.setFixedWidth(max(self._hero.width(), px(330)))
        self._result.fit(self.contents_width)

    def _refresh(self) -> None:
        shown = self._view_model
        self._trouble.say(shown.trouble)
        self.show_pinned(shown.stage is SweepStage.DONE)
        if shown.stage is SweepStage.NOTHING:
            back = Button(self.look, translate("Sweep", "Back to Names"))
            back.clicked.connect(self._go_back)
            self.show_empty(
                translate("Sweep", "There are no photos of this class to go through."), back
            )
            return
        if shown.stage is SweepStage.TAKEN_BACK:
            again = Button(self.look, translate("Sweep", "Begin anew"), kind="primary")
            again.clicked.connect(shown.begin)
            back = Button(self.look, translate("Sweep", "Back to Names"))
            back.clicked.connect(self._go_back)
            self.show_empty(translate("Sweep", "This sweep is not kept any more."), again, back)
            return
        self.show_filled()
        asks = shown.stage is SweepStage.ASK
        self.show_cap(asks)
        self._question.setVisible(asks)
        self._result.setVisible(not asks)
        if asks:
            self._ask()
        elif shown.view is not None:
            self._result.show_view(shown.view)
            self._result.take_focus()
        self._fit()

    def _ask(self) -> None:
        shown, student = self._view_model, self._view_model.student
        if student is None:
            return
        self._hero.show_student(student, name=translate("Sweep", "photo, name hidden"))
        self._caption.setText(shown.caption)
        self._top.say_place(shown.place)
        done, total = shown.done_part
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if not shown.asks_letter:
            self._box.set_text("")
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ahead.start()

    def _go_back(self) -> None:
        self.open_requested.emit(Target(PageId.NAMES))

    @Slot(str)
    def _on_box_entered(self, typed: str) -> None:
        self._view_model.answer(typed)

    @Slot()
    def _on_result_practise_requested(self) -> None:
        self.open_requested.emit(Target(PageId.PRACTICE))

    @Slot()
    def _on_view_model_changed(self) -> None:
        if self.isVisible():
            self._refresh()

    @Slot()
    def _on_time_to_look_ahead(self) -> None:
        """While this face is looked at, make ready the next."""
        for student in (self._view_model.student, self._view_model.coming):
            if student is not None and not self._hero.make_ready(student):
                self._view_model.leave_out(student.id)
                return
