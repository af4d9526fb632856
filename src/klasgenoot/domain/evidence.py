"""What do the records already show beside each of the eleven recommendations? Data, no words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from klasgenoot.domain.attention import fairness
from klasgenoot.domain.contact import Promise
from klasgenoot.domain.free_days import NEVER_FREE
from klasgenoot.domain.groups import GroupNote, Phase
from klasgenoot.domain.needs import Asked
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.periods import LessonFree

HOW_MANY = 11
"""The recommendations of the report (`domain/guide.py`) are numbered from 1."""

NAMES, ATTENTION, NEEDS, DYNAMICS, TRUST = 1, 2, 3, 6, 8
"""Those that the records have something to say about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalksHeld:
    """How far a round of talks with the class is."""

    held: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One class as the records show it on one day.

    `last_contacts` holds the newest contact of each student who has any; `first_lesson` is None
    when the teacher did not give it, and the class then counts as begun. `asked` is the last time
    the class was asked what it needs, `talks` how far its round of talks is.
    """

    today: date
    students: tuple[StudentId, ...]
    names_known: int = 0
    last_contacts: Mapping[StudentId, date]
    promises: tuple[Promise, ...] = ()
    group_notes: tuple[GroupNote, ...] = ()
    first_lesson: date | None = None
    free: LessonFree = NEVER_FREE
    asked: Asked | None = None
    talks: TalksHeld | None = None

    @property
    def has_begun(self) -> bool:
        """Whether there is a class to have met: students, and not before their first lesson."""
        return bool(self.students) and (
            self.first_lesson is None or self.first_lesson <= self.today
        )


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nothing recorded yet, and that is fine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesKnown:
    """How many names of the class the teacher knows."""

    known: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Who was seen in the last `weeks` weeks.

    `unseen` runs from the longest unseen to the latest seen; `never` are those of `unseen` without
    any contact. `talks` is how far a round of talks is; None when none goes on.
    """

    talks: TalksHeld | None = None
    seen: int
    total: int
    weeks: int
    unseen: tuple[StudentId, ...]
    never: tuple[StudentId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPromises:
    """Promises still open, those of them past their date, and whose has been due the longest."""

    open: int
    overdue: int
    oldest: StudentId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LastGroupNote:
    """The newest note on the class; `days_old` is None when a class that has begun has none."""

    days_old: int | None
    phase: Phase | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsAsked:
    """The last time the class was asked what it needs, and whether it heard what came of it."""

    answers: int
    on: date
    is_told: bool


Evidence: TypeAlias = Nothing | NamesKnown | Reach | NeedsAsked | OpenPromises | LastGroupNote


def evidence(facts: Facts) -> dict[int, Evidence]:
    """What the records show beside each of the eleven, by number."""
    shown: dict[int, Evidence] = dict.fromkeys(range(1, HOW_MANY + 1), Nothing())
    shown[NAMES] = _names_known(facts)
    shown[ATTENTION] = _reach(facts)
    shown[NEEDS] = _needs_asked(facts)
    shown[DYNAMICS] = _last_group_note(facts)
    shown[TRUST] = _open_promises(facts)
    return shown


def _names_known(facts: Facts) -> Evidence:
    total = len(facts.students)
    return NamesKnown(known=facts.names_known, total=total) if total else Nothing()


def _reach(facts: Facts) -> Evidence:
    last = facts.last_contacts
    if not (facts.has_begun or any(student in last for student in facts.students)):
        return Nothing()
    met = fairness(
        facts.students,
        last_seen=last,
        today=facts.today,
        first_lesson=facts.first_lesson,
        free=facts.free,
    )
    return Reach(
        seen=met.seen,
        total=met.total,
        weeks=met.weeks,
        unseen=tuple(sorted(met.unseen, key=lambda student: last.get(student, date.min))),
        never=tuple(student for student in met.unseen if student not in last),
        talks=facts.talks,
    )


def _needs_asked(facts: Facts) -> Evidence:
    asked = facts.asked
    if asked is None:
        return Nothing()
    return NeedsAsked(answers=asked.answers, on=asked.asked_on, is_told=asked.told_on is not None)


def _last_group_note(facts: Facts) -> Evidence:
    if facts.group_notes:
        newest = max(facts.group_notes, key=lambda note: (note.noted_on, note.id))
        return LastGroupNote(days_old=(facts.today - newest.noted_on).days, phase=newest.phase)
    return LastGroupNote(days_old=None, phase=None) if facts.has_begun else Nothing()


def _open_promises(facts: Facts) -> Evidence:
    students = set(facts.students)
    theirs = [promise for promise in facts.promises if promise.student_id in students]
    if not theirs:
        return Nothing()
    still_open = [promise for promise in theirs if promise.done_on is None]
    oldest = min(still_open, key=lambda promise: (promise.due_on, promise.id), default=None)
    return OpenPromises(
        open=len(still_open),
        overdue=sum(promise.due_on < facts.today for promise in still_open),
        oldest=oldest.student_id if oldest else None,
    )
