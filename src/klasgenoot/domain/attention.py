"""Who has not been seen lately? Everyone in order of whose turn it is, with the reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from klasgenoot.domain.contact import Promise
from klasgenoot.domain.lots import lot
from klasgenoot.domain.people import StudentId


class Reason(StrEnum):
    """Why a student stands where they stand."""

    PROMISE_PASSED = "promise_passed"
    NEVER = "never"
    LONG_AGO = "long_ago"
    ON_SCHEDULE = "on_schedule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unseen:
    """One student's turn, with what the reason is made of. It says nothing about the student.

    Attributes:
        student_id: Who.
        reason: Why they stand here.
        days: Days since the last contact; without one, since counting began (0 if that is still to
            come); None when neither is known.
        last_contact: When they were last seen, None if never.
        promise: The first promise still open, passed or not.
    """

    student_id: StudentId
    reason: Reason
    days: int | None
    last_contact: date | None
    promise: Promise | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fairness:
    """How many of a class were seen in the last `weeks` weeks, and who was not."""

    seen: int
    total: int
    weeks: int
    unseen: tuple[StudentId, ...]


def unseen(
    students: Iterable[StudentId],
    *,
    last_seen: Mapping[StudentId, date],
    promises: Iterable[Promise],
    today: date,
    target_days: int,
    since: date | None,
) -> tuple[Unseen, ...]:
    """All these students, whose turn it is first.

    A promise past its date comes first (the oldest before the others), then who was never seen,
    then the rest by days since the last contact, longest first. Where that is equal a lot of this
    week decides, so the alphabet never does and the order holds for a week.

    Args:
        students: Whom it is about.
        last_seen: The date of the newest contact of each; who is absent was never seen.
        promises: Promises to anyone, kept ones too.
        today: The day it is.
        target_days: After how many days without contact it is someone's turn.
        since: From when to count for who was never seen: the first lesson. None if not known.
    """
    open_promises = _first_open(promises)

    def turn(who: StudentId) -> Unseen:
        last_contact, promise = last_seen.get(who), open_promises.get(who)
        start = last_contact or since
        if promise and promise.due_on < today:
            reason = Reason.PROMISE_PASSED
        elif last_contact is None:
            reason = Reason.NEVER
        elif (today - last_contact).days >= target_days:
            reason = Reason.LONG_AGO
        else:
            reason = Reason.ON_SCHEDULE
        return Unseen(
            student_id=who,
            reason=reason,
            days=None if start is None else max(0, (today - start).days),
            last_contact=last_contact,
            promise=promise,
        )

    turns = [turn(who) for who in dict.fromkeys(students)]
    return tuple(sorted(turns, key=lambda each: _place(each, today=today)))


def fairness(
    students: Iterable[StudentId],
    *,
    last_seen: Mapping[StudentId, date],
    today: date,
    weeks: int = 4,
) -> Fairness:
    """Who of these students was seen in the last `weeks` weeks, counted in days back from today."""
    everyone = tuple(dict.fromkeys(students))
    start = today - timedelta(weeks=weeks)
    missed = tuple(who for who in everyone if last_seen.get(who, start) <= start)
    return Fairness(
        seen=len(everyone) - len(missed), total=len(everyone), weeks=weeks, unseen=missed
    )


def _first_open(promises: Iterable[Promise]) -> dict[StudentId, Promise]:
    """Each student's open promise with the earliest date."""
    first: dict[StudentId, Promise] = {}
    for promise in promises:
        known = first.get(promise.student_id)
        if promise.done_on is None and (known is None or promise.due_on < known.due_on):
            first[promise.student_id] = promise
    return first


def _place(turn: Unseen, *, today: date) -> tuple[int, int, int]:
    """Sorts on the kind of turn, then on how long it has been, then on the lot of this week."""
    week = today.isocalendar()
    chance = lot(turn.student_id, week.year, week.week)
    if turn.reason is Reason.PROMISE_PASSED and turn.promise:
        return (0, turn.promise.due_on.toordinal(), chance)
    if turn.reason is Reason.NEVER:
        return (1, 0, chance)
    return (2, -(turn.days or 0), chance)
