"""How many names would come today, and how many on the day? The line so far, and the one ahead."""

from dataclasses import dataclass
from datetime import date
from math import floor

from PySide6.QtCore import QCoreApplication

from klasgenoot.domain.foresight import own_factor
from klasgenoot.domain.learned import known_by_day, trials_of
from klasgenoot.domain.progress import give_or_take
from klasgenoot.store.memories import rated_answers
from klasgenoot.viewmodels.deadline import DeadlineViewModel
from klasgenoot.viewmodels.learning import Learning
from klasgenoot.viewmodels.session import Session
from klasgenoot.viewmodels.words import axis_day, month_day

translate = QCoreApplication.translate

LONGEST = 120
"""So many days back the line goes at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Road:
    """The line of names known, with what stands at its points.

    Attributes:
        title: where it leads.
        past: how many names, one number a day, today last.
        ahead: the same from today to the day; only today where no day is aimed for.
        total: how many names there are.
        days: what stands below the first day, today and the last; the last may be empty.
        now: what stands at today.
        expected: what stands at the last day; empty where none is aimed for.
        sentence: the whole of it in words.
    """

    title: str
    past: tuple[float, ...]
    ahead: tuple[float, ...]
    total: int
    days: tuple[str, str, str]
    now: str
    expected: str
    sentence: str


def road_title(known: Learning) -> str:
    """Where the line leads."""
    if known.aim is None:
        return translate("Progress", "What sticks")
    day = month_day(known.aim.on)
    if len(known.aim.goals) > 1:
        words = translate("Progress", "On the way to {day}, %n classes", None, len(known.aim.goals))
        return words.format(day=day)
    return translate("Progress", "On the way to {day}").format(day=day)


def road_ahead(deadline: DeadlineViewModel, known: Learning) -> Road | None:
    """The line to the first lesson; None while it is worked out, and where there is none ahead."""
    aim, curve = deadline.aim, deadline.curve
    if aim is None or curve is None:
        return None
    now, then = floor(curve.past[-1]), floor(curve.ahead[-1])
    off = give_or_take(curve.ahead[-1], total=curve.total)
    sentence = translate(
        "Progress",
        "Expected on {day}: {known} of {total}, give or take {off}, with {minutes} minutes a day."
        " Today about {now} would come.",
    ).format(
        day=month_day(aim.on),
        known=then,
        total=curve.total,
        off=off,
        minutes=aim.minutes,
        now=now,
    )
    return Road(
        title=road_title(known),
        past=curve.past,
        ahead=curve.ahead,
        total=curve.total,
        days=(axis_day(aim.since), axis_day(aim.today), axis_day(aim.on)),
        now=_now(now),
        expected=translate("Progress", "{known} ± {off}").format(known=then, off=off),
        sentence=sentence,
    )


def road_so_far(session: Session, known: Learning) -> Road | None:
    """The line up to today; None before the first rated answer."""
    answers = rated_answers(
        session.vault, direction=known.direction, class_ids=[known.school_class.id]
    )
    answers = tuple(answer for answer in answers if answer.student_id in known.memories)
    if not answers:
        return None
    today = known.practice_day.toordinal()
    first = max(min(answer.day for answer in answers), today - LONGEST)
    past = known_by_day(
        answers, first=min(first, today), last=today, factor=own_factor(trials_of(answers))
    )
    now, total = floor(past[-1]), len(known.students)
    return Road(
        title=road_title(known),
        past=past,
        ahead=past[-1:],
        total=total,
        days=(axis_day(date.fromordinal(min(first, today))), axis_day(known.practice_day), ""),
        now=_now(now),
        expected="",
        sentence=translate(
            "Progress", "About {now} of {total} names would come today without help."
        ).format(now=now, total=total),
    )


def _now(count: int) -> str:
    return translate("Progress", "{count} today").format(count=count)
