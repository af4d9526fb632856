"""The left column: the photo, the lines below it, and what can be done with both."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from klasgenoot.domain.people import Student
from klasgenoot.ui.kit.buttons import Button, icon_button
from klasgenoot.ui.kit.faces import face_of
from klasgenoot.ui.kit.flow import flow
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import IconLabel, Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.tab_order import tab_in_order
from klasgenoot.ui.kit.toast import announce
from klasgenoot.ui.pages.student.detail_lines import DetailLines
from klasgenoot.ui.pages.student.edit_form import EditForm
from klasgenoot.ui.pages.student.hero import Hero
from klasgenoot.viewmodels.student import StudentViewModel

translate = QCoreApplication.translate

Deed = tuple[str, str, Callable[[], None]]


class PhotoSide(QWidget):
    """Photo and details of one student.

    Args:
        look: how everything looks.
        more: stands under the photo: the other photos.
        sound: stands below how the name is said.
        parent: the widget it is on.

    Signals:
        dropped: the paths of files that were dropped on the photo.
        file_requested: a photo is to be chosen from a file.
        more_requested: one more photo is to be chosen from files.
        crop_requested: the portrait is to be chosen.
        remove_photo_requested: take the photo away.
        remove_requested: take the student out of the class.
        access_requested: show all that is kept, to hand over.
        photo_asked: note what the student says of their photo.
        restrict_requested: keep the data without using it.
        view_requested: note what the student says about all of it.
        coach_requested: say who the study coach is.
        erase_requested: let the student go for good, also from the backups.
        saved: the student as they were changed.
    """

    dropped = Signal(object)
    file_requested = Signal()
    more_requested = Signal()
    crop_requested = Signal()
    remove_photo_requested = Signal()
    remove_requested = Signal()
    access_requested = Signal()
    photo_asked = Signal()
    restrict_requested = Signal()
    view_requested = Signal()
    coach_requested = Signal()
    erase_requested = Signal()
    saved = Signal(object)

    def __init__(
        self, look: Look, *, more: QWidget, sound: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._student: Student | None = None
        self._refuses = False
        self.hero = Hero(look)
        self.hero.dropped.connect(self._on_hero_dropped)
        self._sentence = Label(look, "", Text.SUPPORT, colour="brick_text")
        self._trouble = self._make_trouble()
        self._lines = DetailLines(look, sound=sound)
        self._form = EditForm(look)
        self._form.hide()
        self._form.save_requested.connect(self._on_form_save_requested)
        self._form.cancel_requested.connect(self._on_form_cancel_requested)
        self._edit = Button(look, translate("Student", "Edit"), size="small", icon="pencil")
        self._edit.setToolTip(translate("Student", "Edit (F2)"))
        self._edit.clicked.connect(self.edit)
        self._photo = Button(
            look, translate("Student", "Photo"), size="small", icon="image", after="chevron-down"
        )
        self._photo.clicked.connect(self._on_photo_clicked)
        self._more = icon_button(
            look, "ellipsis", translate("Student", "More"), kind="plain", size="small"
        )
        self._more.clicked.connect(self._on_more_clicked)
        self._buttons = QWidget()
        self._buttons.setLayout(flow(self._edit, self._photo, self._more))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.hero)
        column.addSpacing(12)
        column.addWidget(more)
        column.addSpacing(16)
        column.addWidget(self._trouble)
        column.addWidget(self._lines)
        column.addWidget(self._form)
        column.addSpacing(16)
        column.addWidget(self._buttons)

    def sizeHint(self) -> QSize:
        """As high as it is at the width it has: a grid takes the greater of this and that."""
        hint, width = super().sizeHint(), self.maximumWidth()
        if self.minimumWidth() != width:
            return hint
        return QSize(width, self.heightForWidth(width))

    @property
    def is_editing(self) -> bool:
        """Whether the lines are fields now."""
        return not self._form.isHidden()

    @property
    def edited(self) -> Student | None:
        """The student as they are in the fields; None when nobody is being edited."""
        return self._form.student

    def show_student(self, view_model: StudentViewModel) -> None:
        """Show the student of a view-model as they are now."""
        student = view_model.student
        if student is None:
            return
        self._student = student
        self._refuses = view_model.refuses_photo
        face = face_of(student)
        self.hero.show_face(
            face,
            name=student.full_name,
            busy=view_model.is_busy,
            words=_photo_words(view_model),
        )
        self._lines.say(
            view_model.details,
            level=view_model.level,
            level_words=view_model.level_words,
            note=student.note,
        )

    def end_edit(self) -> None:
        """Turn the fields into lines again."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self._form.isAncestorOf(focus)
        self._form.end()
        self._form.hide()
        self._lines.show()
        self._buttons.show()
        if had_focus:
            self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_trouble(self, sentence: str) -> None:
        """Say what could not be done; an empty text takes it back."""
        if self.is_editing:
            self._form.set_trouble(sentence)
            return
        self._sentence.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def _make_trouble(self) -> QWidget:
        trouble = QWidget()
        row = QHBoxLayout(trouble)
        row.setContentsMargins(0, 0, 0, 16)
        row.setSpacing(8)
        mark = IconLabel(self._look, "circle-alert", colour="brick_text")
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        trouble.hide()
        return trouble

    def _photo_deeds(self) -> list[Deed]:
        has_photo = self._student is not None and self._student.photo is not None
        choose = (
            translate("Student", "Change photo…")
            if has_photo
            else translate("Student", "Choose a photo…")
        )
        deeds: list[Deed] = [("upload", choose, self.file_requested.emit)]
        if self._refuses:
            deeds = []
        if has_photo:
            more = translate("Student", "Add a photo…")
            deeds += [
                ("plus", more, self.more_requested.emit),
                ("crop", translate("Student", "Choose the portrait…"), self.crop_requested.emit),
                (
                    "image-off",
                    translate("Student", "Take the photo away"),
                    self.remove_photo_requested.emit,
                ),
            ]
        asked = translate("Student", "What the student says of it…")
        return [*deeds, ("message-circle-question-mark", asked, self.photo_asked.emit)]

    def _pop_up(self, button: Button, deeds: list[Deed]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for icon, words, deed in deeds:
            action = menu.addAction(self._look.icons.icon(icon), words)
            action.triggered.connect(lambda _=False, deed=deed: deed())
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))

    @Slot()
    def edit(self) -> None:
        """Turns the lines into fields, with the keyboard in the first."""
        if self._student is not None and not self.is_editing:
            self.set_trouble("")
            self._lines.hide()
            self._buttons.hide()
            self._form.make()
            self._form.show()
            self._form.begin(self._student)
            tab_in_order(self)

    @Slot(object)
    def _on_hero_dropped(self, paths: object) -> None:
        self.set_trouble("")  # of what was tried before
        self.dropped.emit(paths)

    @Slot()
    def _on_photo_clicked(self) -> None:
        self._pop_up(self._photo, self._photo_deeds())

    @Slot()
    def _on_more_clicked(self) -> None:
        remove = translate("Student", "Remove from class")
        erase = translate("Student", "Erase for good…")
        self._pop_up(
            self._more,
            [
                ("file-text", translate("Student", "Access…"), self.access_requested.emit),
                ("quote", translate("Student", "Note what they say…"), self.view_requested.emit),
                ("handshake", translate("Student", "Study coach…"), self.coach_requested.emit),
                ("eye-off", translate("Student", "Restrict…"), self.restrict_requested.emit),
                ("user-x", remove, self.remove_requested.emit),
                ("trash-2", erase, self.erase_requested.emit),
            ],
        )

    @Slot()
    def _on_form_save_requested(self) -> None:
        self.saved.emit(self._form.student)

    @Slot()
    def _on_form_cancel_requested(self) -> None:
        self.end_edit()


def _photo_words(view_model: StudentViewModel) -> str:
    """What stands where a photo could be."""
    if view_model.refuses_photo:
        return translate("Student", "Rather no photo")
    return translate("Student", "Drag a photo onto this place")
