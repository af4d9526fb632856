"""The page of one student: who they are, what was there between you, and what you promised."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.attention import Reason, Unseen, unseen
from klasgenoot.domain.contact import Contact, ContactId, ContactKind, Promise, PromiseId
from klasgenoot.domain.errors import Trouble
from klasgenoot.domain.memory import Direction, Level, level
from klasgenoot.domain.people import Crop, SchoolClass, Student, StudentId
from klasgenoot.operations.contacts import (
    ContactDraft,
    edit_contact,
    keep_promise,
    log_contact,
    remove_contact,
)
from klasgenoot.operations.desk import Operation
from klasgenoot.operations.students import (
    crop_photo,
    edit_student,
    remove_students,
    set_photo,
)
from klasgenoot.store import contacts, memories, photos, students
from klasgenoot.viewmodels.opening_questions import opening_question
from klasgenoot.viewmodels.photo_change import PhotoChange
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.student_details import Detail, details, known_words
from klasgenoot.viewmodels.student_order import student_order
from klasgenoot.viewmodels.student_timeline import (
    TimelineRow,
    WeekRow,
    timeline,
    weeks,
    weeks_sentence,
)
from klasgenoot.viewmodels.troubles import trouble_words
from klasgenoot.viewmodels.turn_words import due_words, standing

P = ParamSpec("P")
T = TypeVar("T")

translate = QCoreApplication.translate

WATCHED = frozenset(
    {
        "students",
        "enrolments",
        "school_classes",
        "contacts",
        "contact_students",
        "promises",
        "memories",
        "answers",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRow:
    """Something promised to the student, and by when, in words."""

    promise: Promise
    text: str
    due: str
    is_passed: bool

    @property
    def id(self) -> PromiseId:
        """The promise's id."""
        return self.promise.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What stands in place of a timeline as long as there is none."""

    heading: str
    advice: str
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What was read from the vault about the student and their class."""

    school_class: SchoolClass
    student: Student
    everyone: tuple[StudentId, ...]
    turn: Unseen
    level: Level
    contacts: tuple[Contact, ...]
    promises: tuple[Promise, ...]


class StudentViewModel(QObject):
    """One student of the current class.

    Signals:
        changed: the student, or what is known about them, changed.
        failed: a sentence on what could not be done.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._student_id = StudentId(0)
        self._known: _Known | None = None
        self._is_stale = False
        self._question = 0
        self._photos = PhotoChange(session, self)
        self._photos.changed.connect(self.changed)
        self._photos.failed.connect(self.failed)
        session.changed.connect(self._on_session_changed)
        session.class_changed.connect(self._on_class_changed)

    def open(self, student_id: StudentId) -> None:
        """Shows a student; of another class, that class becomes the current one."""
        self._student_id = student_id
        self._question = student_id
        classes = students.classes_of(self._session.vault, student_id)
        current = self._session.current_class
        if classes and (current is None or current.id not in classes):
            self._session.choose_class(classes[0])
        self._change()

    @property
    def student(self) -> Student | None:
        """Who is shown; None when they are not in the class (any more)."""
        known = self._freshen()
        return known.student if known else None

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
            target_days=self._session.settings.target_days,
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
        return details(known.student) if known else ()

    @property
    def weeks(self) -> tuple[WeekRow, ...]:
        """Contact week by week."""
        known = self._freshen()
        if known is None:
            return ()
        today, since = self._session.today(), known.school_class.first_lesson
        return weeks(known.contacts, today=today, since=since)

    @property
    def weeks_sentence(self) -> str:
        """Contact week by week, in words."""
        return weeks_sentence(self.weeks)

    @property
    def timeline(self) -> tuple[TimelineRow, ...]:
        """The contacts, newest first."""
        known = self._freshen()
        return timeline(self._session.vault, known.student, known.contacts) if known else ()

    @property
    def promises(self) -> tuple[PromiseRow, ...]:
        """What is still to be kept, oldest date first."""
        known = self._freshen()
        today = self._session.today()
        return tuple(
            PromiseRow(
                promise=promise,
                text=promise.text or translate("Student", "Come back to this"),
                due=due_words(promise, today=today),
                is_passed=promise.due_on < today,
            )
            for promise in (known.promises if known else ())
        )

    @property
    def opening(self) -> Opening | None:
        """How to begin with a student with whom there was no contact; None when there was."""
        known = self._freshen()
        if known is None or known.contacts:
            return None
        name = known.student.name
        advice = translate(
            "Student", "Drop by today. Two minutes is enough, and it need not be about school."
        )
        if known.level is Level.KNOWN:
            recognised = translate("Student", "You know {name} by face and name.")
            advice = f"{recognised.format(name=name)} {advice}"
        return Opening(
            heading=self._no_contact_words(known),
            advice=advice,
            question=opening_question(self._question),
        )

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
        self, contact_id: ContactId, *, happened_on: date, kind: ContactKind, text: str
    ) -> bool:
        """Mends a contact."""
        return self._do(
            edit_contact, contact_id=contact_id, happened_on=happened_on, kind=kind, text=text
        )

    def remove_contact(self, contact_id: ContactId) -> None:
        """Removes a contact; undo brings it back."""
        self._do(remove_contact, contact_id=contact_id)

    def keep_promise(self, promise_id: PromiseId) -> None:
        """Says that a promise was kept today."""
        self._do(keep_promise, promise_id=promise_id, on=self.today)

    def set_photo(self, path: Path) -> None:
        """Makes the photo in a file the student's photo."""
        self._photos.take(self._student_id, path)

    def remove_photo(self) -> None:
        """Takes the photo away; undo brings it back."""
        self._do(set_photo, student_id=self._student_id, photo=None, crop=None)

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

    def close(self) -> None:
        """Stops what runs beside the window."""
        self._photos.close()

    def _do(self, deed: Operation[P, T], /, *args: P.args, **kwargs: P.kwargs) -> bool:
        """Does a deed; tells in `failed` why it could not."""
        try:
            self._session.do(deed, *args, **kwargs)
        except Trouble as trouble:
            self.failed.emit(trouble_words(trouble))
            return False
        return True

    def _order(self) -> Sequence[StudentId]:
        """The students to go through: the list this one was opened from, else the whole class."""
        known = self._freshen()
        here = frozenset(known.everyone) if known else frozenset()
        kept = [who for who in student_order(self._session).ids if who in here]
        if self._student_id in kept or known is None:
            return kept
        return known.everyone

    def _no_contact_words(self, known: _Known) -> str:
        first = known.school_class.first_lesson
        if first is None or first > self._session.today():
            return translate("Student", "No contact yet")
        return translate("Student", "No contact yet in %n teaching week(s)", None, len(self.weeks))

    def _freshen(self) -> _Known | None:
        """Reads everything anew if anything changed since."""
        if self._is_stale:
            self._is_stale = False
            self._known = self._read()
        return self._known

    def _read(self) -> _Known | None:
        session, who = self._session, self._student_id
        school_class, vault = session.current_class, session.vault
        if school_class is None:
            return None
        everyone = students.all_students(vault, class_id=school_class.id)
        student = next((one for one in everyone if one.id == who), None)
        if student is None:
            return None
        those = contacts.contacts_of(vault, who)
        promises = contacts.open_promises(vault, student_id=who)
        (turn,) = unseen(
            (who,),
            last_seen={who: those[0].happened_on} if those else {},
            promises=promises,
            today=session.today(),
            target_days=session.settings.target_days,
            since=school_class.first_lesson,
        )
        memory = memories.memory(vault, who, direction=Direction.FACE_TO_NAME)
        return _Known(
            school_class=school_class,
            student=student,
            everyone=tuple(one.id for one in everyone),
            turn=turn,
            level=level(memory, at=session.now()),
            contacts=those,
            promises=promises,
        )

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
