"""How many names came in each sweep? Points over time, and in words what they come to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.progress import comparable
from klasgenoot.domain.sweep import ELSEWHERE_PERCENT, SweepResult
from klasgenoot.viewmodels.words import axis_day, month_day

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepPoint:
    """One sweep.

    Attributes:
        on: the day.
        part: which part of the names came, 0 to 1.
        count: "24 of 28".
        day: the day as it stands on the axis.
        sentence: the sweep in words.
        is_comparable: whether it may be joined to others.
    """

    on: date
    part: float
    count: str
    day: str
    sentence: str
    is_comparable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepChart:
    """All sweeps through a class.

    Attributes:
        points: oldest first.
        trend: from where to where, in words; empty where that would be told from too little.
        elsewhere: the part of the names that was known elsewhere.
        elsewhere_label: the same as it stands at the line.
        elsewhere_words: where that comes from.
        all_label: what stands at the top.
    """

    points: tuple[SweepPoint, ...]
    trend: str
    elsewhere: float
    elsewhere_label: str
    elsewhere_words: str
    all_label: str

    @property
    def sentence(self) -> str:
        """The chart in words, for who listens."""
        parts = [point.sentence for point in self.points]
        return " ".join([*parts, self.trend, self.elsewhere_words]).strip()


def sweep_chart(sweeps: Sequence[SweepResult]) -> SweepChart | None:
    """The chart of these sweeps, oldest first; None without any."""
    if not sweeps:
        return None
    side_by_side = comparable(sweeps)
    return SweepChart(
        points=tuple(_point(sweep, is_comparable=sweep in side_by_side) for sweep in sweeps),
        trend=_trend(side_by_side),
        elsewhere=ELSEWHERE_PERCENT / 100,
        elsewhere_label=_percent(ELSEWHERE_PERCENT),
        elsewhere_words=translate(
            "Progress",
            "The dashed line: in one American course teachers knew {known} of the names"
            " (Cooper and others, 2017; 185 students).",
        ).format(known=_percent(ELSEWHERE_PERCENT)),
        all_label=translate("Progress", "all"),
    )


def _point(sweep: SweepResult, *, is_comparable: bool) -> SweepPoint:
    count = translate("Progress", "{known} of {asked}").format(known=sweep.known, asked=sweep.asked)
    return SweepPoint(
        on=sweep.taken_on,
        part=sweep.known / sweep.asked if sweep.asked else 0.0,
        count=count,
        day=axis_day(sweep.taken_on),
        sentence=translate("Progress", "{day}: {count} names.").format(
            day=month_day(sweep.taken_on), count=count
        ),
        is_comparable=is_comparable,
    )


def _trend(sweeps: Sequence[SweepResult]) -> str:
    """The first sweep beside the last; in parts of a hundred where not as many were asked."""
    if not sweeps:
        return ""
    first, last = sweeps[0], sweeps[-1]
    if first.asked == last.asked:
        then, now = str(first.known), str(last.known)
        words = translate("Progress", "From {then} to {now} of {asked} names since {day}.")
    else:
        then, now = _percent(first.percent), _percent(last.percent)
        words = translate("Progress", "From {then} to {now} of the names since {day}.")
    return words.format(then=then, now=now, asked=last.asked, day=month_day(first.taken_on))


def _percent(value: int) -> str:
    return translate("Progress", "{value} %").format(value=value)
