"""The page Crop all photos: each photo with its frame; Enter keeps it and shows the next."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klasgenoot.domain.people import PhotoId
from klasgenoot.ui.kit.buttons import Button, icon_button
from klasgenoot.ui.kit.crop import CropView
from klasgenoot.ui.kit.enter import ENTER
from klasgenoot.ui.kit.faces import Face
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.kit.portrait import Portrait
from klasgenoot.ui.kit.toast import announce
from klasgenoot.ui.kit.trouble_line import TroubleLine
from klasgenoot.viewmodels.crops import CropsViewModel
from klasgenoot.viewmodels.target import PageId, Target

translate = QCoreApplication.translate

SIDE, TALLEST = 260, 620
PORTRAIT = QSize(180, 225)


class CropsPage(Page):
    """Is the face where it should be?

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: CropsViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        self._shown: PhotoId | None = None
        self.view = CropView(look, name="")
        self.view.setAccessibleDescription(
            translate("Crops", "Arrows move the frame, plus and minus scale it, Enter keeps it")
        )
        self.view.setMaximumHeight(look.fonts.px(TALLEST))
        self.view.changed.connect(self._show_portrait)
        self._make_tools()
        self._trouble = TroubleLine(look)
        row = QHBoxLayout()
        row.setSpacing(32)
        photo = QVBoxLayout()
        photo.addWidget(self.view, 1000)
        photo.addStretch(1)
        row.addLayout(photo, 1)
        row.addWidget(self._make_side())
        self.body.addWidget(self._trouble)
        self.body.addLayout(row, 1)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, step in (("PgDown", 1), ("PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self, context=inside)
            shortcut.activated.connect(lambda by=step: view_model.go(by))
        view_model.changed.connect(self._on_view_model_changed)

    def arrive(self, target: Target) -> None:
        """Begins at the first, or at the student of the target."""
        self._view_model.begin()
        if target.student is not None:
            self._view_model.show(target.student)
        self._shown = None
        self._refresh()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._done()
        elif key in ENTER:
            self._keep()
        else:
            super().keyPressEvent(event)

    def _make_tools(self) -> None:
        look = self.look
        self._place = Label(look, "", Text.SUPPORT, colour="text_2", lines=1)
        self._previous = icon_button(look, "chevron-left", translate("Crops", "Previous (Page Up)"))
        self._previous.clicked.connect(lambda: self._view_model.go(-1))
        self._next = icon_button(look, "chevron-right", translate("Crops", "Next (Page Down)"))
        self._next.clicked.connect(lambda: self._view_model.go(1))
        done = Button(look, translate("Crops", "Done"), keys="Esc")
        done.clicked.connect(self._done)
        for tool in (self._place, self._previous, self._next, done):
            self.header.tools.addWidget(tool)

    def _make_side(self) -> QWidget:
        look = self.look
        side = QWidget()
        side.setFixedWidth(look.fonts.px(SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._portrait = Portrait(look, Face(None, None, ""), name="", size=PORTRAIT)
        self._name = Label(look, "", Text.SECTION)
        self._keep_button = Button(
            look, translate("Crops", "Keep and next"), kind="primary", keys="↵"
        )
        self._keep_button.clicked.connect(self._keep)
        reset = Button(look, translate("Crops", "The usual portrait"), kind="ghost")
        reset.clicked.connect(self.view.reset)
        keys = translate(
            "Crops",
            "Drag the frame, or move it with the arrows. Plus, minus and the wheel make it larger"
            " or smaller. The photo itself stays whole.",
        )
        column.addWidget(self._portrait)
        column.addWidget(self._name)
        column.addLayout(flow(self._keep_button, reset))
        column.addWidget(Label(look, keys, Text.SUPPORT, colour="text_2"))
        column.addStretch(1)
        return side

    def _refresh(self) -> None:
        shown = self._view_model
        student = shown.student
        title = translate("Crops", "Crop all photos")
        has_photos = student is not None
        for tool in (self._place, self._previous, self._next):
            tool.setVisible(has_photos)
        self.set_title(title, "")
        if student is None:
            back = Button(self.look, translate("Crops", "To the students"), kind="primary")
            back.clicked.connect(self._done)
            self.show_empty(translate("Crops", "Nobody in this class has a photo yet."), back)
            back.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.show_filled()
        self._trouble.say(shown.trouble)
        total = len(shown.students)
        place = translate("Crops", "{place} of {total}")
        self._place.setText(place.format(place=shown.place + 1, total=total))
        self._previous.setEnabled(shown.place > 0)
        self._next.setEnabled(not shown.is_last)
        self._name.setText(student.full_name)
        self._keep_button.setText(
            translate("Crops", "Keep and done")
            if shown.is_last
            else translate("Crops", "Keep and next")
        )
        self._keep_button.updateGeometry()
        self.view.setAccessibleName(
            translate("Crops", "Photo of {name}").format(name=student.full_name)
        )
        self.view.show_photo(shown.photo, student.crop)
        self._show_portrait()
        if student.photo != self._shown:
            self._shown = student.photo
            announce(self, student.full_name)

    @Slot()
    def _show_portrait(self) -> None:
        """Shows the portrait as it would be everywhere else."""
        student = self._view_model.student
        if student is not None:
            face = Face(student.photo, self.view.crop, student.initials)
            self._portrait.set_face(face, name=student.full_name)

    @Slot()
    def _keep(self) -> None:
        crop = self.view.crop
        if crop is None or not self._view_model.keep(crop):
            self._done()

    @Slot()
    def _done(self) -> None:
        self.open_requested.emit(Target(PageId.STUDENTS))

    @Slot()
    def _on_view_model_changed(self) -> None:
        if self.isVisible():
            self._refresh()
