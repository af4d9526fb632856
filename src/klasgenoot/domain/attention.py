"""Who has not been seen lately? Everyone in order of whose turn it is, with the reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache

from klasgenoot.domain.contact import Promise
from klasgenoot.domain.free_days import NEVER_FREE, days_back, days_since, weeks_since
from klasgenoot.domain.lots import lot
from klasgenoot.domain.people import StudentId
from klasgenoot.domain.periods import LessonFree
from klasgenoot.domain.snoozing import Snooze
from klasgenoot.domain.targets import Target
from klasgenoot.domain.weeks import monday_of

SETTLED_DAYS = 7
"""Who is in the class for less than this is not yet somebody who was never seen."""
FLOOR = 2
"""At so many times the target of the class it is someone's turn, whatever anybody's target."""


class Reason(StrEnum):
    """Why a student stands where they stand, in the order of the list."""

    PROMISE_PASSED = "promise_passed"
    NEVER = "never"
    LONG_AGO = "long_ago"
    ON_SCHEDULE = "on_schedule"
    SNOOZED = "snoozed"


class Status(StrEnum):
    """How the days stand to the target. Said of our records, never of the student."""

    ON_SCHEDULE = "on_schedule"
    DUE = "due"
    """The target has been reached."""
    TOO_LONG = "too_long"
    """Half as long again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unseen:
    """One student's turn, with what the reason is made of. It says nothing about the student.

    Attributes:
        student_id: Who.
        reason: Why they stand here.
        status: How the days stand to the target.
        days: Days with lessons since the last contact; without one, since counting began (0 if that
            is still to come); None when neither is known.
        target: After how many days it is their turn.
        last_contact: When they were last seen, None if never.
        weeks: Of who was never seen: in how many weeks with lessons they were there, this one with
            it; 0 when that is not known.
        promise: The first promise still open, passed or not.
        snooze: What leaves them in peace today, if anything does.
    """

    student_id: StudentId
    reason: Reason
    status: Status
    days: int | None
    target: Target
    last_contact: date | None
    promise: Promise | None
    snooze: Snooze | None = None
    weeks: int = 0

    @property
    def is_turn(self) -> bool:
        """Whether it is their turn."""
        return self.reason is not Reason.ON_SCHEDULE and self.reason is not Reason.SNOOZED


@dataclass(frozen=True, slots=True, kw_only=True)
class Fairness:
    """How many of a class were seen in the last `weeks` weeks with lessons, and who was not."""

    seen: int
    total: int
    weeks: int
    unseen: tuple[StudentId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What is on record about students, as far as their turn goes. Who is absent has none of it.

    Attributes:
        last_seen: The date of the newest contact of each.
        promises: Promises to anyone, kept ones too.
        since: From when to count for who was never seen: the first lesson. None if not known.
        there_since: The same for each student.
        targets: The target of each, where it is not that of the class.
        snoozes: Who is left in peace, when; also what is over.
        counts: How many contacts each had this term.
    """

    last_seen: Mapping[StudentId, date]
    promises: Iterable[Promise] = ()
    since: date | None = None
    there_since: Mapping[StudentId, date] = field(default_factory=dict)
    targets: Mapping[StudentId, Target] = field(default_factory=dict)
    snoozes: Iterable[Snooze] = ()
    counts: Mapping[StudentId, int] = field(default_factory=dict)


def unseen(
    students: Iterable[StudentId],
    records: Records,
    *,
    today: date,
    target_days: int,
    free: LessonFree = NEVER_FREE,
) -> tuple[Unseen, ...]:
    """All these students, whose turn it is first.

    A promise past its date comes first (the oldest before the others); then who is to be seen more
    often than the class, once that target has been reached; then who was never seen; then who was
    not seen for twice the target of the class; then who had no contact yet but has not been there
    for long; then the rest by days as a part of their target. Where that is equal come those with
    the fewest contacts this term, and then a lot of this week decides: so the alphabet never does,
    and the order holds for a week. Who is left in peace stands last, unless the date of a promise
    passed in the meantime.

    Args:
        students: Whom it is about.
        records: What is known of them.
        today: The day it is.
        target_days: After how many days without contact it is someone's turn, in this class.
        free: Days without lessons: they make nobody wait.
    """
    promises = _first_open(records.promises)
    snoozes = {each.student_id: each for each in records.snoozes if each.holds_on(today)}
    week = today.isocalendar()

    @cache  # most of a class began on one day
    def weeks_there(start: date | None) -> int:
        return 0 if start is None else weeks_since(start, today, free=free)

    def turn(who: StudentId) -> Unseen:
        last_contact = records.last_seen.get(who)
        start = last_contact or records.there_since.get(who, records.since)
        days = None if start is None else days_since(start, today, free=free)
        target = records.targets.get(who, Target(target_days))
        promise, snooze = promises.get(who), snoozes.get(who)
        if promise and promise.due_on < today and (not snooze or promise.due_on >= snooze.since):
            reason = Reason.PROMISE_PASSED
        elif snooze is not None:
            reason = Reason.SNOOZED
        elif last_contact is None and (days is None or days >= SETTLED_DAYS):
            reason = Reason.NEVER
        elif days is not None and days >= min(target.days, FLOOR * target_days):
            reason = Reason.LONG_AGO
        else:
            reason = Reason.ON_SCHEDULE
        return Unseen(
            student_id=who,
            reason=reason,
            status=status(days, target_days=target.days),
            days=days,
            target=target,
            last_contact=last_contact,
            promise=promise,
            snooze=snooze,
            weeks=weeks_there(start) if last_contact is None else 0,
        )

    def place(turn: Unseen) -> tuple[float, ...]:
        who = turn.student_id
        chance = lot(who, week.year, week.week)
        return (*_place(turn, class_days=target_days), records.counts.get(who, 0), chance)

    return tuple(sorted(map(turn, dict.fromkeys(students)), key=place))


def fairness(
    students: Iterable[StudentId],
    *,
    last_seen: Mapping[StudentId, date],
    today: date,
    weeks: int = 4,
    first_lesson: date | None = None,
    free: LessonFree = NEVER_FREE,
) -> Fairness:
    """Who of these students was seen in the last `weeks` weeks, counted in days with lessons.

    A class that began later than that has had fewer weeks, and no more are spoken of.
    """
    everyone = tuple(dict.fromkeys(students))
    start = days_back(today, 7 * weeks, free=free)
    missed = tuple(who for who in everyone if last_seen.get(who, start) <= start)
    if first_lesson is not None and first_lesson <= today:
        first, this = monday_of(first_lesson), monday_of(today)
        weeks = min(weeks, days_since(first, this, free=free) // 7 + 1)
    return Fairness(
        seen=len(everyone) - len(missed), total=len(everyone), weeks=weeks, unseen=missed
    )


def status(days: int | None, *, target_days: int) -> Status:
    """How so many days stand to a target; where they are not known, all is on schedule."""
    if days is None or days < target_days:
        return Status.ON_SCHEDULE
    return Status.TOO_LONG if 2 * days >= 3 * target_days else Status.DUE


def _first_open(promises: Iterable[Promise]) -> dict[StudentId, Promise]:
    """Each student's open promise with the earliest date."""
    first: dict[StudentId, Promise] = {}
    for promise in promises:
        known = first.get(promise.student_id)
        if promise.done_on is None and (known is None or promise.due_on < known.due_on):
            first[promise.student_id] = promise
    return first


def _place(turn: Unseen, *, class_days: int) -> tuple[float, float]:
    """Sorts on the kind of turn, then on how long it has been.

    Who is to be seen more often than the class comes before those who were never seen once that
    target has been reached: else they would wait for all of these (docs/attention-simulation.md).
    """
    days, target = turn.days or 0, turn.target.days
    if turn.reason is Reason.PROMISE_PASSED and turn.promise:
        place = (0.0, float(turn.promise.due_on.toordinal()))
    elif turn.reason is Reason.SNOOZED and turn.snooze:
        place = (6, turn.snooze.until.toordinal())
    elif target < class_days and days >= target:
        place = (1, -days / target)
    elif turn.reason is Reason.NEVER:
        place = (2, 0)
    elif days >= FLOOR * class_days:
        place = (3, -days)
    elif turn.last_contact is None:
        place = (4, 0)
    else:
        place = (5, -days / target)
    return place
