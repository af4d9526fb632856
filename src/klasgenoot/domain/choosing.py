"""Among whom is one to be found? The few on screen when a name or a face is chosen."""

from collections.abc import Collection, Sequence

from klasgenoot.domain.lots import lot
from klasgenoot.domain.people import StudentId

FEW = 4
"""How many there are to choose from."""


def few_with(
    target: StudentId,
    *,
    classmates: Sequence[StudentId],
    mixed_up: Sequence[StudentId] = (),
    unlike: Collection[StudentId] = (),
    count: int = FEW,
    seed: int = 0,
) -> tuple[StudentId, ...]:
    """The one meant among a few others, in an order that gives nothing away.

    Whom the teacher mixed up with the one meant come along first, so that telling them apart is
    practised; the rest is drawn by lot. Who is told from the one meant at a glance comes along only
    where there are too few others. The same seed gives the same few in the same order.

    Args:
        target: who is meant.
        classmates: who can be shown; the target may be among them.
        mixed_up: who was mixed up with the target, most often first.
        unlike: who makes the question too easy, unless they were mixed up all the same.
        count: how many in all; fewer where there are not so many.
        seed: decides who comes along, and the order.
    """
    others = [who for who in dict.fromkeys(classmates) if who != target]
    known = [who for who in mixed_up if who in others]
    drawn = sorted(others, key=lambda who: (who in unlike, lot(seed, target, who)))
    chosen = list(dict.fromkeys([*known, *drawn]))[: max(0, count - 1)]
    return tuple(sorted([target, *chosen], key=lambda who: lot(seed, target, who, 1)))
