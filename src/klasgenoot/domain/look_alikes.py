"""Whom do I take for each other, and when can I tell them apart? Look-alikes and their drill."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import NamedTuple

from klasgenoot.domain.lots import lot
from klasgenoot.domain.people import StudentId

MIX_UPS = 2
"""From so many mix-ups on, either way round, two students are look-alikes."""

WITHIN = timedelta(days=30)
"""A mix-up counts for so long."""

IN_A_ROW = 6
"""So many right answers in a row end a drill."""

MOST_RUNNING = 2
"""How often one face comes running at most: in six in a row each then comes twice or more."""


class Taken(NamedTuple):
    """One mix-up: whose face it was, whose name was said, and when."""

    student_id: StudentId
    said: StudentId
    at: datetime


class ToldApart(NamedTuple):
    """One drill that was finished: what was mixed up before it is settled."""

    one: StudentId
    other: StudentId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MixedUpPair:
    """Two students taken for each other lately, or told apart since.

    Attributes:
        one: the one with the lower number.
        other: the other.
        times: how often, both ways round, since they were last told apart; at most a month back.
        last: when last; None if not since then.
        told_apart: when a drill with them was last finished, if it ever was.
    """

    one: StudentId
    other: StudentId
    times: int
    last: datetime | None
    told_apart: datetime | None = None

    @property
    def both(self) -> tuple[StudentId, StudentId]:
        """The two of them."""
        return self.one, self.other

    @property
    def are_look_alikes(self) -> bool:
        """Whether it happened too often for a slip."""
        return self.times >= MIX_UPS


def mixed_up_pairs(
    taken: Iterable[Taken], drills: Iterable[ToldApart], *, at: datetime
) -> tuple[MixedUpPair, ...]:
    """Who were mixed up lately, most often first; then who were told apart lately.

    Args:
        taken: the mix-ups, in any order.
        drills: the drills that were finished, in any order. One of after `at`, when the clock was
            ahead, settles nothing: it would hide every mix-up until then.
        at: the moment of looking.
    """
    settled: dict[tuple[StudentId, StudentId], datetime] = {}
    for one, other, when in drills:
        if when <= at:
            pair = _pair(one, other)
            settled[pair] = max(when, settled.get(pair, when))
    open_: dict[tuple[StudentId, StudentId], list[datetime]] = {
        pair: [] for pair, when in settled.items() if when >= at - WITHIN
    }
    for who, said, when in taken:
        pair = _pair(who, said)
        is_settled = pair in settled and when <= settled[pair]
        if who != said and when >= at - WITHIN and not is_settled:
            open_.setdefault(pair, []).append(when)
    found = [
        MixedUpPair(
            one=pair[0],
            other=pair[1],
            times=len(moments),
            last=max(moments, default=None),
            told_apart=settled.get(pair),
        )
        for pair, moments in open_.items()
    ]
    return tuple(sorted(found, key=_most_first))


def _pair(one: StudentId, other: StudentId) -> tuple[StudentId, StudentId]:
    return min(one, other), max(one, other)


def _most_first(pair: MixedUpPair) -> tuple[int, float, StudentId, StudentId]:
    latest = pair.last or pair.told_apart
    return -pair.times, -latest.timestamp() if latest else 0.0, pair.one, pair.other


class DrillAnswer(NamedTuple):
    """One answer of a drill: whose face it was, and whether the name went with it."""

    student_id: StudentId
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """Two faces in turn, each with both names, until six in a row were right.

    Not strictly one and then the other: who knows the order need not look. So whose turn it is
    falls by lot, as does which name stands first; else the hand learns a side, and not a name.
    But one face comes at most twice running (`MOST_RUNNING`), so that six in a row are never six
    times the same. A miss starts the six again.

    Attributes:
        one: who.
        other: and who.
        seed: decides the lots.
        answers: what was answered, oldest first.
    """

    one: StudentId
    other: StudentId
    seed: int = 0
    answers: tuple[DrillAnswer, ...] = ()

    def __post_init__(self) -> None:
        if self.one == self.other:
            raise ValueError("nobody looks like themselves")

    @property
    def in_a_row(self) -> int:
        """How many of the last answers were right, without a miss between."""
        count = 0
        for answer in reversed(self.answers):
            if not answer.right:
                break
            count += 1
        return count

    @property
    def is_done(self) -> bool:
        """Whether the two can be told apart."""
        return self.in_a_row >= IN_A_ROW

    @property
    def current(self) -> StudentId | None:
        """Whose face is on screen; None once it is done."""
        if self.is_done:
            return None
        first = lot(self.seed, len(self.answers)) % 2 == 0
        drawn, left = (self.one, self.other) if first else (self.other, self.one)
        running = [answer.student_id for answer in self.answers[-MOST_RUNNING:]]
        return left if running == [drawn] * MOST_RUNNING else drawn

    @property
    def names(self) -> tuple[StudentId, StudentId]:
        """Whose names stand below the face, from left to right."""
        first = lot(self.seed, len(self.answers), 1) % 2 == 0
        return (self.one, self.other) if first else (self.other, self.one)

    def answered(self, said: StudentId) -> "Drill":
        """The drill after a name was chosen.

        Raises:
            ValueError: it is done, or the name is of somebody else.
        """
        who = self.current
        if who is None or said not in {self.one, self.other}:
            raise ValueError(f"not to be answered: {said}")
        answer = DrillAnswer(who, who == said)
        return replace(self, answers=(*self.answers, answer))


def drill_of(one: StudentId, other: StudentId, *, seed: int) -> Drill:
    """A new drill; the same two give the same drill, whoever is named first."""
    return Drill(one=min(one, other), other=max(one, other), seed=seed)
