"""The page of one student: the face, what there is to know, what was there, what you promised."""

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from klasgenoot.domain.contact import ContactId
from klasgenoot.ui.kit.buttons import BACK_KEYS
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_panel import OnePanel
from klasgenoot.ui.kit.page import Page
from klasgenoot.ui.kit.tab_order import tab_in_order
from klasgenoot.ui.kit.ten_days_note import TenDaysNote
from klasgenoot.ui.pages.student.acts import deed_for
from klasgenoot.ui.pages.student.columns import BELOW_HEAD, StudentColumns, stacked
from klasgenoot.ui.pages.student.contact_editor import EditedContact
from klasgenoot.ui.pages.student.head import Head
from klasgenoot.ui.pages.student.helps import Coach, Helps, InCommon
from klasgenoot.ui.pages.student.more_photos import MorePhotos
from klasgenoot.ui.pages.student.name_part import NamePart
from klasgenoot.ui.pages.student.notes import Notes
from klasgenoot.ui.pages.student.opening import OpeningPart
from klasgenoot.ui.pages.student.photo_side import PhotoSide
from klasgenoot.ui.pages.student.photo_work import PhotoWork
from klasgenoot.ui.pages.student.photos_anywhere import PhotosAnywhere
from klasgenoot.ui.pages.student.promises import Promises
from klasgenoot.ui.pages.student.second_thoughts import GeneralViews
from klasgenoot.ui.pages.student.sound_row import SoundRow
from klasgenoot.ui.pages.student.timeline import Timeline
from klasgenoot.ui.pages.student.top_bar import NEXT_KEYS, PAGES, PREVIOUS_KEYS, TopBar
from klasgenoot.ui.pages.student.wishes import Wishes
from klasgenoot.viewmodels.student import StudentViewModel
from klasgenoot.viewmodels.target import PageId, Target

translate = QCoreApplication.translate

IN_SIGHT = 120
"""So much is seen around a contact that is pointed at."""
SIDE_GAP = 20
"""Between the parts at the side."""


class StudentPage(Page):
    """One student.

    Signals:
        open_requested: a Target.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, view_model: StudentViewModel) -> None:
        super().__init__(look)
        self._view_model = view_model
        self._came_from = PageId.STUDENTS
        self._panels = OnePanel(self)
        self._wishes = Wishes(look, view_model, panels=self._panels)
        self._notes = Notes(look, view_model, panels=self._panels)
        self._bar = TopBar(look)
        self._more = MorePhotos(look, view_model.photos)
        self._sound = SoundRow(look, view_model.recording)
        self._side = PhotoSide(look, more=self._more, sound=self._sound)
        self._photos = PhotoWork(
            look, view_model, side=self._side, more=self._more, panels=self._panels, page=self
        )
        self._head = Head(look)
        self._opening = OpeningPart(look)
        self._over = TenDaysNote(look, with_face=False)
        self._timeline = Timeline(look)
        self._promises = Promises(look)
        self._helps = Helps(look)
        self._in_common = InCommon(look)
        self._coach = Coach(look)
        self._views = GeneralViews(look)
        self._name_part = NamePart(look)
        self._beside = (
            *(self._promises, self._helps, self._in_common),
            *(self._coach, self._name_part, self._views),
        )
        self._columns = StudentColumns(
            look,
            photo=self._side,
            head=stacked(self._head, self._opening, self._over, gap=BELOW_HEAD),
            middle=stacked(self._timeline),
            side=stacked(*self._beside, gap=SIDE_GAP),
        )
        self.body.setSpacing(6)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._columns)
        self.body.addStretch(1)
        self.density_changed.connect(self._columns.set_density)
        self._connect()

    def arrive(self, target: Target) -> None:
        """Shows a student; who is not there (any more) leads back to the class."""
        self._side.end_edit()
        self._side.set_trouble("")
        self._timeline.close_editor()
        if target.contact is None:
            self._timeline.begin()
        self.scroll_area.verticalScrollBar().setValue(0)
        self._came_from = target.back if target.back in PAGES else PageId.STUDENTS
        self._bar.go_back_to(self._came_from)
        if target.student is not None:
            self._view_model.open(target.student)
        self._refresh()
        if deed := deed_for(target.act, self._promises, self._notes, self._wishes, self._side):
            deed()
        elif target.contact is not None and self._timeline.point_at(target.contact):
            QTimer.singleShot(0, self, self._bring_in_sight)  # once everything has its place
        elif not self._bar.has_step_focus:
            first = self._opening.spoken if self._view_model.opening else self._head.log
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Keeps what is being changed, closes the panel, and lets go of the microphone."""
        self._save_edit()
        self._view_model.recording.halt()
        self._panels.close()

    def place(self) -> dict[str, Any]:
        """The contact that is being mended."""
        return self._timeline.place()

    def take_place(self, said: dict[str, Any]) -> None:
        """Goes on mending it."""
        self._timeline.take_place(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:  # unless what the keyboard is on changes with it
            self._side.edit()
        else:
            super().keyPressEvent(event)

    def close_work(self) -> None:
        """Stops what runs beside the window."""
        self._view_model.close()

    def _connect(self) -> None:
        view_model = self._view_model
        self._bar.back_requested.connect(self._go_back)
        self._bar.step_requested.connect(self._step)
        self._head.log_requested.connect(self._on_log_requested)
        self._opening.spoken_requested.connect(view_model.log_talk)
        self._opening.question_requested.connect(view_model.another_question)
        self._opening.later_requested.connect(self._notes.ask_until_when)
        self._over.next_requested.connect(self._promises.ask_for_one)
        self._timeline.renewed.connect(self._tab_in_order)
        self._timeline.save_requested.connect(self._on_timeline_save_requested)
        self._timeline.remove_requested.connect(view_model.remove_contact)
        self._timeline.view_requested.connect(self._wishes.ask_view)
        self._wishes.view_added.connect(self._timeline.point_at)  # it was made anew meanwhile
        self._timeline.remove_view_requested.connect(view_model.remove_view)
        self._views.remove_view_requested.connect(view_model.remove_view)
        self._side.access_requested.connect(self._on_access_requested)
        self._side.photo_asked.connect(self._wishes.ask_about_photo)
        self._side.restrict_requested.connect(self._wishes.ask_to_restrict)
        self._side.view_requested.connect(self._wishes.ask_view)
        self._name_part.open_requested.connect(self.open_requested)
        self._connect_noted()
        self._photos.open_requested.connect(self.open_requested)
        PhotosAnywhere(self, self._side.hero)
        self._side.remove_requested.connect(view_model.remove)
        self._side.erase_requested.connect(self._on_erase_requested)
        self._side.saved.connect(self._save_edit)
        view_model.changed.connect(self._on_view_model_changed)
        view_model.failed.connect(self._on_view_model_failed)
        for keys, wish in (
            (BACK_KEYS, self._go_back),
            (PREVIOUS_KEYS, lambda: self._step(-1)),
            (NEXT_KEYS, lambda: self._step(1)),
            (QKeySequence.StandardKey.Paste, self._photos.paste),
        ):
            inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, context=inside).activated.connect(wish)

    def _connect_noted(self) -> None:
        notes, noted = self._notes, self._view_model.noted
        self._promises.kept.connect(noted.keep)
        self._promises.add_requested.connect(notes.ask_new_promise)
        self._promises.edit_requested.connect(notes.ask_promise)
        self._promises.remove_requested.connect(noted.remove_promise)
        self._timeline.reopen_requested.connect(noted.reopen_promise)
        self._helps.requested.connect(notes.ask_what_helps)
        self._in_common.requested.connect(notes.ask_in_common)
        self._coach.requested.connect(notes.ask_coach)
        self._side.coach_requested.connect(notes.ask_coach)
        self._coach.transfer_requested.connect(self._on_transfer_requested)

    def _refresh(self) -> None:
        """Show everything as it is now."""
        shown = self._view_model
        student = shown.student
        if student is None:
            self.open_requested.emit(Target(PageId.STUDENTS))
            return
        self.setAccessibleName(student.full_name)
        opening = shown.opening
        self._bar.say(*shown.place)
        self._side.show_student(shown)
        self._more.refresh()
        self._sound.refresh()
        self._head.say(
            student,
            reason=shown.reason,
            standing=shown.standing,
            weeks=shown.weeks,
            weeks_sentence=shown.weeks_sentence,
            log_first=opening is None,
        )
        self._opening.say(opening, after=self._head.log)
        self._over.show_rows(shown.ten_days_over)
        moments = shown.moments
        self._timeline.setVisible(opening is None or bool(moments))
        self._timeline.set_rows(shown.timeline, last_day=shown.today, moments=moments)
        self._refresh_side()
        self._name_part.say(shown.name_facts)
        self._views.set_views(shown.general_views, name=student.name)
        self._tab_in_order()
        self.show_filled()

    def _tab_in_order(self) -> None:
        """Let Tab go from left to right, also through what was just made."""
        middle = (self._head, self._opening, self._over, self._timeline)
        tab_in_order(self._bar, self._side, *middle, *self._beside)

    def _refresh_side(self) -> None:
        shown, student = self._view_model, self._view_model.student
        noted = shown.noted
        self._promises.set_promises(shown.promises)
        self._helps.say(noted.helps)
        name = student.name if student else ""
        self._in_common.say(noted.in_common, name=name, is_asked=noted.asks_in_common)
        coach = noted.coach
        self._coach.say(noted.coach_part, is_teacher=bool(coach and coach.is_teacher))

    def _save_edit(self) -> bool:
        """Stores what is in the fields; False when it could not be."""
        edited = self._side.edited
        if edited is None:
            return True
        if not self._view_model.save(edited):
            return False
        self._side.end_edit()
        return True

    def _bring_in_sight(self) -> None:
        """Scrolls to the contact that is pointed at."""
        there = self._timeline.focusWidget()
        if there is not None:
            self.scroll_area.ensureWidgetVisible(there, 0, IN_SIGHT)

    @Slot()
    def _go_back(self) -> None:
        self.open_requested.emit(Target(self._came_from))

    @Slot(int)
    def _step(self, step: int) -> None:
        beside = self._view_model.beside(step)
        if beside is not None:
            self.open_requested.emit(Target(PageId.STUDENT, student=beside))

    @Slot()
    def _on_view_model_changed(self) -> None:
        # a hidden page reads everything anew when it is opened
        if self.isVisible():
            self._refresh()

    @Slot(str)
    def _on_view_model_failed(self, sentence: str) -> None:
        if not (self._panels.set_trouble(sentence) or self._timeline.set_trouble(sentence)):
            self._side.set_trouble(sentence)

    @Slot()
    def _on_log_requested(self) -> None:
        student = self._view_model.student
        if student is not None:
            self.open_requested.emit(Target(PageId.LOG, student=student.id))

    @Slot()
    def _on_erase_requested(self) -> None:
        student = self._view_model.student
        if student is not None:
            self.open_requested.emit(Target(PageId.ERASING, student=student.id))

    @Slot()
    def _on_access_requested(self) -> None:
        student = self._view_model.student
        if student is not None:
            self.open_requested.emit(Target(PageId.ACCESS, student=student.id))

    @Slot()
    def _on_transfer_requested(self) -> None:
        student = self._view_model.student
        if student is not None:
            self.open_requested.emit(Target(PageId.TRANSFER, student=student.id))

    @Slot(object, object)
    def _on_timeline_save_requested(self, contact_id: ContactId, edited: EditedContact) -> None:
        if self._view_model.edit_contact(
            contact_id,
            happened_on=edited.happened_on,
            kind=edited.kind,
            text=edited.text,
            own_reminder=edited.own_reminder,
        ):
            self._timeline.close_editor()
