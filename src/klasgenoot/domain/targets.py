"""After how many days is it somebody's turn? The target of a class and of each student in it.

A target that asks more than a teacher can do keeps people on the list for ever, and a list that is
never empty is no longer read. So the target of the class is worked out from what the teacher says
they can do in a week (decision 0030).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import ceil

from klasgenoot.domain.names import fold
from klasgenoot.domain.people import StudentId

SHORTEST, LONGEST = 7, 56
"""The targets that are proposed lie between these, in days."""
SHARE = 3
"""Who may need more, and who came in late, is seen so many times as often as the others."""
LONGEST_FLAGGED = 15
"""Yet at least so often, in days: seen once a week, nobody with a flag then waits for 21 days."""
CARE_TAGS = frozenset({"zorg", "care"})
"""The tags that say so, folded."""
ROUNDING = 1e-9
"""So little over a whole number of talks is not another talk but the way computers count."""
NEWEST = 3
"""So many contacts back a tag still counts."""
WEEK = timedelta(weeks=1)
NEW_FOR = timedelta(weeks=4)
"""How long somebody who came in late is new."""


class TargetFrom(StrEnum):
    """Where a target comes from; the first that there is counts."""

    OWN = "own"
    CARE = "care"
    NEW = "new"
    CLASS = "class"


@dataclass(frozen=True, slots=True)
class Target:
    """After how many days it is a student's turn, and where that comes from."""

    days: int
    source: TargetFrom = TargetFrom.CLASS


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A target for everybody without one of their own, and what it costs.

    Attributes:
        days: the target, between SHORTEST and LONGEST.
        needed: how many talks a week it takes, rounded up.
        talks: how many the teacher said they can do.
    """

    days: int
    needed: int
    talks: int

    @property
    def fits(self) -> bool:
        """Whether what it takes is no more than what the teacher can do."""
        return self.needed <= self.talks


def flagged_days(class_days: int) -> int:
    """The target of somebody with a flag: a third of that of the class, one to two weeks."""
    return min(class_days, LONGEST_FLAGGED, max(SHORTEST, class_days // SHARE))


def proposed(students: int, *, own: Sequence[int], talks: int, flagged: int = 0) -> Proposal:
    """The shortest target that so many talks a week can keep up.

    With n students and c talks it is 7·n/c days; with z students on targets of their own it is
    7·(n-z) / (c - Σ 7/T_z). Whole days, rounded up, so that it is kept up and not just missed.

    Args:
        students: how many there are, with those on targets of their own and with a flag.
        own: the targets of the former, in days.
        talks: how many talks a week the teacher can do, at least 1.
        flagged: how many have a flag, and so a share of the target of the class.
    """

    def needed(days: int) -> int:
        return talks_needed(students, own=own, class_days=days, flagged=flagged)

    kept_up = (days for days in range(SHORTEST, LONGEST) if needed(days) <= talks)
    days = next(kept_up, LONGEST)
    return Proposal(days=days, needed=needed(days), talks=talks)


def talks_needed(students: int, *, own: Sequence[int], class_days: int, flagged: int = 0) -> int:
    """How many talks a week a target takes, rounded up."""
    others = max(0, students - len(own) - flagged)
    a_week = 7 * (others / class_days + flagged / flagged_days(class_days))
    return ceil(a_week + sum(7 / days for days in own) - ROUNDING)


def targets(
    students: Iterable[StudentId],
    *,
    class_days: int,
    own: Mapping[StudentId, int],
    cared_for: Collection[StudentId] = (),
    newcomers: Collection[StudentId] = (),
) -> dict[StudentId, Target]:
    """The target of each: their own, else that of a flag, else that of the class.

    Args:
        students: whom it is about.
        class_days: the target of the class.
        own: the targets that the teacher set for some.
        cared_for: who has a care tag on one of their newest contacts.
        newcomers: who came in late and not long ago.
    """

    def target(who: StudentId) -> Target:
        if who in own:
            return Target(own[who], TargetFrom.OWN)
        if who in cared_for:
            return Target(flagged_days(class_days), TargetFrom.CARE)
        if who in newcomers:
            return Target(flagged_days(class_days), TargetFrom.NEW)
        return of_class

    of_class = Target(class_days)
    return {who: target(who) for who in students}


def is_cared_for(newest: Sequence[Sequence[str]]) -> bool:
    """Whether one of the newest contacts has a care tag, given the tags of each, newest first."""
    return any(_has_care(tags) for tags in newest[:NEWEST])


def is_only_care(newest: Sequence[Sequence[str]]) -> bool:
    """Whether there are so many contacts and all of the newest have a care tag."""
    return len(newest) >= NEWEST and all(_has_care(tags) for tags in newest[:NEWEST])


def there_since(
    joined: Mapping[StudentId, date], *, first_lesson: date | None
) -> dict[StudentId, date]:
    """From when each student counts: the first lesson, or the day they came if that was later.

    Most of a class is taken in at once, often weeks after its first lesson: who came along with
    most others has been there since the first lesson all the same.
    """
    gathered = _gathered(joined)
    return {
        who: day if day > gathered + WEEK or first_lesson is None else first_lesson
        for who, day in joined.items()
    }


def newcomers(
    joined: Mapping[StudentId, date], *, first_lesson: date | None, today: date
) -> frozenset[StudentId]:
    """Who came more than a week after the class had begun, and less than four weeks ago."""
    begun = max(_gathered(joined), first_lesson or date.min)
    return frozenset(
        who for who, day in joined.items() if day > begun + WEEK and day <= today < day + NEW_FOR
    )


def _gathered(joined: Mapping[StudentId, date]) -> date:
    """The day by which half of the class was there; for nobody the first day there is."""
    days = sorted(joined.values())
    return days[(len(days) - 1) // 2] if days else date.min


def _has_care(tags: Sequence[str]) -> bool:
    return any(fold(tag) in CARE_TAGS for tag in tags)
