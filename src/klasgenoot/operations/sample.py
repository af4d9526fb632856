"""The sample class: drawn, and put into a vault of its own."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, tzinfo

from klasgenoot.domain.answering import Outcome
from klasgenoot.domain.calendar import LessonSlot, SlotId
from klasgenoot.domain.deeds import Deed
from klasgenoot.domain.errors import Cancelled
from klasgenoot.domain.groups import GroupNote, NoteId
from klasgenoot.domain.lots import lot
from klasgenoot.domain.memory import Direction, Rating
from klasgenoot.domain.own_words import OwnWords
from klasgenoot.domain.people import ClassId, SchoolClass, Student, StudentId
from klasgenoot.domain.sample import SampleAnswer, SampleTerm
from klasgenoot.domain.sample_class import CLASS_NAME, STUDENTS, SampleStudent
from klasgenoot.domain.seating import Room, Seating
from klasgenoot.domain.study_coach import StudyCoach
from klasgenoot.domain.verdict import Verdict
from klasgenoot.exchange.drawing import draw_face
from klasgenoot.exchange.photos import Picture, read_photo
from klasgenoot.operations.desk import deed
from klasgenoot.operations.import_class import Arrival, import_class
from klasgenoot.operations.practice import answer_card
from klasgenoot.store import (
    calendar,
    contacts,
    group_notes,
    memories,
    own_words,
    school_classes,
    seating,
    students,
    study_coaches,
)
from klasgenoot.store.database import Vault

PRACTICE_HOUR = time(8, 30)
"""When the teacher of the sample class practises names."""
LESSON_HOURS = time(10, 15), time(12)
"""When they teach it."""
ROOM = Room(name="3.14", rows=4, columns=7, aisles=(2, 5))
"""Where they teach it."""


def draw_sample(
    *,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Picture, ...]:
    """Draws the portraits of the sample class, in the order of its students.

    Raises:
        Cancelled: `is_cancelled` said so between two portraits.
    """
    pictures = []
    for place, student in enumerate(STUDENTS):
        if is_cancelled():
            raise Cancelled
        on_progress(place, len(STUDENTS))
        pictures.append(read_photo(draw_face(student.face), source=student.key))
    return tuple(pictures)


@deed(Deed.FILL_SAMPLE)
def fill_sample(
    vault: Vault, *, term: SampleTerm, pictures: Sequence[Picture], zone: tzinfo | None
) -> ClassId:
    """Puts the sample class with its term into an empty vault.

    Args:
        pictures: the portraits, in the order of the students.
        zone: the time zone of the moments at which names were practised.
    """
    arrivals = [
        Arrival(
            student=_student(sample, term.pronunciations[place], term.notes[place]),
            picture=pictures[place],
        )
        for place, sample in enumerate(STUDENTS)
    ]
    class_id = import_class.run(
        vault, arrivals=arrivals, joined=term.first_lesson, class_name=CLASS_NAME
    ).class_id
    school_classes.save_class(
        vault, SchoolClass(id=class_id, name=CLASS_NAME, first_lesson=term.first_lesson)
    )
    numbers = {
        student.student_number: student.id
        for student in students.all_students(vault, class_id=class_id)
    }
    ids = tuple(numbers[sample.student_number] for sample in STUDENTS)
    for student_id, joined in zip(ids, term.joined, strict=True):
        students.set_joined(vault, class_id=class_id, student_id=student_id, joined=joined)
    _fill_lessons(vault, term, class_id)
    _fill_room(vault, term, class_id, ids)
    _fill_contacts(vault, term, ids)
    _fill_notes(vault, term, class_id)
    _fill_beside(vault, term, ids)
    for answer in term.answers:
        _fill_answer(vault, answer, ids, zone=zone)
    return class_id


def _student(sample: SampleStudent, pronunciation: str, note: str) -> Student:
    return Student(
        id=StudentId(0),
        given_name=sample.given_name,
        infix=sample.infix,
        family_name=sample.family_name,
        call_name=sample.call_name,
        student_number=sample.student_number,
        email=sample.email,
        pronunciation=pronunciation,
        note=note,
    )


def _fill_lessons(vault: Vault, term: SampleTerm, class_id: ClassId) -> None:
    """The lesson that came back each week, and goes on as long again."""
    first, last = term.lessons[0], term.lessons[-1]
    slot = LessonSlot(
        id=SlotId(0),
        class_id=class_id,
        weekday=first.weekday(),
        starts=LESSON_HOURS[0],
        ends=LESSON_HOURS[1],
        first_on=first,
        last_on=last + (last - first),
    )
    calendar.add_slot(vault, slot)


def _fill_room(vault: Vault, term: SampleTerm, class_id: ClassId, ids: Sequence[StudentId]) -> None:
    """Who sits where, drawn by lot; who came later has no seat yet."""
    there = [place for place, joined in enumerate(term.joined) if joined <= term.first_lesson]
    drawn = sorted(there, key=lot)
    seats = Seating(room=ROOM).filled(ids[place] for place in drawn).seats
    seating.add_room(vault, class_id=class_id, room=ROOM)
    seating.take_seats(vault, class_id=class_id, seats=seats)


def _fill_contacts(vault: Vault, term: SampleTerm, ids: Sequence[StudentId]) -> None:
    for contact in term.contacts:
        contacts.add_contact(
            vault,
            happened_on=contact.happened_on,
            kind=contact.kind,
            text=contact.text,
            student_ids=[ids[place] for place in contact.students],
            private={},
        )
    for promise in term.promises:
        promise_id = contacts.add_promise(
            vault,
            student_id=ids[promise.student],
            text=promise.text,
            due_on=promise.due_on,
            contact_id=None,
        )
        if promise.done_on is not None:
            contacts.close_promise(vault, promise_id, done_on=promise.done_on)


def _fill_notes(vault: Vault, term: SampleTerm, class_id: ClassId) -> None:
    for note in term.group_notes:
        draft = GroupNote(
            id=NoteId(0),
            class_id=class_id,
            noted_on=note.noted_on,
            text=note.text,
            phase=note.phase,
            signals=note.signals,
        )
        group_notes.add_note(vault, draft)


def _fill_beside(vault: Vault, term: SampleTerm, ids: Sequence[StudentId]) -> None:
    for said in term.words:
        own_words.set_own_words(
            vault,
            OwnWords(
                student_id=ids[said.student],
                text=said.text,
                told_on=said.told_on,
                may_share=said.may_share,
            ),
        )
    for student_id, shared, coach in zip(ids, term.in_common, term.coaches, strict=True):
        if shared:
            own_words.set_common_ground(vault, student_id, shared)
        known = StudyCoach(student_id=student_id, name=coach, is_teacher=not coach)
        study_coaches.set_coach(vault, known)


def _fill_answer(
    vault: Vault, answer: SampleAnswer, ids: Sequence[StudentId], *, zone: tzinfo | None
) -> None:
    """One answer as practice would have kept it: the first recall of a new face is HARD."""
    student_id = ids[answer.student]
    direction = Direction.FACE_TO_NAME
    said = None if answer.said is None else ids[answer.said]
    missed = Verdict.WRONG if said is None else Verdict.MIXED_UP
    outcome = Outcome(
        verdict=Verdict.RIGHT if answer.recalled else missed,
        said=None if answer.recalled else said,
        seconds=4.0,
    )
    is_first = memories.memory(vault, student_id, direction=direction) is None
    recalled = Rating.HARD if is_first else Rating.GOOD
    answer_card.run(
        vault,
        student_id=student_id,
        direction=direction,
        outcome=outcome,
        rating=recalled if answer.recalled else Rating.AGAIN,
        at=_moment(answer.answered_on, zone),
    )


def _moment(day: date, zone: tzinfo | None) -> datetime:
    return datetime.combine(day, PRACTICE_HOUR, tzinfo=zone)
