"""Who are taken for each other, how often, and can they be told apart now? In words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.calling import told_apart
from klasgenoot.domain.look_alikes import MixedUpPair
from klasgenoot.domain.memory import Memory, day_of
from klasgenoot.domain.people import ClassId, Student, StudentId
from klasgenoot.operations.look_alikes import pairs_of
from klasgenoot.store.database import Vault
from klasgenoot.viewmodels.target import PageId, Target
from klasgenoot.viewmodels.words import days_ago, listed, month_day

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """Two students who were mixed up lately, or told apart since.

    Attributes:
        one: who.
        other: and who.
        names: what they are called.
        line: how often and when last, or since when they are told apart.
        obstacle: why they cannot be put side by side yet; empty when they can.
        are_look_alikes: whether it was more than a slip.
        is_settled: whether they were told apart and not mixed up since.
    """

    one: Student
    other: Student
    names: tuple[str, str]
    line: str
    obstacle: str
    are_look_alikes: bool
    is_settled: bool

    @property
    def both(self) -> str:
        """The two in words: "Sanne and Lisa"."""
        return listed(self.names)

    @property
    def sentence(self) -> str:
        """All of it in words."""
        parts = (self.both, self.line, self.obstacle)
        return ". ".join(part.rstrip(".") for part in parts if part) + "."

    def seen_from(self, student_id: StudentId) -> "PairView":
        """The same, with this student first."""
        if student_id != self.other.id:
            return self
        first, second = self.names
        return replace(self, one=self.other, other=self.one, names=(second, first))

    def target(self, *, back_to_student: bool = False) -> Target:
        """Where they are told apart."""
        act = "student" if back_to_student else ""
        return Target(PageId.LOOK_ALIKES, student=self.one.id, other=self.other.id, act=act)


def pair_views(
    vault: Vault,
    class_id: ClassId,
    *,
    people: Mapping[StudentId, Student],
    known: Mapping[StudentId, Memory],
    at: datetime,
) -> tuple[PairView, ...]:
    """The pairs of a class, those mixed up most first.

    Args:
        vault: where the answers are.
        class_id: which class.
        people: everybody in it.
        known: what is remembered of their names.
        at: the moment of looking.
    """
    pairs = [
        pair
        for pair in pairs_of(vault, class_id, at=at)
        if pair.one in people and pair.other in people
    ]
    called = told_apart(people.values()) if pairs else {}
    return tuple(
        PairView(
            one=people[pair.one],
            other=people[pair.other],
            names=(called[pair.one], called[pair.other]),
            line=_line(pair, at=at),
            obstacle=_obstacle(pair, people=people, called=called, known=known),
            are_look_alikes=pair.are_look_alikes,
            is_settled=not pair.times,
        )
        for pair in pairs
    )


def _line(pair: MixedUpPair, *, at: datetime) -> str:
    if pair.last is not None:
        when = days_ago(day_of(pair.last), today=day_of(at))
        return translate("MixedUp", "%n time(s), last {when}", None, pair.times).format(when=when)
    if pair.told_apart is None:
        return ""
    return translate("MixedUp", "Told apart since {day}").format(
        day=month_day(day_of(pair.told_apart))
    )


def _obstacle(
    pair: MixedUpPair,
    *,
    people: Mapping[StudentId, Student],
    called: Mapping[StudentId, str],
    known: Mapping[StudentId, Memory],
) -> str:
    if not pair.times:
        return ""
    without = [called[who] for who in pair.both if not people[who].photo]
    if without:
        return translate("MixedUp", "No photo of {names} yet.").format(names=listed(without))
    new = [called[who] for who in pair.both if who not in known]
    if new:
        return translate("MixedUp", "First learn {names}.").format(names=listed(new))
    return ""
