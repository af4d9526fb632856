"""Two who look alike: both faces with their names, then each face until six in a row are right."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.kit.progress import Segments
from klasgenoot.ui.kit.stop_bar import StopBar
from klasgenoot.ui.kit.toast import announce
from klasgenoot.ui.kit.trouble_line import TroubleLine
from klasgenoot.ui.pages.look_alikes.faces import RADIUS, FacePair
from klasgenoot.ui.pages.look_alikes.question import QuestionView, photo_only
from klasgenoot.viewmodels.look_alikes import CANNOT, DrillStage, LookAlikesViewModel
from klasgenoot.viewmodels.target import PageId, Target

translate = QCoreApplication.translate

MIDDLE = Qt.AlignmentFlag.AlignHCenter
SHARE, LEAST_FACE = 0.6, 190
BELOW_QUESTION, AROUND_PAIR = 210, 320
"""What stands above and below the photo of a question, and the photos side by side."""
WIDEST_BAR = 300


class LookAlikesPage(Page):
    """Who is who?

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: LookAlikesViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        self._back = Target(PageId.PROGRESS)
        self.setAccessibleName(translate("LookAlikes", "Look-alikes"))
        self._bar = Segments(look)
        self._top = StopBar(look, self._bar, widest=WIDEST_BAR)
        self._top.stop_requested.connect(self._go_back)
        self._question = QuestionView(look)
        self._question.chosen.connect(view_model.choose)
        self._title = Label(look, "", Text.NAME)
        self._faces = FacePair(look)
        self._caption = Label(look, "", Text.CARD, weight=look.fonts.font(Text.BODY).weight())
        self._go_on = Button(
            look, translate("LookAlikes", "Go on"), kind="primary", size="large", keys="↵"
        )
        self._go_on.clicked.connect(view_model.go_on)
        self._again = Button(look, translate("LookAlikes", "Once more"), size="large")
        self._again.clicked.connect(view_model.again)
        self._done = Button(
            look, translate("LookAlikes", "Done"), kind="primary", size="large", keys="↵"
        )
        self._done.clicked.connect(self._go_back)
        self._both = self._make_both()
        self._trouble = TroubleLine(look)
        self.cap(self._top)
        self.body.addWidget(self._trouble)
        for view in (self._question, self._both):
            self.body.addWidget(view, 1)
            view.hide()
        self._ahead = QTimer(self, singleShot=True, interval=0)
        self._ahead.timeout.connect(self._on_time_to_look_ahead)
        view_model.changed.connect(self._on_view_model_changed)

    def arrive(self, target: Target) -> None:
        """Shows the two of a target; afterwards it goes back to where it was opened."""
        self._back = {
            "student": Target(PageId.STUDENT, student=target.student),
            "names": Target(PageId.NAMES),
        }.get(target.act, Target(PageId.PROGRESS))
        self._view_model.open(target.student, target.other)
        if not self.isVisible():
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        elif self._question.isHidden() or not self._question.press(event):
            super().keyPressEvent(event)

    def _make_both(self) -> QWidget:
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self._title, self._caption):
            label.setAlignment(MIDDLE | Qt.AlignmentFlag.AlignVCenter)
        self._caption.set_colour("text_2")
        buttons = QWidget()
        buttons.setLayout(flow(self._again, self._go_on, self._done))
        column.addStretch(3)
        column.addWidget(self._title)
        column.addSpacing(24)
        column.addWidget(self._faces, 0, MIDDLE)
        column.addSpacing(20)
        column.addWidget(self._caption)
        column.addSpacing(20)
        column.addWidget(buttons, 0, MIDDLE)
        column.addStretch(4)
        return both

    def _fit(self) -> None:
        px = self.look.fonts.px
        width = self.width() - 2 * self.density.value[0]
        room = self.height() - px(BELOW_QUESTION)
        tall = max(px(LEAST_FACE), min(round(self.height() * SHARE), room))
        self._question.fit(width=width, height=tall)
        room = self.height() - px(AROUND_PAIR)
        tall = max(px(LEAST_FACE), min(round(self.height() * SHARE), room))
        self._faces.fit(width=width, height=tall)

    def _refresh(self) -> None:
        shown = self._view_model
        stage = shown.stage
        self._trouble.say(shown.trouble)
        if stage in CANNOT:
            self._show_why_not()
            return
        self.show_filled()
        asks = stage is DrillStage.ASK
        self._question.setVisible(asks)
        self._both.setVisible(not asks)
        self._bar.set_progress(*shown.done_part, name=shown.place)
        self._top.say_place(shown.place)
        if asks:
            self._ask()
        else:
            self._show_both(stage)
        self._fit()
        self._ahead.start()

    def _ask(self) -> None:
        shown, student = self._view_model, self._view_model.student
        if student is None:
            return
        self._question.ask(student, shown.names, caption=shown.caption)
        self._question.take_focus()
        announce(self._question, shown.caption)

    def _show_both(self, stage: DrillStage) -> None:
        shown = self._view_model
        self._title.setText(shown.title)
        self._caption.setText(shown.caption)
        self._faces.show_both(shown.both, asked=shown.asked)
        is_done = stage is DrillStage.DONE
        self._go_on.setText(
            translate("LookAlikes", "Go on") if shown.asked else translate("LookAlikes", "Practise")
        )
        self._go_on.setVisible(not is_done)
        self._again.setVisible(is_done)
        self._done.setVisible(is_done)
        first = self._done if is_done else self._go_on
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self._both, shown.title)

    def _show_why_not(self) -> None:
        shown = self._view_model
        back = Button(self.look, translate("LookAlikes", "Back"), kind="primary")
        back.clicked.connect(self._go_back)
        buttons = [back]
        if shown.stage is DrillStage.NOT_YET:
            practise = Button(self.look, translate("LookAlikes", "Practise names"), icon="play")
            practise.clicked.connect(self._on_practise_clicked)
            buttons.append(practise)
        self.show_empty(shown.title, *buttons, detail=shown.caption)
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _go_back(self) -> None:
        self.open_requested.emit(self._back)

    @Slot()
    def _on_practise_clicked(self) -> None:
        self.open_requested.emit(Target(PageId.PRACTICE))

    @Slot()
    def _on_view_model_changed(self) -> None:
        if self.isVisible():
            self._refresh()

    @Slot()
    def _on_time_to_look_ahead(self) -> None:
        """While both are looked at, make their photos ready for the question."""
        faces, ratio = self.look.faces, self.devicePixelRatioF()
        for named in self._view_model.both:
            size = self._question.photo_size
            face = photo_only(named.student)
            if faces.pixmap(face, size, radius=RADIUS, ratio=ratio) is None:
                self._view_model.cannot_show()
                return
