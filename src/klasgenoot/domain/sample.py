"""The sample class as values: a class, and a term of plausible history up to yesterday.

Nothing here is stored or drawn. Dates hang on the day it is opened, words come from
`resources/demo/`, so that the sample follows calendar and language.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from klasgenoot.domain.contact import ContactKind
from klasgenoot.domain.groups import Phase, Signal
from klasgenoot.domain.sample_class import STUDENTS
from klasgenoot.domain.sample_plan import (
    CAME_LATER,
    COACH,
    COACHED,
    CONTACTS,
    NOTES,
    PRACTICE,
    PROMISES,
    WORDS,
)
from klasgenoot.domain.weeks import monday_of

WORKDAYS: Final = 5
FREE_WEEK: Final = 6
"""The lesson-free week, counted from 0, the week of the first lesson."""

_PLACES: Final = {student.key: place for place, student in enumerate(STUDENTS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleTexts:
    """Everything the sample says in one language, by the keys of plan and students."""

    pronunciations: Mapping[str, str]
    notes: Mapping[str, str]
    contacts: Mapping[str, str]
    promises: Mapping[str, str]
    group_notes: Mapping[str, str]
    helps: Mapping[str, str]
    in_common: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleContact:
    """One contact with one student or several; `students` are places in STUDENTS."""

    happened_on: date
    kind: ContactKind
    students: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePromise:
    """Something promised to one student on a day; `done_on` is None while it is open."""

    student: int
    promised_on: date
    due_on: date
    done_on: date | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleGroupNote:
    """One note on the whole class, with the suspected phase and the signals ticked."""

    noted_on: date
    text: str
    phase: Phase
    signals: tuple[Signal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleWords:
    """What helps one student, as they said it on a day."""

    student: int
    told_on: date
    text: str
    may_share: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleAnswer:
    """One rated answer while practising names, face to name.

    Attributes:
        student: Whose face was shown.
        answered_on: The day; the hour is up to whoever stores it.
        recalled: Whether the name was found. The first answer of a student always was.
        said: The classmate whose name was given instead, if it was one.
    """

    student: int
    answered_on: date
    recalled: bool
    said: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleTerm:
    """What happened in the term, each tuple oldest first.

    Attributes:
        lessons: The days of the lessons; the first is the class's first lesson, the last was
            yesterday or the last weekday before today.
        free_week: The Monday of the week without lessons.
        joined: For each student, in the order of STUDENTS, the lesson they came in.
        pronunciations: For each student how to say the name, "" where that is plain.
        notes: For each student the teacher's own note, mostly "".
        in_common: For each student what teacher and student have in common, mostly "".
        coaches: For each student the name of the study coach, "" where it is the teacher.
    """

    lessons: tuple[date, ...]
    free_week: date
    joined: tuple[date, ...]
    pronunciations: tuple[str, ...]
    notes: tuple[str, ...]
    contacts: tuple[SampleContact, ...]
    promises: tuple[SamplePromise, ...]
    group_notes: tuple[SampleGroupNote, ...]
    answers: tuple[SampleAnswer, ...]
    words: tuple[SampleWords, ...]
    in_common: tuple[str, ...]
    coaches: tuple[str, ...]

    @property
    def first_lesson(self) -> date:
        """The day the class first met: eight weeks before the last lesson."""
        return self.lessons[0]


def read_texts(data: Mapping[str, Any]) -> SampleTexts:
    """The texts from their JSON, as parsed.

    Raises:
        ValueError: a section is missing or one too many. It is our own file, so this is a bug.
    """
    try:
        return SampleTexts(**data)
    except TypeError as error:
        raise ValueError(f"the sample's texts lack their shape: {error}") from error


def sample_term(today: date, texts: SampleTexts) -> SampleTerm:
    """The term as it looks on a day, in the language of the texts."""
    lessons = lesson_dates(today)
    return SampleTerm(
        lessons=lessons,
        free_week=monday_of(lessons[0]) + timedelta(weeks=FREE_WEEK),
        joined=tuple(lessons[CAME_LATER.get(student.key, 0)] for student in STUDENTS),
        pronunciations=tuple(texts.pronunciations.get(s.key, "") for s in STUDENTS),
        notes=tuple(texts.notes.get(s.key, "") for s in STUDENTS),
        contacts=tuple(
            SampleContact(
                happened_on=lessons[planned.lesson],
                kind=planned.kind,
                students=_places(planned.who),
                text=texts.contacts[planned.text],
            )
            for planned in CONTACTS
        ),
        promises=tuple(
            SamplePromise(
                student=_PLACES[planned.who],
                promised_on=lessons[planned.made],
                due_on=_weekday_from(lessons[-1] + timedelta(days=planned.due)),
                done_on=None if planned.kept is None else lessons[planned.kept],
                text=texts.promises[planned.text],
            )
            for planned in PROMISES
        ),
        group_notes=tuple(
            SampleGroupNote(
                noted_on=lessons[planned.lesson],
                text=texts.group_notes[planned.text],
                phase=planned.phase,
                signals=planned.signals,
            )
            for planned in NOTES
        ),
        answers=_answers(lessons[0]),
        words=tuple(
            SampleWords(
                student=_PLACES[planned.who],
                told_on=lessons[planned.lesson],
                text=texts.helps[planned.who],
                may_share=planned.may_share,
            )
            for planned in WORDS
        ),
        in_common=tuple(texts.in_common.get(s.key, "") for s in STUDENTS),
        coaches=tuple(COACH if s.key in COACHED.split() else "" for s in STUDENTS),
    )


def lesson_dates(today: date) -> tuple[date, ...]:
    """Fifteen lessons, two a week, the last on the last weekday before today.

    The first is exactly eight weeks before the last; there is none in the free week.
    """
    last = today - timedelta(days=1)
    while last.weekday() >= WORKDAYS:
        last -= timedelta(days=1)
    first = last - timedelta(weeks=8)
    weekdays = {last.weekday(), (last.weekday() + 3) % WORKDAYS}
    free = monday_of(first) + timedelta(weeks=FREE_WEEK)
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return tuple(day for day in days if day.weekday() in weekdays and monday_of(day) != free)


def _answers(first_lesson: date) -> tuple[SampleAnswer, ...]:
    answers = [
        SampleAnswer(
            student=place,
            answered_on=_workdays_from(first_lesson, step),
            recalled=recalled,
            said=None if recalled or not planned.said else _PLACES[planned.said],
        )
        for planned in PRACTICE
        for place in _places(planned.who)
        for step, recalled in planned.answers
    ]
    return tuple(sorted(answers, key=lambda answer: (answer.answered_on, answer.student)))


def _places(keys: str) -> tuple[int, ...]:
    return tuple(_PLACES[key] for key in keys.split())


def _weekday_from(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day if day.weekday() < WORKDAYS else monday_of(day) + timedelta(weeks=1)


def _workdays_from(day: date, steps: int) -> date:
    """So many working days after a working day, or before it."""
    weeks, rest = divmod(day.weekday() + steps, WORKDAYS)
    return monday_of(day) + timedelta(weeks=weeks, days=rest)
