"""The page Faces from a class photo: choose a picture, a frame on each head, a name at each."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from klasgenoot.ui.kit.buttons import Button, icon_button
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.kit.trouble_line import TroubleLine
from klasgenoot.ui.pages.class_photo.guess_view import GuessView
from klasgenoot.ui.pages.class_photo.heads_view import HeadsView
from klasgenoot.ui.pages.class_photo.name_side import NameSide
from klasgenoot.ui.pages.class_photo.practice_side import PracticeSide
from klasgenoot.viewmodels.class_photo import ClassPhotoViewModel
from klasgenoot.viewmodels.class_photo_practice import GroupPractice, Way
from klasgenoot.viewmodels.photo_change import dropped_files
from klasgenoot.viewmodels.target import PageId, Target

translate = QCoreApplication.translate

SIDE = 300


class ClassPhotoPage(Page):
    """One picture of everybody becomes a photo of each.

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: ClassPhotoViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        self.setAcceptDrops(True)
        self._heads = HeadsView(look, view_model)
        self._side = NameSide(look, view_model)
        self._side.setFixedWidth(look.fonts.px(SIDE))
        self._heads.name_wanted.connect(self._side.begin)
        self._side.left.connect(self._focus_picture)
        self._trouble = TroubleLine(look)
        self._make_tools()
        self._practice = GroupPractice(self)
        self._guess = GuessView(look, view_model, self._practice)
        self._asking = PracticeSide(look, self._practice)
        self._asking.setFixedWidth(look.fonts.px(SIDE))
        self._work = self._beside(self._heads, self._side)
        self._practising = self._beside(self._guess, self._asking)
        self._practising.hide()
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._work, 1)
        self.body.addWidget(self._practising, 1)
        self._practice.changed.connect(self._on_practice_changed)
        for part in (self._guess, self._asking):
            part.ended.connect(self._on_practice_ended)
        view_model.changed.connect(self._on_view_model_changed)
        view_model.kept.connect(self._on_view_model_kept)

    def arrive(self, target: Target) -> None:
        """Begins with what was dropped, else where it was left."""
        if target.paths:
            self._view_model.read([path for path in target.paths if isinstance(path, Path)])
        self._refresh()
        if self._view_model.pictures:
            self._focus_picture()

    def leave(self) -> None:
        """What was read and not kept is dropped, unless somebody was named: that was work."""
        self._practice.end()
        if not self._view_model.named:
            self._view_model.start_over()

    def close_work(self) -> None:
        """Stops what runs, for when the window closes."""
        self._view_model.close_work()

    @classmethod
    def ask_file(cls, parent: QWidget, title: str) -> list[Path]:
        """Asks which picture; apart, so that a test can answer."""
        names, _ = QFileDialog.getOpenFileNames(parent, title)
        return [Path(name) for name in names]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._practising.isVisible():
            self._on_practice_ended()
        elif event.key() == Qt.Key.Key_Escape:
            self.open_requested.emit(Target(PageId.STUDENTS))
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self._view_model.read(paths)

    def _make_tools(self) -> None:
        look = self.look
        self._place = Label(look, "", Text.SUPPORT, colour="text_2", lines=1)
        self._previous = icon_button(
            look, "chevron-left", translate("ClassPhoto", "Previous picture")
        )
        self._previous.clicked.connect(lambda: self._view_model.show(self._view_model.place - 1))
        self._next = icon_button(look, "chevron-right", translate("ClassPhoto", "Next picture"))
        self._next.clicked.connect(lambda: self._view_model.show(self._view_model.place + 1))
        self._back = icon_button(look, "undo-2", translate("ClassPhoto", "Take back (Ctrl Z)"))
        self._back.clicked.connect(self._view_model.take_back)
        self._practise = Button(look, translate("ClassPhoto", "Practise in this picture"))
        self._practise.clicked.connect(self._on_practise_clicked)
        self._stop = Button(look, translate("ClassPhoto", "Cancel"))
        self._stop.clicked.connect(self._on_stop_clicked)
        self._keep = Button(look, "", kind="primary", icon="check")
        self._keep.clicked.connect(self._view_model.keep)
        for tool in (
            self._place,
            self._previous,
            self._next,
            self._back,
            self._practise,
            self._stop,
            self._keep,
        ):
            self.header.tools.addWidget(tool)

    def _refresh(self) -> None:
        shown = self._view_model
        has_picture = bool(shown.pictures)
        many = len(shown.pictures) > 1
        practises = has_picture and bool(self._practice.heads)
        self._work.setVisible(not practises)
        self._practising.setVisible(practises)
        for tool in (self._place, self._previous, self._next):
            tool.setVisible(many and not practises)
        for tool in (self._back, self._practise, self._stop, self._keep):
            tool.setVisible(has_picture and not practises)
        self._practise.setEnabled(self._practice.can_begin(shown.heads))
        self.set_title(
            translate("ClassPhoto", "Faces from a class photo"),
            translate("ClassPhoto", "The picture itself is not kept, only the faces.")
            if has_picture
            else "",
        )
        if not has_picture:
            self._show_begin()
            return
        self.show_filled()
        self._trouble.say(shown.trouble)
        place = translate("ClassPhoto", "{place} of {total}")
        self._place.setText(place.format(place=shown.place + 1, total=len(shown.pictures)))
        self._previous.setEnabled(shown.place > 0)
        self._next.setEnabled(shown.place + 1 < len(shown.pictures))
        self._back.setEnabled(shown.can_take_back)
        self._keep.setText(translate("ClassPhoto", "Keep %n photo(s)", None, shown.to_keep))
        self._keep.setEnabled(bool(shown.to_keep) and not shown.is_cutting)
        self._keep.updateGeometry()
        self._heads.show_heads()
        self._guess.show_heads()
        self._side.show_names()

    def _show_begin(self) -> None:
        """Asks for a picture, says that it is being read, or why it cannot be."""
        shown = self._view_model
        if shown.is_reading:
            stop = Button(self.look, translate("ClassPhoto", "Stop"))
            stop.clicked.connect(shown.start_over)
            self.show_busy(translate("ClassPhoto", "Reading the picture…"), stop)
            return
        choose = Button(
            self.look,
            translate("ClassPhoto", "Choose a picture…"),
            kind="primary",
            icon="scan-face",
        )
        choose.clicked.connect(self._on_choose_clicked)
        stop = Button(self.look, translate("ClassPhoto", "Cancel"))
        stop.clicked.connect(self._on_stop_clicked)
        if shown.trouble:
            self.show_failed(shown.trouble, choose, stop)
        else:
            self.show_empty(
                translate("ClassPhoto", "Drop a class photo here, or a scanned photo list."),
                choose,
                stop,
                detail=translate(
                    "ClassPhoto",
                    "You put a frame on each head and say who it is; each student gets their own"
                    " photo.",
                ),
            )
        choose.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _beside(picture: QWidget, side: QWidget) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(picture, 1)
        row.addWidget(side)
        return box

    @Slot()
    def _on_practise_clicked(self) -> None:
        shown = self._view_model
        self._practice.begin(shown.heads, seed=shown.pictures[shown.place].width)

    @Slot()
    def _on_practice_changed(self) -> None:
        """Puts the keyboard where the question is answered."""
        question = self._practice.question
        if question is not None and question.way is Way.NAME:
            self._view_model.choose(question.place)
        self._refresh()
        self._asking.show_question()
        if question is not None and question.way is Way.NAME:
            self._asking.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._practice.heads and question is None:
            self._asking.done.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._practice.heads:
            self._guess.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_practice_ended(self) -> None:
        self._practice.end()
        self._refresh()
        self._focus_picture()

    @Slot()
    def _focus_picture(self) -> None:
        self._heads.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_choose_clicked(self) -> None:
        paths = self.ask_file(self, translate("ClassPhoto", "Choose a class photo"))
        if paths:
            self._view_model.read(paths)

    @Slot()
    def _on_stop_clicked(self) -> None:
        self._view_model.start_over()
        self.open_requested.emit(Target(PageId.STUDENTS))

    @Slot()
    def _on_view_model_changed(self) -> None:
        if self._practice.heads and self._view_model.heads != self._practice.heads:
            self._practice.end()  # somebody went, or the picture did
        if self.isVisible():
            had_picture = self._heads.isVisible() or self._guess.isVisible()
            self._refresh()
            if self._heads.isVisible() and not had_picture:
                self._focus_picture()

    @Slot(int)
    def _on_view_model_kept(self, _: int) -> None:
        self.open_requested.emit(Target(PageId.STUDENTS))
