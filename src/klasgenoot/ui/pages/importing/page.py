"""The import page: three steps in the whole window, with the way back always at the left."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypedDict

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from klasgenoot.domain.list_systems import ListSystem
from klasgenoot.exchange.source_files import Brought
from klasgenoot.ui.kit.buttons import Button
from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.faces import Faces
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.pages.importing.columns_panel import ColumnsPanel
from klasgenoot.ui.pages.importing.files_step import FilesStep
from klasgenoot.ui.pages.importing.panels import Panels
from klasgenoot.ui.pages.importing.photos_panel import PhotosPanel
from klasgenoot.ui.pages.importing.review_step import ReviewStep
from klasgenoot.ui.pages.importing.steps_bar import StepsBar
from klasgenoot.viewmodels.importing import ImportViewModel, Step
from klasgenoot.viewmodels.target import PageId, Target

FOOT = 66


class Side(TypedDict):
    """How much of the width the photos get."""

    share: float
    least: int


WITH_PHOTOS: Side = {"share": 0.405, "least": 440}
WITHOUT: Side = {"share": 0.22, "least": 260}
"""The columns get what the photos leave."""


class Foot(QWidget):
    """The bar at the bottom: stop, back, on."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setMinimumHeight(look.fonts.px(FOOT))
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 10, 40, 10)
        row.setSpacing(10)
        self.stop = Button(look, self.tr("Cancel"), kind="ghost")
        self._alert = IconLabel(look, "circle-alert", colour="brick_text")
        self._said = Label(look, "", colour="brick_text")
        self.back = Button(look, self.tr("Back"), icon="arrow-left")
        self.on = Button(look, "", kind="primary", after="arrow-right")
        row.addWidget(self.stop)
        row.addSpacing(10)
        row.addWidget(self._alert)
        row.addWidget(self._said, 1)
        row.addWidget(self.back)
        row.addWidget(self.on)

    def say(self, sentence: str, *, is_wrong: bool = True) -> None:
        """Says what is wrong, or what is still to be done, or (an empty text) nothing."""
        self._said.setText(sentence)
        self._said.set_colour("brick_text" if is_wrong else "text_2")
        self._alert.setVisible(bool(sentence) and is_wrong)

    def show_progress(self, done: int, total: int) -> None:
        """Says how many photos are put away before the class is there."""
        self._alert.hide()
        words = self.tr("Putting photos away: {done} of {total}.")
        self._said.setText(words.format(done=done, total=total))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.tokens["surface"])
        painter.fillRect(0, 0, self.width(), 1, self._look.tokens["line"])
        painter.end()


class ImportPage(QWidget):
    """From a list and photos to a class.

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(
        self, look: Look, view_model: ImportViewModel, systems: Sequence[ListSystem]
    ) -> None:
        super().__init__()
        self._look = look
        self._view_model = view_model
        # photos that are not kept yet come from what was read, not from the vault
        with_photos = replace(
            look,
            faces=Faces(
                lambda photo, large: view_model.photo_bytes(photo, large=large), look.tokens
            ),
        )
        self.setAccessibleName(self.tr("Import"))
        self._bar = StepsBar(look)
        self._files = FilesStep(look, systems)
        self._columns = ColumnsPanel(with_photos, view_model)
        self._photos = PhotosPanel(with_photos, view_model)
        self._review = ReviewStep(with_photos, view_model)
        self._faces = with_photos.faces
        self._foot = Foot(look)
        self._stack = QStackedWidget()
        self._matching = Panels(look, self._columns, self._photos, **WITH_PHOTOS)
        for step in (self._files, self._matching, self._review):
            self._stack.addWidget(self._padded(step))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
        self._connect()
        self._shown_step: Step | None = None
        self._is_open = False
        self._on_view_model_changed()

    def arrive(self, target: Target) -> None:
        """Begins with what was dropped, else where it was left; the focus is on what comes next."""
        self._is_open = True
        if target.paths:
            self._view_model.read(target.paths)
        self._on_view_model_changed()
        self._focus_step()

    def bring(self, paths: tuple[Brought, ...]) -> None:
        """Takes what is dropped or pasted while the page is open, beside what was read."""
        self._view_model.bring(paths)

    @property
    def has_read(self) -> bool:
        """Whether something was read that would be lost elsewhere."""
        return self._view_model.step is not Step.FILES

    def leave(self) -> None:
        """What was read and not kept is dropped."""
        self._is_open = False
        self._view_model.start_over()

    def close_work(self) -> None:
        """Stops the reading, for when the window closes."""
        self._view_model.close_work()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_stop_clicked()
        elif event.key() in ENTER and self._foot.on.isEnabled() and self._foot.on.isVisible():
            self._foot.on.click()  # where what has the keyboard does nothing with it
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        view_model = self._view_model
        view_model.changed.connect(self._on_view_model_changed)
        view_model.thought.connect(self._columns.show_columns)
        view_model.progressed.connect(self._files.show_progress)
        view_model.put_away.connect(self._foot.show_progress)
        view_model.kept.connect(self._on_view_model_kept)
        self._files.chosen.connect(view_model.read)
        self._files.stopped.connect(view_model.start_over)
        self._files.unsealed.connect(view_model.unseal)
        self._files.by_hand.clicked.connect(self._on_by_hand_clicked)
        self._photos.stands.connect(self._columns.show_examples)
        self._photos.by_hand_requested.connect(self._on_by_hand_clicked)
        self._photos.settled.connect(self._foot.on.setFocus)
        self._foot.stop.clicked.connect(self._on_stop_clicked)
        self._foot.back.clicked.connect(self._on_back_clicked)
        self._foot.on.clicked.connect(self._on_on_clicked)

    def _padded(self, step: QWidget) -> QScrollArea:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(40, 24, 40, 20)
        column.addWidget(step)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(holder)
        return scroll

    def _focus_step(self) -> None:
        step = self._view_model.step
        if step is Step.FILES:
            self._files.take_focus()
        elif step is Step.COLUMNS and not self._photos.focus_doubt():
            self._foot.on.setFocus(Qt.FocusReason.OtherFocusReason)
        elif step is Step.REVIEW:
            self._review.focus()

    @Slot()
    def _on_view_model_changed(self) -> None:
        view_model = self._view_model
        step = view_model.step
        self._bar.show_step(step)
        if step in {Step.FILES, Step.READING}:
            self._stack.setCurrentIndex(0)
            self._files.show_reading(reading=step is Step.READING)
            self._files.show_chosen(() if view_model.sealed else view_model.chosen_names)
            self._files.show_trouble(view_model.trouble)
            self._files.ask_passphrase(view_model.sealed)
            self._files.by_hand.setVisible(bool(view_model.scanned))
        elif step is Step.COLUMNS:
            if self._shown_step in {None, Step.FILES, Step.READING}:
                self._faces.forget()  # the places of photos now mean other photos
            self._columns.show_columns()
            found = view_model.found
            has_photos = found is not None and bool(found.photos)
            side = WITH_PHOTOS if has_photos else WITHOUT
            self._matching.share_out(**side, main=self._columns.least_width)
            self._photos.show_photos()
            self._stack.setCurrentIndex(1)
        else:
            self._review.show_review()
            self._stack.setCurrentIndex(2)
        self._show_foot(step)
        if step is not self._shown_step:
            self._shown_step = step
            if self._is_open:
                self._focus_step()

    def _show_foot(self, step: Step) -> None:
        foot = self._foot
        chosen = step in {Step.COLUMNS, Step.REVIEW}
        foot.back.setVisible(chosen)
        foot.on.setVisible(chosen)
        waits = step is Step.REVIEW and self._view_model.is_to_choose
        asked = self.tr("Tick which classes come along.") if waits else ""
        trouble = self._view_model.trouble
        foot.say((trouble or asked) if chosen else "", is_wrong=bool(trouble))
        is_keeping = self._view_model.is_keeping
        self._stack.setEnabled(not is_keeping)
        foot.back.setEnabled(not is_keeping)
        count = len(self._view_model.rows) - len(self._view_model.left_out)
        can_go_on = self._view_model.proposal is not None and not waits and count > 0
        foot.on.setEnabled(can_go_on and not is_keeping)
        if is_keeping:
            foot.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        keep = self.tr("Take in %n student(s)", None, count)
        foot.on.setText(keep if step is Step.REVIEW else self.tr("On to looking over"))
        foot.on.updateGeometry()

    @Slot()
    def _on_stop_clicked(self) -> None:
        if self._view_model.step is Step.READING:
            self._view_model.start_over()
            return
        self.open_requested.emit(Target(PageId.NAMES))

    @Slot()
    def _on_by_hand_clicked(self) -> None:
        paths = self._view_model.scanned
        self.open_requested.emit(Target(PageId.CLASS_PHOTO, paths=paths))

    @Slot()
    def _on_back_clicked(self) -> None:
        if self._view_model.step is Step.REVIEW:
            self._view_model.go_to(Step.COLUMNS)
        else:
            self._view_model.choose_more()

    @Slot()
    def _on_on_clicked(self) -> None:
        if self._view_model.step is Step.REVIEW:
            self._view_model.keep()
        else:
            self._view_model.go_to(Step.REVIEW)

    @Slot(object)
    def _on_view_model_kept(self, _: object) -> None:
        self.open_requested.emit(Target(PageId.NAMES))
