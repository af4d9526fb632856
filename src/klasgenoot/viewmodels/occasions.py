"""Who is in a practice session now? Today's plan, a few, anyway, or who is met in five minutes."""

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from klasgenoot.domain.lineup import (
    BLOCK,
    is_stale,
    plan_practice,
    practise_anyway,
    practise_plan,
    with_missed,
)
from klasgenoot.domain.plan import DayPlan
from klasgenoot.domain.practice import Practice
from klasgenoot.store.memories import rated_answers
from klasgenoot.viewmodels.learning import DIRECTION, Learning
from klasgenoot.viewmodels.session import Session

MOST = 30
"""The most faces in one session: about five minutes."""
FEW = 5
"""How many faces a short session has, and how many are offered after a whole one."""
BEFORE_CLASS = timedelta(minutes=5)
REFRESHED_AFTER = timedelta(weeks=2)
"""When all names come by once more after the first lesson (Morris & Fritz 2002)."""


class Occasion(StrEnum):
    """Which session is wanted; the values are acts of a `Target`."""

    TODAY = ""
    """What today needs."""
    FEW = "few"
    """Five faces of that at most."""
    ANYWAY = "anyway"
    """Names although nobody is due."""
    BEFORE_CLASS = "before_class"
    """This class and no other, with the lesson in five minutes."""


def practice_of(session: Session, known: Learning, occasion: Occasion) -> Practice:
    """The session that is wanted."""
    match occasion:
        case Occasion.FEW:
            return today(known, most=FEW)
        case Occasion.ANYWAY:
            return anyway(known)
        case Occasion.BEFORE_CLASS:
            return before_class(session, known)
    return today(known)


def today(known: Learning, *, most: int | None = None, beyond: bool = False) -> Practice:
    """Who to practise now: by the plan for the first lesson, or who is due and new faces.

    Who was missed in a session that was cut off comes first.

    Args:
        known: the class and what is known of it.
        most: how many faces at most; None for all of the plan, or else `MOST`.
        beyond: go on although the minutes of today are used up.
    """
    seed = known.practice_day.toordinal()
    if known.aim is not None:
        plan = known.aim.plan(beyond=beyond)
        limit = len(known.everyone) if most is None else most
        if beyond and most is not None:
            plan = _with_more_new(plan, known, most=most)
        practice = practise_plan(plan, memories=known.memories, limit=limit, seed=seed)
    else:
        limit = MOST if most is None else most
        practice = plan_practice(
            known.to_learn,
            memories=known.memories,
            at=known.at,
            limit=limit,
            new_at_most=min(limit, BLOCK),
            met=known.met,
            refreshed_on=refresher_of(known),
            seed=seed,
        )
    return with_missed(practice, known.missed, memories=known.memories, limit=limit)


def _with_more_new(plan: DayPlan, known: Learning, *, most: int) -> DayPlan:
    """A plan with faces that it keeps for the next days, so that who wants a few gets a few."""
    missing = max(0, most - len(plan.new) - len(plan.repeat))
    goals = known.aim.goals if known.aim is not None else ()
    unseen = (who for goal in goals for who in goal.students if who not in known.memories)
    later = [who for who in dict.fromkeys(unseen) if who not in plan.new]
    return replace(plan, new=(*plan.new, *later[:missing]))


def anyway(known: Learning) -> Practice:
    """Who to practise although nobody is due, or today's minutes are used up.

    Names that are done for today may be wanted the other way round, where somebody is new or due.
    """
    further = today(known, beyond=known.aim is not None)
    if further.queue:
        return further
    return practise_anyway(
        known.to_learn,
        memories=known.memories,
        at=known.at,
        limit=MOST,
        seed=known.practice_day.toordinal(),
    )


def before_class(session: Session, known: Learning) -> Practice:
    """Who of this class to practise in the five minutes before its lesson.

    The deadline plan with the deadline now: who gains most per second comes first.
    """
    from klasgenoot.domain.foresight import own_factor, trace_of
    from klasgenoot.domain.learned import own_pace, trials_of
    from klasgenoot.domain.plan import Goal, plan_day

    answers = rated_answers(
        session.vault, direction=known.direction, class_ids=[known.school_class.id]
    )
    mine = {who: memory for who, memory in known.memories.items() if who in known.students}
    plan = plan_day(
        [Goal(students=known.to_learn, on=known.practice_day, since=known.practice_day)],
        traces={who: trace_of(memory) for who, memory in mine.items()},
        today=known.practice_day,
        seconds=BEFORE_CLASS.total_seconds(),
        pace=own_pace(answers),
        factor=own_factor(trials_of(answers)),
    )
    return practise_plan(
        plan,
        memories=mine,
        limit=len(known.students),
        met=known.met,
        seed=known.practice_day.toordinal(),
    )


def refresher_of(known: Learning) -> date | None:
    """The day from which every name comes by once more; None before the first lesson."""
    first = known.school_class.first_lesson
    if first is None or first > known.practice_day or known.direction is not DIRECTION:
        return None
    return first + REFRESHED_AFTER


def is_refresher(known: Learning) -> bool:
    """Whether names come by now because it is two weeks since the first lesson."""
    day = refresher_of(known)
    if day is None or day > known.practice_day:
        return False
    return any(
        is_stale(memory, day, at=known.at)
        for who, memory in known.memories.items()
        if who in known.students
    )
