"""Will I make it by the first lesson? The forecast, worked out beside the window, in words."""

from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from klasgenoot.domain.learned import known_by_day
from klasgenoot.domain.memory import day_of
from klasgenoot.viewmodels.aim import Aim, is_ahead
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.words import month_day

if TYPE_CHECKING:
    from klasgenoot.domain.forecast import Forecast
    from klasgenoot.viewmodels.work import Progress, Work

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """How many names, day by day: `past` up to today, `ahead` from today to the first lesson.

    Attributes:
        past: one number a day, today last.
        ahead: one number a day, today first.
        total: how many names there are.
        begin: the first day, in words.
        end: how far the last day is, in words.
        sentence: the curve in words, for who listens.
    """

    past: tuple[float, ...]
    ahead: tuple[float, ...]
    total: int
    begin: str
    end: str
    sentence: str


WORKED_OUT = 0
"""Stands among the minutes to choose from for "work it out for me"."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was worked out: the forecast as it is set, those to choose from, the best, the past."""

    now: "Forecast"
    choices: "tuple[Forecast, ...]"
    best: "Forecast"
    past: tuple[float, ...]


class DeadlineViewModel(QObject):
    """The forecast for a class that is to be known by its first lesson.

    Signals:
        changed: there is a new forecast.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._aim: Aim | None = None
        self._found: Found | None = None
        self._work: Work | None = None

    @property
    def aim(self) -> Aim | None:
        """What is aimed for; None without a first lesson ahead."""
        return self._aim

    @property
    def known_now(self) -> int:
        """How many names can be recalled today, rounded down."""
        if self._aim is None:
            return 0
        return floor(_past(self._aim, days=1)[-1])

    @property
    def sentence(self) -> str:
        """What to expect on the day, and what more minutes would add; empty until it is known."""
        if self._aim is None or self._found is None:
            return ""
        now = self._found.now
        words = translate(
            "Names", "With {minutes} minutes a day you will know about {known} of {total} on {day}."
        ).format(
            minutes=self._aim.minutes,
            known=floor(now.known),
            total=now.total,
            day=month_day(self._aim.on),
        )
        best = self._found.best
        if best.minutes <= self._aim.minutes or floor(best.known) <= floor(now.known):
            return words
        more = translate("Names", "With {minutes}: {known}.").format(
            minutes=best.minutes, known=floor(best.known)
        )
        return f"{words} {more}"

    @property
    def choices(self) -> tuple[tuple[int, str], ...]:
        """Minutes a day to choose from, each with what to expect of it; `WORKED_OUT` comes last."""
        if self._aim is None:
            return ()
        if self._found is None:
            return ((self.chosen, _minutes(self._aim.minutes)),)
        best = self._found.best
        each = {int(one.minutes): one for one in self._found.choices}
        each.setdefault(self._aim.minutes, self._found.now)
        return (
            *(
                (minutes, _choice(minutes, one, is_enough=minutes == best.minutes))
                for minutes, one in sorted(each.items())
            ),
            (WORKED_OUT, self._worked_out_words()),
        )

    @property
    def chosen(self) -> int:
        """Which of the choices it is now."""
        if self._aim is None or self._session.settings.practice_worked_out:
            return WORKED_OUT
        return self._aim.minutes

    def _worked_out_words(self) -> str:
        if self._found is None or not self._session.settings.practice_worked_out:
            return translate("Names", "Work it out for me")
        best = self._found.best
        return translate("Names", "{minutes} min, worked out").format(minutes=int(best.minutes))

    @property
    def curve(self) -> Curve | None:
        """The names known day by day, and those expected; None until they are worked out."""
        if self._aim is None or self._found is None:
            return None
        return Curve(
            past=self._found.past,
            ahead=self._found.now.by_day,
            total=self._found.now.total,
            begin=month_day(self._aim.since),
            end=translate("Names", "%n day(s) to go", None, (self._aim.on - self._aim.today).days),
            sentence=self.sentence,
        )

    def show(self, aim: Aim | None) -> None:
        """Works the forecast out for another aim; the one there was is not shown any longer."""
        if aim == self._aim:
            return
        if aim is None or self._aim is None or aim.goals != self._aim.goals:
            self._found = None
        self._aim = aim
        if aim is not None:
            self._begun().start(lambda progress: _found(aim, progress))
        elif self._work is not None:
            self._work.cancel()

    def choose_minutes(self, minutes: int) -> None:
        """Practises so many minutes a day from now on; with `WORKED_OUT` as many as are enough."""
        if minutes != WORKED_OUT:
            self._session.set(practice_worked_out=False, practice_minutes=minutes)
        elif self._found is not None:
            best = int(self._found.best.minutes)
            self._session.set(practice_worked_out=True, practice_minutes=best)

    @property
    def is_together(self) -> bool:
        """Whether the classes with a first lesson ahead share the minutes."""
        return self._session.settings.practise_together

    @property
    def others(self) -> tuple[str, ...]:
        """The other classes with a first lesson ahead, by name."""
        current, today = self._session.current_class, day_of(self._session.now())
        if self._aim is None or current is None:
            return ()
        return tuple(
            each.name
            for each in self._session.classes
            if each.id != current.id and is_ahead(each, today=today)
        )

    @property
    def together_words(self) -> str:
        """What it says to plan them together; empty without another class."""
        others = self.others
        if len(others) == 1:
            return translate("Names", "Together with {name}").format(name=others[0])
        return translate("Names", "Together with %n other class(es)", None, len(others)) * bool(
            others
        )

    def plan_together(self, together: bool) -> None:  # noqa: FBT001 - what a check box says
        """Lets the classes share the minutes, or each have their own."""
        self._session.set(practise_together=together)

    def close_work(self) -> None:
        """Stops and waits; for when the window closes."""
        if self._work is not None:
            self._work.wait()

    def _begun(self) -> "Work":
        """What works beside the window; made when a class is first aimed for."""
        from klasgenoot.viewmodels.work import Work

        if self._work is None:
            self._work = Work(self)
            self._work.finished.connect(self._on_work_finished)
        return self._work

    @Slot(object)
    def _on_work_finished(self, found: Found) -> None:
        self._found = found
        best = int(found.best.minutes)
        settings = self._session.settings
        # what is enough is another figure every day; within a day it stays, or "done for today"
        # would ask for more as soon as it is done
        is_fresh = self._aim is not None and not self._aim.used
        if settings.practice_worked_out and is_fresh and settings.practice_minutes != best:
            self._session.set(practice_minutes=best)
        self.changed.emit()


def _found(aim: Aim, progress: "Progress[Found]") -> Found:
    """Everything that takes its time; runs on a thread."""
    from klasgenoot.domain.forecast import enough, forecast, forecasts

    used = aim.used / 60
    now = forecast(
        aim.goals,
        traces=aim.traces,
        today=aim.today,
        minutes=aim.minutes,
        used=used,
        pace=aim.pace,
        factor=aim.factor,
    )
    choices = (
        ()
        if progress.is_cancelled()
        else forecasts(
            aim.goals,
            traces=aim.traces,
            today=aim.today,
            used=used,
            pace=aim.pace,
            factor=aim.factor,
        )
    )
    choices = choices or (now,)
    past = _past(aim, days=(aim.today - aim.since).days + 1)
    return Found(now, choices, enough(choices), past)


def _past(aim: Aim, *, days: int) -> tuple[float, ...]:
    today = aim.today.toordinal()
    return known_by_day(
        (answer for answer in aim.answers if answer.student_id in aim.traces),
        first=today - days + 1,
        last=today,
        factor=aim.factor,
    )


def _minutes(minutes: int) -> str:
    return translate("Names", "{minutes} min a day").format(minutes=minutes)


def _choice(minutes: int, expected: "Forecast", *, is_enough: bool) -> str:
    words = translate("Names", "{minutes} min: {known} of {total}").format(
        minutes=minutes, known=floor(expected.known), total=expected.total
    )
    return translate("Names", "{choice} (enough)").format(choice=words) if is_enough else words
