"""The page of one student: who they are, what was there between you, and what you promised."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from klasgenoot.domain.attention import Reason
from klasgenoot.domain.contact import ContactId, ContactKind
from klasgenoot.domain.lots import lot
from klasgenoot.domain.memory import Level
from klasgenoot.domain.people import Crop, Student, StudentId
from klasgenoot.domain.rights import OwnView, PhotoAnswer, PhotoPermission, ViewId
from klasgenoot.operations.contacts import (
    ContactDraft,
    edit_contact,
    log_contact,
    remove_contact,
)
from klasgenoot.operations.rights import add_view, remove_view, restrict, tell_photo
from klasgenoot.operations.students import (
    crop_photo,
    edit_student,
    remove_students,
)
from klasgenoot.store import photo_permissions, photos, second_thoughts, students
from klasgenoot.viewmodels.doing import Doing
from klasgenoot.viewmodels.photo_change import PhotoChange, Source
from klasgenoot.viewmodels.recording import RecordingViewModel
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.student_details import Detail, details, known_words
from klasgenoot.viewmodels.student_facts import (
    WATCHED,
    Facts,
    Opening,
    PromiseRow,
    facts_of,
    opening,
    promise_rows,
)
from klasgenoot.viewmodels.student_moments import Moment, moments
from klasgenoot.viewmodels.student_name import NameFacts, name_facts
from klasgenoot.viewmodels.student_noted import StudentNoted
from klasgenoot.viewmodels.student_order import student_order
from klasgenoot.viewmodels.student_photos import StudentPhotos
from klasgenoot.viewmodels.student_timeline import (
    TimelineRow,
    WeekRow,
    timeline,
    weeks,
    weeks_sentence,
)
from klasgenoot.viewmodels.ten_days_over import TenDaysOver, ten_days_over
from klasgenoot.viewmodels.turn_deeds import TurnDeeds
from klasgenoot.viewmodels.turn_words import standing


class StudentViewModel(QObject):
    """One student of the current class.

    Attributes:
        photos: all but the main photo.
        noted: their own words, what you share, the coach, what you promised.
        turn_deeds: what can be set of their turn.
        recording: how the name sounds.

    Signals:
        changed: the student, or what is known about them, changed.
        failed: a sentence on what could not be done.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._do = Doing(session, say=self.failed.emit)
        self._student_id = StudentId(0)
        self._known: Facts | None = None
        self._is_stale = False
        self._question = 0
        self._photos = PhotoChange(session, self)
        self._photos.changed.connect(self.changed)
        self._photos.failed.connect(self.failed)
        self.photos = StudentPhotos(session, self._photos, self)
        self.photos.failed.connect(self.failed)
        self.noted = StudentNoted(session, self)
        self.noted.failed.connect(self.failed)
        self.turn_deeds = TurnDeeds(session, self)
        self.recording = RecordingViewModel(session, self)
        self.recording.failed.connect(self.failed)
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self._on_class_changed)

    def open(self, student_id: StudentId) -> None:
        """Shows a student; of another class, that class becomes the current one."""
        self._student_id = student_id
        week = self.today.isocalendar()
        self._question = lot(student_id, week.year, week.week)  # as Today and Check-ins ask it
        self.photos.open(student_id)
        self.noted.open(student_id)
        self.recording.open(student_id)
        classes = students.classes_of(self._session.vault, student_id)
        current = self._session.current_class
        if classes and (current is None or current.id not in classes):
            self._session.choose_class(classes[0])
        self._is_stale = True

    @property
    def student(self) -> Student | None:
        """Who is shown; None when they are not in the class (any more)."""
        known = self._freshen()
        return known.student if known else None

    @property
    def name_facts(self) -> NameFacts | None:
        """How well the name is known, and who the student is taken for."""
        known = self._freshen()
        people = {student.id: student for student in known.everyone} if known else {}
        return name_facts(self._session, self._student_id, people=people)

    @property
    def place(self) -> tuple[int, int]:
        """Which one of how many this is, in the order of the list it was opened from."""
        order = self._order()
        return order.index(self._student_id) + 1 if self._student_id in order else 0, len(order)

    def beside(self, step: int) -> StudentId | None:
        """The next (1) or previous (-1) student; None at the end."""
        order = self._order()
        if self._student_id not in order:
            return None
        there = order.index(self._student_id) + step
        return order[there] if 0 <= there < len(order) else None

    @property
    def reason(self) -> Reason:
        """Why it is their turn, or that it is not."""
        known = self._freshen()
        return known.turn.reason if known else Reason.ON_SCHEDULE

    @property
    def standing(self) -> str:
        """When they were last seen, in one line."""
        known = self._freshen()
        if known is None:
            return ""
        return standing(
            known.turn,
            next(iter(known.contacts), None),
            today=self._session.today(),
            is_known=known.level is Level.KNOWN,
        )

    @property
    def level(self) -> Level:
        """How well the name is known."""
        known = self._freshen()
        return known.level if known else Level.NEW

    @property
    def level_words(self) -> str:
        """How well the name is known, in words: "known since 30 August"."""
        known = self._freshen()
        if known is None:
            return ""
        return known_words(self._session.vault, known.student.id, level=known.level)

    @property
    def details(self) -> tuple[Detail, ...]:
        """What there is to know, a line each."""
        known = self._freshen()
        if known is None:
            return ()
        return (*details(known.student, classmates=known.everyone), *self.noted.details)

    @property
    def weeks(self) -> tuple[WeekRow, ...]:
        """Contact week by week."""
        known = self._freshen()
        if known is None:
            return ()
        today, since = self._session.today(), known.school_class.first_lesson
        return weeks(known.contacts, today=today, since=since, free=known.lesson_free)

    @property
    def weeks_sentence(self) -> str:
        """Contact week by week, in words."""
        return weeks_sentence(self.weeks)

    @property
    def timeline(self) -> tuple[TimelineRow, ...]:
        """The contacts, newest first."""
        known = self._freshen()
        if known is None:
            return ()
        return timeline(
            self._session.vault, known.student, known.contacts, classmates=known.everyone
        )

    @property
    def moments(self) -> tuple[Moment, ...]:
        """What else was there, newest first; without contacts only what stands alone."""
        known = self._freshen()
        if known is None:
            return ()
        vault, school_class = self._session.vault, known.school_class
        found = moments(vault, known.student.id, school_class=school_class)
        return tuple(each for each in found if known.contacts or each.stands_alone)

    @property
    def promises(self) -> tuple[PromiseRow, ...]:
        """What is still to be kept, oldest date first; then what to ask the study coach."""
        known = self._freshen()
        if known is None:
            return ()
        rows = promise_rows(known.promises, today=self.today)
        return (*rows, *self.noted.returns)

    @property
    def opening(self) -> Opening | None:
        """How to begin with a student with whom there was no contact; None when there was."""
        known = self._freshen()
        if known is None or known.contacts:
            return None
        return opening(known, question=self._question, today=self.today)

    @property
    def ten_days_over(self) -> tuple[TenDaysOver, ...]:
        """Ten days with them that are complete, as long as nothing came after; else nothing."""
        return ten_days_over(self._session, only=self._student_id)

    @property
    def is_busy(self) -> bool:
        """Whether another photo is on its way."""
        return self._student_id in self._photos.busy

    @property
    def today(self) -> date:
        """The last day a contact can have."""
        return self._session.today()

    def photo_bytes(self) -> bytes:
        """The whole photo, for choosing a part of it; empty without one."""
        student = self.student
        if student is None or student.photo is None:
            return b""
        return photos.photo_bytes(self._session.vault, student.photo, large=True) or b""

    def another_question(self) -> None:
        """Offers the next question to begin with."""
        self._question += 1
        self.changed.emit()

    def log_talk(self) -> None:
        """Says that you spoke today."""
        draft = ContactDraft(
            student_ids=(self._student_id,), happened_on=self.today, kind=ContactKind.TALK
        )
        self._do(log_contact, drafts=[draft])

    def save(self, changed: Student) -> bool:
        """Stores what was changed about the student, if anything was."""
        return changed == self.student or self._do(edit_student, changed=changed)

    def edit_contact(
        self,
        contact_id: ContactId,
        *,
        happened_on: date,
        kind: ContactKind,
        text: str,
        own_reminder: bool = False,
    ) -> bool:
        """Mends a contact."""
        return self._do(
            edit_contact,
            contact_id=contact_id,
            happened_on=happened_on,
            kind=kind,
            text=text,
            own_reminder=own_reminder,
            on=self.today,
        )

    def remove_contact(self, contact_id: ContactId) -> None:
        """Removes a contact; undo brings it back."""
        self._do(remove_contact, contact_id=contact_id)

    def set_photo(self, source: Source) -> None:
        """Makes the photo in a file, or a pasted one, the student's main photo."""
        self._photos.take(self._student_id, source)

    def set_photos(self, sources: Sequence[Source]) -> None:
        """Makes the first the main photo; the others come beside it."""
        self._photos.take_all(self._student_id, sources)

    def crop_photo(self, crop: Crop) -> None:
        """Chooses which part of the photo is the portrait."""
        self._do(crop_photo, student_id=self._student_id, crop=crop)

    def remove(self) -> None:
        """Takes the student out of the class; undo brings them back with all that was kept."""
        known = self._freshen()
        if known is not None:
            self._do(
                remove_students, class_id=known.school_class.id, student_ids=[self._student_id]
            )

    @property
    def photo_told(self) -> tuple[PhotoPermission, ...]:
        """What the student said of their photo, the last answer last."""
        return photo_permissions.told_by(self._session.vault, self._student_id)

    @property
    def refuses_photo(self) -> bool:
        """Whether the student would rather have no photo."""
        told = self.photo_told
        return bool(told) and told[-1].answer is PhotoAnswer.NO

    @property
    def general_views(self) -> tuple[OwnView, ...]:
        """What the student says about all of it."""
        views = second_thoughts.views_of(self._session.vault, self._student_id)
        return tuple(view for view in views if view.contact_id is None)

    def tell_photo(self, answer: PhotoAnswer, *, on: date, told_by: str) -> bool:
        """Notes what the student said of their photo."""
        return self._do(
            tell_photo, student_id=self._student_id, answer=answer, on=on, told_by=told_by
        )

    def restrict(self, reason: str) -> bool:
        """Keeps the data of the student without using it; Settings shows who, and lifts it."""
        return self._do(restrict, student_id=self._student_id, on=self.today, reason=reason)

    def add_view(self, text: str, *, contact_id: ContactId | None) -> bool:
        """Puts what the student says beside a contact, or beside all of it."""
        return self._do(
            add_view, student_id=self._student_id, on=self.today, text=text, contact_id=contact_id
        )

    def remove_view(self, view_id: ViewId) -> None:
        """Takes a view away; undo brings it back."""
        self._do(remove_view, view_id=view_id)

    def close(self) -> None:
        """Stops what runs beside the window."""
        self._photos.close()
        self.recording.close()

    def _order(self) -> Sequence[StudentId]:
        """The students to go through: the list this one was opened from, else the whole class."""
        known = self._freshen()
        everyone = [student.id for student in known.everyone] if known else []
        here = frozenset(everyone)
        kept = [who for who in student_order(self._session).ids if who in here]
        return kept if self._student_id in kept else everyone

    def _freshen(self) -> Facts | None:
        """Reads everything anew if anything changed since."""
        if self._is_stale:
            self._is_stale = False
            self._known = facts_of(self._session, self._student_id)
        return self._known

    def _change(self) -> None:
        self._is_stale = True
        self.changed.emit()

    @Slot(frozenset)
    def _on_session_changed(self, tables: frozenset[str]) -> None:
        if tables & WATCHED:
            self._change()

    @Slot()
    def _on_class_changed(self) -> None:
        self._change()
