"""When is whose talk? A round of short talks with a whole class, and ten days of two minutes.

Nothing of a plan is kept but the order and what was done: the weeks follow from those, from the day
it is and from the lesson-free days. So a plan is never behind; what was not done moves along.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import ceil
from typing import NewType

from klasgenoot.domain.contact import ContactId
from klasgenoot.domain.free_days import NEVER_FREE
from klasgenoot.domain.lots import lot
from klasgenoot.domain.people import ClassId, StudentId
from klasgenoot.domain.periods import SCHOOL_DAYS
from klasgenoot.domain.weeks import Week, week_of

RoundId = NewType("RoundId", int)

IsFree = Callable[[date], bool]
"""Whether there are no lessons on a day: a holiday, or a week of exams."""

FEWEST_WEEKS, MOST_WEEKS, USUAL_WEEKS = 1, 20, 7
MINUTES = (3, 5, 8, 10, 15)
USUAL_MINUTES = 5
TEN_DAYS, TEN_MINUTES = 10, 2
"""Two minutes on ten school days (Wlodkowski). The figures of what it does are one person's."""
MOST_AT_ONCE = 2
"""With more students than this at once, ten days of two minutes are a timetable."""
SAID_FOR = timedelta(days=7)
"""So long after ten days are over it is said, unless something came after them."""
_HORIZON_WEEKS = 160
"""So far ahead is looked for a week with lessons: for who calls every day free."""


class TalkState(StrEnum):
    """What became of one talk of a round."""

    AHEAD = "ahead"
    HELD = "held"
    LEFT_OUT = "left_out"
    """The student would rather not. Nobody asks why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundTalk:
    """One student's talk in a round.

    Attributes:
        place: in which order; lower is sooner.
        held_on: the day it was held.
        contact_id: what was logged of it.
    """

    student_id: StudentId
    place: int
    state: TalkState = TalkState.AHEAD
    held_on: date | None = None
    contact_id: ContactId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkRound:
    """A round of talks with a class, or ten days with one student of it.

    Attributes:
        with_student: with whom, where it is about ten days; None for a whole class.
        per_week: how many talks in a week; 0 for ten days.
        ended_on: when the teacher ended it; None while it goes on.
    """

    id: RoundId
    class_id: ClassId
    with_student: StudentId | None
    begun_on: date
    per_week: int
    minutes: int
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedWeek:
    """One week of a round: who was spoken with in it, and who is to come."""

    week: Week
    held: tuple[StudentId, ...] = ()
    ahead: tuple[StudentId, ...] = ()
    is_free: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundPlan:
    """A round as it stands today.

    Attributes:
        weeks: from the first with a talk to the last; lesson-free ones between them too.
        now: whose talks are this week's, in order.
        held: how many talks were held, and `total` how many there are without who would rather not.
        left_out: who would rather not.
        last: the week of the last talk that has one; None when there is none.
        later: who is to come and fits in no week: as far as can be seen, every day is free.
    """

    weeks: tuple[PlannedWeek, ...]
    now: tuple[StudentId, ...]
    held: int
    total: int
    left_out: tuple[StudentId, ...]
    last: Week | None
    later: tuple[StudentId, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether nobody is to come."""
        return self.last is None and not self.later


def per_week(students: int, *, weeks: int) -> int:
    """How many talks a week it takes to see so many students in so many weeks; at least 1."""
    return max(1, ceil(students / max(1, weeks)))


def fair_order(
    students: Iterable[StudentId], *, last_seen: Mapping[StudentId, date], draw: int
) -> tuple[StudentId, ...]:
    """Who comes first: never seen, then longest unseen; a lot decides where that is equal.

    Args:
        students: whom it is about.
        last_seen: the day of the newest contact of each; who is absent was never seen.
        draw: another number, another lot.
    """
    return tuple(
        sorted(
            dict.fromkeys(students),
            key=lambda who: (last_seen.get(who, date.min), lot(draw, who), who),
        )
    )


def in_order(talks: Sequence[RoundTalk], *, members: Sequence[StudentId]) -> tuple[StudentId, ...]:
    """Whose talk is to come, in order: those with a place, then who joined the class later."""
    there = set(members)
    ahead = sorted(
        (talk for talk in talks if talk.state is TalkState.AHEAD and talk.student_id in there),
        key=lambda talk: (talk.place, talk.student_id),
    )
    known = {talk.student_id for talk in talks}
    return (
        *(talk.student_id for talk in ahead),
        *(who for who in dict.fromkeys(members) if who not in known),
    )


def moved_on(
    order: Sequence[StudentId], who: StudentId, *, up_to: Collection[StudentId]
) -> tuple[StudentId, ...]:
    """The order with one student's talk a week later: the others of its week go before it.

    Args:
        order: whose talk is to come, in order.
        who: whose talk is moved.
        up_to: whose talks come in the same week or before.
    """
    others = [each for each in order if each != who]
    room = len(up_to) if who in up_to else others_before(order, who) + 1
    return (*others[:room], who, *others[room:])


def others_before(order: Sequence[StudentId], who: StudentId) -> int:
    """How many come before somebody; all of them, if they are not in it."""
    return order.index(who) if who in order else len(order)


def plan_of(
    talks: Sequence[RoundTalk],
    *,
    members: Sequence[StudentId],
    a_week: int,
    begun_on: date,
    today: date,
    is_free: IsFree = NEVER_FREE.has,
    in_peace: Mapping[StudentId, date] | None = None,
) -> RoundPlan:
    """A round in weeks, as it stands today.

    Args:
        talks: what is kept of it. Who left the class and was not spoken with is passed over.
        members: everybody in the class now; who has no talk yet comes last.
        a_week: how many talks fit in a week.
        begun_on: no talk is planned before this day; where that is the end of a week, none in it.
        today: the day it is.
        is_free: whether a day has no lessons; a week of such days gets no talks.
        in_peace: who is left in peace up to and including which day: their talk waits.
    """
    there = set(members)
    order = in_order(talks, members=members)
    held: dict[date, list[StudentId]] = {}
    for talk in sorted(talks, key=lambda each: (each.held_on or date.min, each.place)):
        if talk.held_on is not None and talk.state is TalkState.HELD:
            held.setdefault(week_of(talk.held_on).monday, []).append(talk.student_id)
    start = max(begun_on, today)
    ahead = _ahead(
        order,
        start=max(_first_day(begun_on), today),
        a_week=a_week,
        held=held,
        is_free=is_free,
        in_peace=in_peace or {},
    )
    this_monday = week_of(start).monday
    mondays = held.keys() | ahead.keys()
    weeks = tuple(
        PlannedWeek(
            week=week_of(monday),
            held=tuple(held.get(monday, ())),
            ahead=ahead.get(monday, ()),
            is_free=not _has_lessons(monday, is_free=is_free),
        )
        for monday in _mondays(mondays)
    )
    done = sum(len(those) for those in held.values())
    return RoundPlan(
        weeks=weeks,
        now=ahead.get(this_monday, ()),
        held=done,
        total=done + len(order),
        left_out=tuple(
            talk.student_id
            for talk in talks
            if talk.state is TalkState.LEFT_OUT and talk.student_id in there
        ),
        last=week_of(max(ahead)) if ahead else None,
        later=tuple(who for who in order if not any(who in those for those in ahead.values())),
    )


def ten_days(
    held_on: Collection[date], *, begun_on: date, today: date, is_free: IsFree = NEVER_FREE.has
) -> tuple[date, ...]:
    """The days of ten short talks with one student: those held, then the school days to come."""
    done = sorted(held_on)
    day = max(begun_on, today)
    days = list(done)
    for step in range(_HORIZON_WEEKS * 7):
        if len(days) >= TEN_DAYS:
            break
        next_day = day + timedelta(days=step)
        if next_day not in done and is_school_day(next_day, is_free=is_free):
            days.append(next_day)
    return tuple(days)


def is_school_day(day: date, *, is_free: IsFree = NEVER_FREE.has) -> bool:
    """Whether there are lessons on a day: no weekend, and not free."""
    return day.weekday() < SCHOOL_DAYS and not is_free(day)


def _first_day(begun_on: date) -> date:
    """When the first talks are: a round that begins on a Friday begins with the next week."""
    days_over = begun_on.weekday() - (SCHOOL_DAYS - 1)
    return begun_on if days_over < 0 else begun_on + timedelta(days=7 - begun_on.weekday())


def _ahead(
    order: Sequence[StudentId],
    *,
    start: date,
    a_week: int,
    held: Mapping[date, Sequence[StudentId]],
    is_free: IsFree,
    in_peace: Mapping[StudentId, date],
) -> dict[date, tuple[StudentId, ...]]:
    """Who is to come in which week, by its Monday."""
    found: dict[date, tuple[StudentId, ...]] = {}
    left, first = list(order), week_of(start).monday
    for number in range(_HORIZON_WEEKS):
        if not left:
            break
        monday = first + timedelta(weeks=number)
        room = a_week - (len(held.get(monday, ())) if number == 0 else 0)
        if room > 0 and _has_lessons(monday, since=start, is_free=is_free):
            friday = monday + timedelta(days=SCHOOL_DAYS - 1)
            those = [who for who in left if in_peace.get(who, date.min) < friday][:room]
            if those:
                found[monday] = tuple(those)
                left = [who for who in left if who not in those]
    return found


def _has_lessons(monday: date, *, is_free: IsFree, since: date = date.min) -> bool:
    days = (monday + timedelta(days=number) for number in range(SCHOOL_DAYS))
    return any(day >= since and not is_free(day) for day in days)


def _mondays(those: Collection[date]) -> Iterator[date]:
    """All Mondays from the first to the last of these."""
    if not those:
        return
    monday, last = min(those), max(those)
    while monday <= last:
        yield monday
        monday += timedelta(weeks=1)
